"""What the finder hands to the reading of statements: a piece of text put into someone's mouth.

The three parts are named as in PolNeAR (Newell et al. 2018): the content that is said, the source
that says it and the cue that ties the two.
"""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

Range: TypeAlias = tuple[int, int]
"""Character offsets into the article, half-open."""


@frozen
class Attribution:
    """One content, its source and its cue, as character ranges in order of the text.

    content: what is said, without the cue and without the quotation marks at the outer ends of a
        range.
    source: the noun phrase of the speaker, empty when the text names none.
    cue: the words that attribute, empty when only the layout does.
    cue_token, source_token: indices of the head tokens in the reading.
    score: the ranker's probability that content and cue belong together, 1.0 for a plain rule.
    parent: index, in the same tuple, of the attribution whose content holds this one; None at the
        top.
    """

    content: tuple[Range, ...]
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    cue_token: int | None
    source_token: int | None
    score: float
    parent: int | None


def within(offset: int, ranges: tuple[Range, ...]) -> bool:
    """Whether a character lies in one of some ranges."""
    return any(start <= offset < end for start, end in ranges)
