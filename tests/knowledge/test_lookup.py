"""Finding entities by name, and the user's own tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from geopolitics_model import knowledge
from geopolitics_model.errors import KnowledgeError
from geopolitics_model.model.conflicts import Conflict
from geopolitics_model.model.entities import Organisation, Person, Place
from geopolitics_model.model.vocabularies import PlaceKind


@pytest.mark.parametrize(
    ("given", "gender"),
    [("Fiona", "female"), ("Jens", "male"), ("Robin", ""), ("Tarvek", ""), ("", "")],
)
def test_the_gender_of_a_given_name(given: str, gender: str) -> None:
    assert knowledge.gender(given) == gender


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("NATO", "organisation:nato"),
        ("Nato", "organisation:nato"),
        ("the North Atlantic Alliance", "organisation:nato"),
        ("WHO", "organisation:who"),
        ("Daesh", "organisation:islamic-state"),
        ("Da'esh", "organisation:islamic-state"),
        ("ISIL", "organisation:islamic-state"),
        ("IS", "organisation:islamic-state"),
        ("YPG", "organisation:ypg"),
        ("People’s Protection Units", "organisation:ypg"),
        ("U.N. Security Council", "organisation:unsc"),
        ("Pentagon", "organisation:us-department-of-defense"),
        ("State Department", "organisation:us-department-of-state"),
        ("Kremlin", "organisation:kremlin"),
        ("Georgia", "place:georgia"),
        ("Congo", "place:democratic-republic-of-the-congo"),
        ("Raqqa", "place:raqqa"),
        ("Ar-Raqqah", "place:raqqa"),
        ("Fallujah", "place:fallujah"),
        ("Aleksandar Vucic", "person:aleksandar-vucic"),
        ("Aleksandar Vučić", "person:aleksandar-vucic"),
        ("Serbian government", "organisation:government-of-serbia"),
        ("Government of the United States", "organisation:government-of-united-states"),
        ("Nigerian Army", "organisation:nigerian-army"),
        ("Bolivian Navy", "organisation:navy-of-bolivia"),
        ("Second World War", "conflict:world-war-ii"),
    ],
)
def test_find(name: str, first: str) -> None:
    assert knowledge.find_ids(name)[0] == first
    assert knowledge.find(name)[0].id == first


@pytest.mark.parametrize("name", ["who", "is", "Qwertyland", "", "the", "President"])
def test_find_nothing(name: str) -> None:
    assert knowledge.find(name) == ()


def test_ambiguity_is_kept() -> None:
    assert {"place:georgia", "place:georgia-us-state"} <= set(knowledge.find_ids("Georgia"))
    assert len(knowledge.find_ids("Congo")) == 2
    assert knowledge.find_ids("Kyiv")[-1] == "organisation:government-of-ukraine"


def test_date_orders_candidates() -> None:
    assert knowledge.find_ids("Bush", dt.date(2003, 3, 20))[0] == "person:george-w-bush"
    assert knowledge.find_ids("Bush", dt.date(1990, 8, 2))[0] == "person:george-h-w-bush"


@pytest.mark.parametrize(
    ("family", "person"),
    [
        ("von der Leyen", "person:ursula-von-der-leyen"),
        ("Xi", "person:xi-jinping"),
        ("Guterres", "person:antonio-guterres"),
    ],
)
def test_family_names(family: str, person: str) -> None:
    assert knowledge.surname(family, dt.date(2022, 8, 4))[0] == person


def test_city() -> None:
    city = knowledge.get("place:pristina")
    assert isinstance(city, Place)
    assert (city.kind, city.country) == (PlaceKind.CITY, "place:kosovo")
    assert city.latitude == pytest.approx(42.67, abs=0.1)
    assert knowledge.country_of("place:pristina") == "place:kosovo"
    assert knowledge.get("place:pristina-nowhere") is None


def test_derived_bodies() -> None:
    ministry = knowledge.get("organisation:ministry-of-defence-of-ukraine")
    assert isinstance(ministry, Organisation)
    assert ministry.place == "place:ukraine"
    assert "Ukrainian Defence Ministry" in ministry.aliases
    assert knowledge.get("organisation:ministry-of-magic-of-ukraine") is None
    assert knowledge.get("organisation:government-of-atlantis") is None
    assert knowledge.government("place:aleppo") is None


def test_every_derived_id_leads_back() -> None:
    names = list(knowledge.base()._bodies.all_names())
    assert len(names) > 1000
    for _, id, _ in names[::97]:
        found = knowledge.get(id)
        assert found is not None
        assert found.id == id


def test_conflict() -> None:
    (kosovo_war,) = [c for c in knowledge.find("Kosovo War") if isinstance(c, Conflict)]
    members = {member for party in kosovo_war.parties for member in party.members}
    assert "organisation:kosovo-liberation-army" in members
    assert kosovo_war in knowledge.conflicts(party="organisation:kosovo-liberation-army")


def test_titles() -> None:
    assert knowledge.title("Secretary of State", of="place:united-states") == ("foreign_minister",)
    assert "foreign_minister" not in knowledge.title("Secretary of State", of="place:france")
    assert knowledge.title("Minister of Foreign Affairs") == ("foreign_minister",)
    found = knowledge.titles(
        "The vice-president met Defence Minister Doe; the prime ministers did not."
    )
    assert [(t.surface, t.offices) for t in found] == [
        ("vice-president", ("deputy",)),
        ("Defence Minister", ("defence_minister",)),
    ]


@pytest.fixture
def clean() -> Iterator[None]:
    yield
    knowledge.reset()


@pytest.mark.usefixtures("clean")
def test_own_tables(tmp_path: Path) -> None:
    (tmp_path / "persons.csv").write_text("id,name\nperson:ann-example,Ann Example\n")
    (tmp_path / "tenures.csv").write_text(
        "person,office,title,of,start,as_of\n"
        "person:ann-example,head_of_government,Prime Minister,place:kosovo,2030-01-01,2031-12-31\n"
    )
    (tmp_path / "cities.csv").write_text(
        "id,name,country,latitude,longitude,population\nplace:exampleton,Exampleton,place:norway,60,10,900000\n"
    )
    knowledge.load(tmp_path)
    holder = knowledge.holder("prime minister", "place:kosovo", dt.date(2031, 1, 1))
    assert isinstance(holder, Person)
    assert holder.name == "Ann Example"
    assert knowledge.find_ids("Exampleton") == ("place:exampleton",)
    assert knowledge.match("In Exampleton it rained.")[0].candidates == ("place:exampleton",)
    assert knowledge.find_ids("NATO") == ("organisation:nato",)


@pytest.mark.usefixtures("clean")
@pytest.mark.parametrize(
    ("table", "text", "message"),
    [
        ("persons", "id,nick\nperson:x,X\n", "unknown column 'nick'"),
        ("persons", "id,name,nationality\nperson:x,X,place:nowhere\n", "place:nowhere"),
        ("places", "id,name,kind\nplace:x,X,planet\n", "planet"),
        ("missions", "id,name,kind,start\nmission:x,X,training,soon\n", "soon"),
        ("persons", "id,name\nperson:x,X\nperson:x,Y\n", "twice"),
        ("persons", "id,name\nperson:x\n", "line 2"),
    ],
)
def test_broken_tables_are_refused(tmp_path: Path, table: str, text: str, message: str) -> None:
    (tmp_path / f"{table}.csv").write_text(text)
    with pytest.raises(KnowledgeError, match=message):
        knowledge.load(tmp_path)
    assert knowledge.get("person:x") is None
