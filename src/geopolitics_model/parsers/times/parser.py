"""`parse`: the time expressions of an article as `When`s."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import When
from geopolitics_model.model.vocabularies import Bound, TimeKind
from geopolitics_model.parsers.times.expressions import Fixed, Length, Shift, Step
from geopolitics_model.parsers.times.lexicon import bounds
from geopolitics_model.parsers.times.recogniser import Found, recognise
from geopolitics_model.parsers.times.resolver import Value
from geopolitics_model.parsers.times.resolver import resolve as resolve_one
from geopolitics_model.parsers.times.telling import telling as guess
from geopolitics_model.parsers.times.tense import direction
from geopolitics_model.parsers.times.timeline import Telling, Timeline
from geopolitics_model.parsers.times.values import Point

_BEFORE = re.compile(r"(?:(\w+)\s+)?(\w+)(?:\s+the)?\s+$", re.IGNORECASE)
_OF = re.compile(r"\w\s+of\s+(?:the\s+)?$")
_UNTIL = re.compile(r"\b(?:until|till)\b(?:[^.;:,\n]|(?<=\d),(?=\d))*$", re.IGNORECASE)
_OPENING = re.compile(r"(?:^|[.!?]\W*\s|\n)\s*$")
_BEFORE_YEARS = frozenset({"the", "in", "since", "of", "by", "from", "until", "its", "their"})
_AMBIGUOUS = frozenset({"may", "march", "august", "spring", "fall", "second", "april", "june"})


def parser(telling: Telling | None = None) -> Callable[[Reading], Iterator[When]]:
    """A parser of times that reads every text as news or as a narrative.

    `parse` chooses by the text.
    """

    def parse_as(reading: Reading) -> Iterator[When]:
        return _parse(reading, telling)

    return parse_as


def parse(reading: Reading) -> Iterator[When]:
    """Every time expression of an article: dates, times, durations and sets, in order.

    Incomplete and relative dates are completed from the day of publication, the tense of their
    clause and the dates mentioned before them; without them they stay incomplete (``XXXX-09-01``).
    """
    return _parse(reading, None)


def resolve(text: str, anchor: dt.date | None = None, telling: Telling | None = None) -> list[When]:
    """The time expressions of a short text, without evidence.

    `anchor` is the day it was written; tense is not read, so a bare "Friday" is the last one.
    """
    found = list(recognise(text))
    line = Timeline(telling or guess(found, anchor), anchor)
    return [
        When(text=text[f.start : f.end], kind=value.kind, value=value.value, bound=bound)
        for f, value, bound in _values(text, found, line, lambda *_: 0)
    ]


def interval(first: When, last: When) -> When:
    """The time from one date to another: "from 2 to 5 August" is 2022-08-02/2022-08-05.

    Raises:
        InvalidValue: the two are no dates, or out of order.
    """
    return When(
        text=f"{first.text} - {last.text}",
        kind=TimeKind.DATE,
        value=f"{first.value}/{last.value}",
        evidence=first.evidence + last.evidence,
    )


def _parse(reading: Reading, telling: Telling | None) -> Iterator[When]:
    text = reading.text
    found = [
        f
        for paragraph in reading.paragraphs
        for f in recognise(text, paragraph.start, paragraph.end)
        if not _is_other_word(reading, f)
    ]
    written = reading.article.published
    day = written.date() if isinstance(written, dt.datetime) else written
    line = Timeline(telling or guess(found, day), day)

    def tense(start: int, end: int, preposition: str) -> int:
        return direction(reading, start, end, preposition)

    for f, value, bound in _values(text, found, line, tense):
        span = reading.span(f.start, f.end)
        yield When(
            text=span.text, kind=value.kind, value=value.value, bound=bound, evidence=(span,)
        )


def _values(
    text: str, found: Iterable[Found], line: Timeline, tense: Callable[[int, int, str], int]
) -> Iterator[tuple[Found, Value, Bound | None]]:
    for f in found:
        before = _BEFORE.search(text, max(0, f.start - 30), f.start)
        first, second = (before[1] or "", before[2]) if before else ("", "")
        value = resolve_one(f.expression, line, tense(f.start, f.end, second.lower()))
        if value is None:
            continue
        if value.point is not None and not _is_aside(f, value.point, line, text):
            line.tell(value.point)
        yield f, value, _bound(f, f"{first} {second}".lower().strip(), second.lower())


def _is_aside(found: Found, point: Point, line: Timeline, text: str) -> bool:
    """Whether a story does not go on from a date, but only looks back or ahead to it: "the year
    before", a date years ago that tells which thing is meant ("the Instrument of Government of
    1772"), and up to when something lasted ("grew until 36,000 men were there in April")."""
    if line.telling is not Telling.NARRATIVE or line.last is None:
        return False
    if _UNTIL.search(text, max(0, found.start - 80), found.start):
        return True
    if point.month is not None:
        return False
    said = found.expression
    if isinstance(said, Step | Shift):
        back = said.offset if isinstance(said, Step) else said.sign
        return back < 0 and not _OPENING.search(text, max(0, found.start - 30), found.start)
    if point.year is None or line.last.year is None or point.year >= line.last.year - 1:
        return False
    return bool(_OF.search(text, max(0, found.start - 30), found.start))


def _bound(found: Found, two_words: str, word: str) -> Bound | None:
    if isinstance(found.expression, Length):
        return Bound.ABOUT if found.expression.about else None
    if isinstance(found.expression, Fixed):
        return None
    name = bounds().get(two_words) or bounds().get(word)
    return Bound(name) if name else None


def _is_other_word(reading: Reading, found: Found) -> bool:
    """Whether it is none of time here: "may" as a verb, April as a person, "2000 troops"."""
    text = reading.text_of(found.start, found.end).lower()
    year = text.isdecimal()
    token = reading.token_at(found.start)
    if token is None:
        return False
    if isinstance(found.expression, Fixed | Step) and token.end == found.end:
        return _within_name(token, reading)
    if text not in _AMBIGUOUS and not year:
        return False
    if year:
        return _counts(token, reading)
    if token.pos in ("AUX", "VERB"):
        return True
    if text == "march" and token.i and reading.tokens[token.i - 1].tag == "NNP":
        return True  # a march with a name
    return any(n.label == "person" and n.start <= token.i < n.end for n in reading.names)


def _counts(number: Token, reading: Reading) -> bool:
    """Whether a number that could be a year counts something: "2000 troops", "1800 km"."""
    noun = number.head
    if number.dep != "nummod" or noun.i < number.i or not number.text.endswith("0"):
        return False
    before = reading.tokens[number.i - 1].lower if number.i else ""
    return noun.tag == "NNS" and before not in _BEFORE_YEARS


def _within_name(word: Token, reading: Reading) -> bool:
    """Whether a word stands for a name with its neighbours: the "Daily" of a newspaper."""
    if word.tag != "NNP":
        return False
    beside = reading.tokens[max(0, word.i - 1) : word.i + 2]
    return any(t.tag == "NNP" and t is not word and t.sentence == word.sentence for t in beside)
