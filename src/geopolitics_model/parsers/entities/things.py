"""Ships and operations: they have names as people and places do, and are neither.

Told by the word before the name ("the cruiser General Belgrano", "USS Cole", "Operation Rosario");
called by the name alone later on, they stay what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers.entities.lexicon import locative_prepositions, ship_words
from geopolitics_model.parsers.entities.surface import Surface

_CODENAMES = frozenset(
    ("exercise", "operation", "operations", "codename", "codenamed", "code-named")
)
_SMALL = frozenset(("al", "el", "of", "ol", "-", "al-", "el-", "ol-"))
_QUOTES = frozenset(('"', "“", "‘", "'", "''", "``"))
_LISTING = frozenset((",", "and"))


def without_things(reading: Reading, surfaces: Sequence[Surface]) -> list[Surface]:
    """The surfaces that are not, and do not lie in, the name of a ship or an operation."""
    called: set[str] = set()
    within = inside(reading)
    for first, last in _names(reading.tokens):
        if reading.tokens[first].lower in _CODENAMES | ship_words():
            continue
        words = [t.lower for t in reading.tokens[first:last]]
        called.add(" ".join(words))
        if len(words) > 1:
            called.add(words[-1])
    return [s for s in surfaces if not _is_thing(reading, s, within, called)]


def inside(reading: Reading) -> set[int]:
    """The tokens of the names of ships and operations."""
    return {i for first, last in _names(reading.tokens) for i in range(first, last)}


def _is_thing(reading: Reading, surface: Surface, within: set[int], called: set[str]) -> bool:
    first = surface.first
    if first in within and not (surface.candidates and surface.last - first > 2):
        return True
    text = " ".join(t.lower for t in reading.tokens[first : surface.last])
    if text not in called:
        return False
    before = reading.tokens[first - 1].lower if first else ""
    town = surface.label == "place" and surface.candidates
    return before not in locative_prepositions() and not (town and before in ("of", "from", "to"))


def _names(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Token ranges of the names of ships and operations."""
    for token in tokens:
        opens = token.i == 0 or tokens[token.i - 1].sentence != token.sentence
        ship = token.text in ship_words() or (opens and token.lower in ship_words())
        if not ship and token.lower not in _CODENAMES:
            continue
        yield token.i, token.i + 1
        several = token.lower in ("operations", token.text) and token.text.endswith("s")
        first = last = _opened(tokens, token.i + 1)
        while (end := _run(tokens, last, token)) > last:
            yield last, end
            first = last = end
            if not several:
                break
            while last < len(tokens) and tokens[last].lower in _LISTING and last - first < 2:
                last += 1
            if last == first:
                break


def _opened(tokens: Sequence[Token], i: int) -> int:
    return i + 1 if i < len(tokens) and tokens[i].text in _QUOTES else i


def _run(tokens: Sequence[Token], first: int, anchor: Token) -> int:
    """The end of the words in capitals, and small ones between them, from a token on."""
    end = i = first
    while i < len(tokens) and tokens[i].sentence == anchor.sentence:
        word = tokens[i]
        if word.text[0].isupper() or (word.text[0].isdigit() and i > first):
            end = i + 1
        elif word.lower not in _SMALL or i == first:
            break
        i += 1
    return end
