"""Phrases that speak of a mission: names, descriptions, deployments."""

from __future__ import annotations

import re

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Mission, MissionKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions import anchors, deployments, lexicon
from geopolitics_model.parsers.missions.anchors import HOSTILE, LIGHT, aims
from geopolitics_model.parsers.missions.lexicon import Word
from geopolitics_model.parsers.missions.phrase import Phrase, may_lead
from geopolitics_model.parsers.phrases import (
    direct_objects,
    noun_phrase,
    objects_of,
    subjects,
    whole,
)
from geopolitics_model.parsers.places import place_of, places_near, where, without_containers

_CALLED = re.compile(r"(?:Operation|Exercise)\s+[A-Z][\w'’-]+(?:\s+(?:of\s+)?[A-Z][\w'’-]+){0,3}")
_ANAPHORIC = frozenset("the this that these those".split())
_CALL = frozenset("dub call name codename code-name codenamed code-named named".split())
_CENTRAL = ("nsubj", "nsubjpass", "dobj", "attr", "appos", "ROOT")
_SHORTEST = 2
"""Words of the name of an operation: "Operation Sinbad"."""
_ANSWER = frozenset("respond answer retaliate react reply".split())
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
    named = _named(reading)
    taken = {i for p in named for i in range(p.start, p.end)}
    found = list(named)
    heads = {p.head for p in named}
    for token in reading.tokens:
        if token.i not in taken:
            phrase = _nominal(reading, token, heads) or deployments.read(reading, token)
            if phrase is not None:
                found.append(phrase)
    _refer(found)
    found += _pronouns(reading, found)
    _drop_inner_places(reading, found, named)
    return sorted(found, key=lambda p: (p.head.i, p.start))


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


# -- names ------------------------------------------------------------------------------------


def _named(reading: Reading) -> list[Phrase]:
    found: dict[int, Phrase] = {}
    for match in knowledge.match(reading.text):
        ids = [i for i in match.candidates if i.startswith("mission:")]
        if not ids or match.weak:
            continue
        thing = knowledge.get(ids[0])
        if isinstance(thing, Mission):
            _add_name(reading, found, (match.start, match.end), thing)
    for called in _CALLED.finditer(reading.text):
        _add_name(reading, found, _within_sentence(reading, *called.span()), None)
    return list(found.values())


