"""Dates by the calendar: days, months, years, seasons, decades, centuries."""

from __future__ import annotations

from geopolitics_model.parsers.times.expressions import Calendar, Expression
from geopolitics_model.parsers.times.grammar import parts
from geopolitics_model.parsers.times.rules import Match, rule

_DAY = "(DAYNUM|$ordinal)"
_PART_OF = "THE? (EDGE (IN|OF)? THE?)? part:PART UNITS? (OF|ON)"
_MONTH_YEAR = "month:MONTH (OF|COMMA)? year:(YEAR|SHORTYEAR)"
_BEFORE_YEARS = frozenset(
    "IN BY FROM TO SINCE OF AFTER BEFORE BETWEEN AND HYPHEN OPEN COMMA AGO APPROX BREAK".split()
)
"""What stands before a year of the distant past or future; otherwise it is just a number."""
_WEEKDAY = "(weekday:WEEKDAY COMMA? (THE)?)?"


def _day(match: Match) -> Expression | None:
    number = parts.day(match)
    if number is None:
        return None
    return Calendar(
        **parts.year(match),
        month=int(match.value("month")),
        day=number,
        weekday=int(match.value("weekday") or 0) or None,
        clock=parts.clock(match),
    )


@rule(
    f"{_WEEKDAY} THE? month:MONTH THE? day:{_DAY} (COMMA? year:$year)? {parts.PART}?",
    f"{_WEEKDAY} THE? month:MONTH THE? day:{_DAY} COMMA year:$year",
    f"{_WEEKDAY} THE? day:{_DAY} HYPHEN? OF? month:MONTH HYPHEN? COMMA? year:$year",
    f"{_WEEKDAY} THE? day:{_DAY} OF? month:MONTH {parts.PART}?",
    f"{_PART_OF} {_WEEKDAY} month:MONTH THE? day:{_DAY} (COMMA? year:$year)?",
    f"{_PART_OF} {_WEEKDAY} THE? day:{_DAY} OF? month:MONTH (COMMA? year:$year)?",
)
def full_day(match: Match) -> Expression | None:
    """ "Wednesday, 3 August 2022", "August 3", "the 3rd of August", "the night of May 13"."""
    return _day(match)


@rule(f"year:YEAR COMMA? month:MONTH day:{_DAY}", f"year:YEAR HYPHEN month:MONTH HYPHEN day:{_DAY}")
def year_first(match: Match) -> Expression | None:
    """ "2022 August 3"."""
    return _day(match)


@rule("ISO")
def iso(match: Match) -> Expression | None:
    """ "2022-08-03", "2022-08-03T14:30"."""
    text = match.lexemes.values[match.found.start()]
    date, _, clock = text.replace(" ", "T").removesuffix("Z").partition("T")
    year, month, day = (int(part) for part in date.split("-"))
    if clock and (clock[:2] > "24" or clock[3:5] > "59" or clock[6:8] > "59"):
        return None
    return Calendar(year=year, month=month, day=day, clock=f"T{clock}" if clock else "")


@rule("SLASH", "DOTTED")
def numeric(match: Match) -> Expression | None:
    """ "03/25/2003", "25.3.2003". Slashes are month first unless that is no month."""
    text = match.lexemes.values[match.found.start()]
    slash = "/" in text
    first, second, year = (int(part) for part in text.replace(".", "/").split("/"))
    month, day = (first, second) if slash and first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    known: parts.Year = {"year": year} if year > 99 else {"short_year": year}
    return Calendar(**known, month=month, day=day)


@rule(
    f"{parts.EDGE}? {_MONTH_YEAR}",
    f"{parts.EDGE}? month:MONTH (HYPHEN|SLASHMARK) year:YEAR",
    "THE? UNIT OF month:MONTH (COMMA? year:$year)?",
)
def month_of_year(match: Match) -> Expression | None:
    """ "March 2022", "early March of 2022", "the month of May"."""
    return Calendar(**parts.year(match), month=int(match.value("month")))


