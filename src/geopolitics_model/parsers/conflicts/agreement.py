"""How well a phrase fits a quarrel that is already told of."""

from __future__ import annotations

from bisect import bisect_right, insort

import attrs

from geopolitics_model.language import Reading
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.phrase import Phrase

FORCE = (Level.WAR, Level.BATTLE)
_RISINGS = frozenset("revolution uprising".split())
_RANKS = frozenset(
    "general admiral colonel major captain commander marshal lieutenant brigadier commodore".split()
)
_ORDINALS = frozenset("first second third fourth fifth last previous earlier".split())
_NEAREST = 20


def _position(phrase: Phrase) -> int:
    return phrase.head.i


@attrs.define(eq=False)
class Quarrel:
    """Phrases about one conflict. `sides`: two lists of ids, who is with whom."""

    family: str
    """"force", "attack" or "quarrel": only phrases of a family are compared."""
    phrases: list[Phrase] = attrs.field(factory=list)
    sides: tuple[dict[str, Phrase], dict[str, Phrase]] = attrs.field(factory=lambda: ({}, {}))
    places: dict[str, None] = attrs.field(factory=dict)
    name: str | None = None
    _line: list[Phrase] = attrs.field(factory=list)

    def add(self, phrase: Phrase) -> None:
        """Note that a phrase speaks of it."""
        self.phrases.append(phrase)
        insort(self._line, phrase, key=_position)

    def remove(self, phrase: Phrase) -> None:
        """Forget a phrase, its places and whom only it put on a side."""
        self.phrases.remove(phrase)
        self._line.remove(phrase)
        kept = {i for p in self.phrases for i in p.places}
        self.places = {i: None for i in self.places if i in kept}
        for side in self.sides:
            for id in [i for i, p in side.items() if p is phrase]:
                del side[id]

    def around(self, phrase: Phrase) -> list[Phrase]:
        """Its phrases nearest to one, on either side; more of them would cost quadratic time."""
        i = bisect_right(self._line, _position(phrase), key=_position)
        return self._line[max(0, i - _NEAREST) : i + _NEAREST]


def _ordinals(phrase: Phrase) -> set[str]:
    """The number of a war: "first" of "the first war"."""
    if phrase.level is not Level.WAR or phrase.verbal:
        return set()
    return {c.lower for c in phrase.head.children if c.lower in _ORDINALS}


def are_numbered_apart(one: Quarrel, other: Quarrel) -> bool:
    """Whether two wars are told apart by number."""
    a, b = ({o for p in q.phrases for o in _ordinals(p)} for q in (one, other))
    return bool(a and b and not a & b)


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


def agreement(reading: Reading, phrase: Phrase, family: str, quarrel: Quarrel) -> float:
    """How well a phrase fits a quarrel: 0 not at all."""
    numbers = _ordinals(phrase)
    if numbers and not any(numbers & _ordinals(p) for p in quarrel.phrases):
        return 0
    if any(_overlap(phrase, p) for p in quarrel.around(phrase)):
        return 6
    if _takes_up(phrase, quarrel) or any(_is_during(phrase, p) for p in quarrel.around(phrase)):
        return 3.5
    if family != quarrel.family:
        return _across(reading, phrase, family, quarrel)
    one, other = (keys(reading, side) for side in quarrel.sides)
    a, b = keys(reading, phrase.attackers), keys(reading, phrase.targets)
    if family == "attack":
        return _same_attack(reading, phrase, quarrel, a, one | other)
    if family == "quarrel":
        return _same_dispute(reading, phrase, quarrel, a | b, one | other)
    return _same_war(reading, phrase, quarrel, (a, b))


def _same_war(
    reading: Reading, phrase: Phrase, quarrel: Quarrel, sides: tuple[set[str], set[str]]
) -> float:
    a, b = sides
    if a and b:
        return _both_sides(reading, phrase, quarrel, sides)
    if a or b:
        return _one_side(reading, phrase, quarrel, a | b)
    return _no_side(reading, phrase, quarrel)


def _both_sides(
    reading: Reading, phrase: Phrase, quarrel: Quarrel, sides: tuple[set[str], set[str]]
) -> float:
    a, b = sides
    one, other = (keys(reading, side) for side in quarrel.sides)
    if (a & one and b & other) or (a & other and b & one):
        return 5
    if phrase.mutual or (phrase.level is Level.WAR and not phrase.verbal):
        return 4 if _group_shared(reading, phrase, quarrel) else 0
    if (a | b) & (one | other):
        return 3
    regular = phrase.level is Level.BATTLE and not _group_of(reading, phrase)
    return 0.9 if regular and _close(phrase, quarrel, 1) else 0


