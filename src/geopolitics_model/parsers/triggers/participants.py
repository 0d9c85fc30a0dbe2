"""Who may take part in a fact: the entities near its trigger, and how each stands to it.

An entity is represented by its mention that is nearest in the tree, in the sentence of the trigger,
else by the last one in the sentences before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from geopolitics_model.model import Organisation, Person, Place, Statement
from geopolitics_model.parsers.actors import entities_only
from geopolitics_model.parsers.triggers.features import SORTS, padded, row_of, who

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading, Token

Ints = NDArray[np.int32]

BACK = 3
"""So many sentences before that of the trigger are searched."""
_DEPS = tuple(
    "acl advcl agent amod appos attr ccomp compound conj dative dobj nmod npadvmod nsubj nsubjpass "
    "oprd parataxis pcomp pobj poss prep relcl xcomp".split()
)
_DEP_ID = {dep: i for i, dep in enumerate(_DEPS, 1)}
DEPS = len(_DEPS) + 1
STEPS = 7
WORDS = 4
"""The words of a pair whose vectors are read."""
_FLAGS = 12
_AWAY = BACK + 1
_BEFORE, _AFTER = 60, 30
"""So many mentions before and behind a trigger are looked at: a sentence may be endless."""
_HIGHEST = 20
"""So many steps up the tree a path is followed."""
_CLOSE = 4
_NESTED = 8
"""Contents of statements that begin before a word and may hold it."""
WIDTH = 3 * DEPS + 2 * STEPS + _AWAY + SORTS + _FLAGS
"""The number of one-hot columns."""


@frozen(eq=False)
class Pairs:
    """Columns over the pairs.

    trigger: the number of its trigger; entity: the id.
    mention: the token that mentions it, -1 for a speaker who is not named near.
    words: rows of the word table of the mention, its governor, the preposition over it, and the
        trigger; sorts: one-hot columns, padded with -1.
    """

    trigger: Ints
    entity: tuple[str, ...]
    mention: tuple[int, ...]
    words: Ints
    sorts: Ints


@lru_cache(maxsize=1)
def _mentions(reading: Reading) -> list[tuple[int, str]]:
    """The entities mentioned, in order: token of the mention's head, id."""
    found = []
    for thing in _entities(reading):
        for mention in thing.mentions:
            head = reading.head_of(mention.span.start, mention.span.end)
            if head is not None:
                found.append((head.i, thing.id))
    return sorted(found)


def _entities(reading: Reading) -> Iterator[Organisation | Person | Place]:
    yield from reading.objects(Organisation)
    yield from reading.objects(Person)
    yield from reading.objects(Place)


@lru_cache(maxsize=1)
def _counts(reading: Reading) -> dict[str, int]:
    return {thing.id: len(thing.mentions) for thing in _entities(reading)}


@lru_cache(maxsize=1)
def _spoken(reading: Reading) -> list[tuple[int, int, tuple[str, ...]]]:
    """The contents of statements in order, with those of their speakers that are entities."""
    found = []
    for said in reading.objects(Statement):
        found += [(e.start, e.end, entities_only(said.speakers)) for e in said.content_evidence]
    return sorted(found)


def _speakers(reading: Reading, token: Token) -> tuple[str, ...]:
    """Who says the shortest content that holds the token."""
    spoken = _spoken(reading)
    last = bisect_right(spoken, (token.start, 1 << 60, ()))
    near = spoken[max(0, last - _NESTED) : last]
    holding = [(end - start, ids) for start, end, ids in near if token.start < end]
    return min(holding)[1] if holding else ()


def pairs(reading: Reading, triggers: list[Token]) -> Pairs:
    """All pairs of these triggers with the entities around them."""
    trigger, entity, mentions, rows, sorts = [], [], [], [], []
    for number, token in enumerate(triggers):
        speakers = _speakers(reading, token)
        for id, mention, doubled in _near(reading, token, speakers):
            trigger.append(number)
            entity.append(id)
            mentions.append(mention.i if mention is not None else -1)
            preposition = preposition_of(mention) if mention is not None else None
            near = (mention, mention.head if mention is not None else None, preposition, token)
            rows.append([row_of(t) for t in near])
            sorts.append(_columns(reading, token, (id, mention, doubled), speakers))
    return Pairs(
        np.array(trigger, np.int32),
        tuple(entity),
        tuple(mentions),
        np.array(rows, np.int32).reshape(-1, WORDS),
        padded(sorts),
    )


