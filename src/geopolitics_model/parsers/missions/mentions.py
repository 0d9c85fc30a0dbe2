"""Phrases that speak of a mission: names, descriptions, deployments."""

from __future__ import annotations

from collections.abc import Sequence

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions import anchors, deployments, lexicon, names
from geopolitics_model.parsers.missions.anchors import HOSTILE, LIGHT, aims
from geopolitics_model.parsers.missions.leads import owners
from geopolitics_model.parsers.missions.lexicon import Word
from geopolitics_model.parsers.missions.phrase import SENDING, Phrase, there
from geopolitics_model.parsers.phrases import (
    direct_objects,
    noun_phrase,
    objects_of,
    subjects,
)
from geopolitics_model.parsers.places import place_of, places_near, where, without_containers

_ANAPHORIC = frozenset("the this that these those".split())
_CENTRAL = ("nsubj", "nsubjpass", "dobj", "attr", "appos", "ROOT")
_REACHING = ("in", "to", "on", "at", "near", "along", "across")
_TAKE = frozenset("take reach relieve overrun".split())
"""What a push does to a place: "the offensive relieved Kimberley"."""
_PHASES = frozenset("course start beginning end launch outcome phase stage success".split())
_ARMS = frozenset("air armed labour labor work special driving".split())
_PERSONS = frozenset("peacekeeper observer monitor inspector".split())
_SUFFER = frozenset(
    "kill wound injure die attack abduct kidnap target capture detain ambush".split()
)
_FREE = frozenset("liberate retake recapture free clear".split())
_LEAVING = frozenset("withdrawal pullout".split())
_OF_PLACE = frozenset(
    "bombing invasion occupation siege bombardment blockade liberation evacuation raid deployment "
    "training encirclement pacification".split()
)


def find(reading: Reading) -> list[Phrase]:
    """All phrases, in the order of their heads."""
    named = names.named(reading)
    taken = {i for p in named for i in range(p.start, p.end)}
    found = list(named)
    heads = {p.head for p in named}
    for token in reading.tokens:
        if token.i not in taken:
            phrase = _nominal(reading, token, heads) or deployments.read(reading, token)
            if phrase is not None:
                found.append(phrase)
    found += names.short(reading, found)
    whole: dict[int, list[Phrase]] = {}
    for phrase in found:
        if phrase.name or phrase.known:
            whole.setdefault(phrase.head.sentence, []).append(phrase)
    found = [p for p in found if not _is_share(p, whole.get(p.head.sentence, ()))]
    _refer(found)
    found += _pronouns(reading, found)
    _drop_inner_places(reading, found, named)
    return sorted(found, key=lambda p: (p.head.i, p.start))


def _is_share(phrase: Phrase, named: Sequence[Phrase]) -> bool:
    """Whether a phrase tells of a part of a mission named in its sentence, which is no mission
    beside it: "a patrol of MINUSMA", "contributes 1,400 troops to MINUSMA"."""
    if phrase.name or phrase.known:
        return False
    return any(_is_share_of(phrase, name) for name in named)


def _is_share_of(phrase: Phrase, name: Phrase) -> bool:
    link = name.head.head
    if name.head.dep != "pobj" or link.lower not in _SHARES:
        return False
    noun = link.head
    men = noun.lemma.lower() in lexicon.troops() | _UNITS
    if noun is phrase.head:
        return men or (phrase.verbal and noun.lemma in _GIVING and link.lower == "to")
    sent = phrase.verbal and noun.head is phrase.head and noun.dep == "dobj"
    return sent and men and link.lower in ("to", "in", "within", "for")


_SHARES = frozenset("to of in within with for from at".split())
"""What stands between a part and its mission."""
_GIVING = frozenset("contribute provide lend second assign pledge send".split())
_UNITS = frozenset("patrol convoy contingent unit peacekeeper base member monitor observer".split())


