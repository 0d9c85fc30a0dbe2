"""A phrase about a conflict."""

from __future__ import annotations

import attrs

from geopolitics_model.language import Token
from geopolitics_model.parsers.conflicts.lexicon import Level


@attrs.define(eq=False)
class Phrase:
    """A phrase about a conflict. `start`, `end`: tokens; `attackers`, `targets`: ids of actors."""

    head: Token
    level: Level
    start: int
    end: int
    attackers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    civilians: bool = False
    generic_enemy: bool = False
    definite: bool = False
    named: bool = False
    verbal: bool = False
    mutual: bool = False
    """The sides are on a par ("between X and Y"): nobody attacks."""
    unknown: bool = False
    """Unnamed assailants do it: "gunmen", "suspected jihadists"."""
    move: bool = False
    """What an army does in a war told elsewhere: it opens no conflict of its own."""

    heading: bool = False
    """It stands in a heading: the article, or a part of it, is about it."""

    @property
    def parties(self) -> tuple[str, ...]:
        """All actors of the phrase, each once."""
        return tuple(dict.fromkeys(self.attackers + self.targets))

    @property
    def is_war(self) -> bool:
        """Whether a noun for a whole war heads it, not a deed or a battle."""
        return self.level is Level.WAR and not self.verbal
