"""What sort of actor an id stands for, and who a noun phrase speaks of."""

from __future__ import annotations

from collections.abc import Iterable

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Organisation, OrganisationKind, Person, Place, PlaceKind
from geopolitics_model.parsers.couples import couple
from geopolitics_model.parsers.entities.lexicon import person_nouns
from geopolitics_model.parsers.phrases import chained, conjuncts, objects_of

_STATE = frozenset(
    (
        OrganisationKind.GOVERNMENT,
        OrganisationKind.GOVERNMENT_BODY,
        OrganisationKind.LEGISLATURE,
        OrganisationKind.MILITARY,
        OrganisationKind.COURT,
    )
)
_UNIONS = frozenset(
    (OrganisationKind.ALLIANCE, OrganisationKind.INTERGOVERNMENTAL, OrganisationKind.BLOC)
)
_GROUPS = frozenset((OrganisationKind.ARMED_GROUP, OrganisationKind.PARTY))
_SOVEREIGN = frozenset((PlaceKind.COUNTRY, PlaceKind.TERRITORY))
_LED = frozenset("lead command head back support associate affiliate link ally".split())
_MEN = frozenset(
    "militant fighter troop soldier member rebel force gunman guerrilla detachment column".split()
)
"""Those named by where they are from or who leads them: "militants from Boko Haram"."""
_AGAINST = ("counter", "anti")
_MODIFIERS = ("poss", "compound", "amod", "nmod")
_ASSEMBLIES = frozenset(("summit", "conference", "meeting"))
_COUNCIL = ("organisation:unsc", "organisation:un")


def entities_only(speakers: Iterable[str]) -> tuple[str, ...]:
    """The speakers of a statement but for forces, which speak as missions."""
    return tuple(id for id in speakers if not id.startswith("mission:"))


def is_state(reading: Reading, id: str) -> bool:
    """Whether an actor is a state or an organ of one, as far as its object says."""
    thing = reading.object(id)
    if isinstance(thing, Organisation):
        return thing.kind in _STATE
    return isinstance(thing, Place) and thing.kind in _SOVEREIGN


def is_union(reading: Reading, id: str) -> bool:
    """Whether an actor is an alliance, bloc or organisation of states."""
    thing = reading.object(id)
    return isinstance(thing, Organisation) and thing.kind in _UNIONS


def is_armed_group(reading: Reading, id: str) -> bool:
    """Whether an actor is an armed group or a party, not a state."""
    thing = reading.object(id)
    return isinstance(thing, Organisation) and thing.kind in _GROUPS


def is_military(reading: Reading, id: str) -> bool:
    """Whether an actor is an armed force of a state."""
    thing = reading.object(id)
    return isinstance(thing, Organisation) and thing.kind is OrganisationKind.MILITARY


def can_fight(reading: Reading, id: str) -> bool:
    """Whether an actor may be a party of a conflict: no medium, court, company or region."""
    thing = reading.object(id)
    if isinstance(thing, Organisation):
        return (
            thing.kind in _STATE | _UNIONS | _GROUPS
            or thing.kind in (OrganisationKind.OTHER, OrganisationKind.CIVIL_SOCIETY)
        ) and thing.kind is not OrganisationKind.COURT
    if isinstance(thing, Place):
        return thing.kind in _SOVEREIGN or thing.kind is PlaceKind.REGION
    return isinstance(thing, Person)


def country_of(reading: Reading, id: str) -> str | None:
    """The country of an actor or a place: itself, its seat, or what the tables know."""
    thing = reading.object(id)
    if isinstance(thing, Place):
        if thing.kind is PlaceKind.COUNTRY:
            return id
        return thing.country or knowledge.country_of(id)
    if isinstance(thing, Organisation):
        return thing.place or knowledge.country_of(id) or _country_in_name(thing)
    return knowledge.country_of(id)


def _country_in_name(thing: Organisation) -> str | None:
    """The country of a state's organ that only its name tells: "Russian Far East Fleet"."""
    if thing.kind not in _STATE:
        return None
    ids = [i for m in knowledge.match(thing.name) for i in m.candidates if i.startswith("place:")]
    return knowledge.country_of(ids[0]) if ids else None


def actors(reading: Reading, token: Token) -> tuple[str, ...]:
    """The actors of a noun phrase and its conjuncts.

    Of a phrase that is no mention itself ("Russian ships", "the forces of Serbia", "members of
    the group") those that its modifiers name.
    """
    ids: dict[str, None] = {}
    for part in conjuncts(token):
        ids |= dict.fromkeys(_actors_of_one(reading, part))
    return tuple(ids)


