"""What a trained model takes for the words that name facts, and for those who take part in them.

The parsers of missions, policies and conflicts ask it beside their own rules and tables: it knows
words by their use (vectors of words) and by what stands around them, where a table knows those that
somebody wrote into it. How it is trained, and how good it is: `training/triggers`.
"""

from __future__ import annotations

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
)
from geopolitics_model.parsers.triggers import model
from geopolitics_model.parsers.triggers.features import Floats, candidates
from geopolitics_model.parsers.triggers.participants import pairs

__all__ = ["FACTS", "OUTPUTS", "ROLES", "Opinions", "opinions"]

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
        first = FIRST[output]
        values = OUTPUTS[output]
        rows = [self._rows[t.i] for t in tokens if t.i in self._rows]
        if not rows:
            return otherwise
        scores = self._kinds(rows)[:, first : first + len(values)]
        fact = FACTS.index(output.partition(".")[0])
        surest = np.exp(np.minimum(self._scores[rows, fact], 0))
        shares = np.exp(scores - scores.max(1, keepdims=True))
        shares /= shares.sum(1, keepdims=True)
        return values[int((surest @ shares).argmax())]

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
    for name, values in OUTPUTS.items():
        found[name] = at
        at += len(values)
    return found


FIRST = _first_columns()
"""The column at which each of the `OUTPUTS` begins."""
WIDTH = sum(map(len, OUTPUTS.values()))
"""The number of columns of all `OUTPUTS`."""


def opinions(reading: Reading) -> Opinions:
    """The model's opinion of an article whose entities and statements are read; computed once."""
    found: Opinions | None = reading.memo.get("triggers")
    if found is None:
        found = reading.memo["triggers"] = _computed(reading)
    return found


def _computed(reading: Reading) -> Opinions:
    chosen = candidates(reading)
    at = [t.i for t in chosen.tokens]
    vectors = np.asarray(reading.vectors[at], np.float32).reshape(len(at), reading.vectors.shape[1])
    seen = model.load().seen(chosen, vectors)
    rows = {i: row for row, i in enumerate(at)}
    return Opinions(reading, rows, model.load().of_candidates(*seen), seen)
