"""Between which days something lies, as far as is known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from geopolitics_model.errors import InvalidValue
from geopolitics_model.model.calendar import UNKNOWN, Days, days
from geopolitics_model.model.conflicts import Conflict
from geopolitics_model.model.missions import Mission
from geopolitics_model.model.policies import Policy
from geopolitics_model.model.statements import Statement
from geopolitics_model.model.time import When

_BEGINS_OPEN, _ENDS_OPEN = frozenset({"before", "until"}), frozenset({"since", "after"})


def bounded(when: When | None) -> Days:
    """The days that a time may denote, one side left open by "since" or "until"."""
    if when is None:
        return UNKNOWN
    first = None if when.bound in _BEGINS_OPEN else when.earliest
    last = None if when.bound in _ENDS_OPEN else when.latest
    return first, last


def periods(thing: Any, reported: Days = UNKNOWN) -> Iterator[Days]:
    """The dated times of a fact or mission; a side that is `None` is open or unknown.

    `reported` is when articles on it appeared. A statement whose own time is not known was made
    by the first of these days, and news are of that day. What has begun, and is not said to have
    ended, goes on until the last of them.
    """
    match thing:
        case Statement():
            known = bounded(thing.when)
            yield known if known != UNKNOWN else (reported[0], reported[0])
        case Policy():
            for when in (thing.effective, *(change.when for change in thing.history)):
                yield bounded(when)
        case Mission() | Conflict():
            yield _lasting(thing.start, thing.end, reported[1])
        case _:
            return


def _lasting(start: When | None, end: When | None, seen: dt.date | None) -> Days:
    if start is None or end is None:
        first, last = bounded(start or end)
        goes_on = start is not None and last is not None and seen is not None and seen > last
        return first, seen if goes_on else last
    return bounded(start)[0], bounded(end)[1]


def overlaps(period: Days, asked: Days) -> bool:
    """Whether the two may have a day in common; a period without any day has none."""
    if period == UNKNOWN:
        return False
    (first, last), (start, end) = period, asked
    starts_before_end = first is None or end is None or first <= end
    ends_after_start = last is None or start is None or last >= start
    return starts_before_end and ends_after_start


def asked_days(when: str | dt.date | When) -> Days:
    """The days that a filter asks for: `"2022-08"`, `"2022-08/2022-09"`, `"2022/.."`, a date.

    Raises:
        InvalidValue: it denotes no day of the calendar.
    """
    if isinstance(when, dt.date):
        day = when.date() if isinstance(when, dt.datetime) else when
        return day, day
    found = bounded(when) if isinstance(when, When) else days(when)
    if found == UNKNOWN:
        raise InvalidValue(f"{when!r} denotes no day of the calendar")
    return found
