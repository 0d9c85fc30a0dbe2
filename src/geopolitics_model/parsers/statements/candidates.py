"""Candidates for the content of a cue, from the dependency tree and the quotation marks.

A candidate is a cue and up to four ranges of positions of the grid. Which of them is the content,
if any, is for the ranker to say; here only recall counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np
from attrs import define, field
from numpy.typing import NDArray

from geopolitics_model.parsers.statements.grid import CLOSING, OPENING, Grid, dep_id
from geopolitics_model.parsers.statements.speakers import SUBJECTS

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Token

Pieces = tuple[tuple[int, int], ...]

MOST_PIECES = 4
KINDS = (
    "tagged", "after colon", "complement", "complement to cue's end",
    "complement to sentence's end", "complement cut", "complement of complement", "before cluster",
    "after cluster", "around cluster", "complement and after cluster", "governing clause",
    "rest of sentence", "all quoted", "quotation", "from quotation", "to quotation",
    "quoted sentences",
)  # fmt: skip
_KIND = {kind: i for i, kind in enumerate(KINDS)}
ALONE, WITH_NEXT, WITH_PREVIOUS, WITH_BOTH = range(4)
"""Whether wholly quoted sentences next to the cue's own are taken in."""

_COMPLEMENTS = frozenset(
    "ccomp xcomp advcl dobj pcomp acl relcl parataxis attr oprd pobj dep conj prep nsubjpass "
    "acomp".split()
)
_BELOW = frozenset("pobj pcomp acl relcl prep".split())
_LOOSE = frozenset("advcl conj prep parataxis relcl cc npadvmod".split())
_PRE = frozenset("aux auxpass neg advmod".split())
_POST = frozenset("prt dative".split())
_FAR_POST = frozenset("npadvmod prep advmod dobj dative advcl tmod".split())
_GOVERNED = frozenset("parataxis advcl prep ccomp conj dep".split())
_BREAKS_BEFORE = frozenset((",", "”", '"', "—", "--", ";"))
_BREAKS_AFTER = frozenset((",", "“", '"', "—", "--", ";", "."))
_SUBJECTS = SUBJECTS | {"nsubjpass", "expl"}
_QUOTED = 0.9


@define(eq=False)
class Candidates:
    """Columns over all candidates: cue position, kind, dependency, extension, and the pieces
    padded with empty ones.
    """

    cue: NDArray[np.int64]
    kind: NDArray[np.int64]
    dep: NDArray[np.int64]
    extension: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.cue)

    def pieces(self, i: int) -> Pieces:
        """The ranges of one candidate."""
        pairs = zip(self.starts[i].tolist(), self.ends[i].tolist(), strict=True)
        return tuple((a, b) for a, b in pairs if a < b)


Row = tuple[int, int, int, int, Pieces]


def collect(rows: list[Row]) -> Candidates:
    """Rows (cue, kind, dep, extension, pieces) as columns."""
    starts = np.zeros((len(rows), MOST_PIECES), np.int64)
    ends = np.zeros((len(rows), MOST_PIECES), np.int64)
    for i, row in enumerate(rows):
        for j, (start, end) in enumerate(row[4]):
            starts[i, j], ends[i, j] = start, end
    columns = np.array([row[:4] for row in rows], np.int64).reshape(-1, 4)
    return Candidates(columns[:, 0], columns[:, 1], columns[:, 2], columns[:, 3], starts, ends)


