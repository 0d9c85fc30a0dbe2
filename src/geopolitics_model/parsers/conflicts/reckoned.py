"""Figures of casualties whose number stands apart from the people: "the toll rose to 300".

Reports count without naming the counted again ("put the dead at 1,300", "others say 2,000", "France
lost 500 men and Spain 1,200"): the word for the fate is looked for before the number, or is that of
the figure told last.
"""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers import quantities
from geopolitics_model.parsers.conflicts import lexicon

_LEADS = frozenset("at to of from as is was were are been that high low between or".split())
_BEFORE = 16
"""How many words may stand between the word for a fate and its number."""
_OLDEST = 110
_PARTICIPLES = frozenset("dead killed wounded injured missing".split())
_NO_COUNT = frozenset("body life wound".split())


def cue(reading: Reading, item: quantities.Counted) -> Token | None:
    """The noun of a fate that a number reckons: "dead" of "put the dead of the war at 1,300"."""
    near = _before(reading, item)[-_BEFORE:]
    if not near or (item.noun is not None and lexicon.casualty_kind(item.noun)):
        return None
    if not (_leads(near[-1]) or _first(reading, item).lower == "between"):
        return None
    if not any(_reckons(t) for t in near):
        return None
    return next((t for t in reversed(near) if _is_fate(t)), None)


def again(reading: Reading, last: quantities.Counted, item: quantities.Counted) -> bool:
    """Whether a bare number counts what the figure before it did.

    Of another source ("others speak of 2,000"), party ("and Spain 1,200") or place ("and 334 at a
    school").
    """
    between = [t for t in _before(reading, item) if t.start >= last.end]
    if item.noun is not None or not between or last.start < _before(reading, item)[0].start:
        return False
    before = between[-1]
    if any(_reckons(t) for t in between):
        return _leads(before) or _reckons(before)
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in between):
        return False
    if before.pos == "PROPN" and (item.quantity.value or item.quantity.high or 0) > _OLDEST:
        return True  # more than an age: "killed Omar Said, 34"
    after = reading.text_of(item.end, item.end + 6).lower()
    return before.lower == "and" and after.startswith((",", " at ", " in ", " near ", " on "))


def _first(reading: Reading, item: quantities.Counted) -> Token:
    return reading.tokens_between(item.start, item.end)[0]


def _before(reading: Reading, item: quantities.Counted) -> tuple[Token, ...]:
    """The words of its sentence before a quantity."""
    first = _first(reading, item)
    return tuple(t for t in reading.sentence_of(first) if t.i < first.i)


def _leads(token: Token) -> bool:
    return token.lower in _LEADS or _reckons(token)


def _reckons(token: Token) -> bool:
    return token.lemma.lower() in lexicon.words("reckon")


def _is_fate(token: Token) -> bool:
    """Whether a word names victims as a number: "toll", or as in "the number of killed"."""
    if lexicon.casualty_kind(token) is None or token.lemma.lower() in _NO_COUNT:
        return False
    noun = token.pos in ("NOUN", "ADJ") or token.lower in _PARTICIPLES
    return noun and not any(c.dep == "nummod" for c in token.children)