def _refer(found: list[Phrase]) -> None:
    """What a mission does is told of it: "the mission, which will train soldiers"."""
    nominal = {p.head: p for p in found if not p.verbal}
    for phrase in found:
        if phrase.verbal:
            told = [nominal[t] for t in subjects(phrase.head) if t in nominal]
            phrase.refers = next(iter(told), None)


def _pronouns(reading: Reading, found: list[Phrase]) -> list[Phrase]:
    """ "It" that opens a sentence after one about a mission, and that refers to no actor."""
    last = {p.head.sentence: p for p in found if not p.verbal and p.head.dep in _CENTRAL}
    out = []
    for sentence in reading.sentences:
        told = last.get(sentence.i - 1)
        for token in reading.tokens[sentence.start : sentence.start + 6] if told else ():
            subject = token.lower == "it" and token.dep in ("nsubj", "nsubjpass")
            if told and subject and token.paragraph == told.head.paragraph:
                if token.head.tag != "VB" and reading.entity(token) is None:
                    out.append(_it(token, told))
                break
    return out


def _drop_inner_places(reading: Reading, found: list[Phrase], named: list[Phrase]) -> None:
    """Places that only the code name of an operation contains: "Operation Spartan Shield"."""
    spans = [(p.start, p.end) for p in named if p.known is None]
    inside: dict[str, bool] = {}
    for start, end in spans:
        for token in reading.tokens[start:end]:
            if (place := reading.place(token)) is not None:
                inside[place] = True
    for id in inside:
        mentions = getattr(reading.object(id), "mentions", ())
        heads = [reading.token_at(m.span.start) for m in mentions]
        if all(h and any(a <= h.i < b for a, b in spans) for h in heads):
            for phrase in found:
                phrase.places = tuple(p for p in phrase.places if p != id)


def _it(token: Token, told: Phrase) -> Phrase:
    return Phrase(
        token, token.i, token.i + 1, MissionKind.OTHER, definite=True, anchored=False, refers=told
    )


# -- nouns ------------------------------------------------------------------------------------


def _nominal(reading: Reading, noun: Token, named: set[Token]) -> Phrase | None:
    if noun.pos not in ("NOUN", "PROPN") and noun.dep not in (
        "dobj",
        "pobj",
        "nsubj",
        "appos",
        "oprd",
    ):
        return None
    word = lexicon.noun_of(noun.lemma, noun.lower)
    if word is None or noun.dep == "compound":
        return None
    if any(
        c.dep == "prep" and c.lower == "on" and noun.lemma == "contingent" for c in noun.children
    ):
        return None  # "peace contingent on reparations"
    if (
        noun.pos == "PROPN"
        and word.needs in ("strength", "union", "kept", "tasked")
        and not names.keeps_peace(noun)
    ):
        return None
    if noun.lemma == "force" and any(c.lower in _ARMS for c in noun.children if c.i < noun.i):
        return None  # "the air force"
    if noun.lemma in _PERSONS and noun.head.lemma in _SUFFER:
        return None  # some of its men, not the mission
    start, end = noun_phrase(reading, noun)
    phrase = Phrase(noun, start, end, _kind(reading, noun, word))
    phrase.definite = any(c.lower in _ANAPHORIC for c in noun.children if c.i < noun.i)
    title = names.proper(reading, noun)
    phrase.name = names.dubbed(reading, noun, end) or _text(reading, title)
    phrase.targets = _targets(reading, noun)
    phrase.leads = tuple(i for i in owners(reading, noun) if i not in phrase.targets)
    phrase.places = _places(reading, noun)
    if title is not None and phrase.name:
        phrase.end = max(phrase.end, title[1])
        whose, _ = names.parts(reading, phrase.name)
        itself = {reading.entity(t) for t in reading.tokens[title[0] : title[1]]}
        phrase.leads = tuple(whose) or tuple(i for i in phrase.leads if i not in itself)
    if phrase.kind is MissionKind.OTHER and any(
        who.is_armed_group(reading, i) for i in phrase.targets
    ):
        phrase.kind = MissionKind.COMBAT
    titled = any(c.dep == "appos" and c in named for c in noun.subtree())
    if phrase.name is None and (beside := names.beside(reading, noun)) is not None:
        phrase.start, phrase.name = beside[0].i, reading.text_of(beside[0].start, beside[-1].end)
    phrase.anchored = titled or anchors.hold(reading, phrase, word.needs)
    return phrase if phrase.anchored or phrase.definite else None


