"""Missions told by a verb: troops sent, stationed, moved; soldiers trained; a country invaded."""

from __future__ import annotations

from collections.abc import Callable

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions import lexicon
from geopolitics_model.parsers.missions.leads import commanders
from geopolitics_model.parsers.missions.phrase import Phrase, may_lead, there
from geopolitics_model.parsers.missions.routes import (
    COURSES,
    FRONTIERS,
    INWARDS,
    ahead,
    behind,
    beyond,
    is_somewhere,
    outwards,
)
from geopolitics_model.parsers.missions.told import RESCUED, Told
from geopolitics_model.parsers.missions.troops import are_troops
from geopolitics_model.parsers.phrases import (
    clause,
    conjuncts,
    direct_objects,
    is_negated,
    is_passive,
    modal_of,
    objects_of,
    subjects,
)
from geopolitics_model.parsers.places import place_of, places_near, without_containers

_VERBS = ("VERB", "AUX")
_UNREAL = frozenset("would could might may should can".split())
_SINGLE = frozenset("attack raid assault storm".split())
"""What an armed group does is not yet a campaign of an army."""
_HELP = frozenset(
    "prop shore bolster relieve help support assist aid fight defend reinforce back protect".split()
)
_STAYING = frozenset("deploy arrive remain operate serve disembark".split())
_HOSTS = frozenset(("host", "house"))
"""Verbs whose object, not their subject, is the army that is there."""
_OBSERVERS = frozenset("observer monitor peacekeeper inspector adviser advisor trainer".split())
_SHIPS = frozenset("ship vessel tanker convoy merchantman freighter shipping boat".split())


def read(reading: Reading, verb: Token) -> Phrase | None:
    """The mission that a verb tells of, if it does."""
    word = lexicon.verbs().get(verb.lemma.lower()) if verb.pos in _VERBS else None
    if word is None or is_negated(verb) or _is_only_possible(verb):
        return None
    objects = direct_objects(verb) or _to_be(verb)
    sent = word.needs in ("troops", "ashore") or (word.needs == "movement" and verb.dep == "acl")
    leads = _leads(reading, verb, objects if sent else [])
    places = list(places_near(reading, verb, climb=False))
    going = objects_of(verb, ("to", "into", "against", "on", "upon", "from", "between", "off"))
    going += [t for out in outwards(verb) for t in objects_of(out, ("of",))]
    places += [p for t in going if (p := place_of(reading, t))]
    places += beyond(reading, verb)
    if verb.lemma in _HOSTS and not places:
        places += [p for t in subjects(verb) if (p := place_of(reading, t))]
    if not places:
        places += there(reading, (verb, *objects))
    if word.needs in ("troops", "movement") and not places:
        places += [p for t in objects if t.i > verb.i for p in behind(reading, t)]
    told = Told(reading, verb, objects, leads, places)
    taken_back = _is_taken_back(told)
    if not (taken_back or _CHECKS[word.needs](told)):
        return None
    start, end = clause(reading, verb)
    kept = without_containers(reading, told.places)
    kind = told.kind or _kind(word, objects or subjects(verb))
    return Phrase(verb, start, end, kind, leads, kept, verbal=True, anchored=not taken_back)


def _to_be(verb: Token) -> list[Token]:
    """Who "are to be deployed", "are due to be sent": the subject of the verb above."""
    passive = any(c.dep == "auxpass" for c in verb.children)
    if not passive or verb.dep != "xcomp" or any(c.dep == "nsubjpass" for c in verb.children):
        return []
    return [t for c in verb.head.children if c.dep == "nsubj" for t in conjuncts(c)]


def _is_taken_back(told: Told) -> bool:
    """Whether troops are called back from a place that only the context tells."""
    army = any(are_troops(t) for t in told.objects)
    return told.verb.lemma in ("withdraw", "pull") and army and not told.places


def _is_only_possible(verb: Token) -> bool:
    """Whether it could be done or is meant to be done: "might invade", "ready to intervene"."""
    if modal_of(verb) in _UNREAL or verb.dep == "amod":
        return True
    return verb.tag == "VB" and (verb.head.pos == "ADJ" or verb.dep in ("acl", "relcl"))


