"""From scored candidates to the contents of an article: one a cue, none across another, nested
where the text nests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from attrs import define, field, frozen
from numpy.typing import NDArray

from geopolitics_model.parsers.statements.acts import knows, performs
from geopolitics_model.parsers.statements.candidates import Candidates, Generator, Pieces, Row
from geopolitics_model.parsers.statements.grid import Floats, Grid
from geopolitics_model.parsers.statements.tagger import Tags
from geopolitics_model.parsers.statements.weights import Thresholds

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Token

CUTS = (0.3, 0.5, 0.7)
"""Probabilities at which the tagger's contents are cut out."""
_OVERLAP = 0.2
_FALL_BACK_OVERLAP = 0.1
_LINKED = 0.35
_LEAST_MAIN, _LIKELY_MAIN = 0.015, 0.12
"""Probabilities of heading a cue: below the first no content is tried, above the second the
tagger's own contents are given to it."""


@frozen
class Choice:
    """A content that was decided for: its cue (a position), its pieces, and the score."""

    cue: int
    pieces: Pieces
    score: float


def runs(grid: Grid, inside: Floats, begins: Floats | None, cut: float) -> list[tuple[int, int]]:
    """Maximal stretches above the cut, within units, split where a new one begins."""
    on = inside > cut
    if not len(on):
        return []
    edge = np.zeros(len(on), np.bool_)
    edge[[first for first, _ in grid.units]] = True
    if begins is not None:
        edge |= begins > 0.5
    starts = on & (edge | ~np.r_[False, on[:-1]])
    stops = on & np.r_[edge[1:] | ~on[1:], True]
    return list(
        zip(np.flatnonzero(starts).tolist(), (np.flatnonzero(stops) + 1).tolist(), strict=True)
    )


def _link(grid: Grid, tags: Tags, start: int, end: int) -> tuple[int, float] | None:
    """The likely cue that a stretch belongs to, and the probability."""
    unit = int(grid.unit_of[start])
    if unit not in tags.links:
        return None
    columns, scores = tags.links[unit]
    first = grid.units[unit][0]
    mean = scores[start - first : end - first].mean(0)
    likely = [(float(mean[i]), cue) for cue, i in columns.items() if tags.main[cue] > _LIKELY_MAIN]
    if not likely:
        return None
    best, cue = max(likely)
    return cue, float(np.exp(best))


def tagged_contents(grid: Grid, tags: Tags, generator: Generator) -> dict[tuple[int, Pieces], int]:
    """The contents that the tagger draws by itself, by cue, with the number of cuts that draw
    it.
    """
    found: dict[tuple[int, Pieces], int] = {}
    for cut in CUTS:
        groups: dict[int, list[tuple[int, int]]] = {}
        for start, end in runs(grid, tags.inside, tags.begins, cut):
            if link := _link(grid, tags, start, end):
                groups.setdefault(link[0], []).append((start, end))
        for cue, parts in groups.items():
            for pieces in {generator.trim(parts), *(generator.trim([part]) for part in parts)}:
                if pieces and len(pieces) <= 4 and not any(a <= cue < b for a, b in pieces):
                    key = (cue, pieces)
                    found[key] = found.get(key, 0) + (len(parts) == 1 or len(pieces) > 1)
    return found


def promising(scores: dict[int, float], tags: Tags) -> list[int]:
    """The cues that the tagger does not rule out."""
    return [cue for cue in sorted(scores) if tags.main[cue] > _LEAST_MAIN]


def gather(
    grid: Grid, cues: list[int], tags: Tags
) -> tuple[list[Row], NDArray[np.float32], dict[tuple[int, Pieces], int]]:
    """All candidates of the cues, those of the tagger included, and how often the tagger drew
    each.
    """
    generator = Generator(grid)
    drawn = tagged_contents(grid, tags, generator)
    rows = [row for cue in cues for row in generator.rows(cue)]
    known = {(row[0], row[4]) for row in rows}
    rows += [(cue, 0, 0, 0, pieces) for cue, pieces in drawn if (cue, pieces) not in known]
    counts = np.array([drawn.get((row[0], row[4]), -1) for row in rows], np.float32)
    return rows, counts, drawn


def _size(pieces: Pieces) -> int:
    return sum(b - a for a, b in pieces)


