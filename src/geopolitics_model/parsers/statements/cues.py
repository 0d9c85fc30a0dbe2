"""Which words may attribute, and how likely each is to: the model that prunes before anything
dear is computed.
"""

from __future__ import annotations

import math
import zlib
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from geopolitics_model.parsers.statements.acts import class_of, is_nominal_cue
from geopolitics_model.parsers.statements.grid import LONGEST_UNIT
from geopolitics_model.parsers.statements.speakers import names_source, speaker_of

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading, Token

BUCKETS = 4096
"""Weights of the hashed features."""
VECTOR_SCALE = 0.3
HOPELESS, LIKELY = -4.5, -3.0
"""Log odds below which a lemma is never tried, and above which a noun is tried without a clause
below it.
"""
_AT_ONCE = 4096
"""Words whose features are held in memory at a time."""
_WORDS = ("prep", "mark", "neg", "aux", "prt")


@frozen
class Rates:
    """How often a lemma was a cue, or a speaker's head, in training: log odds, with a default
    for the unseen.
    """

    cue: dict[str, float]
    speaker: dict[str, float]
    number: dict[str, int]

    DEFAULT = math.log(0.15 / 2)

    def of_cue(self, lemma: str) -> float:
        """Log odds of being a cue."""
        return self.cue.get(lemma, self.DEFAULT)

    def of_speaker(self, lemma: str) -> float:
        """Log odds of heading a source."""
        return self.speaker.get(lemma, self.DEFAULT)


@frozen(eq=False)
class CueModel:
    """A logistic regression over hashed features of a word and its neighbours in the tree, and
    the word's vector.
    """

    hashed: NDArray[np.float32]
    dense: NDArray[np.float32]
    bias: float

    def scores(
        self, tokens: list[Token], vectors: NDArray[np.float32], states: NDArray[np.int8]
    ) -> NDArray[np.float32]:
        """Log odds of being a cue; vectors and quotation states are those of the whole article."""
        batches = [
            self._scores(tokens[at : at + _AT_ONCE], vectors, states)
            for at in range(0, len(tokens), _AT_ONCE)
        ]
        return np.concatenate(batches) if batches else np.zeros(0, np.float32)

    def _scores(
        self, tokens: list[Token], vectors: NDArray[np.float32], states: NDArray[np.int8]
    ) -> NDArray[np.float32]:
        rows = [t.i for t in tokens]
        lists = [features(t, int(states[t.i])) for t in tokens]
        flat = np.fromiter((f for row in lists for f in row), np.int64)
        starts = np.cumsum([0] + [len(row) for row in lists[:-1]])
        sums = np.add.reduceat(self.hashed[flat], starts)
        dense = vectors[rows] @ self.dense * np.float32(VECTOR_SCALE)
        return np.asarray(sums + dense + np.float32(self.bias), np.float32)


def possible(reading: Reading, rates: Rates) -> list[Token]:
    """Words that could attribute at all: verbs, nouns with a history as cues, colons, and
    "according to" with an object.

    Sentences too long to be prose are left out, so that no work grows faster than the text.
    """
    return [
        token
        for sentence in reading.sentences
        if sentence.end - sentence.start <= LONGEST_UNIT
        for token in reading.tokens[sentence.start : sentence.end]
        if _may_attribute(token, rates)
    ]


def _may_attribute(token: Token, rates: Rates) -> bool:
    if token.text == ":":
        return True
    if token.lower == "according":
        return names_source(token)
    pos = token.pos
    if pos == "VERB" or (pos == "AUX" and token.dep == "ROOT"):
        return rates.of_cue(token.lemma.lower()) > HOPELESS
    if pos != "NOUN":
        return False
    rate = rates.cue.get(token.lemma.lower())
    if rate is not None and rate <= HOPELESS:
        return False
    often = (rate is not None and rate > LIKELY) or is_nominal_cue(token)
    return often or any(child.dep in ("acl", "ccomp") for child in token.children)


def features(token: Token, quotation: int) -> list[int]:
    """The hashed features of one word."""
    speaker, how = speaker_of(token)
    lemma = token.lemma.lower()
    act = f"a={class_of(token)}"
    names = [
        act, act + token.tag, act + token.dep,
        "l=" + lemma, "t=" + lemma + token.tag, "d=" + token.dep, "g=" + token.tag,
        "h=" + token.head.lemma.lower(), "o=" + how, f"q={quotation}", "e=" + lemma + token.dep,
    ]  # fmt: skip
    for child in token.children:
        names += ("k=" + child.dep, "c=" + lemma + child.dep, act + child.dep)
        if child.dep in _WORDS:
            names.append("w=" + child.lower)
    if speaker is not None:
        names += ("s=" + speaker.lemma.lower(), "p=" + speaker.tag)
    return sorted({zlib.crc32(name.encode()) % BUCKETS for name in names})
