"""Builds a corpus over and over and kills it; `python -m tests.corpus.killing KILLS SEED`.

The children are forks of a process that has the language model loaded, so that a kill falls into
the work and not into the start. Half of them are killed after a random time; the others at a
random one of their own steps in the folder (a file opened, renamed, removed), just before it.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import geopolitics_model as gm
from geopolitics_model import corpus
from tests.corpus.articles import articles, contents

ARTICLES, BATCH = 14, 4
_STEPS = frozenset({"open", "os.rename", "os.remove", "os.mkdir", "os.chmod"})


def build(folder: Path) -> None:
    corpus.build(articles(ARTICLES), folder, batch_size=BATCH)


class Steps:
    """Counts the steps of this process in a folder, and kills it before one of them."""

    def __init__(self, folder: Path, last: int | None = None) -> None:
        self.folder, self.last, self.count = os.fspath(folder), last, 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _STEPS and str(arguments[0]).startswith(self.folder):
            if self.count == self.last:
                os.kill(os.getpid(), signal.SIGKILL)
            self.count += 1


def child(folder: Path, *, step: int | None = None, delay: float | None = None) -> bool:
    """Build in a fork, killed at a step or after a delay; whether it was killed."""
    pid = os.fork()
    if not pid:
        try:
            if step is not None:
                sys.addaudithook(Steps(folder, step))
            build(folder)
        except BaseException as problem:  # nothing of a fork may reach the parent's code
            print(repr(problem), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    if delay is not None:
        time.sleep(delay)
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise SystemExit("a run failed that was not killed")
    return os.WIFSIGNALED(status)


def campaign(kills: int, seed: int) -> dict[str, Any]:
    """Kill so many runs; each folder is built until it is done, and then looked at."""
    chance = random.Random(seed)
    list(gm.parse_many(articles(1)))  # loads the model
    done, folders, wrong = 0, 0, []
    with tempfile.TemporaryDirectory() as name:
        whole = Path(name) / "whole"
        steps = Steps(whole)
        sys.addaudithook(steps)
        began = time.monotonic()
        build(whole)
        lasted, expected = time.monotonic() - began, contents(whole)
        while done < kills:
            folder = Path(name) / f"killed-{folders:03}"
            while done < kills:
                at_step = chance.random() < 0.5
                step = chance.randrange(steps.count) if at_step else None
                delay = None if at_step else chance.uniform(0, lasted)
                if not child(folder, step=step, delay=delay):
                    break
                done += 1
            child(folder)
            folders += 1
            if contents(folder) != expected:
                wrong.append(folder.name)
    return {"kills": done, "folders": folders, "steps": steps.count, "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(campaign(int(sys.argv[1]), int(sys.argv[2]))))
