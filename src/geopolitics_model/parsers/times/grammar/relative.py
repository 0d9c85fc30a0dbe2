"""Times by their relation to another: today, last week, two years ago, the following day."""

from __future__ import annotations

from geopolitics_model.parsers.times.expressions import (
    Calendar,
    Expression,
    Length,
    Origin,
    Shift,
    Step,
)
from geopolitics_model.parsers.times.grammar import parts
from geopolitics_model.parsers.times.rules import Match, rule

_BESIDE = "LAST|NEXT|COMING|PREVIOUS|FOLLOWING"
_NAMED = "(weekday:WEEKDAY|season:$season|month:MONTH|part:(PART|NOON))"
_COUNT = "count:((A? DOZEN)|(A? FEW OF?)|$number|A)"
_ABOUT = "(APPROX|(MORE|LESS) THAN|AT LESS){0,2}"


@rule(f"deictic:DEICTIC {parts.PART}?", f"(EDGE|LATER|EARLIER) deictic:DEICTIC {parts.PART}?")
def deictic(match: Match) -> Expression | None:
    """ "today", "yesterday morning", "late tonight"."""
    value = match.value("deictic")
    part = parts.clock(match) or ("TNI" if value.endswith("NI") else "")
    return Step(offset=int(value.removesuffix("NI")), unit="D", clock=part)


@rule("THE? unit:UNIT side:(BEFORE|AFTER) deictic:DEICTIC")
def day_beside(match: Match) -> Expression | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    offset = match.value("deictic")
    side = int(match.value("side"))
    if match.value("unit") != "D" or offset != str(side):
        return None
    return Step(offset=2 * side, unit="D")


@rule(
    f"{parts.EDGE}? {parts.RELATION}",
    "relation:(EDGE|LATER|EARLIER) (IN|ON)? THE? &(THIS|THAT) that:(THIS|THAT) SAME? unit:UNIT",
    f"EARLIER? EDGE (IN|ON)? {parts.RELATION}",
)
def by_relation(match: Match) -> Expression | None:
    """ "last week", "early next year", "that same day", "later that month", "the previous year"."""
    kind, unit = match.kind("relation"), match.value("unit")
    if unit in ("TH", "TM", "TS"):
        return None
    if "that" in match:
        origin = Origin.SPEECH if match.kind("that") == "THIS" else Origin.REFERENCE
        return Step(offset=0, unit=unit, origin=origin)
    bare = kind == "THE" and match.found.end() - match.found.start() == 2
    if bare and unit not in ("WE", "Q") and (match.before() != "IN" or unit == "D"):
        return None  # "the year" alone mostly names no time
    if kind == "LAST" and _definite(match):
        if unit in ("D", "WE"):
            return None
        return Length(count=1, unit=unit)
    if kind == "NEXT" and _definite(match):
        return Step(offset=1, unit=unit, origin=Origin.REFERENCE)
    if unit == "WE" and kind in ("THE", "THIS"):
        return Step(offset=0, unit="WE", near=True)
    return parts.relation(match)


def _definite(match: Match) -> bool:
    """Whether "the" stands right before the relation: "the last year" is a length."""
    return match.group("relation")[0] > match.found.start() and match.before("relation") == "THE"


@rule(
    "(EARLIER|LATER) (IN|ON)? relation:(THIS|THAT|THE) SAME? unit:UNIT",
    "(EARLIER|LATER) IN THE season:SEASON",
)
def later_in(match: Match) -> Expression | None:
    """ "later that year", "earlier this month", "later in the year"."""
    if "season" in match:
        return Calendar(season=int(match.value("season")))
    unit = match.value("unit")
    return parts.relation(match) if unit in ("D", "W", "M", "Y", "DE", "CE", "WE") else None


