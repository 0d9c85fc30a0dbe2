"""The tokens of an article as columns of numbers: what the cue model, the tagger and the ranker
compute with.

Only paragraphs that may hold an attribution are laid out. A paragraph is one unit; a very long one
is cut between sentences, so that everything that is quadratic in a unit stays linear in the
article.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from attrs import define
from numpy.typing import NDArray

from geopolitics_model.parsers.statements.acts import class_of

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading, Token

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

BUCKETS = 8192
"""Rows of the tables of word and lemma vectors; words share a row by hash."""
LONGEST_UNIT = 400
"""Tokens; a longer paragraph is cut, first between sentences, then anywhere."""
OUTSIDE, OPENING, INSIDE, CLOSING = range(4)
"""Where a token stands with respect to the quotation marks of its paragraph."""

TAGS = tuple(
    "$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS "
    "PDT POS PRP PRP$ RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``".split()
)
DEPS = tuple(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj "
    "csubj csubjpass dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass "
    "nummod oprd parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl "
    "xcomp".split()
)
CLAUSES = frozenset("ROOT ccomp xcomp advcl acl relcl parataxis conj csubj pcomp".split())
LABELS = tuple(
    f"{where} {label}" for label in ("person", "organisation", "place") for where in "BI"
)
"""Where a token stands in a name: its first or a later word, by kind of name; 0 is none."""
_LABEL = {label: i for i, label in enumerate(LABELS, 1)}
_TAG = {tag: i for i, tag in enumerate(TAGS, 1)}
_DEP = {dep: i for i, dep in enumerate(DEPS, 1)}
_MARKS = {mark: i for i, mark in enumerate(", . : ; - — – ( ) \" “ ” ' ‘ ’ ? ! …".split(), 6)}
SHAPES = 6 + len(_MARKS)
_WORD = re.compile(r"\w")


def tag_id(tag: str) -> int:
    """The number of a part-of-speech tag, 0 for one that is not known."""
    return _TAG.get(tag, 0)


def dep_id(dep: str) -> int:
    """The number of a dependency label, 0 for one that is not known."""
    return _DEP.get(dep, 0)


@lru_cache(maxsize=1 << 14)
def _bucket(word: str) -> int:
    """The row of a word, the same on any machine; row 0 is kept for words hidden in training."""
    return zlib.crc32(word.encode()) % (BUCKETS - 1) + 1


@lru_cache(maxsize=1 << 13)
def _form(text: str) -> tuple[int, bool]:
    """Shape and whether it is a word (has a letter or digit)."""
    if text.isalpha():
        shape = 1 if text.islower() else 2 if text.isupper() else 3
    elif text.isdigit():
        shape = 4
    else:
        shape = _MARKS.get(text, 5 if _WORD.search(text) else 0)
    return shape, bool(_WORD.search(text))


@define(eq=False)
class Grid:
    """Columns over the tokens of the chosen units, which stand one after the other.

    units: half-open ranges of positions; a position is a row of every column.
    features: word, lemma, tag, dep, shape, quotation state, sentence start, dep of the clause's
        head, place in a name, class of speech act: one column each.
    head, clause, governor: positions of the syntactic head, the head of the token's clause and that
        one's head.
    sentences: half-open ranges of positions of the sentence around each token.
    """

    tokens: list[Token]
    units: list[tuple[int, int]]
    unit_of: Ints
    features: Ints
    head: Ints
    clause: Ints
    governor: Ints
    vectors: Floats
    words: NDArray[np.bool_]
    sentences: list[tuple[int, int]]
    sentence_of: list[int]
    shift: dict[int, int]

    @property
    def name(self) -> Ints:
        """Of each token, its place in a name: see `LABELS`."""
        return self.features[:, 8]

    @property
    def act(self) -> Ints:
        """Of each token, what the lexicon says of it as a cue: see `acts.CLASSES`."""
        return self.features[:, 9]

    @property
    def quotation(self) -> Ints:
        """The quotation state of each token."""
        return self.features[:, 5]

    def position(self, token: Token) -> int | None:
        """The row of a token, None when it is not laid out."""
        if (shift := self.shift.get(token.paragraph)) is None:
            return None
        at = token.i - shift
        return at if 0 <= at < len(self.tokens) and self.tokens[at] is token else None


def quotation_states(reading: Reading) -> NDArray[np.int8]:
    """Per token of the article: outside, opening mark, inside, closing mark."""
    states = np.zeros(len(reading.tokens), np.int8)
    for quotation in reading.quotations:
        for token in reading.tokens_between(quotation.outer_start, quotation.outer_end):
            if token.start < quotation.start:
                states[token.i] = OPENING
            elif token.start < quotation.end:
                states[token.i] = INSIDE
            else:
                states[token.i] = CLOSING
    return states


def _name_labels(reading: Reading, rows: NDArray[np.int64]) -> NDArray[np.int8]:
    """Of each of these tokens, given by ascending index, its place in a name."""
    labels = np.zeros(len(rows), np.int8)
    first = bisect_left(reading.names, rows[0], key=lambda n: n.end) if len(rows) else 0
    for name in reading.names[first:]:
        if name.start > rows[-1]:
            break
        at, end = np.searchsorted(rows, (name.start, name.end))
        labels[at:end] = _LABEL["I " + name.label]
        if at < end and rows[at] == name.start:
            labels[at] = _LABEL["B " + name.label]
    return labels


def _pieces(reading: Reading, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Cut a paragraph's tokens into units of bearable length."""
    start = first
    while last - start > LONGEST_UNIT:
        cut = start + LONGEST_UNIT
        sentence = reading.tokens[cut].sentence
        begin = reading.sentences[sentence].start
        if begin > start:
            cut = begin
        yield start, cut
        start = cut
    if start < last:
        yield start, last


