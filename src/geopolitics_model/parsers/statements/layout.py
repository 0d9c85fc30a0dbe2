"""Attribution by layout: what runs on over paragraphs.

Two plain rules of print. A quotation that runs over paragraphs is one statement. What stands
below a paragraph that ends in "X said:" is X's: a list, quoted paragraphs, or the unquoted text of
a release to its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from attrs import define, evolve, field

from geopolitics_model.parsers.statements.attribution import Attribution, Range
from geopolitics_model.parsers.statements.ranges import cue_ranges, noun_phrase, polished
from geopolitics_model.parsers.statements.speakers import speaker_of

if TYPE_CHECKING:
    from geopolitics_model.language.paragraphs import Paragraph
    from geopolitics_model.language.quotations import Quotation
    from geopolitics_model.language.reading import Reading, Token

_ITEM = re.compile(r"(?:[-–—•*·o‣▪]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_OPENING_PARAGRAPHS = 4
"""A release introduces its speaker at the top; below, "X said:" covers a paragraph and what goes on
in the first person."""
_LIKELY = -1.0
"""Log odds of the cue model from which a word before a final colon introduces what follows."""
_OWN = frozenset("i we my our me us mine ours".split())
_INTRODUCTION = 40
"""Tokens before a colon in its own paragraph, at most."""
_NEAR = 3
"""Characters between a content and the colon that ends its paragraph."""


@define
class _Board:
    """The attributions found so far, by the paragraphs that their contents begin in."""

    reading: Reading
    found: list[Attribution | None]
    by_paragraph: dict[int, list[int]] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for i, attribution in enumerate(self.found):
            if attribution is not None:
                self._file(i, attribution)

    def _file(self, i: int, attribution: Attribution) -> None:
        starts = (self.reading.tokens_between(a, b)[0] for a, b in attribution.content)
        for paragraph in {token.paragraph for token in starts}:
            self.by_paragraph.setdefault(paragraph, []).append(i)

    def within(self, paragraphs: Iterable[int]) -> list[tuple[int, Attribution]]:
        """Index and attribution of those with content in the paragraphs, in order of index."""
        indices = {i for p in paragraphs for i in self.by_paragraph.get(p, ())}
        return [(i, a) for i in sorted(indices) if (a := self.found[i]) is not None]

    def add(self, attribution: Attribution) -> None:
        """One more attribution."""
        self.found.append(attribution)
        self._file(len(self.found) - 1, attribution)

    def replace(self, i: int, attribution: Attribution | None) -> None:
        """Another attribution in the place of one, or none."""
        self.found[i] = attribution
        if attribution is not None:
            self._file(i, attribution)


def by_layout(
    reading: Reading, found: list[Attribution], scores: dict[int, float]
) -> list[Attribution]:
    """The attributions with what the layout adds; `scores`: log odds of cues by token."""
    board = _Board(reading, list(found))
    chains: dict[int, list[Quotation]] = {}
    for quotation in reading.quotations:
        chains.setdefault(quotation.chain, []).append(quotation)
    for parts in chains.values():
        if len(parts) > 1:
            _join(board, parts)
    _introduce(board, scores)
    return [a for a in board.found if a is not None]


def words_outside(reading: Reading, paragraph: Paragraph) -> bool:
    """Whether a paragraph has a word outside quotation marks."""
    return any(
        t.quotation is None and any(c.isalnum() for c in t.text)
        for t in reading.tokens[paragraph.first : paragraph.last]
    )


def _overlaps(content: tuple[Range, ...], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in content)


def trimmed(reading: Reading, start: int, end: int) -> Range | None:
    """A range from its first to its last word."""
    tokens = [t for t in reading.tokens_between(start, end) if any(c.isalnum() for c in t.text)]
    return polished(reading, tokens[0].start, tokens[-1].end) if tokens else None


# -- a quotation over several paragraphs


def _join(board: _Board, parts: list[Quotation]) -> None:
    """Give a quotation in parts to the best attribution that claims one; the other claims go."""
    low, high = parts[0].outer_start, parts[-1].outer_end
    claims = [
        (i, a)
        for i, a in board.within(q.paragraph for q in parts)
        if any(_overlaps(a.content, q.start, q.end) for q in parts)
        and a.cue
        and not any(q.start <= a.cue[0][0] < q.end for q in parts)
    ]
    if not claims:
        return
    best, attribution = max(claims, key=lambda c: (bool(c[1].source), c[1].score))
    outside = [r for r in attribution.content if r[1] <= low or r[0] >= high]
    whole = [r for q in parts if (r := trimmed(board.reading, q.start, q.end))]
    for i, _ in claims:
        board.replace(i, None)
    board.replace(best, evolve(attribution, content=tuple(sorted(outside + whole))))


# -- what a final colon introduces


def _introduce(board: _Board, scores: dict[int, float]) -> None:
    """Attribute what stands below a paragraph that ends in a colon after a cue."""
    reading, taken = board.reading, -1
    for paragraph in reading.paragraphs:
        if paragraph.i <= taken or (colon := _colon(reading, paragraph)) is None:
            continue
        if (cue := _introducer(reading, colon, scores)) is None:
            continue
        below = list(_below(board, paragraph, colon))
        rest = _rest(reading, paragraph, colon)
        segments = [r for r in (rest, *(trimmed(reading, p.start, p.end) for p in below)) if r]
        if not segments:
            continue
        taken = below[-1].i if below else paragraph.i
        here = board.within((paragraph.i, *(p.i for p in below)))
        own = [(i, a) for i, a in here if _ends_before(a, colon, cue)]
        if own and rest is None and _is_item(reading, below[0]):
            i, attribution = own[0]
            board.replace(i, evolve(attribution, content=(*attribution.content, *segments)))
            continue
        for i, attribution in here:
            if _replaced(attribution, cue, colon, segments):
                board.replace(i, None)
        board.add(_introduction(reading, cue, segments))


def _colon(reading: Reading, paragraph: Paragraph) -> Token | None:
    """The colon that ends a paragraph; at the top of a release, one after its first words."""
    if (last := _final_colon(reading, paragraph)) is not None:
        return last
    tokens = reading.tokens[paragraph.first : paragraph.last]
    if paragraph.i >= _OPENING_PARAGRAPHS or paragraph.heading or len(tokens) < 2:
        return None
    if reading.sentences[tokens[-1].sentence].start <= tokens[0].i:
        return None
    for token in tokens[:_INTRODUCTION]:
        if token.text == ":" and token.quotation is None:
            after = reading.tokens[token.i + 1]
            return token if after.quotation is None and after.text not in "“\"'" else None
    return None


def _final_colon(reading: Reading, paragraph: Paragraph) -> Token | None:
    if paragraph.last > paragraph.first:
        token = reading.tokens[paragraph.last - 1]
        if token.text == ":":
            return token
    return None


def _introducer(reading: Reading, colon: Token, scores: dict[int, float]) -> Token | None:
    """The likeliest cue in the colon's sentence, before it."""
    sentence = reading.sentences[colon.sentence]
    likely = [
        (scores[i], i)
        for i in range(sentence.start, colon.i)
        if scores.get(i, -9.0) > _LIKELY and reading.tokens[i].quotation is None
    ]
    return reading.tokens[max(likely)[1]] if likely else None


