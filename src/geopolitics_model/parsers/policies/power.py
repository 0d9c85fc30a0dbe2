"""Who acts, and whether they have the power to decide."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from enum import IntEnum
from functools import lru_cache

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import (
    Organisation,
    OrganisationKind,
    Person,
    Place,
    PlaceKind,
    Statement,
)
from geopolitics_model.parsers.actors import actors, council, entities_only, is_state, is_union
from geopolitics_model.parsers.phrases import conjuncts, objects_of
from geopolitics_model.parsers.policies.lexicon import authorities, object_classes, word
from geopolitics_model.parsers.policies.referents import group, own_state
from geopolitics_model.parsers.policies.syntax import stands_for
from geopolitics_model.parsers.statements.authors import author

_FIRST = frozenset(("we", "us", "our", "ours", "i", "my"))
_BODIES = frozenset(
    (
        OrganisationKind.GOVERNMENT,
        OrganisationKind.GOVERNMENT_BODY,
        OrganisationKind.LEGISLATURE,
        OrganisationKind.MILITARY,
        OrganisationKind.COURT,
        OrganisationKind.ALLIANCE,
        OrganisationKind.INTERGOVERNMENTAL,
        OrganisationKind.BLOC,
    )
)
_GROUPS = frozenset((OrganisationKind.ARMED_GROUP, OrganisationKind.PARTY, OrganisationKind.OTHER))
_SOVEREIGN = frozenset((PlaceKind.COUNTRY, PlaceKind.TERRITORY))
_PRIVATE = frozenset(
    "company firm ceo founder co-founder investor developer manufacturer retailer owner "
    "landlord businessman businesswoman entrepreneur lawyer celebrity actor actress singer athlete "
    "player coach student professor parent customer consumer airline startup studio".split()
)
"""Who decides for themselves and their business, not for a state."""
_PARTISANS = frozenset(
    "republican democrat conservative liberal labourite tory socialist green centrist populist "
    "progressive whig libertarian".split()
)
_OUT_OF_OFFICE = frozenset(
    "candidate nominee spokesman spokeswoman spokesperson former adviser advisor analyst professor "
    "author historian journalist activist senator representative congressman congresswoman "
    "lawmaker legislator deputy chairman billionaire mogul runner strategist contender "
    "hopeful".split()
)
"""Words of a title that gives no power to decide for a state."""
_CANDIDACY = frozenset("campaign candidacy nomination rally supporter".split())
"""What is named after somebody who wants an office ("the Berg campaign"); what is somebody's may be
a war ("Caesar's campaign").
"""


class Power(IntEnum):
    """How far an actor can make policy."""

    NOBODY = 0
    PERSON = 1
    OFFICE = 2
    BODY = 3


@attrs.frozen(eq=False)
class Actors:
    """The noun phrases that act, whom they speak of, and the power of the strongest."""

    tokens: tuple[Token, ...]
    ids: tuple[str, ...]
    power: Power


def actors_at(reading: Reading, tokens: Sequence[Token]) -> Actors:
    """Who some noun phrases speak of."""
    ids = who(reading, tokens)
    return Actors(tuple(tokens), ids, power(reading, tokens, ids))


def is_first_person(token: Token) -> bool:
    """Whether the token speaks for the speaker: "we", "our"."""
    return token.lower in _FIRST and token.pos in ("PRON", "DET")


def who(reading: Reading, tokens: Sequence[Token]) -> tuple[str, ...]:
    """The ids of the actors that some noun phrases speak of."""
    ids: dict[str, None] = {}
    for token in tokens:
        ids |= dict.fromkeys(_one(reading, token))
    return tuple(ids)


def _one(reading: Reading, token: Token) -> Iterable[str]:
    if is_first_person(token):
        return _speaker(reading, token)
    found = actors(reading, token)
    if found:
        return found
    union = _union_of_members(reading, token) or council(reading, token)
    if union is not None:
        return (union,)
    together = group(reading, token)
    if together:
        return together
    other = stands_for(reading, token)
    if other is not token:
        return _one(reading, other)
    if word(token) in authorities():
        return _nameless(reading, token)
    return ()


def _nameless(reading: Reading, noun: Token) -> Sequence[str]:
    """Whom an authority without a name is of: "the administration in Pristina", "the ministers of
    the two countries", "the cabinet"."""
    inside = reading.entities_in(reading.tokens[noun.left].start, _near_end(noun))
    named = [i for i in inside if not isinstance(reading.object(i), Person)][:1]
    if named:
        return named
    of = [i for t in objects_of(noun, ("of",)) for i in group(reading, t)]
    own = own_state(reading, noun)
    return of or ([own] if own is not None else [])