def _one_side(reading: Reading, phrase: Phrase, quarrel: Quarrel, mine: set[str]) -> float:
    theirs = keys(reading, quarrel.sides[0]) | keys(reading, quarrel.sides[1])
    if mine & theirs:
        return 4 if _group_shared(reading, phrase, quarrel) else 3
    if not theirs and quarrel.phrases[0].level is not Level.ATTACK:
        return 1.5 if _close(phrase, quarrel, 2) or _near(reading, phrase, quarrel) else 0
    if phrase.level is Level.WAR or _group_of(reading, phrase):
        return 0
    return 1 if _close(phrase, quarrel, 1) else 0


def _no_side(reading: Reading, phrase: Phrase, quarrel: Quarrel) -> float:
    if phrase.named and phrase.level is not Level.BATTLE:
        return 4 if quarrel.name and text_of(reading, phrase).lower() == quarrel.name.lower() else 0
    if phrase.level is Level.WAR and not phrase.definite and is_new(phrase):
        return 0
    if phrase.head.head.lower == "as" or phrase.head.dep == "attr":
        return 1.5 if _close(phrase, quarrel, 1) else 0
    if _near(reading, phrase, quarrel):
        return 2 if phrase.generic_enemy or phrase.definite or phrase.level is Level.BATTLE else 1
    battle = phrase.level in (Level.BATTLE, Level.ATTACK)
    if phrase.generic_enemy or phrase.definite or battle:
        return 0.5 if phrase.places else 1
    return 0


def _close(phrase: Phrase, quarrel: Quarrel, paragraphs: int) -> bool:
    """Whether a quarrel was spoken of at most so many paragraphs before."""
    return any(
        0 <= phrase.head.paragraph - p.head.paragraph <= paragraphs for p in quarrel.around(phrase)
    )


def is_new(phrase: Phrase) -> bool:
    """Whether an indefinite article brings up a war not spoken of so far."""
    if phrase.head.dep == "attr" or phrase.head.head.lower == "as":
        return False
    return any(c.lower in ("a", "an", "another") for c in phrase.head.children)


def _overlap(phrase: Phrase, other: Phrase) -> bool:
    """Whether one stands inside the other and says the same: "the war in Europe (World War I)"."""
    inside = other.start <= phrase.head.i < other.end or phrase.start <= other.head.i < phrase.end
    return inside and phrase.level is other.level and not (phrase.verbal or other.verbal)


def _is_during(phrase: Phrase, other: Phrase) -> bool:
    """Whether a crime belongs to a campaign: "the killing of Serbs during the offensive"."""
    if phrase.head.sentence != other.head.sentence or phrase.verbal or other.verbal:
        return False
    for token in (other.head, *other.head.ancestors()):
        if token is phrase.head:
            return True
        if token.pos in ("VERB", "AUX"):
            return False
    return False


def _takes_up(phrase: Phrase, quarrel: Quarrel) -> bool:
    """Whether "the offensive" is the offensive told of shortly before."""
    if not phrase.definite or phrase.attackers or phrase.places or phrase.verbal:
        return False
    return any(
        p.head.lemma == phrase.head.lemma and 0 < phrase.head.i - p.head.i < 120
        for p in quarrel.around(phrase)
    )


def _across(reading: Reading, phrase: Phrase, family: str, quarrel: Quarrel) -> float:
    """An unsaid "the attack" takes up whatever was last attacked; "the violence" a dispute's."""
    nobody = not (phrase.attackers or phrase.targets or phrase.places or phrase.civilians)
    if family == "attack" and quarrel.family == "force" and nobody and phrase.definite:
        battles = [p for p in quarrel.around(phrase) if p.level in (Level.BATTLE, Level.ATTACK)]
        return 0.6 if any(0 < phrase.head.i - p.head.i < 120 for p in battles) else 0
    if family == "force" and quarrel.family == "quarrel" and phrase.verbal:
        same = {p.head.sentence for p in quarrel.around(phrase)} & {phrase.head.sentence}
        mine = keys(reading, phrase.attackers)
        theirs = keys(reading, quarrel.sides[0]) | keys(reading, quarrel.sides[1])
        return 3 if same and mine & theirs else 0
    if family == "quarrel" and quarrel.family == "force" and phrase.level is Level.DISPUTE:
        return _dispute_of_war(reading, phrase, quarrel)
    if family == "quarrel" and quarrel.family == "force" and nobody and phrase.definite:
        near = _close(phrase, quarrel, 1) or any(_after(phrase, p) for p in quarrel.around(phrase))
        return 0.8 if phrase.head.lemma in _RISINGS and near else 0
    if family == "force" and quarrel.family == "attack" and nobody:
        return 0.5 if phrase.head.lemma == "violence" else 0
    return 0


