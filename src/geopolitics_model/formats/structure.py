"""Plain dicts and lists to objects of the model, strictly.

What a plain value may be is checked once, by the model's own constructors; this file adds the
shape (objects, arrays, known and required keys) and says where in the document the fault lies.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import Any, get_args, get_origin

import attrs

from geopolitics_model.errors import FormatError, InvalidValue

_PLAIN_KEY = re.compile(r"[^\W\d]\w*")


@attrs.frozen
class Twice:
    """Stands for an object in which `key` stands twice, until its path is known."""

    key: str

    def message(self, path: str) -> str:
        """What to say of it, once the path is known."""
        return f"{_at(path, self.key)}: this key stands twice in one object"


def structure(cls: type, plain: Any, path: str = "$") -> Any:
    """An object of the attrs class `cls`.

    Raises:
        FormatError: `plain` is not what `cls` needs; the message starts with the JSON path.
    """
    if isinstance(plain, Twice):
        raise FormatError(plain.message(path))
    if not isinstance(plain, dict):
        raise FormatError(f"{path}: expected an object ({cls.__name__}), got {_shown(plain)}")
    readers, required = _fields(cls)
    for key in plain:
        if key not in readers:
            known = ", ".join(readers)
            raise FormatError(f"{_at(path, key)}: unknown key; {cls.__name__} has {known}")
    for key in required:
        if key not in plain:
            raise FormatError(f"{path}.{key}: missing; {cls.__name__} cannot do without")
    values = {key: readers[key](value, f"{path}.{key}") for key, value in plain.items()}
    try:
        return cls(**values)
    except InvalidValue as problem:
        raise FormatError(_located(str(problem), cls.__name__, path)) from None


_Reader = Callable[[Any, str], Any]


@cache
def _fields(cls: type) -> tuple[dict[str, _Reader], tuple[str, ...]]:
    """How each field of `cls` is read, and the fields that have no default."""
    fields = attrs.fields(cls)
    readers = {field.name: _reader(field.type) for field in fields}
    return readers, tuple(field.name for field in fields if field.default is attrs.NOTHING)


def _reader(annotation: Any) -> _Reader:
    if get_origin(annotation) is tuple:
        return _array(_reader(get_args(annotation)[0]))
    kinds = [kind for kind in get_args(annotation) or (annotation,) if kind is not type(None)]
    if dt.date in kinds:
        return _moment
    if len(kinds) == 1 and attrs.has(kinds[0]):
        return _object(kinds[0], optional=type(None) in get_args(annotation))
    return lambda value, _: value


def _array(item: _Reader) -> _Reader:
    def read(value: Any, path: str) -> Any:
        if not isinstance(value, (list, tuple)):
            raise FormatError(f"{path}: expected an array, got {_shown(value)}")
        return tuple([item(v, f"{path}[{i}]") for i, v in enumerate(value)])

    return read


def _object(cls: type, *, optional: bool) -> _Reader:
    def read(value: Any, path: str) -> Any:
        return None if value is None and optional else structure(cls, value, path)

    return read


def _moment(value: Any, path: str) -> Any:
    """A date (`2022-08-04`) or a moment with its time zone (`2022-08-04T12:00:00+02:00`)."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise FormatError(f"{path}: expected a date as a string, got {_shown(value)}")
    try:
        if len(value) == len("2022-08-04"):
            return dt.date.fromisoformat(value)
        return dt.datetime.fromisoformat(value)
    except ValueError:
        raise FormatError(f"{path}: {value!r:.60} is no ISO 8601 date or datetime") from None


def _located(message: str, owner: str, path: str) -> str:
    """The constructor's message with the document's path for `Class.field`."""
    place, _, reason = message.partition(": ")
    if owner == "Dossier" and not place.startswith("Dossier."):
        return f"{path}.{message}"
    if place.startswith(f"{owner}.") and "," not in place:
        return f"{path}{place.removeprefix(owner)}: {reason}"
    return f"{path}: {message}"


def _at(path: str, key: Any) -> str:
    if isinstance(key, str) and _PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}"
    return f"{path}[{key!r:.60}]"


def _shown(value: Any) -> str:
    return "null" if value is None else f"{type(value).__name__} {value!r:.60}"
