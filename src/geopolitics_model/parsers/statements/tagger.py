"""A BiLSTM over the tokens of a paragraph, forward only and in numpy: which tokens are content,
source and cue.

Input of a token: vectors of word, lemma, tag, dependency, shape, quotation state, place in a name,
class of speech act and the parser's own vector; a second layer looks at the syntactic head, the
head of the clause and the clause above it. The link layer says which cue a token belongs to.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from geopolitics_model.parsers.statements.grid import Floats, Grid

LINK = 64
"""Width of the link layer."""
LEAST_SHARE = np.float32(1e-9)
"""Of a link, so that its logarithm is finite."""
DISTANCES = 32
"""Rows of the table of distances between a token and a cue."""
TABLES = ("word", "lemma", "tag", "dep", "shape", "quote", "start", "clause", "name", "act")
"""Tables of vectors, in the order of the grid's features."""


@frozen(eq=False)
class Tags:
    """The tagger's opinion of each position of a grid.

    inside, begins: probability of being content, and of being the first token of a content.
    source, cue: probability of being part of a source, of a cue.
    main: probability of being the head word of a cue.
    links: per unit, its cues' positions and the log probability that a token (row) belongs to a cue
        (column).
    """

    inside: Floats
    begins: Floats
    source: Floats
    cue: Floats
    main: Floats
    links: dict[int, tuple[dict[int, int], Floats]]


def mean_of(opinions: list[Tags]) -> Tags:
    """The mean of several opinions of one grid: errors that only one tagger makes are outvoted."""
    if len(opinions) == 1:
        return opinions[0]
    columns = ("inside", "begins", "source", "cue", "main")
    means = {c: np.mean([getattr(tags, c) for tags in opinions], 0) for c in columns}
    links = {}
    for unit, (members, _) in opinions[0].links.items():
        shares = np.mean([np.exp(tags.links[unit][1]) for tags in opinions], 0)
        links[unit] = (members, np.log(np.maximum(shares, LEAST_SHARE)))
    return Tags(**means, links=links)


