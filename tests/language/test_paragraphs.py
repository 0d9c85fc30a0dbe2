"""Paragraphs: lines, wrapped lines, headings, and what holds of any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geopolitics_model.language.paragraphs import is_heading, split
from tests.strategies import texts

WRAPPED = """The envoys met for the third time this week in the old customs house on
the river, where they spoke for nine hours about the prisoners whom both
sides had promised to release before the first snow fell on the passes and
the roads were closed.

Nobody signed. A second round will follow in the spring, the hosts said, if
the guns stay silent until then and if the observers are let through to the
villages along the line.
"""

documents = st.lists(texts | st.sampled_from(["\n", "\n\n", "\r\n", " ", "word ", WRAPPED])).map(
    "".join
)


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("x", ["x"]),
        ("One.\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\n  Two. \r\n", ["One.", "Two."]),
        ("One.\rTwo.", ["One.", "Two."]),
        ("One.\u2029Two.\u2028Three.\x0cFour.", ["One.", "Two.", "Three.", "Four."]),
        ("A\ttab and a no-break\xa0space stay.", ["A\ttab and a no-break\xa0space stay."]),
    ],
)
def test_lines_are_paragraphs(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_wrapped_lines_are_joined_at_blank_lines() -> None:
    first, second = parts(WRAPPED)
    assert first.startswith("The envoys")
    assert first.endswith("were closed.")
    assert second.startswith("Nobody")
    assert second.endswith("along the line.")


def test_short_lines_without_full_stops_are_not_taken_for_wrapped() -> None:
    lines = ["Ceasefire holds", "Envoys return", "Bridge reopens", "Harvest begins", "Snow falls"]
    assert parts("\n".join(lines)) == lines


def test_an_endless_paragraph_is_cut_at_spaces() -> None:
    text = "seven letters " * 10_000
    cut = parts(text)
    assert len(cut) > 1
    assert {word for part in cut for word in part.split()} == {"seven", "letters"}


def test_an_endless_word_is_cut_anywhere() -> None:
    assert "".join(parts("x" * 100_000)) == "x" * 100_000


@pytest.mark.parametrize(
    ("text", "last", "heading"),
    [
        ("Talks resume in Geneva", False, True),
        ("Talks resume in Geneva", True, False),
        ("Talks resumed in Geneva.", False, False),
        ("“Talks resumed in Geneva.”", False, False),
        ("What he said:", False, False),
        ("word " * 25, False, True),
        ("word " * 26, False, False),
    ],
)
def test_headings(text: str, last: bool, heading: bool) -> None:
    assert is_heading(text, 0, len(text), last=last) is heading


@given(documents)
def test_paragraphs_hold_all_text_in_order_and_only_once(text: str) -> None:
    ranges = split(text)
    inside = "".join(text[start:end] for start, end in ranges)
    assert [c for c in inside if not c.isspace()] == [c for c in text if not c.isspace()]
    assert all(end <= start for (_, end), (start, _) in pairwise(ranges))
    for start, end in ranges:
        assert text[start:end]
        assert text[start:end] == text[start:end].strip()
