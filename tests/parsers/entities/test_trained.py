"""The component's names: trimmed to what is a name, and dropped where they are none."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from geopolitics_model.language import read
from geopolitics_model.parsers.entities.trained import common_initials
from tests.parsers.entities.world import Found, find, find_given


def names(found: Found, cls: type) -> set[str]:
    return {entity.name for entity in found.all if isinstance(entity, cls)}


@pytest.mark.parametrize(
    ("text", "given", "label", "name"),
    [
        ("Krell's Army of the Vistula retreated. Jan Krell died.", "Krell's Army of the Vistula",
         "organisation", "Krell's Army of the Vistula"),
        ("France's Zorvek Legion left.", "France's Zorvek Legion", "organisation", "Zorvek Legion"),
        ("The 14th Zorvek Regiment left.", "Zorvek Regiment", "organisation",
         "14th Zorvek Regiment"),
        ("Marshal Zorvek Grulm spoke.", "Marshal Zorvek Grulm", "person", "Zorvek Grulm"),
        ("The Zorvek League in 478 met.", "Zorvek League in 478", "organisation", "Zorvek League"),
        ("The Zorvek brigade attacked.", "Zorvek brigade", "organisation",
         "Zorvek brigade"),
        ("The Zorvek army attacked.", "Zorvek army", "organisation", "Zorvek army"),
    ],
)  # fmt: skip
def test_a_name_is_trimmed(text: str, given: str, label: str, name: str) -> None:
    cls = {"person": gm.Person, "organisation": gm.Organisation}[label]
    assert names(find_given(text, given, label), cls) == {name}


@pytest.mark.parametrize(
    ("text", "given", "label"),
    [
        ("In 490 BC he sailed.", "BC", "organisation"),
        ("They fired an XQ-47 at us.", "XQ-47", "organisation"),
        ("A ZKQ was destroyed.", "ZKQ", "organisation"),
        ("He built a small remote device (SRD), and the SRD exploded.", "SRD", "organisation"),
        ("Operation Zorvek began.", "Zorvek", "person"),
        ("Phase 2 began.", "Phase 2", "organisation"),
        ("Law 10/59 was passed by them.", "Law 10/59", "organisation"),
        ("Zorvek landings were delayed.", "Zorvek", "organisation"),
        ("The Grulmish envoys said so.", "Grulmish", "organisation"),
        ("Greeks of the Aegean rebelled.", "Greeks of the Aegean", "organisation"),
        ("U.S. opposition to the plan grew.", "Zorvek", "organisation"),
    ],
)  # fmt: skip
def test_what_is_no_name(text: str, given: str, label: str) -> None:
    found = find_given(text, given, label) if given in text else find(text)
    assert names(found, gm.Organisation) | names(found, gm.Person) == set()


def test_the_administration_of_a_president_is_a_government() -> None:
    found = find_given("The Obama administration agreed.", "Obama administration", "organisation")
    kinds = {e.kind for e in found.all if isinstance(e, gm.Organisation)}
    assert kinds == {gm.OrganisationKind.GOVERNMENT}


def test_initials_of_common_words() -> None:
    text = "An improvised explosive device (IED) and the Iraqi security forces (ISF) met."
    assert common_initials(read(text).tokens) == {"IED", "IEDs"}


@pytest.mark.parametrize(
    ("text", "given", "id"),
    [
        ("The satrap Zorvek fled.", "Zorvek", "person:zorvek"),
        ("Zorvek, who had been wounded, fled.", "Zorvek", "person:zorvek"),
        ("They went to see the tyrant of Zorvek there.", "Zorvek", "place:zorvek"),
        ("Zorvek's widow returned.", "Zorvek", "person:zorvek"),
        ("Félix Martínez led the revolt.", "Félix Martínez", "person:felix-martinez"),
    ],
)
def test_the_words_beside_a_name_tell_what_it_is(text: str, given: str, id: str) -> None:
    assert id in find_given(text, given, "organisation").at(given)


def test_a_short_form_means_what_was_told_in_full_before() -> None:
    found = find_given("The Zorvek Survey Group (ZSG) left. The ZSG found nothing.",
                       "Zorvek Survey Group", "organisation")  # fmt: skip
    assert names(found, gm.Organisation) == {"Zorvek Survey Group"}


def test_a_plain_word_is_no_group_of_a_country_nobody_speaks_of() -> None:
    found = find_given("The Union won the war.", "Union", "organisation")
    assert found.ids == {"organisation:union"}


def test_troops_of_a_state_are_one_body() -> None:
    found = find("German troops attacked. German forces were driven back by the German army.")
    bodies = [e for e in found.all if isinstance(e, gm.Organisation)]
    assert len(bodies) == 1
    assert len(bodies[0].mentions) == 3


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("An offensive against Moscow failed.", False),
        ("The sanctions against Moscow failed.", True),
    ],
)
def test_an_attack_on_a_capital_is_on_the_town(text: str, acts: bool) -> None:
    assert ("organisation:government-of-russia" in find(text).at("Moscow")) is acts


@pytest.mark.parametrize(
    ("text", "label", "id"),
    [
        ("Zorvek itself was in peril.", "person", "place:zorvek"),
        ("Zorvek himself was in peril.", "place", "person:zorvek"),
        ("They fled across the Zorvek at night.", "person", "place:zorvek"),
        ("They lived in Kyiv, Minsk and Zorvek.", "place", "place:zorvek"),
    ],
)
def test_reflexives_articles_and_lists_tell_what_it_is(text: str, label: str, id: str) -> None:
    assert find_given(text, "Zorvek", label).at("Zorvek") == {id}


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        ("They invoked Chapter VII.", "Chapter VII", "organisation"),
        ("The Syracusans fled.", "Syracusans", "person"),
        ("Naval operations began.", "Naval", "person"),
        ("They feared Communism most.", "Communism", "organisation"),
        ("She was a Roman Catholic.", "Roman Catholic", "person"),
    ],
)
def test_chapters_peoples_and_openings_are_no_names(text: str, words: str, label: str) -> None:
    assert find_given(text, words, label).at(words) == set()


def test_a_word_that_opens_a_sentence_is_no_given_name() -> None:
    text = "Hillary Clinton left. Longtime Clinton aides stayed."
    found = find(text)
    assert not any("Longtime" in entity.name for entity in found.all)


def test_an_office_with_what_it_is_for() -> None:
    found = find_given("The Ministry of Zorvek spoke.", "Ministry", "organisation")
    assert found.at("Ministry of Zorvek")


def test_in_a_headline_the_name_is_what_is_told_elsewhere() -> None:
    text = (
        "Senate Challenger Kelli Ward Blasts Leader After Weak Vote\n\n"
        "The challenger, Kelli Ward, spoke on Monday about the vote."
    )
    found = find_given(text, "Senate Challenger Kelli Ward", "person")
    assert found.at("Kelli Ward") == {"person:kelli-ward"}
    found = find_given(text, "Weak Vote", "person")
    assert found.at("Weak Vote") == set()


def test_initials_of_two_bodies_are_nobody() -> None:
    found = find_given("NATO-KFOR left.", "NATO-KFOR", "person")
    assert names(found, gm.Person) == set()
