"""By whose mandate a mission acts, under which instrument, to what end."""

from __future__ import annotations

import re

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Mandate, Span
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions import lexicon
from geopolitics_model.parsers.missions.anchors import aims
from geopolitics_model.parsers.missions.grouping import Task
from geopolitics_model.parsers.missions.phrase import Phrase
from geopolitics_model.parsers.phrases import objects_of, subjects

_INSTRUMENT = re.compile(
    r"(?:(?:UN\s|U\.N\.\s)?(?:Security\sCouncil\s)?[Rr]esolution\s(?:No\.\s)?(\d{3,4}))|S/RES/(\d{1,4})"
)
_GRANT = frozenset(
    "extend renew approve adopt give grant prolong endorse authorise authorize issue confirm "
    "strengthen revise".split()
)


def mandate(reading: Reading, task: Task) -> Mandate | None:
    """Who mandated it, by which instrument, to what end."""
    issuers: dict[str, None] = {}
    instrument: str | None = None
    aims: dict[str, None] = {}
    evidence: dict[Span, None] = {}
    for sentence in dict.fromkeys(p.head.sentence for p in task.phrases):
        bounds = reading.sentences[sentence]
        tokens = reading.tokens[bounds.start : bounds.end]
        for token in tokens:
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
        if not phrase.verbal and (aim := _purpose(reading, phrase)) is not None:
            aims.setdefault(aim.text)
            evidence.setdefault(aim)
    if not (issuers or instrument or aims):
        return None
    ordered = tuple(sorted(evidence, key=lambda s: (s.start, s.end)))
    return Mandate(
        issuers=tuple(issuers), instrument=instrument, aims=tuple(aims), evidence=ordered
    )


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
