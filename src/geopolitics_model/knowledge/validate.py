"""Checks of knowledge tables: columns, duplicates, dates, vocabularies and references."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from geopolitics_model.errors import KnowledgeError
from geopolitics_model.model.vocabularies import (
    ConflictKind,
    MissionKind,
    OrganisationKind,
    PlaceKind,
)

from . import dates
from .bodies import Bodies
from .schema import COLUMNS, KEY_LENGTH, NAME_KINDS, OFFICES
from .tables import Row, Tables

_DATES = {"start", "end", "end_max", "as_of", "date"}
#: Columns that hold ids, with the prefixes they may have.
_REFERENCES = {
    "place": "place",
    "part": "place",
    "country": "place",
    "capital": "place",
    "nationality": "place",
    "places": "place",
    "organisation": "organisation",
    "parent": "organisation",
    "leads": "organisation",
    "party": "organisation",
    "person": "person",
    "mission": "mission",
    "conflict": "conflict",
    "of": "place organisation mission",
}
_VOCABULARIES: dict[tuple[str, str], frozenset[str]] = {
    ("places", "kind"): frozenset(kind.value for kind in PlaceKind),
    ("organisations", "kind"): frozenset(kind.value for kind in OrganisationKind),
    ("bodies", "kind"): frozenset(kind.value for kind in OrganisationKind),
    ("missions", "kind"): frozenset(kind.value for kind in MissionKind),
    ("conflicts", "kind"): frozenset(kind.value for kind in ConflictKind),
    ("tenures", "office"): frozenset(OFFICES),
    ("titles", "office"): frozenset(OFFICES),
    **{(table, "kind"): frozenset(NAME_KINDS) for table in COLUMNS if table.endswith("_names")},
}
_PREFIX = {
    "places": "place",
    "cities": "place",
    "organisations": "organisation",
    "persons": "person",
    "missions": "mission",
    "conflicts": "conflict",
}


def problems(folder: Path, below: Tables | None = None) -> list[str]:
    """What is wrong with the tables of a folder (and of its subfolder ``hand``); empty if all is
    well.

    ``below`` are the tables under them, to which their rows may refer.
    """
    layers = tuple(path for path in (folder, folder / "hand") if path.is_dir())
    try:
        everything = Tables((*(below.layers if below else ()), *layers))
        known = set(_ids(everything))
        bodies = Bodies(everything)
        found: list[str] = []
        for layer in layers:
            for table in COLUMNS:
                if (layer / f"{table}.csv").is_file():
                    own = Tables((layer,)).rows(table)
                    found += _check(f"{layer.name}/{table}.csv", table, own, known, bodies)
        return found
    except (KnowledgeError, csv.Error, UnicodeDecodeError) as error:
        return [str(error)]


def _ids(tables: Tables) -> Iterator[str]:
    for table in _PREFIX:
        yield from (row[0] for row in tables.rows(table))


def _check(
    file: str, table: str, rows: list[Row], known: set[str], bodies: Bodies
) -> Iterator[str]:
    columns, length = COLUMNS[table], KEY_LENGTH[table]
    seen: set[Row] = set()
    for row in rows:
        where = f"{file}, {row[0]} {row[1]}"
        if row[:length] in seen:
            yield f"{where}: stands twice"
        seen.add(row[:length])
        if table in _PREFIX and not row[0].startswith(_PREFIX[table] + ":"):
            yield f"{where}: the id must start with {_PREFIX[table]}:"
        for column, cell in zip(columns, row, strict=True):
            if cell:
                yield from (
                    f"{where}, column {column}: {text}"
                    for text in _cell(table, column, cell, known, bodies)
                )
        cells = dict(zip(columns, row, strict=True))
        if all(_is_date(cells.get(column, "")) for column in _DATES):
            yield from (f"{where}: {text}" for text in _order(cells))


def _cell(table: str, column: str, cell: str, known: set[str], bodies: Bodies) -> Iterator[str]:
    if cell != cell.strip():
        yield "blanks around the text"
    if column in _DATES and not _is_date(cell):
        yield f"{cell!r} is no date: YYYY, YYYY-MM or YYYY-MM-DD"
    allowed = _VOCABULARIES.get((table, column))
    if allowed is not None and cell not in allowed:
        yield f"{cell!r} is none of {', '.join(sorted(allowed))}"
    if column in _REFERENCES or (column == "id" and table == "identifiers"):
        for id in cell.split(";"):
            if column in _REFERENCES and id.partition(":")[0] not in _REFERENCES[column].split():
                if not (table == "titles" and id.startswith("organisation:")):
                    yield f"{id!r} is no {_REFERENCES[column]}"
            elif id not in known and bodies.get(id) is None:
                yield f"nothing has the id {id!r}"
    if column in {"latitude", "longitude"} and not -180 <= float(cell) <= (
        90 if column == "latitude" else 180
    ):
        yield f"{cell} is off the globe"


def _is_date(cell: str) -> bool:
    try:
        dates.bounds(cell)
    except ValueError:
        return False
    return True


def _order(row: dict[str, str]) -> Iterator[str]:
    first = dates.earliest(row.get("start", ""))
    for column in ("end", "end_max"):
        last = dates.latest(row.get(column, ""))
        if first is not None and last is not None and last < first:
            yield f"{column} {row[column]} lies before start {row['start']}"
