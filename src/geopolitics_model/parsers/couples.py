"""Whom "both leaders", "the two governments" and "the two" mean: the last two who were named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geopolitics_model.model import Organisation, OrganisationKind, Person, Place, PlaceKind
from geopolitics_model.parsers.phrases import is_definite

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token

_TWO = frozenset(("both", "two"))
_DEFINITE = frozenset(("both", "those"))
_PERSONS = frozenset(
    "leader president minister premier secretary chancellor general commander man woman official "
    "diplomat envoy king emperor statesman politician colleague counterpart".split()
)
_STATES = frozenset("country government state nation neighbour neighbor republic capital".split())
_BODIES = frozenset("side party delegation group organisation organization faction".split())
_COUNTRIES = frozenset((PlaceKind.COUNTRY, PlaceKind.TERRITORY))
_BACK = 3
"""So many sentences back two are looked for."""


def couple(reading: Reading, head: Token) -> tuple[str, ...]:
    """The two of one sort whom the nearest sentence names that names two; none if it names more."""
    alone = head.lower in _TWO
    if any(c.dep in ("relcl", "acl") for c in head.children):
        return ()  # said otherwise: "the two women who were arrested"
    if alone and _counted(reading, head):
        return ()
    if not (alone or any(c.lower in _TWO for c in head.children)) or not _is_definite(head):
        return ()
    noun = head.lemma.lower()
    sorts = (
        (Person,) if noun in _PERSONS
        else (Place,) if noun in _STATES
        else (Place, Organisation) if noun in _BODIES
        else (Person, Place) if alone
        else ()
    )  # fmt: skip
    back = 1 if alone else _BACK
    for number in range(head.sentence, max(-1, head.sentence - back - 1), -1):
        sentence = reading.sentences[number]
        last = head.left if number == head.sentence else sentence.end
        if last <= sentence.start:
            continue
        start, end = reading.tokens[sentence.start].start, reading.tokens[last - 1].end
        for sort in sorts:
            named = _named(reading, start, end, sort)
            if len(named) > 1:
                return named if len(named) == len(_TWO) else ()
    return ()


def _counted(reading: Reading, head: Token) -> bool:
    """Whether two of something were spoken of right before: "Two drones came. The two struck"."""
    start = reading.sentences[max(0, head.sentence - 1)].start
    before = reading.tokens[start : head.left]
    return any(t.dep == "nummod" and t.lower in _TWO and t.head.pos == "NOUN" for t in before)


def _is_definite(head: Token) -> bool:
    """ "Both leaders", "the two", "their two governments"; "two officials" are any two."""
    words = {c.lower for c in (head, *head.children)}
    return "of" not in words and (bool(words & _DEFINITE) or is_definite(head))


def _named(reading: Reading, start: int, end: int, sort: type) -> tuple[str, ...]:
    """The entities of a sort between two characters; a government counts as its state."""
    found: dict[str, str] = {}
    for id in reading.entities_in(start, end):
        thing = reading.object(id)
        if sort is Place and isinstance(thing, Organisation):
            if thing.kind is OrganisationKind.GOVERNMENT:
                found.setdefault(thing.place or id, id)
        elif isinstance(thing, sort) and (not isinstance(thing, Place) or thing.kind in _COUNTRIES):
            found.setdefault(id, id)
    return tuple(found.values())
