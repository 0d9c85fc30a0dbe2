"""One quarrel, however many phrases speak of it.

Phrases are taken in the order of the text. A phrase joins the quarrel that it agrees with best on
who is opposed to whom, then where; a phrase that names nobody joins the one last spoken of.
"""

from __future__ import annotations

from geopolitics_model.language import Reading
from geopolitics_model.model import Organisation, OrganisationKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import lexicon
from geopolitics_model.parsers.conflicts.agreement import (
    FORCE,
    Quarrel,
    agreement,
    are_numbered_apart,
    has_rank,
    is_firm,
    is_new,
    key,
    keys,
    scene,
    text_of,
)
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.phrase import Phrase

_TERROR = frozenset("terrorist terror suicide car truck bomb chemical gas roadside deadly".split())
_CRIMES = frozenset(
    "massacre atrocity murder slaughter pogrom persecution cleansing execution beheading abduction "
    "kidnapping genocide".split()
)
_HISTORY = 3
"""Phrases of one war from which on an article is taken to tell its history."""
_PHASES = frozenset(
    "end beginning start outbreak course year month day victim victory cost toll phase dead "
    "aftermath height history eve".split()
)
_QUARREL = (Level.DISPUTE, Level.UNREST)


def group(reading: Reading, phrases: list[Phrase]) -> list[Quarrel]:
    """The quarrels that phrases speak of, in the order in which they come up."""
    quarrels: list[Quarrel] = []
    _name_enemy(reading, phrases)
    left = [p for p in sorted(phrases, key=_firmness) if not _place(reading, p, quarrels)]
    for phrase in left:  # what stands alone nowhere may fit a quarrel that was read after it
        _place(reading, phrase, quarrels)
    _merge_named(reading, quarrels)
    _merge_wars(reading, quarrels)
    _merge_attacks(reading, quarrels)
    _merge_titled(reading, quarrels)
    quarrels.sort(key=lambda q: min(p.head.i for p in q.phrases))
    return [q for q in quarrels if not (_is_of_words(reading, q) or _is_only_named(q))]


def _is_of_words(reading: Reading, quarrel: Quarrel) -> bool:
    """Whether only persons and parties "attack" and "defeat" each other: politics, not war."""
    ids = [i for side in quarrel.sides for i in side]
    if quarrel.family != "force" or _names_war(quarrel) or not ids:
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


def _absorb(reading: Reading, part: Quarrel, whole: Quarrel, quarrels: list[Quarrel]) -> None:
    """Let the phrases of one quarrel speak of another, and strike it off the list."""
    for phrase in part.phrases:
        join(reading, phrase, whole)
    quarrels.remove(part)


def _merge_named(reading: Reading, quarrels: list[Quarrel]) -> None:
    """A war that is named without its sides is that whose sides the paragraph names."""
    for named in [q for q in quarrels if q.name and q.family == "force"]:
        for other in [q for q in quarrels if q is not named and not q.name and q.family == "force"]:
            if named.sides[0] and named.sides[1]:
                break
            here = {p.head.paragraph for p in named.phrases}
            shared = {p.head.paragraph for p in other.phrases} & here
            mine = keys(reading, named.sides[0]) | keys(reading, named.sides[1])
            theirs = keys(reading, other.sides[0]) | keys(reading, other.sides[1])
            if shared and theirs and (not mine or mine & theirs):
                _absorb(reading, other, named, quarrels)


def _merge_wars(reading: Reading, quarrels: list[Quarrel]) -> None:
    """Join the campaigns of one war: those with a party in common that is no armed group.

    Against two armed groups one state wages two wars, and wars with two names are two.
    """
    wars = [q for q in quarrels if q.family == "force"]
    for i, one in enumerate(wars):
        for other in wars[:i]:
            if one in quarrels and other in quarrels and _is_one_war(reading, one, other):
                _absorb(reading, one, other, quarrels)
                other.name = other.name or one.name
    told = [q for q in quarrels if q.family == "force" and _names_war(q)]
    for loose in [q for q in quarrels if len(told) == 1 and _is_loose(reading, q)]:
        _absorb(reading, loose, told[0], quarrels)


def _merge_attacks(reading: Reading, quarrels: list[Quarrel]) -> None:
    """Attacks on armed men belong to the war that a history tells, whoever has the word for it."""
    wars = [q for q in quarrels if q.family == "force" and len(q.phrases) >= _HISTORY]
    if len(wars) != 1 or not _tells_war(wars[0]):
        return
    parties = keys(reading, wars[0].sides[0]) | keys(reading, wars[0].sides[1])
    for attack in [q for q in quarrels if q.family == "attack"]:
        crime = any(p.civilians or _is_terror(p) for p in attack.phrases)
        attackers = keys(reading, attack.sides[0]) | keys(reading, attack.sides[1])
        if not crime and attackers <= parties:
            _absorb(reading, attack, wars[0], quarrels)


def _merge_titled(reading: Reading, quarrels: list[Quarrel]) -> None:
    """In an article that has a war for its title, what is fought belongs to that war, unless it is
    told as another one: by a name, as "a civil war", between others."""
    titled = [q for q in quarrels if any(_is_title(reading, p) for p in q.phrases)]
    if len(titled) != 1:
        return
    war = titled[0]
    sides = [keys(reading, side) for side in war.sides]
    fighting = sides[0] | sides[1] if all(sides) else set()
    for other in [q for q in quarrels if q is not war and q.family == "force"]:
        if not _is_other_war(reading, other, war, fighting):
            _absorb(reading, other, war, quarrels)


