"""Partial ISO dates (``2014``, ``2014-10``, ``2014-10-01``; years before Christ as ``-0489``) as
they stand in the tables.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import cache

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@cache
def bounds(partial: str) -> tuple[dt.date, dt.date] | None:
    """First and last day that a partial date may mean; ``None`` for an empty one.

    Raises `ValueError` for anything else. Years before Christ, which `datetime` has not, count as
    its first day.
    """
    if not partial:
        return None
    if re.fullmatch(r"-\d{4}", partial):
        return dt.date.min, dt.date.min
    match = _PARTIAL.fullmatch(partial)
    if match is None:
        raise ValueError(f"{partial!r} is no date: YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    first = dt.date(year, month or 1, day or 1)
    if day is not None:
        return first, first
    last_month = month or 12
    return first, dt.date(year, last_month, calendar.monthrange(year, last_month)[1])


def earliest(partial: str) -> dt.date | None:
    """First day that a partial date may mean."""
    both = bounds(partial)
    return both[0] if both else None


def latest(partial: str) -> dt.date | None:
    """Last day that a partial date may mean."""
    both = bounds(partial)
    return both[1] if both else None


def day(on: dt.date) -> dt.date:
    """The day of a date or datetime."""
    return on.date() if isinstance(on, dt.datetime) else on
