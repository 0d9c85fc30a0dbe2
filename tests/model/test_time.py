"""Time expressions and periods."""

import datetime as dt

import pytest

import geopolitics_model as gm
from geopolitics_model.errors import InvalidValue
from geopolitics_model.model.time import check_order


def when(value: str) -> gm.When:
    return gm.When(text="then", kind=gm.TimeKind.DATE, value=value)


def test_bounds() -> None:
    august = when("2022-08")
    assert (august.earliest, august.latest) == (dt.date(2022, 8, 1), dt.date(2022, 8, 31))
    assert (when("P1M").earliest, when("P1M").latest) == (None, None)
    assert (august.bound, august.evidence) == (None, ())


def test_a_value_of_no_known_form() -> None:
    with pytest.raises(InvalidValue, match=r"^When\.value: 'soon' is no date"):
        when("soon")


@pytest.mark.parametrize("value", ["2022-08-05/2022-08-02", "2023/2022", "2022-08/2022-07-31"])
def test_an_interval_runs_forward(value: str) -> None:
    with pytest.raises(InvalidValue, match=f"^When.value: '{value}' ends before it starts$"):
        when(value)


def test_an_interval_of_one_day() -> None:
    assert when("2022-08-05/2022-08-05").earliest == when("2022-08-05").latest


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2022-08-05", "2022-08-05"),
        ("2022-08-05", "2022"),
        ("2022", "2022-01-01"),
        ("2022", "P1M"),
        ("P1M", "2022"),
        ("-0431", "-0500"),
    ],
)
def test_periods_that_may_be(start: str, end: str) -> None:
    check_order("Role", when(start), when(end))
    check_order("Role", None, when(end))
    check_order("Role", when(start), None)


@pytest.mark.parametrize(
    "make",
    [
        lambda **period: gm.Role(title="minister", **period),
        lambda **period: gm.Mission(id="mission:x", name="X", **period),
        lambda **period: gm.Conflict(id="conflict:x", name="X", **period),
    ],
)
def test_no_period_ends_before_it_starts(make: type) -> None:
    with pytest.raises(InvalidValue) as caught:
        make(start=when("2022-08-05"), end=when("2022-08-04"))
    owner = type(make(start=None, end=None)).__name__
    message = f"{owner}.end: 2022-08-04 lies before {owner}.start, which is 2022-08-05"
    assert str(caught.value) == message
