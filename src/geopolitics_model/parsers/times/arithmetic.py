"""Counting in the calendar: points moved by units, and the nearest day, month or year of a kind."""

from __future__ import annotations

import datetime as dt
import re

import attrs
from dateutil.easter import easter

from geopolitics_model.parsers.times.values import Point

_MONTHS = {"M": 1, "Q": 3, "SM": 6, "TR": 3}
_YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
_DAYS = {"D": 1, "W": 7, "FN": 14, "WE": 7}
_HOLIDAY = re.compile(
    r"(?:(?P<year>\d{4})-)?(?P<month>\d\d)-(?:W(?P<nth>\d)-(?P<of>\d)|L-(?P<last>\d)|(?P<day>\d\d))"
    r"|easter(?P<offset>[+-]\d+)"
)


def shift(point: Point, count: float, unit: str) -> Point | None:
    """A point moved by units, as precise as the unit; `None` if the point is not precise enough.

    `shift(2013-03-22, -2, "M")` is 2013-01: "two months ago" names no day.
    """
    if unit in _YEARS:
        return _shift_years(point, count, unit)
    if point.year is None or count != int(count):
        return None
    if unit in _MONTHS:
        return _shift_months(point, int(count) * _MONTHS[unit], unit)
    if unit in _DAYS and (day := point.date) is not None:
        return at_grain(moved(day, int(count) * _DAYS[unit]), unit)
    return None


def moved(day: dt.date, days: int) -> dt.date | None:
    """A day so many days later, if the calendar has it."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def _shift_years(point: Point, count: float, unit: str) -> Point | None:
    if point.year is None:
        return None
    length = _YEARS[unit]
    year = point.year + round(count * length)
    if not -9999 <= year <= 9999:
        return None
    return Point(year=year) if length == 1 else long_span(year, length)


def long_span(year: int, length: int) -> Point:
    """The decade, century or millennium (as centuries) that a year lies in."""
    length = min(length, 100)
    if year > 0:
        return Point(year=year // length * length, span=length)
    return Point(year=year - (year - 1) % length, span=length)


def _shift_months(point: Point, months: int, unit: str) -> Point | None:
    month = point.month
    if month is None and unit == "Q" and point.quarter is not None:
        month = 3 * point.quarter
    if month is None or point.year is None:
        return None
    year, month = divmod(point.year * 12 + month - 1 + months, 12)
    if not -9999 <= year <= 9999:
        return None
    if unit == "Q":
        return Point(year=year, quarter=month // 3 + 1)
    return Point(year=year, month=month + 1)


def at_grain(day: dt.date | None, unit: str) -> Point | None:
    """The unit that a day lies in."""
    if day is None:
        return None
    if unit == "D":
        return Point.of(day)
    if unit in ("W", "FN", "WE"):
        year, week, _ = day.isocalendar()
        return Point(year=year, week=week, weekend=unit == "WE")
    if unit == "M":
        return Point(year=day.year, month=day.month)
    if unit == "Q":
        return Point(year=day.year, quarter=(day.month - 1) // 3 + 1)
    return Point(year=day.year)


def coarsen(point: Point, unit: str) -> Point | None:
    """The year, month, decade ... that a point lies in; `None` if it is not that precise."""
    if point.year is None:
        return None
    if unit in ("DE", "CE", "ML"):
        return long_span(point.year, _YEARS[unit])
    if unit == "Y":
        return Point(year=point.year)
    if unit == "M":
        return None if point.month is None else Point(year=point.year, month=point.month)
    if unit == "Q" and point.quarter is not None:
        return Point(year=point.year, quarter=point.quarter)
    if unit == "W" and point.week is not None:
        return Point(year=point.year, week=point.week)
    if unit == "D" and point.year is not None and point.month is not None and point.day is not None:
        return attrs.evolve(point, clock="")
    return at_grain(point.date, unit)


def holiday(rule: str, year: int | None) -> Point | None:
    """The day of a holiday in a year; month and day alone if the year is not known.

    Rules: ``12-25``, ``11-W4-4`` (the fourth Thursday of November), ``05-L-1`` (the last Monday
    of May), ``easter-2``, or a full date.
    """
    match = _HOLIDAY.fullmatch(rule)
    if match is None:
        raise ValueError(f"{rule!r} is no rule of a holiday")
    if match["year"]:
        year = int(match["year"])
    if match["day"]:
        return Point(year=year, month=int(match["month"]), day=int(match["day"]))
    if year is None or not 1583 <= year <= 4099:
        return Point(year=year)
    if match["offset"]:
        return Point.of(easter(year) + dt.timedelta(days=int(match["offset"])))
    month = int(match["month"])
    if match["last"]:
        end = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        return Point.of(end - dt.timedelta(days=(end.isoweekday() - int(match["last"])) % 7))
    first = dt.date(year, month, 1)
    ahead = (int(match["of"]) - first.isoweekday()) % 7 + 7 * (int(match["nth"]) - 1)
    return Point.of(first + dt.timedelta(days=ahead))


def nearest_weekday(day: dt.date, weekday: int, direction: int) -> dt.date | None:
    """The weekday at or before (-1), or at or after (1) a day."""
    if direction < 0:
        return moved(day, -((day.isoweekday() - weekday) % 7))
    return moved(day, (weekday - day.isoweekday()) % 7)
