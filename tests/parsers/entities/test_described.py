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
        ("Chadian forces withdrew.", "Chadian forces", "organisation:armed-forces-of-chad"),
    ],
)  # fmt: skip
def test_organs_of_states(text: str, words: str, id: str) -> None:
    assert id in find(text).at(words)


@pytest.mark.parametrize(
    "text",
    ["The army withdrew.", "The tall government fell.", "Forces left.", "Chadian troops left."],
)
def test_without_a_state_they_are_nobody(text: str) -> None:
    assert not any(isinstance(e, gm.Organisation) for e in find(text).all)


def test_the_state_itself_is_still_mentioned() -> None:
    assert find("The Chadian militia fell apart.").at("Chadian") == {"place:chad"}


def test_one_body_by_its_generic_name_too() -> None:
    found = find("The Chadian army advanced. At night Chadian troops withdrew.")
    assert found.over("Chadian army") & found.over("Chadian troops") - {"place:chad"}


def test_many_bodies_of_a_state_stay_apart() -> None:
    found = find("The Chadian army, the Chadian air force and Chadian forces withdrew.")
    military = [e for e in found.all if getattr(e, "kind", "") == "military"]
    assert len(military) == 3


def test_soldiers_of_two_states_are_no_body() -> None:
    found = find("Rwandan and Ugandan soldiers withdrew.")
    assert not any(isinstance(e, gm.Organisation) for e in found.all)


def test_initials_in_brackets_are_those_of_the_army() -> None:
    found = find("The Congolese army (FARDC) advanced. Then FARDC withdrew.")
    assert len([e for e in found.all if isinstance(e, gm.Organisation)]) == 1


def test_initials_in_brackets_tell_which_of_several_bodies_is_meant() -> None:
    dossier = gm.parse(
        "Colombia made a truce with the National Liberation Army (ELN). The ELN left."
    )
    (group,) = [body for body in dossier.organisations if body.kind == "armed_group"]
    assert group.id == "organisation:eln-colombia"
    assert "National Liberation Army" in {mention.span.text for mention in group.mentions}
