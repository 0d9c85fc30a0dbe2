"""Persons: surnames after full names, particles, forms of address."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from tests.parsers.entities.world import find, find_given


@pytest.mark.parametrize(
    ("text", "short", "id"),
    [
        ("Angela Merkel spoke first. Merkel was tired.", "Merkel was", "person:angela-merkel"),
        ("Mr. Tarvek waited. Later Anton Tarvek spoke.", "Tarvek waited", "person:anton-tarvek"),
        ("Haider al-Abadi spoke. Abadi was tired.", "Abadi was", "person:haider-al-abadi"),
        ("Anton Tarvek spoke. Tarvek’s envoy left.", "Tarvek’s", "person:anton-tarvek"),
        ("Anton Tarvek spoke. Anton B. Tarvek left.", "Anton B", "person:anton-tarvek"),
    ],
)
def test_one_person_however_named(text: str, short: str, id: str) -> None:
    assert id in find(text).over(short)


def test_of_two_with_a_surname_the_nearest_before_is_meant() -> None:
    found = find(
        "Anton Tarvek met the envoys. Mr. Tarvek spoke. Maria Tarvek came too. "
        "Mrs. Tarvek listened."
    )
    assert found.over("Tarvek spoke") == {"person:anton-tarvek"}
    assert found.over("Tarvek listened") == {"person:maria-tarvek"}


def test_people_of_other_first_names_are_others() -> None:
    found = find("Anton Tarvek met Maria Tarvek.")
    assert {"person:anton-tarvek", "person:maria-tarvek"} <= found.ids


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Mr. Anton Tarvek left.", "person:anton-tarvek"),
        ("Gen. Anton Tarvek left.", "person:anton-tarvek"),
        ("Lt. Col. Anton Tarvek left.", "person:anton-tarvek"),
        ("Foreign Minister Anton Tarvek left.", "person:anton-tarvek"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, id: str) -> None:
    found = find(text)
    assert found.at("Anton Tarvek") == {id}
    assert found[id].name == "Anton Tarvek"


def test_after_a_title_in_capitals_stands_a_name() -> None:
    found = find_given("Prime Minister Zorvek met Hale in Oslo.", "Hale", "person")
    assert found.at("Zorvek") == {"person:zorvek"}
    found = find_given("The General Assembly met Hale in Oslo.", "Hale", "person")
    assert found.at("Assembly") == set()


def test_an_office_by_itself_is_no_body() -> None:
    text = "The High Representative spoke."
    found = find_given(text, "High Representative", "organisation")
    assert not any(isinstance(e, gm.Organisation) for e in found.all)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maj Gen Innocent Kabayiza met the minister in Pemba.", "Innocent Kabayiza"),
        ("Lance Corporal Vestergaard came from Holstebro.", "Vestergaard"),
        ("The Duke of Beaufort vanished in the rout.", "Duke of Beaufort"),
        ("The Prince of Wales said on Monday that it was over.", "Prince of Wales"),
        ("The Count of Flanders laid siege to the town.", "Count of Flanders"),
    ],
)
def test_ranks_are_no_part_of_a_name_but_a_peerage_is(text: str, name: str) -> None:
    assert [person.name for person in gm.parse(text).persons] == [name]


def test_a_throne_is_of_no_state_that_a_history_happens_to_tell_of() -> None:
    told = "Saudi Arabia sent an army. Saudi Arabia won. The king said that it was over."
    assert not gm.parse(told).persons
    (king,) = gm.parse(told, published="2016-05-01").persons
    assert "Salman" in king.name
