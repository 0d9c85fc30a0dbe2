"""Worker processes: those that die, those that are too many, those whose parent goes away."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import geopolitics_model as gm
from geopolitics_model.corpus import pool
from geopolitics_model.corpus.work import Outcome

KILLS = "KILL"


def told(articles: Sequence[gm.Article]) -> list[Outcome]:
    """A light task that some texts are too much for."""
    found: list[Outcome] = []
    for article in articles:
        if KILLS in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        found.append(gm.Diagnostic(code="told", message=article.text))
    return found


def messages(outcomes: Sequence[Outcome]) -> list[str]:
    return [o.message for o in outcomes if isinstance(o, gm.Diagnostic)]


def batches(*texts: str) -> list[tuple[int, list[gm.Article]]]:
    return [(i, [gm.Article(text=t) for t in batch.split()]) for i, batch in enumerate(texts)]


@pytest.mark.parametrize("ordered", [True, False])
def test_a_killed_worker_costs_the_article_that_killed_it(ordered: bool) -> None:
    given = batches("a b", f"c {KILLS} d", "e f", "g h", "i")
    with pool.Pool(2, told) as workers:
        found = list(workers.outcomes(given, ordered=ordered))
    if ordered:
        assert [label for label, _ in found] == [0, 1, 2, 3, 4]
    by_label = dict(found)
    assert len(by_label) == len(found) == 5
    lost = by_label.pop(1)
    assert messages(lost)[::2] == ["c", "d"]
    assert isinstance(lost[1], gm.Diagnostic)
    assert (lost[1].code, "died" in lost[1].message) == ("article-failed", True)
    assert {i: messages(o) for i, o in by_label.items()} == {
        0: ["a", "b"], 2: ["e", "f"], 3: ["g", "h"], 4: ["i"],
    }  # fmt: skip


def test_workers_that_always_die_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_MOST_DEATHS", 3)
    with pool.Pool(2, told) as workers, pytest.raises(gm.errors.WorkersLost, match="memory"):
        list(workers.outcomes(batches(*[KILLS] * 9), ordered=True))


def test_what_a_task_raises_is_raised() -> None:
    def broken(articles: Sequence[gm.Article]) -> list[Outcome]:
        raise gm.errors.MissingModel(f"no model for {len(articles)}")

    with pool.Pool(2, broken) as workers, pytest.raises(gm.errors.MissingModel, match="for 2"):
        list(workers.outcomes(batches("a b"), ordered=True))


def test_the_input_is_read_only_as_far_as_needed() -> None:
    asked = 0

    def endless() -> Iterator[tuple[int, list[gm.Article]]]:
        nonlocal asked
        while True:
            asked += 1
            yield asked, [gm.Article(text=f"Text {asked}.")]

    with pool.Pool(2, told) as workers:
        stream = workers.outcomes(endless(), ordered=True)
        assert [next(stream)[0] for _ in range(20)] == list(range(1, 21))
    assert 20 <= asked <= 20 + 2 * 3


SCRIPT = """
import os
import geopolitics_model as gm
from geopolitics_model.corpus.pool import Pool
def batches():
    while True:
        yield None, [gm.Article(text="Text.")]
def pid(articles):
    return [gm.Diagnostic(code="pid", message=str(os.getpid()))]
with Pool(2, pid) as pool:
    for _, (outcome,) in pool.outcomes(batches(), ordered=False):
        print(outcome.message, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_the_main_process(how: signal.Signals) -> None:
    main = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert main.stdout is not None
    workers = {int(main.stdout.readline()) for _ in range(40)}
    assert main.pid not in workers
    if how is signal.SIGINT:  # as a terminal sends it: to all of them
        os.killpg(main.pid, how)
    else:
        main.kill()
    main.communicate(timeout=60)
    assert main.returncode != 0
    assert _all_end(workers, seconds=20)


def _all_end(pids: set[int], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not any(map(_runs, pids)):
            return True
        time.sleep(0.1)
    return False


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")
