"""Which words stand in lists of names: what a small network cannot learn from few texts.

The lists (given names, surnames, places, organisations, adjectives of places) are kept as sorted
hashes, a few hundred kilobytes for some hundred thousand names. They only inform the mention
tagger, which decides by context: "Villa" is in the lists as a surname and as a place.
"""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Hashes = NDArray[np.uint32]

WORD_LISTS = ("given", "surname", "adjective")
"""Lists of single words: one feature each."""
PHRASE_LISTS = ("place", "state", "organisation")
"""Lists of names of one or more words: three features each, for a single word, and for the first
and a later word of several."""
WIDTH = len(WORD_LISTS) + 3 * len(PHRASE_LISTS)
"""How many features a token has."""
_JOINTS = frozenset("-'’.‘–")
"""Tokens without letters that may stand inside a name."""
_LISTED = 2.0
"""What a feature is when it holds: about as large as the entries of a token's vectors."""
_LONGEST = 7
"""Tokens of the longest name that is looked up; a hyphen is a token of its own."""


@lru_cache(maxsize=1 << 13)
def fold(word: str) -> str:
    """A word without case, accents and punctuation."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in parts if c.isalnum())


def name_hash(folded: str) -> int:
    """The 32-bit hash under which a folded name stands in a list."""
    return zlib.crc32(folded.encode())


def name_hashes(names: Iterable[str]) -> Hashes:
    """A list of names as it is stored: the hashes of the folded names, sorted."""
    folded = {fold(name) for name in names}
    return np.array(sorted({name_hash(name) for name in folded if len(name) > 1}), np.uint32)


def is_listed(word: str, names: Hashes) -> bool:
    """Whether a word stands in a list."""
    hashed = name_hash(fold(word))
    at = int(np.searchsorted(names, hashed))
    return at < len(names) and int(names[at]) == hashed


def features(words: Sequence[str], lists: Mapping[str, Hashes]) -> Floats:
    """Features of every token (rows): which lists it, or a name that it is part of, stands in."""
    found = np.zeros((len(words), WIDTH), np.float32)
    spans, hashes = _candidates(words)
    if not spans:
        return found
    keys = np.array(hashes, np.uint32)
    single = np.array([end - start == 1 for start, end in spans])
    for column, name in enumerate(WORD_LISTS):
        for i in np.flatnonzero(_in(keys, lists[name]) & single):
            found[spans[i][0], column] = _LISTED
    for number, name in enumerate(PHRASE_LISTS):
        column = len(WORD_LISTS) + 3 * number
        for i in np.flatnonzero(_in(keys, lists[name])):
            start, end = spans[i]
            if end - start == 1:
                found[start, column] = _LISTED
            else:
                found[start, column + 1] = _LISTED
                found[start + 1 : end, column + 2] = _LISTED
    return found


def _candidates(words: Sequence[str]) -> tuple[list[tuple[int, int]], list[int]]:
    """Runs of tokens that could be a name: the first has a capital, the last is a word."""
    folded = [fold(word) for word in words]
    spans: list[tuple[int, int]] = []
    hashes: list[int] = []
    for start, word in enumerate(words):
        if not word[:1].isupper():
            continue
        key = ""
        for end in range(start, min(start + _LONGEST, len(words))):
            if folded[end]:
                key += folded[end]
                if words[end][:1].isupper():
                    spans.append((start, end + 1))
                    hashes.append(name_hash(key))
            elif words[end] not in _JOINTS:
                break
    return spans, hashes


def _in(keys: Hashes, known: Hashes) -> NDArray[np.bool_]:
    at = np.searchsorted(known, keys)
    at[at == len(known)] = 0
    return np.asarray(known[at] == keys) if len(known) else np.zeros(len(keys), bool)
