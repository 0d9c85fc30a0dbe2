"""`export`: a dossier as a file of another tool's format."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

from geopolitics_model.errors import InvalidValue, UnknownFormat
from geopolitics_model.formats.files import replacing
from geopolitics_model.model import Dossier

FORMATS = {
    "ftm": ("followthemoney", ".ftm.json"),
    "jsonld": ("jsonld", ".jsonld"),
    "graphml": ("graphml", ".graphml"),
    "gexf": ("gexf", ".gexf"),
    "csv": ("tables", ".csv.zip"),
    "geojson": ("geojson", ".geojson"),
}
"""By name, the module of a format and the suffix of its files."""


def export(dossier: Dossier, path: str | os.PathLike[str], *, to: str | None = None) -> None:
    """Write a dossier in the format of another tool.

    | `to` | suffix | what it is |
    | -- | -- | -- |
    | `ftm` | `.ftm.json` | FollowTheMoney entities, one a line |
    | `jsonld` | `.jsonld` | JSON-LD with schema.org's terms |
    | `graphml`, `gexf` | `.graphml`, `.gexf` | objects as nodes, references as edges |
    | `csv` | `.csv.zip` | a Data Package: a CSV table a class |
    | `geojson` | `.geojson` | places, and what happens there |

    Args:
        dossier: what is written.
        path: the file; it appears whole or not at all.
        to: the format; if it is left out, the suffix names it.

    Raises:
        UnknownFormat: no format has this name or suffix.
        InvalidValue: `dossier` is none.
        MissingExtra: the format's library is not installed.
        OSError: the file cannot be written.
    """
    if not isinstance(dossier, Dossier):
        raise InvalidValue(f"expected a dossier, got {type(dossier).__name__}")
    data = dumps(dossier, to or format_of(path))
    with replacing(path) as file:
        file.write(data)


def dumps(dossier: Dossier, to: str) -> bytes:
    """The dossier in a format: the same dossier, the same bytes.

    Raises:
        UnknownFormat: no format has this name.
        MissingExtra: its library is not installed.
    """
    if to not in FORMATS:
        raise UnknownFormat(f"no format is called {to!r:.60}; there are {', '.join(FORMATS)}")
    data: bytes = import_module(f"{__package__}.{FORMATS[to][0]}").dumps(dossier)
    return data


def format_of(path: str | os.PathLike[str]) -> str:
    """The name of the format that the suffix of a file means.

    Raises:
        UnknownFormat: no format has it.
    """
    name = Path(path).name.lower()
    for format, (_, suffix) in FORMATS.items():
        if name.endswith(suffix):
            return format
    known = ", ".join(suffix for _, suffix in FORMATS.values())
    raise UnknownFormat(f"{os.fspath(path)}: the suffix names no format to export to; {known} do")
