"""Conflicts: who fights or quarrels with whom, where, since when, at what cost.

Phrases of force and quarrel are found (`mentions`), told apart into quarrels (`grouping`), and each
becomes a `Conflict` (`assembly`) with its period, casualties, causes and mediators.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from geopolitics_model.language import Reading
from geopolitics_model.model import Conflict, Place
from geopolitics_model.model.ids import fact_id
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
    tolls,
)

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
    struck = tolls.by_quarrel(reading, quarrels, told_tolls)
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
            tuple(t.casualties for t in struck.get(id(quarrel), ())),
            circumstances.causes(reading, quarrel),
            tuple(mediating.get(id(quarrel), ())),
        )
        found = assembly.conflict(reading, quarrel, around)
        if found.id in read:  # two wars that UCDP counts as one conflict, or of one name
            found = attrs.evolve(found, id=fact_id("conflict", [m.span for m in found.mentions]))
        read[found.id] = found
    yield from peoples.unknown(before, armies, _referred(read.values()))
    yield from read.values()


def _referred(conflicts: Iterable[Conflict]) -> set[str]:
    """The ids of all parties, places and mediators."""
    return {
        id
        for c in conflicts
        for id in (*c.places, *c.mediators, *(i for p in c.parties for i in p.members))
    }
