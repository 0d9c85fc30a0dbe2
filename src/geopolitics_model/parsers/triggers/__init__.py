"""What a trained model takes for the words that name facts, and for those who take part in them.

The parsers of missions, policies and conflicts ask it beside their own rules and tables: it knows
words by their use (vectors of words) and by what stands around them, where a table knows those that
somebody wrote into it. How it is trained, and how good it is: `training/triggers`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar

import numpy as np
from attrs import field, frozen

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import (
    ConflictKind,
    ConflictStatus,
    MissionKind,
    MissionStatus,
    PolicyKind,
    PolicyStatus,
    When,
)
from geopolitics_model.parsers.quantities import Counted
from geopolitics_model.parsers.triggers import model, slots
from geopolitics_model.parsers.triggers.features import Floats, candidates
from geopolitics_model.parsers.triggers.participants import pairs
from geopolitics_model.parsers.triggers.slots import SLOTS

__all__ = ["FACTS", "OUTPUTS", "ROLES", "SLOTS", "Opinions", "opinions"]

FACTS = ("policies", "missions", "conflicts")
"""What a word may name, in the order of the first outputs."""
OUTPUTS = {
    "policies.kind": tuple(PolicyKind),
    "policies.status": tuple(PolicyStatus),
    "missions.kind": tuple(MissionKind),
    "missions.status": tuple(MissionStatus),
    "conflicts.kind": tuple(ConflictKind),
    "conflicts.status": tuple(ConflictStatus),
}
"""What is told of a word that names a fact, in the order of its columns."""
ROLES = (
    "policies.actors", "policies.targets", "missions.leads", "missions.places",
    "conflicts.parties", "conflicts.places",
)  # fmt: skip
"""What an entity may be to a fact, in the order of the outputs."""
_NEVER = -20.0
LIKELY = 0.0
"""Log odds from which a date is when something began, or ended."""
TOLD = 2.0
"""What it counts for a date or number that the rules read it, in log odds."""


T = TypeVar("T")


@frozen(eq=False)
class Opinions:
    """The model's opinion of the words of an article: log odds, the higher the surer."""

    _reading: Reading = field(repr=False)
    _rows: dict[int, int] = field(repr=False)
    _scores: Floats = field(repr=False)
    _seen: tuple[Floats, Floats] = field(repr=False)
    _pairs: dict[int, list[tuple[str, int, Floats]]] = field(repr=False, factory=dict)
    _chosen: dict[int, Floats] = field(repr=False, factory=dict)
    _values: dict[int, list[tuple[int, Floats]]] = field(repr=False, factory=dict)

    def doubts(self, tokens: Iterable[Token], fact: str, least: float) -> bool:
        """Whether none of some words names a fact of this sort with log odds of at least `least`.

        Of words none of which is a candidate the model has no opinion.
        """
        rows = [self._rows[t.i] for t in tokens if t.i in self._rows]
        return bool(rows) and bool(self._scores[rows, FACTS.index(fact)].max() < least)

    def surest(self, fact: str, least: float) -> list[Token]:
        """The words that name a fact of this sort with these log odds or more, surest first."""
        column = self._scores[:, FACTS.index(fact)]
        order = [int(i) for i in np.argsort(-column, kind="stable") if column[i] >= least]
        tokens = self._tokens
        return [tokens[i] for i in order]

    @cached_property
    def _tokens(self) -> list[Token]:
        return [self._reading.tokens[i] for i in self._rows]

    def further(
        self,
        fact: str,
        least: float,
        taken: Iterable[int],
        read: Callable[[Token], tuple[T, Iterable[int]] | None],
    ) -> Iterator[T]:
        """What is read from the words that are sure to name a fact and stand in none yet.

        `taken`: the tokens of what there is; `read`: what a word tells, and at which tokens.
        """
        told = set(taken)
        for token in self.surest(fact, least):
            found = None if token.i in told else read(token)
            if found is not None:
                told.update(found[1])
                yield found[0]

    def choice(self, tokens: Sequence[Token], output: str, otherwise: str) -> str:
        """The likeliest value of one of the `OUTPUTS` for what some words name together.

        Words that are no candidates do not count; of none at all it is `otherwise`.
        """
        rows = [self._rows[t.i] for t in tokens if t.i in self._rows]
        if not rows:
            return otherwise
        fact = FACTS.index(output.partition(".")[0])
        surest = np.exp(np.minimum(self._scores[rows, fact], 0))
        return OUTPUTS[output][int((surest @ self._shares(rows, output)).argmax())]

    def shares(self, token: Token, output: str) -> Floats:
        """How likely each value of one of the `OUTPUTS` is for what a word names.

        Of a word that is no candidate all are alike.
        """
        row = self._rows.get(token.i)
        if row is None:
            return np.full(len(OUTPUTS[output]), 1 / len(OUTPUTS[output]), np.float32)
        shares: Floats = self._shares([row], output)[0]
        return shares

    def odds(self, token: Token, fact: str) -> float:
        """Log odds that a word names a fact of this sort; 0 of a word that is no candidate."""
        row = self._rows.get(token.i)
        return float(self._scores[row, FACTS.index(fact)]) if row is not None else 0.0

    def _shares(self, rows: list[int], output: str) -> Floats:
        first = FIRST[output]
        scores = self._kinds(rows)[:, first : first + len(OUTPUTS[output])]
        shares = np.exp(scores - scores.max(1, keepdims=True))
        return np.asarray(shares / shares.sum(1, keepdims=True))

    def _kinds(self, rows: list[int]) -> Floats:
        """Of some candidates the scores of the `OUTPUTS`."""
        missing = [row for row in rows if row not in self._chosen]
        if missing:
            scores = model.load().of_kinds(*(columns[missing] for columns in self._seen))
            self._chosen.update(zip(missing, scores, strict=True))
        return np.array([self._chosen[row] for row in rows])

    def roles(self, tokens: Iterable[Token], role: str, least: float) -> dict[str, float]:
        """The entities that have a role in what these words name, with log odds; surest first.

        Where one phrase mentions a state and its government, the place is where, the other who.
        """
        tokens = [t for t in tokens if t.i in self._rows]
        self._pair(tokens)
        column = ROLES.index(role)
        place = role.endswith("places")
        best: dict[str, float] = {}
        for token in tokens:
            named = {
                mention
                for id, mention, _ in self._pairs[token.i]
                if id.startswith("place:") is place
            }
            for id, mention, row in self._pairs[token.i]:
                if id.startswith("place:") is not place and mention in named:
                    continue
                best[id] = max(best.get(id, _NEVER), float(row[column]))
        return dict(sorted(((i, s) for i, s in best.items() if s >= least), key=lambda p: -p[1]))

    def values(
        self, tokens: Iterable[Token], slot: str, told: int | None = None
    ) -> dict[int, float]:
        """The log odds of each date or number near these words to fill a slot, by where it starts.

        What the rules have `told`, which starts at this character, counts `TOLD` more.
        """
        tokens = list(tokens)
        self._weigh(tokens)
        column = SLOTS.index(slot)
        near = slots.values(self._reading)
        best: dict[int, float] = {}
        for token in tokens:
            for number, row in self._values[token.i]:
                start = near[number].start
                best[start] = max(best.get(start, _NEVER), float(row[column]))
        if told is not None and told in best:
            best[told] += TOLD
        return best

    def time(
        self, tokens: Iterable[Token], slot: str, least: float, told: When | None = None
    ) -> When | None:
        """The time that fills a slot of what these words name, if one is as likely as `least`.

        `told`: what the rules read; it stays if the model has no opinion of it, or if they have
        reckoned it from what the text says.
        """
        start = told.evidence[0].start if told is not None else None
        odds = self.values(tokens, slot, start)
        near = slots.by_start(self._reading)
        if start is not None and (start not in odds or near[start].when != told):
            return told
        fits = slots.is_length if slot.endswith("duration") else slots.is_day
        likely = [
            at for at in odds
            if odds[at] >= least and (when := near[at].when) and (at == start or fits(when))
        ]  # fmt: skip
        return near[max(likely, key=lambda at: (odds[at], -at))].when if likely else None

    def period(
        self, tokens: Iterable[Token], fact: str, start: When | None, end: When | None
    ) -> tuple[When | None, When | None]:
        """When what these words name began and ended; `start`, `end`: what the rules read."""
        tokens = list(tokens)
        return (
            self.time(tokens, f"{fact}.start", LIKELY, start),
            self.time(tokens, f"{fact}.end", LIKELY, end),
        )

    def counted(
        self, tokens: Iterable[Token], slot: str, least: float
    ) -> list[tuple[Counted, float]]:
        """The quantities that fill a slot of what these words name, with log odds; surest first."""
        odds = self.values(tokens, slot)
        near = slots.by_start(self._reading)
        sure = sorted((at for at in odds if odds[at] >= least), key=lambda at: (-odds[at], at))
        return [(item, odds[at]) for at in sure if (item := near[at].counted) is not None]

    def _weigh(self, tokens: Sequence[Token]) -> None:
        """Score the values around those of the words that have not been asked about."""
        missing = [t for t in tokens if t.i not in self._values]
        if not missing:
            return
        found = slots.pairs(self._reading, missing)
        scores = model.load().of_values(found)
        self._values.update((t.i, []) for t in missing)
        for number, value, row in zip(found.trigger, found.value, scores, strict=True):
            self._values[missing[number].i].append((int(value), row))

    def undoubted(
        self, tokens: Iterable[Token], role: str, read: Iterable[str], least: float
    ) -> tuple[str, ...]:
        """Of the entities that the rules read in a role those that the model does not doubt."""
        odds = self.roles(tokens, role, -math.inf)
        return tuple(id for id in read if odds.get(id, 0.0) >= least)

    def _pair(self, tokens: Sequence[Token]) -> None:
        """Score the entities around those of the words that have not been asked about."""
        missing = [t for t in tokens if t.i not in self._pairs]
        if not missing:
            return
        found = pairs(self._reading, missing)
        scores = model.load().of_pairs(found)
        for token in missing:
            self._pairs[token.i] = []
        for number, id, mention, row in zip(
            found.trigger, found.entity, found.mention, scores, strict=True
        ):
            self._pairs[missing[number].i].append((id, mention, row))


def _first_columns() -> dict[str, int]:
    at, found = 0, {}
    for name, told in OUTPUTS.items():
        found[name] = at
        at += len(told)
    return found


FIRST = _first_columns()
"""The column at which each of the `OUTPUTS` begins."""
WIDTH = sum(map(len, OUTPUTS.values()))
"""The number of columns of all `OUTPUTS`."""


def opinions(reading: Reading) -> Opinions:
    """The model's opinion of an article whose entities and statements are read; computed once."""
    return reading.once("triggers", lambda: _computed(reading))


def _computed(reading: Reading) -> Opinions:
    chosen = candidates(reading)
    at = [t.i for t in chosen.tokens]
    vectors = np.asarray(reading.vectors[at], np.float32).reshape(len(at), reading.vectors.shape[1])
    seen = model.load().seen(chosen, vectors)
    rows = {i: row for row, i in enumerate(at)}
    return Opinions(reading, rows, model.load().of_candidates(*seen), seen)
