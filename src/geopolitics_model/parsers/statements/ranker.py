"""The ranker: how good a candidate is as the content of its cue."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from attrs import frozen

from geopolitics_model.parsers.statements.description import Longs
from geopolitics_model.parsers.statements.grid import Floats


@frozen(eq=False)
class Ranker:
    """A small feed-forward network over the description of a candidate."""

    weights: Mapping[str, Floats]

    def __call__(self, categories: Longs, numbers: Floats) -> Floats:
        """The probability of each candidate."""
        w = self.weights
        x = np.concatenate(
            [self._vectors(categories), normalise(numbers, w["mean"], w["scale"])], 1
        )
        for layer in ("0", "3"):
            x = np.maximum(x @ w[f"layers.{layer}.weight"].T + w[f"layers.{layer}.bias"], 0)
        logits = x @ w["layers.5.weight"].T + w["layers.5.bias"]
        return np.asarray(1 / (1 + np.exp(-logits[:, 0])), np.float32)

    def _vectors(self, categories: Longs) -> Floats:
        parts = []
        for i in range(categories.shape[1]):
            table = self.weights[f"tables.{i}.weight"]
            parts.append(table[np.minimum(categories[:, i], len(table) - 1)])
        return np.concatenate(parts, 1)


def normalise(numbers: Floats, mean: Floats, scale: Floats) -> Floats:
    """Numbers and their logarithms, brought to one scale; outliers are cut."""
    both = np.concatenate([numbers, np.log1p(np.abs(numbers))], 1)
    scaled: Floats = np.clip((both - mean) / scale, -5, 5).astype(np.float32)
    return scaled