def _actors_of_one(reading: Reading, token: Token) -> Iterable[str]:
    own = reading.entity(token)
    if own is not None:
        return [*_beside(reading, token, own), own]
    if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return []
    found = modifiers(reading, token)
    if not found:
        men = token.lemma.lower() in _MEN or token.lower.removesuffix("s") in _MEN
        ties = ("of", "from", "under") if men else ("of",)
        found = [i for t in objects_of(token, ties) for i in _actors_of_one(reading, t)]
    for child in token.children:
        if child.dep == "appos":
            found += [i for i in [reading.entity(child)] if i]
        elif child.dep == "amod" and child.lemma == "loyal" and not found:
            found += [i for t in objects_of(child, ("to",)) for i in actors(reading, t)]
        elif child.dep == "acl" and child.lemma in _LED and not found:
            under = objects_of(child, ("by", "under", "with", "to"))
            found += [i for t in under for i in actors(reading, t)]
    return list(dict.fromkeys(found)) or couple(reading, token) or _convened(reading, token)


def _convened(reading: Reading, noun: Token) -> tuple[str, ...]:
    """Whose a summit is that decides: "the ECOWAS summit ... The summit lifted the sanctions"."""
    lemma = noun.lemma.lower()
    if lemma not in _ASSEMBLIES or noun.dep not in ("nsubj", "nsubjpass"):
        return ()
    if any(c.dep not in ("det", "punct") for c in noun.children):
        return ()  # "the summit between Japan and Korea", "the business summit"
    return reading.once(f"actors.{lemma}", lambda: _holders(reading, lemma))


def _holders(reading: Reading, lemma: str) -> tuple[str, ...]:
    """The union that holds a summit or conference, if all that are named are of one."""
    found: dict[str, None] = {}
    for token in reading.tokens:
        if token.lemma.lower() == lemma:
            of = [i for t in objects_of(token, ("of",)) if (i := reading.entity(t))]
            named = [*modifiers(reading, token), *of]
            another = [c.lower for c in token.children if c.dep == "compound" and not named]
            found |= dict.fromkeys((*named, *another))  # "the business summit"
    return tuple(found) if len(found) == 1 and is_union(reading, next(iter(found))) else ()


def _beside(reading: Reading, token: Token, own: str) -> list[str]:
    """Who shares a noun with the one that it names: "Armenian" of "Armenian and Azeri troops"."""
    first = [c for c in token.children if c.dep in ("amod", "nmod") and c.i < token.i]
    joined = [c for c in first if any(g.dep == "conj" for g in c.children)]
    return [i for c in joined if (i := reading.entity(c)) and i != own]


def opposed(reading: Reading, noun: Token) -> list[str]:
    """The actors whom a noun's modifiers turn against: "the counter-ISIL campaign"."""
    tokens = reading.tokens
    found = []
    for i in range(max(noun.left + 2, noun.i - 8), noun.i):
        if tokens[i - 1].text in "-‑–" and tokens[i - 2].lower in _AGAINST:
            found += [id for id in [reading.entity(tokens[i])] if id]
    for i in range(max(noun.left, noun.i - 8), noun.i):
        word = tokens[i].lower
        if any(word.startswith(f"{prefix}-") for prefix in _AGAINST):
            found += [id for id in [reading.entity(tokens[i])] if id]
    return list(dict.fromkeys(found))


def modifiers(reading: Reading, noun: Token) -> list[str]:
    """The actors named before a noun: "the Russian attack", "ISIL's attack", "NATO-led"."""
    against = set(opposed(reading, noun))
    found: dict[str, None] = {}
    for child in noun.children:
        if child.i < noun.i and child.dep in _MODIFIERS:
            for part in conjuncts(child):
                id = reading.entity(part)
                if id in against:
                    continue
                joint = () if noun.lemma.lower() in person_nouns() else chained(reading, part)
                for first in joint:  # "Anglo-French", whatever hangs on what
                    joined = reading.entity(first)
                    if joined is not None and joined not in against:
                        found.setdefault(joined)
                if id is None and part.dep != "poss":
                    inner = [reading.entity(t) for t in reading.tokens[part.left : part.i]]
                    id = next((i for i in inner if i and i not in against), None)
                if id is not None:
                    found.setdefault(id)
    return list(found)


def council(reading: Reading, noun: Token) -> str | None:
    """Whose a numbered resolution is: "Resolution 1701" is one of the Security Council, if nobody
    else's ("House Resolution 114")."""
    if noun.lemma.lower() != "resolution" or not any(
        c.dep == "nummod" and len(c.text) > 2 and c.text.isdigit() for c in noun.children
    ):
        return None
    for child in noun.children:
        if child.dep in _MODIFIERS and reading.entity(child) not in _COUNCIL:
            return None
    return next((i for i in _COUNCIL if reading.object(i) is not None), None)
