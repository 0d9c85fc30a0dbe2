"""Every span and every reference inside an object, with the path to it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import cache
from typing import Any, get_args, get_origin

import attrs

from geopolitics_model.model.values import Span

_Step = tuple[str, str]
"""A field's name and what it holds: "span", "reference", "value"; a final "s": a tuple of them."""


def spans(thing: Any, path: str = "") -> Iterator[tuple[str, Span]]:
    """All spans inside `thing`, depth first in the order of the fields, each with its path."""
    return _walk(thing, path, "span")


def references(thing: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """All ids of other objects inside `thing`, spans left out, each with its path."""
    return _walk(thing, path, "reference")


def leaves(thing: Any) -> tuple[list[Span], list[str]]:
    """All spans and all ids of other objects inside `thing`, without their paths, but fast."""
    spans: list[Span] = []
    ids: list[str] = []
    _gather(thing, spans, ids)
    return spans, ids


def _gather(thing: Any, spans: list[Span], ids: list[str]) -> None:
    for name, holds in _plan(thing.__class__):
        value = getattr(thing, name)
        if value is None:
            continue
        if holds == "values":
            for item in value:
                _gather(item, spans, ids)
        elif holds == "references":
            ids += value
        elif holds == "spans":
            spans += value
        elif holds == "span":
            spans.append(value)
        elif holds == "reference":
            ids.append(value)
        else:
            _gather(value, spans, ids)


def _walk(thing: Any, path: str, wanted: str) -> Iterator[tuple[str, Any]]:
    for name, holds in _plan(thing.__class__):
        value = getattr(thing, name)
        if value is None:
            continue
        if holds == wanted:
            yield f"{path}.{name}", value
        elif holds == wanted + "s":
            for i, item in enumerate(value):
                yield f"{path}.{name}[{i}]", item
        elif holds == "value":
            yield from _walk(value, f"{path}.{name}", wanted)
        elif holds == "values":
            for i, item in enumerate(value):
                yield from _walk(item, f"{path}.{name}[{i}]", wanted)


@cache
def _plan(cls: Any) -> tuple[_Step, ...]:
    steps: list[_Step] = []
    for field in attrs.fields(cls):
        many = get_origin(field.type) is tuple
        kinds = [k for k in get_args(field.type) or (field.type,) if k not in (type(None), ...)]
        if field.metadata.get("reference"):
            steps.append((field.name, "reference" + "s" * many))
        elif kinds == [Span]:
            steps.append((field.name, "span" + "s" * many))
        elif len(kinds) == 1 and attrs.has(kinds[0]):
            steps.append((field.name, "value" + "s" * many))
    return tuple(steps)


def sort_key(thing: Any) -> Any:
    """A total order over all values of the model, whatever their types."""
    if thing is None:
        return (0,)
    if isinstance(thing, (bool, int, float)):
        return (1, thing)
    if isinstance(thing, str):
        return (2, str(thing))
    if isinstance(thing, tuple):
        return (4, tuple(map(sort_key, thing)))
    if attrs.has(type(thing)):
        return (5, type(thing).__name__, tuple(read(thing) for read in _readers(thing.__class__)))
    return (3, thing.isoformat())


@cache
def _readers(cls: Any) -> tuple[Callable[[Any], Any], ...]:
    def reader(name: str) -> Callable[[Any], Any]:
        return lambda thing: sort_key(getattr(thing, name))

    return tuple(reader(field.name) for field in attrs.fields(cls))


def without_references(thing: Any, ids: Container[str]) -> Any:
    """The same thing with every reference to one of `ids` left out."""
    changes: dict[str, Any] = {}
    for name, holds in _plan(thing.__class__):
        value = getattr(thing, name)
        if holds == "reference" and value in ids:
            changes[name] = None
        elif holds == "references":
            changes[name] = tuple(id for id in value if id not in ids)
        elif holds == "value" and value is not None:
            changes[name] = without_references(value, ids)
        elif holds == "values":
            changes[name] = tuple(without_references(item, ids) for item in value)
    return attrs.evolve(thing, **changes) if changes else thing
