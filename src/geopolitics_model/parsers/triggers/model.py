"""The trained networks, in numpy: which words name facts, and who takes part in them.

How they are trained: `training/triggers`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np
from attrs import frozen

from geopolitics_model.language import archives, words
from geopolitics_model.parsers.triggers.features import ROLES as AROUND
from geopolitics_model.parsers.triggers.features import WIDTH as OF_WORDS
from geopolitics_model.parsers.triggers.features import Candidates, Floats, Ints
from geopolitics_model.parsers.triggers.participants import WIDTH as OF_ENTITIES
from geopolitics_model.parsers.triggers.participants import Pairs
from geopolitics_model.parsers.triggers.slots import WIDTH as OF_VALUES
from geopolitics_model.parsers.triggers.slots import Pairs as ValuePairs

FILE = "triggers.npz"


@frozen(eq=False)
class Network:
    """An input layer over vectors and one-hot columns, a hidden layer, a linear output."""

    weights: Mapping[str, Floats]

    def __call__(self, dense: Floats, sorts: Floats) -> Floats:
        """The outputs (columns) of each row."""
        w = self.weights
        hidden = dense @ w["a.weight"].T + sorts @ w["b.weight"].T + w["a.bias"]
        np.maximum(hidden, 0, out=hidden)
        hidden = hidden + np.maximum(hidden @ w["c.weight"].T + w["c.bias"], 0)
        return np.asarray(hidden @ w["out.weight"].T + w["out.bias"])


@frozen(eq=False)
class Model:
    """facts: networks that say of a candidate what it names; choices: of what kind that is; roles:
    what an entity is to it; values: what a date or number is to it.

    The mean of their outputs counts. mean, scale: of the contextual vectors they were trained on.
    """

    facts: tuple[Network, ...]
    choices: tuple[Network, ...]
    roles: tuple[Network, ...]
    values: tuple[Network, ...]
    mean: Floats
    scale: Floats

    def seen(self, found: Candidates, vectors: Floats) -> tuple[Floats, Floats]:
        """What the networks see of each candidate: dense and one-hot columns.

        `vectors`: the contextual ones of the candidates.
        """
        table = words.load().vectors
        around = table[found.words].reshape(len(found.tokens), len(AROUND) * table.shape[1])
        alone = (vectors - self.mean) / self.scale
        dense = np.hstack((around, found.means, alone))
        return dense, one_hot(found.sorts, OF_WORDS)

    def of_candidates(self, dense: Floats, sorts: Floats) -> Floats:
        """Log odds of each fact (columns) of each candidate."""
        return _mean(self.facts, dense, sorts)

    def of_kinds(self, dense: Floats, sorts: Floats) -> Floats:
        """Scores of each choice (columns) of each candidate."""
        return _mean(self.choices, dense, sorts)

    def of_pairs(self, found: Pairs) -> Floats:
        """Log odds of each role (columns) of each pair of a word and an entity."""
        return _mean(self.roles, *_columns(found.words, found.sorts, OF_ENTITIES))

    def of_values(self, found: ValuePairs) -> Floats:
        """Log odds of each slot (columns) of each pair of a word and a value."""
        return _mean(self.values, *_columns(found.words, found.sorts, OF_VALUES))


def _columns(rows: Ints, sorts: Ints, width: int) -> tuple[Floats, Floats]:
    """The vectors of some words side by side, and the one-hot columns."""
    table = words.load().vectors
    return table[rows].reshape(len(rows), rows.shape[1] * table.shape[1]), one_hot(sorts, width)


def _mean(networks: Sequence[Network], dense: Floats, sorts: Floats) -> Floats:
    mean: Floats = np.mean([n(dense, sorts) for n in networks], 0, dtype=np.float32)
    return mean


def one_hot(columns: Ints, width: int) -> Floats:
    """Rows with ones at these columns; -1 is none."""
    out = np.zeros((len(columns), width + 1), np.float32)
    if columns.size:
        out[np.arange(len(columns))[:, None], columns] = 1
    return out[:, :width]


@cache
def load() -> Model:
    """The model that ships with the package, read once."""
    found = archives.read("geopolitics_model.parsers.triggers", FILE)
    return unpack({name: np.asarray(array, np.float32) for name, array in found.items()})


def unpack(arrays: Mapping[str, Floats]) -> Model:
    """The model of named arrays (`facts0/a.weight`)."""
    networks: dict[str, dict[str, Floats]] = {}
    for name, array in arrays.items():
        section, _, key = name.partition("/")
        if key:
            networks.setdefault(section, {})[key] = np.ascontiguousarray(array)

    def members(section: str) -> tuple[Network, ...]:
        return tuple(Network(networks[s]) for s in sorted(networks) if s.startswith(section))

    return Model(
        facts=members("facts"),
        choices=members("choices"),
        roles=members("roles"),
        values=members("values"),
        mean=arrays["mean"],
        scale=arrays["scale"],
    )
