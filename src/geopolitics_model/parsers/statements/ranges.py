"""From positions of the grid to character ranges: contents without outer marks, noun phrases,
cues.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from geopolitics_model.parsers.statements.attribution import Attribution, Range, within
from geopolitics_model.parsers.statements.grid import Grid
from geopolitics_model.parsers.statements.selection import Choice
from geopolitics_model.parsers.statements.speakers import (
    inverted_speaker,
    relative_pronoun,
    speaker_of,
    standing_before,
)

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading, Token

_Source: TypeAlias = "tuple[Token, tuple[Range, ...]]"
"""Who speaks, and the words that name it."""
OPENERS, CLOSERS = "“\"'‘«„", "”\"'’»"
_BEFORE = "$€£¥#@"
_STOPS = ".!?…"
_STRAYS = frozenset("relcl acl conj cc punct parataxis".split())
_ASKING = frozenset(
    "urge ask tell order advise beg call instruct invite warn encourage command direct remind "
    "request implore persuade press require exhort appeal".split()
)
"""Verbs whose object is asked to do what the infinitive says."""
_LONG_PHRASE = 25
_FIRST_PERSON = frozenset(("i", "we"))
_PHRASAL = frozenset("prt neg aux auxpass".split())


def attribution_of(
    reading: Reading, grid: Grid, choice: Choice, tagged: tuple[int, int] | None
) -> Attribution:
    """The attribution of a choice; `tagged` is the stretch that the tagger takes for its source."""
    cue = grid.tokens[choice.cue]
    content = _contents(reading, grid, choice, cue)
    put = _was_put_to(cue)
    found = None if put else _by_syntax(reading, cue, content)
    if found is None and tagged is not None:
        found = _by_tagger(grid.tokens[tagged[0] : tagged[1]], content)
    if found is None and not put:
        found = _by_place(reading, cue, content)
    speaker, source = found or (None, ())
    return Attribution(
        content=content,
        source=source,
        cue=cue_ranges(cue),
        cue_token=cue.i,
        source_token=None if speaker is None else speaker.i,
        score=choice.score,
        parent=None,
    )


def _by_syntax(reading: Reading, cue: Token, content: tuple[Range, ...]) -> _Source | None:
    """The speaker by syntax, outside the content, and the words that name it.

    Of a relative clause that is "who", as in PolNeAR; "which" and "that" say too little and have
    their antecedent beside them.
    """
    speaker, how = speaker_of(cue)
    if speaker is None or within(speaker.start, content):
        speaker = inverted_speaker(cue)
        if speaker is None or within(speaker.start, content):
            return None
    phrase = noun_phrase(reading, speaker, cue)
    if how == "relative" and (pronoun := relative_pronoun(cue)) is not None:
        itself = (pronoun.start, pronoun.end)
        return speaker, (itself,) if pronoun.tag == "WP" else (phrase, itself)
    return speaker, (phrase,)


def _by_tagger(words: list[Token], content: tuple[Range, ...]) -> _Source | None:
    """What the tagger takes for the source, outside the content."""
    head = _head(words)
    if head is None or within(head.start, content):
        return None
    return head, ((words[0].start, words[-1].end),)


def _by_place(reading: Reading, cue: Token, content: tuple[Range, ...]) -> _Source | None:
    """What stands where a subject does, outside the content."""
    speaker = standing_before(reading, cue)
    if speaker is None or within(speaker.start, content):
        return None
    return speaker, (noun_phrase(reading, speaker, cue),)


def _was_put_to(cue: Token) -> bool:
    """ "Asked whether they would go, he nodded": the subject is who was asked.

    Behind its head such a verb is the next that the subject does ("he confirmed it, blamed them"),
    unless a "when" goes before.
    """
    if cue.tag != "VBN" or cue.dep != "advcl":
        return False
    asked = cue.i < cue.head.i or any(c.dep == "advmod" and c.i < cue.i for c in cue.children)
    return asked and not any(child.dep in ("aux", "agent") for child in cue.children)


def _head(words: list[Token]) -> Token | None:
    """The topmost noun or pronoun of a stretch."""
    indices = {w.i for w in words}
    tops = [w for w in words if w.head.i not in indices or w.is_root]
    return next((w for w in tops if w.pos in ("NOUN", "PROPN", "PRON")), None)


def noun_phrase(reading: Reading, head: Token, cue: Token) -> Range:
    """The phrase of a head without clauses and conjuncts that hold the cue or stand after a
    comma.
    """
    start, end = head.left, head.right + 1
    for child in head.children:
        if child.left <= cue.i <= child.right:
            if child.i > head.i:
                end = min(end, child.left)
            else:
                start = max(start, child.right + 1)
        elif child.dep in _STRAYS and child.dep not in ("conj", "cc") and child.i > head.i:
            end = min(end, child.left)
    start = min(start, head.i)
    end = max(end, head.i + 1)
    return reading.tokens[start].start, reading.tokens[end - 1].end


def cue_ranges(cue: Token) -> tuple[Range, ...]:
    """The cue with its auxiliaries, negation and particle; neighbours are joined."""
    parts = [cue, *(c for c in cue.children if c.dep in _PHRASAL and abs(c.i - cue.i) < 6)]
    if cue.lower == "according":
        parts += [c for c in cue.children if c.dep == "prep"]
    parts.sort(key=lambda t: t.i)
    ranges = [(parts[0].start, parts[0].end)]
    for before, after in pairwise(parts):
        if after.i == before.i + 1:
            ranges[-1] = (ranges[-1][0], after.end)
        else:
            ranges.append((after.start, after.end))
    return tuple(ranges)


def _contents(reading: Reading, grid: Grid, choice: Choice, cue: Token) -> tuple[Range, ...]:
    """Characters of the pieces, without "that" and without whom an infinitive is asked of."""
    tokens = grid.tokens
    ranges = []
    for first, last in choice.pieces:
        start = first
        if last - first > 1 and tokens[first].lower == "that" and tokens[first].dep == "mark":
            start += 1
        elif first > choice.cue and cue.lemma.lower() in _ASKING:
            start = _infinitive(tokens, first, last, cue) or first
        ranges.append(polished(reading, tokens[start].start, tokens[last - 1].end))
    return tuple(ranges)


def _infinitive(tokens: list[Token], first: int, last: int, cue: Token) -> int | None:
    """Where "to" begins what is asked, when only a noun phrase stands between ("both sides to")."""
    for i in range(first, min(last - 1, first + _LONG_PHRASE)):
        token = tokens[i]
        if token.tag == "TO" and token.head.tag == "VB" and token.head.i > token.i:
            return i if token.head.dep in ("xcomp", "ccomp", "advcl", "acl") else None
        if token.pos in ("VERB", "AUX") or token.quotation != cue.quotation:
            return None
    return None


def polished(reading: Reading, start: int, end: int) -> Range:
    """Take in marks that have their partner inside, signs of money, and what closes a quoted
    sentence.
    """
    text = reading.article.text
    first = reading.tokens_between(start, end)[0]
    paragraph = reading.paragraphs[first.paragraph]
    low, high = paragraph.start, paragraph.end
    while start > low and text[start - 1] in _BEFORE:
        start -= 1
    if start > low and text[start - 1] == "(" and ")" in text[start:end]:
        start -= 1
    if (
        end < high
        and text[end] == ")"
        and text.count("(", start, end) > text.count(")", start, end)
    ):
        end += 1
    inside = first.quotation
    if end < high and text[end] == "%":
        end += 1
    if inside is not None:
        while end < high and text[end] in _STOPS:
            end += 1
    within = (t.quotation for t in reading.tokens_between(start, end))
    for quotation in (reading.quotations[i] for i in sorted({q for q in within if q is not None})):
        if quotation.outer_start < start <= quotation.start and quotation.outer_end < end:
            start = quotation.outer_start
        elif (
            quotation.closed
            and quotation.start > start
            and quotation.end <= end < quotation.outer_end
        ):
            end = quotation.outer_end
    return start, end


def with_parents(reading: Reading, found: list[Attribution]) -> tuple[Attribution, ...]:
    """In order of the text, each with the narrowest content around its own.

    Speakers do not quote themselves: "I say" inside one's own words is left out.
    """
    ordered = sorted(found, key=lambda a: (a.content[0][0], -a.content[-1][1], a.cue))
    out: list[Attribution] = []
    open_: list[int] = []
    for attribution in ordered:
        start, end = attribution.content[0][0], attribution.content[-1][1]
        open_ = [j for j in open_ if out[j].content[-1][1] > start]
        around = [j for j in open_ if _covers(out[j], start, end)]
        if around and _first_person(reading, attribution):
            continue
        out.append(evolve(attribution, parent=around[-1] if around else None))
        open_.append(len(out) - 1)
    return tuple(out)


def _covers(outer: Attribution, start: int, end: int) -> bool:
    return any(a <= start and end <= b and (a, b) != (start, end) for a, b in outer.content)


def _first_person(reading: Reading, attribution: Attribution) -> bool:
    token = attribution.source_token
    return token is not None and reading.tokens[token].lower in _FIRST_PERSON
