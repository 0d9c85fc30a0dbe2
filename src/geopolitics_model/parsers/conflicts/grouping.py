"""One quarrel, however many phrases speak of it.

Phrases are taken in the order of the text. A phrase joins the quarrel that it agrees with best on
who is opposed to whom, then where; a phrase that names nobody joins the one last spoken of.
"""

from __future__ import annotations

import attrs

from geopolitics_model.language import Reading
from geopolitics_model.model import Organisation, OrganisationKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.mentions import Phrase

_TERROR = frozenset("terrorist terror suicide car truck bomb chemical gas roadside deadly".split())
_CRIMES = frozenset(
    "massacre atrocity murder slaughter pogrom persecution cleansing execution beheading abduction "
    "kidnapping genocide".split()
)
_FORCE = (Level.WAR, Level.BATTLE)
_QUARREL = (Level.DISPUTE, Level.UNREST)


@attrs.define(eq=False)
class Quarrel:
    """Phrases about one conflict. `sides`: two lists of ids, who is with whom."""

    family: str
    """"force", "attack" or "quarrel": only phrases of a family are compared."""
    phrases: list[Phrase] = attrs.field(factory=list)
    sides: tuple[dict[str, Phrase], dict[str, Phrase]] = attrs.field(factory=lambda: ({}, {}))
    places: dict[str, None] = attrs.field(factory=dict)
    name: str | None = None

    @property
    def last(self) -> int:
        """The token where it was last spoken of."""
        return max(p.head.i for p in self.phrases)


def group(reading: Reading, phrases: list[Phrase]) -> list[Quarrel]:
    """The quarrels that phrases speak of, in the order in which they come up."""
    quarrels: list[Quarrel] = []
    _name_enemy(reading, phrases)
    for phrase in sorted(phrases, key=_firmness):
        _place(reading, phrase, quarrels)
    _merge_named(reading, quarrels)
    quarrels.sort(key=lambda q: min(p.head.i for p in q.phrases))
    return quarrels


def _merge_named(reading: Reading, quarrels: list[Quarrel]) -> None:
    """A war that is named without its sides is that whose sides the paragraph names."""
    for named in [q for q in quarrels if q.name and q.family == "force"]:
        for other in [q for q in quarrels if q is not named and not q.name and q.family == "force"]:
            if named.sides[0] and named.sides[1]:
                break
            here = {p.head.paragraph for p in named.phrases}
            shared = {p.head.paragraph for p in other.phrases} & here
            mine = _keys(reading, named.sides[0]) | _keys(reading, named.sides[1])
            theirs = _keys(reading, other.sides[0]) | _keys(reading, other.sides[1])
            if shared and theirs and (not mine or mine & theirs):
                for phrase in other.phrases:
                    _join(reading, phrase, named)
                quarrels.remove(other)


def _name_enemy(reading: Reading, phrases: list[Phrase]) -> None:
    """Where one armed group only is spoken of, "terrorism" and "the militants" are it."""
    groups = [o.id for o in reading.objects(Organisation) if o.kind is OrganisationKind.ARMED_GROUP]
    for phrase in phrases:
        if phrase.generic_enemy and not phrase.targets and len(groups) == 1:
            phrase.targets = (groups[0],)
            phrase.attackers = tuple(i for i in phrase.attackers if i != groups[0])


def _firmness(phrase: Phrase) -> tuple[int, int]:
    """Named and opposed phrases first, so that "the war" finds them whatever the order."""
    if phrase.named and phrase.level is Level.WAR:
        return 0, phrase.head.i
    return (1 if phrase.parties else 2), phrase.head.i


def _place(reading: Reading, phrase: Phrase, quarrels: list[Quarrel]) -> None:
    at_war = any(_is_regular(reading, q) for q in quarrels)
    family = _family(reading, phrase, at_war)
    best, best_score = None, 0.0
    for quarrel in quarrels:
        score = _agreement(reading, phrase, family, quarrel)
        if score > best_score or (
            score == best_score and score and best and _nearer(phrase, quarrel, best)
        ):
            best, best_score = quarrel, score
    if best is None:
        if not _stands_alone(reading, phrase, family):
            return
        best = Quarrel(family)
        quarrels.append(best)
    _join(reading, phrase, best)


def _is_regular(reading: Reading, quarrel: Quarrel) -> bool:
    """Whether both sides are known and neither is an armed group: a war of armies."""
    one, other = quarrel.sides
    groups = any(who.is_armed_group(reading, i) for i in (*one, *other))
    return quarrel.family == "force" and bool(one and other) and not groups


