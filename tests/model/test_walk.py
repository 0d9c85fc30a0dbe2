"""Spans and references inside objects."""

import attrs
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.model import walk
from tests.model.world import LEE, NATO, SAID, WARNED, ZENDA, span
from tests.strategies import dossiers


def test_spans_with_their_paths() -> None:
    assert list(walk.spans(LEE, "persons[0]")) == [
        ("persons[0].mentions[0].span", span("Ann Lee")),
        ("persons[0].mentions[1].span", span("its")),
        ("persons[0].roles[0].evidence[0]", span("envoy")),
    ]
    assert [path for path, _ in walk.spans(SAID)] == [
        ".when.evidence[0]",
        ".source_evidence[0]",
        ".cue_evidence[0]",
        ".content_evidence[0]",
    ]


def test_references_with_their_paths() -> None:
    assert list(walk.references(ZENDA, "x")) == [("x.country", "place:ruritania")]
    assert list(walk.references(LEE)) == [(".roles[0].organisation", NATO.id)]
    two = attrs.evolve(SAID, about=(NATO.id, ZENDA.id))
    assert list(walk.references(two)) == [
        (".speakers[0]", LEE.id),
        (".about[0]", NATO.id),
        (".about[1]", ZENDA.id),
    ]


@given(dossiers())
def test_leaves_are_the_same_without_paths(made: gm.Dossier) -> None:
    for thing in (*made, *made.times, *made.diagnostics):
        spans, ids = walk.leaves(thing)
        assert sorted(map(repr, spans)) == sorted(repr(span) for _, span in walk.spans(thing))
        assert sorted(ids) == sorted(id for _, id in walk.references(thing))


def test_without_references() -> None:
    assert walk.without_references(ZENDA, {"place:ruritania"}).country is None
    assert walk.without_references(ZENDA, {"place:x"}) == ZENDA
    bereft = walk.without_references(LEE, {NATO.id})
    assert bereft == attrs.evolve(LEE, roles=(attrs.evolve(LEE.roles[0], organisation=None),))
    assert walk.without_references(WARNED, {NATO.id}).speakers == ()
    mission = gm.Mission(id="mission:x", name="X", mandate=gm.Mandate(issuers=("a", "b")))
    assert walk.without_references(mission, {"a"}).mandate == gm.Mandate(issuers=("b",))
    assert walk.without_references(gm.Mention(span=span("its")), {"a"}).span == span("its")


def test_sort_keys_order_anything() -> None:
    things = [SAID, ZENDA, (2, 1), (1, 2), "b", "a", 3, 2.5, None]
    ordered = sorted(things, key=walk.sort_key)
    assert ordered == [None, 2.5, 3, "a", "b", (1, 2), (2, 1), ZENDA, SAID]