def _leads(reading: Reading, verb: Token, objects: list[Token]) -> tuple[str, ...]:
    """Who does it; of troops that are sent by nobody named, whose they are."""
    ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
    if (not ids and is_passive(verb)) or verb.lemma in _HOSTS:
        ids = [i for t in objects for i in who.actors(reading, t)]
    if not ids and verb.lemma in _HOSTS:
        return ()
    armies = [t for t in (*subjects(verb), *direct_objects(verb)) if are_troops(t)]
    ids += [i for t in armies for i in commanders(reading, t)]
    return tuple(i for i in dict.fromkeys(ids) if may_lead(reading, i))


def _kind(word: lexicon.Word, objects: list[Token]) -> MissionKind:
    """The kind of the verb, else that of what is sent ("observers")."""
    moved = word.kind is MissionKind.HUMANITARIAN and any(are_troops(t) for t in objects)
    if word.kind is not MissionKind.OTHER and not moved:
        return word.kind
    for token in objects:
        if (kind := lexicon.kinds().get(token.lemma.lower())) is not None:
            return kind
        for child in token.children:
            kind = lexicon.kinds().get(child.lower)
            if kind is not None and child.i < token.i:
                return kind
        noun = lexicon.noun_of(token.lemma, token.lower)
        if noun is not None and noun.kind is not MissionKind.OTHER:
            return noun.kind
    return MissionKind.OTHER


def _is_directed(told: Told) -> bool:
    """Whether a place is invaded, attacked, besieged."""
    told.places[:0] = [p for t in told.objects if (p := place_of(told.reading, t))]
    if not told.objects:
        return told.verb.lemma == "attack" and told.is_army and told.somewhere
    if told.verb.lemma in _SINGLE:
        regular = [i for i in told.leads if not who.is_armed_group(told.reading, i)]
        return bool(regular and told.places)
    return bool(told.leads and told.places)


def _moves(told: Told) -> bool:
    """Whether an army goes into a place by itself: "marched into", "landed in", "withdrew from"."""
    verb, objects = told.verb, told.objects
    if objects and any(are_troops(t) for t in objects):
        # "landed two divisions at Inchon"; "the divisions landed at Inchon" may be read as passive
        return told.somewhere and (bool(subjects(verb)) or verb.dep == "acl")
    if verb.lemma == "cross":
        return told.is_army and (told.somewhere or bool(objects))
    if verb.lemma == "intervene":
        return bool(told.leads)
    if verb.lemma == "patrol" and any(place_of(told.reading, t) for t in objects):
        return told.is_army
    if objects or not told.somewhere:
        return False
    if verb.lemma in ("withdraw", "pull"):
        return _goes_away(told)
    if verb.lemma in _STAYING:
        return told.are_troops or _any_military(told)
    return told.is_army


def _goes_away(told: Told) -> bool:
    """Whether an army, or the army of a state, leaves: "withdrew from", "pulled out of"."""
    away = any(c.dep == "prep" and c.lower == "from" for c in told.verb.children)
    if outwards(told.verb) and not told.objects:
        return bool(told.places) and told.is_army
    return away and (told.are_troops or _any_military(told))


def _goes_ashore(told: Told) -> bool:
    """Whether troops land: "came ashore near", "were put ashore at"."""
    ashore = any(c.lower == "ashore" for c in told.verb.children)
    landed = told.is_army or any(are_troops(t) for t in told.objects)
    return ashore and landed and told.somewhere


def _goes_on(told: Told) -> bool:
    """Whether a state bombs a place for some time, not once: "has been bombing X since"."""
    told.places += [p for t in told.objects for p in places_near(told.reading, t, climb=False)]
    told.places[:0] = [p for t in told.objects if (p := place_of(told.reading, t))]
    tags = {told.verb.tag, *(c.tag for c in told.verb.children if c.dep == "aux")}
    lasting = any(c.lower in ("since", "throughout") for c in told.verb.children)
    perfect = "VBG" in tags and bool(tags & {"VBN", "VBZ", "VBP"})
    aimed = told.somewhere or any(is_somewhere(told.reading, t) for t in told.objects)
    return (lasting or perfect) and told.is_army and aimed


