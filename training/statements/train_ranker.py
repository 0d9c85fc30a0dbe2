"""The rankers' network in torch."""

from __future__ import annotations

import time

import numpy as np
import torch
from attrs import define
from torch import nn
from torch.nn import functional

from geopolitics_model.parsers.statements.ranker import normalise

WIDTH = 6
"""Of the vector of a category."""
BATCH = 1024
SHARPNESS = 10.0
"""How much more a candidate counts in the choice within its cue when it overlaps better."""


@define(eq=False)
class Rows:
    """Candidates; those of one cue have the same group and stand together."""

    categories: np.ndarray
    numbers: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    group: np.ndarray


def joined(parts: list[Rows]) -> Rows:
    """All rows that are known, with groups numbered anew."""
    offset = np.cumsum([0] + [int(p.group.max()) + 1 for p in parts[:-1]])
    group = np.concatenate([p.group + o for p, o in zip(parts, offset, strict=True)])
    categories, numbers, y, weight = (
        np.concatenate([getattr(p, name) for p in parts])
        for name in ("categories", "numbers", "y", "weight")
    )
    order = np.argsort(group, kind="stable")
    order = order[weight[order] > 0]
    _, group = np.unique(group[order], return_inverse=True)
    return Rows(categories[order], numbers[order], y[order], weight[order], group)


class Network(nn.Module):
    """Tables of vectors for the categories, two hidden layers."""

    def __init__(self, sizes: list[int], numbers: int, wide: int, drop: float) -> None:
        super().__init__()
        self.tables = nn.ModuleList([nn.Embedding(n, WIDTH) for n in sizes])
        self.layers = nn.Sequential(
            nn.Linear(WIDTH * len(sizes) + numbers, wide), nn.ReLU(), nn.Dropout(drop),
            nn.Linear(wide, wide // 2), nn.ReLU(), nn.Linear(wide // 2, 1),
        )  # fmt: skip

    def forward(self, categories: torch.Tensor, numbers: torch.Tensor) -> torch.Tensor:
        vectors = [table(categories[:, i]) for i, table in enumerate(self.tables)]
        return self.layers(torch.cat([*vectors, numbers], 1))[:, 0]


def choice_loss(
    logits: torch.Tensor, y: torch.Tensor, weight: torch.Tensor, group: torch.Tensor
) -> torch.Tensor:
    """Cross entropy of the choice among the candidates of each cue that has a right one."""
    n = int(group.max()) + 1
    top = torch.full((n,), -1e9).scatter_reduce(0, group, logits.detach(), "amax")
    sums = torch.zeros(n).index_add(0, group, torch.exp(logits - top[group]))
    log_share = logits - top[group] - torch.log(sums)[group]
    wanted = torch.where(y > 0, torch.exp((y - 1) * SHARPNESS), torch.zeros(()))
    total = torch.zeros(n).index_add(0, group, wanted)
    wanted = wanted / total.clamp(min=1e-9)[group]
    return -(wanted * log_share * weight).sum() / max(1, int((total > 0).sum()))


def fit(
    rows: Rows, *, seed: int, epochs: int, wide: int, drop: float, choice: float
) -> dict[str, np.ndarray]:
    """Train on all candidates; returns the weights by name, with mean and scale of the numbers.

    choice: the weight of the choice among the candidates of one cue, beside the log loss of each.
    """
    torch.manual_seed(seed)
    shuffler = np.random.default_rng(seed)
    both = np.concatenate([rows.numbers, np.log1p(np.abs(rows.numbers))], 1)
    mean, scale = both.mean(0).astype(np.float32), (both.std(0) + 1e-3).astype(np.float32)
    numbers = torch.from_numpy(normalise(rows.numbers, mean, scale))
    categories = torch.from_numpy(rows.categories)
    y, weight = (torch.from_numpy(a.astype(np.float32)) for a in (rows.y, rows.weight))
    starts = np.searchsorted(rows.group, np.arange(rows.group.max() + 2))
    sizes = np.diff(starts)
    network = Network([int(n) + 2 for n in rows.categories.max(0)], numbers.shape[1], wide, drop)
    steps = epochs * (len(y) // BATCH + 1)
    optimiser = torch.optim.AdamW(network.parameters(), lr=2e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: max(0.01, 1 - s / steps))
    began, total = time.time(), 0.0
    for _ in range(epochs):
        network.train()
        order = shuffler.permutation(len(sizes))
        filled = np.cumsum(sizes[order])
        total = 0.0
        for batch in np.split(order, np.searchsorted(filled, np.arange(BATCH, filled[-1], BATCH))):
            if not len(batch):
                continue
            index = torch.from_numpy(
                np.concatenate([np.arange(starts[g], starts[g + 1]) for g in batch])
            )
            group = torch.from_numpy(np.repeat(np.arange(len(batch)), sizes[batch]))
            logits = network(categories[index], numbers[index])
            loss = functional.binary_cross_entropy_with_logits(logits, y[index], weight[index])
            if choice:
                loss = loss + choice * choice_loss(logits, y[index], weight[index], group)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(index)
    print(f"  ranker: loss {total / len(y):.4f}, {time.time() - began:.0f} s", flush=True)
    weights = {name: value.detach().numpy().copy() for name, value in network.state_dict().items()}
    return weights | {"mean": mean, "scale": scale}
