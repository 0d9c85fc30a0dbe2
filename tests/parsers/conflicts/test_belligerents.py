"""Who fights: by whose forces are told of, whom the article is about, who claims a deed."""

from __future__ import annotations

import pytest

import geopolitics_model as gm


def sides(text: str) -> list[tuple[str, ...]]:
    (conflict,) = gm.parse(text).conflicts
    return [party.members for party in conflict.parties]


def members(text: str) -> set[str]:
    return {i for side in sides(text) for i in side}


@pytest.mark.parametrize(
    "text",
    [
        "The war was short. Argentine troops held the islands. British ships came, and British "
        "marines. The Argentine soldiers gave up.",
        "Argentina and the United Kingdom fought a short war over the islands.",
        "Argentina and the United Kingdom went to war in 1982.",
    ],
)
def test_both_sides_of_a_war(text: str) -> None:
    assert sorted(sides(text)) == [("place:argentina",), ("place:united-kingdom",)]


def test_who_claims_a_deed_did_it() -> None:
    text = "Islamic State claimed responsibility for a bombing at a shrine in Quetta."
    assert sides(text) == [("organisation:islamic-state",)]


def test_who_fights_on_the_side_of_another() -> None:
    text = "Eritrea fought on the side of Ethiopia against the Tigray People's Liberation Front."
    one, other = sides(text)
    assert set(one) == {"place:eritrea", "place:ethiopia"}
    assert other == ("organisation:tplf",)


def test_troops_of_two_nations() -> None:
    text = "Armenian and Azerbaijani troops traded fire across the border on Tuesday."
    assert len(sides(text)) == 2


def test_a_state_that_is_struck_is_a_party() -> None:
    text = "Russian missiles hit Odesa in Ukraine on Monday."
    assert members(text) == {"place:russia", "place:ukraine"}


def test_moves_are_of_the_war_that_is_told() -> None:
    told = "The war between Iran and Iraq went on. The Iranian army advanced on Basra."
    (conflict,) = gm.parse(told).conflicts
    assert "advanced" in " ".join(m.span.text for m in conflict.mentions)


def test_first_and_second_war_are_two() -> None:
    found = gm.parse(
        "The first war in Chechnya ended in 1996. The second war in Chechnya began in 1999."
    ).conflicts
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "An attack on Monday was foiled by luck.",
        "Relations between Greece and Turkey have improved.",
        "Voters ousted President Macky Sall in Senegal.",
        "The company entered the market in Iran. Its army of lawyers took Basra by storm.",
    ],
)
def test_what_makes_no_party(text: str) -> None:
    assert not [p for c in gm.parse(text).conflicts for p in c.parties]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump attacked Hillary Clinton in Ohio on Monday.",
        "Chris Murphy defeated Nancy Johnson in Connecticut.",
    ],
)
def test_a_war_of_words_is_none(text: str) -> None:
    assert gm.parse(text).conflicts == ()


def test_clashes_without_a_word_for_war_are_one() -> None:
    (conflict,) = gm.parse(
        "In September 1990 Iraqi troops crossed the border near Basra. Iranian troops threw back "
        "the Iraqi army. Iranian troops advanced on Basra. Basra fell in October 1990."
    ).conflicts
    assert len(conflict.parties) == 2
    assert conflict.start is not None
    assert conflict.start.value == "1990-09"


def test_a_coup_is_over() -> None:
    (coup,) = gm.parse("The coup of 26 July 2023 in Niger was condemned.").conflicts
    assert (coup.status, coup.start and coup.start.value) == ("ended", "2023-07-26")


def test_campaign_that_costs_lives() -> None:
    (war,) = gm.parse("The campaigns cost Spain 23,000 casualties and France 12,000.").conflicts
    assert [c.quantity.value for c in war.casualties] == [23000, 12000]


def test_unnamed_assailants_are_no_enemy_of_their_own() -> None:
    found = gm.parse(
        "Unknown gunmen killed five villagers in Auno. Boko Haram has fought Nigeria since 2009."
    ).conflicts
    attack = next(c for c in found if c.kind == "one_sided")
    assert attack.parties == ()


def test_foreign_troops_in_a_country_do_not_fight_it() -> None:
    found = gm.parse("French troops operated against Ansar Dine in Mali.").conflicts
    assert "place:mali" not in {i for c in found for p in c.parties for i in p.members}


def test_whom_a_history_is_about_fights_its_war() -> None:
    (war,) = gm.parse(
        "Course of the war\n\nBolivia sought an outlet to the sea, and Paraguay would not yield "
        "it. La Paz had more men than Paraguay. Bolivia lost the war, and Paraguay dictated the "
        "terms."
    ).conflicts
    assert {i for p in war.parties for i in p.members} == {"place:bolivia", "place:paraguay"}


def test_who_claims_responsibility_did_the_last_attack() -> None:
    (attack,) = gm.parse(
        "A bomb killed 12 people at a market in Quetta on Monday. Islamic State claimed "
        "responsibility in a message."
    ).conflicts
    assert [p.members for p in attack.parties] == [("organisation:islamic-state",)]


def test_two_armies_that_fought_fought_each_other() -> None:
    (war,) = gm.parse("Rwandan and Ugandan soldiers fought for four days in Kisangani.").conflicts
    assert sorted(p.members for p in war.parties) == [("place:rwanda",), ("place:uganda",)]
    assert war.places == ("place:kisangani",)


def test_a_clash_long_before_the_war_stands_alone() -> None:
    clash, war = gm.parse(
        "A skirmish at Fort Corrales in December 1928 was patched up. The war between Bolivia and "
        "Paraguay began on 10 May 1932."
    ).conflicts
    assert (clash.start and clash.start.value, war.start and war.start.value) == (
        "1928-12",
        "1932-05-10",
    )
    assert [p.members for p in clash.parties] == [p.members for p in war.parties]


def test_what_is_condemned_elsewhere_did_not_happen_there() -> None:
    (attack,) = gm.parse("In New York he condemned the bombing of a market in Quetta.").conflicts
    assert attack.places == ("place:quetta",)


def test_a_question_tells_nothing() -> None:
    assert gm.parse("Did Iraq attack Kuwait?").conflicts == ()
