"""A corpus on one machine: words a second beside bare spaCy, memory, and time an article.

    python benchmarks/corpus.py [--texts FOLDER] [--sizes 1000 10000 100000] [--json FILE]

`--texts` names a folder of articles to measure the speed on; without it, articles are made of the
sentences of the founding document. The growth is measured on made articles, each with names that
no other has, so that what is kept of every word shows.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import spacy
from timing import report

import geopolitics_model as gm
from geopolitics_model.language.spacy_reader import MODELS
from geopolitics_model.language.threads import one_thread

SEED = Path(__file__).parents[1] / "seeds" / "seed-kosovo.txt"
BATCH = 8
"""Articles of a batch: small, so that two processes end at nearly the same time."""


def main() -> None:
    """Measure, print a table, and write JSON if asked."""
    options = _options()
    if options.growth:
        print(json.dumps(list(growth(options.sizes, options.sentences))))
        return
    found: dict[str, object] = {}
    texts = _texts(options.texts)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    if options.rounds:
        found["speed"] = speed(texts * options.copies, options.rounds)
        if not options.no_processes:
            found["two of one"] = processes(texts * options.copies, options.rounds)
    if options.sizes:
        found["growth"] = _growth_in_fresh_process(options.sizes, options.sentences)
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, help="a folder of articles (.txt)")
    parser.add_argument("--copies", type=int, default=1, help="how often each is read in a round")
    parser.add_argument("--rounds", type=int, default=5, help="0: no speed")
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--sentences", type=int, default=4, help="of each made article")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--no-processes", action="store_true", help="only one process")
    parser.add_argument("--growth", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


# -- speed ---------------------------------------------------------------------------------------


def speed(texts: list[str], rounds: int) -> dict[str, object]:
    """Words a second, in turns: bare spaCy, one process, two processes that have started."""
    words = sum(len(text.split()) for text in texts)
    nlp = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    tasks: dict[str, Callable[[list[str]], float]] = {
        "bare nlp.pipe": lambda texts: _cpu(lambda: _drain(nlp.pipe(iter(texts)))),
        "parse_many, 1 process": lambda texts: _cpu(lambda: _drain(gm.parse_many(texts))),
    }
    for task in tasks.values():
        task(texts[:4])
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            with one_thread():
                seconds[name].append(task(texts))
    base = seconds["bare nlp.pipe"]
    ratios = sorted(b / t for b, t in zip(base, seconds["parse_many, 1 process"], strict=True))
    print(f"\nSpeed, {len(texts)} articles, {words:,} words, {rounds} rounds (processor time)")
    report("", seconds, base="bare nlp.pipe")
    found: dict[str, object] = {
        name: words / statistics.median(times) for name, times in seconds.items()
    }
    for name, value in found.items():
        print(f"  {name:<28} {value:9,.0f} words/s")
    found["of bare"] = statistics.median(ratios)
    told = f"{found['of bare']:.2f} of bare spaCy ({ratios[0]:.2f} to {ratios[-1]:.2f})"
    print(f"  one process does {told}")
    return found


def processes(texts: list[str], rounds: int) -> float:
    """One process against two, by the clock; each stream is long, and its first part not timed."""
    gains = []
    for _ in range(max(1, rounds // 2)):
        rate = {}
        for jobs in (1, 2):
            stream = gm.parse_many(texts * 3, jobs=jobs, batch_size=BATCH)
            for _ in range(len(texts)):
                next(stream)
            start = time.perf_counter()
            done = _drain(stream)
            rate[jobs] = done / (time.perf_counter() - start)
        gains.append(rate[2] / rate[1])
    print(f"  two processes do {statistics.median(gains):.2f} times one (by the clock)")
    return statistics.median(gains)


def _cpu(task: Callable[[], object]) -> float:
    start = time.process_time()
    task()
    return time.process_time() - start


def _drain(items: Iterator[object]) -> int:
    return sum(1 for _ in items)


# -- growth --------------------------------------------------------------------------------------


def _growth_in_fresh_process(sizes: list[int], sentences: int) -> list[dict[str, float]]:
    command = [sys.executable, __file__, "--growth", "--sentences", str(sentences), "--sizes"]
    done = subprocess.run(
        [*command, *map(str, sizes)], check=True, stdout=subprocess.PIPE, text=True
    )
    rows: list[dict[str, float]] = json.loads(done.stdout)
    print("\nGrowth, one process, made articles")
    print("    articles   peak MB   now MB   ms an article since the last line (processor)")
    for row in rows:
        print(
            f"  {row['articles']:10,} {row['peak MB']:9.0f} {row['now MB']:8.0f}"
            f" {row['ms an article']:8.1f}"
        )
    return rows


def growth(sizes: list[int], sentences: int) -> Iterator[dict[str, float]]:
    """Memory and time as a stream goes on."""
    marks = sorted(sizes)
    _drain(gm.parse_many(_made(50, sentences, seed=1)))
    start, before = time.process_time(), 0
    for count, _ in enumerate(gm.parse_many(_made(marks[-1], sentences, seed=2)), 1):
        if count == marks[0]:
            took = time.process_time() - start
            row = {
                "articles": marks.pop(0),
                "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
                "now MB": _resident(),
                "ms an article": 1000 * took / (count - before),
            }
            print(row, file=sys.stderr, flush=True)  # the last one may take an hour
            yield row
            start, before = time.process_time(), count


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


# -- texts ---------------------------------------------------------------------------------------


def _texts(folder: Path | None) -> list[str]:
    if folder is None:
        return list(_made(40, 30, seed=3))
    return [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]


def _made(count: int, sentences: int, *, seed: int) -> Iterator[str]:
    """Articles of sentences of the founding document, with names that stand in no other."""
    text = SEED.read_text(encoding="utf-8")
    pieces = [s for s in re.split(r"(?<=[.!?”])\s+", text) if 40 < len(s) < 400]
    chance = random.Random(seed)
    for number in range(count):
        name = f"{_name(chance)} {_name(chance)}"
        chosen = chance.sample(pieces, min(sentences, len(pieces)) - 1)
        yield " ".join([f"{name} said so on {number % 28 + 1} May {1900 + number % 120}.", *chosen])


def _name(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in "....").title()


if __name__ == "__main__":
    main()
