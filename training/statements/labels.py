"""From marked characters to labels of tokens and targets of candidates."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from attrs import define
from examples import Example, Spans

from geopolitics_model.parsers.statements.candidates import Candidates, Generator, collect
from geopolitics_model.parsers.statements.grid import Grid

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading

ALIKE = 0.8
"""Least overlap (Jaccard, over words) of a candidate that is right."""


@define
class Gold:
    """One attribution in token indices of the reading."""

    content: frozenset[int]
    source: frozenset[int]
    cue: frozenset[int]
    main: int | None
    optional: bool


def not_speech(path: Path) -> frozenset[str]:
    """Lemmas whose unquoted contents are thought or evidence, and no statements."""
    with path.open(encoding="utf-8") as file:
        return frozenset(row["lemma"] for row in csv.DictReader(file))


def _words(reading: Reading, spans: Spans) -> frozenset[int]:
    return frozenset(
        t.i
        for start, end in spans
        for t in reading.tokens_between(start, end)
        if any(c.isalnum() for c in t.text)
    )


def _cue_tokens(reading: Reading, spans: Spans) -> frozenset[int]:
    return frozenset(t.i for start, end in spans for t in reading.tokens_between(start, end))


def _main(reading: Reading, cue: frozenset[int]) -> int | None:
    """The head word of a cue: a verb with its head outside, else any such, else the first."""
    if not cue:
        return None
    tokens = [reading.tokens[i] for i in sorted(cue)]
    roots = [t for t in tokens if t.head.i not in cue or t.is_root]
    verbs = [t for t in tokens if t.pos == "VERB"]
    both = [t for t in roots if t.pos == "VERB"]
    return (both or verbs or roots or tokens)[0].i


def golds(example: Example, reading: Reading, dropped: frozenset[str]) -> list[Gold]:
    """The attributions of an example; those with an unspoken cue and no quotation marks are
    optional.
    """
    out = []
    for marked in example.marked:
        content = _words(reading, marked.content)
        cue = _cue_tokens(reading, marked.cue)
        main = _main(reading, cue)
        if not content:
            continue
        quoted = any(reading.tokens[i].quotation is not None for i in content)
        drop = main is not None and reading.tokens[main].lemma.lower() in dropped and not quoted
        if not drop:
            source = _words(reading, marked.source)
            out.append(Gold(content, source, cue - content, main, marked.optional))
    return out


def find_cues(
    golds: list[Gold], reading: Reading, grid: Grid, scores: dict[int, float]
) -> list[Gold]:
    """Give contents without a cue the likeliest word of their paragraph that has such a
    candidate.
    """
    generator = Generator(grid)
    rows = [
        (row[0], frozenset(i for a, b in row[4] for i in range(a, b)))
        for c in scores
        for row in generator.rows(c)
    ]
    out = []
    for gold in golds:
        if gold.cue:
            out.append(gold)
            continue
        content = {p for i in gold.content if (p := grid.position(reading.tokens[i])) is not None}
        best: tuple[float, float, int] | None = None
        for cue, span in rows:
            words = {i for i in span if grid.words[i]}
            alike = len(words & content) / max(1, len(words | content))
            if alike >= ALIKE and (best is None or (alike, scores[cue], cue) > best):
                best = (alike, scores[cue], cue)
        if best:
            token = grid.tokens[best[2]]
            out.append(
                Gold(gold.content, gold.source, frozenset((token.i,)), token.i, gold.optional)
            )
        else:
            out.append(gold)
    return out


@define
class TokenLabels:
    """Per position: BIO (0 out, 1 begin, 2 in) of content, source, cue; the cue it belongs to;
    head of a cue; unknown; and whether sources are marked at all.
    """

    bio: np.ndarray
    link: np.ndarray
    main: np.ndarray
    unknown: np.ndarray
    sourced: bool


def token_labels(example: Example, golds: list[Gold], grid: Grid) -> TokenLabels:
    n = len(grid.tokens)
    row = {t.i: p for p, t in enumerate(grid.tokens)}
    bio, link = np.zeros((n, 3), np.int64), np.full(n, -1, np.int64)
    main, unknown = np.zeros(n, np.float32), np.zeros(n, np.bool_)
    # the widest content first, so that links end up with the innermost
    for gold in sorted(golds, key=lambda g: -len(g.content)):
        cue = row.get(gold.main, -1) if gold.main is not None else -1
        content = sorted(row[i] for i in gold.content if i in row)
        if gold.optional:
            unknown[content] = True
            unknown[[row[i] for i in gold.cue if i in row]] = True
            continue
        if content and not bio[content, 0].any():
            _write(bio[:, 0], content, grid)
        for column, members in ((1, gold.source), (2, gold.cue)):
            _write(bio[:, column], sorted(row[i] for i in members if i in row), grid)
        if cue >= 0:
            for i in (*content, *(row[i] for i in gold.source if i in row), cue):
                link[i] = cue
            main[cue] = 1
    if not example.nested:
        unknown |= (bio[:, 0] > 0) & (grid.quotation == 0) & (main == 0)
    return TokenLabels(bio, link, main, unknown & (main == 0), example.sourced)


def _write(column: np.ndarray, members: list[int], grid: Grid) -> None:
    """Begin and inside; marks and commas between words of one stretch are inside too."""
    previous = None
    for i in members:
        if (
            previous is not None
            and not grid.words[previous + 1 : i].any()
            and grid.unit_of[i] == grid.unit_of[previous]
        ):
            column[previous + 1 : i + 1] = 2
        else:
            column[i] = 1
        previous = i


def targets(
    candidates: Candidates, golds: list[Gold], grid: Grid, unknown: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """How right each candidate is (0, or 0.6 to 1), and whether that is known."""
    row = {t.i: p for p, t in enumerate(grid.tokens)}
    by_cue: dict[int, list[tuple[set[int], bool]]] = {}
    for gold in golds:
        content = {row[i] for i in gold.content if i in row}
        for i in gold.cue:
            if i in row:
                by_cue.setdefault(row[i], []).append((content, gold.optional))
    words = np.concatenate([[0], np.cumsum(grid.words)])
    y, known = np.zeros(len(candidates)), ~unknown[candidates.cue]
    for i, cue in enumerate(candidates.cue.tolist()):
        for content, optional in by_cue.get(cue, ()):
            pieces = candidates.pieces(i)
            size = sum(int(words[b] - words[a]) for a, b in pieces)
            shared = sum(1 for t in content for a, b in pieces if a <= t < b)
            alike = shared / max(1, size + len(content) - shared)
            if alike >= ALIKE:
                y[i] = max(y[i], 0.6 + 0.4 * (alike - ALIKE) / (1 - ALIKE))
            known[i] = not optional
    return y, known


def prepared(grid: Grid, cues: list[int]) -> Candidates:
    """Only the candidates from syntax, for measuring what can be reached."""
    generator = Generator(grid)
    return collect([row for cue in cues for row in generator.rows(cue)])