def overlap(one: Pieces, other: Pieces) -> int:
    """Positions that two contents share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def holds(outer: Pieces, inner: Choice) -> bool:
    """Whether a content takes in both the cue and the content of another choice."""
    return any(a <= inner.cue < b for a, b in outer) and overlap(outer, inner.pieces) == _size(
        inner.pieces
    )


@define(eq=False)
class Selector:
    """Chooses among the candidates of one grid; what was chosen is kept by unit."""

    grid: Grid
    thresholds: Thresholds
    chosen: dict[int, list[Choice]] = field(factory=dict)

    def choose(
        self,
        candidates: Candidates,
        scores: Floats,
        tags: Tags,
        drawn: dict[tuple[int, Pieces], int],
    ) -> list[Choice]:
        """The best content of each cue, best first, unless it crosses one chosen before."""
        good = np.flatnonzero(scores >= self._least(candidates))
        best: dict[int, int] = {}
        for i in good[np.argsort(-scores[good], kind="stable")].tolist():
            best.setdefault(int(candidates.cue[i]), i)
        for cue, i in best.items():
            choice = Choice(cue, candidates.pieces(i), float(scores[i]))
            if self._fits(choice):
                self._rivals(choice).append(choice)
        for choice in _fall_backs(tags, drawn, self.thresholds.fall_back):
            limit = _FALL_BACK_OVERLAP * _size(choice.pieces)
            rivals = self._rivals(choice)
            if all(
                c.cue != choice.cue and overlap(c.pieces, choice.pieces) <= limit for c in rivals
            ):
                rivals.append(choice)
        everything = [
            choice for choices in self.chosen.values() for choice in self._nested(choices)
        ]
        return sorted(everything, key=lambda c: (c.pieces[0], c.cue))

    def _least(self, candidates: Candidates) -> Floats:
        """The expected overlap that each candidate must have."""
        cues = candidates.cue.tolist()
        limits = {cue: self._limit(self.grid.tokens[cue]) for cue in dict.fromkeys(cues)}
        return np.array([limits[c] for c in cues], np.float32)

    def _limit(self, cue: Token) -> float:
        if performs(cue):
            return self.thresholds.act
        return self.thresholds.choose if knows(cue) else self.thresholds.doubt

    def _rivals(self, choice: Choice) -> list[Choice]:
        return self.chosen.setdefault(int(self.grid.unit_of[choice.cue]), [])

    def _fits(self, choice: Choice) -> bool:
        """Whether a choice crosses none before it; the content around another is always let in."""
        for other in self._rivals(choice):
            shared = overlap(choice.pieces, other.pieces)
            if shared <= _OVERLAP * min(_size(choice.pieces), _size(other.pieces)):
                continue
            if holds(choice.pieces, other):
                continue
            if choice.score < self.thresholds.nest or not holds(other.pieces, choice):
                return False
        return True

    def _nested(self, choices: list[Choice]) -> list[Choice]:
        """Without the contents inside others that are not sure enough."""
        return [
            choice
            for choice in choices
            if choice.score >= self.thresholds.nest
            or not any(holds(other.pieces, choice) for other in choices if other is not choice)
        ]


def _fall_backs(tags: Tags, drawn: dict[tuple[int, Pieces], int], least: float) -> list[Choice]:
    """Contents that the tagger is sure of, the surest first."""
    out = []
    for (cue, pieces), count in drawn.items():
        if count:
            sure = float(np.mean(np.concatenate([tags.inside[a:b] for a, b in pieces])))
            if sure >= least:
                out.append(Choice(cue, pieces, sure))
    return sorted(out, key=lambda c: (-c.score, c.pieces, c.cue))


def tagged_sources(grid: Grid, tags: Tags) -> dict[int, tuple[int, int]]:
    """The noun phrase that the tagger gives each cue as its source."""
    best: dict[int, tuple[float, int, int]] = {}
    for start, end in runs(grid, tags.source, None, 0.5):
        link = _link(grid, tags, start, end)
        if link and link[1] > _LINKED and link[1] > best.get(link[0], (0.0, 0, 0))[0]:
            best[link[0]] = (link[1], start, end)
    return {cue: (start, end) for cue, (_, start, end) in best.items()}
