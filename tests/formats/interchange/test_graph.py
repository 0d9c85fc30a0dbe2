"""GraphML and GEXF: networkx reads back the graph that was written."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.formats.interchange.files import dumps
from geopolitics_model.formats.interchange.graph import graph
from geopolitics_model.model.walk import references
from tests.formats.interchange.sample import dossier
from tests.strategies import dossiers

nx = pytest.importorskip("networkx")

READERS = {
    "graphml": lambda file: nx.read_graphml(file, force_multigraph=True),
    "gexf": nx.read_gexf,
}


def edges(graph: Any) -> list[tuple[str, str, str]]:
    return sorted((a, b, about["relation"]) for a, b, about in graph.edges(data=True))


@pytest.mark.parametrize("to", READERS)
@given(some=dossiers())
def test_it_comes_back(to: str, some: gm.Dossier) -> None:
    back = READERS[to](io.BytesIO(dumps(some, to)))
    assert len(back) == len(some)
    assert back.number_of_edges() == sum(1 for thing in some for _ in references(thing))


@pytest.mark.parametrize("to", READERS)
def test_attributes_and_edges_come_back(to: str) -> None:
    ours, back = graph(dossier()), READERS[to](io.BytesIO(dumps(dossier(), to)))
    assert edges(back) == edges(ours)
    for node, about in ours.nodes(data=True):
        for name, value in about.items():
            renamed = to == "gexf" and name in ("start", "end")
            assert back.nodes[node][f"{name}_edtf" if renamed else name] == value
    (statement,) = [s for s in dossier().statements if s.addressees]
    said = (statement.id, "person:jens-stoltenberg", "addressees")
    assert said in edges(back)


def test_gexf_has_no_date_of_writing() -> None:
    assert b"lastmodified" not in dumps(dossier(), "gexf")
