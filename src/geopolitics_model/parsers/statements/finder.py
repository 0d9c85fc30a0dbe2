"""Finds every attribution of an article: candidates from syntax, a tagger and a ranker that have
learned, plain rules.

The order is from cheap to dear: the cue model drops nearly all words, paragraphs without a cue are
laid aside before the tagger runs, and the rest goes through in batches of bounded size. The design
follows the experiments on quotation extraction of Pareti (2015) and Newell et al. (2018).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from geopolitics_model.parsers.statements.attribution import Attribution
from geopolitics_model.parsers.statements.candidates import Candidates, collect
from geopolitics_model.parsers.statements.consensus import expected_overlap
from geopolitics_model.parsers.statements.cues import possible
from geopolitics_model.parsers.statements.description import Describer
from geopolitics_model.parsers.statements.grid import (
    Floats,
    Grid,
    lay_out,
    quotation_states,
    units_of,
)
from geopolitics_model.parsers.statements.joined import joined
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
from geopolitics_model.parsers.statements.turns import going_on
from geopolitics_model.parsers.statements.weights import Components, load

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading

AT_ONCE = 8192
"""Tokens laid out at a time: what the networks need then does not grow with the article."""


def find(reading: Reading) -> tuple[Attribution, ...]:
    """All attributions of the article, in the order of their contents."""
    return find_with(reading, load())


def find_with(reading: Reading, components: Components) -> tuple[Attribution, ...]:
    """The same with components of one's own, as training does."""
    states = quotation_states(reading)
    tokens = possible(reading, components.rates)
    scores = components.cues.scores(tokens, reading.vectors, states)
    cues = likely([t.i for t in tokens], scores, components.thresholds.prune)
    found: list[Attribution] = []
    for grid, here in survey(reading, states, cues):
        choices, tags = decide(grid, here, components)
        sources = tagged_sources(grid, tags)
        found += [attribution_of(reading, grid, c, sources.get(c.cue)) for c in choices]
    found = joined(reading, going_on(reading, by_layout(reading, found, cues)))
    return with_parents(reading, found)


def likely(tokens: list[int], scores: Floats, least: float) -> dict[int, float]:
    """The words above `least`, with their log odds of being cues."""
    return {i: float(s) for i, s in zip(tokens, scores, strict=True) if s > least}


def survey(
    reading: Reading, states: NDArray[np.int8], cues: dict[int, float], most: int | None = None
) -> Iterator[tuple[Grid, dict[int, float]]]:
    """The paragraphs with a likely cue, laid out some at a time; and the positions of the cues in
    each grid, with their log odds.
    """
    paragraphs = sorted({reading.tokens[i].paragraph for i in cues})
    for units in units_of(reading, paragraphs, most or AT_ONCE):
        grid = lay_out(reading, units, states)
        here = {p: cues[t.i] for p, t in enumerate(grid.tokens) if t.i in cues}
        if here:
            yield grid, here


def rank(
    grid: Grid, scores: dict[int, float], tags: Tags, components: Components
) -> tuple[Candidates, Floats, dict[tuple[int, tuple[tuple[int, int], ...]], int]]:
    """All candidates with their scores, and the contents that the tagger draws by itself."""
    rows, counts, drawn = gather(grid, promising(scores, tags), tags)
    candidates = collect(rows)
    if not rows:
        return candidates, np.zeros(0, np.float32), drawn
    categories, numbers = Describer(grid, scores, components.rates, tags)(candidates, counts)
    probabilities = components.ranker(categories, numbers)
    return candidates, expected_overlap(grid, candidates, probabilities), drawn


def decide(
    grid: Grid, scores: dict[int, float], components: Components
) -> tuple[list[Choice], Tags]:
    """The contents of a grid, and the tagger's opinion that they were decided with."""
    tags = components.tagger(grid, sorted(scores))
    candidates, probabilities, drawn = rank(grid, scores, tags, components)
    selector = Selector(grid, components.thresholds)
    return selector.choose(candidates, probabilities, tags, drawn), tags
