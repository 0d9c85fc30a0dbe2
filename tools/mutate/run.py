"""Mutation testing: does a test fail when a fault is put into the code?

`make mutate FILES=src/geopolitics_model/model TESTS=tests/model SAMPLE=250`

The tests run once, under coverage, to learn which of them reach which line and how long each
takes. Then a sample of the mutants is drawn. For each, the tests that reach its line run, the
shortest first, as far as the budget goes; all are meant if the line runs at import. When one fails,
or needs far more time than it did, the mutant is killed. What survives is printed, to be judged:
a test is missing, or nobody could notice the fault.

All happens in copies. Other people's modules are loaded once, and each mutant is a fork of that.
Results are kept in a folder: a run with the same seed goes on where the one before it stopped.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import json
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

import coverage
import hypothesis
import pytest
from mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
PARTS = ("src", "tests", "seeds", "docs", "pyproject.toml", "README.md", "CHANGELOG.md", "Makefile")
OPTIONS = ("-q", "-p", "no:cacheprovider", "-o", "addopts=")
MEMORY = 4 << 30
SURVIVED, KILLED = 0, 1


class Quick:
    """Pytest with few examples of each property."""

    def __init__(self, examples: int) -> None:
        self.examples = examples

    def pytest_sessionstart(self) -> None:
        few = hypothesis.settings(hypothesis.settings(), max_examples=self.examples)
        hypothesis.settings.register_profile("few", few)
        hypothesis.settings.load_profile("few")


class Watched(Quick):
    """The tests' times, and under coverage what each of them reaches."""

    def __init__(self, examples: int, watch: coverage.Coverage) -> None:
        super().__init__(examples)
        self.watch = watch
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.watch.switch_context(item.nodeid)
        before = time.process_time()
        result = yield
        self.seconds[item.nodeid] = time.process_time() - before
        return result


class Chosen(Quick):
    """Only these tests, in this order, each in a bounded time."""

    def __init__(self, examples: int, seconds: dict[str, float]) -> None:
        super().__init__(examples)
        self.seconds = seconds
        self.order = {name: at for at, name in enumerate(seconds)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self.order]
        items.sort(key=lambda item: self.order[item.nodeid])

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> None:
        limit = int(time.process_time() + 10 + 5 * self.seconds[item.nodeid])
        resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


def in_child(copy: Path, log: Path, work: Callable[[], int]) -> int:
    """What `work` returns in a process of its own, which imports the package of the copy."""
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = KILLED
    try:
        os.chdir(copy)
        sys.path.insert(0, str(copy / "src"))
        os.environ["PYTHONPATH"] = str(copy / "src")
        with log.open("w") as out:
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
        status = work()
    finally:
        os._exit(status)


def observe(given: argparse.Namespace, out: Path) -> int:
    """Run all tests once, and write what they reach, their times and the modules they load."""
    code = [name if name.endswith(".py") else f"{name}/*" for name in given.files]
    watch = coverage.Coverage(data_file=None, include=code)
    watch.start()
    plugin = Watched(given.examples, watch)
    status = pytest.main([*OPTIONS, *given.tests], plugins=[plugin])
    watch.stop()
    data = watch.get_data()
    lines = {os.path.relpath(file): data.contexts_by_lineno(file) for file in data.measured_files()}
    own = ("geopolitics_model", "tests", "conftest", "__main__")
    modules = [name for name in sys.modules if name.split(".")[0] not in own]
    out.write_text(json.dumps({"lines": lines, "seconds": plugin.seconds, "modules": modules}))
    return int(status)


