"""Examples as the trigger model sees them: features of each candidate, and what it should say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from attrs import define
from examples import CLASSES, Example, Fact
from roles import Roles, roles
from slots import Slots, slots

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Article
from geopolitics_model.parsers import entities, parse_many, statements, times
from geopolitics_model.parsers.policies import nominal, verbal
from geopolitics_model.parsers.triggers import FIRST, OUTPUTS, WIDTH
from geopolitics_model.parsers.triggers.features import (
    Candidates,
    candidates,
    is_candidate,
)

BEFORE = (entities.parse, times.parse, statements.parse)
"""The parsers whose objects the model reads."""
SILVER = 0.3
"""The weight of a word that is taken to name no policy without anybody having looked."""
INSIDE = 0.3
"""The weight of a word inside the phrase of a fact that another word names."""


@define
class Collected:
    """One example.

    truth: per class (columns) 1 where a candidate names a fact; weight: what it counts.
    choices: admissible values of the further outputs.
    roles: who takes part in the facts.
    slots: which dates and numbers belong to them.
    """

    example: Example
    found: Candidates
    vectors: np.ndarray
    truth: np.ndarray
    weight: np.ndarray
    choices: np.ndarray
    roles: Roles
    slots: Slots


def collect(examples: Iterable[Example]) -> Iterator[Collected]:
    """Read all examples."""
    examples = list(examples)
    seen: list[tuple[Reading, Candidates]] = []

    def capture(reading: Reading) -> Iterable[Any]:
        seen.append((reading, candidates(reading)))
        return ()

    texts = [Article(text=e.text, published=_date(e.published)) for e in examples]
    for example, _ in zip(examples, parse_many(texts, parsers=(*BEFORE, capture)), strict=True):
        reading, found = seen.pop()
        collected = _labelled(example, reading, found)
        if example.silver:
            collected.weight *= np.array([SILVER, 0, 0], np.float32)  # policies only
            collected.weight[_told(reading, found)] = 0
        yield collected


def _told(reading: Reading, found: Candidates) -> list[int]:
    """The candidates inside of what the rules of policies read."""
    drafts = list(verbal.drafts(reading))
    drafts += nominal.drafts(reading, drafts)
    inside = {t.i for d in drafts for t in reading.tokens_between(d.start, d.end)}
    return [row for row, t in enumerate(found.tokens) if t.i in inside]


def _date(value: str | None) -> Any:
    import datetime as dt

    return dt.date.fromisoformat(value[:10]) if value and len(value) >= 10 else None


def trigger(reading: Reading, fact: Fact, span: tuple[int, int], *, first: bool) -> Token | None:
    """The candidate that names a fact in a phrase: the word marked, else the highest one."""
    inside = reading.tokens_between(*(fact.word if first and fact.word else span))
    if not inside:
        return None
    level = [reading.head_among(inside[0].i, inside[-1].i + 1)]
    while level:
        for token in level:
            if is_candidate(token) and token.lemma not in ("have", "be"):
                return token
        level = [c for t in level for c in t.children if inside[0].i <= c.i <= inside[-1].i]
    return None


def _labelled(example: Example, reading: Reading, found: Candidates) -> Collected:
    n = len(found.tokens)
    row = {t.i: k for k, t in enumerate(found.tokens)}
    truth, weight = np.zeros((n, len(CLASSES)), np.float32), np.ones((n, len(CLASSES)), np.float32)
    choices = np.zeros((n, WIDTH), bool)
    marked: list[tuple[str, Token, Fact]] = []
    for column, name in enumerate(CLASSES):
        if name not in example.facts:
            weight[:, column] = 0
            continue
        for fact in sorted(example.facts[name], key=lambda f: not f.optional):
            for i, span in enumerate(fact.spans):
                for t in reading.tokens_between(*span):
                    if t.i in row and not truth[row[t.i], column]:
                        k = row[t.i]
                        weight[k, column] = 0 if fact.optional else min(weight[k, column], INSIDE)
                head = trigger(reading, fact, span, first=i == 0)
                if head is None or head.i not in row:
                    continue
                k = row[head.i]
                truth[k, column] = 1
                marked.append((name, head, fact))
                weight[k, column] = 0 if fact.optional else 1
                for output, values in (
                    (f"{name}.kind", fact.kinds),
                    (f"{name}.status", fact.statuses),
                ):
                    for value in values:
                        choices[k, FIRST[output] + list(OUTPUTS[output]).index(value)] = True
    at = [t.i for t in found.tokens]
    return Collected(
        example,
        found,
        np.asarray(reading.vectors[at], np.float32).reshape(n, -1),
        truth,
        weight,
        choices,
        roles(reading, marked, example.same),
        slots(reading, marked),
    )
