"""Missions told by a verb: troops sent, stationed, moved; soldiers trained; a country invaded."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions import lexicon
from geopolitics_model.parsers.missions.phrase import Phrase, may_lead, place_of
from geopolitics_model.parsers.phrases import (
    clause,
    direct_objects,
    is_negated,
    is_passive,
    modal_of,
    objects_of,
    subjects,
)
from geopolitics_model.parsers.places import places_near, without_containers

_UNREAL = frozenset("would could might may should can".split())


def read(reading: Reading, verb: Token) -> Phrase | None:
    """The mission that a verb tells of, if it does."""
    word = lexicon.verbs().get(verb.lemma.lower()) if verb.pos == "VERB" else None
    if word is None or is_negated(verb) or modal_of(verb) in _UNREAL or verb.dep == "amod":
        return None
    objects = direct_objects(verb)
    leads = _leads(reading, verb, objects)
    places = list(places_near(reading, verb, climb=False))
    going = objects_of(verb, ("to", "into", "against", "on", "upon", "from"))
    places += [p for t in going if (p := place_of(reading, t))]
    if word.needs == "movement":
        if not _moves(reading, verb, objects, leads, places):
            return None
    elif word.needs == "place":
        places = [p for t in objects if (p := place_of(reading, t))] + places
        regular = [i for i in leads if not who.is_armed_group(reading, i)]
        if not (regular and places):
            return None
    elif word.needs == "training":
        if not _trains(reading, verb, objects, leads):
            return None
    elif not _deploys(verb, objects, leads, places):
        return None
    start, end = clause(reading, verb)
    places = list(without_containers(reading, places))
    return Phrase(verb, start, end, _kind(word, objects), leads, tuple(places), verbal=True)


def _leads(reading: Reading, verb: Token, objects: list[Token]) -> tuple[str, ...]:
    """Who does it; of troops that are sent by nobody named, whose they are."""
    ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
    if not ids and is_passive(verb):
        ids = [i for t in objects for i in who.actors(reading, t)]
    return tuple(i for i in dict.fromkeys(ids) if may_lead(reading, i))


def _kind(word: lexicon.Word, objects: list[Token]) -> MissionKind:
    """The kind of the verb, else that of what is sent ("observers")."""
    if word.kind is not MissionKind.OTHER:
        return word.kind
    for token in objects:
        for child in token.children:
            kind = lexicon.kinds().get(child.lower)
            if kind is not None and child.i < token.i:
                return kind
        noun = lexicon.noun_of(token.lemma, token.lower)
        if noun is not None and noun.kind is not MissionKind.OTHER:
            return noun.kind
    return MissionKind.OTHER


def _are_troops(token: Token) -> bool:
    return token.lemma.lower() in lexicon.troops() or token.lower.rstrip("s") in lexicon.troops()


def _moves(
    reading: Reading, verb: Token, objects: list[Token], leads: tuple[str, ...], places: list[str]
) -> bool:
    """Whether an army goes into a place by itself: "marched into", "landed in", "withdrew from"."""
    if not places or (objects and verb.lemma != "cross"):
        return False
    armed = any(_are_troops(t) for t in subjects(verb))
    if verb.lemma in ("withdraw", "deploy"):
        return armed or any(who.is_military(reading, i) for i in leads)
    return bool(leads) and (
        armed or any(who.is_military(reading, i) or who.is_state(reading, i) for i in leads)
    )


def _trains(reading: Reading, verb: Token, objects: list[Token], leads: tuple[str, ...]) -> bool:
    """Whether soldiers are trained or helped by soldiers of others."""
    helped = any(
        _are_troops(t)
        or any(
            who.is_armed_group(reading, i) or who.is_military(reading, i)
            for i in who.actors(reading, t)
        )
        for t in objects
    )
    if verb.lemma in ("support", "assist", "help"):
        helping = any(_are_troops(t) or _is_military(reading, t) for t in subjects(verb))
        return helped and helping
    return helped and bool(leads or subjects(verb))


def _is_military(reading: Reading, token: Token) -> bool:
    id = reading.entity(token)
    return id is not None and (who.is_military(reading, id) or who.is_union(reading, id))


def _deploys(verb: Token, objects: list[Token], leads: tuple[str, ...], places: list[str]) -> bool:
    """Whether troops are sent somewhere."""
    if not places:
        return False
    if verb.lemma == "deploy" and not objects:
        return bool(leads) or any(_are_troops(t) for t in subjects(verb))
    return any(_are_troops(t) for t in objects) and (bool(leads) or is_passive(verb))
