"""The notation that the grammar is written in, compiled to regular expressions over classes.

A pattern is a row of class names of the lexicon: ``THE? EDGE? month:MONTH (COMMA? year:YEAR)?``.
``?`` makes the item before it optional, ``{0,6}`` repeats it, ``|`` separates alternatives in
brackets, ``name:`` keeps what the next item matched, ``&`` and ``!`` look at the next lexeme
without taking it. ``$number`` and the like are pieces that many patterns share. Every repetition
is bounded, so matching is linear in the text.
"""

from __future__ import annotations

import re

import attrs

from geopolitics_model.parsers.times.lexicon import CODES

PIECES = {
    "$word_number": "(NUMWORD|TENS|SCALE) (HYPHEN? AND? (NUMWORD|TENS|SCALE)){0,6}",
    "$number": "(DAYNUM|INT|YEAR|NUMBER|$word_number)",
    "$ordinal": "(ORDINAL|TENS HYPHEN? (ORDINAL|SECOND)|SECOND)",
    "$unit": "(UNIT|UNITS)",
    "$season": "(SEASON|FALL)",
    "$year": "(YEAR|SHORTYEAR)",
    "$any_year": "(YEAR|DAYNUM|INT)",
    "$this": "(THIS|CURRENT)",
    "$then": "(PREVIOUS|FOLLOWING)",
    "$stop": "(STOP|COMMA|CLOSE|QUOTE|BREAK|HYPHEN)",
}
_ITEM = re.compile(
    r"(?P<name>[a-z_]+):|(?P<piece>\$[a-z_]+)|(?P<word>[A-Z]+)|(?P<count>\?|\{\d,\d\})|(?P<sign>\S)"
)


@attrs.frozen
class Part:
    """A piece of a pattern: its expression, the classes it may start with, if it may be empty."""

    expression: str
    starts: frozenset[str]
    empty: bool


def compile_pattern(pattern: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """The expression of a pattern, and the class characters that it may start with."""
    items = [(m.lastgroup or "", m.group()) for m in _ITEM.finditer(_expand(pattern))]
    part, rest = _choice(items)
    if rest:
        raise ValueError(f"cannot read {rest[0][1]!r} in the pattern {pattern!r}")
    return re.compile(_numbered(part.expression)), part.starts


def _numbered(expression: str) -> str:
    """Tell apart the groups of one name in different alternatives: ``year``, ``year_2``."""
    seen: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        name = match[1]
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}>" if seen[name] == 1 else f"(?P<{name}_{seen[name]}>"

    return re.sub(r"\(\?P<([a-z_]+)>", number, expression)


Items = list[tuple[str, str]]


def _expand(pattern: str) -> str:
    while "$" in pattern:
        pattern = re.sub(r"\$[a-z_]+", lambda match: f"({PIECES[match.group()]})", pattern)
    return pattern


def _choice(items: Items) -> tuple[Part, Items]:
    """One or more rows, separated by bars."""
    rows = []
    while True:
        row, items = _row(items)
        rows.append(row)
        if not items or items[0][1] != "|":
            break
        items = items[1:]
    return (
        Part(
            "|".join(row.expression for row in rows),
            frozenset().union(*(row.starts for row in rows)),
            any(row.empty for row in rows),
        ),
        items,
    )


def _row(items: Items) -> tuple[Part, Items]:
    whole = Part("", frozenset(), True)
    while items and items[0][1] not in "|)":
        part, items = _item(items)
        whole = Part(
            whole.expression + part.expression,
            whole.starts | part.starts if whole.empty else whole.starts,
            whole.empty and part.empty,
        )
    return whole, items


def _item(items: Items) -> tuple[Part, Items]:
    (kind, text), items = items[0], items[1:]
    if kind == "name":
        part, items = _item(items)
        optional = part.expression.endswith("?")
        inner = part.expression.removesuffix("?")
        return attrs.evolve(part, expression=f"(?P<{text[:-1]}>{inner})" + "?" * optional), items
    if text in ("&", "!"):
        part, items = _item(items)
        sign = "=" if text == "&" else "!"
        return Part(f"(?{sign}{part.expression})", frozenset(), True), items
    if text == "(":
        part, items = _choice(items)
        part, items = attrs.evolve(part, expression=f"(?:{part.expression})"), items[1:]
    else:
        part = Part(CODES[text], frozenset(CODES[text]), False)
    if items and items[0][0] == "count":
        count, items = items[0][1], items[1:]
        empty = part.empty or not count.startswith("{1")
        part = Part(part.expression + count, part.starts, empty)
    return part, items
