"""News or history: which of the two ways a text tells its times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from geopolitics_model.parsers.times.expressions import Calendar, Origin, Shift, Step
from geopolitics_model.parsers.times.recogniser import Found
from geopolitics_model.parsers.times.timeline import Telling

_FAR = 2
"""Years before the day of writing from which a date belongs to history."""
_ENOUGH = 5
"""Dates of history that a text must name to be one."""


def telling(found: Sequence[Found], written: dt.date | None) -> Telling:
    """How a text tells its times, by the times it names.

    A history names years, far back, and does not speak of "yesterday" or "last week"; news names
    weekdays and the days around it.
    """
    present = written.year if written is not None else None
    years = [
        f.expression.year
        for f in found
        if isinstance(f.expression, Calendar) and f.expression.year is not None
    ]
    far = sum(1 for year in years if present is None or year <= present - _FAR)
    near = len(years) - far + sum(_of_news(f) for f in found)
    return Telling.NARRATIVE if far >= _ENOUGH and far > 2 * near else Telling.NEWS


def _of_news(found: Found) -> bool:
    match found.expression:
        case Calendar(weekday=int(), month=None):
            return True
        case Step(origin=Origin.SPEECH) | Shift(origin=Origin.SPEECH):
            return True
    return False