def distance_rows(tokens: NDArray[np.int64], cues: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed logarithmic distance from each token to each cue, as a row of the table of
    distances.
    """
    gap = cues[None, :] - tokens[:, None]
    steps = np.sign(gap) * np.ceil(np.log2(np.abs(gap) + 1.0) * 1.7)
    rows: NDArray[np.int64] = np.clip(steps, -15, 15).astype(np.int64) + 16
    return rows


def relation_rows(grid: Grid, first: int, last: int, cues: NDArray[np.int64]) -> NDArray[np.int64]:
    """Which of head, clause head and governor of each token the cue is: a bit each."""
    rows = np.zeros((last - first, len(cues)), np.int64)
    for bit, column in ((1, grid.head), (2, grid.clause), (4, grid.governor)):
        rows += bit * (column[first:last, None] == cues[None, :])
    return rows


@frozen(eq=False)
class Tagger:
    """The trained network."""

    weights: Mapping[str, Floats]

    def __call__(self, grid: Grid, cues: list[int]) -> Tags:
        """Tags of all units at once; `cues` are the positions that contents may be linked to."""
        w = self.weights
        hidden = self._encode(grid)
        bio = (hidden @ w["out.weight"].T + w["out.bias"]).reshape(-1, 3, 3)
        bio -= bio.max(-1, keepdims=True)
        np.exp(bio, out=bio)
        bio /= bio.sum(-1, keepdims=True)
        main = _sigmoid(hidden @ w["main.weight"][0] + w["main.bias"][0])
        return Tags(
            inside=1 - bio[:, 0, 0],
            begins=bio[:, 0, 1],
            source=1 - bio[:, 1, 0],
            cue=1 - bio[:, 2, 0],
            main=main,
            links=self._links(grid, hidden, cues),
        )

    def _encode(self, grid: Grid) -> Floats:
        w = self.weights
        f = grid.features
        parts = [w[name + ".weight"][f[:, i]] for i, name in enumerate(TABLES)]
        x = np.concatenate([*parts, grid.vectors], 1) @ w["project.weight"].T
        x = np.maximum(x + w["project.bias"], 0)
        around = np.concatenate([x[grid.head], x[grid.clause], x[grid.governor], x], 1)
        x = x + np.maximum(around @ w["around.weight"].T + w["around.bias"], 0)
        return self._lstm(x, grid.units)

    @cached_property
    def _gates(self) -> tuple[list[Floats], list[Floats], Floats]:
        """Of both directions: weights from the input, bias, and weights from the step before.

        The input of the cell is put last, and all other gates are halved, as `_lstm` needs them.
        """
        w = self.weights
        size = w["lstm.weight_hh_l0"].shape[1]
        half = np.repeat(np.array([0.5, 0.5, 0.5, 1], np.float32), size)
        last = np.r_[0 : 2 * size, 3 * size : 4 * size, 2 * size : 3 * size]
        into, bias = [], []
        recurrent = np.empty((2, size, 4 * size), np.float32)
        for way, suffix in enumerate(("_l0", "_l0_reverse")):
            bias.append((w["lstm.bias_ih" + suffix] + w["lstm.bias_hh" + suffix])[last] * half)
            into.append((w["lstm.weight_ih" + suffix][last] * half[:, None]).T)
            recurrent[way] = (w["lstm.weight_hh" + suffix][last] * half[:, None]).T
        return into, bias, recurrent

    def _lstm(self, x: Floats, units: list[tuple[int, int]]) -> Floats:
        """Both directions over all units side by side, the longest first.

        Rows are put in the order of time steps, so that a step reads and writes one stretch of
        memory for both directions; input, forget and output gate are computed as tanh of half their
        input.
        """
        size = self.weights["lstm.weight_hh_l0"].shape[1]
        lengths = np.array([b - a for a, b in units])
        order = np.argsort(-lengths, kind="stable")
        starts, lengths = np.array([a for a, _ in units])[order], lengths[order]
        alive = np.searchsorted(-lengths, -np.arange(int(lengths[0])), "left").tolist()
        rows = np.concatenate(
            [[starts[:k] + t, starts[:k] + lengths[:k] - 1 - t] for t, k in enumerate(alive)], 1
        )
        gates = np.empty((2, len(x), 4 * size), np.float32)
        into, bias, recurrent = self._gates
        for way in (0, 1):
            np.matmul(x[rows[way]], into[way], out=gates[way])
            gates[way] += bias[way]
        states = np.empty((2, len(x), size), np.float32)
        h = np.zeros((2, len(units), size), np.float32)
        c = np.zeros((2, len(units), size), np.float32)
        at = 0
        for k in alive:
            g = gates[:, at : at + k]
            if at:
                g += h[:, :k] @ recurrent
            np.tanh(g, out=g)
            now, gate = g[:, :, 3 * size :], g[:, :, : 3 * size]
            gate *= np.float32(0.5)
            gate += np.float32(0.5)
            now *= gate[:, :, :size]
            cell = c[:, :k]
            cell *= gate[:, :, size : 2 * size]
            cell += now
            h = states[:, at : at + k]
            np.tanh(cell, out=h)
            h *= gate[:, :, 2 * size :]
            at += k
        out = np.empty((len(x), 2 * size), np.float32)
        out[rows[0], :size] = states[0]
        out[rows[1], size:] = states[1]
        return out

    def _links(
        self, grid: Grid, hidden: Floats, cues: list[int]
    ) -> dict[int, tuple[dict[int, int], Floats]]:
        w = self.weights
        by_unit: dict[int, list[int]] = {}
        for cue in cues:
            by_unit.setdefault(int(grid.unit_of[cue]), []).append(cue)
        if not cues:
            return {}
        left = hidden @ w["token.weight"].T + w["token.bias"]
        right = hidden[cues] @ w["target.weight"].T + w["target.bias"]
        prior = hidden[cues] @ w["prior.weight"][0] + w["prior.bias"][0]
        row_of = {cue: i for i, cue in enumerate(cues)}
        links = {}
        for unit, members in by_unit.items():
            first, last = grid.units[unit]
            at = np.array(members)
            rows = [row_of[m] for m in members]
            score = left[first:last] @ right[rows].T / np.float32(np.sqrt(LINK)) + prior[rows]
            score = score + w["distance.weight"][distance_rows(np.arange(first, last), at), 0]
            score = score + w["relation.weight"][relation_rows(grid, first, last, at), 0]
            score -= score.max(1, keepdims=True)
            score -= np.log(np.exp(score).sum(1, keepdims=True))
            links[unit] = ({m: i for i, m in enumerate(members)}, score)
        return links


def _sigmoid(x: Floats) -> Floats:
    """Logistic function, by way of tanh so that nothing overflows."""
    half: Floats = np.tanh(np.float32(0.5) * x)
    return np.asarray(np.float32(0.5) * (half + np.float32(1)), np.float32)


@frozen(eq=False)
class Taggers:
    """Several taggers, trained apart, whose mean decides."""

    members: tuple[Tagger, ...]

    def __call__(self, grid: Grid, cues: list[int]) -> Tags:
        """As one tagger would."""
        return mean_of([tagger(grid, cues) for tagger in self.members])
