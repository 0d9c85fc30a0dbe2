"""Points of time of any precision, and how they are written: EDTF, or TIMEX3 where it has none."""

from __future__ import annotations

import datetime as dt

import attrs

_BELOW_A_DAY = {"TH": "H", "TM": "M", "TS": "S"}
_FORTNIGHT = "FN"
_WHOLE = {"FN": (2, "W"), "SM": (6, "M"), "TR": (3, "M"), "ML": (1, "ML")}
_HALVES = {"TH": "PT30M", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "TM": "PT30S", "D": "PT12H"}


def length(count: float | None, unit: str) -> str:
    """A duration: `length(2, "W")` is ``P2W``, `length(None, "TH")` is ``PTXH``."""
    if count == 0.5 and unit in _HALVES:
        return _HALVES[unit]
    if unit in _WHOLE:
        factor, unit = _WHOLE[unit]
        count = None if count is None else count * factor
    said = "X" if count is None else f"{count:.6f}".rstrip("0").rstrip(".")
    if unit in _BELOW_A_DAY:
        return f"PT{said}{_BELOW_A_DAY[unit]}"
    return f"P{said}{unit}"


@attrs.frozen(kw_only=True)
class Point:
    """A time by its parts, as precise as it is known. `year` is astronomical: 1 BC is 0.

    `span` makes the year the first of a decade (10) or of a century (100).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    week: int | None = None
    weekend: bool = False
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    span: int = 1
    clock: str = ""

    @classmethod
    def of(cls, day: dt.date, clock: str = "") -> Point:
        """The point of a day."""
        return cls(year=day.year, month=day.month, day=day.day, clock=clock)

    @property
    def date(self) -> dt.date | None:
        """The day, if the point is one that the calendar of Python has."""
        if self.year is None or self.month is None or self.day is None:
            return None
        if not dt.MINYEAR <= self.year <= dt.MAXYEAR:
            return None
        try:
            return dt.date(self.year, self.month, self.day)
        except ValueError:
            return None

    def value(self) -> str:
        """The point in EDTF, or in TIMEX3's forms for weeks, quarters, halves, parts of a day."""
        if self.year is not None and self.span > 1:
            return self._long()
        year = "XXXX" if self.year is None else _year(self.year)
        for letter, part in (("Q", self.quarter), ("H", self.half)):
            if part is not None:
                return f"{year}-{letter}{part}"
        if self.season is not None:
            return f"{year}-2{self.season}"
        if self.week is not None:
            return f"{year}-W{self.week:02}" + ("-WE" if self.weekend else "")
        if self.weekday is not None and self.day is None:
            return f"{year}-WXX-{self.weekday}{self.clock}"
        if self.day is not None or self.clock:
            return f"{year}-{_two(self.month)}-{_two(self.day)}{self.clock}"
        return year if self.month is None else f"{year}-{self.month:02}"

    def _long(self) -> str:
        assert self.year is not None
        if self.year >= 0:
            digits = 4 - (len(str(self.span)) - 1)
            return f"{self.year:04}"[:digits] + "X" * (4 - digits)
        return f"{_year(self.year)}/{_year(self.year + self.span - 1)}"


def _year(year: int) -> str:
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def _two(part: int | None) -> str:
    return "XX" if part is None else f"{part:02}"
