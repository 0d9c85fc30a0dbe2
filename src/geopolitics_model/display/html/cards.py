"""What is known of an object, as the parts of a card: a title, a note, a body and fields.

Values keep the id of the object that they name and the words they were read from, so that a page
can link both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Any, NamedTuple

import attrs

from geopolitics_model.display import words
from geopolitics_model.display.words import Names
from geopolitics_model.model import (
    Conflict,
    Mission,
    Organisation,
    Person,
    Place,
    Policy,
    Span,
    Statement,
    StatementMode,
    When,
)


class Value(NamedTuple):
    """A value in words, the id of the object that it names, the words it was read from."""

    text: str
    id: str | None = None
    spans: tuple[Span, ...] = ()


class Field(NamedTuple):
    """A label and its values."""

    label: str
    values: tuple[Value, ...]


@attrs.frozen
class Card:
    """The parts of a card; `layer` is the object's class in lower case."""

    id: str
    layer: str
    title: tuple[Value, ...]
    note: str
    body: str
    fields: tuple[Field, ...]
    spans: tuple[Span, ...]
    """The words it was read from: all mentions of an entity, all evidence of a fact."""


def card(thing: Any, dossier: Names) -> Card:
    """The card of an object; `dossier` knows the names of those it refers to."""
    title, note, body, fields = _parts(thing, dossier)
    return Card(
        id=thing.id,
        layer=type(thing).__name__.lower(),
        title=tuple(title),
        note=note,
        body=body,
        fields=tuple(Field(label, _once(values)) for label, values in fields if values),
        spans=places(thing),
    )


def _once(values: Iterable[Value]) -> tuple[Value, ...]:
    """Values that read the same as one, with the words of all."""
    found: dict[tuple[str, str | None], Value] = {}
    for value in values:
        same = found.get((value.text, value.id))
        spans = dict.fromkeys((*(same.spans if same else ()), *value.spans))
        found[value.text, value.id] = value._replace(spans=tuple(spans))
    return tuple(found.values())


def places(thing: Any) -> tuple[Span, ...]:
    """Where an object was read: a statement's content before its source and cue."""
    if isinstance(thing, Statement):
        return thing.content_evidence or thing.evidence
    if isinstance(thing, Policy):
        return thing.evidence
    return tuple(mention.span for mention in thing.mentions)


_RELATIVE = frozenset(("which", "that"))
"""What stands in the text between a source and what it says, but names nobody."""

_Parts = tuple[Iterable[Value], str, str, Iterator[Field]]


@singledispatch
def _parts(thing: Any, dossier: Names) -> _Parts:  # noqa: ARG001
    raise TypeError(f"no card for a {type(thing).__name__}")


@_parts.register
def _(thing: Statement, dossier: Names) -> _Parts:
    content = words.printable(thing.content)
    body = f"“{content}”" if thing.mode is StatementMode.DIRECT else content
    told = [span.text for span in thing.source_evidence]
    nouns = [text for text in told if text.lower() not in _RELATIVE] or told
    source = tuple(Value(words.quoted(text)) for text in nouns)
    title = _named(dossier, thing.speakers) or source or (Value("not said who"),)
    note = f"{words.kind(thing.act)}, {words.kind(thing.mode)}"
    return title, note, body, _statement(thing, dossier)


def _statement(thing: Statement, dossier: Names) -> Iterator[Field]:
    yield Field("cue", tuple(Value(words.quoted(s.text), None, (s,)) for s in thing.cue_evidence))
    yield Field("condition", _text(thing.condition))
    yield Field("to", _named(dossier, thing.addressees))
    yield Field("through", _text(thing.channel))
    yield Field("when", _when(thing.when))
    yield Field("about", _named(dossier, thing.about))


@_parts.register
def _(thing: Policy, dossier: Names) -> _Parts:
    title = _named(dossier, thing.actors) or (Value("not said who"),)
    note = f"{words.kind(thing.kind)}, {words.kind(thing.status)}"
    return title, note, words.printable(thing.title), _policy(thing, dossier)


def _policy(thing: Policy, dossier: Names) -> Iterator[Field]:
    yield Field("concerns", _named(dossier, thing.targets))
    if len(thing.history) > 1 or any(step.when for step in thing.history):
        yield Field("history", tuple(_steps(thing)))
    yield Field("effective", _when(thing.effective))
    yield Field("lasts", _when(thing.duration))
    yield Field("claimed by", _text(words.claimants(dossier, thing.evidence)))