@rule(
    f"{parts.EDGE}? THE? relation:({_BESIDE}|THIS|PAST|THAT SAME?|SAME) {_NAMED} night:PART?",
    f"(EDGE|LATER|EARLIER) (IN|ON)? THE? relation:(THIS|THAT) SAME? {_NAMED}",
    "weekday:WEEKDAY relation:LAST &$stop",
)
def named_by_relation(match: Match) -> Expression | None:
    """ "last Friday", "next March", "this summer", "that night"."""
    kind = match.kind("relation")
    offset = {"LAST": -1, "PAST": -1, "PREVIOUS": -1, "NEXT": 1, "COMING": 1, "FOLLOWING": 1}.get(
        kind, 0
    )
    origin = Origin.SPEECH
    if kind in ("PREVIOUS", "FOLLOWING", "THAT", "SAME"):
        origin = Origin.REFERENCE
    night = parts.clock(match, "night")
    for name in ("weekday", "season", "month"):
        if name in match:
            return Step(
                offset=offset, unit=name, number=int(match.value(name)), origin=origin, clock=night
            )
    if kind == "PAST" or (night and offset):
        return None
    return Step(offset=offset, unit="D", origin=origin, clock=parts.clock(match))


@rule(
    f"THE? relation:({_BESIDE}|THIS) unit:UNIT (ON|COMMA)? weekday:WEEKDAY",
    f"weekday:WEEKDAY (OF|COMMA)? THE? relation:({_BESIDE}|THIS) unit:UNIT",
)
def weekday_of_week(match: Match) -> Expression | None:
    """ "Friday of last week", "next week Monday"."""
    if match.value("unit") != "W":
        return None
    return Calendar(weekday=int(match.value("weekday")), within=parts.relation(match))


@rule(
    f"{_ABOUT} {_COUNT} (AND half:(A HALF))? MORE? HYPHEN? unit:$unit side:AGO",
    f"{_ABOUT} unit:UNITS side:AGO",
    f"{_ABOUT} {_COUNT} unit:$unit FROM side:(VAGUE|DEICTIC)",
    "THE? unit:UNIT HYPHEN side:AGO",
)
def ago(match: Match) -> Expression | None:
    """ "two years ago", "a week ago", "years ago"."""
    return _shift(match, Origin.SPEECH)


@rule(
    f"{_ABOUT} {_COUNT} MORE? unit:$unit side:(EARLIER|LATER)",
    f"{_ABOUT} {_COUNT} MORE? unit:$unit side:(BEFORE|AFTER) &$stop",
    f"{_ABOUT} unit:UNITS side:(EARLIER|LATER)",
    "THE? unit:UNIT HYPHEN? side:(EARLIER|LATER)",
    "half:HALF A unit:UNIT side:(EARLIER|LATER)",
    "THE unit:UNIT side:(BEFORE|AFTER) &$stop",
)
def later(match: Match) -> Expression | None:
    """ "two years later", "a week earlier", "three days before", "the day before"."""
    return _shift(match, Origin.REFERENCE)


def _shift(match: Match, origin: Origin) -> Expression | None:
    unit = match.value("unit")
    from_now = match.kind("side") in ("VAGUE", "DEICTIC")
    if from_now and match.text("side").lower() not in ("now", "today"):
        return None
    sign = 1 if from_now else int(match.value("side"))
    if "half" in match:
        count: float | None = 0.5
    elif "count" not in match:
        count = None if match.kind("unit") == "UNITS" else 1.0
        if (
            match.kind("unit") == "UNIT"
            and match.kind("side") in ("EARLIER", "LATER")
            and unit not in ("D", "W", "M", "Y")
        ):
            return None
    else:
        count, said = parts.count(match)
        if not said:
            return None
    return Shift(count=count, unit=unit, sign=sign, origin=origin)


@rule("THE? THAT? SAME TIMES", "THAT TIMES")
def same_time(match: Match) -> Expression | None:
    """ "at the same time", "at that time", in a history."""
    if not match.lexemes.text[: match.end].endswith("time"):
        return None
    return Step(offset=0, unit="", origin=Origin.REFERENCE)
