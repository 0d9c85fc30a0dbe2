"""Part of speech and lemma of words, looked up where spaCy would match and derive them anew.

In spaCy's pipeline two components turn tag and syntax into parts of speech and lemmas: a matcher
with a pattern for each case, and rules of inflection. What they say of a word depends on its form,
tag and dependency alone, but for a few idioms ("let's"). So each such triple is asked about once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.symbols import DEP, LEMMA, ORTH, POS, TAG
from spacy.tokens import Doc

Triple = tuple[int, int, int]
"""Word, tag and dependency, as spaCy numbers them."""
Form = tuple[str, str]
"""Lemma and part of speech."""

RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"
_MOST = 1 << 15
"""Triples remembered before all are forgotten."""


class Forms:
    """Stands in for the two components of a pipeline, which it takes out of its run."""

    def __init__(self, nlp: Language) -> None:
        self._vocab = nlp.vocab
        self._ruler = cast("AttributeRuler", nlp.get_pipe(RULER))
        self._lemmatizer = cast("Lemmatizer", nlp.get_pipe(LEMMATIZER))
        self._single = AttributeRuler(nlp.vocab)
        self._idioms = Matcher(nlp.vocab)
        for number, rule in enumerate(cast("list[dict[str, Any]]", self._ruler.patterns)):
            if all(len(pattern) == 1 for pattern in rule["patterns"]):
                self._single.add(**rule)
            else:
                self._idioms.add(str(number), rule["patterns"])
        self._known: dict[Triple, Form] = {}
        for name in (RULER, LEMMATIZER):
            nlp.disable_pipe(name)

    def of(self, doc: Doc) -> list[Form]:
        """Lemma and part of speech of each token, as the components would set them."""
        if self._idioms(doc, allow_missing=True):
            return _read(self._lemmatizer(self._ruler(doc)))
        triples: list[Triple] = list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist()))
        if len(self._known) > _MOST:
            self._known.clear()
            self._lemmatizer.cache.clear()
        if missing := dict.fromkeys(t for t in triples if t not in self._known):
            self._learn(missing)
        return [self._known[t] for t in triples]

    def _learn(self, triples: Iterable[Triple]) -> None:
        triples = list(triples)
        strings = self._vocab.strings
        words, tags, deps = ([strings[n] for n in column] for column in zip(*triples, strict=True))
        doc = Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))))
        forms = _read(self._lemmatizer(self._single(doc)))
        self._known.update(zip(triples, forms, strict=True))


def _read(doc: Doc) -> list[Form]:
    strings = doc.vocab.strings
    return [(strings[lemma], strings[pos]) for lemma, pos in doc.to_array([LEMMA, POS]).tolist()]
