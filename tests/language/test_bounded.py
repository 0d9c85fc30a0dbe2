"""A text is read the same way whatever was read before it, and however little memory is kept."""

import weakref

import pytest
import spacy
from spacy.language import Language

from geopolitics_model.language import Reading, read, spacy_reader

TEXTS = [
    "Zorblax Quimby, the mayor of Frobnitz, said on Monday that talks had failed.",
    "Peace.",
    "The envoy flew to Oslo.\n\nHe met the foreign minister and three generals.\n\nThey agreed.",
]


def seen(reading: Reading) -> list[tuple[object, ...]]:
    return [
        (t.text, t.lemma, t.pos, t.tag, t.dep, t.head.i, tuple(reading.vectors[t.i].tolist()))
        for t in reading.tokens
    ]


def test_a_text_is_read_the_same_beside_others() -> None:
    alone = [seen(read(text)) for text in TEXTS]
    assert [seen(r) for r in spacy_reader.read_many(read(t).article for t in TEXTS)] == alone


def test_words_are_freed_and_nothing_else_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [seen(read(text)) for text in TEXTS]
    monkeypatch.setattr(spacy_reader, "_WORDS_KEPT", 0)
    read("Peace.")  # begins anew, whatever was read before
    monkeypatch.setattr(spacy_reader, "_WORDS_KEPT", _words() + 40)
    made_up = [f"Glorp{n}ax met Vrin{n}el in Dro{n}th." for n in range(30)]
    most = 0
    for text in made_up:
        read(text)
        most = max(most, _words())
    assert most < spacy_reader._WORDS_KEPT + 40
    read("Peace.")
    assert "Glorp7ax" not in spacy_reader.model().nlp.vocab.strings
    assert [seen(read(text)) for text in TEXTS] == kept


def test_the_model_that_kept_many_words_is_gone_before_the_next_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read("Peace.")
    old = weakref.ref(spacy_reader.model().nlp)
    monkeypatch.setattr(spacy_reader, "_WORDS_KEPT", 0)
    load = spacy.load
    gone = []

    def loaded(name: str) -> Language:
        gone.append(old() is None)
        return load(name)

    monkeypatch.setattr(spacy, "load", loaded)
    read("Peace.")
    assert gone == [True]


def _words() -> int:
    return len(spacy_reader.model().nlp.vocab.strings)