def try_mutant(seconds: dict[str, float], examples: int) -> int:
    """Run these tests on a mutated copy."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    files = sorted({name.partition("::")[0] for name in seconds})
    status = pytest.main(["-x", *OPTIONS, *files], plugins=[Chosen(examples, seconds)])
    return SURVIVED if status == pytest.ExitCode.OK else KILLED


def reaching(mutant: Mutant, seen: dict[str, Any], budget: float) -> dict[str, float]:
    """The tests that a mutant is tried with, the shortest first, and their seconds."""
    first, last = mutant.lines
    lines = seen["lines"].get(mutant.file, {})
    contexts = {name for line in range(first, last + 1) for name in lines.get(str(line), ())}
    seconds = seen["seconds"]
    names = sorted(seconds if "" in contexts else contexts, key=seconds.__getitem__)
    spent = accumulate(seconds[name] for name in names)
    within = [name for name, sum_ in zip(names, spent, strict=True) if sum_ <= budget]
    return {name: seconds[name] for name in within or names[:1]}


def try_all(share: list[Mutant], copy: Path, seen: Any, given: argparse.Namespace) -> None:
    """Try mutants in a copy, one after the other, and write down what becomes of each."""
    with (given.out / f"results-{os.getpid()}.jsonl").open("w") as results:
        for mutant in share:
            seconds = reaching(mutant, seen, given.budget)
            file = copy / mutant.file
            source = file.read_bytes()
            file.write_bytes(mutant.applied(source))
            status = SURVIVED
            if seconds:
                work = partial(try_mutant, seconds, given.examples)
                status = in_child(copy, copy / "mutant.log", work)
            file.write_bytes(source)
            results.write(json.dumps([mutant, status, len(seconds)]) + "\n")
            results.flush()


def copied(to: Path) -> Path:
    """A copy of what the tests need."""
    to.mkdir()
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, to / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, to / part)
    return to


def observed(copy: Path, given: argparse.Namespace) -> dict[str, Any]:
    """What the tests reach without a fault."""
    file, log = given.out / "seen.json", given.out / "tests.log"
    if not file.exists() and in_child(copy, log, lambda: observe(given, file)):
        sys.exit(f"the tests fail without a mutant: see {log}")
    found: dict[str, Any] = json.loads(file.read_text())
    return found


def every(copy: Path, given: argparse.Namespace) -> list[Mutant]:
    """All mutants of the files."""
    given_files = [copy / name for name in given.files]
    paths = [p for f in given_files for p in (sorted(f.rglob("*.py")) if f.is_dir() else [f])]
    return [m for path in paths for m in mutants(str(path.relative_to(copy)), path.read_bytes())]


def results(out: Path) -> dict[Mutant, tuple[int, int]]:
    """What became of the mutants so far, and how many tests tried it."""
    rows = [
        json.loads(line)
        for path in sorted(out.glob("results-*.jsonl"))
        for line in path.read_text().splitlines()
    ]
    return {
        Mutant(file, tuple(lines), *rest): (status, tests)
        for (file, lines, *rest), status, tests in rows
    }


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's interval of a share, at 95 %."""
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    half = z * ((share * (1 - share) + z * z / (4 * of)) / of) ** 0.5
    return (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)


def report(out: Path, sample: list[Mutant]) -> None:
    """What was killed, and what was not."""
    found = results(out)
    survivors = sorted(mutant for mutant in sample if found[mutant][0] == SURVIVED)
    for mutant in survivors:
        print(f"survived {found[mutant][1]} tests: {mutant}")
    of, killed = len(sample), len(sample) - len(survivors)
    low, high = interval(killed, of)
    print(f"{killed} of {of} killed: {killed / of:.1%}, 95 % interval {low:.1%} to {high:.1%}")


def main() -> None:
    """Run a campaign."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("files", nargs="+", help="files or folders whose code is mutated")
    options.add_argument("--tests", nargs="+", default=["tests"], help="those that shall notice")
    options.add_argument("--sample", type=int, default=250, help="mutants that are tried")
    options.add_argument("--seed", type=int, default=1, help="of the sample")
    options.add_argument("--jobs", type=int, default=2, help="mutants tried at a time")
    options.add_argument("--examples", type=int, default=10, help="of each property")
    options.add_argument("--budget", type=float, default=20, help="seconds of tests for a mutant")
    options.add_argument("--out", type=Path, default=Path("out/mutate"), help="the results' folder")
    given = options.parse_args()
    given.out = given.out.resolve()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        copies = [copied(Path(folder) / str(job)) for job in range(given.jobs)]
        seen = observed(copies[0], given)
        for name in seen["modules"]:
            with contextlib.suppress(Exception):
                importlib.import_module(name)
        whole = every(copies[0], given)
        sample = random.Random(given.seed).sample(whole, min(given.sample, len(whole)))
        print(f"{len(whole)} mutants, {len(sample)} of them are tried", flush=True)
        left = [mutant for mutant in sample if mutant not in results(given.out)]
        children = []
        for job, copy in enumerate(copies):
            if child := os.fork():
                children.append(child)
                continue
            try:
                try_all(left[job :: given.jobs], copy, seen, given)
            finally:
                os._exit(0)
        for child in children:
            os.waitpid(child, 0)
    report(given.out, sample)


if __name__ == "__main__":
    main()
