"""Known names in running text: one pass of an Aho-Corasick automaton, then boundaries, case and length decide."""

from __future__ import annotations

import re
from collections import defaultdict

from ahocorasick_rs import AhoCorasick, MatchKind

from . import folding
from .cities import Cities
from .names import Names
from .results import Known, Match
from .tables import Tables

LARGE_CITY = 100_000
"""Cities of that many people are matched; smaller ones are only looked up, for many are common words."""

_SHORT_ACRONYM = 3


class Matcher:
    """Finds the names of the tables in a text. Built once, in a fraction of a second, at the first text."""

    def __init__(self, tables: Tables, names: Names, cities: Cities) -> None:
        self._forms: list[list[tuple[str, Known]]] = []
        common = {row[0] for row in tables.rows("common_words")}
        self._common = common
        self._names = names
        self._decided: dict[tuple[int, str], tuple[Known, ...]] = {}
        forms: dict[str, list[tuple[str, Known]]] = defaultdict(list)
        for text, known in names.all():
            for variant in variants(text, known.kind):
                add(forms, variant, known)
        for text, id in cities.larger_than(LARGE_CITY):
            if len(text) > 3:
                add(forms, text, Known(id, "name"))
        patterns = list(forms)
        self._forms = [forms[pattern] for pattern in patterns]
        self._automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard)

    def match(self, text: str) -> list[Match]:
        """Known names in the text, in order and without overlap; the longest at a place is taken."""
        if folding.has_combining(text):
            composed, offsets = folding.composed(text)
            return [
                Match(offsets[m.start], offsets[m.end], text[offsets[m.start] : offsets[m.end]], m.names, m.weak)
                for m in self._match(composed)
            ]
        return self._match(text)

    def _match(self, text: str) -> list[Match]:
        plain = text if text.isascii() and "\n" not in text else folding.plain(text)
        lowered = folding.lower(plain)
        hits = self._automaton.find_matches_as_indexes(lowered, overlapping=True)
        hits = [hit for hit in hits if _whole(lowered, hit[1], hit[2])]
        hits.sort(key=lambda hit: (hit[1], -hit[2]))
        found: list[Match] = []
        reached = 0
        for pattern, start, end in hits:
            if start < reached:
                continue
            written = plain[start:end]
            names = self._decide(pattern, written)
            if not names:
                continue
            weak = written in self._common
            if weak and written.isupper() and _in_capitals(plain, start, end):
                continue
            found.append(Match(start, end, text[start:end], names, weak))
            reached = end
        return found

    def _decide(self, pattern: int, written: str) -> tuple[Known, ...]:
        """What the pattern means, written like that; nothing if it is not written as a name."""
        memo = (pattern, written)
        if memo not in self._decided:
            if len(self._decided) > 100_000:
                self._decided.clear()
            fitting = [known for form, known in self._forms[pattern] if fits(form, known.kind, written)]
            self._decided[memo] = tuple(self._names.ranked(fitting))
        return self._decided[memo]


def add(forms: dict[str, list[tuple[str, Known]]], text: str, known: Known) -> None:
    """Note a form under the pattern that finds it."""
    plain = folding.plain(text)
    pattern = folding.lower(plain).removeprefix("the ")
    form = plain[4:] if plain[:4].lower() == "the " else plain
    if len(pattern) > 1 and (form, known) not in forms[pattern]:
        forms[pattern].append((form, known))


def variants(text: str, kind: str) -> list[str]:
    """Spellings of one name: acronyms with points, "St." and "Saint", hyphen or space after an Arabic article."""
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


def fits(form: str, kind: str, written: str) -> bool:
    """Whether a name is written as names are: with its capitals, or all in capitals.

    Acronyms keep their capitals; longer ones may also be written like a word ("Nato", "Unicef").
    """
    if written == form:
        return True
    acronym = kind == "acronym" or (form.isupper() and len(form) <= 5)
    if acronym:
        if len(form) > _SHORT_ACRONYM and form.isalpha():
            return written in (form.upper(), form.capitalize())
        return False
    if written.isupper():
        return len(written) > _SHORT_ACRONYM
    return all(
        mine == its or (its.isupper() and (at == 0 or not form[at - 1].isalpha()))
        for at, (mine, its) in enumerate(zip(form, written, strict=True))
    )


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a hit stands between words; a final point belongs to it only inside an abbreviation."""
    if start and _joins(text[start - 1]) and _joins(text[start]):
        return False
    return not (end < len(text) and _joins(text[end]) and _joins(text[end - 1]))


def _joins(char: str) -> bool:
    return char.isalnum() or char == "_"


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the words beside are in capitals too: then "WHO" may be the pronoun."""
    before = re.search(r"([A-Za-z]{2,})[^A-Za-z]*$", text[max(0, start - 24) : start])
    after = re.match(r"[^A-Za-z]*([A-Za-z]{2,})", text[end : end + 24])
    beside = [found[1] for found in (before, after) if found]
    return bool(beside) and all(word.isupper() for word in beside)
