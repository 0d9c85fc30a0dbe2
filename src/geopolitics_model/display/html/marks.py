"""Marked text: spans that may nest and overlap, as elements that may not.

The text is cut wherever a mark begins or ends, so that each piece is covered by the same marks
from its first to its last character. Nothing is added to the text and nothing taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

_BLANK_LINES = re.compile(r"\n[ \t\r]*\n\s*")
_LINE_END = re.compile(r"\n\s*")


class Mark(NamedTuple):
    """Characters `start` to `end` of an article, half-open, and what they say.

    `layer` is the class of what is marked, `target` the id of the element that tells more.
    """

    start: int
    end: int
    layer: str
    target: str


class Piece(NamedTuple):
    """A part of the text under the same marks throughout; the shortest mark comes first."""

    start: int
    text: str
    marks: tuple[Mark, ...]


class Paragraph(NamedTuple):
    """A paragraph and the white space behind it; both are kept."""

    start: int
    text: str
    gap: str

    @property
    def end(self) -> int:
        """Where the next paragraph begins."""
        return self.start + len(self.text) + len(self.gap)


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text: between blank lines, or lines where there is no blank one."""
    gap = _BLANK_LINES if _BLANK_LINES.search(text.strip()) else _LINE_END
    found, start = [], 0
    for match in gap.finditer(text):
        if match.start() > start:
            found.append(Paragraph(start, text[start : match.start()], match[0]))
            start = match.end()
    if start < len(text):
        found.append(Paragraph(start, text[start:], ""))
    return found


def pieces(text: str, offset: int, marks: Iterable[Mark], cuts: Iterable[int]) -> Iterator[Piece]:
    """Cut `text`, which begins at `offset` of the article, where marks begin or end.

    It is cut at `cuts` as well: a place that is linked to needs an element that begins there.
    """
    end = offset + len(text)
    inside = [mark for mark in marks if mark.start < end and mark.end > offset]
    borders = {offset, end}
    borders.update(at for mark in inside for at in mark[:2] if offset < at < end)
    borders.update(at for at in cuts if offset < at < end)
    opening = sorted(inside, key=lambda mark: mark.start)
    active: list[Mark] = []
    next_mark = 0
    places = sorted(borders)
    for start, stop in pairwise(places):
        active = [mark for mark in active if mark.end > start]
        while next_mark < len(opening) and opening[next_mark].start <= start:
            active.append(opening[next_mark])
            next_mark += 1
        active.sort(key=lambda mark: (mark.end - mark.start, mark))
        yield Piece(start, text[start - offset : stop - offset], tuple(active))


def by_paragraph(
    parts: Sequence[Paragraph], marks: Iterable[Mark]
) -> Iterator[tuple[Paragraph, list[Mark]]]:
    """Each paragraph with the marks that touch it."""
    waiting = sorted(marks, key=lambda mark: mark.start)
    open_now: list[Mark] = []
    at = 0
    for part in parts:
        while at < len(waiting) and waiting[at].start < part.end:
            open_now.append(waiting[at])
            at += 1
        open_now = [mark for mark in open_now if mark.end > part.start]
        yield part, [*open_now]


def escaped(text: str) -> Markup:
    """The text for HTML, exactly: a browser's parser would make a line feed of a bare `\\r`."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))