def _nearer(phrase: Phrase, one: Quarrel, other: Quarrel) -> bool:
    def distance(quarrel: Quarrel) -> tuple[bool, int]:
        before = [phrase.head.i - p.head.i for p in quarrel.phrases if p.head.i <= phrase.head.i]
        after = [p.head.i - phrase.head.i for p in quarrel.phrases if p.head.i > phrase.head.i]
        return (not before, min(before or after))

    return distance(one) < distance(other)


def _family(reading: Reading, phrase: Phrase, at_war: bool) -> str:
    """`at_war`: whether the article tells of a war between armed sides, to which attacks belong."""
    if phrase.level in _QUARREL:
        return "quarrel"
    if phrase.level is Level.WAR or (phrase.level is Level.BATTLE and not phrase.civilians):
        return "force"
    if phrase.civilians and not phrase.targets:
        return "attack"
    if _is_terror(phrase):
        return "attack"
    irregular = [i for i in phrase.attackers if who.is_armed_group(reading, i)]
    if phrase.attackers and (phrase.targets or not irregular):
        return "force"
    plain = phrase.head.lemma in ("attack", "ambush") and not irregular
    return "force" if plain and phrase.places and at_war else "attack"


def _is_terror(phrase: Phrase) -> bool:
    words = {c.lower for c in phrase.head.children if c.i < phrase.head.i}
    return bool(words & _TERROR) or (phrase.head.lemma in _CRIMES and not phrase.verbal)


def key(reading: Reading, id: str) -> str:
    """What two ids of one party share: the country of a state and its organs, else the id."""
    if who.is_state(reading, id) or id.startswith("person:"):
        return who.country_of(reading, id) or id
    return id


def _keys(reading: Reading, ids: tuple[str, ...] | dict[str, Phrase]) -> set[str]:
    return {key(reading, i) for i in ids}


def _agreement(reading: Reading, phrase: Phrase, family: str, quarrel: Quarrel) -> float:
    """How well a phrase fits a quarrel: 0 not at all."""
    if any(_overlap(phrase, p) for p in quarrel.phrases):
        return 6
    if _takes_up(phrase, quarrel):
        return 3.5
    if family != quarrel.family:
        return _across(reading, phrase, family, quarrel)
    one, other = (_keys(reading, side) for side in quarrel.sides)
    a, b = _keys(reading, phrase.attackers), _keys(reading, phrase.targets)
    if family == "attack":
        return _same_attack(reading, phrase, quarrel, a, one | other)
    if family == "quarrel":
        return _same_dispute(reading, phrase, quarrel, a | b, one | other)
    if a and b:
        if (a & one and b & other) or (a & other and b & one):
            return 5
        if phrase.mutual or (phrase.level is Level.WAR and not phrase.verbal):
            return 4 if _group_shared(reading, phrase, quarrel) else 0
        if (a | b) & (one | other):
            return 3
        groups = _group_of(reading, phrase)
        return (
            0.9 if phrase.level is Level.BATTLE and not groups and _close(phrase, quarrel, 1) else 0
        )
    if a or b:
        if (a | b) & (one | other):
            return 4 if _group_shared(reading, phrase, quarrel) else 3
        if not (one or other) and quarrel.phrases[0].level is not Level.ATTACK:
            return 1.5 if _close(phrase, quarrel, 2) or _near(reading, phrase, quarrel) else 0
        if phrase.level is Level.WAR or _group_of(reading, phrase):
            return 0
        return 1 if _close(phrase, quarrel, 1) else 0
    if phrase.named:
        return 4 if quarrel.name and _text(reading, phrase).lower() == quarrel.name.lower() else 0
    if phrase.level is Level.WAR and not phrase.definite and _is_new(phrase):
        return 0
    if phrase.head.head.lower == "as" or phrase.head.dep == "attr":
        return 1.5 if _close(phrase, quarrel, 1) else 0
    if phrase.generic_enemy or phrase.definite or phrase.level is Level.BATTLE:
        return 2 if _near(reading, phrase, quarrel) else (1.0 if not phrase.places else 0.5)
    return 1 if _near(reading, phrase, quarrel) else 0


def _close(phrase: Phrase, quarrel: Quarrel, paragraphs: int) -> bool:
    """Whether a quarrel was spoken of at most so many paragraphs before."""
    return any(0 <= phrase.head.paragraph - p.head.paragraph <= paragraphs for p in quarrel.phrases)


