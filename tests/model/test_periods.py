"""The days of facts, and whether they meet the days that are asked for."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import geopolitics_model as gm
from geopolitics_model.errors import InvalidValue
from geopolitics_model.model.calendar import UNKNOWN, Days
from geopolitics_model.model.periods import asked_days, bounded, overlaps, periods

REPORTED: Days = (dt.date(2022, 8, 1), dt.date(2022, 8, 9))


def when(value: str | None) -> gm.When | None:
    return None if value is None else gm.When(text="x", kind=gm.TimeKind.DATE, value=value)


def days(first: str | None, last: str | None) -> Days:
    return (
        None if first is None else dt.date.fromisoformat(first),
        None if last is None else dt.date.fromisoformat(last),
    )


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2020", "2021-03", "2020-01-01", "2021-03-31"),
        ("2020", None, "2020-01-01", "2022-08-09"),  # it has begun, and goes on
        ("2022-08-09", None, "2022-08-09", "2022-08-09"),
        ("2023-02", None, "2023-02-01", "2023-02-28"),  # it is to begin
        (None, "2021-03", "2021-03-01", "2021-03-31"),  # only its end is known
        (None, None, None, None),
    ],
)
@pytest.mark.parametrize("kind", [gm.Mission, gm.Conflict])
def test_what_lasts(
    kind: Any, start: str | None, end: str | None, first: str | None, last: str | None
) -> None:
    thing = kind(id="x:1", name="X", start=when(start), end=when(end))
    assert list(periods(thing, REPORTED)) == [days(first, last)]


def test_what_has_begun_goes_on_only_if_it_was_reported() -> None:
    thing = gm.Mission(id="mission:1", name="X", start=when("2020"))
    assert list(periods(thing, UNKNOWN)) == [days("2020-01-01", "2020-12-31")]


def test_a_statement_without_a_time_was_made_when_it_was_first_reported() -> None:
    said = gm.Statement(id="statement:1", content="x")
    assert list(periods(said, REPORTED)) == [days("2022-08-01", "2022-08-01")]
    dated = gm.Statement(id="statement:1", content="x", when=when("2022-07"))
    assert list(periods(dated, REPORTED)) == [days("2022-07-01", "2022-07-31")]


def test_a_policy_has_the_days_of_its_history_too() -> None:
    policy = gm.Policy(
        id="policy:1",
        title="X",
        effective=when("2022-01-02"),
        history=(gm.StatusChange(status=gm.PolicyStatus.ADOPTED, when=when("2021-12-31")),),
    )
    assert list(periods(policy, REPORTED)) == [
        days("2022-01-02", "2022-01-02"),
        days("2021-12-31", "2021-12-31"),
    ]


@pytest.mark.parametrize(
    ("bound", "first", "last"),
    [
        (None, "2022-07-01", "2022-07-31"),
        (gm.Bound.BEFORE, None, "2022-07-31"),
        (gm.Bound.UNTIL, None, "2022-07-31"),
        (gm.Bound.SINCE, "2022-07-01", None),
        (gm.Bound.AFTER, "2022-07-01", None),
        (gm.Bound.ABOUT, "2022-07-01", "2022-07-31"),
    ],
)
def test_a_bound_leaves_one_side_open(
    bound: gm.Bound | None, first: str | None, last: str | None
) -> None:
    july = gm.When(text="x", kind=gm.TimeKind.DATE, value="2022-07", bound=bound)
    assert bounded(july) == days(first, last)
    said = gm.Statement(id="statement:1", content="x", when=july)
    assert list(periods(said, REPORTED)) == [days(first, last)]


def test_what_has_no_time_has_no_days() -> None:
    assert list(periods(gm.Person(id="person:x", name="X"), REPORTED)) == []


@pytest.mark.parametrize(
    ("period", "asked", "meets"),
    [
        (("2022-01-01", "2022-01-31"), ("2022-01-31", "2022-02-28"), True),
        (("2022-02-28", "2022-03-31"), ("2022-01-31", "2022-02-28"), True),
        (("2022-01-01", "2022-01-30"), ("2022-01-31", "2022-02-28"), False),
        (("2022-03-01", "2022-03-31"), ("2022-01-31", "2022-02-28"), False),
        ((None, "2022-01-31"), ("2022-01-31", None), True),
        ((None, "2022-01-30"), ("2022-01-31", None), False),
        (("2022-03-01", None), (None, "2022-02-28"), False),
        (("2022-03-01", None), (None, "2022-03-01"), True),
        ((None, None), (None, "2022-03-01"), False),
    ],
)
def test_overlaps(period: Any, asked: Any, meets: bool) -> None:
    assert overlaps(days(*period), days(*asked)) is meets


def test_what_can_be_asked_for() -> None:
    noon = dt.datetime(2022, 8, 4, 12, tzinfo=dt.UTC)
    assert asked_days(noon) == asked_days(noon.date()) == days("2022-08-04", "2022-08-04")
    assert type(asked_days(noon)[0]) is dt.date
    assert asked_days("2022-08/2022-09") == days("2022-08-01", "2022-09-30")
    assert asked_days("2022/..") == days("2022-01-01", None)
    with pytest.raises(InvalidValue, match=r"^'P1M' denotes no day of the calendar$"):
        asked_days("P1M")
