"""Conflicts: kinds by parties, one object per quarrel, tolls, times, mediators."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.model import Conflict, ConflictKind, ConflictStatus


def conflicts(text: str, published: dt.date | None = None) -> tuple[Conflict, ...]:
    return gm.parse(text, published=published).conflicts


def only(text: str, published: dt.date | None = None) -> Conflict:
    (conflict,) = conflicts(text, published)
    return conflict


def sides(conflict: Conflict) -> list[tuple[str, ...]]:
    return [party.members for party in conflict.parties]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The war between Iran and Iraq went on.", ConflictKind.INTERSTATE),
        ("Nigeria is fighting Boko Haram in Borno.", ConflictKind.INTRASTATE),
        (
            "France and Mali are fighting Boko Haram in Mali.",
            ConflictKind.INTERNATIONALISED_INTRASTATE,
        ),
        ("Boko Haram massacred villagers in Nigeria.", ConflictKind.ONE_SIDED),
        ("Tensions between India and Pakistan are rising.", ConflictKind.DISPUTE),
        ("The protests in Kazakhstan have spread.", ConflictKind.UNREST),
    ],
)
def test_kind(text: str, kind: ConflictKind) -> None:
    assert only(text).kind is kind


def test_sides() -> None:
    assert sides(only("Iraq invaded Kuwait in 1990.")) == [("place:iraq",), ("place:kuwait",)]
    assert sides(only("The clashes between Armenia and Azerbaijan resumed.")) == [
        ("place:armenia",),
        ("place:azerbaijan",),
    ]


def test_only_the_perpetrator_of_one_sided_violence() -> None:
    conflict = only("Boko Haram attacked a market in Nigeria, killing at least 12 people.")
    assert sides(conflict) == [("organisation:boko-haram",)]
    (toll,) = conflict.casualties
    assert (toll.kind, toll.quantity.value, toll.quantity.qualifier) == ("killed", 12, "at_least")


def test_one_war_however_it_is_called() -> None:
    conflict = only(
        "Japan attacked the Chinese army near Shanghai. Japan then invaded China. The war lasted "
        "for eight years. The fighting was bitter."
    )
    assert len(conflict.mentions) >= 3


def test_two_attacks_of_two_groups_are_two() -> None:
    found = conflicts(
        "Boko Haram massacred villagers in Nigeria. Al-Shabaab bombed a hotel in Somalia."
    )
    assert len(found) == 2


def test_tolls_of_several_kinds_stay_side_by_side() -> None:
    conflict = only(
        "The war in Yemen killed between 300 and 400 people and displaced thousands of families."
    )
    told = [
        (c.kind, c.quantity.value, c.quantity.low, c.quantity.high) for c in conflict.casualties
    ]
    assert told == [("killed", None, 300, 400), ("displaced", None, 2000, None)]


def test_group_of_the_dead() -> None:
    (toll,) = only("The war in Bosnia left 9,000 dead, most of them civilians.").casualties
    assert toll.group == "most of them civilians"


def test_start_and_a_war_that_ended_before() -> None:
    assert only("The war in Bosnia began on 6 April 1992.").start.value == "1992-04-06"  # type: ignore[union-attr]
    conflict = only("Chad was poor in 1998, a decade after a war in the north.")
    assert conflict.end is not None
    assert conflict.end.value == "1988"
    assert conflict.status is ConflictStatus.ENDED


def test_ally_on_the_side_of_whom_it_backs() -> None:
    conflict = only("Azerbaijan, backed by Turkey, attacked Armenia in 2020.")
    assert sides(conflict) == [("place:azerbaijan", "place:turkey"), ("place:armenia",)]


def test_who_supports_whom_in_a_fight_is_on_one_side() -> None:
    conflict = only("Norway supports Iraq in the fight against Islamic State.")
    (regular, groups) = sides(conflict)
    assert set(regular) == {"place:norway", "place:iraq"}
    assert groups == ("organisation:islamic-state",)


def test_list_of_victims() -> None:
    conflict = only(
        "The war in Yemen cost the lives of 300 soldiers, 40 policemen and 12 journalists."
    )
    assert [(c.kind, c.quantity.value) for c in conflict.casualties] == [
        ("killed", 300),
        ("killed", 40),
        ("killed", 12),
    ]


def test_lives_lost_and_people_driven_from_home() -> None:
    conflict = only(
        "In the war in Yemen 300 people lost their lives. The fighting forced 4,000 people from "
        "their homes."
    )
    assert [(c.kind, c.quantity.value) for c in conflict.casualties] == [
        ("killed", 300),
        ("displaced", 4000),
    ]


def test_a_rate_is_no_toll() -> None:
    assert only("The war in Yemen led to 33 deaths per day.").casualties == ()


@pytest.mark.parametrize(
    "end",
    [
        "The war in Bosnia ended on 14 December 1995.",
        "The war in Bosnia came to an end on 14 December 1995.",
        "A treaty ended the war in Bosnia on 14 December 1995.",
    ],
)
def test_end(end: str) -> None:
    conflict = only(end)
    assert conflict.end is not None
    assert conflict.end.value == "1995-12-14"
    assert conflict.status is ConflictStatus.ENDED


def test_a_truce_that_is_only_called_for_is_none() -> None:
    assert only("The war in Yemen goes on despite calls for a ceasefire.").status == "active"
    kept = only("The war in Yemen has paused since a ceasefire was agreed.")
    assert kept.status == "ceasefire"


def test_what_is_fought_belongs_to_the_war_of_the_title() -> None:
    battles = "Chile stormed Arica in June. Lynch's men burned the port of Chimbote in September."
    war = only(f"War of the Pacific\n\n{battles}")
    assert len(war.mentions) > 1
    other = "The Chaco War was fought by Paraguay against Bolivia from 1932 to 1935."
    assert len(conflicts(f"War of the Pacific\n\n{battles}\n\n{other}")) > 1


def test_mediator() -> None:
    conflict = only(
        "Tensions between Serbia and Kosovo are rising. Both joined the EU-led dialogue."
    )
    assert conflict.mediators == ("organisation:eu",)


@pytest.mark.parametrize(
    "text",
    [
        "The fight against climate change goes on.",
        "The trade war hurts farmers.",
        "He died of a heart attack.",
        "The army did not attack Kuwait.",
        "Attack aircraft were delivered to Egypt.",
    ],
)
def test_what_is_no_conflict(text: str) -> None:
    assert conflicts(text) == ()


WORDS = "war the Iraq attacked Kuwait tensions . in killed 40 people".split()


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_words_give_a_sound_dossier(words: list[str]) -> None:
    text = " ".join(words)
    dossier = gm.parse(text)
    assert not [d for d in dossier.diagnostics if d.code == "parser-failed"]


@pytest.mark.parametrize(
    ("text", "name", "one", "other"),
    [
        ("The Russo-Japanese War began in 1904.", "Russo-Japanese War", "russia", "japan"),
        ("The Iran–Iraq War killed half a million.", "Iran–Iraq War", "iran", "iraq"),
        ("The Soviet-Afghan War went on.", "Soviet-Afghan War", "soviet-union", "afghanistan"),
    ],
)
def test_a_name_that_joins_two_states_tells_its_sides(
    text: str, name: str, one: str, other: str
) -> None:
    conflict = only(text)
    assert conflict.name == name
    assert sides(conflict) == [(f"place:{one}",), (f"place:{other}",)]
    assert conflict.kind is ConflictKind.INTERSTATE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ethiopia and Eritrea were at odds. War between the two countries broke out in 1998.",
            [("place:ethiopia",), ("place:eritrea",)],
        ),
        (
            "Kenya and Somalia met. Tensions between both states are rising.",
            [("place:kenya",), ("place:somalia",)],
        ),
        ("Kenya, Uganda and Somalia met. War between the two states broke out.", []),
    ],
)
def test_the_two_countries_are_a_side_each(text: str, expected: list[tuple[str, ...]]) -> None:
    assert sides(only(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Second Congo War began in 1998. Rebels fought the army. "
        "The war between Rwanda and Uganda in Kisangani lasted six days.",
        "The Israeli-Palestinian conflict went on.",
        "A proxy war between Iran and Saudi Arabia was fought in Yemen.",
    ],
)
def test_not_every_war_with_two_states_in_it_is_interstate(text: str) -> None:
    assert all(c.kind is not ConflictKind.INTERSTATE for c in conflicts(text))


def test_those_joined_before_a_clash_are_opposed() -> None:
    clash = only("Thai–Cambodian clashes killed 20 soldiers.")
    assert sides(clash) == [("place:thailand",), ("place:cambodia",)]
