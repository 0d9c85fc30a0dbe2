"""Phrases about a conflict whose head is a verb: "Iraq invaded Kuwait"."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import lexicon
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.participants import add_target, aimed_at
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.phrases import (
    clause,
    direct_objects,
    is_negated,
    is_passive,
    modal_of,
    noun_phrase,
    objects_of,
    subjects,
)
from geopolitics_model.parsers.places import place_of, places_near

_UNREAL = frozenset("would could might may should can".split())
_AIMED = ("against", "with", "on", "upon")
_FIRED_AT = (*_AIMED, "at", "into")
_SHOOT = frozenset("exchange trade fire launch open".split())
_SHOTS = frozenset("fire shot rocket missile shell blow mortar artillery drone".split())
_STRIKERS = (
    _SHOTS
    | frozenset("round projectile grenade explosive".split())
    | frozenset("jet warplane bomb aircraft torpedo bomber helicopter".split())
)
_TAKE_FROM = frozenset("liberate retake recapture seize capture wrest reclaim".split())
_MUTUAL = frozenset("exchange trade fight clash battle skirmish".split())
_PARTICLE = ("prt", "prep", "advmod")
_RECIPROCAL = ("each", "one")
_BOMBS = frozenset(
    "bomb bomber explosive explosives device truck car vest mine grenade missile".split()
)
_FIGHTERS = frozenset(
    "soldier troop fighter militant insurgent rebel terrorist guerrilla officer policeman leader "
    "commander member combatant gunman militiaman marine paratrooper jihadist extremist".split()
)
_STRUCK = frozenset(
    "target position site base camp facility depot stronghold building compound convoy vehicle "
    "unit headquarters bunker airfield airport launcher cache".split()
)
_LAID = frozenset("bomb bomber explosive device mine grenade".split())
_ARMED = frozenset(
    "soldier officer army military captain colonel general junta guard mutineer troop putschist "
    "marine paratrooper major rebel insurgent commander force".split()
)
_TOLLS = frozenset("kill murder execute".split())
_ATROCITY = frozenset("massacre slaughter murder behead execute abduct kidnap".split())
_HARRY = frozenset(("terrorise", "terrorize"))
_CROWD = frozenset("protester demonstrator rioter student crowd protestor".split())
_MANY = frozenset("thousand hundred people supporter opponent worker crowd citizen".split())
_WEAPONS = frozenset("weapon gas sarin chlorine bomb napalm missile".split())


def read(reading: Reading, verb: Token) -> Phrase | None:
    """The phrase that a verb heads, if it tells of force."""
    if verb.pos != "VERB" or verb.dep in ("amod", "compound"):
        return None
    entry = _entry(verb)
    if entry is None or is_negated(verb) or _is_outcome(verb) or is_asked(reading, verb):
        return None
    if any(lexicon.level_of(t.lemma, t.lower) for t in subjects(verb)):
        return None  # "the war has killed thousands": the noun is read
    if entry.object == "against":
        return _against(reading, verb)
    start, end = clause(reading, verb)
    level = entry.level
    if level is Level.BATTLE and any(t.lemma.lower() in _CROWD for t in subjects(verb)):
        level = Level.UNREST
    if (
        level in (Level.WAR, Level.BATTLE)
        and entry.object in ("actor", "weapon")
        and _is_bomb(verb)
    ):
        level = Level.ATTACK  # "a car bomb destroyed a bus"
    phrase = Phrase(verb, level, start, end, verbal=True)
    if verb.lemma != "declare" and any(
        lexicon.level_of(o.lemma, o.lower) for o in direct_objects(verb)
    ):
        return None
    _sides(reading, phrase, verb)
    phrase.places = tuple(dict.fromkeys(phrase.places + places_near(reading, verb)))
    bombs = [t for t in subjects(verb) if t.lemma.lower() in _LAID]
    bombs += [c for t in bombs for c in t.children if c.dep == "acl"]  # "planted in Moscow"
    for token in (*direct_objects(verb), *objects_of(verb, ("at", "on", "into")), *bombs):
        near = places_near(reading, token, of=True, climb=False)
        phrase.places = tuple(dict.fromkeys(phrase.places + near))
    return phrase if _suits(reading, phrase, entry.object, verb) else None


def is_asked(reading: Reading, verb: Token) -> bool:
    """Whether it is asked or supposed only: "Did Iraq attack?", "if it were attacked"."""
    if any(c.lower in ("if", "unless") and c.dep == "mark" for c in verb.children):
        return True
    return any(t.text == "?" for t in reading.sentence_of(verb)[-2:])


def _is_bomb(verb: Token) -> bool:
    """Whether a bomb does it, of whoever laid it."""
    return any(t.lemma.lower() in _LAID for t in subjects(verb))


def _is_outcome(verb: Token) -> bool:
    """Whether it is the toll of what is told: "shelled the port, killing 60"."""
    above = verb.head
    means = verb.lemma in _TOLLS and verb.dep == "advcl" and verb.tag == "VBG"
    return means and (above.lemma.lower() in lexicon.verbs() or _entry(above) is not None)


def _entry(verb: Token) -> lexicon.Verb | None:
    """What a verb says of a conflict, by itself or with its object ("declared war")."""
    things = direct_objects(verb)
    objects = {o.lemma.lower() for o in things} | {o.lower for o in things}
    lemma = verb.lemma.lower()
    if lemma == "declare" and "war" in objects:
        return lexicon.Verb(Level.WAR, "any")
    if lemma == "use" and objects & _WEAPONS:
        return lexicon.Verb(Level.ATTACK, "any")
    if lemma == "clash" or (lemma in _SHOOT and objects & _SHOTS):
        return lexicon.Verb(Level.BATTLE, "any")
    for word in lexicon.particles().get(lemma, ()):
        if word in objects or any(c.lower == word for c in verb.children if c.dep in _PARTICLE):
            return lexicon.verbs()[f"{lemma} {word}"]
        if word == "from" and any(c.lower == word for o in things for c in o.children):
            return lexicon.verbs()[f"{lemma} {word}"]
        if lemma == "take" and any(c.lemma == word for c in verb.children):
            return lexicon.verbs()[f"{lemma} {word}"]
    return lexicon.verbs().get(lemma)


def _sides(reading: Reading, phrase: Phrase, verb: Token) -> None:
    """Enter who does it and who suffers it."""
    objects = direct_objects(verb)
    wars = [w for w in objects if w.lower == "war"]
    objects += [t for w in wars for t in objects_of(w, ("on", "against"))]
    aimed = _FIRED_AT if verb.lemma in _SHOOT else _AIMED
    for token in objects + [t for t in aimed_at(reading, verb, aimed) if t.lower != "side"]:
        add_target(reading, phrase, token)
    if verb.lemma in ("fight", "battle"):  # "fought on the side of X against Y"
        for prep in verb.subtree():
            if prep.lower == "against" and prep.head.pos in ("NOUN", "PROPN"):
                for token in objects_of(prep.head, ("against",)):
                    add_target(reading, phrase, token)
    doing = subjects(verb)
    if verb.lemma.lower() in _TAKE_FROM:
        for token in objects_of(verb, ("from",)):
            add_target(reading, phrase, token)
    doers = [i for t in subjects(verb) for i in who.actors(reading, t)]
    phrase.attackers = tuple(
        i for i in dict.fromkeys(doers) if who.can_fight(reading, i) and i not in phrase.targets
    )
    phrase.unknown = _is_unknown(phrase, doing)
    together = any(c.lower in ("alongside", "with", "together") for c in verb.children)
    if verb.lemma in _MUTUAL and len(phrase.attackers) == 2 and not (phrase.targets or together):
        phrase.attackers, phrase.targets = phrase.attackers[:1], phrase.attackers[1:]
        phrase.mutual = True


def _is_unknown(phrase: Phrase, doing: list[Token]) -> bool:
    """Whether unnamed assailants do it, or an army or people of nobody's: "the Goths"."""
    if any(t.lemma.lower() in lexicon.words("assailants") for t in doing):
        return True
    if phrase.attackers:
        return False
    return any(
        t.lemma.lower() in lexicon.words("forces")
        or (t.tag in ("NNS", "NNPS") and t.text[0].isupper())
        for t in doing
    )


