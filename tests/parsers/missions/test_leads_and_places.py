"""Who runs a mission and where, from its name, its phrase and the clauses around it."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from geopolitics_model.model import Mission, MissionKind, MissionStatus


def only(text: str) -> Mission:
    (mission,) = gm.parse(text).missions
    return mission


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("India evacuated 18,000 students from Ukraine under Operation Ganga.", "place:india"),
        ("The EU mission in Chad was headed by Greece.", "organisation:eu"),
        (
            "A naval mission in Yemen, which is commanded by Greece, was praised.",
            "place:greece",
        ),
        (
            "A task force of 40 ships was assembled under the command of Napoleon.",
            "person:napoleon-bonaparte",
        ),
        (
            "The Royal Navy escorted merchant ships in what was known as Operation Sentinel.",
            "organisation:royal-navy",
        ),
    ],
)
def test_lead(text: str, lead: str) -> None:
    assert lead in only(text).leads


def test_who_backs_or_authorises_it_does_not_lead() -> None:
    backed = only("The Syrian army's assault on Idlib, backed by Russian aircraft, began.")
    assert "place:russia" not in backed.leads
    extended = only("The Security Council extended the mandate of the UN mission in Mali.")
    assert extended.leads == ("organisation:un",)


def test_name_says_who_and_where() -> None:
    dossier = gm.parse("The African Union Mission in Somalia was praised.")
    (mission,) = dossier.missions
    assert mission.leads == ("organisation:au",)
    assert mission.places == ("place:somalia",)
    assert dossier["organisation:au"].mentions[0].span.text == "African Union"


def test_there_is_the_place_named_before() -> None:
    mission = only("Turkey has close ties with Somalia. It maintains a garrison there.")
    assert mission.places == ("place:somalia",)


def test_an_actor_s_seat_is_not_the_scene() -> None:
    mission = only(
        "The landing, code-named Operation Rosario, had been ordered by the junta in Buenos Aires."
    )
    assert mission.places == ()


def test_short_name_is_the_mission() -> None:
    mission = only(
        "The Border Stability Mission in Chad (BSMC) has 700 soldiers. BSMC was praised on Friday."
    )
    assert "BSMC" in {m.span.text for m in mission.mentions}


def test_name_beside_a_description() -> None:
    mission = only("It builds on Iron Gate, the French assault on Gao.")
    assert mission.name == "Iron Gate"
    assert mission.leads == ("place:france",)


@pytest.mark.parametrize(
    ("text", "place", "strength"),
    [
        ("Marines came ashore near Da Nang on 8 March 1965.", "place:da-nang", None),
        ("Thirty thousand Cubans were sent to Angola.", "place:angola", 30_000),
        ("Nine of Iraq's divisions drove into Kuwait.", "place:kuwait", None),
        ("Ethiopian troops have been in Somalia since 2006.", "place:somalia", None),
        ("Finland was weak. Three armies poured across the Finnish border.", "place:finland", None),
        ("The Vietnamese army pulled out of Cambodia in 1989.", "place:cambodia", None),
    ],
)
def test_what_armies_do(text: str, place: str, strength: int | None) -> None:
    mission = only(text)
    assert place in mission.places
    assert [s.quantity.value for s in mission.strengths] == ([strength] if strength else [])


def test_people_flown_out() -> None:
    mission = only("Britain flew 1,500 citizens from Khartoum to Cyprus.")
    assert mission.kind is MissionKind.HUMANITARIAN
    assert mission.strengths == ()


def test_refugees_are_no_army() -> None:
    assert gm.parse("Half a million soldiers and civilians streamed into France.").missions == ()


def test_present_and_perfect_go_on() -> None:
    standing = only("German troops have been in Mali since 2013, when the mission was set up.")
    assert standing.status is MissionStatus.ACTIVE


def test_landing_and_its_code_name() -> None:
    mission = only(
        "A force of 900 marines came ashore near Da Nang on 8 March 1965. The landing, code-named "
        "Operation Silver, met no resistance."
    )
    assert mission.name == "Operation Silver"
    assert mission.start is not None
    assert mission.start.value == "1965-03-08"


def test_kind_of_an_operation_by_what_is_done_in_it() -> None:
    rescue = only("India evacuated 18,000 students from Ukraine under Operation Ganga.")
    assert rescue.kind is MissionKind.HUMANITARIAN
    navy = only("The Royal Navy patrolled off Yemen in what was known as Operation Sentinel.")
    assert navy.kind is MissionKind.MARITIME


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "The UN mission in Chad, established by Security Council resolution 1509, has left.",
            "organisation:unsc",
        ),
        (
            "The Bundestag extended the participation of 500 soldiers in the NATO mission in Mali.",
            "organisation:bundestag",
        ),
        (
            "The Security Council met on Monday.\n\nDecides to renew the mandate of UNIFIL;",
            "organisation:unsc",
        ),
    ],
)
def test_issuer(text: str, issuer: str) -> None:
    found = [m.mandate.issuers for m in gm.parse(text).missions if m.mandate]
    assert (issuer,) in found


def test_deployment_that_is_approved_is_planned() -> None:
    mission = only("Germany approved the deployment of up to 600 soldiers to Mali.")
    assert mission.status is MissionStatus.PLANNED
    assert mission.leads == ("place:germany",)
    assert mission.places == ("place:mali",)
    assert [s.quantity.value for s in mission.strengths] == [600]


def test_what_ends_is_over_with_its_day() -> None:
    mission = only(
        "The naval blockade of Yemen, imposed by Egypt in 1965, was lifted in July 1967."
    )
    assert mission.status is MissionStatus.ENDED
    assert mission.start is not None
    assert mission.end is not None
    assert (mission.start.value, mission.end.value) == ("1965", "1967-07")


@pytest.mark.parametrize(
    ("text", "lead", "place"),
    [
        ("France has been bombing Libya since 2011.", "place:france", "place:libya"),
        ("Napoleon's campaign against Vienna began in 1805.", None, "place:vienna"),
        ("British troops attacked in Normandy on 6 June 1944.", None, "place:normandy"),
        ("The rebels launched an assault on Goma.", None, "place:goma"),
        ("Egypt moved 100,000 soldiers into Sinai.", "place:egypt", "place:sinai"),
        ("Moscow massed 100,000 soldiers on Ukraine's borders.", None, "place:ukraine"),
        ("British soldiers are fighting in Mali.", None, "place:mali"),
    ],
)
def test_campaigns(text: str, lead: str | None, place: str) -> None:
    mission = only(text)
    assert mission.places == (place,)
    assert lead is None or lead in mission.leads


def test_one_strike_and_a_fight_at_home_are_none() -> None:
    assert gm.parse("France bombed Libya on Friday.").missions == ()
    assert gm.parse("Libyan soldiers are fighting in Libya.").missions == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Britain will keep 900 soldiers in Estonia.", MissionStatus.ACTIVE),
        ("The EU is to send observers to Armenia.", MissionStatus.PLANNED),
        ("The UN mission in Mali was led by Brazil and ended in 2017.", MissionStatus.ENDED),
        ("The EU mission in Chad handed over to the UN.", MissionStatus.ENDED),
    ],
)
def test_status(text: str, status: MissionStatus) -> None:
    assert gm.parse(text).missions[0].status is status


def test_tables_choose_among_what_the_article_names() -> None:
    (mission,) = gm.parse("Kosovo is calm. NATO was praised.\n\nKFOR was praised, too.").missions
    assert mission.leads == ("organisation:nato",)
    assert mission.places == ("place:kosovo",)


def test_name_in_brackets_is_what_the_clause_tells() -> None:
    mission = only("In October 1987 Indian troops stormed Jaffna (Operation Pawan).")
    assert mission.name == "Operation Pawan"
    assert mission.places == ("place:jaffna",)


def test_those_flown_in_an_operation_run_it() -> None:
    mission = only("Some 36,000 Cubans were flown or shipped to Angola in Operation Carlota.")
    assert mission.leads == ("place:cuba",)


def test_host_is_not_the_lead() -> None:
    mission = only("Qatar is hosting 11,000 American soldiers.")
    assert mission.places == ("place:qatar",)
    assert "place:qatar" not in mission.leads


def test_size_without_a_noun() -> None:
    mission = only("India dispatched a peacekeeping force that grew to 80,000.")
    assert [s.quantity.value for s in mission.strengths] == [80_000]


def test_partner_of_a_mission_does_not_run_it() -> None:
    found = gm.parse(
        "A combined operation by KFOR and the Kosovo Police reopened the road."
    ).missions
    (kfor,) = [m for m in found if m.id == "mission:kfor"]
    assert kfor.leads == ()


def test_a_place_that_nobody_knows_is_a_place() -> None:
    mission = only("Kenya sent 900 soldiers to Xunzhemba, its army said.")
    assert mission.leads == ("place:kenya",)


def test_what_an_offensive_does_to_a_place() -> None:
    mission = only("A French offensive recaptured Gao within four days.")
    assert mission.places == ("place:gao",)


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "UNMEE was authorised by the Security Council. Its mandate is in resolution 1312.",
            ["organisation:unsc"],
        ),
        (
            "The Security Council met. UNMEE has its mandate from resolution 1312 (2000).",
            ["organisation:unsc"],
        ),
        (
            "EULEX, deployed by decision of the European Union, has 400 officers in Kosovo.",
            ["organisation:eu"],
        ),
        (
            "ISAF has acted under United Nations Security Council resolutions.",
            ["organisation:unsc"],
        ),
        ("EULEX acts under a plan of the European Union.", []),
        ("The strike on UNIFIL was condemned by a resolution of the Arab League.", []),
    ],
)
def test_by_whose_decision(text: str, issuers: list[str]) -> None:
    found = [m.mandate.issuers for m in gm.parse(text).missions if m.mandate]
    assert [id for ids in found for id in ids] == issuers
