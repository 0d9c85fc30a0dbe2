"""Where a report begins behind its dateline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.language import datelines, read


@pytest.mark.parametrize(
    "dateline",
    [
        "WASHINGTON — ",
        "LA PAZ (AP) - ",
        "CAMP LEMONNIER, Djibouti — ",
        "BUJUMBURA, Aug 8 (Agencies) - ",
        "ADDIS ABABA, 30 November 2010: ",
        "New Delhi, April 6: ",
        "Mexico City (AFP) – ",
        "PASADENA, Calif., Jan. 1 (UPI) — ",
    ],
)
def test_a_dateline_ends_where_the_report_begins(dateline: str) -> None:
    assert datelines.end(dateline + "Kenya suspended all flights.") == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya suspended all flights.",
        "NATO said on Monday it would leave.",
        "EUFOR: Arrival of reserve forces",
        "Q. – Can you confirm that?",
        "SECRETARY RICE: Thank you.",
        "UN-led talks began.",
        "Paris - the capital - was quiet.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert datelines.end(text) == 0


def test_a_sentence_begins_behind_it() -> None:
    reading = read("BUJUMBURA, Aug 8 (Agencies) - Kenya on Thursday suspended all flights.")
    assert reading.tokens[reading.sentences[1].start].text == "Kenya"


def test_the_place_of_a_report_does_nothing() -> None:
    text = "BUJUMBURA, Aug 8 (Agencies) - Kenya on Thursday suspended all flights to Burundi."
    [policy] = gm.parse(text, published="1996-08-08").policies
    assert policy.actors == ("place:kenya",)


@given(st.text(alphabet="AB ab.,:-–—()123\n", max_size=60))
def test_the_end_lies_in_the_text(text: str) -> None:
    assert 0 <= datelines.end(text) <= len(text)
