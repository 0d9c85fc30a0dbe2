"""Phrases that speak of a conflict: nouns of force and quarrel, hostile verbs."""

from __future__ import annotations

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import lexicon
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.phrases import (
    clause,
    conjuncts,
    direct_objects,
    governing_verb,
    is_negated,
    is_unreal,
    modal_of,
    noun_phrase,
    objects_of,
    subjects,
)
from geopolitics_model.parsers.places import places_near

_ANAPHORIC = frozenset("the this that these those such its their his her our".split())
_UNREAL = frozenset("would could might may should can".split())
_NUMERALS = frozenset(("i", "ii", "1", "2", "one", "two"))
_GENERIC_ENEMY = frozenset(
    "terrorism terrorist extremism extremist terror militant insurgent jihadist jihadism radicalism"
    " rebel militia enemy".split()
)
_ARMED = frozenset("bombing bombardment air aerial terror terrorist bomb military".split())
_TARGET_OF = frozenset(
    "bombing massacre killing siege invasion bombardment persecution murder slaughter occupation "
    "shelling ambush cleansing execution beheading abduction kidnapping defeat liberation "
    "destruction capture genocide pogrom".split()
)
_LIGHT = frozenset(
    "launch conduct carry commit perpetrate stage mount wage fight begin start open execute plan "
    "resume continue commence lead make inflict intensify escalate".split()
)
_RESIST = frozenset("oppose resist repel repulse withstand halt stop".split())
_SPELLS = frozenset("days weeks months years decades hours spate wave outbreak".split())
_CROWD = frozenset("protester demonstrator rioter student crowd protestor".split())
_WEAPONS = frozenset("weapon gas sarin chlorine bomb napalm missile".split())
_LOCKED = frozenset("lock engage embroil involve entangle be have remain".split())
_END = frozenset("end stop halt cease escalate intensify".split())
_MASS = frozenset(
    "fighting violence warfare combat bloodshed unrest turmoil terrorism persecution".split()
)
_NOT_FORCE = {
    "violence": frozenset("sexual domestic gender-based verbal gun".split()),
    "war": frozenset("trade price currency bidding culture drug cold".split()),
    "strike": frozenset("general labor labour hunger rail transit".split()),
    "strikes": frozenset("general labor labour hunger".split()),
    "attack": frozenset("heart panic verbal personal cyber".split()),
    "operation": frozenset("rescue business commercial".split()),
    "campaign": frozenset(
        "election presidential electoral political advertising vaccination re-election".split()
    ),
}
_ABSTRACT_OF = frozenset("interest interests words conscience attrition".split())


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

    @property
    def parties(self) -> tuple[str, ...]:
        """All actors of the phrase, each once."""
        return tuple(dict.fromkeys(self.attackers + self.targets))


def find(reading: Reading) -> list[Phrase]:
    """All phrases, in the order of their heads."""
    found = []
    for token in reading.tokens:
        phrase = _nominal(reading, token) or _verbal(reading, token) or _at_hands(reading, token)
        if phrase is not None:
            found.append(phrase)
    return found


# -- nouns ------------------------------------------------------------------------------------


def _nominal(reading: Reading, token: Token) -> Phrase | None:
    if token.pos not in ("NOUN", "PROPN") and token.tag != "VBG":
        return None
    level = lexicon.level_of(token.lemma, token.lower)
    if level is None or not _is_head(reading, token) or _means_something_else(token):
        return None
    if is_unreal(token) or _is_hypothetical(token):
        return None
    if token.lower == "war" and token.dep == "dobj" and token.head.lemma == "declare":
        return None  # the verb is read
    head = _numbered(reading, token) or token
    start, end = noun_phrase(reading, head)
    phrase = Phrase(head, level, start, end)
    phrase.definite = any(c.lower in _ANAPHORIC for c in head.children if c.i < head.i)
    if token.tag == "NN" and token.lemma.lower() in _MASS:
        phrase.definite = True  # "fighting went on": no article, yet the one told of
    phrase.named = _is_named(reading, token, head)
    _fill_noun(reading, phrase, token)
    return phrase if _is_anchored(reading, phrase, token) else None


