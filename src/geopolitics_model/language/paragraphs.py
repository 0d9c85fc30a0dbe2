"""A text in paragraphs, and which of them are headings."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

import attrs

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n?|\n)[ \t\xa0]*(?:\r\n?|\n)")
_ENDS_SENTENCE = re.compile(r"""[.!?…:;]["”’')\]»]*\s*$""")
_WRAP_WIDTHS = (45, 100)
_HEADING_WORDS = 25
_PIECE = 20_000
"""Characters. A longer paragraph is read in pieces, so that time and memory stay linear."""
_RUN = re.compile(r"\S{1000}")
"""No word is so long; spaCy's tokenizer would take the square of its length."""


@attrs.frozen
class Paragraph:
    """`start`, `end`: characters; `first`, `last`: tokens, half-open."""

    i: int
    start: int
    end: int
    first: int
    last: int
    heading: bool


def split(text: str) -> list[tuple[int, int]]:
    """The character ranges of the paragraphs, white space at their edges left out.

    A line is a paragraph, unless the text is hard-wrapped: then blank lines part paragraphs.
    """
    lines = [m.span() for m in _LINE.finditer(text) if not m[0].isspace()]
    if _hard_wrapped(text, lines):
        lines = _between_blank_lines(text)
    pieces = [piece for start, end in lines for piece in _pieces(text, start, end)]
    return [(s, e) for s, e in (_trimmed(text, *piece) for piece in pieces) if s < e]


def is_heading(text: str, start: int, end: int, *, last: bool) -> bool:
    """A short paragraph that does not end like a sentence and has something below it."""
    part = text[start:end]
    return not last and not _ENDS_SENTENCE.search(part) and len(part.split()) <= _HEADING_WORDS


def _hard_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether line breaks stand inside sentences: blocks of even lines, parted by blank lines."""
    if len(lines) < 4:
        return False
    inner = [
        (start, end)
        for (start, end), (after, _) in pairwise(lines)
        if not _BLANK.search(text, end, after)
    ]
    if len(inner) * 2 < len(lines):
        return False
    broken = sum(not _ENDS_SENTENCE.search(text[s:e][-8:]) for s, e in inner)
    low, high = _WRAP_WIDTHS
    return broken * 3 > len(inner) * 2 and low <= median(e - s for s, e in inner) <= high


def _between_blank_lines(text: str) -> list[tuple[int, int]]:
    ranges, start = [], 0
    for blank in _BLANK.finditer(text):
        ranges.append((start, blank.start()))
        start = blank.end()
    return [*ranges, (start, len(text))]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """An overlong paragraph cut at white space, or anywhere if it has none."""
    pieces = []
    for run in _RUN.finditer(text, start, end):
        if run.end() < end:
            pieces += _pieces_at_spaces(text, start, run.end())
            start = run.end()
    return pieces + _pieces_at_spaces(text, start, end)


def _pieces_at_spaces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > _PIECE:
        cut = max(text.rfind(" ", start + _PIECE // 2, start + _PIECE), start + _PIECE // 2)
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
