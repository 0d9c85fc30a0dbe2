"""Finds every attribution of an article: candidates from syntax, a tagger and a ranker that have
learned, plain rules.

The order is from cheap to dear: the cue model drops nearly all words, and paragraphs without a cue
are laid aside before the tagger runs. The design follows the experiments on quotation extraction of
Pareti (2015) and Newell et al. (2018).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from geopolitics_model.parsers.statements.attribution import Attribution
from geopolitics_model.parsers.statements.candidates import Candidates, collect
from geopolitics_model.parsers.statements.cues import possible
from geopolitics_model.parsers.statements.description import Describer
from geopolitics_model.parsers.statements.grid import Floats, Grid, lay_out, quotation_states
from geopolitics_model.parsers.statements.layout import by_layout
from geopolitics_model.parsers.statements.ranges import attribution_of, with_parents
from geopolitics_model.parsers.statements.selection import (
    Choice,
    Selector,
    gather,
    promising,
    tagged_sources,
)
from geopolitics_model.parsers.statements.tagger import Tags
from geopolitics_model.parsers.statements.weights import Components, load

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading


def find(reading: Reading) -> tuple[Attribution, ...]:
    """All attributions of the article, in the order of their contents."""
    return find_with(reading, load())


def find_with(reading: Reading, components: Components) -> tuple[Attribution, ...]:
    """The same with components of one's own, as training does."""
    grid, scores = survey(reading, components)
    found: list[Attribution] = []
    if scores:
        choices, tags = decide(grid, scores, components)
        sources = tagged_sources(grid, tags)
        found = [attribution_of(reading, grid, c, sources.get(c.cue)) for c in choices]
        by_token = {grid.tokens[position].i: score for position, score in scores.items()}
        found = by_layout(reading, found, by_token)
    return with_parents(reading, found)


def survey(reading: Reading, components: Components) -> tuple[Grid, dict[int, float]]:
    """The paragraphs with a word that may attribute, laid out; and those words' positions with
    their log odds.
    """
    states = quotation_states(reading)
    tokens = possible(reading, components.rates)
    scores = components.cues.scores(tokens, reading.vectors, states)
    return pruned(reading, states, [t.i for t in tokens], scores, components.thresholds.prune)


def pruned(
    reading: Reading, states: NDArray[np.int8], tokens: list[int], scores: Floats, least: float
) -> tuple[Grid, dict[int, float]]:
    """Keep the cues above `least`, and lay out their paragraphs."""
    kept = {i: float(s) for i, s in zip(tokens, scores, strict=True) if s > least}
    grid = lay_out(reading, sorted({reading.tokens[i].paragraph for i in kept}), states)
    positions = {t.i: p for p, t in enumerate(grid.tokens) if t.i in kept}
    return grid, {positions[i]: score for i, score in kept.items()}


def rank(
    grid: Grid, scores: dict[int, float], tags: Tags, components: Components
) -> tuple[Candidates, Floats, dict[tuple[int, tuple[tuple[int, int], ...]], int]]:
    """All candidates with their probabilities, and the contents that the tagger draws by itself."""
    rows, counts, drawn = gather(grid, promising(scores, tags), tags)
    candidates = collect(rows)
    if not rows:
        return candidates, np.zeros(0, np.float32), drawn
    categories, numbers = Describer(grid, scores, components.rates, tags)(candidates, counts)
    return candidates, components.ranker(categories, numbers), drawn


def decide(
    grid: Grid, scores: dict[int, float], components: Components
) -> tuple[list[Choice], Tags]:
    """The contents of a grid, and the tagger's opinion that they were decided with."""
    tags = components.tagger(grid, sorted(scores))
    candidates, probabilities, drawn = rank(grid, scores, tags, components)
    selector = Selector(grid, components.thresholds)
    return selector.choose(candidates, probabilities, tags, drawn), tags
