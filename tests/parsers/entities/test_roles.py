"""Offices: whose they are, who holds them, and persons told by office alone."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from tests.parsers.entities.world import find, find_given


@pytest.mark.parametrize(
    ("text", "title", "of"),
    [
        ("Chadian Prime Minister Anton Tarvek spoke.", "prime minister", "place:chad"),
        ("The prime minister of Chad, Anton Tarvek, spoke.", "prime minister", "place:chad"),
        ("Anton Tarvek, the prime minister of Chad, spoke.", "prime minister", "place:chad"),
        ("Chad’s foreign minister, Anton Tarvek, spoke.", "foreign minister", "place:chad"),
        ("NATO Secretary General Anton Tarvek spoke.", "secretary general", "organisation:nato"),
        ("Foreign Minister Anton Tarvek spoke.", "foreign minister", None),
    ],
)
def test_a_title_beside_a_name(text: str, title: str, of: str | None) -> None:
    person = find(text)["person:anton-tarvek"]
    assert isinstance(person, gm.Person)
    (role,) = person.roles
    assert role.title.lower() == title
    assert (role.organisation or role.place) == of
    assert [text[s.start : s.end].lower() for s in role.evidence] == [title]


def test_a_form_of_address_is_no_role() -> None:
    person = find("Mr. Anton Tarvek spoke.")["person:anton-tarvek"]
    assert isinstance(person, gm.Person)
    assert person.roles == ()


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2022-08-04", "person:aleksandar-vucic"),
        (None, "person:president-of-serbia"),
        ("2150-01-01", "person:president-of-serbia"),
    ],
)
def test_an_office_alone_is_its_holder_on_that_day(published: str | None, expected: str) -> None:
    found = find("The president of Serbia refused.", published)
    assert expected in found.over("The president")


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("Serbia will not sign. Its president refused.", "Its president", "president-of-serbia"),
        ("Chad and Serbia quarrelled. The president refused.", "The president", None),
        (
            "Aleksandar Vučić, president of Serbia, waited. His foreign minister spoke.",
            "His foreign minister",
            "foreign-minister-of-serbia",
        ),
    ],
)
def test_an_office_alone_is_of_the_state_last_told_of(
    text: str, title: str, expected: str | None
) -> None:
    found = find(text).over(title)
    assert found == ({f"person:{expected}"} if expected else set())


def test_a_headline_tells_the_office_of_who_is_named_below() -> None:
    text = "Foreign Secretary in Oslo\n\nForeign Secretary Anton Tarvek spoke in Oslo."
    assert find(text).over("Foreign Secretary in") == {"person:anton-tarvek"}


def test_an_office_alone_is_the_person_who_was_told_to_hold_it() -> None:
    found = find("Chadian Prime Minister Anton Tarvek spoke. Then the prime minister left.")
    assert found.at("the prime minister") == {"person:anton-tarvek"}
    assert [m.form for m in found["person:anton-tarvek"].mentions] == [
        gm.MentionForm.NAME,
        gm.MentionForm.NOMINAL,
    ]


@pytest.mark.parametrize("text", ["A minister left.", "Two presidents met.", "The ministers met."])
def test_offices_in_general_are_nobody(text: str) -> None:
    assert find(text).all == ()


def test_one_role_however_often_told() -> None:
    text = "President Anton Tarvek spoke. President Anton Tarvek left."
    person = find(text)["person:anton-tarvek"]
    assert isinstance(person, gm.Person)
    (role,) = person.roles
    assert len(role.evidence) == 2


def test_the_director_of_something_else_is_somebody_else() -> None:
    text = "Zorvek Grulm, the director, left. He was replaced by the director of the musical."
    found = find_given(text, "Zorvek Grulm", "person")
    assert found.over("the director of the musical") == set()


def test_a_title_before_a_name_in_apposition_means_the_same_person() -> None:
    text = "In the warning of the Secretary General of NATO, Jens Stoltenberg, it is shown so."
    (person,) = gm.parse(text, published="2022-08-04").persons
    assert [m.span.text for m in person.mentions] == [
        "the Secretary General of NATO",
        "Jens Stoltenberg",
    ]


def test_the_office_of_whoever_went_before() -> None:
    found = find("Chad, whose president refused, has closed the border.")
    assert "person:president-of-chad" in found.ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attorney general of Chad refused.", {"person:attorney-general-of-chad"}),
        ("The Chadian interior minister refused.", {"person:interior-minister-of-chad"}),
        ("A senator of Chad refused.", set()),
        ("The spokesman of Chad refused.", set()),
    ],
)
def test_an_office_that_one_person_holds_tells_who_is_meant(text: str, expected: set[str]) -> None:
    found = find(text)
    assert {id for id in found.ids if id.startswith("person:")} == expected


def test_an_office_without_owner_is_of_the_country_at_hand() -> None:
    text = "Chad closed the border with Niger. In Chad the prime minister resigned."
    assert "person:prime-minister-of-chad" in find(text).ids
    text = "Chad closed the border with Niger. The prime minister resigned."
    assert not any(id.startswith("person:") for id in find(text).ids)


def test_a_long_office_before_the_name_in_apposition() -> None:
    text = (
        "The Special Representative of the Secretary-General in the Democratic Republic of the "
        "Congo, Anton Tarvek, refused."
    )
    person = find_given(text, "Anton Tarvek", "person")["person:anton-tarvek"]
    assert isinstance(person, gm.Person)
    assert [role.title for role in person.roles] == ["Special Representative"]


def test_several_office_holders_are_no_body() -> None:
    text = "We, the Foreign Ministers of Chad and Niger, met."
    assert not [id for id in find(text).ids if id.startswith("organisation:")]
