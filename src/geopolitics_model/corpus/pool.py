"""Worker processes: a bounded number of batches under way, and a death survived."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, TypeVar

from loky.process_executor import ProcessPoolExecutor  # type: ignore[import-untyped]

from geopolitics_model import knowledge
from geopolitics_model.corpus import work
from geopolitics_model.corpus.work import Outcome
from geopolitics_model.errors import WorkersLost
from geopolitics_model.knowledge.tables import BUILT_IN
from geopolitics_model.model import Article

T = TypeVar("T")
Task = Callable[[Sequence[Article]], list[Outcome]]
_AHEAD = 3
"""Batches under way for each worker: one that it reads, and two so that it never waits."""
_MOST_DEATHS = 12
"""Deaths without a batch finished in between; then it is not the articles' fault. One article that
kills its worker costs three: among others, in its batch, and alone."""


class Pool:
    """So many worker processes, which do a task on batches of articles.

    The task gives an outcome for each article of its batch. Close the pool, or use it in a `with`
    block. The user's tables of knowledge hold in the workers too.
    """

    def __init__(self, jobs: int, task: Task) -> None:
        self._jobs = jobs
        self._task = task
        built_in = len(BUILT_IN)
        self._layers = [path.resolve() for path in knowledge.base().tables.layers[built_in:]]
        self._deaths = 0
        self._executor = self._started()

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the workers at once; they hold nothing that could be lost."""
        self._executor.shutdown(wait=True, kill_workers=True)

    def outcomes(
        self, batches: Iterable[tuple[T, Sequence[Article]]], *, ordered: bool
    ) -> Iterator[tuple[T, list[Outcome]]]:
        """The outcomes of each batch under its label, in order or as they are finished.

        Raises:
            WorkersLost: workers end again and again, whatever they read.
            Exception: whatever the task raises.
        """
        under_way: dict[Future[list[Outcome]], tuple[T, Sequence[Article]]] = {}
        for label, articles in batches:
            under_way[self._submitted(articles)] = (label, articles)
            if len(under_way) >= _AHEAD * self._jobs:
                yield from self._next(under_way, ordered=ordered)
        while under_way:
            yield from self._next(under_way, ordered=ordered)

    def _next(
        self, under_way: dict[Future[list[Outcome]], tuple[T, Sequence[Article]]], *, ordered: bool
    ) -> Iterator[tuple[T, list[Outcome]]]:
        """Take finished batches out: at least one; all, if a worker died."""
        first = next(iter(under_way))
        done = {first} if ordered else wait(under_way, return_when=FIRST_COMPLETED).done
        for future in done:
            try:
                found = future.result()
            except BrokenProcessPool:
                # It cannot be told whose fault it is: each batch that was under way is tried alone.
                self._restart()
                for other in list(under_way):
                    label, articles = under_way.pop(other)
                    yield label, self._kept(other) or self._by_itself(articles)
                return
            self._deaths = 0
            label, _ = under_way.pop(future)
            yield label, found

    def _kept(self, future: Future[list[Outcome]]) -> list[Outcome] | None:
        """What a batch came to before a worker died."""
        return future.result() if future.done() and future.exception() is None else None

    def _by_itself(self, articles: Sequence[Article]) -> list[Outcome]:
        try:
            found = self._submitted(articles).result()
        except BrokenProcessPool as problem:
            self._restart()
            if len(articles) > 1:
                return [outcome for a in articles for outcome in self._by_itself([a])]
            return [work.failed(f"the process that read it died: {_first_line(problem)}")]
        self._deaths = 0
        return found

    def _submitted(self, articles: Sequence[Article]) -> Future[list[Outcome]]:
        try:
            return self._submit(articles)
        except BrokenProcessPool:  # it broke between two batches
            self._restart()
            return self._submit(articles)

    def _submit(self, articles: Sequence[Article]) -> Future[list[Outcome]]:
        future: Future[list[Outcome]] = self._executor.submit(self._task, articles)
        return future

    def _restart(self) -> None:
        self._deaths += 1
        self._executor.shutdown(wait=True, kill_workers=True)
        if self._deaths > _MOST_DEATHS:
            raise WorkersLost(
                f"{self._deaths} worker processes ended in a row; is there enough memory for "
                f"{self._jobs}? Each needs about 500 MB"
            )
        self._executor = self._started()

    def _started(self) -> Any:
        return ProcessPoolExecutor(
            self._jobs, initializer=work.prepare_worker, initargs=(self._layers, os.getpid())
        )


def _first_line(problem: BaseException) -> str:
    return str(problem).strip().partition("\n")[0]
