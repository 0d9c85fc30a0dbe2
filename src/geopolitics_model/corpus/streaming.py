"""Many articles: a stream in, a stream out, and never more than a few batches in memory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence, Sized
from functools import partial

from geopolitics_model.corpus import work
from geopolitics_model.corpus.progress import counted
from geopolitics_model.corpus.records import Input, Record, Result, as_record
from geopolitics_model.corpus.work import Outcome
from geopolitics_model.errors import InvalidValue
from geopolitics_model.model import Article, Dossier
from geopolitics_model.parsers.pipeline import PARSERS, Parser

BATCH = 32
"""Articles of a batch, unless they are long."""
_BATCH_CHARACTERS = 150_000
"""A batch is closed when it holds that much text: memory must not depend on how long articles are.
"""


def parse_many(
    articles: Iterable[Input],
    *,
    jobs: int = 1,
    batch_size: int = BATCH,
    ordered: bool = True,
    progress: bool = False,
    parsers: Sequence[Parser] = PARSERS,
) -> Iterator[Dossier]:
    """Read articles as a stream: one dossier for each, lazily.

    `articles` may be any iterable of texts, `Article`s, dictionaries with the fields of an
    `Article`, or what `gm.corpus.read_articles` yields; it is read only as far as needed. With
    `jobs` above 1, so many processes share the work (0: one for each processor); each loads the
    model once. At most three batches a process are under way, so memory does not grow with the
    corpus. The dossiers are those that `parse` gives, in the order of the articles, or with
    `ordered=False` as they are finished. `progress` shows a line on stderr.

    An article that cannot be read or parsed becomes a dossier of the article alone, with a
    diagnostic (`unreadable-record`, `article-failed`). `gm.corpus.results` tells more of each.

    Raises:
        InvalidValue: `jobs` or `batch_size` is out of range.
        MissingModel: no language model is installed.
        WorkersLost: the worker processes end again and again, whatever they read.
    """
    found = results(
        articles,
        jobs=jobs,
        batch_size=batch_size,
        ordered=ordered,
        progress=progress,
        parsers=parsers,
    )
    return (result.to_dossier() for result in found)


def results(
    articles: Iterable[Input],
    *,
    jobs: int = 1,
    batch_size: int = BATCH,
    ordered: bool = True,
    progress: bool = False,
    parsers: Sequence[Parser] = PARSERS,
) -> Iterator[Result]:
    """`parse_many`, with the position, the origin and the fate of each article."""
    if jobs < 0:
        raise InvalidValue(f"jobs: {jobs} is negative; 0 means one for each processor")
    if batch_size < 1:
        raise InvalidValue(f"batch_size: {batch_size} is less than 1")
    records = map(as_record, articles)
    processes = jobs or processors()
    if processes == 1:
        found = _here(batches(records, batch_size), parsers)
    else:
        found = _in_processes(batches(records, batch_size), processes, parsers, ordered=ordered)
    total = len(articles) if isinstance(articles, Sized) else None
    return counted(found, total) if progress else found


Batch = list[tuple[int, Record]]
"""Records with their position in the input."""


def batches(records: Iterable[Record], size: int) -> Iterator[Batch]:
    """Records in batches: up to `size`, fewer if they are long."""
    batch: Batch = []
    characters = 0
    for numbered in enumerate(records):
        batch.append(numbered)
        article = numbered[1].article
        characters += len(article.text) if article else 0
        if len(batch) >= size or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _here(all: Iterable[Batch], parsers: Sequence[Parser]) -> Iterator[Result]:
    for batch in all:
        yield from _joined(batch, work.outcomes(_articles(batch), parsers))


def _in_processes(
    all: Iterable[Batch], jobs: int, parsers: Sequence[Parser], *, ordered: bool
) -> Iterator[Result]:
    from geopolitics_model.corpus.pool import Pool

    with Pool(jobs, partial(work.in_worker, parsers=tuple(parsers))) as pool:
        tasks = ((batch, _articles(batch)) for batch in all)
        for batch, outcomes in pool.outcomes(tasks, ordered=ordered):
            yield from _joined(batch, iter(outcomes))


def _articles(batch: Batch) -> list[Article]:
    return [record.article for _, record in batch if record.article is not None]


def _joined(batch: Batch, outcomes: Iterator[Outcome]) -> Iterator[Result]:
    for index, record in batch:
        outcome = next(outcomes) if record.article is not None else None
        dossier = outcome if isinstance(outcome, Dossier) else None
        why = () if outcome is None or outcome is dossier else (outcome,)
        yield Result(
            index=index,
            article=record.article,
            dossier=dossier,
            diagnostics=(*record.diagnostics, *why),
            origin=record.origin,
            key=record.key,
        )


def processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
