"""Conflicts: who fights or quarrels with whom, where, since when, at what cost.

Phrases of force and quarrel are found (`mentions`), told apart into quarrels (`grouping`), and each
becomes a `Conflict` (`assembly`) with its period, casualties, causes and mediators.
"""

from __future__ import annotations

from collections.abc import Iterator

from geopolitics_model.language import Reading
from geopolitics_model.model import Conflict
from geopolitics_model.parsers.conflicts import (
    assembly,
    casualties,
    circumstances,
    grouping,
    mentions,
    times,
)
from geopolitics_model.parsers.conflicts.agreement import Quarrel
from geopolitics_model.parsers.conflicts.casualties import Toll

__all__ = ["parse"]


def parse(reading: Reading) -> Iterator[Conflict]:
    """The conflicts of an article. Entities, times and policies must have been read before."""
    quarrels = grouping.group(reading, mentions.find(reading))
    tolls: dict[int, list[Toll]] = {}
    for toll in casualties.find(reading):
        quarrel = _struck(quarrels, toll)
        if quarrel is not None:
            tolls.setdefault(id(quarrel), []).append(toll)
    mediating: dict[int, dict[str, None]] = {}
    for at, actor in circumstances.mediators(reading):
        quarrel = circumstances.nearest(quarrels, at)
        if quarrel is not None:
            mediating.setdefault(id(quarrel), {}).setdefault(actor)
    seen: set[str] = set()
    for quarrel in quarrels:
        around = assembly.Circumstances(
            times.period(reading, quarrel),
            tuple(t.casualties for t in tolls.get(id(quarrel), ())),
            circumstances.causes(reading, quarrel),
            tuple(mediating.get(id(quarrel), ())),
        )
        found = assembly.conflict(reading, quarrel, around)
        if found.id not in seen:
            seen.add(found.id)
            yield found


def _struck(quarrels: list[Quarrel], toll: Toll) -> Quarrel | None:
    """The quarrel that casualties belong to: of the same sentence, else the one last spoken of."""
    cue = toll.cue
    ranked = []
    for i, quarrel in enumerate(quarrels):
        if quarrel.family == "quarrel" and len(quarrels) > 1:
            continue
        for phrase in quarrel.phrases:
            same = phrase.head.sentence == cue.sentence
            before = phrase.head.i < cue.i
            ranked.append((not same, not before, abs(phrase.head.i - cue.i), i))
    return quarrels[min(ranked)[3]] if ranked else None
