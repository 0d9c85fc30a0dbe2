"""The days that a `When.value` may denote.

Values are EDTF level 1 (Library of Congress, 2019; ISO 8601-2) and, where EDTF has no form,
TIMEX3 (ISO-TimeML). Days before year 1 have no Python `date`; their bounds are `None`.
"""

import datetime as dt
import re
from calendar import monthrange
from functools import lru_cache

from geopolitics_model.errors import InvalidValue

_CLOCK = (
    r"T(?:MO|MI|AF|EV|NI|DT|(?:[01X][0-9X]|2[0-4X])(?::?[0-5X][0-9X](?::?[0-5X][0-9X])?)?)"
    r"(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_TIME = re.compile(_CLOCK)
_DATE = re.compile(
    rf"""(?P<year>-?[0-9X]{{4}}|Y-?[0-9]{{5,}}|FY[0-9]{{4}})
    (?:-(?:
        (?P<season>2[1-4])
      | (?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>0[1-9]|[12][0-9]|3[01]|XX))?
      | W(?P<week>0[1-9]|[1-4][0-9]|5[0-3]|XX)(?:-(?P<weekday>[1-7]|WE))?
      | Q(?P<quarter>[1-4X])
      | H(?P<half>[12X])
    ))?
    (?:{_CLOCK})?
    [?~%]?""",
    re.VERBOSE,
)
_AMOUNT = r"(?:\d+(?:\.\d+)?|X+)"
_DURATION = re.compile(
    rf"P(?=.)(?:{_AMOUNT}(?:Y|M|W|D|Q|H|DE|CE|ML|WE|WD|SP|SU|FA|WI|MO|AF|EV|NI|DT))*"
    rf"(?:T(?:{_AMOUNT}(?:H|M|S|MO|AF|EV|NI))+)?"
)
_VAGUE = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
_SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}

Days = tuple[dt.date | None, dt.date | None]
"""First and last day; `None` where the value leaves it open or the calendar does not reach."""

UNKNOWN: Days = (None, None)


@lru_cache(maxsize=4096)
def days(value: str) -> Days:
    """The first and the last day that `value` may denote.

    Seasons are the meteorological ones of the northern hemisphere; winter runs into the next
    year. Durations, vague references and dates without a year denote no day of the calendar.

    Raises:
        InvalidValue: `value` is no form of EDTF level 1 or TIMEX3.
    """
    if value in _VAGUE or _DURATION.fullmatch(value) or _TIME.fullmatch(value):
        return UNKNOWN
    if "/" in value:
        first, _, last = value.partition("/")
        return _side(first, value)[0], _side(last, value)[1]
    return _single(value)


def _side(part: str, whole: str) -> Days:
    if part in ("", ".."):
        if whole in ("/", "../..", "../", "/.."):
            raise InvalidValue(f"When.value: {whole!r} is open on both sides")
        return UNKNOWN
    return _single(part)


def _single(value: str) -> Days:
    match = _DATE.fullmatch(value)
    if not match:
        raise InvalidValue(
            f"When.value: {value!r} is no date, time or duration of EDTF level 1 or TIMEX3"
        )
    year = match["year"].lstrip("FY")
    try:
        _check_day(year, match["month"], match["day"])
        if len(year) != 4 or year.startswith("X"):
            return UNKNOWN
        return _within(int(year.replace("X", "0")), int(year.replace("X", "9")), match)
    except ValueError:  # whose words are others in every Python
        raise InvalidValue(f"When.value: {value!r}: the calendar has no such day or week") from None


def _check_day(year: str, month: str | None, day: str | None) -> None:
    """Refuse a 31 April, and a 29 February of a year that is known and has none."""
    if month and day and "X" not in month + day:
        # The calendar repeats every 400 years, before Christ too.
        dt.date(2000 if "X" in year else 2000 + int(year) % 400, int(month), int(day))


def _within(first: int, last: int, match: re.Match[str]) -> Days:
    if first < 1:
        return UNKNOWN
    if season := match["season"]:
        start, end = dt.date(first, _SEASONS[season], 1), _SEASONS[season] + 2
        return start, _month_end(last + (end > 12), (end - 1) % 12 + 1)
    if (week := match["week"]) and week != "XX" and first == last:
        return _week(first, int(week), match["weekday"])
    if (quarter := match["quarter"]) and quarter != "X":
        return dt.date(first, 3 * int(quarter) - 2, 1), _month_end(last, 3 * int(quarter))
    if (half := match["half"]) and half != "X":
        return dt.date(first, 6 * int(half) - 5, 1), _month_end(last, 6 * int(half))
    month, day = match["month"], match["day"]
    if not month or month == "XX":
        known = day if day and day != "XX" else None
        return dt.date(first, 1, int(known or 1)), dt.date(last, 12, int(known or 31))
    if not day or day == "XX":
        return dt.date(first, int(month), 1), _month_end(last, int(month))
    if first != last and (month, day) == ("02", "29"):
        leap = [y for y in range(first, last + 1) if monthrange(y, 2)[1] == 29]
        return dt.date(leap[0], 2, 29), dt.date(leap[-1], 2, 29)
    return dt.date(first, int(month), int(day)), dt.date(last, int(month), int(day))


def _week(year: int, week: int, weekday: str | None) -> Days:
    monday = dt.date.fromisocalendar(year, week, 1)
    if weekday == "WE":
        return _later(monday, 5), _later(monday, 6)
    if weekday:
        day = _later(monday, int(weekday) - 1)
        return day, day
    return monday, _later(monday, 6)


def _later(day: dt.date, days: int) -> dt.date | None:
    """So many days later; `None` past 9999, where the calendar ends in the middle of a week."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def _month_end(year: int, month: int) -> dt.date | None:
    return dt.date(year, month, monthrange(year, month)[1]) if year <= dt.MAXYEAR else None
