"""A phrase about a mission, and what its readers share."""

from __future__ import annotations

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionKind
from geopolitics_model.parsers import actors as who

_EVENTS = frozenset(
    "offensive counter-offensive counteroffensive counterattack counter-attack invasion incursion "
    "landing assault raid attack drive push airdrop evacuation action siege expedition conquest "
    "advance march".split()
)


@attrs.define(eq=False)
class Phrase:
    """A phrase about a mission. `start`, `end`: tokens; `known`: its id in the tables."""

    head: Token
    start: int
    end: int
    kind: MissionKind
    leads: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    name: str | None = None
    known: str | None = None
    definite: bool = False
    verbal: bool = False
    anchored: bool = True
    """Whether the phrase may stand for a mission that is named nowhere else."""
    refers: Phrase | None = None
    """Of a pronoun: the phrase that it stands for."""

    @property
    def is_event(self) -> bool:
        """Whether it is a single push, dated by the verb it stands with."""
        return self.verbal or self.head.lemma.lower() in _EVENTS


def may_lead(reading: Reading, id: str) -> bool:
    """Whether an actor may run a mission."""
    return who.can_fight(reading, id)
