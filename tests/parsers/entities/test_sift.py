"""Names that only look like somebody's."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from tests.parsers.entities.world import find, find_given


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Then bush warfare went on.", "bush", "person"),
        ("They shot down an Antonov near the river.", "Antonov", "person"),
        ("Stinger missiles reached the rebels.", "Stinger", "person"),
        ("The Agreement for Peace and Reconciliation was signed.", "Peace and Reconciliation",
         "organisation"),
        ("He met the UN Special Envoy on Monday.", "UN Special Envoy", "organisation"),
        ("The Army withdrew on Monday.", "Army", "organisation"),
        ("The Greek Chairmanship agreed.", "Chairmanship", "place"),
        ("Background\n\nThe talks in Geneva failed on Monday.", "Background", "place"),
    ],
)  # fmt: skip
def test_what_is_nobody(text: str, name: str, label: str) -> None:
    assert name not in {e.name for e in find_given(text, name, label).all}


def test_a_family_name_with_a_small_word_is_one() -> None:
    text = "General Carlos Alberto dos Santos Cruz spoke on Monday."
    persons = [e.name for e in find(text).all if isinstance(e, gm.Person)]
    assert persons == ["Carlos Alberto dos Santos Cruz"]


def test_who_shares_a_surname_is_told_apart_by_the_form_of_address() -> None:
    found = find(
        "Mr. Ahmed Zorvek met Mrs. Laila Zorvek in Geneva. Mrs. Zorvek spoke. Mr. Zorvek left."
    )
    assert {e.name for e in found.all if isinstance(e, gm.Person)} == {
        "Ahmed Zorvek",
        "Laila Zorvek",
    }
    assert found.at("Zorvek", 2) == {"person:laila-zorvek"}
    assert found.at("Zorvek", 3) == {"person:ahmed-zorvek"}


@pytest.mark.parametrize(
    "text",
    [
        "The assault on Zorvek failed.",
        "The talks in Zorvek failed.",
        "The treaty opened the ports of Mongolia and Zorvek.",
    ],
)
def test_a_strange_word_where_towns_stand_is_a_town(text: str) -> None:
    assert find_given(text, "Zorvek", "person").at("Zorvek") == {"place:zorvek"}