_MEMBERS = frozenset(("member", "ally"))
_STATES = frozenset(("state", "country", "nation", "government", "leader"))


def _union_of_members(reading: Reading, token: Token) -> str | None:
    """The union that "the allied states", "its members" decide as: the last one mentioned before,
    else the first one mentioned after."""
    before = [t.lower for t in token.children if t.dep in ("amod", "compound")]
    joint = word(token) in _STATES and any(w in ("allied", "member") for w in before)
    if not joint and not (word(token) in _MEMBERS and token.tag == "NNS"):
        return None
    if any(c.dep in ("poss", "prep", "nummod") for c in token.children):
        return None
    mentions = _unions(reading)
    before_it = bisect_left(mentions, (token.start, ""))
    return mentions[max(0, before_it - 1)][1] if mentions else None


@lru_cache(maxsize=1)
def _unions(reading: Reading) -> list[tuple[int, str]]:
    """Where the text mentions unions of states, in order."""
    unions = [o for o in reading.objects(Organisation) if is_union(reading, o.id)]
    return sorted((m.span.start, o.id) for o in unions for m in o.mentions)


def _near_end(token: Token) -> int:
    preps = [c for c in token.children if c.dep == "prep" and c.lower in ("of", "in")]
    nouns = [n for p in preps for n in p.children if n.dep == "pobj"]
    return max((n.end for n in nouns), default=token.end)


def _speaker(reading: Reading, token: Token) -> tuple[str, ...]:
    """Whom a first person stands for: the body that the speaker leads, "I" the speaker."""
    inner = _claims(reading).get(token.i)
    if inner is not None:
        if token.lower in ("i", "my"):
            return entities_only(inner.speakers)
        return _bodies(reading, entities_only(inner.speakers), token)
    known = reading.entity(token)
    if known is not None:
        return _bodies(reading, (known,), token) if token.lower not in ("i", "my") else (known,)
    if token.quotation is not None:
        return ()
    if named := author(reading):
        return named if token.lower in ("i", "my") else _led(reading, named)
    return _voice(reading, token)


@lru_cache(maxsize=1)
def _claims(reading: Reading) -> dict[int, Statement]:
    """For each first person inside a statement the shortest statement that holds it."""
    found: dict[int, Statement] = {}
    size: dict[int, int] = {}
    for statement in reading.objects(Statement):
        length = sum(e.end - e.start for e in statement.content_evidence)
        for span in statement.content_evidence:
            for token in reading.tokens_between(span.start, span.end):
                if is_first_person(token) and length < size.get(token.i, length + 1):
                    found[token.i], size[token.i] = statement, length
    return found


def _bodies(reading: Reading, speakers: Sequence[str], token: Token) -> tuple[str, ...]:
    """What the speakers lead; of one whose office names no body, the state spoken of before."""
    found = _led(reading, speakers)
    if any(isinstance(reading.object(b), Person) for b in found):
        return _voice(reading, token) or found
    return found


_RELEASE = 20
"""So many sentences back a release may have named its author."""


def _voice(reading: Reading, token: Token) -> tuple[str, ...]:
    """The state or union that was last the subject of a sentence before a first person.

    A release calls its author by name first ("The Netherlands condemns ..."), then "we".
    """
    first = max(0, token.sentence - _RELEASE)
    for sentence in reversed(reading.sentences[first : token.sentence + 1]):
        if reading.tokens[sentence.start].quotation != token.quotation:
            continue
        for t in reading.tokens[sentence.start : min(sentence.end, token.i)]:
            if t.dep == "nsubj" and t.head.dep in ("ROOT", "ccomp", "conj"):
                id = reading.entity(t)
                if id is not None and (is_state(reading, id) or is_union(reading, id)):
                    return (id,)
    return ()


_CHARGED = frozenset(
    "minister secretary envoy representative commissioner adviser advisor coordinator".split()
)
"""Offices that a state or body has for a part of the world."""


def _led(reading: Reading, ids: Sequence[str]) -> tuple[str, ...]:
    """The bodies and states that some speak for."""
    return tuple(dict.fromkeys(b for i in ids for b in body_of(reading, i)))


def body_of(reading: Reading, id: str) -> tuple[str, ...]:
    """The organisation or state that someone speaks for; others speak for themselves.

    A minister for a part of the world ("for Africa") does not speak for that.
    """
    thing = reading.object(id)
    if isinstance(thing, Person):
        for role in thing.roles:
            place = reading.object(role.place or "")
            region = isinstance(place, Place) and place.kind is PlaceKind.REGION
            charged = region and bool(_CHARGED & {*role.title.lower().split()})
            body = role.organisation or (None if charged else role.place)
            if body:
                return (body,)
    return (id,)