def _against(reading: Reading, verb: Token) -> Phrase | None:
    """Taking sides against an armed group: "supports Iraq against X", "they unite against X"."""
    enemies = [i for t in objects_of(verb, ("against",)) for i in who.actors(reading, t)]
    for token in direct_objects(verb):
        enemies += [i for t in objects_of(token, ("against",)) for i in who.actors(reading, t)]
    groups = tuple(i for i in dict.fromkeys(enemies) if who.is_armed_group(reading, i))
    if not groups:
        return None
    allies = [i for t in subjects(verb) + direct_objects(verb) for i in who.actors(reading, t)]
    friends = tuple(
        i for i in dict.fromkeys(allies) if who.can_fight(reading, i) and i not in groups
    )
    start, end = clause(reading, verb)
    places = places_near(reading, verb)
    return Phrase(verb, Level.WAR, start, end, friends, groups, places, verbal=True)


def at_hands(reading: Reading, token: Token) -> Phrase | None:
    """ "Suffering at the hands of X": whatever it is called, X does it."""
    if token.lower != "hands" or token.head.lower != "at":
        return None
    doers = [i for t in objects_of(token, ("of",)) for i in who.actors(reading, t)]
    above = token.head.head
    if not doers or (above.is_root and above.pos not in ("VERB", "NOUN", "AUX")):
        return None
    if above.pos in ("VERB", "AUX"):
        start, end = clause(reading, above)
    else:
        start, end = noun_phrase(reading, above)
    attackers = tuple(i for i in dict.fromkeys(doers) if who.can_fight(reading, i))
    places = places_near(reading, above)
    return Phrase(
        above, Level.ATTACK, min(start, above.i), max(end, token.i + 1), attackers, (), places,
        civilians=True, verbal=above.pos == "VERB",
    )  # fmt: skip


