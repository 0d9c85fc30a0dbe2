"""Names that only look like somebody's: words of headings, offices, instruments, makes of things.

The mention component judges a name by its look and its neighbours. What its words are is known
here: an office is held, an agreement is signed, a Kalashnikov is made.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers.entities.lexicon import event_nouns, honorifics, organisation_nouns
from geopolitics_model.parsers.entities.surface import Surface

_ARTICLES = frozenset(("a", "an"))
_ABOUT = frozenset(("for", "of", "on"))
_INSTRUMENTS = frozenset(
    "accord agreement charter convention declaration memorandum pact plan protocol treaty".split()
)
_ARMS = frozenset(
    "aircraft bomber drone gun helicopter jet launcher missile plane rifle rocket system tank "
    "torpedo".split()
)
_STATES = frozenset(("chairmanship", "convoy", "presidency"))
"""What is no site, though it stands where sites stand."""
_ORGANS = frozenset(("government_body", "military"))
_QUALITIES = ("ship", "ment", "ness")


def sifted(reading: Reading, surfaces: Sequence[Surface]) -> list[Surface]:
    """The surfaces that may name somebody or some place, relabelled where their words tell."""
    sieve = _Sieve(reading, surfaces)
    found = (sieve.judged(surface) for surface in surfaces)
    return [surface for surface in found if surface is not None]


class _Sieve:
    """The rules, with what the whole article tells."""

    def __init__(self, reading: Reading, surfaces: Sequence[Surface]) -> None:
        self._reading = reading
        self._tokens = reading.tokens
        self._persons = {
            t.lower
            for s in surfaces
            if s.label == "person" and s.last - s.first > 1
            for t in self._tokens[s.first : s.last]
        }
        self._told = {self._words(s) for s in surfaces if not self._in_heading(s)}

    def judged(self, surface: Surface) -> Surface | None:
        """A surface as it should be, or `None` if it is no name."""
        if surface.label == "person" and self._is_no_person(surface):
            return None
        if surface.candidates:
            return surface
        if surface.label == "place":
            return self._place(surface)
        return self._body(surface) if surface.label == "organisation" else surface

    def _is_no_person(self, surface: Surface) -> bool:
        """ "Bush warfare" in lower case, "an Antonov", "Stinger missiles"."""
        words = self._tokens[surface.first : surface.last]
        if all(t.text.islower() for t in words):
            return True
        only = words[0]
        if len(words) > 1 or only.lower in self._persons:
            return False
        makes = only.dep in ("amod", "compound", "nmod") and only.head.lemma.lower() in _ARMS
        return makes or (not surface.candidates and self._before(only.i) in _ARTICLES)

    def _place(self, surface: Surface) -> Surface | None:
        words = self._tokens[surface.first : surface.last]
        if len(words) > 1 and words[0].lower in honorifics():
            return self._titled(surface)
        last = words[-1].lower
        if any(t.lower == "for" for t in words) or last in _STATES or last in event_nouns():
            return None
        if len(words) == 1 and last.endswith(_QUALITIES):
            return None
        return None if self._opens_heading(surface) and not self._is_told(surface) else surface

    def _titled(self, surface: Surface) -> Surface:
        """ "Sheikh Zayed" is a person; of "the King of Prussia" the state is meant."""
        if self._tokens[surface.first + 1].lower != "of":
            return attrs.evolve(surface, first=surface.first + 1, label="person")
        return attrs.evolve(surface, first=min(surface.first + 2, surface.last - 1))

    def _body(self, surface: Surface) -> Surface | None:
        words = self._tokens[surface.first : surface.last]
        if len(words) == 1 and words[0].lower in self._persons:
            return attrs.evolve(surface, label="person")
        if self._is_instrument(surface.first) or self._is_organ(words):
            return None
        return self._without_office(surface)

    def _is_instrument(self, first: int) -> bool:
        """ "The Agreement for Peace and Reconciliation": what it is about is nobody."""
        before = self._before(first) in _ABOUT and self._before(first - 1) in _INSTRUMENTS
        return before and self._tokens[first - 2].text[0].isupper()

    @staticmethod
    def _is_organ(words: Sequence[Token]) -> bool:
        """ "The Army", "the Ministry": of whom, the article does not say here."""
        noun = organisation_nouns().get(" ".join(t.lower for t in words))
        return noun is not None and noun.kind in _ORGANS

    def _without_office(self, surface: Surface) -> Surface | None:
        """ "UN Special Envoy" is an office of the UN; "Prime Minister's Office" is a body."""
        words = self._tokens[surface.first : surface.last]
        if any(t.lower in organisation_nouns() for t in words):
            return surface
        for width in range(min(3, len(words) - 1) + 1):
            rest = self._reading.text_of(words[width].start, words[-1].end)
            titles = [t for t in knowledge.titles(rest) if t.start == 0]
            owner = self._reading.text_of(words[0].start, words[width - 1].end) if width else ""
            if titles and (not owner or knowledge.find_ids(owner) or knowledge.match(owner)):
                ids = tuple(i for i in knowledge.find_ids(owner) if i.startswith("organisation:"))
                last = surface.first + width
                return attrs.evolve(surface, last=last, candidates=ids[:1]) if ids else None
        return surface

    def _is_told(self, surface: Surface) -> bool:
        return self._words(surface) in self._told

    def _opens_heading(self, surface: Surface) -> bool:
        """ "Background", "Naval campaign": it stands in capitals for its place's sake."""
        paragraph = self._reading.paragraphs[self._tokens[surface.first].paragraph]
        after = self._tokens[surface.last : paragraph.last]
        opens = paragraph.heading and surface.first == paragraph.first
        return opens and (not after or after[0].text.islower())

    def _in_heading(self, surface: Surface) -> bool:
        return self._reading.paragraphs[self._tokens[surface.first].paragraph].heading

    def _words(self, surface: Surface) -> str:
        return " ".join(t.lower for t in self._tokens[surface.first : surface.last])

    def _before(self, i: int) -> str:
        return self._tokens[i - 1].lower if i > 0 else ""
