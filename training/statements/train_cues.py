"""The cue model: rates of lemmas, and a logistic regression over hashed features."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import torch
from attrs import define
from labels import Gold

from geopolitics_model.parsers.statements.cues import (
    BUCKETS,
    VECTOR_SCALE,
    CueModel,
    Rates,
    features,
    possible,
)

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading


def _log_odds(hits: int, all_: int) -> float:
    return math.log((hits + 0.15) / (all_ - hits + 2))


def rates(
    readings: list[Reading], golds: list[list[Gold]], least: int = 3, frequent: int = 8
) -> Rates:
    """How often each lemma is in a cue, and each head of a noun phrase in a source."""
    cue_seen: Counter[str] = Counter()
    cue_hit: Counter[str] = Counter()
    speaker_seen: Counter[str] = Counter()
    speaker_hit: Counter[str] = Counter()
    for reading, found in zip(readings, golds, strict=True):
        cue = frozenset().union(*(g.cue for g in found if not g.optional))
        source = frozenset().union(*(g.source for g in found))
        for token in reading.tokens:
            lemma = token.lemma.lower()
            if token.pos in ("VERB", "NOUN", "AUX") or token.lower in ("according", ":"):
                cue_seen[lemma] += 1
                cue_hit[lemma] += token.i in cue
            if token.dep in ("nsubj", "pobj"):
                speaker_seen[lemma] += 1
                speaker_hit[lemma] += token.i in source
    kept = sorted((w for w, n in cue_seen.items() if n >= least), key=lambda w: (-cue_hit[w], w))
    speakers = sorted(w for w, n in speaker_seen.items() if n >= least)
    return Rates(
        cue={w: _log_odds(cue_hit[w], cue_seen[w]) for w in kept},
        speaker={w: _log_odds(speaker_hit[w], speaker_seen[w]) for w in speakers},
        number={w: i for i, w in enumerate((w for w in kept if cue_hit[w] >= frequent), 1)},
    )


@define
class CueRows:
    """The possible cues of one reading: their indices, hashed features, vectors and labels."""

    tokens: list[int]
    hashed: list[list[int]]
    dense: np.ndarray
    y: np.ndarray
    known: np.ndarray


def rows(
    reading: Reading, found: list[Gold], states: np.ndarray, rate: Rates, nested: bool
) -> CueRows:
    tokens = possible(reading, rate)
    cue = frozenset().union(*(g.cue for g in found if not g.optional))
    unsure = frozenset().union(*(g.cue for g in found if g.optional))
    inside = frozenset() if nested else frozenset().union(*(g.content for g in found))
    known = [
        t.i not in unsure and (t.i in cue or t.i not in inside or states[t.i] > 0) for t in tokens
    ]
    indices = [t.i for t in tokens]
    return CueRows(
        indices,
        [features(t, int(states[t.i])) for t in tokens],
        reading.vectors[indices] * np.float32(VECTOR_SCALE),
        np.array([i in cue for i in indices], np.float32),
        np.array(known, np.bool_),
    )


def fit(parts: list[CueRows], weights: list[float], seed: int, epochs: int = 6) -> CueModel:
    """Minimise the weighted log loss with AdamW over mini-batches."""
    torch.manual_seed(seed)
    lists = [h for p in parts for h, k in zip(p.hashed, p.known, strict=True) if k]
    dense = torch.from_numpy(np.concatenate([p.dense[p.known] for p in parts]))
    y = torch.from_numpy(np.concatenate([p.y[p.known] for p in parts]))
    weight = torch.from_numpy(
        np.concatenate(
            [
                np.full(int(p.known.sum()), w, np.float32)
                for p, w in zip(parts, weights, strict=True)
            ]
        )
    )
    lengths = np.array([len(h) for h in lists])
    starts = np.concatenate([[0], np.cumsum(lengths)])
    flat = torch.from_numpy(np.fromiter((f for h in lists for f in h), np.int64))
    table = torch.nn.EmbeddingBag(BUCKETS, 1, mode="sum")
    torch.nn.init.zeros_(table.weight)
    linear = torch.nn.Linear(dense.shape[1], 1)
    optimiser = torch.optim.AdamW(
        [*table.parameters(), *linear.parameters()], lr=0.01, weight_decay=0.02
    )
    batch = 1024
    steps = epochs * (len(lists) // batch + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: max(0.02, 1 - s / steps))
    for _ in range(epochs):
        order = torch.randperm(len(lists)).numpy()
        for at in range(0, len(order), batch):
            chosen = order[at : at + batch]
            bag = torch.cat([flat[starts[i] : starts[i + 1]] for i in chosen])
            offsets = torch.from_numpy(np.concatenate([[0], np.cumsum(lengths[chosen])[:-1]]))
            logits = (table(bag, offsets) + linear(dense[chosen]))[:, 0]
            loss = torch.nn.functional.binary_cross_entropy_with_logits(
                logits, y[chosen], weight[chosen]
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return CueModel(
        table.weight.detach().numpy()[:, 0].copy(),
        linear.weight.detach().numpy()[0].copy(),
        float(linear.bias.detach()[0]),
    )


def score(model: CueModel, part: CueRows) -> np.ndarray:
    """Log odds of the rows, from features that are at hand."""
    if not part.tokens:
        return np.zeros(0, np.float32)
    sums = np.array([model.hashed[h].sum() for h in part.hashed], np.float32)
    return sums + part.dense @ model.dense + np.float32(model.bias)
