"""Run-time types for the model's fields: `@attrs.frozen(kw_only=True, field_transformer=typed)`.

Each field gets a converter made from its annotation. It accepts what is unmistakably of that
type (a list for a tuple, the string `"city"` for `PlaceKind.CITY`) and raises `InvalidValue`
with the class and the field for anything else. It is a converter and not a validator because the
JSON reader has checked types already and builds the objects past the converters.

The model's files do without `from __future__ import annotations`, so that the annotations are
types and not strings when this runs.
"""

import datetime as dt
import math
import types
from collections.abc import Callable, Iterable, Mapping, Set
from enum import Enum
from typing import Any, Union, get_args, get_origin

import attrs

from geopolitics_model.errors import InvalidValue

REFERENCE = {"reference": True}
"""Field metadata: the strings of this field are ids of other objects."""

_Check = Callable[[Any, str], Any]


def typed(cls: type, fields: list["attrs.Attribute[Any]"]) -> list["attrs.Attribute[Any]"]:
    """The `field_transformer` of every class of the model.

    A field of a named kind of tuple (`class Statements(Collection[Statement])`) gets the type
    `tuple[Statement, ...]`: that is what it takes and what it is written as.
    """
    fields = [f.evolve(type=_as_tuple(f.type)) for f in fields]
    return [f.evolve(converter=_converter(cls.__name__, f.name, f.type)) for f in fields]


def _as_tuple(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, tuple):
        return tuple[item_class(annotation), ...]  # type: ignore[misc]
    return annotation


def item_class(kind: Any) -> Any:
    """What a named kind of tuple holds: `class Statements(Collection[Statement])`."""
    return get_args(kind.__orig_bases__[0])[0]


def is_text(value: str) -> bool:
    """Whether `value` can be written as UTF-8 (no lone surrogates)."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _converter(owner: str, name: str, annotation: Any) -> Callable[[Any], Any]:
    check, place = _check_for(annotation), f"{owner}.{name}"

    def convert(value: Any) -> Any:
        return check(value, place)

    return convert


def _check_for(annotation: Any) -> _Check:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (types.UnionType, Union):
        kinds = frozenset(args) - {type(None)}
        check = _UNIONS.get(kinds) or _check_for(next(iter(kinds)))
        return _optional(check) if type(None) in args else check
    if origin is tuple:
        return _tuple_of(args[0])
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _choice(annotation)
    return _PLAIN.get(annotation) or _instance(annotation)


def _optional(check: _Check) -> _Check:
    def check_unless_none(value: Any, place: str) -> Any:
        return None if value is None else check(value, place)

    return check_unless_none


def _tuple_of(kind: Any) -> _Check:
    item = _check_for(kind)

    def check(value: Any, place: str) -> Any:
        # A set or a mapping has no order that would be the same in every run.
        if isinstance(value, (str, bytes, Mapping, Set)) or not isinstance(value, Iterable):
            raise InvalidValue(f"{place}: expected a tuple, got {_shown(value)}")
        return tuple([item(v, f"{place}[{i}]") for i, v in enumerate(value)])

    return check


def _choice(enum: type[Enum]) -> _Check:
    def check(value: Any, place: str) -> Any:
        try:
            return enum(value)
        except ValueError:
            known = ", ".join(str(member.value) for member in enum)
            raise InvalidValue(f"{place}: {_shown(value)} is none of: {known}") from None

    return check


def _instance(kind: type) -> _Check:
    def check(value: Any, place: str) -> Any:
        if not isinstance(value, kind):
            raise InvalidValue(f"{place}: expected {kind.__name__}, got {_shown(value)}")
        return value

    return check


def _text(value: Any, place: str) -> Any:
    if not isinstance(value, str) or isinstance(value, Enum):
        raise InvalidValue(f"{place}: expected a string, got {_shown(value)}")
    if not is_text(value):
        raise InvalidValue(f"{place}: holds a lone surrogate, which no text file can hold")
    return value


def _integer(value: Any, place: str) -> Any:
    if not isinstance(value, int) or isinstance(value, bool):
        raise InvalidValue(f"{place}: expected an integer, got {_shown(value)}")
    if abs(value) >= 2**63:
        raise InvalidValue(f"{place}: {value:.0e} is beyond 64 bits")
    return value


def _real(value: Any, place: str) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidValue(f"{place}: expected a number, got {_shown(value)}")
    try:
        number = float(value)
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise InvalidValue(f"{place}: expected a finite number, got {_shown(value)}")
    return number + 0.0  # makes one of 0.0 and -0.0, which are equal


def number(value: Any, place: str) -> Any:
    """A whole number as `int` as far as floats are exact, so that 5 and 5.0 are written alike."""
    real = _real(value, place)
    return int(real) if real.is_integer() and abs(real) <= 2**53 else real


def _date(value: Any, place: str) -> Any:
    """A day, or a moment with a time zone that can be written."""
    if not isinstance(value, dt.date):
        raise InvalidValue(f"{place}: expected a date or datetime, got {_shown(value)}")
    if isinstance(value, dt.datetime):
        offset = value.utcoffset()
        if offset is None:
            raise InvalidValue(f"{place}: {value} has no time zone; give one, or a plain date")
        if offset % dt.timedelta(minutes=1):
            raise InvalidValue(f"{place}: ISO 8601 cannot write the time zone of {value}")
    return value


_PLAIN: dict[Any, _Check] = {
    str: _text,
    int: _integer,
    float: _real,
}
_UNIONS: dict[frozenset[Any], _Check] = {
    frozenset({int, float}): number,
    frozenset({dt.date, dt.datetime}): _date,
}


def _shown(value: Any) -> str:
    text = repr(value)
    return f"{type(value).__name__} {text if len(text) <= 60 else text[:57] + '...'}"
