"""The objects of a dossier as tables: data frames of pandas and polars.

The columns are the fields of the class, as `columns` lays them out. After them every row says
where it was read: `article`, `start_char` and `end_char` (the stretch of the first article from
the first word of the evidence to the last), and `published`, the day that article appeared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

import attrs

from geopolitics_model.display.columns import Column, columns, nested
from geopolitics_model.errors import UnknownTable
from geopolitics_model.extras import imported
from geopolitics_model.model import (
    SECTIONS,
    Article,
    Diagnostic,
    Dossier,
    Organisation,
    Person,
    Place,
    Span,
    When,
)
from geopolitics_model.model.collection import Collection
from geopolitics_model.model.index import Index
from geopolitics_model.model.typed import item_class
from geopolitics_model.model.walk import leaves

EXTRA = "notebook"
_VALUES: dict[str, type] = {"articles": Article, "times": When, "diagnostics": Diagnostic}
_ENTITIES = (Organisation, Person, Place)

_Frame = list[tuple[Column, list[Any]]]


def tables() -> tuple[str, ...]:
    """The names of all tables of a dossier."""
    return (*SECTIONS, "entities", *_VALUES, *_nested_tables())


def to_pandas(source: Dossier | Collection[Any], table: str | None = None) -> Any:
    """A table of a dossier, or the objects of a collection, as a pandas data frame.

    Where a field has many values its cell is a tuple, which `explode` gives a row each. Days are
    `datetime64[s]`, which reaches as far back as the calendar.

    Raises:
        UnknownTable: there is no such table.
        MissingExtra: pandas is not installed.
    """
    pandas = imported("pandas", EXTRA)
    frame = _frame(source, table)
    return pandas.DataFrame(
        {column.name: _series(pandas, column, values) for column, values in frame}
    )


def to_polars(source: Dossier | Collection[Any], table: str | None = None) -> Any:
    """A table of a dossier, or the objects of a collection, as a polars data frame.

    Where a field has many values its cell is a list, which `explode` gives a row each.

    Raises:
        UnknownTable: there is no such table.
        MissingExtra: polars is not installed.
    """
    polars = imported("polars", EXTRA)
    kinds = {
        "text": polars.String,
        "integer": polars.Int64,
        "number": polars.Float64,
        "date": polars.Date,
        "texts": polars.List(polars.String),
        "integers": polars.List(polars.Int64),
    }
    frame = _frame(source, table)
    return polars.DataFrame(
        {column.name: values for column, values in frame},
        schema={column.name: kinds[column.kind] for column, _ in frame},
        strict=False,
    )


def _series(pandas: Any, column: Column, values: list[Any]) -> Any:
    kinds = {"text": "str", "integer": "Int64", "number": "float64", "date": "datetime64[s]"}
    if column.kind in kinds:
        return pandas.Series(values, dtype=kinds[column.kind])
    return pandas.Series([tuple(value) for value in values], dtype="object")


def _frame(source: Dossier | Collection[Any], table: str | None) -> _Frame:
    if isinstance(source, Collection):
        return _filled(_row(item_class(type(source))), source, source.lookup)
    index = source.persons.lookup
    if table in SECTIONS:
        return _filled(_row(SECTIONS[table]), getattr(source, table), index)
    if table == "articles":
        return _filled(columns(Article), source.articles, index)
    if table in _VALUES:
        return _filled(_row(_VALUES[table]), getattr(source, table), index)
    if table == "entities":
        things = chain(source.organisations, source.persons, source.places)
        return _filled([_CLASS, *_shared(_ENTITIES), *_anchors()], things, index)
    if table in _nested_tables():
        return _nested_frame(source, table, index)
    raise UnknownTable(f"a dossier has no table {table!r}; there are: {', '.join(tables())}")


def _filled(layout: Sequence[Column], things: Iterable[Any], index: Index) -> _Frame:
    things = tuple(things)
    return [(column, [column.read(thing, index) for thing in things]) for column in layout]


_CLASS = Column("class", "text", lambda thing, _: type(thing).__name__)


def _row(cls: type) -> list[Column]:
    return [*columns(cls), *_anchors()]


def _anchors() -> Iterator[Column]:
    """Where an object was read, for joining and sorting."""
    yield Column("article", "text", lambda thing, _: _anchor(thing)[0])
    yield Column("published", "date", lambda thing, index: _published(_anchor(thing)[0], index))
    yield Column("start_char", "integer", lambda thing, _: _anchor(thing)[1])
    yield Column("end_char", "integer", lambda thing, _: _anchor(thing)[2])


def _anchor(thing: Any) -> tuple[str | None, int | None, int | None]:
    spans: list[Span] = leaves(thing)[0]
    if not spans:
        return None, None, None
    article = min(span.article for span in spans)
    here = [span for span in spans if span.article == article]
    return article, min(span.start for span in here), max(span.end for span in here)


def _published(article: str | None, index: Index) -> Any:
    known = index.by_id.get(article) if article else None
    return known.day if known else None


@cache
def _shared(classes: tuple[type, ...]) -> tuple[Column, ...]:
    """The columns that all of these classes have."""
    names = set.intersection(*({column.name for column in columns(cls)} for cls in classes))
    return tuple(column for column in columns(classes[0]) if column.name in names)


@cache
def _nested_tables() -> tuple[str, ...]:
    found = {name: None for cls in SECTIONS.values() for name in nested(cls)}
    return tuple(found)


def _nested_frame(source: Dossier, table: str, index: Index) -> _Frame:
    """What objects hold several of, a row each, beside the object's id, name and class."""
    sections = [section for section, cls in SECTIONS.items() if table in nested(cls)]
    kind = nested(SECTIONS[sections[0]])[table]
    pairs = [
        (owner, value)
        for section in sections
        for owner in getattr(source, section)
        for value in getattr(owner, table)
    ]
    owners = [owner for owner, _ in pairs]
    values = [value for _, value in pairs]
    has_spans = any(field.type in (Span, tuple[Span, ...]) for field in attrs.fields(kind))
    return [
        (Column("of_id", "text", _CLASS.read), [owner.id for owner in owners]),
        (Column("of", "text", _CLASS.read), [_name(owner) for owner in owners]),
        (_CLASS._replace(name="of_class"), [type(owner).__name__ for owner in owners]),
        *_filled(_row(kind) if has_spans else columns(kind), values, index),
    ]


def _name(thing: Any) -> str:
    name: str = getattr(thing, "name", None) or getattr(thing, "title", None) or thing.id
    return name