def _suits(reading: Reading, phrase: Phrase, wanted: str, verb: Token) -> bool:
    special = _special(reading, phrase, wanted, verb)
    if special is not None:
        return special
    if verb.lemma == "declare" and verb.tag in ("VBD", "VBN"):
        phrase.definite = not phrase.targets  # on whom was said before
        return True
    groups = [i for i in phrase.targets if who.is_armed_group(reading, i)]
    if phrase.civilians and not phrase.targets:
        return True
    if phrase.unknown and not phrase.attackers and wanted == "any" and phrase.places:
        return True  # "suspected jihadists ambushed a convoy near Tessit"
    if wanted == "group":
        return bool(groups)
    if wanted == "actor":
        return bool(groups) or (bool(phrase.targets) and bool(phrase.attackers))
    if modal_of(verb) in _UNREAL and not groups:
        return False
    if wanted == "place":
        objects = direct_objects(verb) + [c for c in verb.children if c.dep == "npadvmod"]
        towns = [p for t in objects if (p := place_of(reading, t))]
        phrase.places = tuple(dict.fromkeys((*phrase.places, *towns)))
        taken = bool(phrase.targets or towns)
        if towns and phrase.unknown:
            return True  # "rebels captured Goma"
        return taken and bool(phrase.attackers)
    return bool(phrase.targets) or (bool(phrase.attackers) and bool(phrase.places))


def _is_clash(reading: Reading, phrase: Phrase, verb: Token) -> bool:
    """Whether those who fight kill each other: "U.S. forces killed two al-Shabaab fighters"."""
    fights = (who.is_state, who.is_armed_group, who.is_union)
    sides = (phrase.attackers, phrase.targets)
    both = all(any(is_one(reading, i) for i in side for is_one in fights) for side in sides)
    hit = {t.lemma.lower() for t in direct_objects(verb)}
    return both and not phrase.civilians and bool(hit & _FIGHTERS)


