"""Missions: named and described, one object each, and what they are not."""

from __future__ import annotations

import datetime as dt

import pytest

import geopolitics_model as gm
from geopolitics_model.model import Mission, MissionKind, MissionStatus
from tests.parsers.lexicons import tables_alone


def missions(text: str, published: dt.date | None = None) -> tuple[Mission, ...]:
    return gm.parse(text, published=published).missions


def only(text: str, published: dt.date | None = None) -> Mission:
    (mission,) = missions(text, published)
    return mission


def test_name_and_description_are_one() -> None:
    mission = only(
        "UNIFIL reported shots on Monday. The UN force in Lebanon has 10,500 soldiers from 48 "
        "countries. UNIFIL acts under a mandate from the Security Council.",
        dt.date(2022, 5, 4),
    )
    assert mission.id == "mission:unifil"
    assert mission.kind is MissionKind.PEACEKEEPING
    (strength,) = mission.strengths
    assert strength.quantity.value == 10_500
    assert strength.contributors is not None
    assert strength.contributors.value == 48
    assert mission.mandate is not None
    assert mission.mandate.issuers


def test_facts_of_the_tables_stay_out() -> None:
    mission = only("KFOR was praised.")
    assert (mission.leads, mission.places, mission.mandate, mission.start) == ((), (), None, None)


def test_described_mission() -> None:
    mission = only("The EU border monitoring mission in Georgia will stay until 2027.")
    assert mission.kind is MissionKind.OBSERVATION
    assert mission.leads == ("organisation:eu",)
    assert mission.places == ("place:georgia",)


def test_strong_force() -> None:
    mission = only("A 7,000-strong peacekeeping force was sent to Chad.")
    assert [s.quantity.value for s in mission.strengths] == [7000]
    assert mission.kind is MissionKind.PEACEKEEPING


def test_aim_of_an_operation() -> None:
    mission = only("Nigeria launched an operation to free the city of Maiduguri.")
    assert mission.kind is MissionKind.COMBAT
    assert mission.leads == ("place:nigeria",)
    assert mission.mandate is not None
    assert mission.mandate.aims == ("to free the city of Maiduguri",)


def test_offensive_told_again() -> None:
    mission = only(
        "Ukraine launched an offensive in Kharkiv on 6 September 2022. The offensive surprised "
        "the enemy."
    )
    assert mission.start is not None
    assert mission.start.value == "2022-09-06"
    assert len(mission.mentions) == 2


def test_two_offensives_are_two() -> None:
    found = missions(
        "In May 1940 Germany launched an offensive in Belgium. In June 1941 Germany launched an "
        "offensive in Ukraine."
    )
    assert [m.start.value for m in found if m.start] == ["1940-05", "1941-06"]


def test_planned_and_negated() -> None:
    assert only("The OSCE will send observers to Ukraine.").status is MissionStatus.PLANNED
    assert missions("Britain did not send soldiers to Estonia.") == ()
    assert missions("He deplored the inability to launch an invasion of France.") == ()


def test_what_armies_do_by_themselves() -> None:
    mission = only("South African troops crossed the border into Angola in October 1975.")
    assert mission.kind is MissionKind.COMBAT
    assert mission.places == ("place:angola",)
    assert mission.start is not None
    assert mission.start.value == "1975-10"


def test_a_people_stands_for_its_army() -> None:
    dossier = gm.parse("The Prussians besieged Paris in September 1870.")
    (mission,) = dossier.missions
    assert mission.leads == ("place:prussia",)
    assert dossier["place:prussia"].name == "Prussia"


def test_pronoun_and_relative_clause_tell_of_the_mission() -> None:
    mission = only(
        "MINUSMA, which was established in 2013, was praised on Friday. It has 700 soldiers from "
        "25 countries."
    )
    assert mission.start is not None
    assert mission.start.value == "2013"
    (strength,) = mission.strengths
    assert strength.quantity.value == 700


def test_who_extends_a_mandate_issues_it() -> None:
    mission = only(
        "The Security Council extended the mandate of the UN mission in Mali until 2023."
    )
    assert mission.mandate is not None
    assert mission.mandate.issuers == ("organisation:unsc",)
    assert mission.end is not None
    assert mission.end.value == "2023"


def test_victims_and_pupils_are_no_strength() -> None:
    mission = only("UNIFIL lost a patrol when 12 soldiers were killed.")
    assert mission.strengths == ()
    trained = only("American forces have trained 18000 soldiers in Iraq.")
    assert trained.strengths == ()


def test_halted_offensive_is_over_and_halted_mission_is_suspended() -> None:
    assert only("The Russian offensive in Kharkiv was halted.").status is MissionStatus.ENDED
    assert only("The EU halted its mission in Chad.").status is MissionStatus.SUSPENDED


def test_ready_to_intervene_is_no_intervention() -> None:
    assert missions("NATO is ready to intervene in Kosovo.") == ()


def test_strikes_of_one_coalition_are_one_campaign() -> None:
    found = missions(
        "American forces conducted 12 strikes in Syria on Monday. On Tuesday American forces "
        "conducted nine strikes in Iraq."
    )
    assert len(found) == 1


def test_code_name_of_a_campaign_told_before() -> None:
    mission = only(
        "NATO began its bombing campaign against Libya in March 2011. The campaign, code-named "
        "Operation Unified Protector, lasted until October."
    )
    assert mission.name == "Operation Unified Protector"
    assert mission.leads == ("organisation:nato",)


def test_visit_and_single_strike_are_none() -> None:
    assert missions("The minister visited Kenya on Tuesday.") == ()
    assert missions("An air strike hit a house in Sirte.") == ()


def test_same_text_same_bytes() -> None:
    text = "NATO's training mission in Iraq goes on. France deployed 300 soldiers to Estonia."
    assert gm.dumps(gm.parse(text)) == gm.dumps(gm.parse(text))


def test_those_who_are_to_be_deployed() -> None:
    mission = only(
        "Up to 100 unarmed observers were to be deployed in Georgia.", dt.date(2009, 2, 1)
    )
    assert mission.kind is MissionKind.OBSERVATION
    assert mission.places == ("place:georgia",)


def test_strength_in_the_phrase_of_who_moves() -> None:
    mission = only("Six Soviet divisions, numbering some 80,000 men, crossed into Finland.")
    assert [s.quantity.value for s in mission.strengths if s.quantity] == [80_000]


def test_who_gathers_troops_for_an_assault_leads_it() -> None:
    mission = only("By May 1932 Paraguay had concentrated 8,000 men for an assault on Managua.")
    assert mission.leads == ("place:paraguay",)


def test_what_is_done_in_a_named_operation_is_the_operation() -> None:
    mission = only("Turkish forces crossed into Syria on 9 October 2019 in Operation Peace Spring.")
    assert mission.name == "Operation Peace Spring"


def test_whom_an_army_drives_out() -> None:
    with tables_alone():
        mission = only("Vietnamese troops drove the Khmer Rouge from Phnom Penh in January 1979.")
    assert mission.places == ("place:phnom-penh",)


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations kept observers in Tajikistan between 1994 and 2000.",
        "The United Nations had observers in Tajikistan from 1994 to 2000.",
    ],
)
def test_range_of_a_mission(text: str) -> None:
    (mission,) = gm.parse(text).missions
    assert (mission.start and mission.start.value, mission.end and mission.end.value) == (
        "1994",
        "2000",
    )
    assert mission.status is gm.MissionStatus.ENDED
