"""When a conflict began and ended, and whether it goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Bound, TimeKind, When
from geopolitics_model.parsers import intervals
from geopolitics_model.parsers.conflicts import endings
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.conflicts.quarrel import Quarrel
from geopolitics_model.parsers.intervals import is_dated
from geopolitics_model.parsers.phrases import (
    conjuncts,
    governing_verb,
    is_negated,
    is_undone,
    is_unreal,
    modal_of,
    objects_of,
)
from geopolitics_model.parsers.triggers import opinions

_YEARS = re.compile(r"P(\d+)(Y|DE|CE)")
_BEGIN = frozenset("begin start erupt break open launch ignite declare commence flare".split())
_END = frozenset("end stop cease conclude finish".split())
_CRUSH = frozenset("crush suppress quell".split())
_GOES_ON = frozenset(
    "ongoing current continuing continue remain today now persistent constant".split()
)
_LAST = frozenset("last continue go drag rage".split())
_BESIDE = 4
"""How many characters may stand between a war and its years: "the war (1980-88)"."""
_WIDTH = 30
"""How many characters after a war its years may reach."""
_LASTING = frozenset("last run rage drag go continue fight wage".split())
_VAGUE = frozenset("fighting violence fight bloodshed combat struggle hostilities killing".split())


@attrs.define
class Period:
    """Start and end as told; `ended`: said to be over; `past`: told as history; `truce`: paused."""

    start: When | None = None
    end: When | None = None
    ended: bool = False
    past: bool = False
    truce: bool = False


def period(reading: Reading, quarrel: Quarrel, *, alone: bool = False) -> Period:
    """The period of a quarrel; `alone`: the article tells of no other war."""
    out = Period()
    whole = not any(p.level is Level.WAR for p in quarrel.phrases)
    for phrase in sorted(quarrel.phrases, key=lambda p: p.head.i):
        if phrase.level is not Level.BATTLE or whole:
            _named_period(reading, phrase, out)
        _bounds(reading, phrase, out)
    if out.start is None and quarrel.family == "attack":
        out.start = next((w for p in quarrel.phrases for w in dates_of(reading, p)), None)
    for phrase in quarrel.phrases:
        if out.end is None and (when := _before_that(reading, phrase)) is not None:
            out.end, out.ended = when, True
    out.past = not out.ended and _is_history(reading, quarrel)
    if out.end is None and out.past and quarrel.family == "force":
        out.end = endings.of_history(reading, quarrel, alone=alone)
        out.ended = out.end is not None
    _as_learned(reading, quarrel, out)
    if out.start and out.end and not _ordered(out.start, out.end):
        out.end = None
    return out


def _as_learned(reading: Reading, quarrel: Quarrel, out: Period) -> None:
    """Start and end as the trigger model sees them, with what the rules have read."""
    heads = [p.head for p in quarrel.phrases]
    told = out.start
    out.start, end = opinions(reading).period(heads, "conflicts", out.start, out.end)
    if out.start is not None and out.end is not None and not _ordered(out.start, out.end):
        out.start = told  # what the rules read as its end was no time before it began
    if end is None or end == out.end:
        out.end = end
    elif end is not out.start and _is_over(reading, end):
        out.end, out.ended = end, True


def _is_over(reading: Reading, end: When) -> bool:
    """Whether a date is past, and what happened on it did happen."""
    token = reading.head_of(end.evidence[0].start, end.evidence[0].end)
    if token is None or is_unreal(token) or not intervals.is_past(reading, end):
        return False
    verb = governing_verb(token)
    return verb is None or not is_undone(reading, verb)


def _named_period(reading: Reading, phrase: Phrase, out: Period) -> None:
    """The years that a noun brings: "the 1991-92 war", "the war (1980-88)", "the coup of May 1"."""
    if phrase.verbal:
        return
    low, high = reading.tokens[phrase.start].start, reading.tokens[phrase.end - 1].end
    near = [w for w in reading.times_in(low, high + _WIDTH) if is_dated(w)]
    whens = [w for w in near if w.evidence[0].start <= high + _BESIDE]
    verb = governing_verb(phrase.head)
    if verb is not None and verb.lemma in _LASTING:
        told = reading.times_in(reading.tokens[verb.left].start, reading.tokens[verb.right].end)
        whens += [w for w in told if w not in whens and is_dated(w)]
    told_both = next(intervals.ranges(reading, whens), None)
    if told_both is not None:
        first, out.end = told_both
        out.start, out.ended = _earlier(out.start, first), True
        return
    mine = [w for w in whens if w.evidence[0].end <= high and _is_own(reading, w, phrase.head)]
    particular = phrase.level is not Level.DISPUTE and phrase.head.lemma not in _VAGUE
    if mine and particular and mine[0].bound is None:
        out.start = _earlier(out.start, mine[0])


def _is_own(reading: Reading, when: When, head: Token) -> bool:
    """Whether a date hangs on a noun and on no verb below it."""
    token = reading.head_of(when.evidence[0].start, when.evidence[0].end)
    for above in token.ancestors() if token is not None else ():
        if above is head:
            return True
        if above.pos in ("VERB", "AUX"):
            return False
    return False


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
    _of_clauses(reading, phrase, out)
    dates = dates_of(reading, phrase)
    if verb is None:
        return
    _range(reading, phrase, dates, out)
    begins = verb.lemma in _BEGIN or phrase.head.lemma in ("invasion",)
    declared = (phrase.verbal and verb.lemma == "declare") or verb.lemma == "go"
    if dates and (begins or declared or (phrase.verbal and phrase.level is not Level.WAR)):
        out.start = _earlier(out.start, dates[0])
    if _is_end(phrase, verb):
        out.ended = True
        if dates and out.end is None:
            after = [w for w in dates if w.evidence[0].start > verb.start]
            out.end = after[0] if after else dates[-1]
    if any(
        endings.is_kept(t) for t in reading.sentence_of(phrase.head) if t.lower in endings.TRUCE
    ):
        out.truce = True
    for when in (*dates, *_since(reading, phrase)):
        bound = when.bound.value if when.bound is not None else None
        if bound == "since" and out.start is None:
            out.start = when
        if bound == "until" and verb.lemma in _LAST and verb.tag == "VBD" and out.end is None:
            out.end, out.ended = when, True
    if out.end is None and (lasted := _lasted(reading, verb)) is not None:
        out.end, out.ended = lasted, True


def _range(reading: Reading, phrase: Phrase, dates: list[When], out: Period) -> None:
    """What a clause bounds on both sides: "Between 1563 and 1570 Denmark fought Sweden"."""
    if phrase.level is not Level.WAR and not phrase.verbal:
        return
    for first, last in intervals.ranges(reading, dates):
        if out.end is None and intervals.is_past(reading, last):
            out.start, out.end, out.ended = _earlier(out.start, first), last, True


def _lasted(reading: Reading, verb: Token) -> When | None:
    """How long it went on by a verb beside: "broke out in 1946 and ran until October 1949"."""
    for other in conjuncts(verb):
        if other is verb or other.lemma not in _LASTING or other.tag != "VBD":
            continue
        low, high = reading.tokens[other.left].start, reading.tokens[other.right].end
        for when in reading.times_in(low, high):
            if is_dated(when) and when.bound is Bound.UNTIL:
                return when
    return None


def _since(reading: Reading, phrase: Phrase) -> list[When]:
    """The dates after "since" of a sentence about a war: "the war has killed 300 since 2017"."""
    if phrase.verbal or phrase.level is not Level.WAR or phrase.head.dep != "nsubj":
        return []
    tokens = reading.sentence_of(phrase.head)
    whens = reading.times_in(phrase.head.end, tokens[-1].end)
    return [w for w in whens if is_dated(w) and w.bound is Bound.SINCE]


def _of_clauses(reading: Reading, phrase: Phrase, out: Period) -> None:
    """What relative clauses say: "the war, which had begun in July 1937"."""
    for verb in reading.tokens[phrase.head.i + 1 : phrase.head.right + 1]:
        if phrase.verbal or verb.dep not in ("relcl", "acl") or verb.head.i >= phrase.end:
            continue
        low, high = reading.tokens[verb.left].start, reading.tokens[verb.right].end
        dates = [w for w in reading.times_in(low, high) if is_dated(w)]
        if dates and verb.lemma in _BEGIN:
            out.start = _earlier(out.start, dates[0])
        elif verb.lemma in _END | {"close"} and verb.tag in ("VBD", "VBN"):
            out.ended = True
            out.end = out.end or (dates[0] if dates else None)


def _is_end(phrase: Phrase, verb: Token) -> bool:
    """Whether it is over: "the war ended", "came to an end", "a treaty ended the war"."""
    head = phrase.head
    if verb.tag not in ("VBD", "VBN") or phrase.verbal or modal_of(verb) or is_negated(verb):
        return False
    central = head.dep in ("nsubj", "nsubjpass", "dobj")
    put_down = verb.lemma == "put" and any(c.lower == "down" for c in verb.children)
    if (
        (verb.lemma in _END | _CRUSH or put_down)
        and central
        and phrase.level in (Level.WAR, Level.UNREST)
    ):
        return True
    if verb.lemma in _END and head.dep in ("nsubj", "nsubjpass"):
        return True
    close = any(t.lower in ("end", "close", "conclusion") for t in objects_of(verb, ("to",)))
    if verb.lemma in ("come", "bring") and close and central:
        return True
    return verb.lemma == "be" and head.dep == "nsubj" and any(
        c.lower == "over" for c in verb.children
    )  # fmt: skip


def dates_of(reading: Reading, phrase: Phrase) -> list[When]:
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
            dated = when.kind is TimeKind.DATE and any(c.isdigit() for c in when.value)
            dated = dated and when.value[:1] in "0123456789X-"
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
    dates = [w.latest for p in quarrel.phrases for w in dates_of(reading, p) if w.latest]
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
