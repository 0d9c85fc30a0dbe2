"""Known names in running text: one pass of an Aho-Corasick automaton, then boundaries, case and
length decide.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from . import folding
from .bodies import Bodies
from .cities import Cities
from .names import Names
from .results import Known, Match
from .tables import Tables

LARGE_CITY = 100_000
"""Cities of that many people are matched; smaller ones are only looked up, for many are common
words.
"""

_SHORT_ACRONYM = 3
_BEFORE_STATES = ("the ", " of ", "THE ", " OF ")
_STATE_NAMES = frozenset({"name", "alias", "official", "former", "acronym"})


class _Form(NamedTuple):
    """What a written form names, likeliest first; as an adjective, and as a state."""

    names: tuple[Known, ...]
    adjectives: tuple[str, ...]
    states: tuple[str, ...]


class Matcher:
    """Finds the names of the tables in a text. Built once, in a fraction of a second, at the first
    text.
    """

    def __init__(self, tables: Tables, names: Names, bodies: Bodies, cities: Cities) -> None:
        self._rank = names.ranked
        self._bodies = bodies
        before, after = ({**near, **_in_upper(near)} for near in bodies.around())
        self._before, self._after = before, after
        self._follows = re.compile(_either(after) + r"(?![\w-])")
        self._precedes = re.compile(r"(?<![\w-])" + _either(before) + r"(?:the |THE )?$")
        self._longest_before = max(map(len, before), default=0) + len("the ")
        self._common = {row[0] for row in tables.rows("common_words")}
        forms: dict[str, list[Known]] = defaultdict(list)
        for text, known in names.all():
            for variant in variants(text, known.kind):
                _note(forms, variant, known)
        for text, known in cities.larger_than(LARGE_CITY):
            if len(text) > _SHORT_ACRONYM:
                _note(forms, text, known, capitals=known.kind == "name")
        self._known = [tuple(found) for found in forms.values()]
        self._forms: dict[int, _Form] = {}
        # The smallest automaton, and of the three the fastest in overlapping search.
        self._automaton = AhoCorasick(
            list(forms), MatchKind.Standard, implementation=Implementation.ContiguousNFA
        )

    def match(self, text: str) -> list[Match]:
        """Known names in the text, in order and without overlap; the longest is taken."""
        if folding.has_combining(text):
            composed, offsets = folding.composed(text)
            return [
                Match(
                    offsets[m.start],
                    offsets[m.end],
                    text[offsets[m.start] : offsets[m.end]],
                    m.names,
                    m.weak,
                )
                for m in self._match(composed)
            ]
        return self._match(text)

    def _match(self, text: str) -> list[Match]:
        plain = folding.plain(text)
        found: list[Match] = []
        reached = 0
        for start, end, pattern in self._hits(plain):
            if start < reached:
                continue
            written = plain[start:end]
            weak = written in self._common
            if weak and written.isupper():
                if _in_capitals(plain, start, end):
                    continue
                weak = False  # in capitals among small letters it is the acronym
            form = self._forms.get(pattern) or self._form(pattern)
            first, last, names = self._body(plain, start, end, form, reached)
            weak = weak and last - first == len(written)
            found.append(Match(first, last, text[first:last], names, weak))
            reached = last
        return found

    def _body(
        self, plain: str, start: int, end: int, form: _Form, reached: int
    ) -> tuple[int, int, tuple[Known, ...]]:
        """The hit, or a state's body that it is a part of: "Iraqi army", "Government of Iraq"."""
        if form.adjectives and (after := self._follows.match(plain, end)):
            bodies = self._of(self._after[after[0]], form.adjectives)
            if bodies:
                return start, after.end(), bodies
        if form.states and plain[start - 4 : start] in _BEFORE_STATES:
            lead = max(reached, start - self._longest_before)
            if before := self._precedes.search(plain, lead, start):
                body = self._before[before[0].removesuffix("the ").removesuffix("THE ")]
                if bodies := self._of(body, form.states):
                    return before.start(), end, bodies
        return start, end, form.names

    def _of(self, body: str, places: tuple[str, ...]) -> tuple[Known, ...]:
        ids = (self._bodies.id(body, place) for place in dict.fromkeys(places))
        return tuple(Known(id, "name") for id in ids if id is not None)

    def _hits(self, plain: str) -> list[tuple[int, int, int]]:
        """Hits that stand between words, by their start and the longest first."""
        size = len(plain)
        hits = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            if start and plain[start - 1].isalnum():
                continue
            if end < size and plain[end].isalnum() and plain[end - 1].isalnum():
                continue
            hits.append((start, end, pattern))
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        return hits

    def _form(self, pattern: int) -> _Form:
        names = tuple(self._rank(self._known[pattern]))
        self._forms[pattern] = form = _Form(
            names,
            tuple(known.id for known in names if known.kind == "adjective"),
            tuple(known.id for known in names if known.kind in _STATE_NAMES),
        )
        return form


def _note(forms: dict[str, list[Known]], text: str, known: Known, *, capitals: bool = True) -> None:
    """Note a name under every way to write it: as it stands, as in a headline, in capitals."""
    plain = folding.plain(text)
    plain = plain[4:] if plain[:4].lower() == "the " else plain
    if len(plain) < 2:
        return
    capitals = capitals and known.kind != "native"
    for written in spellings(plain, acronym=known.kind == "acronym", capitals=capitals):
        if known not in (there := forms[written]):
            there.append(known)


def spellings(name: str, *, acronym: bool, capitals: bool) -> set[str]:
    """A name with its capitals, and all in capitals.

    Acronyms keep theirs; longer ones may also be written like a word ("Nato", "Unicef"). Words of a
    name that start small may start with a capital ("Al-Qaeda").
    """
    if acronym or (name.isupper() and len(name) <= 5):
        like_a_word = len(name) > _SHORT_ACRONYM and name.isalpha()
        return {name, name.capitalize()} if like_a_word else {name}
    found = {name}
    if capitals and len(name) > _SHORT_ACRONYM:
        found.add(name.upper())
    if name[0].islower():
        found.add(name[0].upper() + name[1:])
    if " " in name and not name.istitle():
        found.add(" ".join(word[:1].upper() + word[1:] for word in name.split(" ")))
    return found


def variants(text: str, kind: str) -> list[str]:
    """Spellings of one name: acronyms with points, "St." and "Saint", hyphen or space after an
    Arabic article.
    """
    found = [text]
    if kind == "acronym" or (kind in {"alias", "adjective"} and text.isupper()):
        if 2 <= len(text) <= 4 and text.isalpha():
            found.append("".join(f"{letter}." for letter in text))
        return found
    if " al-" in text or text.lower().startswith("al-"):
        found.append(re.sub(r"\b([aA]l)-", r"\1 ", text))
    if text.startswith("United Nations "):
        found += ["UN " + text[15:], "U.N. " + text[15:]]
    if text.startswith("Saint "):
        found.append("St. " + text[6:])
    return found


def _in_upper(near: dict[str, str]) -> dict[str, str]:
    return {text.upper(): body for text, body in near.items()}


def _either(texts: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True)) + ")"


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words beside are in capitals too: then "WHO" may be the pronoun."""
    before = re.search(r"([A-Za-z]{2,})[^A-Za-z]*$", text[max(0, start - 24) : start])
    after = re.match(r"[^A-Za-z]*([A-Za-z]{2,})", text[end : end + 24])
    beside = [found[1] for found in (before, after) if found]
    return bool(beside) and all(word.isupper() for word in beside)
