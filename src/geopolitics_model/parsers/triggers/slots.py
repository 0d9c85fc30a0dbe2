"""Which dates and numbers tell of a fact: the times and quantities near its trigger.

As entities take part in a fact (`participants`), a date may say when it began and a number how many
were sent or died. Every time expression and every quantity in the sentences around a trigger is
looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen

from geopolitics_model.model import TimeKind, When
from geopolitics_model.parsers import intervals, quantities
from geopolitics_model.parsers.phrases import governing_verb
from geopolitics_model.parsers.triggers.features import padded, row_of
from geopolitics_model.parsers.triggers.participants import (
    DEPS,
    STEPS,
    Ints,
    path_of,
    preposition_of,
)

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading, Token

SLOTS = (
    "missions.start", "missions.end", "missions.strength", "missions.contributors",
    "conflicts.start", "conflicts.end", "conflicts.killed", "conflicts.wounded",
    "conflicts.missing", "conflicts.displaced", "conflicts.captured",
    "policies.effective", "policies.duration",
)  # fmt: skip
"""What a value may be to a fact, in the order of the outputs."""
BACK, ON = 3, 3
"""So many sentences before and behind that of the trigger are searched."""
WORDS = 8
"""The words of a pair whose vectors are read."""
_NEXT = 4
"""So many values on either side are rivals of one."""
_MOST = 24
"""So many values before and behind a trigger are looked at."""
_SIZES = (1, 2, 10, 100, 1000, 10_000, 100_000)
_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")
_BOUNDS = ("until", "since", "before", "after", "about")
_NUMBER, _MEASURE = 12, 13
"""The kinds that stand after those of times: see `_kind`."""
_KIND, _BOUND, _AGE, _TAG = 14, len(_BOUNDS) + 1, 6, len(_TAGS) + 1
_FORM = _KIND + _BOUND + _AGE + len(_SIZES) + 1
_MARKS = _FORM + _TAG + 1
_OWN = _MARKS + 8
"""Columns of a value by itself: kind, bound, age or size, form of the verb, marks."""
_AWAY = _OWN + 3 * DEPS + 2 * STEPS
_FLAGS = 10
WIDTH = _AWAY + BACK + ON + 1 + _TAG + _FLAGS
"""The number of one-hot columns of a pair."""


@frozen(eq=False)
class Value:
    """A time or a quantity of the text, from character `start` to `end`.

    head: the token that heads it; columns: what is seen of it alone; words: rows of the word table
    of the head, the verb above, the preposition, and the words before and behind.
    """

    start: int
    end: int
    head: Token
    columns: list[int]
    words: list[int]
    when: When | None = None
    counted: quantities.Counted | None = None


@frozen(eq=False)
class Pairs:
    """Columns over the pairs of triggers and values.

    trigger: the number of its trigger; value: that of its value in `values`.
    """

    trigger: Ints
    value: Ints
    words: Ints
    sorts: Ints


def is_day(when: When) -> bool:
    """Whether a time is a date, or one of a day, of the calendar."""
    return when.kind in (TimeKind.DATE, TimeKind.TIME) and when.value.lstrip("-")[:1].isdigit()


def is_length(when: When) -> bool:
    """Whether it is a duration that is told."""
    return when.kind is TimeKind.DURATION and when.value[:2] != "PX"


@lru_cache(maxsize=1)
def values(reading: Reading) -> tuple[Value, ...]:
    """All times and quantities of an article, in order."""
    found = [*_times(reading), *_quantities(reading)]
    return tuple(sorted(found, key=lambda v: v.start))


@lru_cache(maxsize=1)
def by_start(reading: Reading) -> dict[int, Value]:
    """The same by the character where they start; no quantity stands inside a time."""
    return {value.start: value for value in values(reading)}


def _times(reading: Reading) -> Iterator[Value]:
    whens = reading.times_in(0, len(reading.text))
    dated = [w for w in whens if intervals.is_dated(w)]
    ranges = list(intervals.ranges(reading, dated))
    firsts, lasts = ({id(pair[side]) for pair in ranges} for side in (0, 1))
    days = sorted(w.earliest for w in dated if w.earliest)
    for when in whens:
        start, end = when.evidence[0].start, when.evidence[0].end
        head = reading.head_of(start, end)
        if head is None:
            continue
        marks = [
            id(when) in firsts,
            id(when) in lasts,
            bool(days) and when.earliest == days[0],
            bool(days) and when.earliest == days[-1],
        ]
        columns = [_kind(when), _KIND + _BOUND + _age(reading, when)]
        columns += _of_clause(head) + [_MARKS + i for i, mark in enumerate(marks) if mark]
        bound = when.bound.value if when.bound is not None else ""
        columns.append(_KIND + (_BOUNDS.index(bound) + 1 if bound in _BOUNDS else 0))
        yield Value(start, end, head, columns, _around(reading, start, end, head), when=when)


def _quantities(reading: Reading) -> Iterator[Value]:
    for item in quantities.find(reading):
        head = item.noun or reading.head_of(item.start, item.end)
        if head is None:
            continue
        amount = item.quantity.value or item.quantity.low or 0
        size = sum(amount >= s for s in _SIZES)
        capital = head.text[:1].isupper()
        marks = [item.measured, item.quantity.value is None, item.noun is None, capital]
        columns = [_MEASURE if item.measured else _NUMBER, _KIND + _BOUND]
        columns += _of_clause(head) + [_MARKS + 4 + i for i, mark in enumerate(marks) if mark]
        columns.append(_KIND + _BOUND + _AGE + size)
        end = max(item.end, item.noun.end if item.noun else item.end)
        around = _around(reading, item.start, end, head)
        yield Value(item.start, end, head, columns, around, counted=item)


def _kind(when: When) -> int:
    """How precise a time is: day, month, year, decade; else what sort of expression."""
    value = when.value
    if when.kind is TimeKind.DATE and value.lstrip("-")[:1].isdigit():
        if "X" in value:
            return 3
        return {10: 0, 7: 1, 4: 2}.get(len(value.lstrip("-")), 4)
    if when.kind is TimeKind.DATE:
        return 5 if value.startswith("X") else {"PAST_REF": 6, "PRESENT_REF": 7}.get(value, 8)
    return {TimeKind.TIME: 9, TimeKind.DURATION: 10}.get(when.kind, 11)


def _age(reading: Reading, when: When) -> int:
    """How a date stands to the day of the article."""
    day = reading.article.day
    if day is None or when.latest is None or when.earliest is None:
        return 0
    if when.earliest > day:
        return 5
    ago = (day - when.latest).days
    return 1 if ago > 365 else 2 if ago > 31 else 3 if ago > 0 else 4


def _of_clause(head: Token) -> list[int]:
    """The form of the verb above a value, and whether it is passive."""
    verb = governing_verb(head)
    found = [_FORM + _form(verb)]
    if verb is not None and any(c.dep == "auxpass" for c in verb.children):
        found.append(_FORM + _TAG)
    return found


def _form(verb: Token | None) -> int:
    return _TAGS.index(verb.tag) + 1 if verb is not None and verb.tag in _TAGS else 0


def _around(reading: Reading, start: int, end: int, head: Token) -> list[int]:
    """The rows of head, verb above, preposition, the words before and behind."""
    inside = reading.tokens_between(start, end)
    first, last = inside[0].i, inside[-1].i
    before = reading.tokens[first - 1] if first else None
    after = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    return [row_of(t) for t in (head, governing_verb(head), preposition_of(head), before, after)]


def pairs(reading: Reading, triggers: list[Token]) -> Pairs:
    """All pairs of these triggers with the values around them."""
    told = values(reading)
    trigger, value, rows, sorts = [], [], [], []
    for number, token in enumerate(triggers):
        above = governing_verb(token)
        mine = [row_of(token), row_of(above), row_of(token.head if not token.is_root else None)]
        here = bisect_left(told, token.start, key=lambda v: v.start)
        for at in range(max(0, here - _MOST), min(len(told), here + _MOST)):
            item = told[at]
            if not -BACK <= item.head.sentence - token.sentence <= ON:
                continue
            trigger.append(number)
            value.append(at)
            rows.append([*item.words, *mine])
            sorts.append([*item.columns, *_between(token, item, told, at)])
    return Pairs(
        np.array(trigger, np.int32),
        np.array(value, np.int32),
        np.array(rows, np.int32).reshape(-1, WORDS),
        padded(sorts),
    )


def _between(token: Token, item: Value, told: tuple[Value, ...], at: int) -> list[int]:
    """How a value stands to a trigger."""
    away = item.head.sentence - token.sentence
    found: list[int] = []
    marks = [item.start < token.start, token.pos == "VERB", token.quotation is not None]
    if away == 0:
        columns, (_, near, joined, _) = path_of(token, item.head)
        found += [_OWN + c for c in columns]
        verb = token if token.pos == "VERB" else governing_verb(token)
        marks += [near, joined, governing_verb(item.head) is verb]
    else:
        marks += [False, False, False]
    rivals = _rivals(item, told, at)
    distance = abs(item.head.i - token.i)
    marks += [
        not rivals,
        all(v.start > item.start for v in rivals),
        all(abs(v.head.i - token.i) >= distance for v in rivals),
        away == 0 and item.head in token.subtree(),
    ]
    found.append(_AWAY + away + BACK)
    found.append(_AWAY + BACK + ON + 1 + _form(token))
    base = _AWAY + BACK + ON + 1 + _TAG
    return found + [base + i for i, mark in enumerate(marks) if mark]


def _rivals(item: Value, told: tuple[Value, ...], at: int) -> list[Value]:
    """The other values of its sort in its sentence, of those next to it."""
    near = (*told[max(0, at - _NEXT) : at], *told[at + 1 : at + 1 + _NEXT])
    sentence, is_time = item.head.sentence, item.when is not None
    return [v for v in near if v.head.sentence == sentence and (v.when is not None) is is_time]
