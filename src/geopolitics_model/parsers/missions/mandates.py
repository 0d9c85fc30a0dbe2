"""By whose mandate a mission acts, under which instrument, to what end."""

from __future__ import annotations

import re

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Mandate, Span
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions import lexicon
from geopolitics_model.parsers.missions.anchors import aims
from geopolitics_model.parsers.missions.grouping import Task
from geopolitics_model.parsers.missions.leads import only_grants
from geopolitics_model.parsers.missions.phrase import Phrase, standing
from geopolitics_model.parsers.phrases import is_passive, objects_of, subjects

_INSTRUMENT = re.compile(
    r"(?:(?:UN\s|U\.N\.\s)?(?:Security\sCouncil\s)?[Rr]esolution\s(?:No\.\s)?(\d{3,4}))|S/RES/(\d{1,4})"
)
_GRANT = frozenset(
    "extend renew approve adopt give grant prolong endorse authorise authorize issue confirm "
    "strengthen revise".split()
)


_FOUND = frozenset("authorise authorize establish create mandate".split())
_ACTING = _FOUND | frozenset("act be conduct deploy extend operate send serve station work".split())
_UNDER = frozenset("under by pursuant accordance".split())
_DECISIONS = frozenset(("decision", "resolution"))
_COUNCIL = "organisation:unsc"
"""Whose resolution one with a number is, where the text names this body and no other."""
_OPENING = 5
"""Sentences of a resolution, its title included, of which one names the body."""


def mandate(reading: Reading, task: Task) -> Mandate | None:
    """Who mandated it, by which instrument, to what end."""
    issuers: dict[str, None] = {}
    instrument: str | None = None
    aims: dict[str, None] = {}
    evidence: dict[Span, None] = {}
    heads = [standing(p.head) for p in task.phrases]
    for sentence in dict.fromkeys(p.head.sentence for p in task.phrases):
        bounds = reading.sentences[sentence]
        tokens = reading.tokens[bounds.start : bounds.end]
        for token in tokens:
            if ids := _deciding(reading, token, heads):
                issuers |= dict.fromkeys(ids)
                evidence.setdefault(reading.span(token.start, reading.tokens[token.right].end))
            if token.lemma.lower() not in ("mandate", "authorise", "authorize", "authorization"):
                continue
            ids = _issuers(reading, token)
            issuers |= dict.fromkeys(ids)
            if ids or token.lemma.lower() == "mandate":
                evidence.setdefault(reading.span(*_around(reading, token)))
            if (aim := _aim(reading, token)) is not None:
                aims.setdefault(aim.text)
                evidence.setdefault(aim)
            found = _INSTRUMENT.search(reading.text_of(tokens[0].start, tokens[-1].end))
            if found is not None:
                instrument = f"S/RES/{found[1] or found[2]}"
                start = tokens[0].start
                evidence.setdefault(reading.span(start + found.start(), start + found.end()))
    for phrase in task.phrases:
        if not phrase.verbal:
            issuers |= dict.fromkeys(_granting(reading, phrase))
        if not phrase.verbal and (aim := _purpose(reading, phrase)) is not None:
            aims.setdefault(aim.text)
            evidence.setdefault(aim)
    issuers, instrument = _of_council(reading, issuers, instrument)
    if not (issuers or instrument or aims):
        return None
    ordered = tuple(sorted(evidence, key=lambda s: (s.start, s.end)))
    return Mandate(
        issuers=tuple(issuers), instrument=instrument, aims=tuple(aims), evidence=ordered
    )


def _of_council(
    reading: Reading, issuers: dict[str, None], instrument: str | None
) -> tuple[dict[str, None], str | None]:
    """A resolution by number is the Security Council's where the text names that body; of others
    (the General Assembly, a union of states) the numbers mean something else.
    """
    if instrument and reading.object(_COUNCIL) is not None:
        return issuers or {_COUNCIL: None}, instrument
    return issuers, None if issuers else instrument


def _issuers(reading: Reading, token: Token) -> list[str]:
    found = objects_of(token, ("from", "by", "of"))
    tasks = lexicon.nouns()
    ids = [i for t in found if t.lemma.lower() not in tasks for i in who.actors(reading, t)]
    verb = token.head
    if token.dep in ("dobj", "nsubjpass") and verb.lemma in _GRANT:
        ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
    before = [c for c in token.children if c.dep in ("compound", "amod", "nmod")]
    ids += [i for t in before if (i := reading.entity(t))]
    if token.pos == "VERB" and not ids:
        ids += [i for c in token.children if c.dep == "nsubj" for i in who.actors(reading, c)]
        ids += [i for c in token.children if c.dep == "npadvmod" for i in who.actors(reading, c)]
    return [i for i in dict.fromkeys(ids) if who.is_union(reading, i) or who.is_state(reading, i)]


