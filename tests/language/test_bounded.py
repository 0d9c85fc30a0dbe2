"""A text is read the same way whatever was read before it, and however little memory is kept."""

import pytest

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
    strings = spacy_reader.model().nlp.vocab.strings
    before = len(strings)
    made_up = [f"Glorp{n}ax met Vrin{n}el in Dro{n}th." for n in range(30)]
    freed = [seen(read(text)) for text in [*TEXTS, *made_up]]
    assert freed[: len(TEXTS)] == kept
    assert "Glorp7ax" not in strings
    assert len(strings) == before
    assert [seen(read(text)) for text in TEXTS] == kept
