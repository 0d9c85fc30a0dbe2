"""Quotation marks: straight, curly and angled, unbalanced, and running over paragraphs.

An opening mark that is not closed in its paragraph runs on in two cases, as printers' custom
has it: the next paragraph begins with an opening mark of its own, or the next mark anywhere
below is a closing one. Otherwise the mark was lost, and the quotation ends with its paragraph,
or where the next one opens.
Single marks are read only as quotations of their own when they stand around more than a word
and are no apostrophes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

_MARK = re.compile(r"""["“”„«»]|``|''|(?<![\w‘'])[‘'](?=\w)|(?<=[\w.,!?…])[’'](?![\w’'])""")
_OPENING = {"“": '"', "„": '"', "«": "«", "``": '"', "‘": "'"}
_CLOSING = {"”": '"', "»": "«", "''": '"', "’": "'"}
_EITHER = frozenset(('"', "'", "''"))
"""Marks that open and close: straight ones, and two apostrophes typed for one."""
_SPACE_BEFORE = frozenset("([{—–-/:\"“‘'")
_MOST_PARAGRAPHS = 40
"""How far below a closing mark may stand and still close a quotation."""
_MOST_MARKS = 200
"""How many marks may stand inside a quotation, so that unclosed ones cost no more than that."""


@attrs.frozen
class Quotation:
    """A part of a text in quotation marks; `chain` is shared by the parts of one quotation.

    `start`, `end` are the characters inside the marks, `outer_start`, `outer_end` take the marks
    in. `closed` is false where the paragraph ended first.
    """

    i: int
    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    chain: int
    paragraph: int


@attrs.frozen
class _Mark:
    start: int
    end: int
    family: str
    opens: bool
    closes: bool
    paragraph: int
    leads: bool


def find(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The quotations of a text, outermost only, in order."""
    marks = [m for i, (s, e) in enumerate(paragraphs) for m in _marks(text, i, s, e)]
    found: list[Quotation] = []
    chain = position = 0
    while position < len(marks):
        mark = marks[position]
        if not mark.opens:
            position += 1
            continue
        parts, position = _quotation(marks, position, paragraphs)
        for part in parts:
            if part.start < part.end:
                found.append(attrs.evolve(part, i=len(found), chain=chain))
        chain += 1
    return tuple(found)


def _marks(text: str, paragraph: int, start: int, end: int) -> Iterable[_Mark]:
    low = False
    for m in _MARK.finditer(text, start, end):
        mark = m[0]
        before = text[m.start() - 1] if m.start() > start else " "
        after = text[m.end()] if m.end() < end else " "
        opens = mark in _OPENING
        closes = mark in _CLOSING
        family = _OPENING.get(mark) or _CLOSING.get(mark) or mark
        if mark in _EITHER:
            left = before.isspace() or before in _SPACE_BEFORE
            right = after.isspace() or not (after.isalnum() or after in "$€£.…[(“‘'")
            opens = left and not after.isspace()
            closes = not left or right
        if low and mark == "“":  # „as German and its neighbours quote“
            opens, closes = False, True
        low = mark == "„" or (low and mark not in "“”")
        yield _Mark(m.start(), m.end(), family, opens, closes, paragraph, m.start() == start)


def _quotation(
    marks: Sequence[_Mark], first: int, paragraphs: Sequence[tuple[int, int]]
) -> tuple[list[Quotation], int]:
    """The parts of the quotation that `marks[first]` opens, and the mark to go on from."""
    opening, parts = marks[first], []
    position = first
    while True:
        end_of_paragraph = paragraphs[opening.paragraph][1]
        closing = _closing(marks, position, opening)
        if closing is not None:
            mark = marks[closing]
            parts.append(_part(opening, mark.start, mark.end, closed=True))
            return parts, closing + 1
        if opening.family == "'":
            return [], first + 1
        after = _past(marks, position, opening.paragraph)
        following = marks[after] if after < len(marks) else None
        if following is not None and following.paragraph == opening.paragraph:
            end_of_paragraph = following.start
        parts.append(_part(opening, end_of_paragraph, end_of_paragraph, closed=False))
        below = following.paragraph - opening.paragraph if following else 0
        if following is None or below > _MOST_PARAGRAPHS or following.family != opening.family:
            return parts, after
        if following.leads and following.opens and below == 1:
            opening, position = following, after
        elif following.closes and not following.opens:
            for i in range(opening.paragraph + 1, following.paragraph):
                parts.append(_whole(i, *paragraphs[i]))
            start = paragraphs[following.paragraph][0]
            opening = attrs.evolve(
                following, start=start, end=start, paragraph=following.paragraph, opens=True
            )
            position = after - 1
        else:
            return parts, after


def _closing(marks: Sequence[_Mark], opened: int, opening: _Mark) -> int | None:
    """The mark of the same paragraph that closes `opening`, nested quotations passed over."""
    depth = 0
    for i in range(opened + 1, min(opened + _MOST_MARKS, len(marks))):
        mark = marks[i]
        if mark.paragraph != opening.paragraph:
            return None
        if mark.family != opening.family:
            continue
        if mark.closes and not (mark.opens and depth):
            if not depth:
                return i
            depth -= 1
        elif mark.opens and mark.family != "'":
            # A second opening mark: the first was never closed, unless its own family nests.
            if _opens_anew(marks, i):
                return None
            depth += 1
    return None


def _opens_anew(marks: Sequence[_Mark], i: int) -> bool:
    """Whether after the inner opening mark there are fewer than two closing ones left."""
    closing = 0
    for mark in marks[i + 1 : i + 12]:
        if mark.paragraph != marks[i].paragraph:
            break
        if mark.family == marks[i].family:
            closing += 1 if mark.closes else -1
    return closing < 2


def _past(marks: Sequence[_Mark], position: int, paragraph: int) -> int:
    """The first mark of double or angled family that is of no use to this paragraph's opening."""
    i = position + 1
    while i < len(marks) and (marks[i].paragraph == paragraph or marks[i].family == "'"):
        if marks[i].paragraph == paragraph and marks[i].family != "'" and marks[i].opens:
            return i
        i += 1
    return i


def _part(opening: _Mark, end: int, outer_end: int, *, closed: bool) -> Quotation:
    return Quotation(0, opening.end, end, opening.start, outer_end, closed, 0, opening.paragraph)


def _whole(paragraph: int, start: int, end: int) -> Quotation:
    return Quotation(0, start, end, start, end, False, 0, paragraph)