def _deciding(reading: Reading, token: Token, heads: list[Token]) -> list[str]:
    """Those whose decision a word refers to, beside the mandate that they gave."""
    if token.lemma.lower() in _FOUND and token.tag == "VBN":
        return _resolving(reading, token)
    under = token.lower in _UNDER and _is_of(token.head, heads)
    return _under(reading, token) if under else []


def _is_of(head: Token, heads: list[Token]) -> bool:
    """Whether a word is the mission, or a verb that says how it is sent out or what it does."""
    near = [head, *head.children, *([head.head] if head.dep in ("acl", "relcl") else [])]
    acts = head.lemma.lower() in _ACTING
    return any(h is t for h in heads for t in (near if acts else [head]))


def _resolving(reading: Reading, verb: Token) -> list[str]:
    """Whose resolution set it up: "established by Security Council resolution 1509"."""
    return _unions(reading, [t for t in verb.subtree() if t.lemma.lower() == "resolution"])


def _under(reading: Reading, preposition: Token) -> list[str]:
    """ "Under Security Council resolutions", "by decision of the Permanent Council"."""
    at = [preposition, *(c for c in preposition.children if c.lower in ("to", "with"))]
    nouns = [n for p in at for n in p.children if n.dep == "pobj"]
    texts = [n for n in nouns if n.lemma.lower() in _DECISIONS]
    return _unions(reading, [o for n in texts for o in objects_of(n, ("of",))] or texts)


def _unions(reading: Reading, nouns: list[Token]) -> list[str]:
    """The unions of states that some nouns speak of."""
    ids = [i for noun in nouns for i in who.actors(reading, noun)]
    return [i for i in dict.fromkeys(ids) if who.is_union(reading, i)]


def _granting(reading: Reading, phrase: Phrase) -> list[str]:
    """Who extends or authorises the mission, its mandate or the part that troops take in it."""
    noun = standing(phrase.head)
    verb = noun.head
    if noun.dep not in ("dobj", "nsubjpass") or verb.lemma not in _GRANT | _FOUND | {"set"}:
        return []
    ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
    if not ids and not subjects(verb) and not is_passive(verb):
        ids = _resolved(reading, verb)
    return [i for i in dict.fromkeys(ids) if only_grants(reading, i)]


def _resolved(reading: Reading, verb: Token) -> list[str]:
    """The body whose resolution it is, in which sentences begin "Decides to extend ..."."""
    first = reading.tokens[reading.sentences[verb.sentence].start]
    opens = first in (verb, *verb.ancestors()) and first.tag == "VBZ"
    for sentence in reading.sentences[: _OPENING if opens else 0]:
        for token in reading.tokens[sentence.start : sentence.end]:
            id = reading.entity(token) if token.dep == "nsubj" else None
            if id is not None and only_grants(reading, id):
                return [id]
    return []


def _around(reading: Reading, token: Token) -> tuple[int, int]:
    last = max([token.i, *[t.i for t in objects_of(token, ("from", "by", "of"))]])
    return token.start, reading.tokens[last].end


def _aim(reading: Reading, token: Token) -> Span | None:
    """What the mandate is: "its mandate is to keep the peace"."""
    verb = token.head
    for child in verb.children:
        if child.dep in ("xcomp", "ccomp") and child.i > token.i and child.tag == "VB":
            return _text(reading, child)
    return None


def _purpose(reading: Reading, phrase: Phrase) -> Span | None:
    """The infinitive after the noun: "a mission to train soldiers"."""
    for child in aims(phrase.head):
        if child.tag == "VB" and child.i > phrase.head.i:
            return _text(reading, child)
    return None


def _text(reading: Reading, verb: Token) -> Span:
    first = min([verb.i, *[c.i for c in verb.children if c.lower == "to" and c.dep == "aux"]])
    last = verb.right
    while last > verb.i and reading.tokens[last].pos == "PUNCT":
        last -= 1
    return reading.span(reading.tokens[first].start, reading.tokens[last].end)
