"""Readings of parts that many rules share: years, days, counts, ordinals."""

from __future__ import annotations

from typing import TypedDict

from geopolitics_model.language.numbers import numeral
from geopolitics_model.parsers.times.expressions import Origin, Step
from geopolitics_model.parsers.times.lexicon import words
from geopolitics_model.parsers.times.rules import Match

EDGE = "(THE? (EDGE HYPHEN?|EDGEPART OF|EDGE PORTION OF|EDGE IN|LATTER PORTION? OF) THE?)"
"""What narrows a time without naming a finer one: "early", "the end of", "late in"."""
PART = "(part:(PART|NOON))"
RELATION = (
    "THE? relation:(LAST|NEXT|COMING|THIS|CURRENT|PREVIOUS|FOLLOWING|THAT SAME?|SAME|THE) unit:UNIT"
)
"""A unit of time by its relation to another: "last year", "that same month", "the year"."""

_OFFSETS = {"LAST": -1, "PREVIOUS": -1, "NEXT": 1, "COMING": 1, "FOLLOWING": 1}
_SPEECH = frozenset({"LAST", "NEXT", "COMING", "THIS", "CURRENT"})


class Year(TypedDict, total=False):
    """The year of a `Calendar`, in full or by its last two figures."""

    year: int
    short_year: int


def year(match: Match, name: str = "year") -> Year:
    """The year of a part as a field of `Calendar`: in full, or the last two figures of it."""
    if name not in match:
        return {}
    figures = match.value(name).strip("'’‘")
    return {"short_year": int(figures)} if len(figures) == 2 else {"year": int(figures)}


def era_year(match: Match, name: str = "year") -> int | None:
    """The astronomical year of "492 BC" or "AD 70"."""
    number = int(match.value(name) or 0)
    if not 0 < number < 10000:
        return None
    return 1 - number if match.value("era") == "BC" else number


def day(match: Match, name: str = "day") -> int | None:
    """The day of a month, in figures, as an ordinal or in words."""
    number = ordinal(match, name) if match.kind(name) != "DAYNUM" else int(match.value(name))
    return number if number is not None and 1 <= number <= 31 else None


def ordinal(match: Match, name: str = "ordinal") -> int | None:
    """The number of an ordinal: "3rd", "third", "twenty-first"."""
    text = match.text(name).lower().replace("‑", "-").replace(" ", "-")
    if text[:1].isdigit():
        return int("".join(figure for figure in text if figure.isdecimal())[:4] or 0)
    tens, _, units = text.rpartition("-")
    known = words()
    number = int(known[units].value) if units in known else 0
    return number + (int(known[tens].value) if tens in known else 0) or None


def count(match: Match, name: str = "count") -> tuple[float | None, bool]:
    """The number of units that a part says, and whether it says a number at all.

    "three" is (3, True), "several" is (`None`, True): vague. (`None`, False) is no count.
    """
    text = match.text(name).lower().replace("-", " ")
    if match.kind(name) == "FEW" or text.startswith(("a few", "a couple", "some ")):
        return (2, True) if "couple" in text else (None, True)
    if text in ("a", "an"):
        return 1, True
    number = numeral(text)
    return number, number is not None and number < 10**7


def relation(match: Match, name: str = "relation", unit: str = "unit") -> Step | None:
    """The time of `RELATION`."""
    if name not in match:
        return None
    kind = match.kind(name)
    return Step(
        offset=_OFFSETS.get(kind, 0),
        unit=match.value(unit),
        origin=Origin.SPEECH if kind in _SPEECH else Origin.REFERENCE,
    )


def clock(match: Match, name: str = "part") -> str:
    """The part of the day as TIMEX3 writes it, ``TMO``; empty if none is said."""
    part = match.value(name)
    return part if part.startswith("T") or not part else f"T{part}"
