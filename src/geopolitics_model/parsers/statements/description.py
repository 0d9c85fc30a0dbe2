"""Candidates as rows of numbers: their cue, shape, edges, and the tagger's opinion of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from attrs import define
from numpy.typing import NDArray

from geopolitics_model.parsers.statements.candidates import Candidates
from geopolitics_model.parsers.statements.cues import Rates
from geopolitics_model.parsers.statements.grid import CLOSING, OPENING, Floats, Grid, dep_id, tag_id
from geopolitics_model.parsers.statements.speakers import HOWS, speaker_of
from geopolitics_model.parsers.statements.tagger import Tags

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Token

Longs = NDArray[np.int64]

CATEGORIES = (
    "lemma", "act", "tag", "dep", "how", "speaker tag", "speaker name", "kind", "child dep",
    "first tag", "first", "before", "last", "after", "last clause", "next dep", "next clause",
)  # fmt: skip
"""Columns that are looked up in a table of vectors, in this order."""
EDGE_WORDS = tuple(
    "that to as by of for and but which who whether if when where how what why a the because about "
    "in on with at from while or not like it he she they we i there "
    ", . : ; - — – ( ) \" “ ” ' ‘ ’ ? !".split()
)
_EDGE = {word: i for i, word in enumerate(EDGE_WORDS, 5)}
EDGES = 5 + len(EDGE_WORDS)
_BORDER, _CUE, _DIGITS, _WORD = 1, 2, 3, 4
_MODALS = frozenset("would will could should can may might 'll".split())
_BE = frozenset("be is was were been are 's 're".split())
_HAVE = frozenset("has have had 've".split())
_HOW = {how: i for i, how in enumerate(HOWS)}


def edge(token: Token) -> int:
    """The class of a word at the edge of a candidate: itself when it is small, else only what it
    looks like.
    """
    known = _EDGE.get(token.lower)
    return known if known is not None else _DIGITS if token.text.isdigit() else _WORD


def _depth(token: Token) -> int:
    depth = 0
    while not token.is_root and depth < 8:
        token = token.head
        depth += 1
    return depth


def cue_row(
    token: Token, position: int, grid: Grid, rates: Rates
) -> tuple[list[int], list[float], int]:
    """Categories and numbers of a cue, and the position of its speaker (-1: none in the grid)."""
    speaker, how = speaker_of(token)
    lemma = token.lemma.lower()
    deps = Counter(child.dep for child in token.children)
    helpers = {child.lower for child in token.children if child.dep in ("aux", "auxpass")}
    at = grid.position(speaker) if speaker is not None else None
    categories = [
        rates.number.get(lemma, 0), int(grid.act[position]), tag_id(token.tag), dep_id(token.dep),
        _HOW[how], tag_id(speaker.tag) if speaker is not None else 0,
    ]  # fmt: skip
    numbers = [
        rates.of_cue(lemma),
        rates.DEFAULT if token.is_root else rates.of_cue(token.head.lemma.lower()),
        float(grid.quotation[position] > 0),
        rates.of_speaker(speaker.lemma.lower()) if speaker is not None else -6.0,
        float(speaker.i - token.i) if speaker is not None else 0.0,
        *(float(deps[d]) for d in ("ccomp", "xcomp", "dobj", "prep", "neg", "mark", "advcl")),
        float("to" in helpers), float(bool(helpers & _MODALS)), float(bool(helpers & _BE)),
        float(bool(helpers & _HAVE)), float(_depth(token)),
    ]  # fmt: skip
    return categories, numbers, -1 if at is None else at


class Sums:
    """Running sums over the grid, so that a sum over any candidate is a few look-ups."""

    def __init__(self, columns: list[NDArray[np.floating]]) -> None:
        stacked = np.stack(columns, 1).astype(np.float64)
        self.total = np.zeros((len(stacked) + 1, stacked.shape[1]))
        np.cumsum(stacked, 0, out=self.total[1:])

    def over(self, candidates: Candidates) -> NDArray[np.float64]:
        """Sums over the pieces of each candidate: a row each."""
        parts: NDArray[np.float64] = self.total[candidates.ends] - self.total[candidates.starts]
        sums: NDArray[np.float64] = parts.sum(1)
        return sums

    def between(self, starts: Longs, ends: Longs) -> NDArray[np.float64]:
        """Sums over ranges, a row each."""
        return self.total[ends] - self.total[starts]


def _span(candidates: Candidates) -> tuple[Longs, Longs]:
    """First position and the position after the last of each candidate."""
    return candidates.starts[:, 0], candidates.ends.max(1)


def _next_word(grid: Grid) -> Longs:
    """Of each position, and of the one after the last, the next that holds a word."""
    n = len(grid.tokens)
    at = np.where(grid.words, np.arange(n), n)
    return np.append(np.minimum.accumulate(at[::-1])[::-1], n).astype(np.int64)


@define(eq=False)
class Describer:
    """Describes the candidates of one grid.

    scores: log odds of the cue model, by position; rates: of lemmas; tags: the tagger's opinion.
    """

    grid: Grid
    scores: Mapping[int, float]
    rates: Rates
    tags: Tags

    def __call__(self, candidates: Candidates, drawn: NDArray[np.float32]) -> tuple[Longs, Floats]:
        """Categories and numbers, a row a candidate; `drawn`: how often the tagger drew each."""
        grid = self.grid
        cues = sorted(set(candidates.cue.tolist()))
        row_of = np.full(len(grid.tokens), -1)
        row_of[cues] = np.arange(len(cues))
        described = [cue_row(grid.tokens[c], c, grid, self.rates) for c in cues]
        row = row_of[candidates.cue]
        cue_categories = np.array([d[0] for d in described], np.int64)[row]
        cue_numbers = np.array([d[1] for d in described], np.float32)[row]
        speaker = np.array([d[2] for d in described], np.int64)[row]
        cue_score = np.array([self.scores[c] for c in cues], np.float32)[row]
        named = np.where(speaker >= 0, grid.name[speaker], 0)[:, None]
        edges, edge_numbers = self._edges(candidates)
        joints, joint_numbers = self._joints(candidates)
        shape = self._shape(candidates, speaker)
        opinion = self._opinion(candidates, speaker, cue_score)
        kinds = np.stack([candidates.kind, candidates.dep], 1)
        categories = np.concatenate([cue_categories, named, kinds, edges, joints], 1)
        numbers = [cue_numbers, edge_numbers, joint_numbers, shape, opinion, drawn[:, None]]
        return categories, np.concatenate(numbers, 1, dtype=np.float32)

    def _edges(self, candidates: Candidates) -> tuple[Longs, NDArray[np.float64]]:
        """The words at and just outside both ends."""
        grid, tags = self.grid, self.tags
        edge_of = np.array([edge(t) for t in grid.tokens], np.int64)
        start, end = _span(candidates)
        units = np.array(grid.units, np.int64)[grid.unit_of[candidates.cue]]
        states = grid.quotation
        left, right = np.maximum(start - 1, 0), np.minimum(end, len(edge_of) - 1)
        further = np.minimum(end + 1, len(edge_of) - 1)
        opens_unit, closes_unit = start <= units[:, 0], end >= units[:, 1]
        before = np.where(
            opens_unit, _BORDER, np.where(left == candidates.cue, _CUE, edge_of[left])
        )
        after = np.where(
            closes_unit, _BORDER, np.where(right == candidates.cue, _CUE, edge_of[right])
        )
        categories = np.stack(
            [grid.features[start, 2], edge_of[start], before, edge_of[end - 1], after], 1
        ).astype(np.int64)
        opens = ((states[left] == OPENING) & ~opens_unit) | (states[start] == OPENING)
        closes = ((states[right] == CLOSING) | (states[further] == CLOSING)) & ~closes_unit
        inside = tags.inside
        numbers = [
            opens,
            closes,
            np.where(opens_unit, 0, inside[left]),
            np.where(closes_unit, 0, inside[right]),
        ]
        return categories, np.stack(numbers, 1).astype(np.float64)

    def _joints(self, candidates: Candidates) -> tuple[Longs, NDArray[np.float64]]:
        """What hangs where at the end: the clause of the last word, the next word and its clause.

        Whether a trailing clause belongs to the content shows in whether it depends on a word of
        the content, on the cue, or on neither.
        """
        grid, cue = self.grid, candidates.cue
        _, end = _span(candidates)
        last, after = end - 1, _next_word(grid)[end]
        ends_unit = after >= np.array(grid.units, np.int64)[grid.unit_of[cue], 1]
        after = np.minimum(after, len(grid.tokens) - 1)
        clause, governor = grid.clause, grid.governor
        deps = [grid.features[clause[last], 3], grid.features[after, 3], grid.features[after, 7]]
        deps[1:] = [np.where(ends_unit, 0, dep) for dep in deps[1:]]
        numbers = []
        for above in (governor[last], grid.head[after], governor[after], clause[after]):
            within = (candidates.starts <= above[:, None]) & (above[:, None] < candidates.ends)
            numbers += [within.any(1), above == cue]
        numbers.append(ends_unit)
        return np.stack(deps, 1).astype(np.int64), np.stack(numbers, 1).astype(np.float64)

    def _shape(self, candidates: Candidates, speaker: Longs) -> NDArray[np.float64]:
        """Length, place in the sentence, quotation marks, verbs, and sums of the tagger's
        opinion.
        """
        grid, tags = self.grid, self.tags
        words = grid.words.astype(np.float64)
        quoted = words * (grid.quotation > 0)
        verbs = np.array([t.pos == "VERB" for t in grid.tokens], np.float64)
        rate = np.array(
            [
                0.0 if t.pos != "VERB" else max(0.0, self.rates.of_cue(t.lemma.lower()) + 4)
                for t in grid.tokens
            ]
        )
        rivals = np.zeros(len(words))
        for position, score in self.scores.items():
            rivals[position] = 1 / (1 + np.exp(-score))
        inside = tags.inside.astype(np.float64)
        sums = Sums([words, quoted, verbs, rate, rivals, inside * words, words * (inside < 0.3)])
        mine = sums.over(candidates)
        start, end = _span(candidates)
        cue = candidates.cue
        sentences = np.array(grid.sentences, np.int64)[np.array(grid.sentence_of)[cue]]
        units = np.array(grid.units, np.int64)[grid.unit_of[cue]]
        whole = sums.between(sentences[:, 0], sentences[:, 1])
        unit = sums.between(units[:, 0], units[:, 1])
        clipped = Candidates(
            cue, candidates.kind, candidates.dep, candidates.extension,
            np.clip(candidates.starts, sentences[:, :1], sentences[:, 1:]),
            np.clip(candidates.ends, sentences[:, :1], sentences[:, 1:]),
        )  # fmt: skip
        outside = whole - sums.over(clipped)
        size = np.maximum(mine[:, 0], 1)
        holds = (
            (candidates.starts <= speaker[:, None]) & (speaker[:, None] < candidates.ends)
        ).any(1)
        starts_sentence = sums.between(np.minimum(sentences[:, 0], start), start)[:, 0] == 0
        ends_sentence = sums.between(end, np.maximum(end, sentences[:, 1]))[:, 0] == 0
        columns = [
            mine[:, 0], outside[:, 0], mine[:, 1] / size, outside[:, 1], mine[:, 2], mine[:, 3],
            mine[:, 4], outside[:, 4], unit[:, 4], mine[:, 5] / size, mine[:, 6] / size,
            outside[:, 5], mine[:, 5] / np.maximum(unit[:, 5], 1e-3),
            (candidates.starts < candidates.ends).sum(1),
            start < cue, end > cue, np.minimum(np.abs(start - cue), np.abs(end - 1 - cue)), holds,
            whole[:, 0], mine[:, 0] / np.maximum(whole[:, 0], 1), starts_sentence, ends_sentence,
            candidates.extension & 1, candidates.extension >> 1, units[:, 1] - units[:, 0],
        ]  # fmt: skip
        return np.stack(columns, 1).astype(np.float64)

    def _opinion(
        self, candidates: Candidates, speaker: Longs, cue_score: Floats
    ) -> NDArray[np.float64]:
        """What the models say of cue, link and speaker."""
        grid, tags = self.grid, self.tags
        cue = candidates.cue
        link = np.zeros(len(candidates))
        units = grid.unit_of[cue]
        for unit, (columns, scores) in tags.links.items():
            first = grid.units[unit][0]
            total = np.zeros((len(scores) + 1, scores.shape[1]))
            np.cumsum(scores, 0, out=total[1:])
            rows = np.flatnonzero(units == unit)
            if not len(rows):
                continue
            column = np.array([columns[c] for c in cue[rows].tolist()])[:, None]
            used = candidates.starts[rows] < candidates.ends[rows]
            a = np.where(used, candidates.starts[rows] - first, 0)
            b = np.where(used, candidates.ends[rows] - first, 0)
            link[rows] = np.exp((total[b, column] - total[a, column]).sum(1) / (b - a).sum(1))
        main = tags.main[cue].astype(np.float64)
        spoken = np.where(speaker >= 0, tags.source[speaker], -1)
        start, _ = _span(candidates)
        features = (cue_score, main, tags.cue[cue], link, main * link, tags.begins[start], spoken)
        return np.stack([np.asarray(feature, np.float64) for feature in features], 1)
