"""Durations: for three weeks, a two-year plan, the past decade, several months, 22 years old."""

from __future__ import annotations

from geopolitics_model.parsers.times.expressions import Expression, Fixed, Length
from geopolitics_model.parsers.times.grammar import parts
from geopolitics_model.parsers.times.rules import Match, rule

_OLD = "(HYPHEN? OLD)"
_BESIDE = "LAST|PAST|PREVIOUS|NEXT|COMING|FOLLOWING|FINAL|OPENING"
_ABOUT = "about:(APPROX|(MORE|LESS) THAN|AT LESS){0,2}"
_BEFORE_BARE = frozenset({"IN", "OF", "AFTER", "BEFORE", "BY", "AND", "FROM", "TO"})
_COUNT = "count:((A? DOZEN)|(A? FEW OF?)|$number|A)"


@rule(
    f"{_ABOUT} {_COUNT} (BETTER|MORE){{0,2}} (AND half:(A HALF))? HYPHEN? unit:$unit {_OLD}?",
    f"THE? {_ABOUT} ({_BESIDE}|LATTER|$ordinal) {_COUNT} BETTER? HYPHEN? unit:$unit",
    f"(THE|THAT|THIS)? {_COUNT} ({_BESIDE}) HYPHEN? unit:UNITS",
    f"{_ABOUT} {_COUNT} unit:UNIT AND half:(A HALF)",
    f"THE {_COUNT} HYPHEN? unit:UNITS",
)
def counted(match: Match) -> Expression | None:
    """ "three weeks", "a two-year", "the past three years", "two and a half years"."""
    unit = match.value("unit")
    count, said = parts.count(match)
    if not said or (count is not None and count <= 0):
        return None
    if match.text("count").lower() in ("a", "an") and unit in ("Q", "WE"):
        return None
    if match.kind("count") == "YEAR" and match.kind("unit") == "UNIT":
        return None
    if "half" in match and count is not None:
        count += 0.5
    return Length(count=count, unit=unit, about="about" in match and match.text("about") != "")


@rule("(A|$number)? HALF HYPHEN? A? HYPHEN? unit:(UNIT|UNITS)")
def half(match: Match) -> Expression | None:
    """ "half an hour", "half a century", "a half-century"."""
    return Length(count=0.5, unit=match.value("unit"))


@rule(
    f"THE? ({_BESIDE}|EDGE|LATTER|ORDINAL) unit:UNITS",
    "(APPROX|BETTER){0,2} unit:UNITS",
)
def uncounted(match: Match) -> Expression | None:
    """ "years", "the final months"."""
    if match.kind_at(0) == "UNITS" and match.before() not in _BEFORE_BARE:
        return None
    return Length(count=None, unit=match.value("unit"))


@rule("THE PAST unit:UNIT", "THE? BETTER unit:UNIT")
def whole(match: Match) -> Expression | None:
    """ "the past year"."""
    return Length(count=1, unit=match.value("unit"))


@rule("adjective:PERIODADJ")
def period_adjective(match: Match) -> Expression | None:
    """ "a yearlong siege"."""
    return Fixed(value=match.value("adjective"), kind="duration")


@rule("AGE count:($word_number|DAYNUM|INT)")
def age(match: Match) -> Expression | None:
    """ "aged 79", "at age seventy-nine"."""
    count, said = parts.count(match)
    return Length(count=count, unit="Y") if said and count is not None and count < 130 else None


@rule("count:($word_number|DAYNUM|INT) &(HYPHEN? (TO|AND|HYPHEN) $number HYPHEN? unit:$unit)")
def first_of_range(match: Match) -> Expression | None:
    """The first of "twelve to eighteen months"."""
    count, said = parts.count(match)
    return Length(count=count, unit=match.value("unit")) if said else None
