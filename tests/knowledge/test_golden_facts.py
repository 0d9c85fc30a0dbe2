"""Facts that the tables must get right, whatever else changes."""

from __future__ import annotations

import datetime as dt

import pytest

from geopolitics_model import knowledge
from geopolitics_model.knowledge import Unknown
from geopolitics_model.model.entities import Organisation, Person, Place
from geopolitics_model.model.missions import Mission
from geopolitics_model.model.vocabularies import OrganisationKind, PlaceKind

AUGUST_2022 = dt.date(2022, 8, 4)


def codes(entity: Place | Organisation | Person) -> dict[str, str]:
    return {identifier.scheme: identifier.value for identifier in entity.identifiers}


def test_kosovo() -> None:
    kosovo = knowledge.get("place:kosovo")
    assert isinstance(kosovo, Place)
    assert kosovo.kind is PlaceKind.COUNTRY
    found = codes(kosovo)
    assert (found["iso2"], found["wikidata"], found["cow"]) == ("XK", "Q1246", "347")
    assert kosovo.latitude == pytest.approx(42.6, abs=0.5)
    assert knowledge.find_ids("Kosovar") == ("place:kosovo",)
    assert "organisation:government-of-kosovo" in knowledge.find_ids("Pristina")
    government = knowledge.get("organisation:government-of-kosovo")
    assert isinstance(government, Organisation)
    assert government.kind is OrganisationKind.GOVERNMENT
    assert government.place == "place:kosovo"


def test_kosovo_is_no_member_of_the_united_nations() -> None:
    members = knowledge.members("organisation:un")
    assert not isinstance(members, Unknown)
    assert "place:kosovo" not in {place.id for place in members}
    assert "place:serbia" in {place.id for place in members}


def test_stoltenberg() -> None:
    stoltenberg = knowledge.get("person:jens-stoltenberg")
    assert isinstance(stoltenberg, Person)
    (secretary,) = [role for role in stoltenberg.roles if role.organisation == "organisation:nato"]
    assert secretary.start is not None
    assert secretary.end is not None
    assert (secretary.start.value, secretary.end.value) == ("2014-10-01", "2024-10-01")
    before = knowledge.holder("prime minister", "place:norway", dt.date(2012, 1, 1))
    assert before == stoltenberg
    for day in (dt.date(2014, 10, 1), AUGUST_2022, dt.date(2024, 9, 30)):
        assert knowledge.holder("secretary-general", "organisation:nato", day) == stoltenberg
    after = knowledge.holder("Secretary General", "organisation:nato", dt.date(2024, 10, 2))
    assert isinstance(after, Person)
    assert after.id == "person:mark-rutte"


def test_kfor() -> None:
    kfor = knowledge.get("mission:kfor")
    assert isinstance(kfor, Mission)
    assert kfor.leads == ("organisation:nato",)
    assert kfor.places == ("place:kosovo",)
    assert kfor.mandate is not None
    assert kfor.mandate.instrument == "S/RES/1244"
    assert kfor.start is not None
    assert (kfor.start.value, kfor.end) == ("1999-06-12", None)
    assert kfor in knowledge.missions(place="place:kosovo", lead="organisation:nato")


def test_members_of_nato() -> None:
    counts = {}
    for day in (dt.date(2022, 8, 4), dt.date(2023, 4, 4), dt.date(2024, 3, 7), None):
        members = knowledge.members("organisation:nato", on=day)
        assert not isinstance(members, Unknown)
        counts[day] = len(members)
    assert list(counts.values()) == [30, 31, 32, 32]


@pytest.mark.parametrize(
    ("title", "of", "person"),
    [
        ("prime minister", "place:kosovo", "person:albin-kurti"),
        ("Prime Minister", "organisation:government-of-kosovo", "person:albin-kurti"),
        ("president", "place:serbia", "person:aleksandar-vucic"),
        ("head_of_government", "place:united-kingdom", "person:boris-johnson"),
        ("Secretary of State", "place:united-states", "person:antony-blinken"),
        ("defense secretary", "place:united-states", "person:lloyd-austin"),
        ("vice president", "place:united-states", "person:kamala-harris"),
        ("supreme leader", "place:iran", "person:ali-khamenei"),
        ("president", "place:iran", "person:ebrahim-raisi"),
        ("secretary general", "organisation:un", "person:antonio-guterres"),
    ],
)
def test_in_office_in_august_2022(title: str, of: str, person: str) -> None:
    holder = knowledge.holder(title, of, AUGUST_2022)
    assert isinstance(holder, Person)
    assert holder.id == person


def test_roles_to_persons() -> None:
    assert knowledge.find_ids("Kosovar Prime Minister", AUGUST_2022) == ("person:albin-kurti",)
    assert knowledge.find_ids("President of Serbia", AUGUST_2022) == ("person:aleksandar-vucic",)
    assert knowledge.find_ids("President Obama") == ("person:barack-obama",)
    assert knowledge.find_ids("Stoltenberg", AUGUST_2022)[0] == "person:jens-stoltenberg"


def test_beyond_coverage_is_unknown_and_says_so() -> None:
    answer = knowledge.holder("prime minister", "place:kosovo", dt.date(2031, 1, 1))
    assert isinstance(answer, Unknown)
    assert not answer
    assert answer.until is not None
    assert answer.until < dt.date(2031, 1, 1)
    assert str(answer.until) in answer.reason
    assert answer.last == "person:albin-kurti"
    members = knowledge.members("organisation:nato", on=dt.date(2031, 1, 1))
    assert isinstance(members, Unknown)
    with pytest.raises(TypeError):
        list(members)  # type: ignore[call-overload]


def test_no_king_is_a_president() -> None:
    answer = knowledge.holder("president", "place:united-kingdom", AUGUST_2022)
    assert isinstance(answer, Unknown)


def test_resolution() -> None:
    for symbol in ("S/RES/1244", "1244", "1244 (1999)", "UN Resolution 1244"):
        resolution = knowledge.resolution(symbol)
        assert resolution is not None
        assert resolution.date == dt.date(1999, 6, 10)
    assert knowledge.resolution("S/RES/99999") is None
