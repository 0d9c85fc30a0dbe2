"""One quarrel as the phrases tell it: who is on which side, and where."""

from __future__ import annotations

from typing import Literal

import attrs

from geopolitics_model.language import Reading
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.phrase import Phrase

Family = Literal["force", "attack", "quarrel"]
"""Sorts of quarrels: of armed sides, an attack of one side, a quarrel without force."""
FORCE = (Level.WAR, Level.BATTLE)
_RANKS = frozenset(
    "general admiral colonel major captain commander marshal lieutenant brigadier commodore".split()
)


@attrs.define(eq=False)
class Quarrel:
    """Phrases about one conflict. `sides`: two lists of ids, who is with whom."""

    family: Family
    phrases: list[Phrase] = attrs.field(factory=list)
    sides: tuple[dict[str, Phrase], dict[str, Phrase]] = attrs.field(factory=lambda: ({}, {}))
    places: dict[str, None] = attrs.field(factory=dict)
    name: str | None = None

    @property
    def is_war(self) -> bool:
        """Whether a noun for a whole war is among its phrases."""
        return any(p.is_war for p in self.phrases)

    def remove(self, phrase: Phrase) -> None:
        """Forget a phrase, its places and whom only it put on a side."""
        self.phrases.remove(phrase)
        kept = {i for p in self.phrases for i in p.places}
        self.places = {i: None for i in self.places if i in kept}
        for side in self.sides:
            for id in [i for i, p in side.items() if p is phrase]:
                del side[id]


def is_firm(reading: Reading, id: str) -> bool:
    """Whether an actor is a party by itself: a state, a group, no commander or unit of whoever."""
    if who.is_armed_group(reading, id) or who.is_union(reading, id):
        return True
    if id.startswith("person:"):
        return bool(_titles(reading, id)) and not has_rank(reading, id)
    return who.country_of(reading, id) is not None or id.startswith("place:")


def has_rank(reading: Reading, id: str) -> bool:
    """Whether a person has the title of one who commands."""
    return bool(_titles(reading, id) & _RANKS)


def _titles(reading: Reading, id: str) -> set[str]:
    roles = getattr(reading.object(id), "roles", ())
    return {word for role in roles for word in role.title.lower().split()}


def key(reading: Reading, id: str) -> str:
    """What two ids of one party share: the country of a state and its organs, else the id."""
    if who.is_state(reading, id) or id.startswith("person:"):
        return who.country_of(reading, id) or id
    return id


def keys(reading: Reading, ids: tuple[str, ...] | dict[str, Phrase]) -> set[str]:
    """The keys of some ids."""
    return {key(reading, i) for i in ids}


def join(reading: Reading, phrase: Phrase, quarrel: Quarrel) -> None:
    """Let a phrase speak of a quarrel: enter its places and sides."""
    if quarrel.family == "quarrel" and phrase.level in FORCE and phrase.verbal:
        quarrel.family = "force"
    quarrel.phrases.append(phrase)
    quarrel.places |= dict.fromkeys(phrase.places)
    if phrase.named and quarrel.name is None and phrase.level in (Level.WAR, Level.UNREST):
        quarrel.name = text_of(reading, phrase)
    one, other = quarrel.sides
    a, b = keys(reading, phrase.attackers), keys(reading, phrase.targets)
    keys_one, keys_other = keys(reading, one), keys(reading, other)
    swapped = bool(a & keys_other or b & keys_one) and not (a & keys_one or b & keys_other)
    if quarrel.family == "force" and phrase.verbal and a and one and not (b or other):
        swapped = not a & keys_one  # who else attacks in a war of one known side is its enemy
    if quarrel.family == "attack":
        swapped = False
    for id in phrase.attackers:
        _enter(reading, id, phrase, (other, one) if swapped else (one, other))
    for id in phrase.targets:
        _enter(reading, id, phrase, (one, other) if swapped else (other, one))


def _enter(
    reading: Reading, id: str, phrase: Phrase, sides: tuple[dict[str, Phrase], dict[str, Phrase]]
) -> None:
    """Put an actor on the first of two sides, unless it is known on either."""
    mine = key(reading, id)
    if mine in keys(reading, sides[0]) | keys(reading, sides[1]):
        return
    sides[0][id] = phrase


def scene(reading: Reading, phrase: Phrase) -> set[str]:
    """The countries that the sentence of a phrase speaks of."""
    sentence = reading.sentence_of(phrase.head)
    ids = reading.entities_in(sentence[0].start, sentence[-1].end)
    return {c for i in ids if (c := who.country_of(reading, i)) and not i.startswith("person:")}


def text_of(reading: Reading, phrase: Phrase) -> str:
    """A phrase as it stands in the text, without a leading article."""
    tokens = reading.tokens[phrase.start : phrase.end]
    if len(tokens) > 1 and tokens[0].lower in ("the", "a", "an"):
        tokens = tokens[1:]
    return reading.text_of(tokens[0].start, tokens[-1].end)