def _is_head(reading: Reading, token: Token) -> bool:
    """Whether the word heads its phrase: "attack aircraft" and "war crimes" are no attack, no war."""
    if token.dep == "compound" or (token.dep in ("amod", "nmod") and token.head.i > token.i):
        return _numbered(reading, token) is not None
    if token.tag == "VBG" and token.pos != "NOUN":
        return token.dep in ("nsubj", "nsubjpass", "pobj", "dobj", "attr") and not any(
            c.dep == "dobj" for c in token.children
        )
    return True


def _numbered(reading: Reading, token: Token) -> Token | None:
    """The "II" of "World War II"."""
    if token.text[0].isupper() and token.i + 1 < len(reading.tokens):
        after = reading.tokens[token.i + 1]
        if (
            after.lower in _NUMERALS
            and after.text[0] in "IVX12OT"
            and after.sentence == token.sentence
        ):
            return after if token.head is after else token
    return None


def _means_something_else(token: Token) -> bool:
    before = {c.lower for c in token.children if c.i < token.i}
    if before & _NOT_FORCE.get(token.lemma.lower(), frozenset()):
        return True
    if token.lower in ("conflict", "war") and token.dep == "pobj" and token.head.head.lower in (
        "act", "acts", "prisoner", "prisoners", "laws", "law", "crime", "crimes", "weapons", "ship",
        "men", "means", "art",
    ):  # fmt: skip
        return True
    return any(o.lower in _ABSTRACT_OF for o in objects_of(token, ("of",)))


def _is_hypothetical(token: Token) -> bool:
    """Whether it is any such thing: "in order to fight a war", "would start a war"."""
    indefinite = any(c.lower in ("a", "an", "any", "no") for c in token.children)
    verb = token.head if token.dep == "dobj" else None
    if not indefinite or verb is None or verb.pos != "VERB":
        return False
    return verb.tag == "VB"


def _is_named(reading: Reading, token: Token, head: Token) -> bool:
    if not token.text[0].isupper():
        return False
    if head is not token or _numbered(reading, token):
        return True
    return any(
        c.i < token.i and c.text[0].isupper() and c.dep in ("compound", "amod", "nummod")
        for c in token.children
    )


def _fill_noun(reading: Reading, phrase: Phrase, noun: Token) -> None:
    level = phrase.level
    between = objects_of(noun, ("between", "among"))
    verb = _happening(noun)
    if not between and verb is not None:
        between = objects_of(verb, ("between",))
    if between:
        sides = [who.actors(reading, t) if i else _own(reading, t) for i, t in enumerate(between)]
        phrase.mutual = True
        phrase.attackers = tuple(sides[0]) if sides else ()
        phrase.targets = tuple(i for side in sides[1:] for i in side if i not in phrase.attackers)
    opponents = objects_of(noun, ("against", "on", "upon", "with", "to"))
    if noun.lemma.lower() in _TARGET_OF:
        opponents += objects_of(noun, ("of",))
    elif level is Level.BATTLE:
        own = [i for t in objects_of(noun, ("of",)) for i in who.actors(reading, t)]
        phrase.attackers += tuple(i for i in own if who.can_fight(reading, i))
    for token in opponents:
        if not between and (token.head.lower != "to" or noun.lemma in ("opposition", "resistance")):
            _add_target(reading, phrase, token)
    before = _before(reading, phrase, noun)
    phrase.attackers = tuple(dict.fromkeys(phrase.attackers + tuple(before)))
    if not between and not opponents and level in (Level.WAR, Level.DISPUTE):
        _fill_from_subject(reading, phrase, noun)
    for token in _opposers(noun):
        _add_target(reading, phrase, token)
    agents = owners_of(reading, noun, lexical=level is Level.WAR and bool(opponents))
    phrase.attackers = tuple(
        dict.fromkeys(phrase.attackers + tuple(a for a in agents if a not in phrase.targets))
    )
    if phrase.named:
        _fill_from_name(reading, phrase)
    itself = reading.entity(phrase.head) if phrase.named else None
    phrase.attackers = tuple(i for i in phrase.attackers if i != itself)
    phrase.places = tuple(
        dict.fromkeys(
            phrase.places + places_near(reading, noun, of=noun.lemma.lower() not in ("fight",))
        )
    )


