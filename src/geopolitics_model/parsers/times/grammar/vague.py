"""Vague times: now, recently, the past, the future, in recent years, the coming weeks."""

from __future__ import annotations

from geopolitics_model.parsers.times.expressions import Expression, Fixed
from geopolitics_model.parsers.times.rules import Match, rule


@rule("word:VAGUE", "THE word:VAGUE &$stop", "THE? word:VAGUE unit:(UNITS|UNIT)")
def vague(match: Match) -> Expression | None:
    """ "now", "recently", "recent years", "the near future"."""
    if "unit" in match and match.text("word").lower() not in ("recent", "future"):
        return None
    if match.kind_at(0) == "THE" and "unit" not in match and match.value("word") != "FUTURE_REF":
        return None  # "the former" of two
    return Fixed(value=match.value("word"))


@rule(
    "THIS unit:UNITS",
    "PRESENT HYPHEN? (UNIT|UNITS)",
    "AT PRESENT",
    "THE MOMENT &$stop",
    "THE PRESENT &$stop",
    "THE PRESENT TIMES",
)
def present(match: Match) -> Expression | None:
    """ "these days", "the present day", "at present"."""
    if "unit" in match and match.value("unit") not in ("D", "M", "Y", "W"):
        return None
    return Fixed(value="PRESENT_REF")


@rule("word:FORMER")
def former(match: Match) -> Expression | None:
    """ "former", but not "the former" of two."""
    if match.before() == "THE" and match.followed():
        return None
    return Fixed(value=match.value("word"), history=True)


@rule("THE? COMING UNITS")
def coming(_: Match) -> Expression | None:
    """ "the coming weeks"."""
    return Fixed(value="FUTURE_REF")


@rule("THE PAST &(STOP|COMMA|CLOSE|QUOTE|AND|BREAK)")
def past(_: Match) -> Expression | None:
    """ "the past"."""
    return Fixed(value="PAST_REF")
