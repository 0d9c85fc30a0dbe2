"""When a conflict began and ended: the years of its name, its clauses, the act that ended it."""

from __future__ import annotations

import pytest

import geopolitics_model as gm


def period(text: str) -> tuple[str | None, str | None, str]:
    (conflict,) = gm.parse(text).conflicts
    start, end = (None if when is None else when.value for when in (conflict.start, conflict.end))
    return start, end, conflict.status.value


@pytest.mark.parametrize(
    "text",
    [
        "The 1991-92 war in South Ossetia was short.",
        "The war in South Ossetia (1991–1992) was short.",
        "The war in South Ossetia lasted from 1991 to 1992.",
        "The war in South Ossetia, which had begun in 1991, ended in 1992.",
    ],
)
def test_years_of_a_war(text: str) -> None:
    assert period(text) == ("1991", "1992", "ended")


def test_year_that_a_noun_brings() -> None:
    assert period("The 1967 war between Israel and Egypt lasted six days.")[0] == "1967"
    assert period("The fighting of 2012 between Israel and Egypt was short.")[0] == "2012"


@pytest.mark.parametrize(
    "text",
    [
        "Between 1980 and 1988 Iraq fought Iran.",
        "Iraq fought Iran between 1980 and 1988.",
        "Between 1980 and 1988 Iraq and Iran fought a war in which many died.",
        "A war between Iraq and Iran broke out in 1980 and ran until 1988.",
    ],
)
def test_range_of_a_clause(text: str) -> None:
    assert period(text) == ("1980", "1988", "ended")


def test_range_that_is_not_over() -> None:
    text = "Between May and August 2023 the army fought rebels in Sudan."
    (conflict,) = gm.parse(text, published="2023-06-10").conflicts
    assert conflict.end is None


def test_revolt_put_down() -> None:
    assert period("A brief revolt in Brunei was put down in December 1962.")[1:] == (
        "1962-12",
        "ended",
    )


@pytest.mark.parametrize(
    "end",
    [
        "The garrison surrendered on 14 June.",
        "The armistice of 14 June 1982 left the border where it was.",
        "A truce took effect on 14 June 1982.",
        "By the treaty of peace ratified on 14 June 1982 Argentina withdrew.",
    ],
)
def test_act_that_ended_a_war(end: str) -> None:
    text = f"Argentina invaded the Falkland Islands on 2 April 1982. The war was bitter. {end}"
    assert period(text) == ("1982-04-02", "1982-06-14", "ended")


@pytest.mark.parametrize(
    "text",
    [
        "The truce of 14 June 1982 was broken.",
        "The garrison refused to surrender on 14 June 1982.",
        "A treaty on fishing was ratified on 14 June 1982.",
    ],
)
def test_what_ended_no_war(text: str) -> None:
    told = f"{text} Argentina had invaded the Falkland Islands on 2 April 1982. The war was bitter."
    assert period(told)[1] is None


def test_since_of_a_later_clause() -> None:
    text = "The insurgency in Mali has killed 3,000 people and displaced 80,000 since 2017."
    assert period(text) == ("2017", None, "active")


def test_what_came_after_a_war_does_not_begin_it() -> None:
    told = period("Chad was poor in 2008, a decade after a bloody war in the north.")
    assert told == (None, "1998", "ended")
