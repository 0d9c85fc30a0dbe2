"""Rules of the grammar: patterns, and the functions that read what they matched."""

from __future__ import annotations

import re
from collections.abc import Callable

import attrs

from geopolitics_model.parsers.times.expressions import Expression
from geopolitics_model.parsers.times.lexer import Lexemes
from geopolitics_model.parsers.times.lexicon import CODES, OTHER
from geopolitics_model.parsers.times.notation import compile_pattern

NAMES = {code: name for name, code in CODES.items()}


@attrs.frozen(eq=False)
class Match:
    """A pattern found in a text: its named parts and their values."""

    lexemes: Lexemes
    found: re.Match[str]

    def group(self, name: str) -> tuple[int, int]:
        """First and last lexeme (half-open) of a part; (-1, -1) if it is not there."""
        groups = self.found.re.groupindex
        span, number = (-1, -1), 1
        while name in groups:
            if (span := self.found.span(name))[0] >= 0:
                break
            number += 1
            name = f"{name.partition('_')[0]}_{number}"
        return span

    def __contains__(self, name: str) -> bool:
        return self.group(name)[0] >= 0

    def value(self, name: str) -> str:
        """The value of the first lexeme of a part; empty if the part is not there."""
        first, _ = self.group(name)
        return self.lexemes.values[first] if first >= 0 else ""

    def text(self, name: str) -> str:
        """What a part says; empty if the part is not there."""
        first, last = self.group(name)
        if first >= last:
            return ""
        return self.lexemes.text[self.lexemes.starts[first] : self.lexemes.ends[last - 1]]

    def kind(self, name: str) -> str:
        """The class of the first lexeme of a part; empty if the part is not there."""
        first, _ = self.group(name)
        return NAMES[self.lexemes.classes[first]] if first >= 0 else ""

    def kind_at(self, place: int) -> str:
        """The class of the lexeme at this place of the match."""
        return NAMES[self.lexemes.classes[self.found.start() + place]]

    @property
    def end(self) -> int:
        """The character behind the match."""
        return self.lexemes.ends[self.found.end() - 1]

    def followed(self) -> bool:
        """Whether a mark or a word that is no noun follows: a sign that the match stands alone."""
        place = self.found.end()
        return place < len(self.lexemes.classes) and self.lexemes.classes[place] != OTHER

    def before(self, name: str = "") -> str:
        """The class of the lexeme before a part, or before the match; empty at the start."""
        place = self.group(name)[0] if name else self.found.start()
        return NAMES.get(self.lexemes.classes[place - 1], "") if place > 0 else ""


Pieces = tuple[tuple[str, Expression], ...]
"""Several expressions in one match: the part that says it, and what it means."""
Build = Callable[[Match], Expression | Pieces | None]


@attrs.frozen(eq=False)
class Rule:
    """A pattern and how it is read. `build` returns `None` where the rule does not hold."""

    name: str
    pattern: re.Pattern[str]
    starts: frozenset[str]
    build: Build


RULES: list[Rule] = []


def rule(*patterns: str) -> Callable[[Build], Build]:
    """Add a rule to the grammar: any of the patterns, read by the decorated function."""

    def add(build: Build) -> Build:
        for pattern in patterns:
            RULES.append(Rule(build.__name__, *compile_pattern(pattern), build))
        return build

    return add
