"""Who runs a mission, as its phrase and the clauses around it say."""

from __future__ import annotations

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Mission, MissionKind, Organisation, OrganisationKind, Person
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions import lexicon
from geopolitics_model.parsers.missions.anchors import LIGHT
from geopolitics_model.parsers.missions.phrase import SENDING, Phrase, may_lead
from geopolitics_model.parsers.phrases import (
    direct_objects,
    governing_verb,
    is_passive,
    objects_of,
    subjects,
    whole,
)

_ANSWER = frozenset("respond answer retaliate react reply".split())
_OF_PLACE = frozenset(
    "bombing invasion occupation siege bombardment blockade liberation evacuation raid deployment "
    "training encirclement pacification capture recapture conquest airlift".split()
)
_GRANT = frozenset("authorise authorize approve mandate establish create endorse".split())
_RUN = (
    LIGHT
    | frozenset("plan head command direct organise organize spearhead coordinate oversee".split())
    | frozenset("keep retain have hold host station man operate".split())
) - _GRANT
"""Verbs whose agent runs what they stand with: "a mission headed by Greece"."""
_PUT_OFF = frozenset("propose consider halt".split())
"""Verbs of the table of states that others may do: "the court halted the mission"."""
_DECIDE = frozenset("approve announce order decide confirm prepare plan begin".split())
_COMMAND = frozenset("command leadership direction orders lead control aegis flag".split())
_SERVE = frozenset(
    "arrive return deploy participate take fly serve end complete extend join support provide "
    "assume relieve conduct carry command lead run continue operate begin launch".split()
)
_WITHIN = frozenset("in under during within of".split())
_PARTS = frozenset("part phase component course framework".split())
NAMING = frozenset("call name dub codename code-name know style term".split())
"""Verbs that give a mission its name: "in what was known as Operation X"."""


def owners(reading: Reading, noun: Token) -> list[str]:
    """Who runs it: "X's", "by X", "X launched it", "X-led", "under the command of X"."""
    ids = [i for i in who.modifiers(reading, noun) if _is_body(reading, i)]
    ids = ids or _people(reading, noun)
    ids += [i for t in objects_of(noun, ("by",)) for i in who.actors(reading, t)]
    if noun.lemma.lower() not in _OF_PLACE:
        ids += [i for t in objects_of(noun, ("of",)) for i in who.actors(reading, t)]
    ids = ids or _doers(reading, whole(noun)) or _possessors(reading, noun)
    top = whole(noun)
    ids += _told_behind(reading, noun) + commanders(reading, noun)
    if top.dep in ("dobj", "nsubjpass"):
        ids += commanders(reading, top.head)  # "was assembled under the command of X"
    within = reading.tokens[noun.left : noun.right + 1]
    self = reading.entity(noun) if noun.pos == "PROPN" else None
    own = {self} if self and any(t.pos == "PROPN" for t in within) else set()
    return [i for i in dict.fromkeys(ids) if may_lead(reading, i) and i not in own]


def men_of(reading: Reading, noun: Token) -> list[str]:
    """Whose men are said to be of an operation: "the French soldiers of Operation Licorne"."""
    men = noun.head.head
    if noun.dep != "pobj" or noun.head.lower != "of" or men.lemma not in lexicon.troops():
        return []
    return [i for i in who.modifiers(reading, men) if may_lead(reading, i)] or _people(reading, men)


def _is_body(reading: Reading, id: str) -> bool:
    """Whether an actor before the noun may lead it, and is not part of the name of it."""
    thing = reading.object(id)
    title = isinstance(thing, Organisation) and thing.kind is OrganisationKind.OTHER
    return may_lead(reading, id) and not title


def _possessors(reading: Reading, noun: Token) -> list[str]:
    """Whom "its" or "their" before the noun stands for: who does what the clause says."""
    verb = governing_verb(noun)
    if verb is None or not any(c.tag == "PRP$" for c in noun.children):
        return []
    doers = [t for t in subjects(verb) if t is not noun and t is not whole(noun)]
    return [i for t in doers for i in who.actors(reading, t)]


def _people(reading: Reading, noun: Token) -> list[str]:
    """The state whose adjective stands before the noun, if no actor of the article does."""
    found = []
    for child in noun.children:
        if child.i < noun.i and child.dep in ("amod", "nmod", "compound") and child.text.istitle():
            for match in knowledge.match(child.text):
                adjective = bool(match.names) and match.names[0].kind in ("adjective", "demonym")
                found += [i for i in match.candidates if adjective and i.startswith("place:")]
    return [i for i in found if reading.object(i) is not None and may_lead(reading, i)][:1]


def _doers(reading: Reading, top: Token) -> list[str]:
    """Whoever does what the verb above says: "X launched it", "it was led by X"."""
    above = top.head
    verb = above if top.dep in ("dobj", "oprd") else above.head if _is_means(top) else None
    if verb is not None and verb.lemma in LIGHT | _RUN | _ANSWER:
        ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
        return [i for i in ids if verb.lemma not in _GRANT or not only_grants(reading, i)]
    if verb is not None and top.lemma in SENDING and verb.lemma in _DECIDE:
        ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
        return [i for i in ids if who.is_state(reading, i) and not only_grants(reading, i)]
    if verb is not None and verb.lemma in lexicon.statuses().keys() - _PUT_OFF:
        ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
        return [i for i in ids if who.is_state(reading, i) or who.is_union(reading, i)]
    if top.dep == "nsubjpass" and above.lemma in _RUN:
        return [i for t in objects_of(above, ("by",)) for i in who.actors(reading, t)]
    return []