def _rest(reading: Reading, paragraph: Paragraph, colon: Token) -> Range | None:
    """What follows the colon in its own paragraph."""
    return trimmed(reading, colon.end, paragraph.end) if colon.i + 1 < paragraph.last else None


def _is_item(reading: Reading, paragraph: Paragraph) -> bool:
    return bool(_ITEM.match(reading.article.text, paragraph.start, paragraph.end))


def _below(board: _Board, above: Paragraph, colon: Token) -> Iterator[Paragraph]:
    """The paragraphs that belong to the introduction above them."""
    reading = board.reading
    last = len(reading.paragraphs)
    if above.i + 1 == last:
        return
    first = reading.paragraphs[above.i + 1]
    test: Callable[[Reading, Paragraph], bool] | None = None
    if _is_item(reading, first):
        test = _is_item
    elif _all_quoted(reading, first):
        test = _all_quoted
    elif above.i >= _OPENING_PARAGRAPHS:
        if first.heading or colon.i < above.last - 1:
            return
        yield first
        above, test = first, _first_person
    for i in range(above.i + 1, last):
        paragraph = reading.paragraphs[i]
        if test is not None and not test(reading, paragraph):
            return
        if test is None and _ends_release(board, paragraph):
            return
        yield paragraph


def _ends_release(board: _Board, paragraph: Paragraph) -> bool:
    """Whether a paragraph is no more of the speaker's: a heading, or others speak."""
    return (
        paragraph.heading
        or _final_colon(board.reading, paragraph) is not None
        or _others_quoted(board, paragraph)
    )


def _first_person(reading: Reading, paragraph: Paragraph) -> bool:
    """Whether a paragraph goes on in the speaker's own words: "I", "we", unquoted."""
    return any(
        t.lower in _OWN and t.quotation is None
        for t in reading.tokens[paragraph.first : paragraph.last]
    )


def _all_quoted(reading: Reading, paragraph: Paragraph) -> bool:
    return not words_outside(reading, paragraph)


def _others_quoted(board: _Board, paragraph: Paragraph) -> bool:
    """Whether someone is quoted in a paragraph, in marks and with a cue of its own."""
    for _, attribution in board.within((paragraph.i,)):
        token = board.reading.token_at(attribution.content[0][0])
        if attribution.cue_token is None or token is None or token.quotation is None:
            continue
        if board.reading.tokens[attribution.cue_token].quotation is None:
            return True
    return False


def _ends_before(attribution: Attribution, colon: Token, cue: Token) -> bool:
    """Whether the cue already has a content that ends at the colon ("explained the aims:")."""
    gap = colon.start - attribution.content[-1][1]
    return attribution.cue_token == cue.i and 0 <= gap < _NEAR


def _replaced(attribution: Attribution, cue: Token, colon: Token, segments: list[Range]) -> bool:
    """Whether the introduction says the same: the same cue, or the colon itself, with a part of
    the content.
    """
    return attribution.cue_token in (cue.i, colon.i) and any(
        _overlaps(attribution.content, *segment) for segment in segments
    )


def _introduction(reading: Reading, cue: Token, segments: list[Range]) -> Attribution:
    speaker, _ = speaker_of(cue)
    return Attribution(
        content=tuple(segments),
        source=(noun_phrase(reading, speaker, cue),) if speaker is not None else (),
        cue=cue_ranges(cue),
        cue_token=cue.i,
        source_token=speaker.i if speaker is not None else None,
        score=1.0,
        parent=None,
    )
