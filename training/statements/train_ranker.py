"""The ranker's network in torch."""

from __future__ import annotations

import time

import numpy as np
import torch
from torch import nn

from geopolitics_model.parsers.statements.ranker import normalise

WIDTH = 6


class Network(nn.Module):
    """Tables of vectors for the categories, two hidden layers."""

    def __init__(self, sizes: list[int], numbers: int, wide: int) -> None:
        super().__init__()
        self.tables = nn.ModuleList([nn.Embedding(n, WIDTH) for n in sizes])
        self.layers = nn.Sequential(
            nn.Linear(WIDTH * len(sizes) + numbers, wide), nn.ReLU(), nn.Dropout(0.2),
            nn.Linear(wide, wide // 2), nn.ReLU(), nn.Linear(wide // 2, 1),
        )  # fmt: skip

    def forward(self, categories: torch.Tensor, numbers: torch.Tensor) -> torch.Tensor:
        vectors = [table(categories[:, i]) for i, table in enumerate(self.tables)]
        return self.layers(torch.cat([*vectors, numbers], 1))[:, 0]


def fit(
    categories: np.ndarray,
    numbers: np.ndarray,
    y: np.ndarray,
    weight: np.ndarray,
    *,
    seed: int,
    epochs: int = 8,
    wide: int = 96,
) -> dict[str, np.ndarray]:
    """Train on all candidates; returns the weights by name, with mean and scale of the numbers."""
    torch.manual_seed(seed)
    both = np.concatenate([numbers, np.log1p(np.abs(numbers))], 1)
    mean, scale = both.mean(0).astype(np.float32), (both.std(0) + 1e-3).astype(np.float32)
    x = torch.from_numpy(normalise(numbers, mean, scale))
    c = torch.from_numpy(categories)
    target, w = torch.from_numpy(y.astype(np.float32)), torch.from_numpy(weight.astype(np.float32))
    network = Network([int(n) + 2 for n in categories.max(0)], x.shape[1], wide)
    batch, rate = 1024, 2e-3
    steps = epochs * (len(y) // batch + 1)
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: max(0.01, 1 - s / steps))
    began = time.time()
    for epoch in range(epochs):
        network.train()
        order = torch.randperm(len(y))
        total = 0.0
        for at in range(0, len(order), batch):
            rows = order[at : at + batch]
            loss = nn.functional.binary_cross_entropy_with_logits(
                network(c[rows], x[rows]), target[rows], w[rows]
            )
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() * len(rows)
        print(
            f"  ranker, epoch {epoch}: loss {total / len(y):.4f}, {time.time() - began:.0f} s",
            flush=True,
        )
    weights = {name: value.detach().numpy().copy() for name, value in network.state_dict().items()}
    return weights | {"mean": mean, "scale": scale}
