"""Vectors of single words, whatever stands around them: words of one use lie near each other.

They are GloVe vectors of Wikipedia and Gigaword (Pennington, Socher and Manning 2014; Public Domain
Dedication and License), cut to the most frequent words and their principal axes by
`training/words`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

FILE = "words.npz"


@frozen(eq=False)
class Words:
    """vectors: a row a word, and first a row of zeros, for words that are not in the table."""

    vectors: NDArray[np.float32] = field(repr=False)
    _rows: dict[str, int] = field(repr=False)

    def row(self, *forms: str) -> int:
        """The row of the first of these forms that is known; 0 if none is."""
        for form in forms:
            row = self._rows.get(form)
            if row is not None:
                return row
        return 0


@cache
def load() -> Words:
    """The vectors that ship with the package, read once (an archive of arrays, no pickle)."""
    path = files("geopolitics_model.language").joinpath("weights", FILE)
    with path.open("rb") as file, np.load(file, allow_pickle=False) as archive:
        arrays: dict[str, Any] = {name: archive[name] for name in archive.files}
    words = arrays["words"].tobytes().decode().split("\n")
    vectors = np.zeros((len(words) + 1, arrays["rows"].shape[1]), np.float32)
    vectors[1:] = arrays["rows"] * arrays["scale"]
    return Words(vectors=vectors, rows={word: i for i, word in enumerate(words, 1)})