def units_of(
    reading: Reading, paragraphs: Iterable[int], most: int
) -> Iterator[list[tuple[int, int]]]:
    """The units of these paragraphs as token ranges, in batches of at most `most` tokens.

    A paragraph stays in one batch unless it alone is longer.
    """
    batch: list[tuple[int, int]] = []
    size = 0
    for index in paragraphs:
        paragraph = reading.paragraphs[index]
        whole = paragraph.last - paragraph.first
        for first, last in _pieces(reading, paragraph.first, paragraph.last):
            needed = whole if first == paragraph.first else last - first
            if batch and size + needed > most:
                yield batch
                batch, size = [], 0
            batch.append((first, last))
            size += last - first
    if batch:
        yield batch


def lay_out(reading: Reading, ranges: Iterable[tuple[int, int]], states: NDArray[np.int8]) -> Grid:
    """The grid of these units, given as token ranges of the article."""
    tokens: list[Token] = []
    units: list[tuple[int, int]] = []
    shift: dict[int, int] = {}
    head: list[int] = []
    for first, last in ranges:
        offset = first - len(tokens)
        shift.setdefault(reading.tokens[first].paragraph, offset)
        units.append((first - offset, last - offset))
        for token in reading.tokens[first:last]:
            at = token.head.i
            head.append((at if first <= at < last else token.i) - offset)
            tokens.append(token)
    clause = _clause_heads(tokens, head)
    rows = np.fromiter((t.i for t in tokens), np.int64, len(tokens))
    sentences, sentence_of = _sentences(tokens, units)
    heads, clauses = np.array(head, np.int32), np.array(clause, np.int32)
    labels = _name_labels(reading, rows)
    features, words = _features(tokens, states[rows], labels, clauses, sentences)
    unit_of = np.repeat(np.arange(len(units), dtype=np.int32), [b - a for a, b in units])
    return Grid(
        tokens=tokens,
        units=units,
        unit_of=unit_of,
        features=features,
        head=heads,
        clause=clauses,
        governor=heads[clauses],
        vectors=np.asarray(reading.vectors[rows], np.float32),
        words=words,
        sentences=sentences,
        sentence_of=sentence_of,
        shift=shift,
    )


def _sentences(
    tokens: list[Token], units: list[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[int]]:
    """Sentences as ranges of positions, cut where a unit is cut, and each token's sentence."""
    bounds: list[tuple[int, int]] = []
    of: list[int] = []
    for first, last in units:
        start = first
        for i in range(first, last):
            if i + 1 == last or tokens[i + 1].sentence != tokens[i].sentence:
                of += [len(bounds)] * (i + 1 - start)
                bounds.append((start, i + 1))
                start = i + 1
    return bounds, of


def _clause_heads(tokens: list[Token], head: list[int]) -> list[int]:
    """The nearest token upwards, itself included, that heads a clause."""
    clause = [-1] * len(tokens)
    for i in range(len(tokens)):
        path = []
        j = i
        while clause[j] < 0:
            path.append(j)
            if head[j] == j or tokens[j].dep in CLAUSES:
                clause[j] = j
                break
            j = head[j]
        found = clause[j]
        for k in path:
            clause[k] = found
    return clause


def _features(
    tokens: list[Token],
    states: NDArray[np.int8],
    labels: NDArray[np.int8],
    clause: Ints,
    sentences: list[tuple[int, int]],
) -> tuple[Ints, NDArray[np.bool_]]:
    n = len(tokens)
    features = np.zeros((n, 10), np.int32)
    features[:, 0] = [_bucket(t.lower) for t in tokens]
    features[:, 1] = [_bucket("L" + t.lemma.lower()) for t in tokens]
    features[:, 2] = [_TAG.get(t.tag, 0) for t in tokens]
    features[:, 3] = [_DEP.get(t.dep, 0) for t in tokens]
    forms = [_form(t.text) for t in tokens]
    features[:, 4] = [shape for shape, _ in forms]
    features[:, 5] = states
    features[[start for start, _ in sentences], 6] = 1
    if n:
        features[:, 7] = features[clause, 3]
    features[:, 8] = labels
    features[:, 9] = [class_of(t) for t in tokens]
    return features, np.array([word for _, word in forms], np.bool_)
