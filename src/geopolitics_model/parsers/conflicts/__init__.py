"""Conflicts: who fights or quarrels with whom, where, since when, at what cost.

Phrases of force and quarrel are found (`mentions`), told apart into quarrels (`grouping`), and each
becomes a `Conflict` (`assembly`) with its period, casualties, causes and mediators.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Conflict, Place
from geopolitics_model.parsers import peoples
from geopolitics_model.parsers.conflicts import (
    allies,
    assembly,
    belligerents,
    casualties,
    circumstances,
    episodes,
    grouping,
    learned,
    mentions,
    times,
)
from geopolitics_model.parsers.conflicts.agreement import Quarrel
from geopolitics_model.parsers.conflicts.casualties import Toll

__all__ = ["parse"]


def parse(reading: Reading) -> Iterator[Conflict | Place]:
    """The conflicts of an article, and parties that are named as peoples only.

    Entities, times and policies must have been read before.
    """
    armies = peoples.acting(reading)
    before, reading = reading, reading.knowing(reading.found.extended(armies))
    quarrels = grouping.group(reading, learned.phrases(reading, mentions.find(reading)))
    earlier = episodes.split(reading, quarrels)
    allies.add(reading, quarrels)
    told_tolls = casualties.find(reading)
    belligerents.add(reading, quarrels)
    belligerents.add_attacked(reading, quarrels)
    episodes.inherit(earlier)
    quarrels += [clash for clash, _ in earlier]
    tolls: dict[int, list[Toll]] = {}
    told = [q for q in quarrels if q.family != "quarrel" or len(quarrels) == 1]
    line = sorted((p.head.i, i) for i, q in enumerate(told) for p in q.phrases)
    of_wars = [(at, i) for at, i in line if told[i].family == "force"]
    for toll in told_tolls:
        quarrel = _struck(reading, told, (line, of_wars), toll)
        if quarrel is not None:
            tolls.setdefault(id(quarrel), []).append(toll)
    mediating: dict[int, dict[str, None]] = {}
    for at, actor in circumstances.mediators(reading):
        quarrel = circumstances.nearest(quarrels, at)
        if quarrel is not None:
            mediating.setdefault(id(quarrel), {}).setdefault(actor)
    read: dict[str, Conflict] = {}
    wars = sum(q.family == "force" for q in quarrels) - len(earlier)
    for quarrel in quarrels:
        around = assembly.Circumstances(
            times.period(reading, quarrel, alone=wars == 1),
            tuple(t.casualties for t in tolls.get(id(quarrel), ())),
            circumstances.causes(reading, quarrel),
            tuple(mediating.get(id(quarrel), ())),
        )
        found = assembly.conflict(reading, quarrel, around)
        read.setdefault(found.id, found)
    yield from peoples.unknown(before, armies, _referred(read.values()))
    yield from read.values()


def _referred(conflicts: Iterable[Conflict]) -> set[str]:
    """The ids of all parties, places and mediators."""
    return {
        id
        for c in conflicts
        for id in (*c.places, *c.mediators, *(i for p in c.parties for i in p.members))
    }


def _tells(reading: Reading, at: int, cue: Token) -> bool:
    """Whether a phrase stands so near that the toll is its own, not that of the war."""
    head = reading.tokens[at]
    return head.paragraph == cue.paragraph and abs(head.sentence - cue.sentence) <= 1


_Line = list[tuple[int, int]]
"""The heads of phrases in order, each with the number of its quarrel."""


def _beside(line: _Line, at: int) -> _Line:
    """What stands nearest to a token, before and after it."""
    after = bisect_left(line, (at, -1))
    before = bisect_left(line, (line[after - 1][0], -1)) if after else len(line)
    return [*line[before : before + 1], *line[after : after + 1]]


def _struck(
    reading: Reading, quarrels: list[Quarrel], lines: tuple[_Line, _Line], toll: Toll
) -> Quarrel | None:
    """The quarrel that casualties belong to: of the same sentence, else the one last spoken of.

    `lines`: that of all quarrels, and that of the wars alone.
    """
    line, wars = lines
    cue = toll.cue
    ranked = []
    near = _beside(line, cue.i)
    if wars and not any(_tells(reading, at, cue) for at, _ in near):
        near = [min(_beside(wars, cue.i), key=lambda w: abs(w[0] - cue.i))]
    for at, i in near:
        same = reading.tokens[at].sentence == cue.sentence
        ranked.append((not same, at >= cue.i, abs(at - cue.i), i))
    return quarrels[min(ranked)[3]] if ranked else None