def _is_means(noun: Token) -> bool:
    """Whether it is an answer: "responded with an offensive"."""
    above = noun.head.head
    return noun.dep == "pobj" and noun.head.lower == "with" and above.lemma in _ANSWER


def only_grants(reading: Reading, id: str) -> bool:
    """Whether an actor authorises missions that others run: a parliament, an organisation."""
    thing = reading.object(id)
    parliament = isinstance(thing, Organisation) and thing.kind is OrganisationKind.LEGISLATURE
    return parliament or who.is_union(reading, id)


def _told_behind(reading: Reading, noun: Token) -> list[str]:
    """Who runs it by the clause behind it: "launched by X", "which X is leading"."""
    ids: list[str] = []
    for child in noun.children:
        if child.dep not in ("acl", "relcl") or child.lemma not in _RUN | {"entrust"}:
            continue
        agents = objects_of(child, ("to",) if child.lemma == "entrust" else ("by",))
        if not agents and child.dep == "relcl":
            agents = [c for c in child.children if c.dep == "nsubj" and c.tag not in ("WDT", "WP")]
        ids += [i for t in agents for i in who.actors(reading, t)]
    return ids


def commanders(reading: Reading, token: Token) -> list[str]:
    """Under whom it stands: "under General X", "under the command of X"."""
    ids: list[str] = []
    for under in objects_of(token, ("under",)):
        if under.lemma.lower() in _COMMAND:
            ids += who.modifiers(reading, under)
            ids += [i for t in objects_of(under, ("of",)) for i in who.actors(reading, t)]
        elif (id := reading.entity(under)) and id.startswith("person:"):
            ids.append(id)
    for child in token.children:
        if child.dep in ("acl", "relcl") and child.pos == "VERB":
            ids += commanders(reading, child)  # "which began under the command of X"
    return ids


def runners(reading: Reading, phrases: list[Phrase]) -> tuple[str, ...]:
    """The soldiers or the body of whom a sentence tells that they act in the mission."""
    for phrase in phrases:
        if not phrase.anchored or phrase.verbal:
            continue
        steps = [t for t in list(phrase.head.ancestors())[:8] if t.pos in ("VERB", "AUX")]
        for verb in steps[:3]:
            if found := _acting(reading, phrase, verb):
                return tuple(found)
            if verb.lemma not in NAMING and not is_within(phrase):
                break
    return ()


def _acting(reading: Reading, phrase: Phrase, verb: Token) -> list[str]:
    inside = is_within(phrase)
    naming = verb.lemma in NAMING
    if not (inside or naming or verb.lemma in _SERVE):
        return []
    doers = subjects(verb)
    if inside and not doers and is_passive(verb):
        doers = direct_objects(verb)  # "36,000 Cubans were flown to X in Operation Y"
    ids = [i for t in doers for i in who.actors(reading, t)]
    itself = {reading.entity(t) for t in reading.tokens[phrase.start : phrase.end]}
    kept = [i for i in dict.fromkeys(ids) if i not in itself and not _grants(reading, verb, i)]
    return [
        i for i in kept
        if who.is_military(reading, i) or who.is_union(reading, i)
        or ((inside or naming) and (who.is_state(reading, i) or _is_officer(reading, i)))
    ]  # fmt: skip


def _is_officer(reading: Reading, id: str) -> bool:
    return isinstance(reading.object(id), Person) and may_lead(reading, id)


def clause_leads(reading: Reading, phrases: list[Phrase]) -> tuple[str, ...]:
    """Who does what an offensive or landing is told to be for, in or by: "massed men for an
    assault on X", "hurled his men into attacks on X"."""
    for phrase in phrases:
        head = phrase.head
        above = governing_verb(head)
        pushed = phrase.is_event and not phrase.verbal and phrase.kind is MissionKind.COMBAT
        if not pushed or above is None or head.dep not in _LED_TO:
            continue
        if above.lemma in _FACING:
            continue
        ids = [i for t in subjects(above) if t is not head for i in who.actors(reading, t)]
        found = [i for i in ids if may_lead(reading, i) and i not in phrase.targets]
        if found:
            return tuple(dict.fromkeys(found))
    return ()


_LED_TO = ("pobj", "dobj")
_FACING = frozenset(
    "face repel repulse resist await fear withstand survive halt stop defeat break condemn "
    "denounce criticise criticize observe monitor oppose suffer expect foresee anticipate press "
    "urge warn demand support back discuss describe report say tell call end see".split()
)
"""What others do about a push than those who make it."""


def _grants(reading: Reading, verb: Token, id: str) -> bool:
    """Whether somebody gives a mandate, rather than runs the mission."""
    return verb.lemma in _GRANT | {"extend", "renew"} and only_grants(reading, id)


def is_within(phrase: Phrase) -> bool:
    """Whether something is done in an operation: "landed in Operation X", "under Operation X"."""
    head = phrase.head
    if phrase.bracketed:
        return True
    operation = phrase.name is not None and phrase.name.startswith("Operation")
    if not operation:
        return False
    if head.dep in ("pobj", "pcomp") and head.head.lower in _WITHIN:
        return head.head.lower != "of" or head.head.head.lemma in _PARTS
    above = governing_verb(head)
    return above is not None and above.lemma in NAMING and above.dep in ("pcomp", "relcl", "acl")


def confirmed(reading: Reading, known: str | None) -> list[str]:
    """Of those whom the article names, the leads that the tables know of the mission."""
    thing = knowledge.get(known) if known else None
    return [i for i in thing.leads if reading.object(i)] if isinstance(thing, Mission) else []
