"""News or history: which of the two ways a text tells its times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from geopolitics_model.parsers.times.expressions import Calendar, Origin, Shift, Step
from geopolitics_model.parsers.times.recogniser import Found
from geopolitics_model.parsers.times.timeline import Telling

_ENOUGH = 5
"""Past years that a text must name to be a history; one if its day of writing is unknown, for
then the years are all there is to complete a date from.
"""
_ENOUGH_UNDATED = 1
_DATED = 3
_LONG = 20
"""Years back from which a bare year is of history, not of the background of news."""


def telling(found: Sequence[Found], written: dt.date | None) -> Telling:
    """How a text tells its times, by the times it names.

    A history names years of the past, and does not speak of "yesterday" or "last week"; news
    names weekdays and the days around it, and few years.
    """
    years = [
        f.expression.year
        for f in found
        if isinstance(f.expression, Calendar) and f.expression.year is not None
    ]
    past = sum(1 for year in years if written is None or year < written.year)
    if written is not None and not _storied(found, written.year):
        return Telling.NEWS
    news = sum(1 for f in found if _of_news(f))
    enough = _ENOUGH_UNDATED if written is None else _ENOUGH
    # undated, the years told are all that completes a date, however few they are
    dense = written is None or 4 * len(years) >= len(found)
    told = past >= enough and past > 3 * news and dense
    return Telling.NARRATIVE if told else Telling.NEWS


def _storied(found: Sequence[Found], present: int) -> bool:
    """Whether a text names days and months of past years, or only long past years; a comment on
    the day's news names recent years alone.
    """
    named = [
        f.expression
        for f in found
        if isinstance(f.expression, Calendar) and f.expression.year is not None
    ]
    dated = sum(1 for date in named if date.month is not None and (date.year or 0) < present)
    long_past = sum(1 for date in named if (date.year or 0) < present - _LONG)
    return dated >= _DATED or 2 * long_past > len(named)


def _of_news(found: Found) -> bool:
    match found.expression:
        case Calendar(weekday=int(), month=None):
            return True
        case Step(origin=Origin.SPEECH) | Shift(origin=Origin.SPEECH):
            return True
    return False
