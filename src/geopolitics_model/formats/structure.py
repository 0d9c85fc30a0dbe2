"""Plain dicts and lists to objects of the model, strictly, and back: a `cattrs` converter.

By itself cattrs makes "12" of 12 and takes a string for a tuple of its characters. Here a plain
value goes as it is to the model's own constructors, which check it, once; cattrs adds the shape
(objects, known and required keys) and says in which field a fault lies. Two things are not left to
it. Arrays stop at their first fault, where cattrs would collect them all: 1.5 GB of exceptions for
a file of 2 MB. And its errors are told in words of our own, as `cattrs.transform_error` knows
neither the class that misses a key nor that an unknown key is to be named before all else.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any, get_args

import attrs
import msgspec
from cattrs import Converter
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError

from geopolitics_model.errors import FormatError, InvalidValue

_Hook = Callable[[Any, Any], Any]
_PLAIN_KEY = re.compile(r"[^\W\d]\w*")

converter = Converter(
    forbid_extra_keys=True, detailed_validation=True, unstruct_collection_overrides={tuple: list}
)
"""`structure` says what is wrong in words of this library; `unstructure` gives what JSON has."""


class Misfit(Exception):
    """A value of the wrong shape, in the words that follow its path.

    It also takes the place of an object in which a key stands twice, until the path is known.
    """


def structure(cls: type, plain: Any) -> Any:
    """An object of the attrs class `cls`.

    Raises:
        FormatError: `plain` is not what `cls` needs; the message starts with the JSON path.
    """
    try:
        return converter.structure(plain, cls)
    except (Misfit, ClassValidationError) as problem:
        raise FormatError(f"${_told(problem)}") from None


def _only(shapes: tuple[type, ...], expected: str, build: _Hook) -> _Hook:
    """A hook for values of these shapes: cattrs would take a string or a set for an array."""

    def read(value: Any, kind: Any) -> Any:
        if isinstance(value, shapes):
            return build(value, kind)
        if isinstance(value, Misfit):
            raise value
        raise Misfit(f": expected {expected}, got {_shown(value)}")

    return read


@converter.register_structure_hook_factory(attrs.has)
def _object(cls: type) -> _Hook:
    build: _Hook = converter.gen_structure_attrs_fromdict(cls)
    return _only((dict,), f"an object ({cls.__name__})", build)


@converter.register_structure_hook_factory(lambda kind: getattr(kind, "__origin__", None) is tuple)
def _array(kind: Any) -> _Hook:
    item = get_args(kind)[0]
    read_item = converter.get_structure_hook(item)

    def build(values: Any, _: Any) -> tuple[Any, ...]:
        read: list[Any] = []
        try:
            for value in values:
                read.append(read_item(value, item))
        except (Misfit, ClassValidationError) as problem:
            raise Misfit(f"[{len(read)}]{_told(problem)}") from None
        return tuple(read)

    return _only((list, tuple), "an array", build)


def _moment(value: Any, _: Any) -> Any:
    """A date (`2022-08-04`) or a moment with its time zone (`2022-08-04T12:00:00+02:00`)."""
    if value is None:
        return None
    try:
        if len(value) == len("2022-08-04"):
            return dt.date.fromisoformat(value)
        return dt.datetime.fromisoformat(value)
    except ValueError:
        raise Misfit(f": {value!r:.60} is no ISO 8601 date or datetime") from None


converter.register_structure_hook(
    dt.datetime | dt.date | None, _only((str, type(None)), "a date as a string", _moment)
)
for _scalar in (str, int, float, int | float | None):  # the choices are strings too
    converter.register_structure_hook(_scalar, lambda value, _: value)
for _value in (StrEnum, dt.date):  # cattrs would leave them as they are
    converter.register_unstructure_hook(_value, msgspec.to_builtins)


def _told(problem: Exception, owner: str = "") -> str:
    """How the path goes on to the first fault that cattrs found, and what it is."""
    match problem:
        case ClassValidationError(cl=cls):
            below, here = problem.group_exceptions()
            if here:  # an unknown key, or a fault that the constructor found
                return _told(here[0], cls.__name__)
            fault, field = below[0]
            return f".{field.name}{_told(fault, cls.__name__)}"
        case ForbiddenExtraKeysError(cl=cls):
            key = min(problem.extra_fields, key=repr)  # they come as a set
            known = ", ".join(field.name for field in attrs.fields(cls))
            return f"{step(key)}: unknown key; {owner} has {known}"
        case KeyError():
            return f": missing; {owner} cannot do without"
        case InvalidValue():
            return _located(str(problem), owner)
        case Misfit():
            return str(problem)
    raise problem  # no fault of the document


def _located(message: str, owner: str) -> str:
    """The constructor's message with the way to the field in place of `Class.field`."""
    place, _, reason = message.partition(": ")
    if owner == "Dossier" and not place.startswith("Dossier."):
        return f".{message}"
    if place.startswith(f"{owner}.") and "," not in place:
        return f"{place.removeprefix(owner)}: {reason}"
    return f": {message}"


def step(key: Any) -> str:
    """How a path goes on to `key`."""
    return f".{key}" if isinstance(key, str) and _PLAIN_KEY.fullmatch(key) else f"[{key!r:.60}]"


def _shown(value: Any) -> str:
    return "null" if value is None else f"{type(value).__name__} {value!r:.60}"
