"""What a time expression means before it is known which day it is said on.

The grammar builds these from words; the resolver turns them into values. Units are TIMEX3's:
``Y M W D Q DE CE ML WE`` and, below a day, ``TH TM TS``.
"""

from __future__ import annotations

from enum import StrEnum

import attrs


class Origin(StrEnum):
    """What a relative expression counts from."""

    SPEECH = "speech"
    """The time of writing: "last week", "two years ago"."""
    REFERENCE = "reference"
    """The time the text has come to: "the following day", "two years later"."""


@attrs.frozen(kw_only=True)
class Calendar:
    """A date by its parts; what is `None` was not said. `year` is astronomical (1 BC is 0)."""

    year: int | None = None
    short_year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    holiday: str | None = None
    decade: int | None = None
    """First year of a decade of known century, or below 100 if the century was not said."""
    century: int | None = None
    """First year of a century; negative before Christ."""
    before_christ: bool = False
    clock: str = ""
    """``TMO`` and the like, or ``T15:00``."""
    within: Step | None = None
    """The year or month that the date lies in, where it is said as "of last year"."""


@attrs.frozen(kw_only=True)
class Step:
    """This, the last or the next of a unit, or of a month, weekday or season by name."""

    offset: int
    unit: str
    """A unit, or ``month``, ``weekday``, ``season`` with its `number`; empty for the time itself
    that a history has come to.
    """
    number: int = 0
    origin: Origin = Origin.SPEECH
    clock: str = ""
    near: bool = False
    """Whether it is the nearest one on the side that the tense points to: "the weekend"."""


@attrs.frozen(kw_only=True)
class Shift:
    """So many units before or after; `count` is `None` if vague ("a few days later")."""

    count: float | None
    unit: str
    sign: int
    origin: Origin
    clock: str = ""


@attrs.frozen(kw_only=True)
class Ordinal:
    """The first, the second, the last (-1) of a unit in a longer time."""

    number: int
    unit: str
    within: Calendar | Step | None


@attrs.frozen(kw_only=True)
class Length:
    """A duration; `count` is `None` if vague."""

    count: float | None
    unit: str
    about: bool = False


@attrs.frozen(kw_only=True)
class Fixed:
    """An expression whose value needs no calendar: vague ones, sets, durations with a name."""

    value: str
    kind: str = "date"
    history: bool = False
    """Whether it tells a time only in a history: in news, "former" is a part of titles."""


@attrs.frozen(kw_only=True)
class Clock:
    """A time of a day that is not said."""

    clock: str


Expression = Calendar | Step | Shift | Ordinal | Length | Fixed | Clock
