"""Who is on which side of a noun of force, and where it is."""

from __future__ import annotations

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import OrganisationKind, PlaceKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import lexicon
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.couples import couple
from geopolitics_model.parsers.phrases import (
    chained,
    conjuncts,
    direct_objects,
    governing_verb,
    is_time,
    objects_of,
    over_clause,
    subjects,
)
from geopolitics_model.parsers.places import places_near
from geopolitics_model.parsers.statements import acts

_TARGET_OF = frozenset(
    "bombing massacre killing siege invasion bombardment persecution murder slaughter occupation "
    "shelling ambush cleansing execution beheading abduction kidnapping defeat liberation "
    "destruction capture genocide pogrom".split()
)
_LIGHT = frozenset(
    "launch conduct carry commit perpetrate stage mount wage fight begin start open execute plan "
    "resume continue commence lead make inflict intensify escalate".split()
)
_RESIST = frozenset(
    "oppose resist repel repulse withstand halt stop crush suppress quell defeat".split()
)
_AGAINST = ("against", "on", "upon", "with", "to")
_MUTUAL_NOUNS = frozenset("clash skirmish fighting hostility shootout".split())
"""Fights of two sides: those joined before them are opposed ("Thai–Cambodian clashes")."""
_MUTUAL = (Level.WAR, Level.BATTLE, Level.DISPUTE)
_LOCKED = frozenset(
    "lock engage embroil involve entangle be have remain fight wage end resume suspend settle go "
    "halt".split()
)


def fill(reading: Reading, phrase: Phrase, noun: Token) -> None:
    """Enter the sides and places that stand with a noun."""
    level = phrase.level
    between = objects_of(noun, ("between", "among"))
    verb = _happening(noun)
    if not between and verb is not None:
        between = objects_of(verb, ("between",))
    if between:
        sides = _sides(reading, between)
        phrase.mutual = True
        phrase.attackers = tuple(sides[0]) if sides else ()
        phrase.targets = tuple(i for side in sides[1:] for i in side if i not in phrase.attackers)
    opponents = aimed_at(reading, noun, _AGAINST if level in _MUTUAL else _AGAINST[:-2])
    for token in objects_of(noun, ("of",)):
        opponents += objects_of(token, ("against",))  # "a war of aggression against Ukraine"
    if noun.lemma.lower() in _TARGET_OF:
        opponents += objects_of(noun, ("of",))
    elif level is Level.BATTLE:
        own = [i for t in objects_of(noun, ("of",)) for i in who.actors(reading, t)]
        phrase.attackers += tuple(i for i in own if who.can_fight(reading, i))
    for token in opponents:
        if not between and (
            token.head.lower != "to" or noun.lemma in ("opposition", "resistance", "siege")
        ):
            add_target(reading, phrase, token)
    before = _before(reading, phrase, noun)
    phrase.attackers = tuple(dict.fromkeys(phrase.attackers + tuple(before)))
    if not between and not opponents and level in (Level.WAR, Level.DISPUTE):
        _fill_from_subject(reading, phrase, noun)
    for token in _opposers(noun):
        add_target(reading, phrase, token)
    agents = owners_of(reading, noun, lexical=level is Level.WAR and bool(opponents))
    phrase.attackers = tuple(
        dict.fromkeys(phrase.attackers + tuple(a for a in agents if a not in phrase.targets))
    )
    if phrase.named:
        _fill_from_name(reading, phrase)
    itself = reading.entity(phrase.head) if phrase.named else None
    phrase.attackers = tuple(i for i in phrase.attackers if i != itself)
    phrase.places = tuple(
        dict.fromkeys(
            phrase.places
            + places_near(
                reading,
                noun,
                of=noun.lemma.lower() != "fight",
                climb=not _is_spoken_of(noun),
            )
        )
    )


def _sides(reading: Reading, between: list[Token]) -> list[tuple[str, ...]]:
    """The sides that stand after "between"; "the two countries" are one each."""
    if len(between) == 1 and len(ids := couple(reading, between[0])) > 1:
        return [(id,) for id in ids]
    return [who.actors(reading, t) if i else _own(reading, t) for i, t in enumerate(between)]


def _is_spoken_of(noun: Token) -> bool:
    """Whether the verb above only speaks of it: "in New York he condemned the bombing"."""
    verb = governing_verb(noun)
    return verb is not None and noun.dep in ("dobj", "pobj") and acts.knows(verb)


