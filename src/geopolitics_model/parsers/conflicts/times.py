"""When a conflict began and ended, and whether it goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Bound, TimeKind, When
from geopolitics_model.parsers.conflicts.agreement import Quarrel
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.phrases import governing_verb, is_negated, modal_of, objects_of

_YEARS = re.compile(r"P(\d+)(Y|DE|CE)")
_BEGIN = frozenset("begin start erupt break open launch ignite declare commence".split())
_END = frozenset("end stop cease conclude finish".split())
_GOES_ON = frozenset(
    "ongoing current continuing continue remain today now persistent nearly constant".split()
)
_LAST = frozenset("last continue go drag rage".split())
_BROKEN = frozenset(
    "violation violate breach break collapse fail despite call urge demand reject propose seek "
    "want need end shatter refuse immediate press appeal".split()
)
_TRUCE = frozenset(("ceasefire", "cease-fire", "truce", "armistice"))

_PEACE = _TRUCE | frozenset(("peace", "accord", "accords"))
_SIGN = frozenset("sign conclude agree impose".split())


@attrs.define
class Period:
    """Start and end as told; `ended`: said to be over; `past`: told as history; `truce`: paused."""

    start: When | None = None
    end: When | None = None
    ended: bool = False
    past: bool = False
    truce: bool = False


def period(reading: Reading, quarrel: Quarrel) -> Period:
    """The period of a quarrel."""
    out = Period()
    for phrase in sorted(quarrel.phrases, key=lambda p: p.head.i):
        _bounds(reading, phrase, out)
    if out.start is None and quarrel.family == "attack":
        out.start = next((w for p in quarrel.phrases for w in _dates(reading, p)), None)
    for phrase in quarrel.phrases:
        if out.end is None and (when := _before_that(reading, phrase)) is not None:
            out.end, out.ended = when, True
    out.past = not out.ended and _is_history(reading, quarrel)
    if out.end is None and out.past and quarrel.family == "force":
        out.end = _armistice(reading, quarrel)
        out.ended = out.end is not None
    if out.start and out.end and not _ordered(out.start, out.end):
        out.end = None
    return out


def _before_that(reading: Reading, phrase: Phrase) -> When | None:
    """The end of a war that something came after: "in 2008, a decade after a war" is 1998."""
    first = reading.tokens[phrase.start]
    before = reading.tokens[first.i - 1] if first.i else None
    if before is None or before.lower != "after" or before.sentence != first.sentence:
        return None
    tokens = reading.sentence_of(first)
    whens = reading.times_in(tokens[0].start, before.start)
    if not whens or whens[-1].kind is not TimeKind.DURATION:
        return None
    years = _YEARS.fullmatch(whens[-1].value)
    if years is None or reading.text_of(whens[-1].evidence[0].end, before.start).strip():
        return None
    dates = [w for w in whens[:-1] if w.kind is TimeKind.DATE and w.value[:4].isdigit()]
    year = int(dates[-1].value[:4]) if dates else getattr(reading.article.day, "year", None)
    if year is None:
        return None
    length = int(years[1]) * {"Y": 1, "DE": 10, "CE": 100}[years[2]]
    start = (dates[-1] if dates else whens[-1]).evidence[0].start
    last = reading.tokens[phrase.end - 1]
    span = reading.span(start, min(last.end, phrase.head.end))
    return When(
        text=span.text, kind=TimeKind.DATE, value=f"{year - length:04d}", bound=Bound.ABOUT,
        evidence=(span,),
    )  # fmt: skip


def _bounds(reading: Reading, phrase: Phrase, out: Period) -> None:
    verb = phrase.head if phrase.verbal else governing_verb(phrase.head)
    dates = _dates(reading, phrase)
    if verb is None:
        return
    begins = verb.lemma in _BEGIN or phrase.head.lemma in ("invasion",)
    declared = phrase.verbal and verb.lemma == "declare"
    if dates and (begins or declared or (phrase.verbal and phrase.level is not Level.WAR)):
        out.start = _earlier(out.start, dates[0])
    if _is_end(phrase, verb):
        out.ended = True
        if dates and out.end is None:
            after = [w for w in dates if w.evidence[0].start > verb.start]
            out.end = after[0] if after else dates[-1]
    if any(_is_kept(t) for t in reading.sentence_of(phrase.head) if t.lower in _TRUCE):
        out.truce = True
    for when in dates:
        bound = when.bound.value if when.bound is not None else None
        if bound == "since" and out.start is None:
            out.start = when
        if bound == "until" and verb.lemma in _LAST and verb.tag == "VBD" and out.end is None:
            out.end, out.ended = when, True


def _armistice(reading: Reading, quarrel: Quarrel) -> When | None:
    """When the truce or peace was signed that is told of last, at most a paragraph later."""
    near = {p.head.paragraph + more for p in quarrel.phrases for more in (0, 1)}
    found: When | None = None
    for number in sorted(near & set(range(len(reading.paragraphs)))):
        paragraph = reading.paragraphs[number]
        for token in reading.tokens[paragraph.first : paragraph.last]:
            verb = governing_verb(token) if token.lower in _PEACE else None
            if verb is not None and verb.lemma in _SIGN and _is_kept(token):
                whens = reading.times_in(
                    reading.tokens[verb.left].start, reading.tokens[verb.right].end
                )
                dates = [w for w in whens if w.kind is TimeKind.DATE and w.value[:1].isdigit()]
                found = dates[0] if dates else found
    return found


def _is_kept(truce: Token) -> bool:
    """Whether a truce is in force, not broken, wished for or refused."""
    above = list(truce.ancestors())[:5]
    words = {truce.lemma.lower(), *(t.lemma.lower() for t in above)}
    words |= {c.lemma.lower() for t in (truce, *above[:1]) for c in t.children}
    verb = governing_verb(truce)
    unreal = verb is not None and bool(is_negated(verb) or modal_of(verb))
    return not (words & _BROKEN or unreal)


def _is_end(phrase: Phrase, verb: Token) -> bool:
    """Whether it is over: "the war ended", "came to an end", "a treaty ended the war"."""
    head = phrase.head
    if verb.tag not in ("VBD", "VBN") or phrase.verbal or modal_of(verb) or is_negated(verb):
        return False
    central = head.dep in ("nsubj", "nsubjpass", "dobj")
    if verb.lemma in _END and central and phrase.level is Level.WAR:
        return True
    if verb.lemma in _END and head.dep in ("nsubj", "nsubjpass"):
        return True
    close = any(t.lower in ("end", "close", "conclusion") for t in objects_of(verb, ("to",)))
    if verb.lemma in ("come", "bring") and close and central:
        return True
    return verb.lemma == "be" and head.dep == "nsubj" and any(
        c.lower == "over" for c in verb.children
    )  # fmt: skip


def _dates(reading: Reading, phrase: Phrase) -> list[When]:
    """The dates of the clause that a phrase stands in."""
    verb = phrase.head if phrase.verbal else governing_verb(phrase.head)
    first, last = phrase.start, phrase.end - 1
    spans = [(first, last)]
    if verb is not None:
        spans.append((verb.left, verb.right))
    found: list[When] = []
    for low, high in spans:
        told = reading.times_in(reading.tokens[low].start, reading.tokens[high].end)
        for when in map(_day_of, told):
            dated = when.kind is TimeKind.DATE and when.value[:1] in "0123456789X-"
            mine = verb is None or _belongs(reading, when, verb)
            if dated and mine and when not in found:
                found.append(when)
    return found


def _day_of(when: When) -> When:
    """The day of a time of day: "on the night of 8 February"."""
    if when.kind is TimeKind.TIME and when.value[:1].isdigit() and "T" in when.value:
        return attrs.evolve(when, kind=TimeKind.DATE, value=when.value.partition("T")[0])
    return when


def _earlier(one: When | None, other: When) -> When:
    """The earlier of two dates, the one told first if they cannot be compared."""
    if one is None:
        return other
    a, b = one.earliest, other.earliest
    return other if a is not None and b is not None and b < a else one


def _belongs(reading: Reading, when: When, verb: Token) -> bool:
    """Whether a date is of this clause and not of one below it."""
    token = reading.head_of(when.evidence[0].start, when.evidence[0].end)
    above = governing_verb(token) if token is not None else None
    return above is None or above is verb or above.i <= verb.i


def _ordered(start: When, end: When) -> bool:
    first, last = start.earliest, end.latest
    return first is None or last is None or first <= last


def _is_history(reading: Reading, quarrel: Quarrel) -> bool:
    """Whether the text looks back on it: all in the past tense, with years."""
    sentences = {p.head.sentence for p in quarrel.phrases}
    years = False
    for i in sorted(sentences):
        tokens = reading.tokens[reading.sentences[i].start : reading.sentences[i].end]
        if any(t.lower in _GOES_ON or t.lemma in _GOES_ON for t in tokens):
            return False
        if _tense(tokens) == "present":
            return False
        paragraph = reading.paragraphs[tokens[0].paragraph]
        whens = reading.times_in(paragraph.start, paragraph.end)
        years = years or any(w.value[:2].isdigit() and w.value[:1] != "X" for w in whens)
    day = reading.article.day
    return years and (day is None or _long_ago(reading, quarrel))


def _long_ago(reading: Reading, quarrel: Quarrel) -> bool:
    day = reading.article.day
    dates = [w.latest for p in quarrel.phrases for w in _dates(reading, p) if w.latest]
    return bool(dates) and day is not None and (day - max(dates)).days > 365


def _tense(tokens: Sequence[Token]) -> str:
    finite = [t for t in tokens if t.tag in ("VBD", "VBZ", "VBP")]
    root = next((t for t in tokens if t.is_root), None)
    if root is not None and root.tag in ("VBZ", "VBP"):
        return "present"
    aux = [t for t in finite if t.head is root and t.dep in ("aux", "auxpass")]
    if any(t.tag in ("VBZ", "VBP") for t in aux):
        return "present"
    return "past" if any(t.tag == "VBD" for t in finite) else "none"
