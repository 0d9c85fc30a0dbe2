"""The words that time expressions are made of, from the tables in ``data``.

Every word has one class. A class is written as one character, so that a text becomes a string of
classes over which the grammar runs as ordinary regular expressions.
"""

from __future__ import annotations

from functools import cache

import attrs

from geopolitics_model.parsers import tables

OTHER = "."
"""The class of a word that no time expression contains."""


_WORDS = tables.rows(__package__, "words")
WEEKDAYS = frozenset(
    row["word"] for row in _WORDS if row["class"] == "WEEKDAY" and row["case"] == "capital"
)
"""Their full names, in small letters."""
_SHAPES = (
    "HOLIDAY ISO SLASH DOTTED CLOCK DAYNUM INT YEAR NUMBER SHORTYEAR YEARS HYPHEN COMMA STOP "
    "QUOTE POSSESSIVE OPEN CLOSE BREAK SLASHMARK"
)
"""Classes that the form tells, such as numbers in figures; the others are in the table."""
_CLASSES = sorted({row["class"] for row in _WORDS} | set(_SHAPES.split()))

CODES: dict[str, str] = {name: chr(0xC0 + place) for place, name in enumerate(_CLASSES)}
"""The character that stands for a class."""


@attrs.frozen
class Word:
    """What the lexicon knows of a word: its class, its value and how it must be written.

    `case`: ``capital``, ``upper`` (all capitals), ``abbreviation`` (a capital, and perhaps a full
    stop that belongs to it), or empty.
    """

    code: str
    value: str
    case: str


@cache
def words() -> dict[str, Word]:
    """Word, in each case that it may be written in -> what is known of it."""
    return {
        written: Word(CODES[row["class"]], row["value"], row["case"])
        for row in _WORDS
        for written in _written(row["word"], row["case"])
    }


def _written(word: str, case: str) -> tuple[str, ...]:
    capital = word[0].upper() + word[1:]
    if case == "upper":
        return (word.upper(),)
    return (capital, word.upper()) if case else (word, capital, word.upper())


@cache
def holidays() -> dict[str, str]:
    """Name of a holiday, with straight apostrophes -> the rule of its date."""
    return {row["name"]: row["date"] for row in tables.rows(__package__, "holidays")}


@cache
def bounds() -> dict[str, str]:
    """Preposition -> the bound it puts on the time that follows it."""
    return {row["preposition"]: row["bound"] for row in tables.rows(__package__, "bounds")}


@cache
def verbs() -> dict[str, str]:
    """Lemma -> ``ahead``: the dates that it governs lie ahead, as of "postponed until"; ``same``:
    its infinitive happens when it happens, as of "declined to".
    """
    return {row["lemma"]: row["class"] for row in tables.rows(__package__, "verbs")}
