"""Ranks: before a name, and alone afterwards."""

from __future__ import annotations

import pytest

from tests.parsers.entities.world import find_given


@pytest.mark.parametrize(
    ("before", "alone"),
    [
        ("Col. ", "the colonel"),
        ("Colonel ", "the colonel"),
        ("Lt. Gen. ", "the general"),
        ("Sen. ", "the senator"),
    ],
)
def test_a_rank_alone_is_who_was_named_with_it(before: str, alone: str) -> None:
    text = f"{before}Anton Tarvek spoke in Chad. Then {alone} left."
    found = find_given(text, "Anton Tarvek", "person")
    assert found.at(alone) == {"person:anton-tarvek"}


@pytest.mark.parametrize(
    "text",
    [
        "Col. Anton Tarvek spoke. Then the captain left.",
        "Col. Anton Tarvek spoke. Then the colonel of the guard left.",
        "Col. Anton Tarvek spoke. Then a colonel left.",
        "Anton Tarvek spoke. Then the colonel left.",
    ],
)
def test_another_rank_is_somebody_else(text: str) -> None:
    found = find_given(text, "Anton Tarvek", "person")
    assert [m.span.text for m in found["person:anton-tarvek"].mentions] == ["Anton Tarvek"]