def _fill_from_subject(reading: Reading, phrase: Phrase, noun: Token) -> None:
    """ "X and Y are locked in a dispute": the subjects quarrel with each other."""
    verb = noun.head.head if noun.dep == "pobj" and noun.head.lower == "in" else noun.head
    if verb.pos not in ("VERB", "AUX") or verb.lemma not in _LOCKED:
        return
    first = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass")]
    sides = [_own(reading, t) for s in first for t in conjuncts(s)]
    sides = [tuple(i for i in ids if who.can_fight(reading, i)) for ids in sides]
    sides = [ids for ids in sides if ids]
    if len(sides) > 1:
        phrase.mutual = True
        phrase.attackers = sides[0]
        phrase.targets = tuple(i for ids in sides[1:] for i in ids if i not in sides[0])


def _happening(noun: Token) -> Token | None:
    """The verb that says that it happens: "days of fighting occurred between X and Y"."""
    top = noun
    while top.dep == "pobj" and top.head.lower in ("of", "in") and top.head.head.pos == "NOUN":
        top = top.head.head
    return top.head if top.dep in ("nsubj", "nsubjpass", "dobj") else None


def _opposers(noun: Token) -> list[Token]:
    """Who resists: "the offensive was opposed by X", "X resisted the attack"."""
    verb = noun.head
    if noun.dep == "nsubjpass" and verb.lemma in _RESIST:
        return objects_of(verb, ("by",))
    if noun.dep == "dobj" and verb.lemma in _RESIST:
        return subjects(verb)
    return []


def _fill_from_name(reading: Reading, phrase: Phrase) -> None:
    """What a proper name says: one country is where ("Algerian War"), two are who."""
    first, last = reading.tokens[phrase.start], phrase.head
    ids = []
    for match in knowledge.match(reading.text_of(first.start, last.end)):
        place = next((i for i in match.candidates if i.startswith("place:")), None)
        if place and reading.object(place) is not None:
            ids.append(place)
    if len(ids) == 2 and not phrase.targets:
        phrase.mutual, phrase.attackers, phrase.targets = True, (ids[0],), (ids[1],)
    elif ids:
        phrase.places = tuple(dict.fromkeys(phrase.places + tuple(ids)))


def _own(reading: Reading, token: Token) -> tuple[str, ...]:
    """The actor of one word, its conjuncts left out."""
    id = reading.entity(token)
    return (id,) if id else tuple(who.modifiers(reading, token))


def _add_target(reading: Reading, phrase: Phrase, token: Token) -> None:
    """Enter what an attack is directed at: civilians, a place, an actor, or terrorism at large."""
    lemma = token.lemma.lower()
    civil = lexicon.words("civilians")
    if lemma in civil or token.lower.removesuffix("s") in civil:
        phrase.civilians = True
        return
    if lemma in _GENERIC_ENEMY or token.lower.rstrip("s") in _GENERIC_ENEMY:
        phrase.generic_enemy = True
    ids = [i for i in _own(reading, token) if _may_suffer(reading, i)]
    if not ids:
        ids = [i for i in who.actors(reading, token) if _may_suffer(reading, i)]
    if not ids and token.pos == "PRON" and token.lower in ("those", "all", "anyone", "everyone"):
        phrase.civilians = True
    place = reading.place(token)
    if not ids and place:
        phrase.places = (*phrase.places, place)
    phrase.targets = tuple(dict.fromkeys(phrase.targets + tuple(i for i in ids)))


def _may_suffer(reading: Reading, id: str) -> bool:
    """Whether an actor may be attacked as a party: a region that is no state is only a place."""
    return who.can_fight(reading, id) and (not id.startswith("place:") or who.is_state(reading, id))


