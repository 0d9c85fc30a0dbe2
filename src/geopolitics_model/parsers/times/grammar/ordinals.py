"""Parts by number: the first quarter, the second week of May, the last day of the year."""

from __future__ import annotations

from geopolitics_model.parsers.times.expressions import Calendar, Expression, Ordinal, Step
from geopolitics_model.parsers.times.grammar import parts
from geopolitics_model.parsers.times.rules import Match, rule

_OF = (
    "((OF|COMMA|IN)? ((THE? FISCAL UNIT? year:$year)"
    "|(THE UNIT)? (month:MONTH (OF|COMMA)?)? year:$year|month:MONTH))"
)
_RELATION = parts.RELATION.replace("unit:", "of:")
_ORDINAL = "ordinal:($ordinal|LAST|FINAL|OPENING)"


@rule(
    f"{parts.EDGE}? THE? {_ORDINAL} HYPHEN? unit:UNIT {_OF}",
    f"{parts.EDGE}? THE? {_ORDINAL} HYPHEN? unit:UNIT (OF|IN)? {_RELATION}",
    f"{parts.EDGE}? THE? {_ORDINAL} HYPHEN? unit:UNIT",
    f"{parts.EDGE}? THE? {_ORDINAL} half:HALF {_OF}?",
    f"{parts.EDGE}? THE? {_ORDINAL} half:HALF OF {_RELATION}",
)
def numbered(match: Match) -> Expression | None:
    """ "the first quarter of 2008", "the last week of May", "third-quarter"."""
    unit = "H" if "half" in match else match.value("unit")
    kind = match.kind("ordinal")
    number = {"LAST": -1, "FINAL": -1, "OPENING": 1}.get(kind) or parts.ordinal(match)
    within = _within(match)
    if number is None or number == 0:
        return None
    if within is None:
        if unit == "Q" and 1 <= number <= 4:
            return Calendar(quarter=number)
        return None
    if unit == "H":
        half = number if number > 0 else 2
        whole = within if isinstance(within, Calendar) else None
        if whole is not None and whole.month is None and half in (1, 2):
            return Calendar(year=whole.year, short_year=whole.short_year, half=half)
    if unit == "Q":
        quarter = number if number > 0 else 4
        if isinstance(within, Calendar):
            return Calendar(year=within.year, short_year=within.short_year, quarter=quarter)
        return Calendar(quarter=quarter, within=within)
    return Ordinal(number=number, unit=unit, within=within)


def _within(match: Match) -> Calendar | Step | None:
    if "relation" in match:
        return parts.relation(match, unit="of")
    if "month" not in match and "year" not in match:
        return None
    month = match.value("month")
    return Calendar(**parts.year(match), month=int(month) if month else None)
