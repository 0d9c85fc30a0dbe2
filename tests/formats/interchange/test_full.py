"""What each field becomes in each format: the whole export of a dossier made by hand.

The files in `expected` were read by a person. After a change that is meant,
`python -m tests.formats.interchange.test_full` writes them anew: read them again.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from geopolitics_model.formats.interchange import followthemoney, geojson, graph, jsonld, tables
from tests.formats.interchange.full import dossier

EXPECTED = Path(__file__).parent / "expected"
NEEDS = {"ftm": "followthemoney", "graph": "networkx"}


def _graph() -> Any:
    made = graph.graph(dossier())
    nodes = [{"id": id, **about} for id, about in made.nodes(data=True)]
    edges = [[a, about["relation"], b] for a, b, about in made.edges(data=True)]
    return {"nodes": nodes, "edges": edges}


def _tables() -> Any:
    with zipfile.ZipFile(io.BytesIO(tables.dumps(dossier()))) as files:
        texts = {name: files.read(name).decode() for name in files.namelist()}
    package = json.loads(texts.pop("datapackage.json"))
    return {"package": package, **{name: text.splitlines() for name, text in texts.items()}}


EXPORTS: dict[str, Callable[[], Any]] = {
    "jsonld": lambda: jsonld.document(dossier()),
    "geojson": lambda: geojson.collection(dossier()),
    "graph": _graph,
    "ftm": lambda: list(followthemoney.entities(dossier())),
    "tables": _tables,
}


@pytest.mark.parametrize("name", EXPORTS)
def test_every_field_becomes_what_it_should(name: str) -> None:
    pytest.importorskip(NEEDS.get(name, "json"))
    assert EXPORTS[name]() == json.loads((EXPECTED / f"{name}.json").read_text())


if __name__ == "__main__":
    for name, export in EXPORTS.items():
        (EXPECTED / f"{name}.json").write_text(json.dumps(export(), indent=1) + "\n")
