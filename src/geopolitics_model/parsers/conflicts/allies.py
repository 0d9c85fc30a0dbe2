"""Who is on the side of a party: "backed by Turkey", "France entered the war on their side"."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.conflicts.quarrel import Quarrel, key, keys
from geopolitics_model.parsers.phrases import direct_objects, is_negated, objects_of, subjects

_BACK = frozenset("support back aid assist help arm join fund finance reinforce accompany".split())
_BESIDE = frozenset("alongside with beside".split())
_FIGHT = frozenset("fight battle ally side".split())
_ENTER = frozenset("enter join intervene fight".split())
_MEMBERS = frozenset("nation country member partner state ally".split())
_RECEIVE = frozenset("receive get obtain have".split())
_SUPPORT = frozenset("support aid help backing assistance backer ally".split())


def add(reading: Reading, quarrels: list[Quarrel]) -> None:
    """Enter the allies that the sentences of each quarrel of force name, on their side."""
    told: dict[int, list[tuple[Quarrel, Phrase]]] = {}
    for quarrel in quarrels:
        if quarrel.family == "force":
            for phrase in quarrel.phrases:
                told.setdefault(phrase.head.sentence, []).append((quarrel, phrase))
    for number, here in told.items():
        bounds = reading.sentences[number]
        for token in reading.tokens[bounds.start : bounds.end]:
            helpers, helped = _alliance(reading, token)
            for quarrel, phrase in here if helpers else ():
                inside = token in phrase.head.ancestors() or token is phrase.head
                _enter(reading, (quarrel, phrase), helpers, helped, inside=inside)
            listed = _listed(reading, token)
            for quarrel, phrase in here if listed else ():
                _enter(reading, (quarrel, phrase), listed, [], inside=True)


def _listed(reading: Reading, verb: Token) -> list[str]:
    """ "Nations that have conducted strikes include X and Y": the states of the list."""
    if verb.lemma != "include" or verb.pos != "VERB":
        return []
    who_fights = [c for c in verb.children if c.dep == "nsubj" and c.lemma.lower() in _MEMBERS]
    states = _ids(reading, direct_objects(verb)) if who_fights else []
    return [i for i in states if who.is_state(reading, i)]


def _alliance(reading: Reading, token: Token) -> tuple[list[str], list[str]]:
    """Who helps whom, as far as a word tells."""
    if token.pos == "VERB" and not is_negated(token):
        if token.lemma in _BACK:
            return _ids(reading, subjects(token)), _ids(reading, direct_objects(token))
        if token.lemma in _FIGHT and (beside := objects_of(token, _BESIDE)):
            return _ids(reading, subjects(token)), _ids(reading, beside)
        if token.lemma in _ENTER and (side := _side(token)):
            friends = _ids(reading, objects_of(side, ("of",)))
            friends += [i for i in who.modifiers(reading, side) if i not in friends]
            return _ids(reading, subjects(token)), friends
    if token.lemma.lower() in _SUPPORT and token.pos == "NOUN":
        givers = _ids(reading, objects_of(token, ("from", "by", "of")))
        givers += [i for i in who.modifiers(reading, token) if who.can_fight(reading, i)]
        return givers, _receivers(reading, token)
    return [], []


def _side(verb: Token) -> Token | None:
    """The side of "entered the war on the American side"."""
    nouns = [*direct_objects(verb), verb]
    return next((t for n in nouns for t in objects_of(n, ("on",)) if t.lower == "side"), None)


def _receivers(reading: Reading, noun: Token) -> list[str]:
    """Who has the support of others: "received aid from", "fought with support from"."""
    verb = noun.head
    if noun.dep == "pobj" and verb.lower == "with":
        verb = verb.head
        return _ids(reading, subjects(verb)) if verb.pos == "VERB" else []
    return _ids(reading, subjects(verb)) if verb.lemma in _RECEIVE else []


def _ids(reading: Reading, tokens: list[Token]) -> list[str]:
    found = [i for t in tokens for i in who.actors(reading, t)]
    return [i for i in dict.fromkeys(found) if who.can_fight(reading, i)]


def _enter(
    reading: Reading,
    told: tuple[Quarrel, Phrase],
    helpers: list[str],
    helped: list[str],
    *,
    inside: bool,
) -> None:
    """Put helpers on the side of those whom they help.

    `inside`: the fight is what they help with ("supports Iraq in the fight against X"): if nobody
    is known yet, both are on the side against the armed group.
    """
    quarrel, phrase = told
    known = keys(reading, quarrel.sides[0]) | keys(reading, quarrel.sides[1])
    sides = [s for s in quarrel.sides if {key(reading, i) for i in helped} & keys(reading, s)]
    new = helpers
    if not sides and inside:
        groups = [any(who.is_armed_group(reading, i) for i in s) for s in quarrel.sides]
        regular = not any(who.is_armed_group(reading, i) for i in (*helpers, *helped))
        if regular and groups.count(True) == 1:
            sides, new = [quarrel.sides[groups.index(False)]], [*helpers, *helped]
    for id in new if len(sides) == 1 else ():
        if key(reading, id) not in known:
            sides[0][id] = phrase
            known.add(key(reading, id))
