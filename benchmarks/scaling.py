"""Time and peak memory per character of `parse`, from 1 kB to 5 MB: `python benchmarks/scaling.py
[--most CHARACTERS] [KIND...]`.

Linear work has ratios near 1 from one size to the next; quadratic work has the ratio of the sizes.
Each text is read by a process of its own, warmed up before, so that peaks do not mix.
"""

from __future__ import annotations

import argparse
import itertools
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import geopolitics_model as gm

SEED = Path(__file__).parents[1] / "seeds" / "seed-kosovo.txt"
SIZES = (1_000, 10_000, 100_000, 1_000_000, 5_000_000)
_UNIT = 1024 if sys.platform.startswith("linux") else 1
"""Bytes that `ru_maxrss` counts in."""


def _names() -> str:
    """Sentences that each name a person, a body and a town that no sentence before named."""
    dice = random.Random(1)
    syllables = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]

    def name() -> str:
        return "".join(dice.choices(syllables, k=4)).capitalize()

    return "".join(
        f"Minister {name()} {name()} of the {name()} Liberation Front told {name()} News in "
        f"{name()} that he will send {number} soldiers to the {name()} River by Tuesday, "
        f"and {name()} rejected it.\n"
        for number in range(40_000)
    )


def _quotes() -> str:
    return "".join(
        f"“We will not leave,” said Minister Hale {number}. “They ‘must’ go.\n"
        for number in range(90_000)
    )


KINDS: dict[str, Callable[[], str]] = {
    "prose": lambda: SEED.read_text(encoding="utf-8") + "\n\n",
    "one line": lambda: SEED.read_text(encoding="utf-8").replace("\n", " ") + " ",
    "new names": _names,
    "quotations": _quotes,
    "open quotations": lambda: "“He said that Serbia “ and ‘Kosovo “ agreed.\n",
    "only marks": lambda: '"“”',
    "one letter": lambda: "a",
    "capitals": lambda: "NATO ",
    "commas": lambda: "Serbia, Kosovo, ",
    "numbers": lambda: "2022-08-03 1,000 ",
    "pronouns": lambda: "He said she told him it is theirs. ",
    "titles": lambda: "the president of Serbia and the prime minister ",
    "wars": lambda: "Iraq attacked Iran and killed 30 civilians in the war on Tuesday. ",
    "brackets": lambda: "((((",
    "dots": lambda: ". ",
    "NUL": lambda: "\x00",
    "Arabic": lambda: "قال الرئيس إن الحرب انتهت. ",
    "Chinese": lambda: "北约表示准备进行干预。",
    "binary": lambda: random.Random(2).randbytes(4096).decode("latin-1"),
}


def text_of(kind: str, size: int) -> str:
    """So many characters of a kind."""
    part = KINDS[kind]()
    return "".join(itertools.islice(itertools.repeat(part), size // len(part) + 1))[:size]


def measure(kind: str, size: int) -> None:
    """In the process of one text: print seconds and bytes above those of the warm process."""
    text = text_of(kind, size)
    gm.parse(text_of("prose", 3_000), published="2022-08-04")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    dossier = gm.parse(text, published="2022-08-04")
    seconds = time.process_time() - start
    for problem in dossier.diagnostics[:3]:
        print(f"  {problem.code}: {problem.message[:160]}", file=sys.stderr)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(seconds, (peak - before) * _UNIT)


def main() -> None:
    """Print microseconds and bytes per character, and their ratios to the size before."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    options.add_argument("--most", type=int, default=SIZES[-1], metavar="CHARACTERS")
    options.add_argument("--least", type=int, default=SIZES[0], metavar="CHARACTERS")
    options.add_argument("--measure", type=int, help=argparse.SUPPRESS)
    given = options.parse_args()
    for unknown in set(given.kinds) - set(KINDS):
        sys.exit(f"no kind {unknown!r}; there are: {', '.join(KINDS)}")
    if given.measure:
        measure(given.kinds[0], given.measure)
        return
    print(f"{'kind':<16}{'characters':>11}{'us/char':>9}{'ratio':>7}{'bytes/char':>12}{'ratio':>7}")
    for kind in given.kinds or KINDS:
        last: tuple[float, float] | None = None
        for size in SIZES:
            if not given.least <= size <= given.most:
                continue
            command = [sys.executable, __file__, kind, "--measure", str(size)]
            out = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
            seconds, grown = (float(part) / size for part in out.split())
            ratios = (seconds / last[0], grown / last[1] if last[1] else 0) if last else (1.0, 1.0)
            print(
                f"{kind:<16}{size:>11,}{1e6 * seconds:>9.1f}{ratios[0]:>7.2f}"
                f"{grown:>12.0f}{ratios[1]:>7.2f}",
                flush=True,
            )
            last = (seconds, grown)


if __name__ == "__main__":
    main()
