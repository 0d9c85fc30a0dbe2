"""Titles of offices: "Secretary of State", "prime minister", in any spelling, and what office they
name.
"""

from __future__ import annotations

from collections import defaultdict

from ahocorasick_rs import AhoCorasick, MatchKind

from . import folding
from .results import TitleMatch
from .tables import Tables


class Titles:
    """The table of titles; its own matcher finds them in running text."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._offices: dict[str, list[tuple[str, str]]] = {}
        self._automaton: AhoCorasick | None = None
        self._patterns: list[str] = []

    def offices(self, title: str, of: str | None = None) -> tuple[str, ...]:
        """Keys of the offices that a title names, in a country or organisation if that is given."""
        self._load()
        found = self._offices.get(folding.key(title), [])
        scoped = [office for office, place in found if of is not None and place == of]
        if scoped:
            return tuple(dict.fromkeys(scoped))
        return tuple(dict.fromkeys(office for office, place in found if of is None or not place))

    def match(self, text: str) -> list[TitleMatch]:
        """Titles in a text, longest and leftmost, in any case; a plural is none."""
        self._load()
        if self._automaton is None:
            texts = sorted({row[0].lower() for row in self._tables.rows("titles")})
            spaced = [
                variant for t in texts for variant in {t, t.replace("-", " "), t.replace(" ", "-")}
            ]
            self._patterns = sorted(set(spaced))
            self._automaton = AhoCorasick(self._patterns, matchkind=MatchKind.LeftmostLongest)
        lowered = folding.lower(folding.plain(text))
        found = []
        for _, start, end in self._automaton.find_matches_as_indexes(lowered):
            if _inside_word(text, start) or _inside_word(text, end):
                continue
            surface = text[start:end]
            found.append(TitleMatch(start, end, surface, self.offices(surface)))
        return found

    def _load(self) -> None:
        if self._offices:
            return
        offices: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for text, office, place, _ in self._tables.rows("titles"):
            offices[folding.key(text)].append((office, place))
        self._offices = dict(offices)


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
