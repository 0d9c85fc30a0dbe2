"""The tables of a corpus: a dossier taken apart into rows, and put together again.

There is one table a section of a dossier, and two more: `dossiers`, which numbers them, and
`mentions`, which holds the mentions of all entities in place of a list in each. Every row has the
number of its dossier in the column `dossier`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import attrs

from geopolitics_model.corpus import arrow
from geopolitics_model.corpus.arrow import pa
from geopolitics_model.errors import FormatError, UnknownTable
from geopolitics_model.model import SECTIONS, Article, Diagnostic, Dossier, Mention, Span, When

CLASSES: dict[str, type] = {
    "articles": Article,
    **SECTIONS,
    "times": When,
    "diagnostics": Diagnostic,
}
"""The class of each section of a dossier."""

TABLES = ("dossiers", *CLASSES, "mentions")
"""The names of all tables."""

_NUMBER = pa.field("dossier", pa.int64(), nullable=False)


@attrs.frozen(kw_only=True)
class Entry:
    """A dossier in its place in a corpus.

    `number` counts the dossiers of the corpus from 0; `origin` says where its article stood
    ("news.jsonl:17") and `key` is the user's own id of it, both if known.
    """

    number: int
    dossier: Dossier
    origin: str | None = None
    key: str | None = None


@cache
def table_schema(name: str) -> Any:
    """The Arrow schema of a table.

    Raises:
        UnknownTable: there is no such table.
        MissingExtra: pyarrow is not installed.
    """
    if name == "dossiers":
        own = [pa.field("origin", pa.string()), pa.field("key", pa.string())]
    elif name == "mentions":
        ids = [pa.field(column, pa.string(), nullable=False) for column in ("class", "object")]
        rest = [field for field in arrow.fields(Mention) if field.name != "span"]
        own = [*ids, *arrow.fields(Span), *rest]
    elif name in CLASSES:
        own = [field for field in arrow.fields(CLASSES[name]) if field.name != "mentions"]
    else:
        raise UnknownTable(f"there is no table {name!r:.60}; the tables are {', '.join(TABLES)}")
    return pa.schema([_NUMBER, *own])


def to_tables(entries: Sequence[Entry]) -> dict[str, Any]:
    """The dossiers as an Arrow table under each name, rows in their order."""
    gathered: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for entry in entries:
        number = {"dossier": entry.number}
        gathered["dossiers"].append(number | {"origin": entry.origin, "key": entry.key})
        for name in CLASSES:
            for row in arrow.rows(getattr(entry.dossier, name)):
                gathered[name].append(number | row)
        gathered["mentions"] += (number | row for row in _mentions(entry.dossier))
    return {
        name: pa.Table.from_pylist(rows, schema=table_schema(name))
        for name, rows in gathered.items()
    }


def _mentions(dossier: Dossier) -> Iterator[dict[str, Any]]:
    for thing in dossier:
        owner = {"class": type(thing).__name__, "object": thing.id}
        for row in arrow.rows(getattr(thing, "mentions", ())):
            yield owner | row.pop("span") | row


def from_tables(tables: Mapping[str, Any]) -> Iterator[Entry]:
    """The dossiers that `to_tables` took apart, in their order.

    Raises:
        FormatError: a table is missing, or does not fit the others.
    """
    missing = [name for name in TABLES if name not in tables]
    if missing:
        raise FormatError(f"no table {missing[0]}")
    sections: dict[int, dict[str, list[Any]]] = defaultdict(lambda: {name: [] for name in CLASSES})
    mentions: dict[tuple[int, str], list[dict[str, Any]]] = defaultdict(list)
    for row in tables["mentions"].to_pylist():
        span = {field.name: row[field.name] for field in attrs.fields(Span)}
        mentions[row["dossier"], row["object"]].append({"span": span, "form": row["form"]})
    for name, cls in CLASSES.items():
        with_mentions = any(field.name == "mentions" for field in attrs.fields(cls))
        rows = tables[name].to_pylist()
        if with_mentions:
            for row in rows:
                row["mentions"] = mentions.get((row["dossier"], row["id"]), [])
        for row, thing in zip(rows, arrow.objects(cls, rows), strict=True):
            sections[row["dossier"]][name].append(thing)
    for row in tables["dossiers"].to_pylist():
        parts = sections.get(row["dossier"], {})
        dossier = Dossier(**{name: tuple(things) for name, things in parts.items()})
        yield Entry(number=row["dossier"], dossier=dossier, origin=row["origin"], key=row["key"])


def counted(tables: Mapping[str, Any]) -> dict[str, int]:
    """The number of rows of each table."""
    return {name: tables[name].num_rows for name in TABLES}


def numbered(dossiers: Iterable[Dossier], first: int = 0) -> list[Entry]:
    """Dossiers of unknown origin, numbered from `first`."""
    return [Entry(number=number, dossier=d) for number, d in enumerate(dossiers, first)]
