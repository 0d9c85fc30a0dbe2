"""A dossier as a graph: every object a node, every reference an edge, through networkx.

Nodes carry the fields that hold single values; edges the name of the field that refers
(`speakers`, `roles.organisation`, `parties.members`). Lost: texts of articles, where anything was
read, quantities, lists that are no references, and characters that XML cannot hold.
"""

from __future__ import annotations

import re
from typing import Any

from geopolitics_model.extras import imported
from geopolitics_model.formats.interchange.flat import scalars
from geopolitics_model.model import Dossier
from geopolitics_model.model.walk import references

_INDEX = re.compile(r"\[\d+\]")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""The characters that XML 1.0 does not allow."""


def graph(dossier: Dossier) -> Any:
    """The dossier as a `networkx.MultiDiGraph`, its nodes and edges in the order of the dossier.

    Nodes are ids; their attributes `class`, `label` (a name, title or content) and the fields.
    Edges have the attribute `relation`.

    Raises:
        MissingExtra: networkx is not installed.
    """
    made = imported("networkx", "interchange").MultiDiGraph()
    for thing in dossier:
        flat = {name: value for name, value in scalars(thing).items() if name != "id"}
        label = next((flat[n] for n in ("name", "title", "content") if n in flat), thing.id)
        about = {"class": type(thing).__name__, "label": label, **flat}
        made.add_node(xml(thing.id), **{name: xml(value) for name, value in about.items()})
    for thing in dossier:
        for path, id in references(thing):
            relation = _INDEX.sub("", path).lstrip(".")
            made.add_edge(xml(thing.id), xml(id), relation=relation)
    return made


def xml(value: Any) -> Any:
    """A text without the characters that XML cannot hold; anything else as it is."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
