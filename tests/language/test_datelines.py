"""Where a report begins behind its dateline."""

from __future__ import annotations

import datetime as dt

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
        "EU–China summit ended in Beijing.",
        "NATO — Europe's shield — said it would act.",
        "MINUSMA – The mission in Mali closed.",
        "President Bush, May 5: The war is over.",
        "On Friday, May 5: Troops crossed the border.",
        "Kosovo (1999) – The bombing began.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert datelines.end(text) == 0


def test_a_date_stays_where_nothing_else_tells_when() -> None:
    text = "KABUL, Aug 15, 2021 - Ghana imposed sanctions."
    assert datelines.end(text, written=False) == 0
    assert datelines.end("KABUL (AP) - Ghana imposed sanctions.", written=False) > 0


def test_a_sentence_begins_behind_it() -> None:
    text = "BUJUMBURA, Aug 8 (Agencies) - Kenya on Thursday suspended all flights."
    reading = read(gm.Article(text=text, published=dt.date(1996, 8, 9)))
    assert reading.tokens[reading.sentences[1].start].text == "Kenya"


def test_the_place_of_a_report_does_nothing() -> None:
    text = "BUJUMBURA, Aug 8 (Agencies) - Kenya on Thursday suspended all flights to Burundi."
    [policy] = gm.parse(text, published="1996-08-08").policies
    assert policy.actors == ("place:kenya",)


@given(st.text(alphabet="AB ab.,:-–—()123\n", max_size=60))
def test_the_report_is_no_shorter_than_a_word(text: str) -> None:
    end = datelines.end(text)
    assert end == 0 or text[end] in "AB("