def _within_sentence(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The name up to the end of its sentence, or to the nationality of what comes next."""
    tokens = reading.tokens_between(start, end)
    kept = [t for t in tokens if t.sentence == tokens[0].sentence]
    while len(kept) > _SHORTEST and reading.entity(kept[-1]) and kept[-1].pos == "ADJ":
        kept.pop()
    return start, (kept[-1].end if kept else end)


def _add_name(
    reading: Reading,
    found: dict[int, Phrase],
    at: tuple[int, int],
    known: Mission | None,
) -> None:
    start, end = at
    head = reading.head_of(start, end)
    tokens = reading.tokens_between(start, end)
    if head is None or any(p.start <= tokens[0].i < p.end for p in found.values()):
        return
    first, last = tokens[0].i, tokens[-1].i + 1
    leads: list[str] = []
    before = reading.tokens[first - 2 : first] if first >= 2 else ()
    if len(before) == 2 and before[1].text in "-–" and before[0].end == before[1].start:
        lead = reading.entity(before[0])
        leads, first = ([lead] if lead else []), first - 2
    itself = {reading.entity(t) for t in tokens}
    leads += [i for i in who.modifiers(reading, head) if i not in itself]
    owners = [i for i in dict.fromkeys(leads or _owners(reading, head)) if i not in itself]
    whose, where = _inside(reading, reading.text_of(start, end)) if known else ([], [])
    owners += [i for i in whose if not owners]
    found[first] = Phrase(
        head,
        first,
        last,
        known.kind if known else _kind_of_name(tokens[0]),
        tuple(owners),
        tuple(dict.fromkeys((*places_near(reading, head, climb=False), *where))),
        name=reading.text_of(start, end),
        known=known.id if known else None,
    )


def _inside(reading: Reading, name: str) -> tuple[list[str], list[str]]:
    """Who runs it and where, as far as the name says: "African Union Mission in Somalia"."""
    whose: list[str] = []
    where: list[str] = []
    for match in knowledge.match(name):
        after = name[: match.start].rstrip().rpartition(" ")[2].lower() in ("in", "to", "for", "of")
        for id in match.candidates[:1]:
            if reading.object(id) is None or len(match.surface) == len(name):
                continue
            if id.startswith("place:") and after:
                where.append(id)
            elif who.is_union(reading, id):
                whose.append(id)
    return whose, where


def _kind_of_name(first: Token) -> MissionKind:
    return MissionKind.TRAINING if first.lower == "exercise" else MissionKind.COMBAT


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
    if noun.pos == "PROPN" and word.needs in ("strength", "union"):
        return None
    if noun.lemma in _PERSONS and noun.head.lemma in _SUFFER:
        return None  # some of its men, not the mission
    start, end = noun_phrase(reading, noun)
    phrase = Phrase(noun, start, end, _kind(reading, noun, word))
    phrase.definite = any(c.lower in _ANAPHORIC for c in noun.children if c.i < noun.i)
    phrase.name = _dubbed(reading, noun) or _proper(reading, noun)
    phrase.targets = _targets(reading, noun)
    phrase.leads = tuple(i for i in _owners(reading, noun) if i not in phrase.targets)
    phrase.places = _places(reading, noun)
    if phrase.kind is MissionKind.OTHER and any(
        who.is_armed_group(reading, i) for i in phrase.targets
    ):
        phrase.kind = MissionKind.COMBAT
    titled = any(c.dep == "appos" and c in named for c in noun.subtree())
    phrase.anchored = titled or anchors.hold(reading, phrase, word.needs)
    return phrase if phrase.anchored or phrase.definite else None


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


def _dubbed(reading: Reading, noun: Token) -> str | None:
    """The name in quotation marks after "dubbed", "called", "code-named"."""
    after = reading.tokens[noun.i + 1 : noun.i + 8]
    for i, token in enumerate(after):
        if token.lemma.lower() in _CALL or token.lower in _CALL:
            for later in after[i + 1 :]:
                if later.quotation is not None:
                    quotation = reading.quotations[later.quotation]
                    if quotation.end - quotation.start < 60 and quotation.end > quotation.start:
                        return reading.text_of(quotation.start, quotation.end)
    return None


def _proper(reading: Reading, noun: Token) -> str | None:
    """The name, if all words before the noun have capitals: "Police Training Mission"."""
    first = noun.i
    while first > noun.left and reading.tokens[first - 1].text[:1].isupper():
        first -= 1
    if noun.text[:1].isupper() and noun.pos == "PROPN" and noun.i - first >= 1:
        return reading.text_of(reading.tokens[first].start, noun.end)
    return None


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


def _owners(reading: Reading, noun: Token) -> list[str]:
    """Who runs it: "X's", "by X", "X launched it", "X-led"."""
    ids = [i for i in who.modifiers(reading, noun) if may_lead(reading, i)]
    ids += [i for t in objects_of(noun, ("by",)) for i in who.actors(reading, t)]
    if noun.lemma.lower() not in _OF_PLACE:
        ids += [i for t in objects_of(noun, ("of",)) for i in who.actors(reading, t)]
    top = whole(noun)
    above = top.head
    verb = above if top.dep in ("dobj", "oprd") else above.head if _is_means(top) else None
    if not ids and verb is not None and verb.lemma in LIGHT | _ANSWER:
        ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
    if not ids and top.dep == "nsubjpass" and above.lemma in LIGHT:
        ids = [i for t in objects_of(above, ("by",)) for i in who.actors(reading, t)]
    for child in noun.children:
        if child.dep == "acl" and child.tag == "VBN":
            ids += [i for t in objects_of(child, ("by",)) for i in who.actors(reading, t)]
    within = reading.tokens[noun.left : noun.right + 1]
    self = reading.entity(noun) if noun.pos == "PROPN" else None
    own = {self} if self and any(t.pos == "PROPN" for t in within) else set()
    return [i for i in dict.fromkeys(ids) if may_lead(reading, i) and i not in own]


def _is_means(noun: Token) -> bool:
    """Whether it is an answer: "responded with an offensive"."""
    above = noun.head.head
    return noun.dep == "pobj" and noun.head.lower == "with" and above.lemma in _ANSWER


def _places(reading: Reading, noun: Token) -> tuple[str, ...]:
    of = noun.lemma.lower() in _OF_PLACE
    found = list(places_near(reading, noun, of=of))
    aimed = objects_of(noun, ("against", "on", "into", "to"))
    if noun.lemma.lower() in _LEAVING:
        aimed += objects_of(noun, ("from",))
    if noun.dep == "dobj" and noun.head.lemma in LIGHT:
        aimed += objects_of(noun.head, ("against", "on", "into", "to"))  # "laid siege to X"
    found += [place for token in aimed if (place := where(reading, token))]
    for child in noun.children:
        if child.i < noun.i and child.dep in ("compound", "nmod"):
            place = reading.place(child)
            if place is not None and not who.can_fight(reading, place):
                found.append(place)
    for child in aims(noun):
        if child.lemma in HOSTILE:
            found += [p for t in direct_objects(child) if (p := place_of(reading, t))]
    return without_containers(reading, found)
