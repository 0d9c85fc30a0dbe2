"""The trained tagger of named mentions, forward only and in numpy.

Input of a token: the two frozen vectors of spaCy's small model, the lists of names it stands in,
and the vector of the word alone. A maxout layer mixes them, window layers read the neighbours, a
linear layer scores the tags, and the best legal sequence of tags wins (Viterbi over learned
transitions).
How it is trained: `training/mentions`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
from attrs import frozen

from geopolitics_model.language import archives
from geopolitics_model.language.name_lists import Floats, Hashes, is_listed

FILE = "mentions.npz"
LABELS = ("person", "organisation", "place")
"""What a mention can be; the order is that of the tags."""
TAGS = ("O", *(f"{part}-{label}" for label in LABELS for part in "BIES"))
"""Outside, and the first, inner, last or only token of a name."""
_LIST = "list."
_PIECES = 3
_EPSILON = 1e-5
_ILLEGAL = np.float32(-1e4)


def _legal() -> tuple[Floats, Floats, Floats]:
    """Penalties of what no name is made of: a start, a step from tag to tag, an end."""
    opens = np.array([tag == "O" or tag[0] in "BS" for tag in TAGS])
    closes = np.array([tag == "O" or tag[0] in "ES" for tag in TAGS])
    step = np.outer(closes, opens)
    for i, before in enumerate(TAGS):
        for j, after in enumerate(TAGS):
            if not closes[i]:
                step[i, j] = after[0] in "IE" and before[2:] == after[2:]
    start, end = (np.where(ok, 0, _ILLEGAL).astype(np.float32) for ok in (opens, closes))
    return start, np.where(step, 0, _ILLEGAL).astype(np.float32), end


_START, _STEP, _END = _legal()


@frozen(eq=False)
class Tagger:
    """The network. `weights` holds matrices (inputs x outputs) and vectors by name.

    `lists` are the lists of names, as hashes; `fingerprint` names the spaCy model whose vectors
    it reads: the SHA-256 of that model's weights.
    """

    weights: Mapping[str, Floats]
    layers: int
    lists: Mapping[str, Hashes]
    fingerprint: str

    def scores(self, vectors: Sequence[Floats]) -> list[Floats]:
        """Scores of every tag (columns) for every token (rows) of some texts, none of them empty.

        The texts go through the layers together, but no window reaches from one into the next.
        """
        bounds = np.cumsum([0, *map(len, vectors)])
        hidden = self._maxout("mix", np.concatenate(vectors))
        width = hidden.shape[1]
        for layer in range(self.layers):
            window = np.zeros((len(hidden), 3 * width), np.float32)
            window[1:, :width] = hidden[:-1]
            window[:, width : 2 * width] = hidden
            window[:-1, 2 * width :] = hidden[1:]
            window[bounds[:-1], :width] = 0
            window[bounds[1:] - 1, 2 * width :] = 0
            hidden = hidden + self._maxout(f"window{layer}", window)
        scores = np.asarray(hidden @ self.weights["out.weight"] + self.weights["out.bias"])
        return np.split(scores, bounds[1:-1])

    def spans(self, vectors: Sequence[Floats]) -> list[list[tuple[int, int, str]]]:
        """The names of each text: first token, token after the last, label; in order."""
        filled = [rows for rows in vectors if len(rows)]
        scores = iter(self.scores(filled) if filled else ())
        return [self._names(next(scores)) if len(rows) else [] for rows in vectors]

    def _names(self, scores: Floats) -> list[tuple[int, int, str]]:
        found: list[tuple[int, int, str]] = []
        start = 0
        for i, tag in enumerate(self._best(scores)):
            part, _, label = TAGS[tag].partition("-")
            if part in ("B", "S"):
                start = i
            if part in ("E", "S"):
                found.append((start, i + 1, label))
        return found

    def _maxout(self, name: str, rows: Floats) -> Floats:
        """The largest of three linear pieces, then layer normalisation."""
        pieces = rows @ self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        best = pieces.reshape(len(rows), _PIECES, -1).max(1)
        best -= best.mean(1, keepdims=True)
        best /= np.sqrt((best * best).mean(1, keepdims=True) + _EPSILON)
        return np.asarray(best * self.weights[f"{name}.gain"] + self.weights[f"{name}.shift"])

    def _best(self, scores: Floats) -> list[int]:
        """The legal sequence of tags with the highest sum of scores and transitions."""
        step = self.weights["transitions"] + _STEP
        best = scores[0] + _START
        back = np.zeros((len(scores), len(TAGS)), np.intp)
        columns = np.arange(len(TAGS))
        for i in range(1, len(scores)):
            reached = best[:, None] + step
            back[i] = reached.argmax(0)
            best = reached[back[i], columns] + scores[i]
        tag = int((best + _END).argmax())
        tags = [tag]
        for pointers in back[:0:-1]:
            tag = int(pointers[tag])
            tags.append(tag)
        return tags[::-1]


def sounds_like_a_person(words: Sequence[str]) -> bool:
    """Whether a name begins with a known given name and ends with a known surname."""
    lists = load().lists
    full = len(words) > 1 and is_listed(words[0], lists["given"])
    return (
        full
        and is_listed(words[-1], lists["surname"])
        and not is_listed(words[-1], lists["adjective"])
    )


@lru_cache(maxsize=1 << 12)
def is_a_place(word: str) -> bool:
    """Whether a word is listed as the name of a place."""
    return is_listed(word, load().lists["place"])


@lru_cache(maxsize=1 << 12)
def is_a_person(word: str) -> bool:
    """Whether a word is listed as a given name or a surname."""
    lists = load().lists
    return is_listed(word, lists["given"]) or is_listed(word, lists["surname"])


def only_a_place(word: str) -> bool:
    """Whether a word is listed as the name of a place, and neither given name nor surname."""
    return is_a_place(word) and not is_a_person(word)


@cache
def load() -> Tagger:
    """The tagger that ships with the package, read once."""
    found = archives.read("geopolitics_model.language", FILE)
    fingerprint = bytes(found.pop("fingerprint")).decode()
    lists = {
        name.removeprefix(_LIST): found.pop(name) for name in list(found) if name.startswith(_LIST)
    }
    weights = {name: np.ascontiguousarray(a, np.float32) for name, a in found.items()}
    layers = sum(name.startswith("window") and name.endswith(".weight") for name in weights)
    return Tagger(weights=weights, layers=layers, lists=lists, fingerprint=fingerprint)