def _fights_abroad(told: Told) -> bool:
    """Whether troops of one state fight in another: "are fighting in X", "since"."""
    told.places += [p for t in told.objects for p in places_near(told.reading, t, climb=False)]
    tags = {told.verb.tag, *(c.tag for c in told.verb.children if c.dep == "aux")}
    going = "VBG" in tags and bool(tags & {"VBN", "VBZ", "VBP"})
    homes = {who.country_of(told.reading, i) for i in told.leads} - {None}
    there = {who.country_of(told.reading, i) or i for i in told.places}
    return going and told.are_troops and bool(homes) and bool(there) and not homes & there


def _escorts(told: Told) -> bool:
    """Whether a navy or its ships see others through."""
    helped = any(t.lemma.lower() in _SHIPS for t in told.objects)
    return helped and (told.are_troops or _any_military(told))


def _is_present(told: Told) -> bool:
    """Whether troops are said to be somewhere for some time: "have been in X", "900 are in X"."""
    perfect = any(c.lower in ("have", "has", "'ve", "had") for c in told.verb.children)
    counted = any(c.dep == "nummod" for t in subjects(told.verb) for c in t.children)
    perfect = perfect or (counted and told.verb.tag in ("VBZ", "VBP"))
    inside = any(c.dep == "prep" and c.lower in ("in", "on", "at") for c in told.verb.children)
    return perfect and inside and told.are_troops and told.somewhere


def _any_military(told: Told) -> bool:
    return any(who.is_military(told.reading, i) for i in told.leads)


def _moves_in(told: Told) -> bool:
    """Whether an army goes on: "pushed into", "drove towards"; the verb alone says little."""
    where_to = ahead(told.verb)
    if any(are_troops(t) for t in told.objects):
        return _is_moved(told)
    if told.objects and told.verb.lemma in _HITTING:
        return _goes_on(told)
    if told.verb.lemma == "drive" and _drives_out(told):
        return True
    on = (
        bool(where_to)
        or any(c.lower in COURSES for c in told.verb.children)
        or any(c.dep == "prep" and c.lower in INWARDS for c in told.verb.children)
    )
    front = any(t.lemma.lower() in FRONTIERS for t in where_to)
    where = told.somewhere or (front and told.are_troops)
    return on and all(t in where_to for t in told.objects) and where and told.is_army


_HITTING = frozenset(("strike", "hit", "sweep"))


def _drives_out(told: Told) -> bool:
    """Whether an army drives somebody from a place: "expelled the junta from the capital"."""
    out = any(c.dep == "prep" and c.lower in ("from", "out") for c in told.verb.children)
    foes = any(
        are_troops(t) or any(who.can_fight(told.reading, i) for i in who.actors(told.reading, t))
        for t in told.objects
    )
    return out and foes and told.somewhere and (told.are_troops or _any_military(told))


def _is_moved(told: Told) -> bool:
    """Whether somebody leads troops into a place."""
    on = [c for c in told.verb.children if c.dep == "prep" and c.lower in INWARDS]
    army = any(are_troops(t) for t in told.objects)
    return bool(on) and army and bool(told.leads) and told.somewhere


def _is_entered(told: Told) -> bool:
    """Whether troops enter or leave a country or town."""
    places = [p for t in told.objects if (p := place_of(told.reading, t))]
    told.places[:0] = places
    if not told.objects and told.verb.lemma == "enter":  # "a column entered from the south"
        into = objects_of(told.verb, ("into", "from", "by", "through"))
        return told.are_troops and bool(into)
    return bool(places) and (told.are_troops or _any_military(told))