def _text(reading: Reading, tokens: tuple[int, int] | None) -> str | None:
    if tokens is None:
        return None
    return reading.text_of(reading.tokens[tokens[0]].start, reading.tokens[tokens[1] - 1].end)


def _kind(reading: Reading, noun: Token, word: Word) -> MissionKind:
    """The kind that the words around a noun tell, else that of the noun."""
    near = [c for c in noun.children if c.dep in ("amod", "compound", "nmod", "acl")]
    near += [g for c in near for g in c.children]
    near += objects_of(noun, ("of", "for"))
    words = [
        w for t in sorted(near, key=lambda t: abs(t.i - noun.i)) for w in (t.lower, t.lemma.lower())
    ]
    first = reading.tokens[noun.left].start
    words += [w for w in reading.text_of(first, noun.end).lower().split() if "-" in w]
    words += [t.lemma.lower() for t in _infinitive(reading, noun)]
    for text in words:
        kind = lexicon.kinds().get(text)
        if kind is not None and (word.kind is MissionKind.OTHER or kind is not MissionKind.COMBAT):
            return kind
    return word.kind


def _infinitive(reading: Reading, noun: Token) -> tuple[Token, ...]:
    """The verb of "to ..." right after the noun, whatever the parser attached it to."""
    after = reading.tokens[noun.i + 1 : noun.i + 3]
    return after[1:] if len(after) == 2 and after[0].lower == "to" and after[1].tag == "VB" else ()


def _targets(reading: Reading, noun: Token) -> tuple[str, ...]:
    """Whom it is directed against."""
    ids = [i for t in objects_of(noun, ("against", "on")) for i in who.actors(reading, t)]
    ids += who.opposed(reading, noun)
    for child in aims(noun):
        if child.lemma in HOSTILE:
            objects = objects_of(child, ("from",))
            if child.lemma not in _FREE:
                objects += direct_objects(child)
            ids += [i for t in objects for i in who.actors(reading, t)]
    return tuple(dict.fromkeys(ids))


def _places(reading: Reading, noun: Token) -> tuple[str, ...]:
    of = noun.lemma.lower() in _OF_PLACE
    found = list(places_near(reading, noun, of=of))
    if not found and noun.dep == "pobj" and noun.head.head.lemma in _PHASES:
        found += places_near(reading, noun.head.head, climb=False)  # "the course of the X in Y"
    if not found:
        verb = noun.head if noun.dep == "dobj" else noun
        found += there(reading, (noun, verb))
    aimed = objects_of(noun, ("against", "on", "into", "to"))
    if noun.lemma.lower() in _LEAVING:
        aimed += objects_of(noun, ("from",))
    aimed += [t for f in objects_of(noun, ("of",)) for t in objects_of(f, _REACHING)]
    if noun.dep == "dobj" and (noun.head.lemma in LIGHT or noun.lemma in SENDING):
        aimed += objects_of(noun.head, ("against", "on", "into", "to"))  # "laid siege to X"
    found += [place for token in aimed if (place := where(reading, token))]
    for child in noun.children:
        if child.i < noun.i and child.dep in ("compound", "nmod"):
            place = reading.place(child)
            if place is not None and not who.can_fight(reading, place):
                found.append(place)
    if noun.dep == "nsubj" and noun.head.lemma in HOSTILE | _TAKE:
        found += [p for t in direct_objects(noun.head) if (p := place_of(reading, t))]
    for child in aims(noun):
        if child.lemma in HOSTILE:
            found += [p for t in direct_objects(child) if (p := place_of(reading, t))]
    return without_containers(reading, found)
