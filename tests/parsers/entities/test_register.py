"""The register gives what a search through everybody would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.parsers.entities.cast import Draft
from geopolitics_model.parsers.entities.register import Organisations, Persons, core, initials


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("al-Abadi", "abadi"),
        ("Abadi's", "abadi"),
        ("Al-Abadi’s", "abadi"),
        ("Vučić", "vucic"),
        ("de Gaulle", "gaulle"),
        ("Dean", "dean"),
        ("’", ""),
    ],
)
def test_the_core_of_a_name(name: str, expected: str) -> None:
    assert core(name) == core(expected)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kosovo Force", ("KF", "KF")),
        ("Movement for the Liberation of the Congo", ("MFTLOTC", "MLC")),
        ("", ("", "")),
    ],
)
def test_initials(name: str, expected: tuple[str, str]) -> None:
    assert initials(name) == expected


def organisations(*names: str) -> Organisations:
    register = Organisations()
    for name in names:
        register.add(Draft(f"organisation:{name}", "organisation", name))
    return register


@pytest.mark.parametrize(
    ("text", "acronym", "expected"),
    [
        ("Tarvek Liberation Front", False, "Tarvek Liberation Front"),
        ("TARVEK LIBERATION FRONT", False, "Tarvek Liberation Front"),
        ("Liberation Front", False, "Grulm Liberation Front"),
        ("Front", False, "Grulm Liberation Front"),
        ("ration Front", False, None),
        ("TLF", True, "Tarvek Liberation Front"),
        ("T.L.F", True, "Tarvek Liberation Front"),
        ("TLF", False, None),
        ("Union", False, None),
    ],
)
def test_short_forms_of_organisations(text: str, acronym: bool, expected: str | None) -> None:
    found = organisations("Tarvek Liberation Front", "Grulm Liberation Front").find(
        text, acronym=acronym
    )
    assert (found and found.name) == expected


NAMES = ("Anton Tarvek", "Maria Tarvek", "Anton B. Tarvek", "Tarvek Grulm", "Grulm", "Ana al-Grulm")
named = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 50)), max_size=12)


@given(
    named, st.sampled_from(["Tarvek", "Grulm", "Anton", "al-Grulm", "Nobody"]), st.integers(0, 50)
)
def test_a_surname_means_the_nearest_before(
    mentions: list[tuple[str, int]], text: str, first: int
) -> None:
    register = Persons()
    drafts = {name: Draft(f"person:{name}", "person", name) for name in NAMES}
    for name, place in mentions:
        register.add(drafts[name], place)

    def rank(name: str) -> int | None:
        words = [core(word) for word in name.split()]
        return None if core(text) not in words else int(words[-1] != core(text))

    candidates = [
        (r, place >= first, first - place if place < first else place)
        for name, place in mentions
        if (r := rank(name)) is not None
    ]
    found = register.called(text, first)
    if not candidates:
        assert found is None
    else:
        assert found is not None
        own = [
            (rank(found.name), place >= first, first - place if place < first else place)
            for name, place in mentions
            if name == found.name
        ]
        assert min(candidates) in own


def test_the_same_first_and_last_name_is_the_same_person() -> None:
    register = Persons()
    draft = Draft("person:anton-tarvek", "person", "Anton Tarvek")
    register.add(draft, 3)
    assert register.same_name("Anton B. Tarvek") is draft
    assert register.same_name("Maria Tarvek") is None


def test_the_first_letters_of_an_acronym_are_a_short_form() -> None:
    dossier = gm.parse("MNF-I forces left. MNF commanders agreed.")
    (force,) = dossier.organisations
    assert [mention.span.text for mention in force.mentions] == ["MNF-I", "MNF"]


def test_the_initials_of_another_group_are_no_short_form() -> None:
    dossier = gm.parse("ISIS-K claimed the attack. ISIS denied it.")
    assert "organisation:islamic-state" in {group.id for group in dossier.organisations}