def _dispute_of_war(reading: Reading, phrase: Phrase, quarrel: Quarrel) -> float:
    """Whether those quarrel who fight: "the quarrel" of who shoots, a breach of who is at war."""
    if phrase.named:
        return 0
    mine = keys(reading, phrase.parties)
    theirs = keys(reading, quarrel.sides[0]) | keys(reading, quarrel.sides[1])
    if mine:
        same = {p.head.sentence for p in quarrel.around(phrase)} & {phrase.head.sentence}
        return 1 if mine <= theirs and (same or len(mine) > 1) else 0
    return 0.7 if phrase.definite and not phrase.places and _close(phrase, quarrel, 0) else 0


def _after(phrase: Phrase, other: Phrase) -> bool:
    """Whether another phrase follows in the same paragraph."""
    return phrase.head.paragraph == other.head.paragraph and other.head.i > phrase.head.i


def _same_attack(
    reading: Reading, phrase: Phrase, quarrel: Quarrel, mine: set[str], theirs: set[str]
) -> float:
    if mine and theirs:
        return 4 if mine & theirs else 0
    if _near(reading, phrase, quarrel):
        return 3
    if phrase.definite and not phrase.places and not mine:
        return 2
    if not phrase.places or not quarrel.places:
        apart = min(abs(phrase.head.paragraph - p.head.paragraph) for p in quarrel.around(phrase))
        return 1.5 if bool(mine) != bool(theirs) and apart <= 4 else 0
    return 0


def _same_dispute(
    reading: Reading, phrase: Phrase, quarrel: Quarrel, mine: set[str], theirs: set[str]
) -> float:
    if mine and theirs and mine & theirs:
        return 4
    if _near(reading, phrase, quarrel):
        return 3
    if not mine and not phrase.places:
        return 2
    street = phrase.level is Level.UNREST and any(p.level is Level.UNREST for p in quarrel.phrases)
    if street and not mine and _close(phrase, quarrel, 3):
        return 1
    return (
        1
        if scene(reading, phrase) & {c for p in quarrel.around(phrase) for c in scene(reading, p)}
        else 0
    )


def scene(reading: Reading, phrase: Phrase) -> set[str]:
    """The countries that the sentence of a phrase speaks of."""
    sentence = reading.sentence_of(phrase.head)
    ids = reading.entities_in(sentence[0].start, sentence[-1].end)
    return {c for i in ids if (c := who.country_of(reading, i)) and not i.startswith("person:")}


def _group_of(reading: Reading, phrase: Phrase) -> set[str]:
    return {i for i in phrase.parties if who.is_armed_group(reading, i)}


def _group_shared(reading: Reading, phrase: Phrase, quarrel: Quarrel) -> bool:
    return bool(_group_of(reading, phrase) & {*quarrel.sides[0], *quarrel.sides[1]})


def _near(reading: Reading, phrase: Phrase, quarrel: Quarrel) -> bool:
    """Whether both are in the same place, or in the same country if one says no more."""
    if set(phrase.places) & set(quarrel.places):
        return True
    mine = {who.country_of(reading, i) or i for i in phrase.places}
    theirs = {who.country_of(reading, i) or i for i in quarrel.places}
    return bool(mine & theirs)


def text_of(reading: Reading, phrase: Phrase) -> str:
    """A phrase as it stands in the text, without a leading article."""
    tokens = reading.tokens[phrase.start : phrase.end]
    if len(tokens) > 1 and tokens[0].lower in ("the", "a", "an"):
        tokens = tokens[1:]
    return reading.text_of(tokens[0].start, tokens[-1].end)
