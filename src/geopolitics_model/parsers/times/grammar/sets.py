"""Times that recur: every year, daily, twice a week, per month, on Fridays."""

from __future__ import annotations

from geopolitics_model.parsers.times.expressions import Expression, Fixed
from geopolitics_model.parsers.times.grammar import parts
from geopolitics_model.parsers.times.rules import Match, rule
from geopolitics_model.parsers.times.values import length

_MONEY_OR_SHARE = frozenset({"OFTEN", "TIMES", "PERCENT", "NUMBER", "INT", "DAYNUM", "SCALE"})


@rule("adverb:ADVSET")
def adverb(match: Match) -> Expression | None:
    """ "daily", "annual"."""
    return Fixed(value=match.value("adverb"), kind="set")


@rule(
    "EVERY (SECOND|BETTER|count:$number)? unit:$unit",
    "PER unit:UNIT",
    "OFTEN (A|EVERY|PER) unit:UNIT",
)
def every(match: Match) -> Expression | None:
    """ "every two years", "each day", "per month", "twice a week"."""
    count, said = parts.count(match) if "count" in match else (1, True)
    if not said or not count:
        return None
    return Fixed(value=length(count, match.value("unit")), kind="set")


@rule("A unit:UNIT")
def rate(match: Match) -> Expression | None:
    """The rate in "three times a week", "5 percent a year"."""
    if match.before() not in _MONEY_OR_SHARE:
        return None
    return Fixed(value=length(1, match.value("unit")), kind="set")


@rule(f"EVERY weekday:WEEKDAY {parts.PART}?", "weekday:WEEKDAYS")
def every_weekday(match: Match) -> Expression | None:
    """ "every Friday", "Fridays"."""
    return Fixed(value=f"XXXX-WXX-{match.value('weekday')}{parts.clock(match)}", kind="set")


@rule("EVERY season:$season", "EVERY month:MONTH", f"EVERY {parts.PART}")
def every_named(match: Match) -> Expression | None:
    """ "every summer", "each March", "every morning"."""
    if "season" in match:
        return Fixed(value=f"XXXX-2{match.value('season')}", kind="set")
    if "month" in match:
        return Fixed(value=f"XXXX-{int(match.value('month')):02}", kind="set")
    return Fixed(value=f"XXXX-XX-XX{parts.clock(match)}", kind="set")
