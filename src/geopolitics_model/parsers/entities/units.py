"""Military units that go by a number: "16 Air Assault Brigade", "617 Squadron", "40 Commando".

A number before one that is not several is a name: sixteen of them would be brigades. What such a
unit may be called is in the table `units`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers.entities.lexicon import units
from geopolitics_model.parsers.entities.surface import Surface

_NUMBER = re.compile(r"\d{1,3}(?:st|nd|rd|th)?|[IVXL]{1,6}")
_MONTH = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?")
_ROMAN = frozenset(("corps",))
"""Units whose numbers are Roman."""
_BRANCH = 4
"""So many words may stand between the number and the noun: "Air Assault", "(Fighter)"."""


def with_numbers(reading: Reading, surfaces: Sequence[Surface]) -> list[Surface]:
    """The surfaces, and the units of the text in the place of those that are a part of one."""
    at = {i: s for s in surfaces for i in range(s.first, s.last)}
    found = [_widened(at, first, last) for first, last in _numbered(reading)]
    taken = {i for unit in found for i in range(unit.first, unit.last)}
    kept = [s for s in surfaces if taken.isdisjoint(range(s.first, s.last))]
    return sorted([*kept, *found], key=lambda s: s.first)


def _numbered(reading: Reading) -> Iterator[tuple[int, int]]:
    """Token ranges from the number to the noun, the first of each."""
    tokens, end = reading.tokens, 0
    for token in tokens:
        if token.i < end or not _NUMBER.fullmatch(token.text) or _is_of_another(tokens, token):
            continue
        for noun in tokens[token.i + 1 : token.i + 2 + _BRANCH]:
            if noun.sentence != token.sentence or not _belongs(noun):
                break
            if noun.lower in units() and (token.text[0].isdigit() or noun.lower in _ROMAN):
                counts = token.head.i > noun.i and token.head.tag == "NNS"
                if not counts:  # "12 Squadron leaders"
                    end = noun.i + 1
                    yield token.i, end
                break


def _is_of_another(tokens: Sequence[Token], number: Token) -> bool:
    """ "July 3", "12 May", "Article 5", "World War II": a number of something else."""
    before = tokens[number.i - 1] if number.i else None
    after = tokens[number.i + 1 : number.i + 2]
    if any(_MONTH.fullmatch(t.text) for t in after):
        return True
    if before is None or before.sentence != number.sentence:
        return False
    noun = before.pos in ("NOUN", "PROPN") and before.text[0].isupper()
    return _MONTH.fullmatch(before.text) is not None or (noun and number.head is before)


def _belongs(token: Token) -> bool:
    """Whether a token may be a part of such a name: capitals, digits no more, and brackets."""
    return token.text in ("(", ")") or token.text[0].isupper()


def _widened(at: Mapping[int, Surface], first: int, last: int) -> Surface:
    """The unit with what the component has of its name: "40 Commando Royal Marines"."""
    over = list({id(s): s for i in range(first, last) if (s := at.get(i)) is not None}.values())
    listed = next((s for s in over if s.candidates and (s.first, s.last) == (first, last)), None)
    if listed is not None:
        return listed
    bodies = [s for s in over if s.label == "organisation"]
    return Surface(
        min([first, *(s.first for s in bodies)]),
        max([last, *(s.last for s in bodies)]),
        "organisation",
        next((s.candidates for s in bodies if s.first <= first and s.last >= last), ()),
        trained=True,
    )
