"""The columns of a table, derived from the fields of the model's classes.

| field | columns |
| -- | -- |
| text, number, choice | one of its name |
| reference `speakers` | `speakers` (names) and `speakers_id` |
| time `when` | `when` (EDTF), `when_text`, `when_bound`, `when_earliest`, `when_latest` (dates) |
| moment `published` | `published` (ISO 8601) and `published_day` (date) |
| spans `evidence` | `evidence` (the words), `evidence_start`, `evidence_end` |
| value `mandate` | its fields, each with the prefix `mandate_` |
| values `roles` | how many; each has a row in the table `roles` |

A field with many values gives a list in each cell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from enum import Enum
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

import attrs

from geopolitics_model.model import Span, When
from geopolitics_model.model.index import Index

Kind = Literal["text", "integer", "number", "date", "texts", "integers"]


_Get = Callable[[Any], Any]
_Read = Callable[[Any, Index], Any]


class Column(NamedTuple):
    """A column: its name, what its cells hold, and how a cell is read from an object."""

    name: str
    kind: Kind
    read: _Read


@cache
def columns(cls: type) -> tuple[Column, ...]:
    """The columns of a class's fields, in their order."""
    return tuple(column for field in attrs.fields(cls) for column in _columns(field))


def nested(cls: type) -> dict[str, Any]:
    """The fields of a class that hold several values with fields of their own, and their class."""
    return {
        field.name: kind
        for field in attrs.fields(cls)
        if get_origin(field.type) is tuple
        and attrs.has(kind := get_args(field.type)[0])
        and kind is not Span
    }


def _columns(field: attrs.Attribute[Any]) -> Iterator[Column]:
    name, get = field.name, _getter(field.name)
    many = get_origin(field.type) is tuple
    kinds = [
        kind for kind in get_args(field.type) or (field.type,) if kind not in (type(None), ...)
    ]
    kind = kinds[0]
    if field.metadata.get("reference") and kind is str:
        yield from _references(name, get, many)
    elif kind is Span:
        yield from _spans(name, get, many)
    elif kind is When and not many:
        yield from _times(name, get)
    elif dt.date in kinds:
        yield Column(name, "text", lambda thing, _: _given(get(thing), _iso))
        yield Column(f"{name}_day", "date", lambda thing, _: _given(get(thing), _day))
    elif attrs.has(kind):
        yield from [_count(name, get)] if many else _prefixed(name, get, kind)
    elif many:
        yield Column(name, "texts", _each(get, str))
    else:
        yield _plain(name, get, kinds)


def _references(name: str, get: _Get, many: bool) -> Iterator[Column]:
    if many:
        yield Column(name, "texts", lambda thing, index: [called(index, id) for id in get(thing)])
        yield Column(f"{name}_id", "texts", lambda thing, _: [*get(thing)])
    else:
        yield Column(
            name, "text", lambda thing, index: _given(get(thing), lambda id: called(index, id))
        )
        yield Column(f"{name}_id", "text", lambda thing, _: get(thing))


def _spans(name: str, get: _Get, many: bool) -> Iterator[Column]:
    if many:
        for suffix, kind, part in (
            ("", "texts", "text"),
            ("_start", "integers", "start"),
            ("_end", "integers", "end"),
        ):
            yield Column(name + suffix, kind, _each(get, _getter(part)))  # type: ignore[arg-type]
    else:
        # The article, start and end of a single span are what `frames` puts into every row.
        yield Column(name, "text", _part(get, "text"))


def _times(name: str, get: _Get) -> Iterator[Column]:
    yield Column(name, "text", _part(get, "value"))
    yield Column(f"{name}_text", "text", _part(get, "text"))
    yield Column(f"{name}_bound", "text", _part(get, "bound"))
    yield Column(f"{name}_earliest", "date", _part(get, "earliest"))
    yield Column(f"{name}_latest", "date", _part(get, "latest"))


def _prefixed(name: str, get: _Get, cls: type) -> Iterator[Column]:
    for column in columns(cls):
        yield Column(f"{name}_{column.name}", column.kind, _below(get, column))


def _below(get: _Get, column: Column) -> _Read:
    def read(thing: Any, index: Index) -> Any:
        value = get(thing)
        if value is None:
            return [] if column.kind in ("texts", "integers") else None
        return column.read(value, index)

    return read


def _part(get: _Get, part: str) -> _Read:
    return lambda thing, _: _given(get(thing), lambda value: _text(getattr(value, part)))


def _each(get: _Get, read: _Get) -> _Read:
    return lambda thing, _: [read(item) for item in get(thing)]


def _count(name: str, get: _Get) -> Column:
    return Column(name, "integer", lambda thing, _: len(get(thing)))


def _plain(name: str, get: _Get, kinds: list[Any]) -> Column:
    numbers: Kind = "number" if float in kinds else "integer"
    kind: Kind = numbers if {int, float} & {*kinds} else "text"
    return Column(name, kind, lambda thing, _: _text(get(thing)))


def _getter(name: str) -> _Get:
    return lambda thing: getattr(thing, name)


def _given(value: Any, read: _Get) -> Any:
    return None if value is None else read(value)


def _text(value: Any) -> Any:
    return str(value.value) if isinstance(value, Enum) else value


def _iso(moment: dt.date) -> str:
    return moment.isoformat()


def _day(moment: dt.date) -> dt.date:
    return moment.date() if isinstance(moment, dt.datetime) else moment


def called(index: Index, id: str) -> str:
    """The name or title of the object with this id; the id where it is not known."""
    thing = index.by_id.get(id)
    name: str = getattr(thing, "name", None) or getattr(thing, "title", None) or id
    return name
