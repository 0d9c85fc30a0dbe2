"""One quarrel, however many phrases speak of it.

Which phrases speak of the same one, a trained model says (`sameness`); here they become a quarrel
with its sides, if they tell enough to stand alone.
"""

from __future__ import annotations

from geopolitics_model.language import Reading
from geopolitics_model.model import Organisation, OrganisationKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import lexicon
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.pairs import described
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.conflicts.quarrel import (
    FORCE,
    Family,
    Quarrel,
    has_rank,
    join,
    scene,
)
from geopolitics_model.parsers.conflicts.sameness import clusters

_TERROR = frozenset("terrorist terror suicide car truck bomb chemical gas roadside deadly".split())
_CRIMES = frozenset(
    "massacre atrocity murder slaughter pogrom persecution cleansing execution beheading abduction "
    "kidnapping genocide".split()
)
_PHASES = frozenset(
    "end beginning start outbreak course year month day victim victory cost toll phase dead "
    "aftermath height history eve".split()
)
_FAMILIES: tuple[Family, ...] = ("force", "attack", "quarrel")
_QUARREL = (Level.DISPUTE, Level.UNREST)


def group(reading: Reading, phrases: list[Phrase]) -> list[Quarrel]:
    """The quarrels that phrases speak of, in the order in which they come up."""
    name_enemy(reading, phrases)
    told = families(reading, phrases)
    found = []
    for cluster in clusters(described(reading, phrases, told)):
        if any(_stands_alone(reading, phrases[i], told[i]) for i in cluster):
            found.append(_quarrel(reading, [phrases[i] for i in cluster]))
    return [q for q in found if not (_is_of_words(reading, q) or _is_only_named(q))]


def families(reading: Reading, phrases: list[Phrase]) -> list[Family]:
    """Of what sort of quarrel each phrase speaks by itself."""
    return [_family(reading, phrase, at_war=False) for phrase in phrases]


def _quarrel(reading: Reading, phrases: list[Phrase]) -> Quarrel:
    """The quarrel that some phrases tell: of the sort that most of them do, a war if one does."""
    war = any(p.is_war for p in phrases)
    sorts = [_family(reading, phrase, at_war=war) for phrase in phrases]
    quarrel = Quarrel("force" if war else max(_FAMILIES, key=sorts.count))
    for phrase in sorted(phrases, key=_firmness):
        join(reading, phrase, quarrel)
    return quarrel


def _is_of_words(reading: Reading, quarrel: Quarrel) -> bool:
    """Whether only persons and parties "attack" and "defeat" each other: politics, not war."""
    ids = [i for side in quarrel.sides for i in side]
    if quarrel.family != "force" or quarrel.is_war or not ids:
        return False
    kinds = {getattr(reading.object(i), "kind", None) for i in ids if not i.startswith("person:")}
    armed = any(has_rank(reading, i) for i in ids) or any(
        t.lemma.lower() in lexicon.words("forces")
        for p in quarrel.phrases
        for t in reading.sentence_of(p.head)
    )
    return kinds <= {OrganisationKind.PARTY} and not armed


def _is_only_named(quarrel: Quarrel) -> bool:
    """Whether a war is mentioned to name something else: "a museum of the Second World War"."""
    phrase = quarrel.phrases[0]
    if len(quarrel.phrases) > 1 or not phrase.named or any(quarrel.sides):
        return False
    head = phrase.head
    return (
        head.dep == "pobj"
        and head.head.lower == "of"
        and head.head.head.pos == "NOUN"
        and (head.head.head.lemma.lower() not in _PHASES)
    )


def name_enemy(reading: Reading, phrases: list[Phrase]) -> None:
    """Where one armed group only is spoken of, "terrorism" and "the militants" are it."""
    groups = [o.id for o in reading.objects(Organisation) if o.kind is OrganisationKind.ARMED_GROUP]
    for phrase in phrases:
        if phrase.generic_enemy and not phrase.targets and len(groups) == 1:
            phrase.targets = (groups[0],)
            phrase.attackers = tuple(i for i in phrase.attackers if i != groups[0])


def _firmness(phrase: Phrase) -> tuple[int, int]:
    """Named and opposed phrases first: they lay down the name and the sides."""
    if phrase.named and phrase.level is Level.WAR:
        return 0, phrase.head.i
    if phrase.move:
        return 3, phrase.head.i
    return (1 if phrase.parties else 2), phrase.head.i


def _family(reading: Reading, phrase: Phrase, at_war: bool) -> Family:
    """`at_war`: whether a noun for a war is among the phrases that speak of the same."""
    if phrase.level in _QUARREL:
        return "quarrel"
    struck = phrase.unknown and at_war  # "a shell fell on a school" in a war
    armed = phrase.level is Level.BATTLE and (struck or not phrase.civilians)
    if phrase.level is Level.WAR or armed:
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


def _stands_alone(reading: Reading, phrase: Phrase, family: Family) -> bool:
    """Whether a phrase that fits nothing is a quarrel of its own."""
    if phrase.move:
        return False
    if phrase.generic_enemy and not (phrase.parties or phrase.places):
        return False
    if family == "attack":
        return bool(phrase.attackers or phrase.places or phrase.civilians or phrase.definite)
    if phrase.verbal and phrase.level is Level.UNREST:
        return bool(phrase.places or phrase.parties)
    if phrase.verbal and phrase.places and (phrase.unknown or phrase.civilians):
        return True
    if phrase.verbal:
        return bool(phrase.attackers and (phrase.targets or phrase.places)) or bool(phrase.targets)
    if phrase.attackers or phrase.targets or phrase.places or phrase.named:
        return True
    if phrase.level is Level.DISPUTE and len(scene(reading, phrase)) > 1:
        return True
    deadly = phrase.level in FORCE and _is_deadly(reading, phrase)
    return phrase.level in (Level.WAR, Level.UNREST) or phrase.definite or deadly


def _is_deadly(reading: Reading, phrase: Phrase) -> bool:
    """Whether people of some country die in it: "20 Indian soldiers died in a clash"."""
    tokens = reading.sentence_of(phrase.head)
    return bool(scene(reading, phrase)) and any(
        lexicon.casualty_kind(t) == "killed" for t in tokens
    )
