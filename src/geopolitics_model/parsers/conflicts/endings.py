"""What ended a war, where no word says so of the war itself: a truce, a treaty, a surrender.

Histories tell the end by its act ("the garrison surrendered on 14 June", "the armistice of 27
July", "by the treaty ratified in 1979"). Of several the last one told counts; a treaty signed
before the last clash was no end.
"""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import When
from geopolitics_model.parsers.conflicts.quarrel import Quarrel
from geopolitics_model.parsers.intervals import is_dated
from geopolitics_model.parsers.phrases import governing_verb, is_negated, modal_of

TRUCE = frozenset(("ceasefire", "cease-fire", "truce", "armistice"))
_PEACE = TRUCE | frozenset(("peace", "accord", "accords", "capitulation", "surrender"))
_TREATIES = frozenset("treaty peace settlement accord accords".split())
_SIGN = frozenset(
    "sign conclude agree impose ratify reach proclaim announce declare take come enter become "
    "begin start follow accept grant halt stop hold".split()
)
_BESIDE = 4
"""How many characters may stand between a verb and its date: " on "."""
_YIELD = frozenset("surrender capitulate".split())
_BROKEN = frozenset(
    "violation violate breach break collapse fail despite call urge demand reject propose seek "
    "want need end shatter refuse immediate press appeal offer".split()
)


def of_history(reading: Reading, quarrel: Quarrel, *, alone: bool) -> When | None:
    """When a war of the past ended by an act that is told; `alone`: the article tells no other."""
    found: When | None = None
    clash = max(p.head.sentence for p in quarrel.phrases)
    for number in _near(reading, quarrel, alone=alone):
        paragraph = reading.paragraphs[number]
        for token in reading.tokens[paragraph.first : paragraph.last]:
            late = alone and token.sentence >= clash
            when = _act(reading, token, late=late)
            found = when if when is not None else found
    return found


def _near(reading: Reading, quarrel: Quarrel, *, alone: bool) -> list[int]:
    """The paragraphs that may tell its end: to the next one, of the only war all that follow."""
    here = {p.head.paragraph for p in quarrel.phrases}
    count = len(reading.paragraphs)
    if alone:
        return list(range(min(here), count))
    return sorted({n + more for n in here for more in (0, 1)} & set(range(count)))


def _act(reading: Reading, token: Token, *, late: bool) -> When | None:
    """The date of an act of ending that a word names."""
    if token.pos == "VERB":
        yields = token.lemma in _YIELD and token.tag in ("VBD", "VBN")
        done = yields and not is_negated(token) and not modal_of(token)
        return _date_under(reading, token) if done else None
    if token.lower not in _PEACE and not (late and token.lower in _TREATIES):
        return None
    if not is_kept(token):
        return None
    verb = governing_verb(token)
    own = _date_within(reading, token)
    if own is not None or verb is None or verb.lemma not in _SIGN:
        return own
    return _date_under(reading, verb) or _date_beside(reading, verb)


def _date_within(reading: Reading, noun: Token) -> When | None:
    """The date of a noun's own phrase: "the armistice of 27 July 1953"."""
    low, high = reading.tokens[noun.left].start, reading.tokens[noun.right].end
    return _first_date(reading, low, high)


def _date_under(reading: Reading, verb: Token) -> When | None:
    return _first_date(reading, reading.tokens[verb.left].start, reading.tokens[verb.right].end)


def _date_beside(reading: Reading, verb: Token) -> When | None:
    """The date right after a verb, where the parse goes astray: "ratified in 1979 Iran"."""
    when = _first_date(reading, verb.end, verb.end + 30)
    return when if when and when.evidence[0].start - verb.end <= _BESIDE else None


def _first_date(reading: Reading, low: int, high: int) -> When | None:
    whens = reading.times_in(low, high)
    return next((w for w in whens if is_dated(w)), None)


def is_kept(truce: Token) -> bool:
    """Whether a truce is in force, not broken, wished for or refused."""
    above = list(truce.ancestors())[:5]
    words = {truce.lemma.lower(), *(t.lemma.lower() for t in above)}
    words |= {c.lemma.lower() for t in (truce, *above[:1]) for c in t.children}
    verb = governing_verb(truce)
    unreal = verb is not None and bool(is_negated(verb) or modal_of(verb))
    return not (words & _BROKEN or unreal)
