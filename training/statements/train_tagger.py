"""The tagger's network in torch; its weights carry the names that the numpy forward pass reads."""

from __future__ import annotations

import random
import time

import numpy as np
import torch
from attrs import define
from labels import TokenLabels
from torch import nn
from torch.nn import functional

from geopolitics_model.parsers.statements.acts import CLASSES
from geopolitics_model.parsers.statements.grid import BUCKETS, DEPS, LABELS, SHAPES, TAGS, Grid
from geopolitics_model.parsers.statements.tagger import (
    DISTANCES,
    LINK,
    distance_rows,
    relation_rows,
)

VECTOR = 96
HIDDEN_WORDS = 0.08
"""Share of tokens whose word and lemma are hidden in training, so that the unseen is known too."""


@define
class Unit:
    """One paragraph, ready for the network."""

    features: torch.Tensor
    around: torch.Tensor
    vectors: torch.Tensor
    cues: torch.Tensor
    distance: torch.Tensor
    relation: torch.Tensor
    bio: torch.Tensor
    main: torch.Tensor
    unknown: torch.Tensor
    sourced: bool
    link: torch.Tensor
    weight: float


def units(grid: Grid, cues: list[int], labels: TokenLabels, weight: float) -> list[Unit]:
    """The units of a grid; links to cues that were pruned are left out."""
    out = []
    for number, (first, last) in enumerate(grid.units):
        mine = np.array([c for c in cues if grid.unit_of[c] == number], np.int64)
        column = {int(c): i for i, c in enumerate(mine)}
        around = np.stack([grid.head, grid.clause, grid.governor], 1)[first:last] - first
        out.append(
            Unit(
                torch.from_numpy(grid.features[first:last].astype(np.int64)),
                torch.from_numpy(around.astype(np.int64)),
                torch.from_numpy(grid.vectors[first:last].copy()),
                torch.from_numpy(mine - first),
                torch.from_numpy(distance_rows(np.arange(first, last), mine)),
                torch.from_numpy(relation_rows(grid, first, last, mine)),
                torch.from_numpy(labels.bio[first:last].copy()),
                torch.from_numpy(labels.main[first:last].copy()),
                torch.from_numpy(labels.unknown[first:last].copy()),
                labels.sourced,
                torch.tensor([column.get(int(c), -1) for c in labels.link[first:last]]),
                weight,
            )
        )
    return out


