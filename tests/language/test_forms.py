"""Parts of speech and lemmas that are looked up are those that spaCy would have found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from geopolitics_model.language import forms, read, spacy_reader

SEED = Path(__file__).parents[2] / "seeds" / "seed-kosovo.txt"
IDIOMS = (
    "Let's go, he said. It is what it is.",
    "There's no doubt that there are others.",
    "I'm gonna leave, they ain't coming, you've got to see y'all.",
    "They had had enough; did he do it? But so it was.",
)
WORDS = st.sampled_from(
    "the a that which there is are was were 's let gon na ai n't y all had have did do to But I it "
    "NATO Kosovo troops said saying withdrawn left leaves better best , . ; “ ”".split()
)


@cache
def whole() -> Language:
    name = next(m for m in spacy_reader.MODELS if spacy.util.is_package(m))
    nlp = spacy.load(name)
    spacy_reader._use_numpy(nlp)
    return nlp


def looked_up(text: str) -> list[tuple[str, str, str]]:
    return [(t.text, t.lemma, t.pos) for t in read(text).tokens]


def derived(text: str) -> list[tuple[str, str, str]]:
    return [(t.text, t.lemma_, t.pos_) for t in whole()(text) if not t.is_space]


@pytest.mark.parametrize("text", IDIOMS)
def test_idioms(text: str) -> None:
    assert looked_up(text) == derived(text)


def test_the_founding_document() -> None:
    for paragraph in filter(None, SEED.read_text(encoding="utf-8").split("\n")):
        assert looked_up(paragraph) == derived(paragraph)


@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join))
def test_any_words(text: str) -> None:
    assert looked_up(text) == derived(text)


def test_forgetting_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = [looked_up(text) for text in IDIOMS]
    monkeypatch.setattr(forms, "_MOST", 0)
    assert [looked_up(text) for text in IDIOMS] == before
