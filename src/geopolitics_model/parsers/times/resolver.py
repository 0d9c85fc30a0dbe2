"""Time expressions -> values, given the day of writing and the time the text has come to."""

from __future__ import annotations

import datetime as dt

import attrs

from geopolitics_model.model.vocabularies import TimeKind
from geopolitics_model.parsers.times import arithmetic
from geopolitics_model.parsers.times.expressions import (
    Calendar,
    Clock,
    Expression,
    Fixed,
    Length,
    Ordinal,
    Origin,
    Shift,
    Step,
)
from geopolitics_model.parsers.times.timeline import Telling, Timeline
from geopolitics_model.parsers.times.values import Point, length

_BELOW_A_DAY = frozenset({"TH", "TM", "TS"})
_UNKNOWN_BY_UNIT = {
    "W": "XXXX-WXX",
    "FN": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
}


@attrs.frozen
class Value:
    """The kind and value of a `When`, and the point that it adds to the timeline, if any."""

    kind: TimeKind
    value: str
    point: Point | None = None


def resolve(expression: Expression, line: Timeline, direction: int) -> Value | None:
    """What an expression denotes. `direction` is negative where its clause speaks of the past,
    positive for the future, 0 where it does not tell; 2 instead of 1 if it hangs on the verb.
    """
    match expression:
        case Fixed(value=value, kind=kind):
            if expression.history and line.telling is Telling.NEWS:
                return None
            return Value(TimeKind(kind), value)
        case Length(count=count, unit=unit):
            return Value(TimeKind.DURATION, length(count, unit))
        case Calendar():
            point = _calendar(expression, line, direction)
        case Step():
            if (
                expression.unit == "D"
                and expression.origin is Origin.SPEECH
                and (vague := line.vague_day(expression.offset, expression.clock))
            ):
                return Value(TimeKind.DATE, vague)
            if expression.near and direction < 0 and line.before_weekend():
                expression = attrs.evolve(expression, offset=-1)
            point = _step(expression, line)
            if point is None:
                return _unknown(expression.unit, expression.clock) if expression.unit else None
        case Shift():
            return _shift(expression, line)
        case Ordinal():
            point = _ordinal(expression, line, direction)
        case Clock(clock=clock):
            point = attrs.evolve(line.day_at_hand(clock), clock=clock)
    if point is None:
        return None
    kind = TimeKind.TIME if point.clock else TimeKind.DATE
    return Value(kind, point.value(), point)


def _unknown(unit: str, clock: str) -> Value | None:
    """The value of "last week" where nothing is known to count from."""
    if clock or unit in ("D", "weekday"):
        value = f"XXXX-XX-XX{clock}"
        return Value(TimeKind.TIME if clock else TimeKind.DATE, value)
    return Value(TimeKind.DATE, _UNKNOWN_BY_UNIT.get(unit, "XXXX"))


def _calendar(said: Calendar, line: Timeline, direction: int) -> Point | None:
    if said.decade is not None or said.century is not None:
        return _long(said, line)
    year = said.year
    if said.short_year is not None:
        year = line.century_of(said.short_year)
    within: Point | None = None
    if said.within is not None:
        within = _step(said.within, line)
        if within is not None and within.week is not None and said.weekday:
            day = dt.date.fromisocalendar(within.year or 1, within.week, said.weekday)
            return Point.of(day, said.clock)
        year = within.year if within is not None else None
    point = Point(
        year=year,
        month=said.month,
        day=said.day,
        season=said.season,
        quarter=said.quarter,
        half=said.half,
        weekday=said.weekday,
        clock=said.clock,
    )
    if said.holiday is not None:
        point = arithmetic.holiday(said.holiday, year) or point
        if point.year is None or point.month is None:
            return line.holiday(said.holiday, direction)
        return point
    if year is None and said.within is None:
        point = line.year_for(point, direction)
    if point.year is not None and point.day is not None and point.year > 0 and point.date is None:
        return None  # 31 February
    if point.day is not None and point.month == 2 and point.day > 29:
        return None
    if point.day == 31 and point.month in (4, 6, 9, 11):
        return None
    return attrs.evolve(point, weekday=None) if point.day is not None else point


def _long(said: Calendar, line: Timeline) -> Point | None:
    if said.century is not None:
        first = -said.century - 99 if said.before_christ else said.century
        return Point(year=first, span=100)
    decade = said.decade or 0
    if said.before_christ:
        return Point(year=-decade - 8, span=10)
    if decade < 100:
        return Point(year=line.century_of(decade), span=10)
    return Point(year=decade, span=100 if decade % 100 == 0 and decade < 2000 else 10)


def _step(step: Step, line: Timeline) -> Point | None:
    origin = line.origin(step.origin)
    if not step.unit:
        return origin if line.telling is Telling.NARRATIVE else None
    if step.unit in ("weekday", "month", "season"):
        point = line.named(step, origin)
    elif origin is None:
        return None
    elif step.offset == 0:
        point = arithmetic.coarsen(line.precise(origin, step.unit), step.unit)
    else:
        point = arithmetic.shift(line.precise(origin, step.unit), step.offset, step.unit)
    if point is None:
        return None
    return attrs.evolve(point, clock=step.clock) if step.clock else point


def _shift(shift: Shift, line: Timeline) -> Value | None:
    if shift.count is None:
        return Value(TimeKind.DATE, "PAST_REF" if shift.sign < 0 else "FUTURE_REF")
    origin = line.origin(shift.origin)
    point = None
    if origin is not None and shift.unit not in _BELOW_A_DAY:
        precise = line.precise(origin, shift.unit)
        point = arithmetic.shift(precise, shift.sign * shift.count, shift.unit)
    if point is not None:
        return Value(TimeKind.DATE, point.value(), point)
    if shift.unit in _BELOW_A_DAY:
        day = "XXXX-XX-XX" if origin is None else line.precise(origin, "D").value()
        return Value(TimeKind.TIME, f"{day}TXX" if len(day) == 10 else "XXXX-XX-XXTXX")
    return _unknown(shift.unit, "")


def _ordinal(said: Ordinal, line: Timeline, direction: int) -> Point | None:
    match said.within:
        case Calendar():
            whole = _calendar(said.within, line, direction)
        case Step():
            whole = _step(said.within, line)
        case _:
            whole = None
    if whole is None or whole.year is None or not 0 < whole.year < 9999 or whole.span > 1:
        return whole
    months = range(whole.month, whole.month + 1) if whole.month else range(1, 13)
    first = dt.date(whole.year, months[0], 1)
    end = dt.date(whole.year + months[-1] // 12, months[-1] % 12 + 1, 1)
    last = end - dt.timedelta(days=1)
    number = said.number
    if said.unit == "M" and whole.month is None and -12 <= number <= 12:
        return Point(year=whole.year, month=number if number > 0 else 13 + number)
    steps = {"D": 1, "W": 7, "WE": 7}.get(said.unit)
    if steps is None or abs(number) > 366:
        return whole
    middle = 3 if steps == 7 else 0
    day = (
        arithmetic.moved(first, (number - 1) * steps + middle)
        if number > 0
        else arithmetic.moved(last, (number + 1) * steps - middle)
    )
    return arithmetic.at_grain(day, said.unit)