def _trains(told: Told) -> bool:
    """Whether soldiers are trained or helped by soldiers of others."""
    reading, verb = told.reading, told.verb
    helped = any(
        are_troops(t)
        or any(
            who.is_armed_group(reading, i) or who.is_military(reading, i)
            for i in who.actors(reading, t)
        )
        for t in told.objects
    )
    if verb.lemma in ("support", "assist", "help"):
        if verb.dep == "acl":
            return False  # "soldiers, supported by tanks": one side of a fight
        helping = any(are_troops(t) or _is_military(reading, t) for t in subjects(verb))
        return helped and helping
    return helped and bool(told.leads or subjects(verb))


def _is_military(reading: Reading, token: Token) -> bool:
    id = reading.entity(token)
    return id is not None and (who.is_military(reading, id) or who.is_union(reading, id))


def _deploys(told: Told) -> bool:
    """Whether troops are sent somewhere."""
    verb, objects = told.verb, told.objects
    if verb.lemma == "pull" and not objects:
        return _goes_away(told)
    if verb.lemma == "fly" and _are_flown_out(told):
        told.kind = MissionKind.HUMANITARIAN
        return True
    if not told.places:
        told.places += _sent_to_act(told)
    if not (told.somewhere or _sent_to_help(told) or _sent_in(told)):
        return False
    if verb.lemma == "fly" and not objects:
        return told.are_troops
    if verb.lemma == "deploy" and not objects:
        return bool(told.leads) or told.are_troops
    sent = [*objects, *objects_of(verb, ("with",))]  # "sent Rommel to Libya with two divisions"
    return any(are_troops(t) for t in sent) and (bool(told.leads) or is_passive(verb))


def _are_flown_out(told: Told) -> bool:
    """Whether people are brought to safety by air: "flew 500 citizens from Khartoum"."""
    people = any(t.lemma.lower() in RESCUED for t in told.objects)
    return people and bool(told.leads) and any(c.lower == "from" for c in told.verb.children)


def _sent_in(told: Told) -> bool:
    """Whether a number of troops is sent to a place without a name: "into the mountains"."""
    counted = any(c.dep == "nummod" for t in told.objects for c in t.children)
    near = [c for t in (told.verb, *told.objects) for c in t.children if c.i > told.verb.i]
    inside = any(c.dep == "prep" and c.lower in ("into", "along") for c in near)
    observers = any(t.lemma.lower() in _OBSERVERS for t in told.objects)
    given = counted or any(c.dep == "prep" and c.lower == "to" for c in near)
    if observers and bool(told.leads) and given:
        return True
    return counted and (inside or any(c.lower == "there" for c in near))


def _sent_to_help(told: Told) -> bool:
    """Whether troops are sent to fight at somebody's side: "sent 36,000 soldiers to help the X"."""
    aims = [c for c in told.verb.children if c.dep in ("xcomp", "advcl") and c.tag == "VB"]
    aided = [t for c in aims if c.lemma in _HELP for t in direct_objects(c)]
    return any(who.can_fight(told.reading, i) for t in aided for i in who.actors(told.reading, t))


def _sent_to_act(told: Told) -> list[str]:
    """Where those who are sent are to act: "were sent to drive the enemy from the island"."""
    found: list[str] = []
    for child in told.verb.children:
        if child.dep in ("xcomp", "advcl") and child.tag == "VB":
            found += places_near(told.reading, child, climb=False)
            for token in (*direct_objects(child), *objects_of(child, ("from",))):
                found += [p for p in [place_of(told.reading, token)] if p]
    return found


def _is_rescued(told: Told) -> bool:
    """Whether people are brought out of a place, or help is dropped on it."""
    things = [t for t in told.objects if place_of(told.reading, t) is None]
    return bool(things and told.places and told.leads)


_CHECKS: dict[str, Callable[[Told], bool]] = {
    "troops": _deploys,
    "training": _trains,
    "place": _is_directed,
    "movement": _moves,
    "inwards": _moves_in,
    "moved": _is_moved,
    "entry": _is_entered,
    "rescue": _is_rescued,
    "ashore": _goes_ashore,
    "presence": _is_present,
    "lasting": _goes_on,
    "escort": _escorts,
    "abroad": _fights_abroad,
    "expulsion": _drives_out,
}
"""The values of the column `object` of `data/verbs.csv`."""
