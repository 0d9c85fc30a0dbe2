"""Whom a policy is directed at, or who gains by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Mission, PolicyKind, PolicyStatus
from geopolitics_model.parsers.actors import actors, country_of
from geopolitics_model.parsers.phrases import is_passive, is_time, objects_of, over_clause, subjects
from geopolitics_model.parsers.policies.drafts import Draft, Measure
from geopolitics_model.parsers.policies.lexicon import word
from geopolitics_model.parsers.policies.referents import foremost_but
from geopolitics_model.parsers.policies.syntax import patients, stands_for


def targets(
    reading: Reading, found: Measure, doers: Sequence[str], *, wide: bool = True
) -> tuple[str, ...]:
    """Whom a measure is directed at: where its frame says, else who is named in its object."""
    if "none" in found.target:
        return ()
    ids: dict[str, None] = {}
    for place in found.target:
        for token in _at(found, place):
            found_here = actors(reading, token) or actors(reading, stands_for(reading, token))
            ids |= dict.fromkeys(found_here)
    if not ids and found.status is PolicyStatus.REJECTED and found.instrument is not None:
        # "turned down a request by NATO": who had asked
        for token in _proposers(found.instrument):
            ids |= dict.fromkeys(actors(reading, token))
    if not ids:
        for token in _helped(found.head):
            ids |= dict.fromkeys(actors(reading, token))
    if not ids and wide:
        own = {knowledge.country_of(d) for d in doers}
        ids |= dict.fromkeys(i for i in _named_inside(reading, found) if i not in own)
    return tuple(i for i in ids if i not in doers)


_ALWAYS = frozenset((PolicyKind.AID, PolicyKind.RECOGNITION, PolicyKind.SANCTION))
"""Of these somebody always gains or suffers, said or not."""


def unsaid(reading: Reading, draft: Draft, doers: Sequence[str]) -> tuple[str, ...]:
    """Whom somebody's aid, sanctions or recognition concern if nobody is named: the state that the
    article is about, besides their own: "Washington froze its aid" in a report on Burundi."""
    if draft.kind not in _ALWAYS or not doers or _says_whom(reading, draft.head):
        return ()
    if draft.kind is PolicyKind.RECOGNITION and not draft.words & _RECOGNISED:
        return ()  # "recognised the problem"
    own = {country_of(reading, i) or i for i in doers}
    state = foremost_but(reading, own)
    return (state,) if state is not None else ()


_RECOGNISED = frozenset("recognition independence government sovereignty claim state".split())
_TOWARDS = ("to", "for", "on", "against", "towards", "toward")


def _says_whom(reading: Reading, head: Token) -> bool:
    """Whether somebody or something stands where a receiver does, entity or not: "aid to farmers",
    not "aid on Friday"."""
    top = head.head if head.head.pos == "VERB" else head
    named = (t for n in top.subtree() for t in objects_of(n, _TOWARDS))
    return any(not is_time(reading, token) for token in named)


def _proposers(noun: Token) -> Iterator[Token]:
    yield from (c for c in noun.children if c.dep == "poss")
    yield from objects_of(noun, ("by", "from"))


_ASIDE = frozenset(("against", "with", "from", "by", "under", "after", "despite"))
"""Prepositions inside an object that name no target: "support their fight against X"."""


def _named_inside(reading: Reading, found: Measure) -> Iterator[str]:
    """The entities named in the object of a measure."""
    stack = list(patients(found.head) if found.subject else found.patients)
    while stack:
        token = stack.pop(0)
        token = _owner(token)
        id = _field(reading, token) or reading.entity(token)
        named = found.instrument is not None and found.instrument.pos == "PROPN"
        if named and found.instrument in (token, token.head) and token.dep != "pobj":
            continue  # "the Treaty of Rome", "the Geneva Accords": a name, no target
        if id is not None:
            yield id
        aside = found.kind not in _HOSTILE
        stack += [
            c
            for c in token.children
            if c.dep not in ("relcl", "agent")
            and not (aside and c.dep == "prep" and c.lower in _ASIDE)
        ]


def _owner(token: Token) -> Token:
    """The noun that "whose" stands for: "MINUSMA, whose mandate was extended"."""
    return (over_clause(token) if token.tag == "WP$" else None) or token


def _field(reading: Reading, token: Token) -> str | None:
    """Where a mission works whose mandate is extended or who is paid for; else the mission."""
    mission = _missions(reading).get(token.i)
    if mission is None:
        return None
    return next(iter(mission.places), mission.id)


@lru_cache(maxsize=1)
def _missions(reading: Reading) -> dict[int, Mission]:
    """The missions that a text speaks of, by token."""
    return {
        token.i: mission
        for mission in reading.objects(Mission)
        for mention in mission.mentions
        if mention.form.value != "pronoun"
        for token in reading.tokens_between(mention.span.start, mention.span.end)
    }


_HOSTILE = frozenset((PolicyKind.SANCTION, PolicyKind.TRADE, PolicyKind.AGREEMENT))


_HELPING = frozenset("help support assist aid defend protect back relieve reinforce".split())


def _helped(verb: Token) -> Iterator[Token]:
    """Whom a purpose names: "sent troops to help the rebels"."""
    for c in verb.children:
        if c.dep in ("advcl", "xcomp", "acl") and word(c) in _HELPING:
            yield from patients(c)


def _at(found: Measure, place: str) -> Iterator[Token]:
    if place == "object" and found.patients and found.patients[0].dep == "oprd":
        yield from patients(found.head)
    elif place == "subject":
        yield from subjects(found.head)
    elif place in ("object", "dobj"):
        yield from found.patients if place != "dobj" else patients(found.head)
    elif place == "dative":
        yield from _receivers(found.head)
    else:
        yield from objects_of(found.head, (place,))
        for c in found.head.children:
            if c.dep in ("oprd", "acomp"):
                yield from objects_of(c, (place,))  # "made available to Chad"
        if found.head.dep == "dobj" and found.head in found.patients:
            yield from objects_of(found.head.head, (place,))  # "halted deliveries to Chad"
        for thing in found.patients:
            for token in objects_of(thing, (place,)):
                yield token
                yield from objects_of(token, ("of", "in"))


def _receivers(verb: Token) -> Iterator[Token]:
    """To whom something is given or denied, also as subject: "X was denied Y"."""
    if is_passive(verb) and any(c.dep == "dobj" for c in verb.children):
        yield from (c for c in verb.children if c.dep == "nsubjpass")
    for c in verb.children:
        if c.dep == "dative":
            yield from [c] if c.pos != "ADP" else objects_of(verb, (c.lower,))
