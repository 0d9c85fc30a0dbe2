"""The ranker: how good a candidate is as the content of its cue."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from attrs import frozen

from geopolitics_model.parsers.statements.description import Longs
from geopolitics_model.parsers.statements.grid import Floats


@frozen(eq=False)
class Ranker:
    """Small feed-forward networks over the description of a candidate, which differ by seed."""

    members: tuple[Mapping[str, Floats], ...]

    def __call__(self, categories: Longs, numbers: Floats) -> Floats:
        """The probability of each candidate, from the mean of the networks' log odds."""
        logits = np.mean([_logits(w, categories, numbers) for w in self.members], 0)
        return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def _logits(w: Mapping[str, Floats], categories: Longs, numbers: Floats) -> Floats:
    parts = [normalise(numbers, w["mean"], w["scale"])]
    for i in range(categories.shape[1]):
        table = w[f"tables.{i}.weight"]
        parts.insert(i, table[np.minimum(categories[:, i], len(table) - 1)])
    x = np.concatenate(parts, 1)
    for layer in ("0", "3"):
        x = np.maximum(x @ w[f"layers.{layer}.weight"].T + w[f"layers.{layer}.bias"], 0)
    return np.asarray((x @ w["layers.5.weight"].T + w["layers.5.bias"])[:, 0])


def normalise(numbers: Floats, mean: Floats, scale: Floats) -> Floats:
    """Numbers and their logarithms, brought to one scale; outliers are cut."""
    both = np.concatenate([numbers, np.log1p(np.abs(numbers))], 1)
    scaled: Floats = np.clip((both - mean) / scale, -5, 5).astype(np.float32)
    return scaled
