"""The days of EDTF and TIMEX3 values; `edtf`, where it knows a form, is the oracle."""

import datetime as dt
import re
import warnings
from contextlib import suppress

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geopolitics_model.errors import InvalidValue
from geopolitics_model.model.calendar import UNKNOWN, days
from tests.strategies import edtf_dates, intervals, when_values

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from edtf import parse_edtf


def day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-08-03", "2022-08-03", "2022-08-03"),
        ("2022-08", "2022-08-01", "2022-08-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"),
        ("2022-12", "2022-12-01", "2022-12-31"),
        ("2008", "2008-01-01", "2008-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("199X-08", "1990-08-01", "1999-08-31"),
        ("199X-08-05", "1990-08-05", "1999-08-05"),
        ("199X-02-29", "1992-02-29", "1996-02-29"),
        ("2022-XX", "2022-01-01", "2022-12-31"),
        ("2022-XX-XX", "2022-01-01", "2022-12-31"),
        ("2022-XX-05", "2022-01-05", "2022-12-05"),
        ("2022-02-XX", "2022-02-01", "2022-02-28"),
        ("2022-21", "2022-03-01", "2022-05-31"),
        ("2022-22", "2022-06-01", "2022-08-31"),
        ("2022-23", "2022-09-01", "2022-11-30"),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("9999-24", "9999-12-01", None),
        ("2022-W31", "2022-08-01", "2022-08-07"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2022-W31-1", "2022-08-01", "2022-08-01"),
        ("2022-W31-7", "2022-08-07", "2022-08-07"),
        ("2022-W31-WE", "2022-08-06", "2022-08-07"),
        ("2022-WXX", "2022-01-01", "2022-12-31"),
        ("199X-W31", "1990-01-01", "1999-12-31"),
        ("9999-W52", "9999-12-27", None),
        ("9999-W52-5", "9999-12-31", "9999-12-31"),
        ("9999-W52-6", None, None),
        ("9999-W52-WE", None, None),
        ("2022-Q1", "2022-01-01", "2022-03-31"),
        ("2022-Q4", "2022-10-01", "2022-12-31"),
        ("2022-QX", "2022-01-01", "2022-12-31"),
        ("2022-H1", "2022-01-01", "2022-06-30"),
        ("2022-H2", "2022-07-01", "2022-12-31"),
        ("2022-HX", "2022-01-01", "2022-12-31"),
        ("FY2023", "2023-01-01", "2023-12-31"),
        ("2022-08-03TMO", "2022-08-03", "2022-08-03"),
        ("2022-08-03T14:30", "2022-08-03", "2022-08-03"),
        ("2022-08-03T24:00:00Z", "2022-08-03", "2022-08-03"),
        ("2022-08-03T2359+02:00", "2022-08-03", "2022-08-03"),
        ("2022-08-03?", "2022-08-03", "2022-08-03"),
        ("2022-08~", "2022-08-01", "2022-08-31"),
        ("2022%", "2022-01-01", "2022-12-31"),
        ("2022-08-02/2022-08-05", "2022-08-02", "2022-08-05"),
        ("2022-07/2022-08", "2022-07-01", "2022-08-31"),
        ("2022-08-02/..", "2022-08-02", None),
        ("2022-08-02/", "2022-08-02", None),
        ("../2022", None, "2022-12-31"),
        ("/2022", None, "2022-12-31"),
        ("-0431/-0404", None, None),
    ],
)
def test_first_and_last_day(value: str, first: str | None, last: str | None) -> None:
    assert days(value) == (day(first), day(last))


@pytest.mark.parametrize(
    "value",
    [
        *("PAST_REF", "PRESENT_REF", "FUTURE_REF", "P1M", "P10Y", "PXD", "PXXM", "P1Y6M", "PT36H"),
        *("P1DE", "P2WE", "P1.5Y", "P1DT2H", "PT1H30M", "PTXM", "T14:00", "TNI", "T09:30:15+01:00"),
        *("-0491", "0000", "-0480-08-29", "Y17000", "Y-17000-02", "XXXX", "XXXX-09-01", "X999"),
        *("XXXX-WXX-5", "XXXX-02-29", "-0400-02-29"),
    ],
)
def test_no_day_of_the_calendar(value: str) -> None:
    assert days(value) == UNKNOWN == (None, None)


FORMLESS = """
    yesterday 2022-8-3 22-08-03 2022-13 2022-00 2022-08-32 20220803 2022-08-00 2022-25 2022-20
    2022-W54 2022-W00 2022-W31-8 2022-Q5 2022-Q0 2022-H3 P PT P1 1M P1Z p1m P-1M T25:00 T14:60 T7
    2022-08-03T 2022-08-03T99 past_ref 2022/P1M 2022/2023/2024 Y1700 1X9X9 ٢٠٢٢
""".split()


@pytest.mark.parametrize("value", ["", " ", "2022\n", "PAST_REF ", "2022-08-03 14:00", *FORMLESS])
def test_no_such_form(value: str) -> None:
    with pytest.raises(
        InvalidValue, match=r"^When\.value: .* is no date, time or duration of EDTF"
    ):
        days(value)


@pytest.mark.parametrize(
    "value",
    [
        *("2022-02-29", "2022-04-31", "1900-02-29", "XXXX-02-30", "XXXX-04-31", "199X-02-30"),
        *("-0401-02-29", "Y12023-02-29", "2021-W53", "2022-02-01/2022-02-30"),
    ],
)
def test_no_such_day(value: str) -> None:
    with pytest.raises(InvalidValue, match=r"^When\.value: '.*': the calendar has no such day or"):
        days(value)


@pytest.mark.parametrize("value", ["/", "../..", "../", "/.."])
def test_an_interval_open_on_both_sides_says_nothing(value: str) -> None:
    with pytest.raises(InvalidValue, match=r"^When\.value: '.*' is open on both sides$"):
        days(value)


@given(edtf_dates() | intervals)
def test_agrees_with_the_edtf_library(value: str) -> None:
    # Its winter ends with the year, its decades have a 29 February each year and no seasons, and
    # no `date` holds the days of the year 0 and before.
    assume(not value.startswith(("-", "X", "0000", "000X", "00XX")))
    assume(not re.search(r"-24$|X-02-29$|X-2[1-4]$", value))
    first, last = days(value)
    assert first is not None
    assert last is not None
    oracle = parse_edtf(value)
    assert first.timetuple()[:3] == tuple(oracle.lower_strict()[:3])
    assert last.timetuple()[:3] == tuple(oracle.upper_strict()[:3])


@given(when_values)
def test_in_order(value: str) -> None:
    first, last = days(value)
    assert first is None or last is None or first <= last


@given(st.text(st.sampled_from("0123456789X-/.TPQWHYMDE:Z+?~%")))
def test_an_answer_or_a_clear_error(value: str) -> None:
    with suppress(InvalidValue):
        first, last = days(value)
        assert first is None or isinstance(first, dt.date)
        assert last is None or isinstance(last, dt.date)