def at_large(phrase: Phrase) -> bool:
    """Whether a country before the noun is where it is, not who does it."""
    return phrase.level in (Level.WAR, Level.DISPUTE, Level.UNREST)


def _adjective(reading: Reading, token: Token) -> str | None:
    """The country of an adjective that is no mention: "the Syrian conflict"."""
    for match in knowledge.match(token.text):
        for known in match.names:
            if known.kind == "adjective" and reading.object(known.id) is not None:
                return known.id
    return None


def _before(reading: Reading, phrase: Phrase, noun: Token) -> list[str]:
    """Actors named before the noun; a lone place before "war" or "tensions" is where it is."""
    ids = who.modifiers(reading, noun)
    groups = [i for i in ids if who.is_armed_group(reading, i)]
    states = [i for i in ids if i not in groups and who.can_fight(reading, i)]
    for child in noun.children:
        place = reading.place(child) if child.i < noun.i else None
        if child.i < noun.i and not (ids or place) and child.text[:1].isupper():
            place = _adjective(reading, child)
            at = place if at_large(phrase) else None
            phrase.places += (at,) if at else ()
        if place and not who.is_state(reading, place):
            phrase.places = (*phrase.places, place)
    if at_large(phrase) and len(states) == 1 and not phrase.targets and not groups:
        place = states[0] if states[0].startswith("place:") else who.country_of(reading, states[0])
        if place and reading.object(place):
            phrase.places = (*phrase.places, place)
            return []
    if at_large(phrase) and len(states) == 2 and not phrase.targets:
        phrase.mutual = True
        phrase.targets = (states[1],)
        return states[:1]
    return groups + states


def owners_of(reading: Reading, noun: Token, *, lexical: bool = False) -> list[str]:
    """Who does what a noun says: "by X", "X launched it", for a fight those who lead it."""
    ids: list[str] = [i for t in objects_of(noun, ("by",)) for i in who.actors(reading, t)]
    above = noun.head
    answers = above.lower == "with" and above.head.lemma == "respond"
    if answers:
        ids = [i for t in subjects(above.head) for i in who.actors(reading, t)]
    if not ids and noun.dep in ("dobj", "pobj"):
        verb = above if noun.dep == "dobj" else governing_verb(noun)
        if verb is not None and (verb.lemma.lower() in _LIGHT or lexical):
            ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
            ids += [i for t in direct_objects(verb) if lexical for i in who.actors(reading, t)]
    if not ids and noun.dep == "nsubjpass" and above.lemma.lower() in _LIGHT:
        ids = [i for t in objects_of(above, ("by",)) for i in who.actors(reading, t)]
    for child in noun.children:
        if child.dep == "relcl":
            doers = [t for t in subjects(child) if t is not noun and t.pos != "PRON"]
            ids += [i for t in doers for i in who.actors(reading, t)]
        if child.dep == "acl" and child.tag == "VBN":
            ids += [i for t in objects_of(child, ("by",)) for i in who.actors(reading, t)]
    return [i for i in dict.fromkeys(ids) if who.can_fight(reading, i)]


def _is_anchored(reading: Reading, phrase: Phrase, noun: Token) -> bool:
    """Whether the phrase speaks of some conflict, not of conflict in general."""
    opposed = objects_of(noun, ("against", "on"))
    lemma = noun.lemma.lower()
    if opposed and not (
        phrase.targets or phrase.civilians or phrase.generic_enemy or phrase.places
    ):
        return False
    own = [
        c for c in noun.children if c.dep in ("det", "amod", "nummod", "poss", "compound", "prep")
    ]
    if noun.tag == "NN" and not own and noun.pos != "PROPN":
        if lemma not in _MASS and lemma != "war":
            return False
        if noun.head.lower == "of" and noun.head.head.lower in _SPELLS:
            return True
        return (
            (lemma in _MASS
            and bool(phrase.places or phrase.targets))
            or noun.dep in ("nsubj", "nsubjpass")
        )
    if lemma in ("opposition", "resistance"):
        return bool(phrase.targets)
    if lemma in ("campaign", "operation"):
        armed = any(c.lower in _ARMED for c in noun.children)
        return bool(phrase.targets or (phrase.generic_enemy and phrase.attackers)) or armed
    if phrase.targets or phrase.attackers or phrase.places or phrase.named or phrase.civilians:
        return True
    if phrase.level is Level.ATTACK and lemma == "terrorism":
        return False
    return (
        phrase.definite
        or phrase.generic_enemy
        or phrase.level in (Level.DISPUTE, Level.UNREST)
        or (noun.dep != "pobj" and noun.tag == "NNS")
        or any(c.dep in ("det", "amod", "nummod") for c in noun.children)
    )