def aimed_at(reading: Reading, noun: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """What stands after a preposition of aim; "the attack on Monday" has only its day there."""
    return [t for t in objects_of(noun, prepositions) if not is_time(reading, t)]


def _fill_from_subject(reading: Reading, phrase: Phrase, noun: Token) -> None:
    """ "X and Y are locked in a dispute": the subjects quarrel with each other."""
    under = noun.dep == "pobj" and noun.head.lower in ("in", "to")
    verb = noun.head.head if under else noun.head
    if verb.pos not in ("VERB", "AUX") or verb.lemma not in _LOCKED:
        return
    first = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass")]
    sides = [_own(reading, t) for s in first for t in conjuncts(s)]
    sides = [tuple(i for i in ids if who.can_fight(reading, i)) for ids in sides]
    sides = [ids for ids in sides if ids]
    if len(sides) > 1:
        phrase.mutual = True
        phrase.attackers = sides[0]
        phrase.targets = tuple(i for ids in sides[1:] for i in ids if i not in sides[0])


def _happening(noun: Token) -> Token | None:
    """The verb that says that it happens: "days of fighting occurred between X and Y"."""
    top = noun
    while top.dep == "pobj" and top.head.lower in ("of", "in") and top.head.head.pos == "NOUN":
        top = top.head.head
    return top.head if top.dep in ("nsubj", "nsubjpass", "dobj") else None


def _opposers(noun: Token) -> list[Token]:
    """Who resists: "the offensive was opposed by X", "X resisted the attack"."""
    verb = noun.head
    if noun.dep == "nsubjpass" and verb.lemma in _RESIST:
        return objects_of(verb, ("by",))
    if noun.dep == "dobj" and verb.lemma in _RESIST:
        return subjects(verb)
    return []


def _fill_from_name(reading: Reading, phrase: Phrase) -> None:
    """What a proper name says: one country is where ("Algerian War"), two are who."""
    inside = reading.tokens[phrase.start : phrase.head.i]
    named = (reading.entity(t) or adjective(reading, t) for t in inside if t.text[0].isupper())
    ids = list(dict.fromkeys(i for i in named if i and i.startswith("place:")))
    if len(ids) == 2 and not phrase.targets:
        phrase.mutual, phrase.attackers, phrase.targets = True, (ids[0],), (ids[1],)
    elif ids:
        phrase.places = tuple(dict.fromkeys(phrase.places + tuple(ids)))


def _own(reading: Reading, token: Token) -> tuple[str, ...]:
    """The actor of one word, its conjuncts left out."""
    id = reading.entity(token)
    return (id,) if id else tuple(who.modifiers(reading, token))


def add_target(reading: Reading, phrase: Phrase, token: Token) -> None:
    """Enter what an attack is directed at: civilians, a place, an actor, or terrorism at large."""
    lemma = token.lemma.lower()
    civil = lexicon.words("civilians")
    if lemma in civil or token.lower.removesuffix("s") in civil:
        phrase.civilians = True
        return
    if lemma in lexicon.words("enemies") or token.lower.rstrip("s") in lexicon.words("enemies"):
        phrase.generic_enemy = True
    ids = [i for i in _own(reading, token) if may_suffer(reading, i)]
    if not ids:
        ids = [i for i in who.actors(reading, token) if may_suffer(reading, i)]
    if not ids and token.pos == "PRON" and token.lower in ("those", "all", "anyone", "everyone"):
        phrase.civilians = True
    place = reading.place(token)
    if not ids and place:
        phrase.places = (*phrase.places, place)
    phrase.targets = tuple(dict.fromkeys(phrase.targets + tuple(i for i in ids)))


def may_suffer(reading: Reading, id: str) -> bool:
    """Whether an actor may be attacked as a party: a region that is no state is only a place."""
    if not id.startswith("place:"):
        return who.can_fight(reading, id)
    own = getattr(reading.object(id), "kind", None) is not PlaceKind.TERRITORY
    return who.is_state(reading, id) and (own or knowledge.government(id) is not None)


def is_civil(reading: Reading, id: str) -> bool:
    """Whether an actor is a union of states that keeps the peace, no army."""
    kind = getattr(reading.object(id), "kind", None)
    return kind in (OrganisationKind.INTERGOVERNMENTAL, OrganisationKind.BLOC)


def at_large(phrase: Phrase) -> bool:
    """Whether a country before the noun is where it is, not who does it."""
    return phrase.level in (Level.WAR, Level.DISPUTE, Level.UNREST)


def adjective(reading: Reading, token: Token) -> str | None:
    """The country of an adjective that is no mention: "the Syrian conflict"."""
    for match in knowledge.match(token.text):
        for known in match.names:
            if known.kind == "adjective" and reading.object(known.id) is not None:
                return known.id
    return None


def _whose(reading: Reading, noun: Token) -> list[str]:
    """ "The alliance, whose offensive goes on": the one that the clause is about."""
    if not any(c.dep == "poss" and c.lower == "whose" for c in noun.children):
        return []
    about = over_clause(noun)
    return list(who.actors(reading, about)) if about is not None else []


def _before(reading: Reading, phrase: Phrase, noun: Token) -> list[str]:
    """Actors named before the noun; a lone place before "war" or "tensions" is where it is."""
    ids = who.modifiers(reading, noun) + _whose(reading, noun)
    groups = [i for i in ids if who.is_armed_group(reading, i)]
    states = [i for i in ids if i not in groups and who.can_fight(reading, i)]
    for child in noun.children:
        place = reading.place(child) if child.i < noun.i else None
        if child.i < noun.i and not (ids or place) and child.text[:1].isupper():
            place = adjective(reading, child)
            at = place if at_large(phrase) else None
            phrase.places += (at,) if at else ()
        if place and not who.is_state(reading, place):
            phrase.places = (*phrase.places, place)
    if at_large(phrase) and len(states) == 1 and not phrase.targets and not groups:
        place = states[0] if states[0].startswith("place:") else who.country_of(reading, states[0])
        if place and reading.object(place):
            phrase.places = (*phrase.places, place)
            return []
    joined = noun.lemma.lower() in _MUTUAL_NOUNS and any(chained(reading, c) for c in noun.children)
    if (at_large(phrase) or joined) and len(states) == 2 and not phrase.targets:
        phrase.mutual = True
        phrase.targets = (states[1],)
        return states[:1]
    return groups + states


def owners_of(reading: Reading, noun: Token, *, lexical: bool = False) -> list[str]:
    """Who does what a noun says: "by X", "X launched it", for a fight those who lead it."""
    ids: list[str] = [i for t in objects_of(noun, ("by",)) for i in who.actors(reading, t)]
    above = noun.head
    answers = above.lower == "with" and above.head.lemma == "respond"
    if answers:
        ids = [i for t in subjects(above.head) for i in who.actors(reading, t)]
    if not ids and noun.dep in ("dobj", "pobj"):
        verb = above if noun.dep == "dobj" else governing_verb(noun)
        if verb is not None and (verb.lemma.lower() in _LIGHT or lexical):
            ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
            ids += [i for t in direct_objects(verb) if lexical for i in who.actors(reading, t)]
    if not ids and noun.dep == "nsubjpass" and above.lemma.lower() in _LIGHT:
        ids = [i for t in objects_of(above, ("by",)) for i in who.actors(reading, t)]
    ids = ids or _blamed(reading, noun)
    for child in noun.children:
        if child.dep == "relcl":
            doers = [t for t in subjects(child) if t is not noun and t.pos != "PRON"]
            ids += [i for t in doers for i in who.actors(reading, t)]
        if child.dep == "acl" and child.tag == "VBN":
            ids += [i for t in objects_of(child, ("by",)) for i in who.actors(reading, t)]
    return [i for i in dict.fromkeys(ids) if who.can_fight(reading, i)]


def _blamed(reading: Reading, noun: Token) -> list[str]:
    """Who claims a deed or is blamed for it: "X claimed responsibility for the bombing"."""
    doers: list[Token] = []
    above = noun.head
    if noun.dep == "pobj" and above.lower == "for":
        blame = above.head
        if blame.lower == "responsibility" and blame.head.lemma in ("claim", "take", "admit"):
            doers = subjects(blame.head)
        elif blame.lower == "responsible":
            doers = [t for t in blame.head.children if t.dep in ("nsubj", "dobj")]
        elif blame.lemma == "blame":
            doers = direct_objects(blame) + objects_of(blame, ("on",))
    elif noun.dep in ("dobj", "nsubjpass") and above.lemma in ("blame", "attribute", "pin"):
        doers = objects_of(above, ("on", "to"))
    elif noun.dep == "dobj" and above.lemma == "claim":
        doers = subjects(above)
    return [i for t in doers for i in who.actors(reading, t)]