def _is_title(reading: Reading, phrase: Phrase) -> bool:
    heading = phrase.head.paragraph == 0 and reading.paragraphs[0].heading
    return heading and phrase.level is Level.WAR and not phrase.verbal


def _is_other_war(reading: Reading, other: Quarrel, war: Quarrel, theirs: set[str]) -> bool:
    """Whether a text tells a quarrel apart from the war of its title, whose sides are `theirs`."""
    if other.name or are_numbered_apart(other, war):
        return True
    if any(p.level is Level.WAR and not p.verbal and is_new(p) for p in other.phrases):
        return True
    mine = keys(reading, other.sides[0]) | keys(reading, other.sides[1])
    return bool(mine) and bool(theirs) and not mine & theirs


def _is_one_war(reading: Reading, one: Quarrel, other: Quarrel) -> bool:
    if (one.name and other.name) or are_numbered_apart(one, other):
        return False
    groups = [
        {i for side in q.sides for i in side if who.is_armed_group(reading, i)}
        for q in (one, other)
    ]
    if (groups[0] or groups[1]) and not groups[0] & groups[1]:
        return False
    mine, theirs = (
        {key(reading, i) for side in q.sides for i in side if is_firm(reading, i)}
        for q in (one, other)
    )
    if mine and theirs:
        return bool(mine & theirs) or _declared_together(one, other) or _is_battle_of(one, other)
    return _is_near(reading, one, other) or _is_battle_of(one, other)


def _is_battle_of(one: Quarrel, other: Quarrel) -> bool:
    """Whether one is only battles of a side, told beside "the war" that the other is."""
    war, battles = (one, other) if _tells_war(one) else (other, one)
    if not _tells_war(war) or _tells_war(battles) or all(battles.sides):
        return False
    here, there = ({p.head.paragraph for p in q.phrases} for q in (war, battles))
    return any(abs(a - b) <= 1 for a in here for b in there)


def _names_war(quarrel: Quarrel) -> bool:
    return any(p.level is Level.WAR and not p.verbal for p in quarrel.phrases)


def _is_loose(reading: Reading, quarrel: Quarrel) -> bool:
    """Whether it is only clashes of commanders and units, told of nobody's war."""
    clashes = all(p.level is Level.BATTLE for p in quarrel.phrases)
    firm = any(is_firm(reading, i) for side in quarrel.sides for i in side)
    return quarrel.family == "force" and clashes and not firm


def _tells_war(quarrel: Quarrel) -> bool:
    return any(p.level is Level.WAR and not p.verbal and p.definite for p in quarrel.phrases)


def _declared_together(one: Quarrel, other: Quarrel) -> bool:
    """Whether two declarations of war stand in one paragraph: those of allies."""
    paragraphs = [
        {p.head.paragraph for p in q.phrases if p.verbal and p.head.lemma == "declare"}
        for q in (one, other)
    ]
    return bool(paragraphs[0] & paragraphs[1])


def _is_near(reading: Reading, one: Quarrel, other: Quarrel) -> bool:
    """Whether of two wars one without sides is told beside the other and in the same country."""
    here, there = ({p.head.paragraph for p in q.phrases} for q in (one, other))
    beside = any(abs(a - b) <= 1 for a in here for b in there)
    places = [{who.country_of(reading, i) or i for i in q.places} for q in (one, other)]
    return beside and bool(not places[0] or not places[1] or places[0] & places[1])


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
    if phrase.move:
        return 3, phrase.head.i
    return (1 if phrase.parties else 2), phrase.head.i


def _place(reading: Reading, phrase: Phrase, quarrels: list[Quarrel]) -> bool:
    """Join a phrase to the quarrel that it fits best, or open one; whether either was done."""
    at_war = any(_is_regular(reading, q) or (phrase.unknown and _names_war(q)) for q in quarrels)
    family = _family(reading, phrase, at_war)
    best, best_score = None, 0.0
    for quarrel in quarrels:
        score = agreement(reading, phrase, family, quarrel)
        if score > best_score or (
            score == best_score and score and best and _nearer(phrase, quarrel, best)
        ):
            best, best_score = quarrel, score
    if best is None:
        if not _stands_alone(reading, phrase, family):
            return False
        best = Quarrel(family)
        quarrels.append(best)
    join(reading, phrase, best)
    return True


def _is_regular(reading: Reading, quarrel: Quarrel) -> bool:
    """Whether both sides are known and neither is an armed group: a war of armies."""
    one, other = quarrel.sides
    groups = any(who.is_armed_group(reading, i) for i in (*one, *other))
    return quarrel.family == "force" and bool(one and other) and not groups


def _nearer(phrase: Phrase, one: Quarrel, other: Quarrel) -> bool:
    def distance(quarrel: Quarrel) -> tuple[bool, int]:
        near = quarrel.around(phrase)
        before = [phrase.head.i - p.head.i for p in near if p.head.i <= phrase.head.i]
        after = [p.head.i - phrase.head.i for p in near if p.head.i > phrase.head.i]
        return (not before, min(before or after))

    return distance(one) < distance(other)


def _family(reading: Reading, phrase: Phrase, at_war: bool) -> str:
    """`at_war`: whether the article tells of a war between armed sides, to which attacks belong."""
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


def _stands_alone(reading: Reading, phrase: Phrase, family: str) -> bool:
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


def join(reading: Reading, phrase: Phrase, quarrel: Quarrel) -> None:
    """Let a phrase speak of a quarrel: enter its places and sides."""
    if quarrel.family == "quarrel" and phrase.level in FORCE and phrase.verbal:
        quarrel.family = "force"
    quarrel.add(phrase)
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
