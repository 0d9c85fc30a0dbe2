"""Mutations of a text by its words: made of the example sentences of the parsers' tables, so that
their rules meet in ways that nobody thought of.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from random import Random

import atheris

_WORD = re.compile(r"(?:\w+|[^\w\s])\s*|\s+")
_ODD = (
    *(
        '"',
        "“",
        "”",
        "'",
        "’",
        "(",
        ")",
        "[",
        ",",
        ".",
        ";",
        ":",
        "-",
        " – ",
        "…",
        "\n",
        "\n\n",
        "\t",
    ),
    *("\u200b", "\u00a0", "\x00", "\u202e", "\U0001f1fd", "e\u0301", "ß", "İ", "½", "٣", "²", "€"),
    *(
        "0",
        "1,000",
        "1.5 million",
        "99999999999999999999",
        "2022-13-45",
        "February 30",
        "IX",
        "1e9",
    ),
    *("who", "which", "and", "or", "not", "by", "of", "said", "the", "its", "he", "they", "nobody"),
)


@cache
def examples() -> tuple[str, ...]:
    """The example sentences of all tables."""
    found: list[str] = []
    for path in sorted(Path(str(files("geopolitics_model") / "parsers")).glob("*/data/*.csv")):
        with path.open(newline="") as file:
            found += [row.get("example") or "" for row in csv.DictReader(file)]
    return tuple(re.sub(r"[][{}]", "", example) for example in found if example)


def mutator() -> Callable[[bytes, int, int], bytes]:
    """Changes words, and one time in four bytes."""

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.random() < 1 / 4:
            return bytes(atheris.Mutate(data, longest))
        words = _WORD.findall(data.decode("utf-8", "replace"))
        for _ in range(chance.randint(1, 4)):
            _change(words, chance)
        return "".join(words).encode()[:longest]

    return mutate


def _change(words: list[str], chance: Random) -> None:
    """One change at one place."""
    at = chance.randint(0, len(words))
    until = min(len(words), at + chance.randint(0, 6))
    other = _WORD.findall(chance.choice(examples()))
    match chance.randrange(6):
        case 0:
            words[at:at] = [*other, " "]
        case 1:
            start = chance.randrange(len(other))
            words[at:until] = other[start : start + chance.randint(1, 6)]
        case 2:
            del words[at:until]
        case 3:
            words[at:at] = words[at:until]
        case 4:
            words[at:until] = reversed(words[at:until])
        case _:
            words.insert(at, chance.choice(_ODD))