def _steps(thing: Policy) -> Iterator[Value]:
    for step in thing.history:
        at = f", {_short(step.when)}" if step.when else ""
        yield Value(words.kind(step.status) + at, None, step.evidence)


@_parts.register
def _(thing: Mission, dossier: Names) -> _Parts:
    note = f"{words.kind(thing.kind)}, {words.kind(thing.status)}"
    return (Value(words.printable(thing.name)),), note, "", _mission(thing, dossier)


def _mission(thing: Mission, dossier: Names) -> Iterator[Field]:
    yield Field("led by", _named(dossier, thing.leads))
    yield Field("in", _named(dossier, thing.places))
    yield Field(
        "strength", tuple(Value(words.strength(s), None, s.evidence) for s in thing.strengths)
    )
    if mandate := thing.mandate:
        yield Field("mandate", _named(dossier, mandate.issuers))
        instrument = words.printable(mandate.instrument or "")
        yield Field("under", (Value(instrument, None, mandate.evidence),) if instrument else ())
        yield Field("to", tuple(Value(words.printable(aim)) for aim in mandate.aims))
    yield Field("from", _when(thing.start))
    yield Field("until", _when(thing.end))


@_parts.register
def _(thing: Conflict, dossier: Names) -> _Parts:
    note = f"{words.kind(thing.kind)}, {words.kind(thing.status)}"
    return (Value(words.printable(thing.name)),), note, "", _conflict(thing, dossier)


def _conflict(thing: Conflict, dossier: Names) -> Iterator[Field]:
    for party in thing.parties:
        side = f"side ({words.printable(party.side)})" if party.side else "side"
        yield Field(side, _named(dossier, party.members))
    yield Field("in", _named(dossier, thing.places))
    yield Field("from", _when(thing.start))
    yield Field("until", _when(thing.end))
    casualties = (Value(words.casualties(c), None, c.evidence) for c in thing.casualties)
    yield Field("casualties", tuple(casualties))
    yield Field("over", _named(dossier, thing.causes))
    yield Field("mediated by", _named(dossier, thing.mediators))


@_parts.register
def _(thing: Organisation, dossier: Names) -> _Parts:
    name = words.printable(thing.name)
    acronym = words.printable(thing.acronym or "")
    name += f" ({acronym})" if acronym and acronym != name else ""
    return (Value(name),), words.kind(thing.kind), "", _organisation(thing, dossier)


def _organisation(thing: Organisation, dossier: Names) -> Iterator[Field]:
    yield Field("part of", _named(dossier, [thing.parent]))
    yield Field("in", _named(dossier, [thing.place]))


@_parts.register
def _(thing: Person, dossier: Names) -> _Parts:
    return (Value(words.printable(thing.name)),), "person", "", _person(thing, dossier)


def _person(thing: Person, dossier: Names) -> Iterator[Field]:
    roles = {words.role(dossier, role): role for role in reversed(thing.roles)}
    yield Field("role", tuple(Value(text, None, roles[text].evidence) for text in reversed(roles)))
    yield Field("from", _named(dossier, [thing.nationality]))


@_parts.register
def _(thing: Place, dossier: Names) -> _Parts:
    return (Value(words.printable(thing.name)),), words.kind(thing.kind), "", _place(thing, dossier)


def _place(thing: Place, dossier: Names) -> Iterator[Field]:
    yield Field("in", _named(dossier, [thing.country]))
    if thing.latitude is not None and thing.longitude is not None:
        north = f"{abs(thing.latitude):.1f}° {'N' if thing.latitude >= 0 else 'S'}"
        east = f"{abs(thing.longitude):.1f}° {'E' if thing.longitude >= 0 else 'W'}"
        yield Field("at", (Value(f"{north}, {east}"),))


def _named(dossier: Names, ids: Iterable[str | None]) -> tuple[Value, ...]:
    return tuple(Value(words.called(dossier, id), id) for id in ids if id)


def _text(text: str | None) -> tuple[Value, ...]:
    return (Value(words.printable(text)),) if text else ()


def _when(when: When | None) -> tuple[Value, ...]:
    return (Value(_short(when), None, when.evidence),) if when else ()


def _short(when: When) -> str:
    """A time without the words it was read from: those are linked."""
    return f"{when.bound} {when.value}" if when.bound else when.value