@define(eq=False)
class Generator:
    """Makes the candidates of the cues of one grid."""

    grid: Grid
    _words: list[bool] = field(init=False)
    _quoted: list[int] = field(init=False)
    _whole: list[bool] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._words = self.grid.words.tolist()
        states = self.grid.quotation
        self._quoted = states.tolist()
        both = np.zeros((len(states) + 1, 2), np.int64)
        np.cumsum(np.stack([self.grid.words, self.grid.words & (states > 0)], 1), 0, out=both[1:])
        bounds = np.array(self.grid.sentences, np.int64).reshape(-1, 2)
        inside = both[bounds[:, 1]] - both[bounds[:, 0]]
        self._whole = (inside[:, 1] > _QUOTED * np.maximum(inside[:, 0], 1)).tolist()

    def trim(self, pieces: Iterable[tuple[int, int]]) -> Pieces:
        """Drop what is no word at the ends of pieces; join pieces with no word between them."""
        words = self._words
        out: list[tuple[int, int]] = []
        for low, high in pieces:
            start, end = low, high
            while start < end and not words[start]:
                start += 1
            while end > start and not words[end - 1]:
                end -= 1
            if start >= end:
                continue
            if out and start >= out[-1][1] and not any(words[out[-1][1] : start]):
                out[-1] = (out[-1][0], end)
            elif not out or start >= out[-1][1]:
                out.append((start, end))
            else:
                out[-1] = (out[-1][0], max(end, out[-1][1]))
        return tuple(out)

    def rows(self, cue: int) -> Iterator[Row]:
        """All candidates of the cue at this position."""
        first, last = self.grid.sentences[self.grid.sentence_of[cue]]
        seen: dict[Pieces, tuple[int, int]] = {}
        relative = _is_relative(self.grid.tokens[cue : cue + 3])
        for kind, dep, pieces in self._raw(cue, first, last):
            trimmed = self.trim(pieces)
            if (
                trimmed
                and len(trimmed) <= MOST_PIECES
                and trimmed not in seen
                and not any(a <= cue < b for a, b in trimmed)
                and not (relative and trimmed[0][0] < cue)
            ):
                seen[trimmed] = (_KIND[kind], dep_id(dep))
        before, after = self._neighbours(cue)
        colon = self.grid.tokens[cue].text == ":"
        alone = _KIND["quoted sentences"]
        both = (*before, *after) if before and after else ()
        for extension, around in ((WITH_PREVIOUS, before), (WITH_NEXT, after), (WITH_BOTH, both)):
            if whole := self.trim(around):
                yield cue, alone, 0, extension, whole
        for pieces, (number, dep_number) in seen.items():
            yield cue, number, dep_number, ALONE, pieces
            if not (before or after):
                continue
            if not colon and not any(any(self._quoted[a:b]) for a, b in pieces):
                continue
            for extension, added in (
                (WITH_NEXT, (*pieces, *after) if after else ()),
                (WITH_PREVIOUS, (*before, *pieces) if before else ()),
                (WITH_BOTH, (*before, *pieces, *after) if before and after else ()),
            ):
                extended = self.trim(added)
                if extended and len(extended) <= MOST_PIECES:
                    yield cue, number, dep_number, extension, extended

    def _neighbours(self, cue: int) -> tuple[Pieces, Pieces]:
        """The runs of wholly quoted sentences before and after the cue's own, in its unit."""
        sentences, here = self.grid.sentences, self.grid.sentence_of[cue]
        first, last = self.grid.units[self.grid.unit_of[cue]]
        low = high = here
        while low > 0 and sentences[low - 1][0] >= first and self._whole[low - 1]:
            low -= 1
        while (
            high + 1 < len(sentences) and sentences[high + 1][1] <= last and self._whole[high + 1]
        ):
            high += 1
        before = ((sentences[low][0], sentences[here][0]),) if low < here else ()
        after = ((sentences[here][1], sentences[high][1]),) if high > here else ()
        return before, after

    def _raw(
        self, cue: int, first: int, last: int
    ) -> Iterator[tuple[str, str, tuple[tuple[int, int], ...]]]:
        """Kind, dependency and ranges, unchecked, within the sentence [first, last)."""
        token = self.grid.tokens[cue]
        shift = token.i - cue
        if token.text == ":":
            yield "after colon", "", ((cue + 1, last),)
        else:
            for kind, dep, start, end in self._complements(token):
                yield kind, dep, ((max(first, start - shift), min(last, end - shift)),)
            for child in token.children:
                if child.dep in _COMPLEMENTS and child.i > token.i:
                    start = max(first, child.left - shift)
                    to_end = min(last, token.right + 1 - shift)
                    yield "complement to cue's end", child.dep, ((start, to_end),)
                    yield "complement to sentence's end", child.dep, ((start, last),)
            yield from self._clusters(token, cue, first, last)
            head = token.head
            if not token.is_root and token.dep in _GOVERNED:
                low, high = max(first, token.left - shift), min(last, token.right + 1 - shift)
                left, right = max(first, head.left - shift), min(last, head.right + 1 - shift)
                yield "governing clause", token.dep, ((left, low), (high, right))
                yield "rest of sentence", token.dep, ((first, low), (high, last))
        yield from self._quotations(cue, first, last)

    def _complements(self, cue: Token) -> Iterator[tuple[str, str, int, int]]:
        """Subtrees below the cue, whole and cut before a loose clause at their end; in token
        indices.
        """
        for child in cue.children:
            if child.dep not in _COMPLEMENTS:
                continue
            yield "complement", child.dep, child.left, child.right + 1
            if child.i > cue.i:
                for below in child.children:
                    if below.dep in _LOOSE and below.left > child.i + 1:
                        yield "complement cut", below.dep, child.left, below.left
            if child.dep in ("prep", "pobj", "dobj", "nsubjpass"):
                for below in child.children:
                    if below.dep in _BELOW:
                        yield "complement of complement", below.dep, below.left, below.right + 1

    def _clusters(
        self, cue: Token, at: int, first: int, last: int
    ) -> Iterator[tuple[str, str, tuple[tuple[int, int], ...]]]:
        """What stands before and after the cue with its subject and adverbs, and both together."""
        shift = cue.i - at
        low, high, far = cue.i, cue.i, cue.i
        for child in cue.children:
            if child.right < cue.i and cue.i - child.left < 40:
                if child.dep in _SUBJECTS or child.dep in _PRE:
                    low = min(low, child.left)
            elif child.left > cue.i:
                if child.dep in _SUBJECTS or child.dep in _POST:
                    high = max(high, child.right)
                if child.dep in _FAR_POST:
                    far = max(far, child.right)
        far = max(far, high)
        tokens = self.grid.tokens
        left, right = at, at
        while left > first and tokens[left - 1].text not in _BREAKS_BEFORE:
            left -= 1
        while right < last - 1 and tokens[right + 1].text not in _BREAKS_AFTER:
            right += 1
        low, high, far = max(first, low - shift), min(last, high - shift), min(last, far - shift)
        clauses = [
            max(first, child.left - shift)
            for child in cue.children
            if child.dep == "ccomp" and child.i < cue.i
        ]
        for start, end in ((low, high), (low, far), (left, right), (low, right)):
            before, after = (first, start), (end + 1, last)
            yield "before cluster", "", (before,)
            yield "after cluster", "", (after,)
            yield "around cluster", "", (before, after)
            for clause in clauses:
                yield "complement and after cluster", "", ((clause, start), after)
                yield "complement and after cluster", "", ((clause, start),)

    def _quotations(
        self, cue: int, first: int, last: int
    ) -> Iterator[tuple[str, str, tuple[tuple[int, int], ...]]]:
        """The quoted parts of the sentence, one by one and together."""
        states = self._quoted
        parts: list[tuple[int, int]] = []
        start = None
        for i in range(first, last):
            if start is not None and (not states[i] or states[i] == OPENING or i == cue):
                parts.append((start, i))
                start = None
            if states[i] and i != cue and start is None:
                start = i
            if states[i] == CLOSING and start is not None:
                parts.append((start, i + 1))
                start = None
        if start is not None:
            parts.append((start, last))
        if not parts:
            return
        yield "all quoted", "", tuple(parts)
        for part in parts:
            yield "quotation", "", (part,)
        later = [part for part in parts if part[0] > cue]
        if later:
            yield "from quotation", "", ((later[0][0], last),)
            yield "to quotation", "", ((cue + 1, later[-1][1]),)


def _is_relative(tokens: list[Token]) -> bool:
    """ "According to which": what stands before names the source, the content comes after."""
    return tokens[0].lower == "according" and tokens[-1].tag in ("WDT", "WP")