# -- verbs ------------------------------------------------------------------------------------


def _verbal(reading: Reading, verb: Token) -> Phrase | None:
    if verb.pos != "VERB" or verb.dep in ("amod", "compound"):
        return None
    entry = lexicon.verbs().get(verb.lemma.lower())
    if verb.lemma.lower() == "declare" and any(o.lower == "war" for o in direct_objects(verb)):
        entry = lexicon.Verb(Level.WAR, "any")
    elif verb.lemma == "use" and any(o.lemma.lower() in _WEAPONS for o in direct_objects(verb)):
        entry = lexicon.Verb(Level.ATTACK, "any")
    elif verb.lemma.lower() == "clash":
        entry = lexicon.Verb(Level.BATTLE, "any")
    if entry is None or is_negated(verb):
        return None
    if entry.object == "against":
        return _against(reading, verb)
    start, end = clause(reading, verb)
    level = entry.level
    if level is Level.BATTLE and any(t.lemma.lower() in _CROWD for t in subjects(verb)):
        level = Level.UNREST
    phrase = Phrase(verb, level, start, end, verbal=True)
    objects = direct_objects(verb)
    if verb.lemma != "declare" and any(lexicon.level_of(o.lemma, o.lower) for o in objects):
        return None
    wars = [w for w in objects if w.lower == "war"]
    objects += [t for w in wars for t in objects_of(w, ("on", "against"))]
    for token in objects + objects_of(verb, ("against", "with", "on")):
        _add_target(reading, phrase, token)
    if verb.lemma.lower() in ("liberate", "retake", "recapture", "seize", "capture"):
        for token in objects_of(verb, ("from",)):
            _add_target(reading, phrase, token)
    doers = [i for t in subjects(verb) for i in who.actors(reading, t)]
    phrase.attackers = tuple(
        i for i in dict.fromkeys(doers) if who.can_fight(reading, i) and i not in phrase.targets
    )
    phrase.places = tuple(dict.fromkeys(phrase.places + places_near(reading, verb)))
    for token in direct_objects(verb):
        phrase.places = tuple(dict.fromkeys(phrase.places + places_near(reading, token, of=True)))
    return phrase if _suits(reading, phrase, entry.object, verb) else None


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


def _at_hands(reading: Reading, token: Token) -> Phrase | None:
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
    groups = [i for i in phrase.targets if who.is_armed_group(reading, i)]
    if wanted == "civilians":
        armed = any(who.is_armed_group(reading, i) for i in phrase.attackers)
        fighting = [
            i
            for i in phrase.targets
            if who.is_state(reading, i)
            or who.is_armed_group(reading, i)
            or who.is_union(reading, i)
        ]
        if armed and not fighting:
            phrase.targets, phrase.civilians = (), True
        return bool(phrase.attackers) and phrase.civilians
    if phrase.civilians and not phrase.targets:
        return True
    if wanted == "group":
        return bool(groups)
    if wanted == "actor":
        return bool(groups) or (bool(phrase.targets) and bool(phrase.attackers))
    if modal_of(verb) in _UNREAL and not groups:
        return False
    if wanted == "place":
        return bool(phrase.places or phrase.targets) and bool(phrase.attackers)
    return bool(phrase.targets) or (bool(phrase.attackers) and bool(phrase.places))
