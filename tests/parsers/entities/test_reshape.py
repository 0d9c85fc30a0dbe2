"""Names end where their words say: offices apart, units and places whole, ships nobody."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from tests.parsers.entities.world import find, find_given, given_at


def test_an_office_inside_a_name_parts_body_and_person() -> None:
    words = "NATO Spokesperson Oana Zorvek"
    found = find_given(f"{words} said so.", words, "organisation")
    assert found.at("NATO") == {"organisation:nato"}
    assert found.at("Oana Zorvek") == {"person:oana-zorvek"}


def test_an_office_that_runs_on_is_no_body() -> None:
    found = find_given(
        "Pentagon Press Secretary Lee Zorvek spoke.", "Pentagon Press", "organisation"
    )
    assert found.at("Pentagon") == {"organisation:us-department-of-defense"}
    portfolio = "Commissioner for Trade and Zorvek"
    found = find_given(f"The {portfolio} spoke.", portfolio, "organisation")
    assert not any(isinstance(e, gm.Organisation) for e in found.all)


def test_a_person_of_a_people() -> None:
    found = find_given("They met the Saudi Zorvek there.", "Saudi Zorvek", "organisation")
    assert found.at("Zorvek") == {"person:zorvek"}


def test_governments_of_states_are_the_states() -> None:
    text = "It thanked the Governments of Burundi and Uganda."
    found = find_given(text, "Governments of Burundi", "place")
    assert found.at("Burundi") == {"place:burundi"}


@pytest.mark.parametrize(
    ("text", "given", "whole"),
    [
        (
            "Soldiers of 5th Squadron, 73rd Cavalry Regiment, left.",
            "73rd Cavalry Regiment",
            "5th Squadron, 73rd Cavalry Regiment",
        ),
        (
            "Officials of Multi-National Zorvek Division – North spoke.",
            "Multi-National Zorvek Division",
            "Multi-National Zorvek Division – North",
        ),
        (
            "Officials of Regional Zorvek Command - Kosovo spoke.",
            "Regional Zorvek Command",
            "Regional Zorvek Command - Kosovo",
        ),
    ],
)
def test_units(text: str, given: str, whole: str) -> None:
    organisations = [
        e for e in find_given(text, given, "organisation").all if isinstance(e, gm.Organisation)
    ]
    assert [o.name for o in organisations] == [whole]


def test_a_unit_of_a_unit_is_one_name() -> None:
    found = find("The 3rd Squadron, 73rd Cavalry Regiment, left Kabul.")
    assert found.at("3rd Squadron, 73rd Cavalry Regiment")


def test_the_noun_of_a_place_ends_its_name() -> None:
    text = "Zorvek Grulm International Airport reopened."
    found = find_given(text, "Zorvek Grulm", "person")
    assert found.at("Zorvek Grulm International Airport") == {
        "place:zorvek-grulm-international-airport"
    }
    assert find_given("The Zorvek airbase was hit.", "Zorvek", "person").at("Zorvek") == {
        "place:zorvek"
    }
    assert find_given("It was loyal to the Republic.", "Republic", "place").at("Republic") == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The cruiser General Zorvek was sunk.", "Zorvek"),
        ("The cruiser Zorvek was sunk. The Zorvek burned for days.", "Zorvek burned"),
        ("The cruisers Grulm and Zorvek were sunk.", "Zorvek"),
        ("Operation Fath ol-Zorvek began.", "Zorvek"),
        ("Operation Zorvek Hammer began. Zorvek Hammer lasted a week.", "Zorvek Hammer lasted"),
    ],
)
def test_ships_and_operations(text: str, name: str) -> None:
    given = name.removesuffix(" burned").removesuffix(" lasted")
    start = text.index(name)
    assert given_at(text, start, start + len(given), "person").all == ()


def test_a_ship_named_after_a_town_is_not_the_town() -> None:
    found = find("HMS Sheffield was hit. He was born in Sheffield.")
    assert found.at("Sheffield", 0) == set()
    assert "place:sheffield" in found.at("Sheffield", 1)


def test_a_body_of_a_body_names_both() -> None:
    words = "Zorvek Council of the African Union"
    found = find_given(f"The {words} met.", words, "organisation")
    assert found.at(words) == {"organisation:zorvek-council-of-the-african-union"}
    assert found.at("African Union") == {"organisation:au"}


def test_what_a_group_is_about_belongs_to_its_name() -> None:
    text = "The Zorvek Contact Group on Guinea-Bissau met."
    found = find_given(text, "Zorvek Contact Group", "organisation")
    assert found.at("Zorvek Contact Group on Guinea-Bissau")
