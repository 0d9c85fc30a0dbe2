"""What armies do in a war that is told: they advance, land, take towns, throw each other back.

Such verbs tell of no war by themselves ("the company entered the market"), so they are read only in
a text that tells one, of those who fight, and they open no conflict of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Organisation, OrganisationKind, Place, PlaceKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import lexicon
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.participants import is_civil, may_suffer
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.phrases import (
    clause,
    direct_objects,
    is_negated,
    modal_of,
    objects_of,
    subjects,
)
from geopolitics_model.parsers.places import place_of, places_near

_MANY = 3
"""Moves of armies that tell of a war without a word for it."""
_LINES = frozenset("border frontier river line parallel strait channel sail arm".split())
_ARMED = frozenset((OrganisationKind.MILITARY, OrganisationKind.ARMED_GROUP))


def find(reading: Reading, found: list[Phrase]) -> list[Phrase]:
    """The moves of a text that tells a war, by its name or by many of them."""
    taken = {i for p in found if p.verbal for i in range(p.start, p.end)}
    taken |= {p.head.i for p in found}
    read = (_read(reading, t) for t in reading.tokens if t.pos == "VERB" and t.i not in taken)
    moves = [phrase for phrase in read if phrase is not None]
    if any(p.level is Level.WAR for p in found):
        return moves
    force = moves + [p for p in found if p.level is Level.BATTLE]
    if len(moves) < _MANY or not any(p.targets for p in force):
        return []
    for phrase in moves:
        phrase.move = not (phrase.attackers and phrase.targets)
    return moves


def _read(reading: Reading, verb: Token) -> Phrase | None:
    kinds = _kinds(verb)
    if not kinds or verb.dep in ("amod", "compound") or is_negated(verb) or modal_of(verb):
        return None
    start, end = clause(reading, verb)
    phrase = Phrase(verb, Level.BATTLE, start, end, verbal=True, move=True)
    phrase.attackers = _fighters(reading, subjects(verb))
    objects = direct_objects(verb)
    phrase.targets = _fighters(reading, objects)
    towns = [p for t in objects if (p := place_of(reading, t))]
    near = places_near(reading, verb, climb=False)
    phrase.places = tuple(dict.fromkeys((*towns, *near)))
    return phrase if any(_suits(reading, phrase, kind, bool(towns)) for kind in kinds) else None


def _kinds(verb: Token) -> tuple[str, ...]:
    """What a verb needs, by itself or with a word beside it ("set out", "put ashore")."""
    table, lemma = lexicon.moves(), verb.lemma.lower()
    beside = [c.lower for c in verb.children if c.dep in ("prt", "advmod", "prep", "dobj")]
    whole = [k for word in beside for k in table.get(f"{lemma} {word}", ())]
    return (*table.get(lemma, ()), *whole)


def _suits(reading: Reading, phrase: Phrase, kind: str, town: bool) -> bool:
    if kind == "place":
        return town and bool(phrase.attackers)
    if kind == "enemy":
        return bool(phrase.attackers and phrase.targets)
    verb = phrase.head
    if kind == "way":
        objects = [c for c in verb.children if c.dep == "dobj"]
        put = "nsubjpass" in {c.dep for c in verb.children}  # "troops were put ashore"
        if put and not phrase.attackers:
            phrase.attackers, phrase.targets = phrase.targets, ()
        return bool(phrase.attackers) and all(_is_line(reading, c) for c in objects)
    fallen = [p for t in subjects(verb) if (p := reading.place(t))]
    phrase.places = tuple(dict.fromkeys((*fallen, *phrase.places)))
    return bool(fallen) and verb.tag in ("VBD", "VBN")


def _is_line(reading: Reading, token: Token) -> bool:
    """Whether an army that crosses it moves on: a border, a river, also by its name."""
    thing = reading.object(reading.entity(token) or "")
    water = isinstance(thing, Place) and thing.kind is PlaceKind.WATER
    return water or token.lemma.lower() in _LINES


def _fighters(reading: Reading, tokens: Iterable[Token]) -> tuple[str, ...]:
    """The actors of those phrases that name forces: "Iranian troops", "the Taliban"."""
    found: dict[str, None] = {}
    for token in tokens:
        thing = reading.object(reading.entity(token) or "")
        armed = isinstance(thing, Organisation) and thing.kind in _ARMED
        forces = token.lemma.lower() in lexicon.words("forces")
        if armed or forces or _is_people(reading, token):
            ids = list(who.actors(reading, token))
            ids += [i for t in objects_of(token, ("under",)) for i in who.actors(reading, t)]
            fit = [i for i in ids if may_suffer(reading, i) and not is_civil(reading, i)]
            found |= dict.fromkeys(fit)
    return tuple(found)


def _is_people(reading: Reading, token: Token) -> bool:
    """ "The Iranians": a bare people that acts for its state."""
    place = reading.place(token)
    return bool(place) and token.tag in ("NNS", "NNPS") and who.is_state(reading, place or "")