def _is_new(phrase: Phrase) -> bool:
    """Whether an indefinite article brings up a war not spoken of so far."""
    if phrase.head.dep == "attr" or phrase.head.head.lower == "as":
        return False
    return any(c.lower in ("a", "an", "another") for c in phrase.head.children)


def _overlap(phrase: Phrase, other: Phrase) -> bool:
    """Whether one stands inside the other and says the same: "the war in Europe (World War I)"."""
    inside = other.start <= phrase.head.i < other.end or phrase.start <= other.head.i < phrase.end
    return inside and phrase.level is other.level and not (phrase.verbal or other.verbal)


def _takes_up(phrase: Phrase, quarrel: Quarrel) -> bool:
    """Whether "the offensive" is the offensive told of shortly before."""
    if not phrase.definite or phrase.attackers or phrase.places or phrase.verbal:
        return False
    return any(
        p.head.lemma == phrase.head.lemma and 0 < phrase.head.i - p.head.i < 120
        for p in quarrel.phrases
    )


def _across(reading: Reading, phrase: Phrase, family: str, quarrel: Quarrel) -> float:
    """An unsaid "the attack" takes up whatever was last attacked; "the violence" a dispute's."""
    nobody = not (phrase.attackers or phrase.targets or phrase.places or phrase.civilians)
    if family == "attack" and quarrel.family == "force" and nobody and phrase.definite:
        battles = [p for p in quarrel.phrases if p.level in (Level.BATTLE, Level.ATTACK)]
        return 0.6 if any(0 < phrase.head.i - p.head.i < 120 for p in battles) else 0
    if family == "force" and quarrel.family == "quarrel" and phrase.verbal:
        same = {p.head.sentence for p in quarrel.phrases} & {phrase.head.sentence}
        mine = _keys(reading, phrase.attackers)
        theirs = _keys(reading, quarrel.sides[0]) | _keys(reading, quarrel.sides[1])
        return 3 if same and mine & theirs else 0
    if family == "force" and quarrel.family == "attack" and nobody:
        return 0.5 if phrase.head.lemma == "violence" else 0
    return 0


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
        return 1.5 if bool(mine) != bool(theirs) and _close(phrase, quarrel, 2) else 0
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
    return (
        1
        if _scene(reading, phrase) & {c for p in quarrel.phrases for c in _scene(reading, p)}
        else 0
    )


def _scene(reading: Reading, phrase: Phrase) -> set[str]:
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


def _stands_alone(reading: Reading, phrase: Phrase, family: str) -> bool:
    """Whether a phrase that fits nothing is a quarrel of its own."""
    if phrase.generic_enemy and not (phrase.targets or phrase.places):
        return False
    if family == "attack":
        return bool(phrase.attackers or phrase.places or phrase.civilians or phrase.definite)
    if phrase.verbal:
        return bool(phrase.attackers and (phrase.targets or phrase.places)) or bool(phrase.targets)
    if phrase.attackers or phrase.targets or phrase.places or phrase.named:
        return True
    if phrase.level is Level.DISPUTE and len(_scene(reading, phrase)) > 1:
        return True
    return phrase.level in (Level.WAR, Level.UNREST) or phrase.definite


def _join(reading: Reading, phrase: Phrase, quarrel: Quarrel) -> None:
    if quarrel.family == "quarrel" and phrase.level in _FORCE and phrase.verbal:
        quarrel.family = "force"
    quarrel.phrases.append(phrase)
    quarrel.places |= dict.fromkeys(phrase.places)
    if phrase.named and quarrel.name is None and phrase.level in (Level.WAR, Level.UNREST):
        quarrel.name = _text(reading, phrase)
    one, other = quarrel.sides
    a, b = _keys(reading, phrase.attackers), _keys(reading, phrase.targets)
    keys_one, keys_other = _keys(reading, one), _keys(reading, other)
    swapped = bool(a & keys_other or b & keys_one) and not (a & keys_one or b & keys_other)
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
    if mine in _keys(reading, sides[0]) | _keys(reading, sides[1]):
        return
    sides[0][id] = phrase


def _text(reading: Reading, phrase: Phrase) -> str:
    """A phrase as it stands in the text, without a leading article."""
    tokens = reading.tokens[phrase.start : phrase.end]
    if len(tokens) > 1 and tokens[0].lower in ("the", "a", "an"):
        tokens = tokens[1:]
    return reading.text_of(tokens[0].start, tokens[-1].end)
