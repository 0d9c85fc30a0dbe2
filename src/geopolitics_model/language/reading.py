"""A text as the parsers see it: tokens, sentences, paragraphs, quotations, names.

Nothing here knows spaCy. A `Reading` is made by `language.read`; a parser gets it and returns
objects of the model; what it returned is in `reading.found` for the parsers after it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from geopolitics_model.language.findings import Findings
from geopolitics_model.model import Article, Diagnostic, Span, When

if TYPE_CHECKING:
    import numpy as np

    from geopolitics_model.language.paragraphs import Paragraph
    from geopolitics_model.language.quotations import Quotation

T = TypeVar("T")


@attrs.define(eq=False, slots=True)
class Token:
    """A word or mark, with its place in the sentence's dependency tree.

    `start`, `end`: characters; `pos`: Universal POS; `tag`: Penn Treebank; `dep`: ClearNLP label
    of the arc to `head` (the token itself at a root); `left`, `right`: the first and the last
    token of its subtree; `quotation`: the index of the quotation that it stands in.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    sentence: int
    paragraph: int
    left: int
    right: int
    quotation: int | None = None
    head: Token = attrs.field(init=False, repr=False)
    children: tuple[Token, ...] = attrs.field(default=(), repr=False)

    @property
    def is_root(self) -> bool:
        """Whether the token heads its sentence."""
        return self.head is self

    def subtree(self) -> tuple[Token, ...]:
        """The token and all that depend on it, in order."""
        found, stack = [], [self]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(token.children)
        return tuple(sorted(found, key=lambda t: t.i))

    def ancestors(self) -> Iterator[Token]:
        """The heads above the token, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token


@attrs.frozen
class Sentence:
    """`start`, `end`: tokens, half-open."""

    i: int
    start: int
    end: int
    paragraph: int
    root: Token = attrs.field(repr=False)


@attrs.frozen
class Name:
    """A named mention; `start`, `end`: tokens; `label`: "person", "organisation" or "place"."""

    start: int
    end: int
    label: str


@attrs.frozen(eq=False)
class Reading:
    """An article, read by the language model. `vectors` holds a row of floats per token."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Name, ...]
    vectors: np.ndarray[Any, np.dtype[np.float32]] = attrs.field(repr=False)
    diagnostics: tuple[Diagnostic, ...] = ()
    found: Findings = attrs.field(factory=Findings, repr=False)
    _memo: dict[str, Any] = attrs.field(factory=dict, repr=False)
    _starts: tuple[int, ...] = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple([t.start for t in self.tokens]))

    # -- text --------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The text of the article."""
        return self.article.text

    def text_of(self, start: int, end: int) -> str:
        """The characters between two offsets."""
        return self.article.text[start:end]

    def span(self, start: int, end: int) -> Span:
        """The span between two character offsets."""
        return Span(
            article=self.article.id, start=start, end=end, text=self.article.text[start:end]
        )

    def span_of(self, tokens: Sequence[Token]) -> Span:
        """The span from the first to the last of some tokens."""
        return self.span(tokens[0].start, tokens[-1].end)

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character at `offset`, if one does."""
        i = bisect_right(self._starts, offset) - 1
        return self.tokens[i] if i >= 0 and offset < self.tokens[i].end else None

    def tokens_between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that overlap the character range."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.tokens[first].end <= start:
            first += 1
        return self.tokens[first : bisect_left(self._starts, end)]

    def sentence_of(self, token: Token) -> tuple[Token, ...]:
        """All tokens of the sentence that the token stands in."""
        sentence = self.sentences[token.sentence]
        return self.tokens[sentence.start : sentence.end]

    def head_of(self, start: int, end: int) -> Token | None:
        """Of the tokens in a character range, the one that heads the others."""
        inside = self.tokens_between(start, end)
        return self.head_among(inside[0].i, inside[-1].i + 1) if inside else None

    def head_among(self, first: int, last: int) -> Token:
        """Of the tokens from index `first` to `last` (half-open), the one that heads the others."""
        for token in self.tokens[first:last]:
            if token.is_root or not first <= token.head.i < last:
                return token
        return self.tokens[last - 1]

    # -- what earlier parsers found ----------------------------------------------------------

    def knowing(self, found: Findings) -> Reading:
        """The same reading, with what has been found so far."""
        return attrs.evolve(self, found=found)

    def once(self, key: str, find: Callable[[], T]) -> T:
        """What `find` returns, asked for the first time only: what one parser has computed for all
        goes on to what `knowing` returns.
        """
        if key not in self._memo:
            self._memo[key] = find()
        found: T = self._memo[key]
        return found

    def entity(self, token: Token) -> str | None:
        """The id that the noun phrase of `token` refers to as an actor: a state or its organs."""
        return self.found.actor(token.start, token.end)

    def place(self, token: Token) -> str | None:
        """The id that the noun phrase of `token` refers to as a place."""
        return self.found.place(token.start, token.end)

    def entities_of(self, token: Token) -> tuple[str, ...]:
        """The actors of the noun phrase that `token` heads, its conjuncts included."""
        ids: list[str] = []
        stack = [token]
        while stack:
            part = stack.pop(0)
            id = self.entity(part)
            if id is not None and id not in ids:
                ids.append(id)
            stack += [c for c in part.children if c.dep == "conj"]
        return tuple(ids)

    def entities_in(self, start: int, end: int) -> tuple[str, ...]:
        """All entities mentioned between two characters, in order, once each."""
        return self.found.within(start, end)

    def times_in(self, start: int, end: int) -> tuple[When, ...]:
        """The time expressions that stand wholly between two characters."""
        return self.found.times_within(start, end)

    def objects(self, cls: type[T]) -> tuple[T, ...]:
        """The objects of a class that earlier parsers returned, in the order returned."""
        return self.found.of(cls)

    def object(self, id: str) -> Any:
        """The object of this id that an earlier parser returned, or `None`."""
        return self.found.get(id)