def _hits_civilians(reading: Reading, phrase: Phrase, verb: Token) -> bool:
    """Whether those suffer it who do not fight, or a clash of those who do."""
    if verb.lemma in _TOLLS and _is_clash(reading, phrase, verb):
        phrase.level = Level.BATTLE
        return True
    armed = any(who.is_armed_group(reading, i) for i in phrase.attackers)
    fighting = [
        i
        for i in phrase.targets
        if who.is_state(reading, i) or who.is_armed_group(reading, i) or who.is_union(reading, i)
    ]
    if armed and verb.lemma in _HARRY and any(reading.place(t) for t in direct_objects(verb)):
        fighting = []  # "terrorised northern Uganda": those who live there
    if armed and not fighting:
        phrase.targets, phrase.civilians = (), True
    bomb = any(t.lemma.lower() in _BOMBS for t in subjects(verb))
    untold = is_passive(verb) and verb.lemma in _ATROCITY  # "villagers were massacred in Mali"
    unknown = (phrase.unknown or bomb or untold) and bool(phrase.places)
    people = any(t.lemma.lower() in lexicon.words("people") for t in direct_objects(verb))
    if unknown and people and not phrase.civilians:
        phrase.targets, phrase.civilians = (), True  # "a mine killed three soldiers"
    return (bool(phrase.attackers) or unknown) and phrase.civilians


def _special(reading: Reading, phrase: Phrase, wanted: str, verb: Token) -> bool | None:
    """Whether a verb that wants more than an object has it; `None` of any other verb."""
    match wanted:
        case "enemy":
            return _is_enemy(reading, phrase, verb)
        case "ruler":
            return _is_coup(reading, phrase, verb)
        case "blast":
            return _is_blast(phrase, verb)
        case "captors":
            phrase.targets, phrase.civilians = (), True
            return bool(phrase.attackers)
        case "weapon":
            return _is_strike(phrase, verb)
        case "civilians":
            return _hits_civilians(reading, phrase, verb)
        case "crowd":
            crowd = [t for t in subjects(verb) if t.lemma.lower() in _CROWD | _MANY]
            return bool(crowd) and bool(phrase.places)
        case "rising":
            for token in (t for o in direct_objects(verb) for t in objects_of(o, ("against",))):
                add_target(reading, phrase, token)
            return bool(phrase.attackers)
        case _:
            return None


def _is_enemy(reading: Reading, phrase: Phrase, verb: Token) -> bool:
    """ "Rose against the government": only who stands after the preposition suffers it."""
    phrase.targets = ()
    for token in objects_of(verb, ("against", "on")):
        add_target(reading, phrase, token)
        if any(c.lower in _RECIPROCAL for c in token.children) and len(phrase.attackers) > 1:
            phrase.attackers, phrase.targets = phrase.attackers[:1], phrase.attackers[1:]
            phrase.mutual = True
    if all(i.startswith("person:") for i in phrase.attackers) and not phrase.mutual:
        phrase.level = Level.UNREST  # who rises alone makes no war
    return bool(phrase.attackers and phrase.targets)


def _is_coup(reading: Reading, phrase: Phrase, verb: Token) -> bool:
    """Whether those in arms do it: "soldiers ousted the president"."""
    doers = subjects(verb)
    armed = any(t.lemma.lower() in _ARMED for d in doers for t in (d, *d.children))
    phrase.targets = tuple(i for i in phrase.targets if i not in phrase.attackers)
    for token in direct_objects(verb):
        country = [who.country_of(reading, i) for i in who.actors(reading, token)]
        phrase.places += tuple(c for c in country if c and reading.object(c) is not None)
    phrase.places = tuple(dict.fromkeys(phrase.places))
    return armed


def _is_blast(phrase: Phrase, verb: Token) -> bool:
    """Whether a bomb goes off at some place."""
    phrase.targets, phrase.civilians = (), True
    things = (*subjects(verb), *direct_objects(verb))
    bomb = any(t.lemma.lower() in _BOMBS for d in things for t in (d, *d.children))
    return bomb and bool(phrase.places) and verb.tag != "VB"  # "plotted to detonate" did not


def _is_strike(phrase: Phrase, verb: Token) -> bool:
    """Whether weapons do it: "Iranian missiles hit a village in Pakistan"."""
    armed = [t for t in subjects(verb) if t.lemma.lower() in _STRIKERS]
    if phrase.attackers and not armed:  # "the coalition struck 12 targets near Mosul"
        armed = [t for t in direct_objects(verb) if t.lemma.lower() in _STRUCK]
    phrase.civilians = phrase.civilians and not phrase.attackers
    phrase.unknown = phrase.unknown or not phrase.attackers
    return bool(armed) and bool(phrase.targets or phrase.places)
