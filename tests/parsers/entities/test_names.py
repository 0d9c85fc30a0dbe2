"""Names to entities: the tables' where they decide, new ones otherwise; short forms; ambiguity."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from tests.parsers.entities.world import find, find_given


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("NATO approved the budget.", "NATO", "organisation:nato"),
        ("The United Nations sent observers.", "United Nations", "organisation:un"),
        ("Hezbollah denied it.", "Hezbollah", "organisation:hezbollah"),
        ("He flew to Japan.", "Japan", "place:japan"),
        ("Shells fell on Aleppo.", "Aleppo", "place:aleppo"),
        ("The Red Sea was mined.", "Red Sea", "place:red-sea"),
        ("Angela Merkel resigned.", "Angela Merkel", "person:angela-merkel"),
    ],
)
def test_known_names(text: str, words: str, id: str) -> None:
    assert id in find(text).at(words)


def test_what_the_tables_know_comes_along() -> None:
    kosovo = find("He flew to Kosovo.")["place:kosovo"]
    assert isinstance(kosovo, gm.Place)
    assert kosovo.latitude is not None
    assert {(i.scheme, i.value) for i in kosovo.identifiers} >= {("wikidata", "Q1246")}


def test_unknown_names_get_ids_of_their_own() -> None:
    found = find_given("Zorvek Grulm signed the letter.", "Zorvek Grulm", "person")
    person = found["person:zorvek-grulm"]
    assert (person.name, person.identifiers) == ("Zorvek Grulm", ())


@pytest.mark.parametrize(
    "text", ["They told us to go.", "Nobody knows who did it.", "It will end in may."]
)
def test_common_words_are_no_names(text: str) -> None:
    assert find(text).all == ()


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("Armenia, Azerbaijan and Georgia met in Tbilisi.", "Georgia", "place:georgia"),
        ("Michael Jordan visited Amman.", "Jordan", None),
        ("Jordan and Syria reopened the border.", "Jordan", "place:jordan"),
        ("Chad recalled its envoy to Sudan.", "Chad", "place:chad"),
    ],
)  # fmt: skip
def test_ambiguous_names(text: str, words: str, right: str | None) -> None:
    places = {id for id in find(text).at(words) if id.startswith("place:")}
    assert places == ({right} if right else set())


@pytest.mark.parametrize(
    ("text", "adjective", "id"),
    [
        ("Serbian officials left.", "Serbian", "place:serbia"),
        ("The French minister left.", "French", "place:france"),
    ],
)
def test_adjectives_of_states_are_mentions_but_no_names(text: str, adjective: str, id: str) -> None:
    found = find(text)
    assert found.at(adjective) == {id}
    assert [m.form for m in found[id].mentions] == [gm.MentionForm.NOMINAL]


def test_peoples_are_nobody() -> None:
    assert find("The Serbs and the Albanians fled.").all == ()


def test_one_organisation_by_all_its_names() -> None:
    found = find("The European Union agreed. The EU will pay.")
    assert found.at("European Union") == found.at("EU") == {"organisation:eu"}
    assert {"EU", "European Union"} & set(found["organisation:eu"].aliases)


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    found = find("The Tarvek Liberation Front (TLF) took the town. The TLF freed the prisoners.")
    ids = found.at("TLF", 1)
    assert len(ids) == 1
    assert ids == found.at("TLF") == found.at("Tarvek Liberation Front")
    (organisation,) = (found[id] for id in ids)
    assert isinstance(organisation, gm.Organisation)
    assert organisation.acronym == "TLF"


def test_possessives_are_no_part_of_a_name() -> None:
    found = find("Norway’s envoy met NATO's commander.")
    assert found.at("Norway") == {"place:norway"}
    assert found.at("NATO") == {"organisation:nato"}


@pytest.mark.parametrize("event", ["Geneva Convention", "Battle of Verdun", "Operation Torch"])
def test_events_are_no_entities(event: str) -> None:
    assert find(f"The historians wrote of the {event}.").at(event) == set()