def state_of(reading: Reading, id: str) -> str:
    """The state whose government or officer an actor is; anyone else: the actor."""
    for body in body_of(reading, id):
        thing = reading.object(body)
        if isinstance(thing, Organisation) and thing.kind in _BODIES and thing.place is not None:
            return thing.place
        return body
    return id


def power(reading: Reading, tokens: Sequence[Token], ids: Sequence[str]) -> Power:
    """The power of the strongest of some actors."""
    found = [_power_of_id(reading, id) for id in ids]
    parts = [part for token in tokens for part in conjuncts(token)]
    if parts and all(word(part) in _PRIVATE for part in parts):
        return Power.NOBODY
    if parts and not any(_acts_itself(reading, part) for part in parts):
        found = [min(level, Power.PERSON) for level in found]
    for part in parts:
        found.append(_power_of_noun(stands_for(reading, part)))
        if is_first_person(part) and part.lower in ("we", "our"):
            found.append(Power.BODY if found and max(found) >= Power.OFFICE else Power.PERSON)
    return max(found, default=Power.NOBODY)


def _acts_itself(reading: Reading, noun: Token) -> bool:
    """Whether the noun is an actor, not a thing of one ("NATO's mandate")."""
    return (
        reading.entity(noun) is not None
        or noun.pos == "PRON"
        or word(noun) in authorities()
        or "forces" in object_classes().get(word(noun), ())
        or bool(_inside_names(reading, noun))
        or council(reading, noun) is not None
    )


def _inside_names(reading: Reading, noun: Token) -> tuple[str, ...]:
    """Actors named in apposition or, of a quantity, after "of": "dozens of states"."""
    if (
        noun.pos in ("NUM", "PROPN")
        or noun.tag == "DT"
        or any(c.dep == "appos" for c in noun.children)
    ):
        return actors(reading, noun)
    return ()


def _power_of_id(reading: Reading, id: str) -> Power:
    thing = reading.object(id)
    if isinstance(thing, Place):
        if thing.kind is PlaceKind.OTHER:
            return Power.PERSON  # a name that no table knows as a place
        return Power.BODY if thing.kind in _SOVEREIGN else Power.OFFICE
    if isinstance(thing, Organisation):
        if thing.kind in _BODIES:
            return Power.BODY
        return Power.OFFICE if thing.kind in _GROUPS else Power.PERSON
    if isinstance(thing, Person):
        titles = [set(role.title.lower().replace("-", " ").split()) for role in thing.roles]
        if _had_office(reading, thing) and not _is_outside(reading, thing.id, titles):
            return Power.OFFICE
        if any(not t & _OUT_OF_OFFICE for t in titles):
            return Power.OFFICE
        return Power.PERSON
    return Power.NOBODY


def _is_outside(reading: Reading, id: str, titles: list[set[str]]) -> bool:
    """Whether an undated text tells that somebody whom the tables know has no office at its time.

    Without a date the tables do not tell whether it was before or after.
    """
    if reading.article.published is not None:
        return False
    return all(t & _OUT_OF_OFFICE for t in titles) if titles else _campaigns(reading, id)


def _campaigns(reading: Reading, id: str) -> bool:
    """Whether the text names a campaign, rally or supporters after somebody."""
    return id in reading.once("campaigns", lambda: _named_after(reading))


def _named_after(reading: Reading) -> set[str]:
    at = (t for t in reading.tokens if t.lemma in _CANDIDACY and t.pos == "NOUN")
    of = (c for t in at for c in t.children if c.dep == "compound")
    return {i for c in of if (i := reading.entity(c))}


def _had_office(reading: Reading, person: Person) -> bool:
    """Whether the tables know the person in an office: on the article's day, if it has one."""
    on = reading.article.published
    if isinstance(on, dt.datetime):
        on = on.date()
    return bool(knowledge.offices(person.id, on))


def _power_of_noun(token: Token) -> Power:
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return Power.PERSON if token.lower in ("they", "he", "she") else Power.NOBODY
    if token.pos == "PROPN" and word(token) in _PARTISANS:
        return Power.PERSON  # some of a party, not a state or a side
    sort = authorities().get(word(token))
    if sort is None and token.tag == "NNPS":
        return Power.OFFICE  # a people: "the Thebans"
    if sort is None:
        return Power.PERSON if token.tag in ("NNS", "NNP", "NNPS") else Power.NOBODY
    return Power.BODY if sort == "institution" else Power.OFFICE
