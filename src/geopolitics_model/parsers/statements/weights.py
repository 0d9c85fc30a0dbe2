"""The trained weights, as they lie in the package: arrays in one `.npz`, read without pickle."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
from attrs import frozen

from geopolitics_model.language import archives
from geopolitics_model.parsers.statements.cues import CueModel, Rates
from geopolitics_model.parsers.statements.grid import Floats
from geopolitics_model.parsers.statements.ranker import Ranker
from geopolitics_model.parsers.statements.tagger import Tagger, Taggers

FILE = "finder.npz"


@frozen(eq=False)
class Thresholds:
    """Where probabilities become decisions; chosen on held-out articles by the training.

    prune: log odds of the cue model below which a word is dropped.
    choose: a candidate's least expected overlap with the right content; nest: the same for one
        inside another content; doubt: the same for one whose cue the lexicon of acts does not have;
        act: for one whose cue does more than assert in all senses that the lexicon has of it.
    fall_back: the tagger's least confidence in a content of its own, where the ranker chose none.
    """

    prune: float
    choose: float
    nest: float
    fall_back: float
    doubt: float
    act: float


@frozen(eq=False)
class Components:
    """All that the finder has learned."""

    rates: Rates
    cues: CueModel
    tagger: Taggers
    ranker: Ranker
    thresholds: Thresholds


def words_to_array(words: list[str]) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """Words as bytes, one a line."""
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def _words(array: np.ndarray[Any, np.dtype[Any]]) -> list[str]:
    return array.tobytes().decode().split("\n")


def _section(arrays: Mapping[str, Floats], name: str) -> dict[str, Floats]:
    prefix = name + "/"
    return {
        key.removeprefix(prefix): np.ascontiguousarray(value, np.float32)
        for key, value in arrays.items()
        if key.startswith(prefix)
    }


def _numbered(arrays: Mapping[str, Floats], name: str) -> list[dict[str, Floats]]:
    """The sections `name0`, `name1` and so on."""
    sections = sorted({key.split("/")[0] for key in arrays if key.startswith(name)})
    return [_section(arrays, section) for section in sections]


def unpack(arrays: Mapping[str, Floats]) -> Components:
    """Components from named arrays (`section/name`)."""
    lemmas, speakers = _words(arrays["rates/lemmas"]), _words(arrays["rates/speakers"])
    rates = Rates(
        cue=dict(zip(lemmas, map(float, arrays["rates/cue"]), strict=True)),
        speaker=dict(zip(speakers, map(float, arrays["rates/speaker"]), strict=True)),
        number={lemma: i for i, lemma in enumerate(lemmas[: int(arrays["rates/frequent"][0])], 1)},
    )
    cues = _section(arrays, "cues")
    taggers, rankers = _numbered(arrays, "tagger"), _numbered(arrays, "ranker")
    return Components(
        rates=rates,
        cues=CueModel(cues["hashed"], cues["dense"], float(cues["bias"][0])),
        tagger=Taggers(tuple([Tagger(weights) for weights in taggers])),
        ranker=Ranker(tuple(rankers)),
        thresholds=Thresholds(*(float(x) for x in arrays["thresholds"])),
    )


@cache
def load() -> Components:
    """The components that ship with the package, read once."""
    return unpack(archives.read("geopolitics_model.parsers.statements", FILE))