@rule(f"{parts.EDGE}? month:MONTH", "EDGE HYPHEN? &MONTH month:MONTH")
def month_alone(match: Match) -> Expression | None:
    """ "March", "mid-March", "the end of March"."""
    return Calendar(month=int(match.value("month")))


@rule(f"{parts.EDGE}? month:MONTH (OF|COMMA)? {parts.RELATION}")
def month_of_that_year(match: Match) -> Expression | None:
    """ "August of that year", "March last year"."""
    within = parts.relation(match)
    return None if within is None else Calendar(month=int(match.value("month")), within=within)


@rule(
    f"{parts.EDGE}? year:YEAR",
    "THE? UNIT year:YEAR",
    "FISCAL UNIT? year:(YEAR|SHORTYEAR)",
    "THE UNITS year:YEAR",
)
def year_alone(match: Match) -> Expression | None:
    """ "2008", "late 2008", "the year 2008", "fiscal 2008"."""
    year = parts.year(match)
    distant = not 1700 <= year.get("year", 2000) < 2100
    if distant and match.kind_at(0) == "YEAR" and match.before() not in _BEFORE_YEARS:
        return None
    return Calendar(**year)


@rule(
    f"{parts.EDGE}? APPROX? STOP? year:$any_year era:ERA",
    f"{parts.EDGE}? era:ERA year:$any_year",
)
def era(match: Match) -> Expression | None:
    """ "492 BC", "AD 70"."""
    year = parts.era_year(match)
    return None if year is None else Calendar(year=year)


@rule(
    f"{parts.EDGE}? month:MONTH COMMA? year:$any_year era:ERA",
    f"{parts.EDGE}? THE? season:$season OF? year:$any_year era:ERA",
)
def part_of_era_year(match: Match) -> Expression | None:
    """ "August 480 BC", "the spring of 480 BC"."""
    season, month = match.value("season"), match.value("month")
    return Calendar(
        year=parts.era_year(match),
        month=int(month) if month else None,
        season=int(season) if season else None,
    )


@rule(
    f"{parts.EDGE}? THE? season:$season (OF|COMMA|HYPHEN)? year:$year",
    "year:YEAR HYPHEN? season:SEASON",
    f"{parts.EDGE}? THE? season:$season OF? {parts.RELATION}",
)
def season_of_year(match: Match) -> Expression | None:
    """ "the spring of 2022", "summer 2022", "the fall of that year"."""
    within = parts.relation(match) if "year" not in match else None
    return Calendar(**parts.year(match), season=int(match.value("season")), within=within)


@rule(f"{parts.EDGE}? THE? season:SEASON", "(IN|THIS) (THE|EDGE){0,2} season:FALL")
def season_alone(match: Match) -> Expression | None:
    """ "the summer", "early spring"."""
    return Calendar(season=int(match.value("season")))


@rule(f"{parts.EDGE}? THE? decade:YEARS era:ERA?", f"{parts.EDGE}? THE decade:DECADE")
def decade(match: Match) -> Expression | None:
    """ "the 1990s", "the late '60s", "the sixties", "the 470s BC"."""
    figures = match.value("decade").strip("'’‘").rstrip("s").rstrip("'’")
    if len(figures) == 3 and "era" not in match:
        return None
    return Calendar(decade=int(figures), before_christ=match.value("era") == "BC")


@rule(f"{parts.EDGE}? THE? ordinal:$ordinal HYPHEN? unit:(UNIT|UNITS) era:ERA?")
def century(match: Match) -> Expression | None:
    """ "the 19th century", "the fourth century BC", "mid-twentieth-century"."""
    unit = match.value("unit")
    number = parts.ordinal(match)
    if unit not in ("CE", "ML") or not number or number > 99:
        return None
    length = 100 if unit == "CE" else 1000
    first = (number - 1) * length
    bc = match.value("era") == "BC"
    if unit == "ML":
        return None if bc else Calendar(century=first // 100 * 100)
    return Calendar(century=first, before_christ=bc)
