"""Finds time expressions in a text: where they stand and what they mean, not yet which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from geopolitics_model.parsers.times import grammar as _grammar  # noqa: F401  (fills RULES)
from geopolitics_model.parsers.times.expressions import Expression
from geopolitics_model.parsers.times.lexer import Lexemes, lex
from geopolitics_model.parsers.times.lexicon import CODES, OTHER
from geopolitics_model.parsers.times.rules import RULES, Match, Rule

_CORE = (
    "MONTH WEEKDAY WEEKDAYS SEASON FALL PART NOON DEICTIC UNIT UNITS DECADE YEAR YEARS SHORTYEAR "
    "ERA HALF HOLIDAY ISO SLASH DOTTED CLOCK AMPM ZONE OCLOCK VAGUE ADVSET PERIODADJ AGE PAST "
    "PRESENT FORMER SAME"
)
_CORE_CODES = "".join(CODES[name] for name in _CORE.split())


@attrs.frozen
class Found:
    """A time expression: characters `start` to `end` of the text, and its meaning."""

    start: int
    end: int
    expression: Expression
    rule: str


@cache
def _rules_by_start() -> dict[str, list[Rule]]:
    table: dict[str, list[Rule]] = {code: [] for code in CODES.values()}
    for rule in RULES:
        for code in rule.starts:
            table[code].append(rule)
    return table


def recognise(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """The time expressions of a text (or of its part from `start` to `end`), in order."""
    lexemes = lex(text, start, end)
    table = _rules_by_start()
    place = 0
    classes = lexemes.classes
    for run in _runs(classes):
        place, last = run
        while place < last:
            best = _longest(lexemes, table[classes[place]], place)
            if best is None:
                place += 1
                continue
            found, place = best
            yield from found


def _runs(classes: str) -> Iterator[tuple[int, int]]:
    """Stretches without an unknown word that have a core word."""
    for match in re.finditer(f"[^{OTHER}]+", classes):
        if _HAS_CORE.search(classes, match.start(), match.end()):
            yield match.span()


_HAS_CORE = re.compile(f"[{_CORE_CODES}]")


def _longest(lexemes: Lexemes, rules: list[Rule], place: int) -> tuple[list[Found], int] | None:
    """What the longest rule that holds at a place reads there, and the place behind it."""
    matches = []
    for rule in rules:
        found = rule.pattern.match(lexemes.classes, place)
        if found is not None and found.end() > place:
            matches.append((found.end(), rule, found))
    matches.sort(key=lambda candidate: -candidate[0])
    for end, rule, found in matches:
        match = Match(lexemes, found)
        read = rule.build(match)
        if read is None:
            continue
        if isinstance(read, tuple):
            pieces = [(*match.group(name), meaning) for name, meaning in read]
        else:
            pieces = [(place, end, read)]
        return (
            [
                Found(lexemes.starts[first], lexemes.ends[last - 1], meaning, rule.name)
                for first, last, meaning in pieces
            ],
            end,
        )
    return None
