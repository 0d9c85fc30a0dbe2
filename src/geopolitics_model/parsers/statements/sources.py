"""Who a noun phrase speaks for: itself, what it is named beside, whose words or voice it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from geopolitics_model.model import Place, PlaceKind
from geopolitics_model.parsers import forces
from geopolitics_model.parsers.actors import council
from geopolitics_model.parsers.phrases import conjuncts
from geopolitics_model.parsers.statements.media import medium

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token

_SPOKEN_FOR = frozenset(("document", "words", "voice"))
_AUTHOR = frozenset("by from of for at in with".split())
_PARTS_OF_NAMES = frozenset("compound appos nmod amod poss flat".split())
_PUBLISHING = frozenset("publish release issue write send deliver give post".split())
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_MOST_APPOSITIONS = 3
_NAMED = frozenset(("named", "called"))
_POLITIES = frozenset(
    (PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION, PlaceKind.ADMIN_AREA)
)


def authors_or_itself(reading: Reading, head: Token) -> tuple[str, ...]:
    """Whose document it is, else what the phrase refers to."""
    return authors(reading, head) or _itself(reading, head)


def spoken_for(reading: Reading, head: Token) -> tuple[str, ...]:
    """The actors for whom a noun phrase stands, its conjuncts included."""
    ids: dict[str, None] = {}
    for part in conjuncts(head):
        ids.update(dict.fromkeys(_one(reading, part)))
    return tuple(ids)


def _one(reading: Reading, head: Token) -> tuple[str, ...]:
    """The actors of one noun phrase: itself, what it is named beside, whose word or voice it is."""
    known = medium(head)
    named = _named_beside(reading, head)
    if known is not None and known.kind in _SPOKEN_FOR:
        people = tuple(id for id in named if id.startswith("person:"))
        return people or _itself(reading, head) or _writing(reading, head)
    if named and head.pos == "NOUN":
        return named
    own = _itself(reading, head) or named
    if own or council(reading, head) is None:
        return own
    return _writing(reading, head)  # "Security Council Resolution 211"


def _writing(reading: Reading, head: Token) -> tuple[str, ...]:
    """The authors of a document; of a resolution with a number and nobody else, the Council."""
    if found := authors(reading, head):
        return found
    body = council(reading, head)
    return () if body is None else (body,)


def _itself(reading: Reading, head: Token) -> tuple[str, ...]:
    """What the head refers to, if it can speak: of places, states and their parts only.

    A city that speaks or is spoken to stands for its state; a force is named as its mission.
    """
    id = reading.entity(head)
    if id is None:
        force = forces.meant(reading, head)
        return () if force is None else (force,)
    thing = reading.object(id)
    if not isinstance(thing, Place) or thing.kind in _POLITIES:
        return (id,)
    country = thing.country if thing.kind is PlaceKind.CITY else None
    return (country,) if country is not None and reading.object(country) is not None else ()


def _named_beside(reading: Reading, head: Token) -> tuple[str, ...]:
    """In apposition to the head, or to what stands in apposition to it."""
    beside = list(_apposed(head, _MOST_APPOSITIONS))
    if head.lower == "we":  # "We, the ministers of Chad and Niger, ..."
        named = (reading.entity(token) for child in beside for token in child.subtree())
        return tuple(dict.fromkeys(id for id in named if id is not None))
    known = [id for child in beside if (id := reading.entity(child)) is not None]
    return tuple(known[:1])


def _apposed(head: Token, most: int) -> Iterator[Token]:
    """What a noun is renamed by: "one of them, the former minister X", "a ruler named X"."""
    for child in head.children:
        if child.dep == "appos":
            yield child
            if most > 1:
                yield from _apposed(child, most - 1)
        elif child.dep == "acl" and child.lower in _NAMED:
            yield from (c for c in child.children if c.dep == "oprd")


def authors(reading: Reading, head: Token) -> tuple[str, ...]:
    """Whose document, words or voice it is: the possessor, else who is named nearest."""
    for child in sorted(head.children, key=lambda c: (c.dep != "poss", abs(c.i - head.i))):
        if found := tuple(dict.fromkeys(i for n in _naming(child) for i in _below(reading, n))):
            return found
    verb = head.head
    if head.dep == "dobj" and verb.lemma.lower() in _PUBLISHING:
        publishers = (c for c in verb.children if c.dep in _SUBJECTS)
        return tuple(id for token in publishers for id in spoken_for(reading, token))
    return ()


def _naming(child: Token) -> Iterator[Token]:
    """The nouns below a dependent of a noun that can name its author, conjuncts included."""
    if child.dep in _PARTS_OF_NAMES:
        yield from conjuncts(child)
    elif child.dep in ("prep", "agent") and child.lower in _AUTHOR:
        for noun in child.children:
            if noun.dep == "pobj":
                yield from conjuncts(noun)
    elif child.dep == "acl":
        for agent in child.children:
            if agent.dep == "agent" or agent.lower in ("by", "from"):
                yield from agent.children


def _below(reading: Reading, token: Token) -> Iterator[str]:
    found = _itself(reading, token)
    yield from found
    if not found:
        for child in token.children:
            if child.dep in _PARTS_OF_NAMES:
                yield from _below(reading, child)
