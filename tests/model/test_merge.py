"""Merging: its laws, and what becomes of what the two say differently."""

import datetime as dt
from functools import reduce
from itertools import permutations
from operator import or_
from typing import Any

import attrs
import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.model.merge import join
from tests.model.world import MAY, NATO, SAID, ZENDA, dossier, span
from tests.strategies import families


def same(a: gm.Dossier, b: gm.Dossier) -> bool:
    return a == b and gm.dumps(a) == gm.dumps(b)


@given(families(3))
def test_associative(family: tuple[gm.Dossier, ...]) -> None:
    a, b, c = family
    assert same((a | b) | c, a | (b | c))


@given(families(2))
def test_commutative(family: tuple[gm.Dossier, ...]) -> None:
    a, b = family
    assert same(a | b, b | a)


@given(families(2))
def test_idempotent_and_absorbing(family: tuple[gm.Dossier, ...]) -> None:
    a, b = family
    assert same(a | a, a)
    assert same((a | b) | b, a | b)
    assert same(a | gm.Dossier(), a)


@given(families(3))
def test_any_order_of_articles(family: tuple[gm.Dossier, ...]) -> None:
    wanted = reduce(or_, family)
    for order in permutations(family):
        assert same(reduce(or_, order), wanted)


@given(families(2))
def test_nothing_is_lost(family: tuple[gm.Dossier, ...]) -> None:
    a, b = family
    both = a | b
    assert {thing.id for thing in both} == {thing.id for thing in (*a, *b)}
    assert set(both.times) == {*a.times, *b.times}
    assert set(both.diagnostics) == {*a.diagnostics, *b.diagnostics}
    for thing in (*a, *b):
        merged = both[thing.id]
        for name in ("mentions", "evidence", "speakers", "actors", "identifiers"):
            assert set(getattr(thing, name, ())) <= set(getattr(merged, name, ()))
        if hasattr(thing, "name"):
            assert {thing.name, *thing.aliases} <= {merged.name, *merged.aliases}


def test_only_with_dossiers() -> None:
    with pytest.raises(TypeError):
        dossier() | 5  # type: ignore[operator]


@pytest.mark.parametrize(
    ("field", "one", "other", "merged"),
    [
        ("name", "NATO", "Nato", "NATO"),
        ("kind", gm.OrganisationKind.ALLIANCE, gm.OrganisationKind.OTHER, "alliance"),
        ("kind", gm.OrganisationKind.PARTY, gm.OrganisationKind.OTHER, "party"),
        ("kind", gm.OrganisationKind.MEDIA, gm.OrganisationKind.BLOC, "bloc"),
        ("acronym", None, "NATO", "NATO"),
        ("acronym", "OTAN", "NATO", "NATO"),
        ("identifiers", (), (gm.Identifier(scheme="a", value="b"),), None),
    ],
)
def test_one_of_two_values(field: str, one: Any, other: Any, merged: Any) -> None:
    a, b = attrs.evolve(NATO, **{field: one}), attrs.evolve(NATO, **{field: other})
    wanted = other if merged is None else merged
    assert getattr(join(a, b), field) == getattr(join(b, a), field) == wanted


def test_names_not_chosen_become_aliases() -> None:
    other = attrs.evolve(NATO, name="Atlantic Alliance", aliases=("NATO", "OTAN"))
    merged = join(NATO, other)
    assert merged.name == "Atlantic Alliance"
    assert merged.aliases == ("NATO", "North Atlantic Treaty Organization", "OTAN")


def test_tuples_are_united_in_a_fixed_order() -> None:
    other = attrs.evolve(SAID, cue_evidence=(span("warned"), span("said")))
    assert join(SAID, other).cue_evidence == (span("warned"), span("said"))
    assert join(other, SAID) == join(SAID, other)
    kept = attrs.evolve(SAID, condition="if attacked")
    assert join(attrs.evolve(other), attrs.evolve(other, condition="x")).cue_evidence == (
        span("warned"),
        span("said"),
    )
    assert join(SAID, kept).condition == "if attacked"


def conflict(**fields: Any) -> gm.Conflict:
    return gm.Conflict(id="conflict:x", name="X", **fields)


def when(value: str) -> gm.When:
    return attrs.evolve(MAY, value=value)


def test_a_period_is_taken_from_one_side() -> None:
    early, late = when("1998"), when("2022")
    old = conflict(start=early, end=early)
    new = conflict(start=late)
    for merged in (join(old, new), join(new, old)):
        assert (merged.start, merged.end) == (early, early)
    for merged in (join(conflict(end=early), new), join(new, conflict(end=early))):
        assert (merged.start, merged.end) in {(None, early), (late, None)}


def test_coordinates_are_taken_from_one_side() -> None:
    one = attrs.evolve(ZENDA, latitude=10, longitude=30)
    other = attrs.evolve(ZENDA, latitude=20, longitude=5)
    for merged in (join(one, other), join(other, one)):
        assert (merged.latitude, merged.longitude) == (10, 30)
    assert join(ZENDA, other) == join(other, ZENDA) == other


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [("tense", "active", "active"), ("ended", "ceasefire", "ended"), ("unknown", "tense", "tense")],
)
def test_the_status_further_on_holds(one: str, other: str, later: str) -> None:
    a, b = conflict(status=one), conflict(status=other)
    assert join(a, b).status == join(b, a).status == later
    assert join(a, a).status == one


def test_policies_follow_their_course() -> None:
    announced = gm.Policy(id="policy:x", title="X", status=gm.PolicyStatus.ANNOUNCED)
    adopted = attrs.evolve(announced, status=gm.PolicyStatus.ADOPTED)
    assert join(announced, adopted) == join(adopted, announced) == adopted


def test_mandates_are_joined_field_by_field() -> None:
    def mission(**mandate: Any) -> gm.Mission:
        return gm.Mission(id="mission:x", name="X", mandate=gm.Mandate(**mandate))

    merged = join(
        mission(issuers=("b",), instrument="S/RES/1244"), mission(issuers=("a",), aims=("c",))
    )
    assert merged.mandate == gm.Mandate(issuers=("a", "b"), instrument="S/RES/1244", aims=("c",))
    bare = gm.Mission(id="mission:x", name="X")
    assert join(bare, merged).mandate == join(merged, bare).mandate == merged.mandate


def test_equal_moments_in_two_time_zones() -> None:
    zones = (dt.UTC, dt.timezone(dt.timedelta(hours=2)))
    moments = [dt.datetime(2022, 8, 4, 12, tzinfo=dt.UTC).astimezone(zone) for zone in zones]
    a, b = (gm.Dossier(articles=(gm.Article(text="", published=moment),)) for moment in moments)
    assert same(a | b, b | a)
    assert a | b in (a, b)
