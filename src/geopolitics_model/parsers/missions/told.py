"""What stands with a verb that may tell of a mission."""

from __future__ import annotations

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions.routes import is_somewhere
from geopolitics_model.parsers.missions.troops import are_troops
from geopolitics_model.parsers.phrases import objects_of, subjects

_FIGHTERS = frozenset("rebel insurgent guerrilla ally allies invader loyalist".split())
RESCUED = frozenset(
    "people citizen national civilian evacuee student diplomat staff resident worker foreigner "
    "passenger refugee family inhabitant person child woman".split()
)


@attrs.define
class Told:
    """What stands with a verb. A check may add the places that its own reading of it tells."""

    reading: Reading
    verb: Token
    objects: list[Token]
    leads: tuple[str, ...]
    places: list[str]
    kind: MissionKind | None = None
    """What a check finds the kind to be, if the verb alone does not tell."""

    @property
    def somewhere(self) -> bool:
        """Whether it is told where, even if the tables do not know the place."""
        return bool(self.places) or is_somewhere(self.reading, self.verb)

    @property
    def is_army(self) -> bool:
        """Whether an army or a state does it."""
        regular = any(
            who.is_military(self.reading, i)
            or who.is_state(self.reading, i)
            or who.is_armed_group(self.reading, i)
            for i in self.leads
        )
        armed = any(are_troops(t) for t in objects_of(self.verb, ("with",)))
        return self.are_troops or (bool(self.leads) and (regular or armed))

    @property
    def are_troops(self) -> bool:
        """Whether the subject is armed men or arms, without others among them."""
        acting = subjects(self.verb)
        mixed = any(t.lemma.lower() in RESCUED for t in acting)
        troops = any(are_troops(t) or t.lemma.lower() in _FIGHTERS for t in acting)
        return not mixed and troops
