"""Shares of a mission, its code name alone, titles of war, and whose council gives a mandate."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from geopolitics_model.model import MissionKind


def names(text: str) -> list[list[str]]:
    return [[m.span.text for m in mission.mentions] for mission in gm.parse(text).missions]


def test_a_code_name_alone_is_the_operation() -> None:
    text = "Operation Decisive Storm began in March. Saudi Arabia ended Decisive Storm in April."
    assert names(text) == [["Operation Decisive Storm", "Decisive Storm"]]


@pytest.mark.parametrize(
    "text",
    [
        "Chad contributes 1,400 troops to MINUSMA.",
        "A patrol of MINUSMA came under fire near Kidal.",
    ],
)
def test_a_share_is_no_mission_beside_the_whole(text: str) -> None:
    assert names(text) == [["MINUSMA"]]


def test_a_short_name_in_brackets_ends_a_name() -> None:
    text = "The United Nations Mission in East Timor (UNAMET) was set up. UNAMET left in October."
    (mission,) = gm.parse(text).missions
    assert mission.name == "United Nations Mission in East Timor"


@pytest.mark.parametrize(
    "text",
    [
        "Turkey launched Operation Peace in Cyprus. A Peace Conference met in Paris.",
        "India launched Operation Justice in Goa. The Ministry of Justice protested.",
        "Yemen launched Operation Red Sea in May. Ships in the Red Sea were attacked.",
    ],
)
def test_common_words_are_no_code_names_alone(text: str) -> None:
    (mission,) = names(text)
    assert len(mission) == 1


def test_a_code_name_that_begins_like_a_command() -> None:
    assert names("Operation Commando Hunt went on in Laos.") == [["Operation Commando Hunt"]]


def test_who_sends_beside_a_named_mission_sends_its_own() -> None:
    assert len(names("With MINUSMA, France sent 1,000 troops to Gao in northern Mali.")) == 2


def test_words_that_only_contain_an_operation() -> None:
    assert names("The Operation Commander was praised. The Cooperation Program went on.") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("An Australian truce monitoring group in Fiji was withdrawn.", MissionKind.OBSERVATION),
        ("A British training team in Sierra Leone was withdrawn.", MissionKind.TRAINING),
    ],
)
def test_groups_and_teams_with_a_task(text: str, kind: MissionKind) -> None:
    (mission,) = gm.parse(text).missions
    assert mission.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "A British aid group in Sierra Leone was praised.",
        "A wildlife monitoring group in Kenya reported poaching.",
        "The US-based monitoring group in Iraq counted 20 dead.",
    ],
)
def test_groups_without_one(text: str) -> None:
    assert names(text) == []


def test_what_a_text_goes_on_with_is_the_mission_of_its_heading() -> None:
    text = "French intervention in Mali\n\nThe intervention started in January 2013."
    assert any(m.leads == ("place:france",) for m in gm.parse(text).missions)


def test_a_heading_names_the_war_that_the_text_tells() -> None:
    text = (
        "Allied intervention in Russia\n\nBritain landed 170 marines at Murmansk on 6 March 1918."
    )
    (mission,) = gm.parse(text).missions
    assert mission.places == ("place:murmansk",)


def test_a_council_runs_nothing_itself() -> None:
    text = "The Security Council mission in Haiti was praised by the United Nations."
    (mission,) = gm.parse(text).missions
    assert mission.leads == ("organisation:un",)


def test_who_runs_a_mission_that_the_tables_know_by_this_name() -> None:
    text = "Canada sent 25 monitors to the OSCE Special Monitoring Mission in Ukraine."
    dossier = gm.parse(text)
    assert [(m.id, m.leads) for m in dossier.missions] == [
        ("mission:osce-smm", ("organisation:osce",))
    ]
    assert "organisation:osce" in [o.id for o in dossier.organisations]
