"""The time a text has come to: what relative and incomplete dates are completed from.

News is told from the day of writing: "in March" is the nearest one on the side that the tense of
the clause points to. History is told in order: "in March" belongs to the year told last.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import attrs

from geopolitics_model.parsers.times import arithmetic
from geopolitics_model.parsers.times.expressions import Origin, Step
from geopolitics_model.parsers.times.values import Point

_LEAP = 6
"""Months that leaving the year told last counts for when a story looks for the year of a month."""


class Telling(StrEnum):
    """How a text tells its times."""

    NEWS = "news"
    """From the day of writing."""
    NARRATIVE = "narrative"
    """In order: from the last date mentioned."""


@attrs.define
class Timeline:
    """What is known at a place of the text: the day of writing, and the last times mentioned."""

    telling: Telling
    written: dt.date | None = None
    last: Point | None = None
    last_month: Point | None = None
    last_day: Point | None = None

    def tell(self, point: Point) -> None:
        """Move on to a date that the text mentions."""
        if point.year is None or point.span > 100:
            return
        self.last = point
        if _month_of(point) is not None:
            self.last_month = point
        if point.day is not None:
            self.last_day = point

    def origin(self, origin: Origin) -> Point | None:
        """The point that a relative expression counts from."""
        written = None if self.written is None else Point.of(self.written)
        if self.telling is Telling.NARRATIVE:
            return self.last
        if origin is Origin.SPEECH:
            return written
        return self.last or written

    def precise(self, origin: Point, unit: str) -> Point:
        """The last point precise enough to count days or months from, if it lies in `origin`."""
        if unit in ("D", "W", "WE", "FN", "TH", "TM", "TS"):
            finer = self.last_day
        elif unit in ("M", "Q"):
            finer = self.last_month
        else:
            return origin
        if origin.date is not None or finer is None or finer.year != origin.year:
            return origin
        if origin.month is not None and origin.month != finer.month:
            return origin
        return finer

    def day_at_hand(self, clock: str) -> Point:
        """The day that a bare time of day belongs to, as far as it is known."""
        if clock == "TNI" or (self.telling is Telling.NARRATIVE and self.last_day is not self.last):
            return Point()
        if self.telling is Telling.NARRATIVE:
            return self.last_day or Point()
        return Point() if self.written is None else Point.of(self.written)

    def vague_day(self, offset: int, clock: str) -> str:
        """The value of "today" and "yesterday" if nothing tells which day that is; or nothing."""
        if clock or (self.written is not None and self.telling is Telling.NEWS):
            return ""
        if offset == 0 or self.telling is Telling.NEWS or self.last is None:
            return ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[max(-1, min(offset, 1)) + 1]
        return ""

    def before_weekend(self) -> bool:
        """Whether the weekend of the week of writing is still to come."""
        return self.written is not None and self.written.isoweekday() < 6

    def century_of(self, short_year: int) -> int:
        """The year of "'98", or the first year of "the '60s": the nearest that has begun."""
        if self.telling is Telling.NARRATIVE and self.last is not None and self.last.year:
            reference = self.last.year + 50
        else:
            reference = self.written.year if self.written is not None else 2029
        return reference - (reference - short_year) % 100

    def year_for(self, point: Point, direction: int) -> Point:
        """A date without a year, completed; as it is if nothing is known to complete it from."""
        if point.weekday is not None and point.month is None:
            return self._weekday(point, direction)
        if point.month is None and point.season is None and point.quarter is None:
            return point
        if self.telling is Telling.NARRATIVE and self.last is not None:
            return self._narrative_year(point, self.last)
        if self.written is None:
            return point
        return self._news_year(point, direction if abs(direction) > 1 else 0)

    def holiday(self, rule: str, direction: int) -> Point | None:
        """The holiday nearest to the day of writing, or of the year told last."""
        if self.telling is Telling.NARRATIVE:
            return arithmetic.holiday(rule, self.last.year if self.last else None)
        if self.written is None:
            return arithmetic.holiday(rule, None)
        days = [arithmetic.holiday(rule, self.written.year + step) for step in (-1, 0, 1)]
        return min(
            (day for day in days if day is not None),
            key=lambda day: _distance(day, self.written, direction),
            default=None,
        )

    def named(self, step: Step, origin: Point | None) -> Point | None:
        """ "last Friday", "next March", "this summer"."""
        if origin is None or origin.year is None:
            return None
        if step.unit == "weekday":
            return self._named_weekday(step, origin)
        if step.unit == "season":
            return self._named_season(step, origin)
        year = origin.year
        if step.offset < 0 and (origin.month is None or step.number >= origin.month):
            year -= 1
        if step.offset > 0 and (origin.month is None or step.number <= origin.month):
            year += 1
        return Point(year=year, month=step.number)

    @staticmethod
    def _named_season(step: Step, origin: Point) -> Point:
        assert origin.year is not None
        ends = (5, 8, 11, 14)[step.number - 1]
        starts = ends - 2
        year, month = origin.year, origin.month or 6
        if step.offset < 0:
            year -= month <= ends if ends <= 12 else month > 2
        elif step.offset > 0:
            year += month >= starts
        return Point(year=year, season=step.number)

    @staticmethod
    def _named_weekday(step: Step, origin: Point) -> Point | None:
        day = origin.date
        if day is None:
            return None
        if step.offset == 0:
            found = dt.date.fromisocalendar(*day.isocalendar()[:2], step.number)
        else:
            beside = arithmetic.moved(day, step.offset)
            if beside is None:
                return None
            nearest = arithmetic.nearest_weekday(beside, step.number, step.offset)
            if nearest is None:
                return None
            found = nearest
        return Point.of(found)

    def _weekday(self, point: Point, direction: int) -> Point:
        assert point.weekday is not None
        if self.telling is Telling.NARRATIVE:
            day = self.last.date if self.last is not None else None
            direction = 1
        else:
            day = self.written
        if day is None:
            return point
        found = arithmetic.nearest_weekday(day, point.weekday, direction or -1)
        return point if found is None else Point.of(found, point.clock)

    def _narrative_year(self, point: Point, last: Point) -> Point:
        """The year that continues the story: a look ahead or back does not carry it away."""
        said, told, months = last.year, self.last_month, _month_of(point)
        if said is None or told is None or told.year is None or months is None:
            return attrs.evolve(point, year=said)
        now = told.year * 12 + (_month_of(told) or 6)

        def leap(year: int) -> int:
            return abs(year * 12 + months - now) + (0 if year == said else _LEAP)

        return attrs.evolve(point, year=min(said, told.year, told.year + 1, key=leap))

    def _news_year(self, point: Point, direction: int) -> Point:
        """The nearest one, on the side that the verb points to if the date hangs on the verb."""
        assert self.written is not None
        years = range(self.written.year - 1, self.written.year + 2)
        dated = [attrs.evolve(point, year=year) for year in years]
        if point.weekday is not None and point.day is not None:
            fits = [p for p in dated if p.date and p.date.isoweekday() == point.weekday]
            dated = fits or dated
        return min(dated, key=lambda point: _distance(point, self.written, direction))


def _distance(point: Point, written: dt.date | None, direction: int) -> float:
    """How far a point is from the day of writing; far more on the wrong side of it."""
    assert written is not None
    assert point.year is not None
    month = _month_of(point) or 6
    months = (point.year - written.year) * 12 + month - written.month
    days = 0 if point.day is None else point.day - written.day
    away = months * 31 + days
    if direction and away * direction < 0:
        return abs(away) + 10000
    return abs(away)


def _month_of(point: Point) -> int | None:
    """The month of a point, or the middle one of its season or quarter."""
    if point.season is not None:
        return 3 * point.season + 1
    if point.quarter is not None:
        return 3 * point.quarter - 1
    return point.month
