"""Ranges: both ends are expressions of their own, and what is said once holds for both."""

from __future__ import annotations

from geopolitics_model.parsers.times.expressions import Calendar
from geopolitics_model.parsers.times.grammar import parts
from geopolitics_model.parsers.times.rules import Match, Pieces, rule

_SEASON_OF = f"{parts.EDGE}? THE? last:SEASON OF?"
_TO = "(TO|AND|HYPHEN|SLASHMARK)"


def _number(match: Match, name: str) -> int | None:
    return int(match.value(name)) if match.value(name).isdecimal() else None


@rule(
    f"first:(month:MONTH day:DAYNUM) {_TO} second:(until:DAYNUM) (COMMA? year:YEAR)?",
    f"first:(day:DAYNUM) {_TO} second:(until:DAYNUM OF? month:MONTH (COMMA? year:YEAR)?)",
    f"first:(month:MONTH day:DAYNUM) {_TO} second:(last:MONTH until:DAYNUM COMMA? year:YEAR)",
    f"first:(day:DAYNUM OF? month:MONTH) {_TO} second:(until:DAYNUM last:MONTH COMMA? year:YEAR)",
)
def days(match: Match) -> Pieces | None:
    """ "2-5 August 2022", "August 2 to 5", "30 July to 2 August 2022"."""
    first, last = _number(match, "month"), _number(match, "last")
    known = parts.year(match)
    return (
        ("first", Calendar(**known, month=first, day=_number(match, "day"))),
        ("second", Calendar(**known, month=last or first, day=_number(match, "until"))),
    )


@rule(
    f"first:({parts.EDGE}? month:MONTH) {_TO} second:({parts.EDGE}? last:MONTH OF? year:YEAR)",
    f"first:({parts.EDGE}? THE? season:SEASON) {_TO} second:({_SEASON_OF} year:$any_year era:ERA?)",
)
def months(match: Match) -> Pieces | None:
    """ "April to June 1968", "the spring and early summer of 1943"."""
    year = parts.era_year(match) if "era" in match else int(match.value("year"))
    months, seasons = ("month" in match), ("season" in match)
    return tuple(
        (
            part,
            Calendar(
                year=year,
                month=_number(match, name) if months else None,
                season=_number(match, name) if seasons else None,
            ),
        )
        for part, name in (("first", "month" if months else "season"), ("second", "last"))
    )


@rule("first:(year:YEAR) (HYPHEN|SLASHMARK) second:(last:(DAYNUM|INT)) !HYPHEN")
def short_years(match: Match) -> Pieces | None:
    """ "1957-60"."""
    year, last = int(match.value("year")), match.value("last")
    if len(last) != 2 or int(last) <= year % 100:
        return None
    return ("first", Calendar(year=year)), ("second", Calendar(year=year // 100 * 100 + int(last)))


@rule(f"APPROX? first:(year:$any_year) {_TO} APPROX? second:(last:$any_year era:ERA)")
def era_years(match: Match) -> Pieces | None:
    """ "499 to 493 BC"."""
    last = parts.era_year(match, "last")
    first = parts.era_year(match)
    if first is None or last is None or first > last:
        return None
    return ("first", Calendar(year=first)), ("second", Calendar(year=last))
