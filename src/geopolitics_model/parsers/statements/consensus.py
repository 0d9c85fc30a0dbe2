"""From the probability that a candidate is right to how much of it is expected to be.

The candidates of a cue are rivals that mostly overlap ("the report a lie", "the report a lie in a
letter"): when several are likely, each alone looks doubtful though the cue surely has a content.
What counts is the expected overlap with the right one (minimum Bayes risk; Kumar and Byrne 2004).
"""

from __future__ import annotations

import numpy as np

from geopolitics_model.parsers.statements.candidates import Candidates
from geopolitics_model.parsers.statements.grid import Floats, Grid

_LEAST = 0.03
"""Probability below which a rival does not count."""
_MOST = 12
"""Rivals of a cue that count, the likeliest first."""


def expected_overlap(grid: Grid, candidates: Candidates, probabilities: Floats) -> Floats:
    """Of each likely candidate its expected Jaccard overlap, over words, with the right content."""
    found = probabilities.copy()
    likely = np.flatnonzero(probabilities >= _LEAST)
    likely = likely[np.argsort(-probabilities[likely], kind="stable")]
    rivals: dict[int, list[int]] = {}
    for i in likely.tolist():
        rivals.setdefault(int(candidates.cue[i]), []).append(i)
    for group in rivals.values():
        if len(group) > 1:
            best = group[:_MOST]
            weights = probabilities[best]
            shared = _overlaps(grid, candidates, best)
            found[best] = shared @ weights / max(1.0, float(weights.sum()))
    return found


def _overlaps(grid: Grid, candidates: Candidates, rows: list[int]) -> Floats:
    """Jaccard overlap of each with each."""
    first = int(candidates.starts[rows, 0].min())
    last = int(candidates.ends[rows].max())
    inside = np.zeros((len(rows), last - first), np.float32)
    for k, i in enumerate(rows):
        for start, end in candidates.pieces(i):
            inside[k, start - first : end - first] = 1
    inside *= grid.words[first:last]
    both = inside @ inside.T
    size = both.diagonal()
    return np.asarray(both / np.maximum(size[:, None] + size[None, :] - both, 1), np.float32)
