"""The finder's parts: cutting, choosing, distances, packed weights."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geopolitics_model.language import read
from geopolitics_model.parsers.statements.candidates import Generator, collect
from geopolitics_model.parsers.statements.consensus import expected_overlap
from geopolitics_model.parsers.statements.grid import (
    CLOSING,
    INSIDE,
    LONGEST_UNIT,
    OPENING,
    OUTSIDE,
    Floats,
    Grid,
    lay_out,
    quotation_states,
    units_of,
)
from geopolitics_model.parsers.statements.selection import Selector, overlap, runs
from geopolitics_model.parsers.statements.speakers import speaker_of
from geopolitics_model.parsers.statements.tagger import DISTANCES, Tags, distance_rows, mean_of
from geopolitics_model.parsers.statements.weights import Thresholds

TEXT = "“The bridge,” the engineer said, “is open.” According to the mayor, it will stay open."


def grid_of(text: str) -> Grid:
    reading = read(text)
    batches = units_of(reading, range(len(reading.paragraphs)), len(reading.tokens))
    return lay_out(reading, next(batches, []), quotation_states(reading))


def test_quotation_states() -> None:
    grid = grid_of("“Go,” he said.")
    states = dict(zip([t.text for t in grid.tokens], grid.quotation.tolist(), strict=True))
    assert [states[w] for w in ("“", "Go", "”", "he")] == [OPENING, INSIDE, CLOSING, OUTSIDE]


def test_heads_stay_in_their_unit() -> None:
    grid = grid_of("He came, saw and won. " * 200)
    assert len(grid.units) > 1
    for first, last in grid.units:
        assert 0 < last - first <= LONGEST_UNIT
        for column in (grid.head, grid.clause, grid.governor):
            assert (column[first:last] >= first).all()
            assert (column[first:last] < last).all()


def test_candidates_of_a_cue_hold_words_and_not_the_cue() -> None:
    grid = grid_of(TEXT)
    cue = next(i for i, t in enumerate(grid.tokens) if t.text == "said")
    rows = list(Generator(grid).rows(cue))
    assert rows
    for _, _, _, _, pieces in rows:
        for start, end in pieces:
            assert grid.words[start]
            assert grid.words[end - 1]
            assert not start <= cue < end
    candidates = collect(rows)
    contents = {
        " ".join(grid.tokens[i].text for a, b in candidates.pieces(n) for i in range(a, b))
        for n in range(len(candidates))
    }
    assert "The bridge is open" in contents


def test_speakers() -> None:
    expected = {
        "The consul said it rained.": ("said", "consul", "subject"),
        "According to the consul, it rained.": ("According", "consul", "according"),
        "The report was confirmed by the consul.": ("confirmed", "consul", "agent"),
        "The consul, who warned of rain, left.": ("warned", "consul", "relative"),
    }
    for text, (cue, speaker, how) in expected.items():
        token = next(t for t in read(text).tokens if t.text == cue)
        found, found_how = speaker_of(token)
        assert found is not None
        assert (found.text, found_how) == (speaker, how)


@given(st.lists(st.floats(0, 1, width=32), max_size=40), st.floats(0.1, 0.9))
def test_runs_are_what_is_above_the_cut(values: list[float], cut: float) -> None:
    grid = grid_of("word " * len(values)) if values else grid_of("")
    inside = np.array(values, np.float32)
    covered = {i for a, b in runs(grid, inside, None, cut) for i in range(a, b)}
    assert covered == {i for i, v in enumerate(inside) if v > cut}


ranges = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=3).map(
    lambda parts: tuple((a, a + n) for a, n in parts)
)


@given(ranges, ranges)
def test_overlap_is_symmetric(
    one: tuple[tuple[int, int], ...], other: tuple[tuple[int, int], ...]
) -> None:
    assert overlap(one, other) == overlap(other, one) >= 0


def test_distances_fall_into_the_table() -> None:
    rows = distance_rows(np.arange(500), np.array([0, 250, 499]))
    assert rows.min() >= 0
    assert rows.max() < DISTANCES
    assert len(set(rows[:, 1].tolist())) > 20


def test_a_question_before_the_sentence_of_its_cue_is_a_candidate() -> None:
    grid = grid_of("“Who will pay for the bridge?” the mayor asked.")
    cue = next(i for i, t in enumerate(grid.tokens) if t.text == "asked")
    candidates = collect(list(Generator(grid).rows(cue)))
    contents = {
        " ".join(grid.tokens[i].text for a, b in candidates.pieces(n) for i in range(a, b))
        for n in range(len(candidates))
    }
    assert "Who will pay for the bridge" in contents


def opinion(grid: Grid, inside: float, links: dict[int, tuple[dict[int, int], Floats]]) -> Tags:
    column = np.full(len(grid.tokens), inside, np.float32)
    return Tags(column, column, column, column, column, links)


def test_the_mean_of_taggers_is_the_mean_of_probabilities() -> None:
    grid = grid_of("He said so.")
    shares = [np.log(np.array([[p, 1 - p]], np.float32)) for p in (0.2, 0.6)]
    opinions = [
        opinion(grid, inside, {0: ({0: 0, 1: 1}, share)})
        for inside, share in zip((0.1, 0.5), shares, strict=True)
    ]
    mean = mean_of(opinions)
    assert np.allclose(mean.inside, 0.3)
    assert np.allclose(np.exp(mean.links[0][1]), [[0.4, 0.6]])


def test_a_cue_outside_the_lexicon_needs_more_and_one_that_acts_less() -> None:
    grid = grid_of("She condemned it as late. She said it was late. She gardened it was late.")
    words = [t.text for t in grid.tokens]
    cues = [words.index(word) for word in ("condemned", "said", "gardened")]
    candidates = collect([(c, 2, 0, 0, ((c + 1, c + 4),)) for c in cues])
    limits = Thresholds(prune=-2.5, choose=0.4, nest=0.8, fall_back=0.9, doubt=0.7, act=0.2)
    tags = opinion(grid, 0.5, {})

    def chosen(score: float) -> list[int]:
        scores = np.full(3, score, np.float32)
        return [c.cue for c in Selector(grid, limits).choose(candidates, scores, tags, {})]

    assert chosen(0.1) == []
    assert chosen(0.3) == cues[:1]
    assert chosen(0.5) == cues[:2]
    assert chosen(0.8) == cues


def test_rivals_that_overlap_speak_for_each_other() -> None:
    grid = grid_of("The ministry called the report a lie in a long letter.")
    cue = [t.text for t in grid.tokens].index("called")
    ranges = [(cue + 1, cue + 5), (cue + 1, cue + 9), (0, 2)]
    candidates = collect([(cue, 2, 0, 0, (pieces,)) for pieces in ranges])
    scores = expected_overlap(grid, candidates, np.array([0.4, 0.4, 0.1], np.float32))
    assert scores[0] == pytest.approx(0.4 + 0.4 * 4 / 8)
    assert scores[1] == pytest.approx(0.4 + 0.4 * 4 / 8)
    assert scores[2] == pytest.approx(0.1)


def test_a_candidate_without_rivals_keeps_its_probability() -> None:
    grid = grid_of("He said it was late.")
    candidates = collect([(1, 2, 0, 0, ((2, 5),)), (1, 2, 0, 0, ((3, 5),))])
    scores = expected_overlap(grid, candidates, np.array([0.7, 0.01], np.float32))
    assert scores.tolist() == pytest.approx([0.7, 0.01])


def test_what_stands_before_according_to_which_is_not_its_content() -> None:
    grid = grid_of("The port is shut, the ministry says, according to which a strike goes on.")
    cue = next(i for i, t in enumerate(grid.tokens) if t.lower == "according")
    rows = list(Generator(grid).rows(cue))
    assert rows
    assert all(start > cue for *_, pieces in rows for start, _ in pieces)
