"""Times of the day: 3 p.m., 14:30 GMT, noon, Friday morning, at night; weekdays and holidays."""

from __future__ import annotations

from geopolitics_model.parsers.times.expressions import Calendar, Clock, Expression, Origin, Step
from geopolitics_model.parsers.times.grammar import parts
from geopolitics_model.parsers.times.rules import Match, rule

_TIME = (
    "(hour:(DAYNUM|CLOCK|NUMBER|INT|NUMWORD) (half:AMPM|OCLOCK)"
    "|noon:NOON|full:CLOCK|full:(INT|YEAR) &ZONE) ZONE?"
)


def _clock(match: Match) -> str:
    if "noon" in match:
        return match.value("noon")
    figures = (match.value("full") or match.value("hour")).replace(".", ":")
    if match.kind("full") in ("INT", "YEAR"):
        figures = f"{figures[:-2]}:{figures[-2:]}" if len(figures) == 4 else ""
    hour, _, rest = figures.partition(":")
    number = int(hour) if hour.isdecimal() else 99
    half = match.value("half")
    if half and not 1 <= number <= 12:
        return ""
    if half == "PM":
        number = number % 12 + 12
    elif half == "AM":
        number %= 12
    return f"T{number:02}:{rest or '00'}" if number <= 24 else ""


@rule(_TIME, f"(THE? APPROX)? {_TIME}")
def time_alone(match: Match) -> Expression | None:
    """ "3 p.m.", "14:30 GMT", "noon", "ten o'clock"."""
    clock = _clock(match)
    return Clock(clock=clock) if clock else None


@rule(
    f"{_TIME} (ON|COMMA)? THE? weekday:WEEKDAY",
    f"{_TIME} (ON|COMMA)? deictic:DEICTIC",
    f"{_TIME} (ON|COMMA)? (weekday:WEEKDAY COMMA?)? month:MONTH day:DAYNUM (COMMA? year:YEAR)?",
    f"{_TIME} (ON|COMMA)? (weekday:WEEKDAY COMMA?)? day:DAYNUM month:MONTH (COMMA? year:YEAR)?",
)
def time_of_day(match: Match) -> Expression | None:
    """ "3 p.m. Friday", "8:00 a.m. on 3 August 2022"."""
    clock = _clock(match)
    if not clock:
        return None
    if "deictic" in match:
        return Step(offset=int(match.value("deictic").removesuffix("NI")), unit="D", clock=clock)
    return Calendar(
        **parts.year(match),
        month=int(match.value("month")) if "month" in match else None,
        day=parts.day(match) if "day" in match else None,
        weekday=int(match.value("weekday")) if "weekday" in match else None,
        clock=clock,
    )


@rule(
    f"(EDGE HYPHEN?)? weekday:WEEKDAY EDGE? {parts.PART}?",
    f"THE? (EDGE (IN|OF)? THE?)? {parts.PART} (OF|ON) weekday:WEEKDAY",
)
def weekday(match: Match) -> Expression | None:
    """ "Friday", "Friday morning", "the night of Friday"."""
    return Calendar(weekday=int(match.value("weekday")), clock=parts.clock(match))


@rule("name:HOLIDAY (OF|COMMA)? year:$year", "name:HOLIDAY")
def holiday(match: Match) -> Expression | None:
    """ "Christmas 1963", "Good Friday"."""
    return Calendar(**parts.year(match), holiday=match.value("name"))


@rule(f"THE? (EDGE (IN|OF)? THE?)? {parts.PART}")
def part_alone(match: Match) -> Expression | None:
    """ "the morning", "early in the evening", "night"."""
    if match.kind_at(0) in ("THE", "EDGE"):
        return Step(offset=0, unit="D", origin=Origin.REFERENCE, clock=parts.clock(match))
    return Clock(clock=parts.clock(match))


@rule(
    f"THE? (EDGE (IN|OF)? THE?)? {parts.PART} (OF|ON)? {parts.RELATION}",
    f"THE? relation:(FOLLOWING|PREVIOUS|NEXT|THAT SAME?|SAME) unit:UNIT {parts.PART}",
)
def part_of_relation(match: Match) -> Expression | None:
    """ "the evening of that day"."""
    step = parts.relation(match)
    if step is None or step.unit != "D":
        return None
    return Step(offset=step.offset, unit="D", origin=step.origin, clock=parts.clock(match))
