"""Numbers of things: figures, words, ranges, bounds, vague ones, and what is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geopolitics_model.language import read
from geopolitics_model.model import Qualifier
from geopolitics_model.parsers import quantities
from geopolitics_model.parsers.tables import rows


def only(text: str) -> quantities.Counted:
    (found,) = quantities.find(read(text))
    return found


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "unit"),
    [
        ("The force has 4,200 soldiers.", 4200, None, None, "soldiers"),
        ("Twenty-five observers arrived.", 25, None, None, "observers"),
        ("Two hundred and fifty men were lost.", 250, None, None, "men"),
        ("Between 40 and 60 rebels surrendered.", None, 40, 60, "rebels"),
        ("They counted 400-900 tents.", None, 400, 900, "tents"),
        ("Two to three million people fled.", None, 2_000_000, 3_000_000, "people"),
        ("Dozens of villagers fled.", None, 24, None, "villagers"),
        ("Tens of thousands of villagers fled.", None, 20_000, None, "villagers"),
        ("Half a million people fled.", 500_000, None, None, "people"),
        ("A dozen officers resigned.", 12, None, None, "officers"),
        ("The raid left 30 dead.", 30, None, None, "dead"),
    ],
)
def test_value_range_and_unit(
    text: str, value: float | None, low: float | None, high: float | None, unit: str
) -> None:
    quantity = only(text).quantity
    assert (quantity.value, quantity.low, quantity.high) == (value, low, high)
    assert quantity.unit == unit


@pytest.mark.parametrize("row", rows("geopolitics_model.parsers", "qualifiers"), ids=str)
def test_every_qualifier(row: dict[str, str]) -> None:
    quantity = only(row["example"]).quantity
    assert quantity.value == 300
    assert quantity.qualifier == row["qualifier"]


@pytest.mark.parametrize("row", rows("geopolitics_model.parsers", "vague_numbers"), ids=str)
def test_every_vague_number(row: dict[str, str]) -> None:
    found = quantities.find(read(row["example"]))
    if row["low"]:
        assert [c.quantity.low for c in found] == [int(row["low"])]
        assert found[0].quantity.qualifier is Qualifier.APPROXIMATE
    else:
        assert found == ()


@pytest.mark.parametrize(
    "text", ["The grant is worth $30 million.", "Turnout fell by 12 percent.", "It is 40 km away."]
)
def test_measures_count_nobody(text: str) -> None:
    assert all(c.measured for c in quantities.find(read(text)))


def test_a_number_of_a_name_is_none() -> None:
    assert quantities.find(read("The envoy of Group 77 spoke.")) == ()


@given(number=st.integers(2, 999_999), grouped=st.booleans())
def test_a_figure_is_read_as_it_is_written(number: int, grouped: bool) -> None:
    figure = f"{number:,}" if grouped else str(number)
    found = quantities.find(read(f"They saw {figure} soldiers there."))
    assert [c.quantity.value for c in found] == [number]


@given(st.text(max_size=80))
def test_evidence_stands_in_any_text(text: str) -> None:
    reading = read(text)
    for counted in quantities.find(reading):
        (span,) = counted.quantity.evidence
        assert text[span.start : span.end] == span.text
