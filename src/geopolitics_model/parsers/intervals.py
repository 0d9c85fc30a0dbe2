"""Two dates that bound one stretch of time: "from April to June", "between 1980 and 1988"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geopolitics_model.language import Reading
from geopolitics_model.model import TimeKind, When

_JOINTS = frozenset("- – — to until till and".split())
_WIDTH = 30
"""How many characters the later date and what joins it may take."""
_BEFORE = 8
"""How many characters before the first date are looked at for "between"."""


def is_dated(when: When) -> bool:
    """Whether it is a date with a year or a day."""
    return when.kind is TimeKind.DATE and when.value.lstrip("-")[:1].isdigit()


def ranges(reading: Reading, dates: Iterable[When]) -> Iterator[tuple[When, When]]:
    """Those of some dates that lead to a later one, with it."""
    for first in dates:
        if is_dated(first) and (last := _other_end(reading, first)) is not None:
            yield first, last


def _other_end(reading: Reading, first: When) -> When | None:
    """The date to which one leads: "1994-1996", "from April to June", "between 1980 and 1988"."""
    end = first.evidence[0].end
    for last in reading.times_in(end, end + _WIDTH):
        start = last.evidence[0].start
        joint = reading.text_of(end, start).strip().lower() if start >= end else "?"
        before = reading.text_of(max(0, first.evidence[0].start - _BEFORE), first.evidence[0].start)
        framed = joint != "and" or before.strip().lower() == "between"
        if joint in _JOINTS and framed and is_dated(last):
            return last
    return None


def is_past(reading: Reading, when: When) -> bool:
    """Whether a date lies before the day of writing; without one every date told does."""
    day = reading.article.day
    return day is None or (when.latest is not None and when.latest < day)
