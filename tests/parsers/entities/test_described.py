"""Organisations that are described: the state before or after the noun makes them."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from tests.parsers.entities.world import find


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("The Serbian government fell.", "Serbian government", "organisation:government-of-serbia"),
        ("The government of Serbia fell.", "government of Serbia",
         "organisation:government-of-serbia"),
        ("Serbia’s government fell.", "Serbia’s government", "organisation:government-of-serbia"),
        ("The Syrian regime denied it.", "Syrian regime", "organisation:government-of-syria"),
        ("The Nigerian army withdrew.", "Nigerian army", "organisation:nigerian-army"),
        ("Chadian troops withdrew.", "Chadian troops", "organisation:armed-forces-of-chad"),
    ],
)  # fmt: skip
def test_organs_of_states(text: str, words: str, id: str) -> None:
    assert id in find(text).at(words)


@pytest.mark.parametrize(
    "text", ["The army withdrew.", "The tall government fell.", "Forces left."]
)
def test_without_a_state_they_are_nobody(text: str) -> None:
    assert not any(isinstance(e, gm.Organisation) for e in find(text).all)


def test_the_state_itself_is_still_mentioned() -> None:
    assert find("The Chadian militia fell apart.").at("Chadian") == {"place:chad"}


def test_one_body_by_its_generic_name_too() -> None:
    found = find("The Chadian army advanced. At night Chadian troops withdrew.")
    assert found.over("Chadian army") & found.over("Chadian troops") - {"place:chad"}


def test_many_bodies_of_a_state_stay_apart() -> None:
    found = find("The Chadian army, the Chadian air force and Chadian troops withdrew.")
    military = [e for e in found.all if getattr(e, "kind", "") == "military"]
    assert len(military) == 3
