"""What surrounds a conflict: who mediates, and which decisions caused it."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Organisation, Person, Place, Policy
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts.quarrel import Quarrel
from geopolitics_model.parsers.phrases import governing_verb, objects_of, subjects

_TALKS = frozenset(
    "dialogue talk talks negotiation mediation process conference ceasefire truce agreement accord "
    "settlement peace summit".split()
)
_MEDIATE = frozenset("mediate broker facilitate convene".split())
_OFFICES = frozenset("mediation auspices intercession facilitation mediator aegis offices".split())
_CAUSE = frozenset(
    "cause trigger spark provoke fuel prompt escalate inflame ignite raise stoke".split()
)


def mediators(reading: Reading) -> list[tuple[int, str]]:
    """Who mediates, with the token where it is said."""
    found: list[tuple[int, str]] = []
    for token in reading.tokens:
        found += [(token.i, id) for id in _mediating(reading, token)]
    return [
        (i, id) for i, id in found if isinstance(reading.object(id), (Organisation, Person, Place))
    ]


def _mediating(reading: Reading, token: Token) -> tuple[str, ...]:
    lemma = token.lemma.lower()
    if lemma in _TALKS or token.lower in _TALKS:
        ids = []
        for child in token.children:
            if child.dep == "amod" and child.lower in (
                "led",
                "mediated",
                "brokered",
                "sponsored",
                "backed",
            ):
                ids += [i for t in child.children if (i := reading.entity(t))]
        return tuple(ids)
    if lemma in _OFFICES or token.lower in _OFFICES:
        ids = who.modifiers(reading, token)
        ids += [i for t in objects_of(token, ("of", "by")) for i in who.actors(reading, t)]
        return tuple(ids)
    if token.pos == "VERB" and lemma in _MEDIATE:
        things = {c.lemma.lower() for c in token.children if c.dep in ("dobj", "nsubjpass")}
        if lemma in ("mediate", "broker") or things & _TALKS:
            return tuple(i for t in subjects(token) for i in who.actors(reading, t))
    return ()


def nearest(quarrels: list[Quarrel], at: int) -> Quarrel | None:
    """The quarrel that is spoken of nearest to a token."""
    ranked = [(min(abs(p.head.i - at) for p in q.phrases), i) for i, q in enumerate(quarrels)]
    return quarrels[min(ranked)[1]] if ranked else None


def causes(reading: Reading, quarrel: Quarrel) -> tuple[str, ...]:
    """The policies that the text says caused or worsened a quarrel."""
    policies = reading.objects(Policy)
    found: dict[str, None] = {}
    for phrase in quarrel.phrases:
        verb = governing_verb(phrase.head)
        if verb is None or not policies:
            continue
        if verb.lemma in _CAUSE or (
            verb.lemma == "lead" and any(c.lower == "to" for c in verb.children)
        ):
            for subject in subjects(verb):
                low, high = reading.tokens[subject.left].start, reading.tokens[subject.right].end
                for policy in policies:
                    if any(s.start < high and s.end > low for s in policy.evidence):
                        found.setdefault(policy.id)
    return tuple(found)
