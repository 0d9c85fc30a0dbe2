"""Vectors of single words, whatever stands around them: words of one use lie near each other.

They are GloVe vectors of Wikipedia and Gigaword (Pennington, Socher and Manning 2014; Public Domain
Dedication and License), cut to the most frequent words and their principal axes by
`training/words`.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from geopolitics_model.language import archives

FILE = "words.npz"
COMMON = 12_000
"""So many words are common; the table has them by frequency, and many names behind these."""


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

    def is_common(self, word: str) -> bool:
        """Whether a word, in small letters, is one of the most frequent of all (`COMMON`)."""
        return 0 < self.row(word) <= COMMON


@cache
def load() -> Words:
    """The vectors that ship with the package, read once."""
    found = archives.read("geopolitics_model.language", FILE)
    words = found["words"].tobytes().decode().split("\n")
    vectors = np.zeros((len(words) + 1, found["rows"].shape[1]), np.float32)
    vectors[1:] = found["rows"] * found["scale"]
    return Words(vectors=vectors, rows={word: i for i, word in enumerate(words, 1)})