def _near(
    reading: Reading, token: Token, speakers: tuple[str, ...]
) -> Iterator[tuple[str, Token | None, bool]]:
    """The entities around a trigger, the mention that counts, and whether it has two of them."""
    best: dict[str, tuple[tuple[int, int], int]] = {}
    holders: dict[int, set[str]] = {}
    first = reading.sentences[max(0, token.sentence - BACK)].start
    last = reading.sentences[token.sentence].end
    mentions = _mentions(reading)
    here = bisect_left(mentions, (token.i, ""))
    for at, id in mentions[max(0, here - _BEFORE) : here + _AFTER]:
        if not first <= at < last:
            continue
        holders.setdefault(at, set()).add(id)
        mention = reading.tokens[at]
        back = token.sentence - mention.sentence
        key = (back, sum(_distance(token, mention)) if back == 0 else -at)
        if id not in best or key < best[id][0]:
            best[id] = key, at
    for id, (_, at) in best.items():
        yield id, reading.tokens[at], len(holders[at]) > 1
    for id in speakers:
        if id not in best:
            yield id, None, False


def _chain(token: Token) -> list[Token]:
    """The token and those above it, as far as a path is followed."""
    return [token, *islice(token.ancestors(), _HIGHEST)]


def _distance(one: Token, other: Token) -> tuple[int, int]:
    """Steps up from each of two words of a sentence to where their paths meet."""
    above = {t.i: n for n, t in enumerate(_chain(one))}
    for n, t in enumerate(_chain(other)):
        if t.i in above:
            return above[t.i], n
    return _HIGHEST, _HIGHEST


_PHRASE = ("pobj", "conj", "compound", "appos", "prep", "pcomp", "amod", "poss")


def preposition_of(mention: Token) -> Token | None:
    """The preposition over a mention, its conjuncts and what it is part of."""
    token = mention
    for _ in range(4):
        if token.pos == "ADP" or token.is_root or token.dep not in _PHRASE:
            break
        token = token.head
    return token if token.pos == "ADP" else None


def _columns(
    reading: Reading,
    token: Token,
    entity: tuple[str, Token | None, bool],
    speakers: tuple[str, ...],
) -> list[int]:
    """The one-hot columns that are set for a pair."""
    id, mention, doubled = entity
    count = _counts(reading).get(id, 0)
    flags = [id in speakers, bool(speakers), doubled, token.pos == "VERB", id.startswith("place:")]
    flags += [count > 2, count > 5, token.quotation is not None]
    base = 3 * DEPS + 2 * STEPS
    found = []
    if mention is not None:
        found.append(base + token.sentence - mention.sentence)
        if mention.sentence == token.sentence:
            path, marks = path_of(token, mention)
            found += path
            flags += marks
    base += _AWAY
    found.append(base + who(reading, id))
    base += SORTS
    return found + [base + i for i, flag in enumerate(flags) if flag]


def path_of(token: Token, mention: Token) -> tuple[list[int], list[bool]]:
    """How a mention stands to a trigger in the tree: columns, and marks."""
    deps = DEPS
    up, down = _distance(token, mention)
    mine, other = _chain(token), _chain(mention)
    found = [_DEP_ID.get(mention.dep, 0)]
    if 0 < up < len(mine):
        found.append(deps + _DEP_ID.get(mine[up - 1].dep, 0))
    if 0 < down < len(other):
        found.append(2 * deps + _DEP_ID.get(other[down - 1].dep, 0))
    found += [3 * deps + min(up, STEPS - 1), 3 * deps + STEPS + min(down, STEPS - 1)]
    near = abs(mention.i - token.i) < _CLOSE
    joined = any(t.dep == "conj" for t in other[:down])
    return found, [mention.i < token.i, near, joined, mention is token]
