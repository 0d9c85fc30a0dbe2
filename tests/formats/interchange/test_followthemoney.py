"""FollowTheMoney entities: its own library loads and validates them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

import geopolitics_model as gm
from geopolitics_model.formats.interchange.files import dumps
from tests.formats.interchange.sample import dossier
from tests.strategies import dossiers

ftm = pytest.importorskip("followthemoney")


def entities(some: gm.Dossier) -> dict[str, Any]:
    """The entities by id, as the library loads them, checked by its own rules."""
    lines = [json.loads(line) for line in dumps(some, "ftm").splitlines()]
    loaded = {}
    for line in lines:
        entity = ftm.model.get_proxy(line)
        entity.schema.validate(line)
        assert entity.to_dict()["properties"].keys() == line["properties"].keys()
        for prop, value in entity.itervalues():
            assert prop.type.validate(value), (prop.name, value)
        loaded[entity.id] = entity
    assert len(loaded) == len(lines)
    return loaded


def referred(all: dict[str, Any]) -> list[tuple[Any, str]]:
    entity_type = ftm.types.registry.entity
    return [
        (prop, value)
        for entity in all.values()
        for prop, value in entity.itervalues()
        if prop.type == entity_type
    ]


@settings(max_examples=25)
@given(dossiers())
def test_any_dossier_gives_valid_entities(some: gm.Dossier) -> None:
    loaded = entities(some)
    for prop, id in referred(loaded):
        assert loaded[id].schema.is_a(prop.range)


def test_references_point_to_what_the_schema_allows() -> None:
    loaded = entities(dossier())
    pairs = referred(loaded)
    assert len(pairs) > 20
    for prop, id in pairs:
        assert loaded[id].schema.is_a(prop.range), (prop.qname, id)


def test_who_and_what() -> None:
    loaded = entities(dossier())
    vucic = loaded["person.aleksandar-vucic"]
    assert (vucic.schema.name, vucic.caption) == ("Person", "Aleksandar Vučić")
    assert vucic.get("nationality") == ["rs"]
    assert loaded["organisation.nato"].get("abbreviation") == ["NATO"]
    (occupancy,) = [
        e for e in loaded.values() if e.schema.name == "Occupancy" and vucic.id in e.get("holder")
    ]
    assert loaded[occupancy.get("post")[0]].get("country") == ["rs"]
    events = [e for e in loaded.values() if "statement" in e.get("keywords", quiet=True)]
    assert len(events) == len(dossier().statements)
    assert all(event.get("proof") for event in events)


def sanctioned(status: gm.PolicyStatus) -> list[Any]:
    places = (gm.Place(id="place:atlantis", name="Atlantis"),)
    policy = gm.Policy(
        id="policy:1",
        title="sanctions on Atlantis",
        kind=gm.PolicyKind.SANCTION,
        status=status,
        targets=("place:atlantis",),
    )
    loaded = entities(gm.Dossier(places=places, policies=(policy,)))
    return [loaded[e.get("entity")[0]] for e in loaded.values() if e.schema.name == "Sanction"]


def test_only_a_sanction_in_force_is_a_sanction() -> None:
    (target,) = sanctioned(gm.PolicyStatus.IN_FORCE)
    assert (target.schema.name, target.caption) == ("PublicBody", "Atlantis")
    assert not sanctioned(gm.PolicyStatus.PROPOSED)
    assert not sanctioned(gm.PolicyStatus.REPEALED)


def test_a_date_that_is_none_is_left_out() -> None:
    def start(value: str, bound: gm.Bound | None = None) -> list[str]:
        when = gm.When(text="x", kind=gm.TimeKind.DATE, value=value, bound=bound)
        conflict = gm.Conflict(id="conflict:1", name="C", start=when)
        dates: list[str] = entities(gm.Dossier(conflicts=(conflict,)))["conflict.1"].get(
            "startDate"
        )
        return dates

    assert start("2022-08") == ["2022-08"]
    assert start("199X") == start("2022-08", gm.Bound.BEFORE) == start("XXXX-09-01") == []


def test_a_force_speaks_through_a_body_of_its_own() -> None:
    loaded = entities(gm.parse("KFOR said on Monday that two of its soldiers had been wounded."))
    (said,) = (e for e in loaded.values() if "statement" in e.get("keywords"))
    (id,) = said.get("organizer")
    assert loaded[id].schema.name == "Organization"
    assert loaded[id].get("name") == ["KFOR"]
