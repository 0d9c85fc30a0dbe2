"""The join of two objects that have the same id.

A join is associative, commutative and idempotent, so articles may be merged in any order and any
grouping. Tuples are united; of two different single values one is chosen by a fixed order that
knows nothing of left and right: of two names the one not chosen becomes an alias, of two statuses
the one further on in its vocabulary holds.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Any

import attrs

from geopolitics_model.model.missions import Mandate
from geopolitics_model.model.walk import sort_key

_NO_NEWS = frozenset({"other", "unknown"})
_PAIRS = (("start", "end"), ("latitude", "longitude"))
"""Fields that are chosen together: one's start and another's end could contradict each other."""


def join(a: Any, b: Any) -> Any:
    """The object that says what `a` and `b` say together; both have the same class and id."""
    if a == b:
        return a
    merged = {
        f.name: _join_field(getattr(a, f.name), getattr(b, f.name)) for f in attrs.fields(type(a))
    }
    if "name" in merged:
        names = {a.name, b.name, *a.aliases, *b.aliases}
        merged["aliases"] = tuple(sorted(names - {merged["name"]}))
    for first, second in _PAIRS:
        if first in merged:
            pairs = [(getattr(x, first), getattr(x, second)) for x in (a, b)]
            merged[first], merged[second] = min(pairs, key=_pair_order)
    if "status" in merged:
        merged["status"] = max(a.status, b.status, key=_progress)
    return type(a)(**merged)


def _join_field(a: Any, b: Any) -> Any:
    if a == b and not isinstance(a, dt.datetime):  # equal moments may differ in time zone
        return a
    if isinstance(a, tuple):
        return tuple(sorted({*a, *b}, key=sort_key))
    if isinstance(a, Mandate) and isinstance(b, Mandate):
        return Mandate(
            **{
                f.name: _join_field(getattr(a, f.name), getattr(b, f.name))
                for f in attrs.fields(Mandate)
            }
        )
    return min(a, b, key=_order)


def _order(value: Any) -> Any:
    """Something before nothing, a definite value before `other`, then any fixed order."""
    return value is None, isinstance(value, str) and str(value) in _NO_NEWS, sort_key(value)


def _progress(status: Enum) -> tuple[bool, int]:
    return status.value not in _NO_NEWS, list(type(status)).index(status)


def _pair_order(pair: tuple[Any, Any]) -> Any:
    return pair.count(None), sort_key(pair)
