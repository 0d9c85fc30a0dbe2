"""Who writes: whose the "we" of a release, communiqué or speech is, by how it opens."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from geopolitics_model import knowledge
from geopolitics_model.parsers.phrases import FINITE, conjuncts
from geopolitics_model.parsers.statements.media import common_medium
from geopolitics_model.parsers.statements.sources import spoken_for

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token

_TOP = 8
"""So many lines above the text are looked at."""
_TEXTS = frozenset(("document", "event", "words"))
_OF = frozenset(("by", "of", "from"))
_MODIFIERS = frozenset(("compound", "poss", "nmod"))
_VERBAL = frozenset(("VERB", "AUX"))


def author(reading: Reading) -> tuple[str, ...]:
    """The ids of those in whose name a text is written, if its opening tells; found once."""
    return reading.once("author", lambda: _introduced(reading) or _above(reading))


def _introduced(reading: Reading) -> tuple[str, ...]:
    """ "We, the ministers of Chad and Niger, ..."."""
    for token in _opening(reading):
        renamed = token.lower == "we" and any(c.dep == "appos" for c in token.children)
        if renamed and token.quotation is None:
            return spoken_for(reading, token)
    return ()


def _opening(reading: Reading) -> tuple[Token, ...]:
    """The words of the first paragraph below the headings."""
    for paragraph in islice(reading.paragraphs, _TOP + 1):
        if not paragraph.heading:
            return reading.tokens[paragraph.first : paragraph.last]
    return ()


def _above(reading: Reading) -> tuple[str, ...]:
    """Whose statement a line above the text says it is, or who is named alone in one.

    A name with an office counts more than a line that is all name, as headings may look like one.
    """
    lines = []
    for paragraph in islice(reading.paragraphs, _TOP):
        if not paragraph.heading:
            break
        lines.append(reading.tokens[paragraph.first : paragraph.last])
    for words in lines:
        if found := _signed(reading, words, with_office=True) or _titled(reading, words):
            return found
    named = (_signed(reading, words, with_office=False) for words in lines)
    return next(filter(None, named), ())


def _signed(reading: Reading, words: tuple[Token, ...], *, with_office: bool) -> tuple[str, ...]:
    """ "Antony J. Blinken, Secretary of State": a line that begins with a name and has no verb."""
    if any(t.pos in _VERBAL for t in words):
        return ()
    named = [n for n, t in enumerate(words) if (reading.entity(t) or "").startswith("person:")]
    if not named or any(t.pos not in ("PROPN", "NOUN", "ADP", "PUNCT") for t in words[: named[0]]):
        return ()
    id = reading.entity(words[named[0]])
    behind = words[max(n for n in named if reading.entity(words[n]) == id) + 1 :]
    fits = _is_office(reading, behind) if with_office else not behind
    return (id,) if id is not None and fits else ()


def _is_office(reading: Reading, behind: tuple[Token, ...]) -> bool:
    """Whether a comma and a title follow a name, and not the rest of a headline."""
    if len(behind) < 2 or behind[0].text != ",":
        return False
    return bool(knowledge.titles(reading.text_of(behind[1].start, behind[-1].end)))


def _titled(reading: Reading, words: tuple[Token, ...]) -> tuple[str, ...]:
    """ "Joint statement by the ministers of Chad and Niger", "G7 statement"; "G7 statement falls
    short" is the headline of somebody else.
    """
    if any(t.tag in FINITE for t in words):
        return ()
    for token in words:
        known = common_medium(token)
        if known is None or known.kind not in _TEXTS:
            continue
        for noun in _owners(token):
            found = spoken_for(reading, noun) or _bodies(reading, noun)
            if noun.head.lower == "from":  # "Letter from Istanbul"
                found = tuple(id for id in found if not id.startswith("place:"))
            if found:
                return found
    return ()


def _owners(document: Token) -> Iterator[Token]:
    for child in document.children:
        if child.dep == "prep" and child.lower in _OF:
            yield from (part for c in child.children if c.dep == "pobj" for part in conjuncts(c))
    yield from (c for c in document.children if c.dep in _MODIFIERS)


def _bodies(reading: Reading, noun: Token) -> tuple[str, ...]:
    """Those in whose name a meeting speaks: "the 56th ASEAN Foreign Ministers' Meeting"."""
    named = (reading.entity(token) for token in noun.subtree())
    return tuple(dict.fromkeys(id for id in named if id and id.startswith("organisation:")))