class Network(nn.Module):
    """See the docstring of the run-time tagger."""

    def __init__(
        self, word: int = 48, hidden: int = 128, lstm: int = 128, drop: float = 0.35
    ) -> None:
        super().__init__()
        self.drop = drop
        words, deps = (BUCKETS, word), (len(DEPS) + 1, 16)
        sizes = {
            "word": words, "lemma": words, "tag": (len(TAGS) + 1, 16), "dep": deps,
            "shape": (SHAPES, 8), "quote": (4, 8), "start": (2, 4), "clause": (len(DEPS) + 1, 8),
            "name": (len(LABELS) + 1, 8), "act": (len(CLASSES), 8),
        }  # fmt: skip
        for name, (rows, width) in sizes.items():
            table = nn.Embedding(rows, width)
            nn.init.normal_(table.weight, std=0.3)
            setattr(self, name, table)
        self.names = tuple(sizes)
        self.project = nn.Linear(sum(w for _, w in sizes.values()) + VECTOR, hidden)
        self.around = nn.Linear(4 * hidden, hidden)
        self.lstm = nn.LSTM(hidden, lstm, bidirectional=True, batch_first=True)
        self.out = nn.Linear(2 * lstm, 9)
        self.main = nn.Linear(2 * lstm, 1)
        self.token, self.target = nn.Linear(2 * lstm, LINK), nn.Linear(2 * lstm, LINK)
        self.prior = nn.Linear(2 * lstm, 1)
        self.distance, self.relation = nn.Embedding(DISTANCES, 1), nn.Embedding(8, 1)
        nn.init.zeros_(self.distance.weight)
        nn.init.zeros_(self.relation.weight)

    def encode(self, batch: list[Unit]) -> torch.Tensor:
        """Hidden states of all tokens of the batch, unit after unit."""
        lengths = torch.tensor([len(u.features) for u in batch])
        features = torch.cat([u.features for u in batch])
        if self.training:
            features = features.clone()
            features[torch.rand(len(features)) < HIDDEN_WORDS, :2] = 0
        around = torch.cat([u.around for u in batch]) + _offsets(lengths)[:, None]
        parts = [getattr(self, name)(features[:, i]) for i, name in enumerate(self.names)]
        x = torch.cat([*parts, torch.cat([u.vectors for u in batch])], 1)
        x = functional.relu(self.project(functional.dropout(x, self.drop * 0.6, self.training)))
        wide = torch.cat([*(x.index_select(0, around[:, i]) for i in range(3)), x], 1)
        x = x + functional.relu(self.around(wide))
        x = functional.dropout(x, self.drop, self.training)
        # index_select, there and back: slicing unit by unit is slow to differentiate
        longest = int(lengths.max())
        at = torch.arange(longest)[None, :]
        real = torch.nonzero((at < lengths[:, None]).view(-1))[:, 0]
        begins = torch.cumsum(lengths, 0) - lengths
        rows = (begins[:, None] + at).minimum(begins[:, None] + lengths[:, None] - 1)
        padded = x.index_select(0, rows.view(-1)).view(len(batch), longest, -1)
        packed = nn.utils.rnn.pack_padded_sequence(
            padded, lengths, batch_first=True, enforce_sorted=False
        )
        states, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        states = states.reshape(-1, states.shape[2]).index_select(0, real)
        return functional.dropout(states, self.drop, self.training)

    def loss(self, batch: list[Unit]) -> torch.Tensor:
        hidden = self.encode(batch)
        weight = torch.cat([torch.full((len(u.features),), u.weight) for u in batch])
        known = torch.cat([~u.unknown for u in batch])
        sourced = torch.cat([torch.full((len(u.features),), float(u.sourced)) for u in batch])
        bio, gold = self.out(hidden).view(-1, 3, 3), torch.cat([u.bio for u in batch])
        total = torch.zeros(())
        for column, share in ((0, 2.0), (1, 1.0), (2, 1.0)):
            each = functional.cross_entropy(bio[:, column], gold[:, column], reduction="none")
            counted = weight * (1.0, sourced, known)[column]
            total = total + share * (each * counted).sum() / counted.sum().clamp(min=1.0)
        main = functional.binary_cross_entropy_with_logits(
            self.main(hidden)[:, 0], torch.cat([u.main for u in batch]), reduction="none"
        )
        total = total + 2 * (main * weight * known).sum() / (weight * known).sum()
        return total + 0.4 * self.link_loss(batch, hidden)

    def link_loss(self, batch: list[Unit], hidden: torch.Tensor) -> torch.Tensor:
        """Cross entropy of the cue of each token that has one, over the cues of its unit."""
        lengths = torch.tensor([len(u.features) for u in batch])
        begins = torch.cumsum(lengths, 0) - lengths
        most = max(1, *(len(u.cues) for u in batch))
        cues = torch.zeros(len(batch), most, dtype=torch.long)
        there = torch.zeros(len(batch), most, dtype=torch.bool)
        rows, units_, gold, distance, relation = [], [], [], [], []
        for i, unit in enumerate(batch):
            n = len(unit.cues)
            cues[i, :n] = unit.cues + begins[i]
            there[i, :n] = True
            linked = torch.nonzero(unit.link >= 0)[:, 0]
            rows.append(linked + begins[i])
            units_.append(torch.full_like(linked, i))
            gold.append(unit.link[linked])
            distance.append(functional.pad(unit.distance[linked], (0, most - n)))
            relation.append(functional.pad(unit.relation[linked], (0, most - n)))
        row, unit_of = torch.cat(rows), torch.cat(units_)
        if not len(row):
            return torch.zeros(())
        flat = hidden[cues.view(-1)]
        target = self.target(flat).view(len(batch), most, LINK)[unit_of]
        prior = self.prior(flat).view(len(batch), most)[unit_of]
        score = torch.einsum("rk,rmk->rm", self.token(hidden[row]), target) / LINK**0.5 + prior
        score = (
            score
            + self.distance(torch.cat(distance))[..., 0]
            + self.relation(torch.cat(relation))[..., 0]
        )
        score = score.masked_fill(~there[unit_of], -1e9)
        return functional.cross_entropy(score, torch.cat(gold))


def _offsets(lengths: torch.Tensor) -> torch.Tensor:
    """For each token, the row at which its unit begins."""
    return torch.repeat_interleave(torch.cumsum(lengths, 0) - lengths, lengths)


def _batches(everything: list[Unit], budget: int) -> list[list[Unit]]:
    order = sorted(
        range(len(everything)), key=lambda i: len(everything[i].features) + random.random() * 6
    )
    out: list[list[Unit]] = []
    current: list[Unit] = []
    longest = 0
    for i in order:
        size = len(everything[i].features)
        if current and max(longest, size) * (len(current) + 1) > budget:
            out.append(current)
            current, longest = [], 0
        current.append(everything[i])
        longest = max(longest, size)
    out.append(current)
    random.shuffle(out)
    return out


def fit(
    everything: list[Unit],
    seed: int,
    epochs: int,
    rate: float = 2e-3,
    budget: int = 2500,
    **shape: float,
) -> dict[str, np.ndarray]:
    """Train on all units; returns the weights by name."""
    random.seed(seed)
    torch.manual_seed(seed)
    network = Network(**shape)  # type: ignore[arg-type]
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=1e-2)
    steps = epochs * len(_batches(everything, budget))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min(1.0, (s + 1) / 100) * max(0.02, 1 - s / steps)
    )
    began = time.time()
    for epoch in range(epochs):
        network.train()
        total = 0.0
        batches = _batches(everything, budget)
        for batch in batches:
            loss = network.loss(batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        took = time.time() - began
        print(f"  epoch {epoch}: loss {total / len(batches):.3f}, {took:.0f} s", flush=True)
    return {name: value.detach().numpy().copy() for name, value in network.state_dict().items()}
