"""From a clause to a draft: evidence, targets, and the words that say what it is about."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import PolicyKind, PolicyStatus
from geopolitics_model.parsers.actors import country_of, is_state, is_union, modifiers
from geopolitics_model.parsers.phrases import is_passive, objects_of
from geopolitics_model.parsers.policies.drafts import Draft, Measure
from geopolitics_model.parsers.policies.lexicon import word
from geopolitics_model.parsers.policies.power import Actors, actors_at, state_of
from geopolitics_model.parsers.policies.syntax import evidence, phrase_end
from geopolitics_model.parsers.policies.targets import targets

_TITLE = 12
"""So many words of an object say what it is about."""


def drafted(
    reading: Reading, head: Token, content: Measure, status: PolicyStatus, actors: Actors
) -> Draft:
    """What a verb of deciding (`head`), or the verb of the measure itself, tells."""
    if not actors.ids:
        actors = attrs.evolve(actors, ids=implied(reading, content))
    draft = draft_of(
        reading, content, status, actors.ids, extent_of(reading, head, content, actors)
    )
    partners = _partners(reading, content) if actors.ids and status in _MADE else ()
    return attrs.evolve(draft, actors=tuple(dict.fromkeys((*draft.actors, *partners))))


_MADE = (PolicyStatus.AGREED, PolicyStatus.ADOPTED, PolicyStatus.IN_FORCE)
_RULED = frozenset((PolicyKind.LEGISLATION, PolicyKind.REGULATION, PolicyKind.MILITARY))


def implied(reading: Reading, content: Measure) -> tuple[str, ...]:
    """Who decides where no doer is named: the parties of a deal, the union that one is suspended
    from, the capital in which something is decreed."""
    things = (content.head, *content.patients)
    if content.kind is PolicyKind.AGREEMENT:
        made = [c for n in things for c in n.children if c.dep == "acl" and c.tag == "VBN"]
        nouns = [t for n in (*things, *made) for t in objects_of(n, ("between",))]
        return actors_at(reading, nouns).ids or _couple(reading, things)
    if content.kind is PolicyKind.TRADE and (couple := _couple(reading, things)):
        return couple
    if content.kind is PolicyKind.SANCTION and (couple := _couple(reading, things, by_name=False)):
        return couple
    if not is_passive(content.head):
        return ()
    if content.kind is PolicyKind.MEMBERSHIP:
        clubs = objects_of(content.head, ("from", "to", "into"))
        return tuple(i for i in actors_at(reading, clubs).ids if is_union(reading, i))
    if content.kind in _RULED and word(content.head) in _DECREED:
        seats = objects_of(content.head, ("in",))
        return tuple(i for t in seats if (i := reading.entity(t)) and country_of(reading, i))
    return ()


def _couple(reading: Reading, nouns: Iterable[Token], *, by_name: bool = True) -> tuple[str, ...]:
    """The states named together before what they make: "a Franco-Russian treaty", "a Franco-British
    embargo"; one alone is not both.

    Without `by_name` only by adjectives: "the US-Cuba embargo" is by one against the other.
    """
    for noun in nouns:
        ids = tuple(i for i in modifiers(reading, noun) if is_state(reading, i))
        peoples = any(c.dep == "amod" and c.i < noun.i for c in noun.children)
        if len(ids) > 1 and (by_name or peoples):
            return ids
    return ()


_DECREED = frozenset(
    "decree proclaim declare order promulgate announce enact pass adopt impose introduce".split()
)


def _partners(reading: Reading, content: Measure) -> tuple[str, ...]:
    """With whom an agreement is made, who is then one of its makers."""
    if content.kind is not PolicyKind.AGREEMENT or content.subject:
        return ()
    nouns = [t for n in (content.head, *content.patients) for t in objects_of(n, ("with",))]
    return actors_at(reading, nouns).ids


def draft_of(
    reading: Reading,
    content: Measure,
    status: PolicyStatus,
    ids: tuple[str, ...],
    extent: tuple[int, int],
) -> Draft:
    """A draft of a measure at some characters."""
    directed = tuple(t for t in targets(reading, content, ids) if t not in ids)
    return Draft(
        head=content.head,
        kind=content.kind,
        status=status,
        actors=ids,
        bodies=frozenset(state_of(reading, i) for i in ids),
        targets=directed,
        sides=sides_of(reading, content.kind, directed),
        words=words_of(content),
        start=extent[0],
        end=extent[1],
        generic=is_generic(content),
        instrument=content.instrument,
    )


_BETWEEN_STATES = frozenset(
    (PolicyKind.DIPLOMACY, PolicyKind.SANCTION, PolicyKind.RECOGNITION, PolicyKind.AID)
)


def sides_of(reading: Reading, kind: PolicyKind, ids: Iterable[str]) -> frozenset[str]:
    """The states that targets stand for: a capital or government is its state."""
    if kind not in _BETWEEN_STATES:
        return frozenset(ids)
    return frozenset(country_of(reading, id) or id for id in ids)


def extent_of(reading: Reading, head: Token, content: Measure, actors: Actors) -> tuple[int, int]:
    """The characters of the clause that tells it: from its first actor to its object."""
    first = min(actors.tokens, key=lambda t: t.i, default=None)
    if first is None and content.subject:
        first = next(iter(content.patients), None)
    start, end = evidence(reading, head, first)
    if content.head is head:
        core = [t for t in (head, *content.patients) if t.sentence == head.sentence]
        return start, max(end, *(t.end for t in core if t.i >= head.i))
    inner_start, inner_end = evidence(reading, content.head, None)
    for thing in content.patients:
        if thing.i > content.head.i and thing.head is head:
            inner_end = max(inner_end, reading.tokens[phrase_end(thing)].end)
    if inner_start > end or content.head.dep == "conj":
        return inner_start, inner_end
    return min(start, inner_start), max(inner_end, head.end)


def words_of(content: Measure) -> frozenset[str]:
    """The lemmas that say what a measure is about: its verb and the nouns of its object."""
    found = {word(content.head)}
    for thing in content.patients:
        for token in thing.subtree()[:_TITLE]:
            if token.pos in ("NOUN", "PROPN", "ADJ"):
                found.add(word(token))
    return frozenset(found)


def is_generic(content: Measure) -> bool:
    """Whether the object points back: "the rules", "this agreement", "it"."""
    for thing in content.patients:
        for token in (thing, *objects_of(thing, ("of", "into"))):
            if token.lower in ("it", "them", "this"):
                return True
            if any(c.lower in ("the", "this", "these", "those", "its") for c in token.children):
                return True
    return False
