"""Quotation marks of every kind, balanced or not, and what holds of any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geopolitics_model.language import paragraphs
from geopolitics_model.language.quotations import Quotation, find


def quotations(text: str) -> tuple[Quotation, ...]:
    return find(text, paragraphs.split(text))


def insides(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said nothing.", []),
        ('"We will stay," she said.', ["We will stay,"]),
        ("“We will stay,” she said.", ["We will stay,"]),
        ("„We will stay“, she said, „here“.", ["We will stay", "here"]),
        ("„We will stay,” she said.", ["We will stay,"]),
        ("«We will stay», she said.", ["We will stay"]),
        ("``We will stay,'' she said.", ["We will stay,"]),
        ("''We will stay,'' she said.", ["We will stay,"]),
        ("‘We will stay,’ she said.", ["We will stay,"]),
        ("'We will stay,' she said.", ["We will stay,"]),
        ("“We will,” she said, “stay here.”", ["We will,", "stay here."]),
        ('He called it "a mistake" and "a crime".', ["a mistake", "a crime"]),
        ("“He told me ‘go home’ twice,” she said.", ["He told me ‘go home’ twice,"]),
        ('He said: "She told me \'go\'."', ["She told me 'go'."]),
        ("The ministers' aides don't know the '90s.", []),
        ("It’s the ministers’ fault, isn’t it?", []),
        ('("A truce," the envoy said.)', ["A truce,"]),
        ("It was 10\" long.", []),
    ],
)  # fmt: skip
def test_one_paragraph(text: str, expected: list[str]) -> None:
    assert insides(text) == expected


def test_the_marks_are_outside() -> None:
    text = "So “be it”."
    (quotation,) = quotations(text)
    assert text[quotation.outer_start : quotation.outer_end] == "“be it”"
    assert quotation.closed


def test_a_quotation_over_paragraphs_is_a_chain() -> None:
    text = "“The first reason.\n“The second.\n“The third,” he said. “Enough.”"
    found = quotations(text)
    assert insides(text) == ["The first reason.", "The second.", "The third,", "Enough."]
    assert [q.closed for q in found] == [False, False, True, True]
    assert [q.paragraph for q in found] == [0, 1, 2, 2]
    assert [q.chain == found[0].chain for q in found] == [True, True, True, False]


def test_a_mark_closed_below_takes_the_paragraphs_between() -> None:
    text = "He said: “One.\nTwo.\nThree.” Then he left."
    assert insides(text) == ["One.", "Two.", "Three."]
    assert len({q.chain for q in quotations(text)}) == 1


def test_a_lost_mark_ends_with_its_paragraph() -> None:
    text = "He said: “We will stay.\nNobody believed him.\n“Never,” she said."
    assert insides(text) == ["We will stay.", "Never,"]
    first, second = quotations(text)
    assert (first.closed, second.closed) == (False, True)
    assert first.chain != second.chain


def test_a_lost_mark_ends_where_the_next_opens() -> None:
    text = "“We stay, he said. “We fight,” she said."
    assert insides(text) == ["We stay, he said. ", "We fight,"]


def test_a_closing_mark_alone_quotes_nothing() -> None:
    assert insides("We will stay,” he said.") == []


marked = st.lists(
    st.sampled_from([*"“”‘’\"'«»„", "``", "''", " ", "\n", "word", ",", ".", "don't", "(", "é"])
).map("".join)


@given(marked)
def test_quotations_are_inside_paragraphs_in_order_and_apart(text: str) -> None:
    ranges = paragraphs.split(text)
    found = find(text, ranges)
    assert [q.i for q in found] == list(range(len(found)))
    for q in found:
        start, end = ranges[q.paragraph]
        assert start <= q.outer_start <= q.start < q.end <= q.outer_end <= end
        assert not q.closed or q.outer_end > q.end
    assert all(a.outer_end <= b.outer_start for a, b in pairwise(found))
    assert all(a.chain <= b.chain for a, b in pairwise(found))


@given(marked)
def test_parts_of_a_chain_are_closed_at_the_last_at_most(text: str) -> None:
    found = quotations(text)
    assert all(not a.closed for a, b in pairwise(found) if a.chain == b.chain)
    assert all(a.paragraph < b.paragraph for a, b in pairwise(found) if a.chain == b.chain)
