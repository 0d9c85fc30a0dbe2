"""The model in Arrow: types and rows made from the fields of its classes, and back.

A class becomes a struct with a field for each of its own, under the same name; a tuple a list; an
enum, an id and a moment in time a string, as in JSON. Behind them stand the dates that the class
works out (`When.earliest`, `When.latest`, `Article.day`), so that a query can compare days; they
are left out on the way back.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from geopolitics_model.errors import FormatError
from geopolitics_model.extras import imported
from geopolitics_model.formats.document import CLASSES
from geopolitics_model.formats.structure import structure
from geopolitics_model.model import Dossier

pa = imported("pyarrow", "corpus")

_SCALARS: dict[Any, Any] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    frozenset({int, float}): pa.float64(),  # a figure is an integer wherever floats are exact
    frozenset({dt.date, dt.datetime}): pa.string(),  # ISO 8601: it may have a time zone or not
}


def schema(cls: type = Dossier, *, without: Sequence[str] = ()) -> Any:
    """The Arrow schema of a class of the model, a column for each field.

    Args:
        cls: a class of the model; that of `Dossier` is what `parse_batches` gives.
        without: fields to leave out.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    return pa.schema([field for field in fields(cls) if field.name not in without])


def fields(cls: type) -> list[Any]:
    """The Arrow fields of a class: its own, and then the dates that it works out."""
    worked_out = [pa.field(name, pa.date32()) for name in _worked_out(cls)]
    return [pa.field(field.name, *_typed(field.type)) for field in attrs.fields(cls)] + worked_out


def rows(things: Iterable[Any]) -> list[dict[str, Any]]:
    """Objects of one class as rows of `schema(class)`."""
    return [_writer(thing.__class__)(thing) for thing in things]


def objects(cls: type, rows: Iterable[dict[str, Any]]) -> list[Any]:
    """The objects that `rows` made rows of.

    Raises:
        FormatError: a row is none of this class.
    """
    read = _reader(cls)
    return [structure(cls, read(row)) for row in rows]


def type_name(kind: Any) -> str:
    """An Arrow type in words, as `list<Span>`: a struct is told by its class of the model."""
    if pa.types.is_list(kind):
        return f"list<{type_name(kind.value_type)}>"
    return _structs().get(kind, str(kind))


@cache
def _structs() -> dict[Any, str]:
    """The class of each struct."""
    return {_typed(cls)[0]: name for name, cls in CLASSES.items()}


def _typed(annotation: Any) -> tuple[Any, bool]:
    """The Arrow type of an annotation, and whether it may be null."""
    kinds = frozenset(get_args(annotation)) if _is_union(annotation) else frozenset({annotation})
    plain = kinds - {type(None)}
    optional = plain != kinds
    kind: Any = plain if len(plain) > 1 else next(iter(plain))
    if kind in _SCALARS:
        return _SCALARS[kind], optional
    if get_origin(kind) is tuple:
        return pa.list_(_typed(get_args(kind)[0])[0]), optional
    if issubclass(kind, Enum):
        return pa.string(), optional
    # Spark cannot read back that something inside a list is never null.
    return pa.struct([field.with_nullable(True) for field in fields(kind)]), optional


def _is_union(annotation: Any) -> bool:
    return get_origin(annotation) in (types.UnionType, Union)


@cache
def _worked_out(cls: type) -> tuple[str, ...]:
    """The properties of a class that are dates."""
    found = []
    for name, value in vars(cls).items():
        if isinstance(value, property) and value.fget is not None:
            gives = get_type_hints(value.fget).get("return")
            if _is_union(gives) and dt.date in get_args(gives):
                found.append(name)
    return tuple(found)


_Step = Callable[[Any], Any]


def _as_is(value: Any) -> Any:
    return value


def _inner(annotation: Any) -> Any:
    """What an annotation holds: the class of the model, if it holds one."""
    kinds = get_args(annotation) if _is_union(annotation) else (annotation,)
    for kind in kinds:
        inside = get_args(kind)[0] if get_origin(kind) is tuple else kind
        if inside is not type(None):
            return inside
    raise AssertionError(annotation)


@cache
def _writer(cls: type) -> _Step:
    """From an object of the class to its row."""
    steps = [(field.name, _step(field.type, _writer, _plain)) for field in attrs.fields(cls)]
    steps += [(name, _as_is) for name in _worked_out(cls)]

    def write(thing: Any) -> dict[str, Any]:
        return {name: step(getattr(thing, name)) for name, step in steps}

    return write


@cache
def _reader(cls: type) -> _Step:
    """From a row to the plain dict that a document of the class has."""
    steps = [(field.name, _step(field.type, _reader, _as_is)) for field in attrs.fields(cls)]

    def read(row: dict[str, Any]) -> dict[str, Any]:
        try:
            return {name: step(row[name]) for name, step in steps}
        except KeyError as missing:
            raise FormatError(f"no column {missing} for {cls.__name__}") from None

    return read


def _step(annotation: Any, nested: Callable[[type], _Step], plain: _Step) -> _Step:
    inside = _inner(annotation)
    if not attrs.has(inside):
        return plain
    deeper = nested(inside)
    if get_origin(annotation) is tuple:
        return lambda values: [deeper(value) for value in values]
    return lambda value: None if value is None else deeper(value)


def _plain(value: Any) -> Any:
    """A scalar as Arrow takes it: enums and moments as strings, tuples as lists."""
    return value.isoformat() if isinstance(value, dt.date) else value
