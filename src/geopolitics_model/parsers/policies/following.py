"""What points back to a policy told before: "followed suit", "did so", "the rebels rejected it"."""

from __future__ import annotations

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import PolicyStatus
from geopolitics_model.parsers.phrases import objects_of
from geopolitics_model.parsers.policies.drafts import Draft
from geopolitics_model.parsers.policies.instruments import instrument_of
from geopolitics_model.parsers.policies.power import actors_at, state_of
from geopolitics_model.parsers.policies.syntax import evidence, is_negated
from geopolitics_model.parsers.policies.telling import doers, with_modal

_NEAR = 2
"""So many sentences back a deed is that somebody did likewise."""
_PHRASES = {
    "follow": frozenset(("suit", "example", "lead")),
    "do": frozenset(("so", "same", "likewise")),
}
"""Verbs and words with them that stand for the deed of another told before."""


def followed(reading: Reading, verb: Token, before: Draft | None) -> Draft | None:
    """The policy of one who did as another had done, as the draft told last says."""
    if before is None or not _points_back(reading, verb):
        return None
    actors = actors_at(reading, doers(reading, verb))
    status = PolicyStatus.REJECTED if is_negated(verb) else with_modal(verb, before.status)
    other = actors.ids and not set(actors.ids) & set(before.actors)
    if status is None or not other or verb.sentence - before.head.sentence > _NEAR:
        return None
    start, end = evidence(reading, verb, min(actors.tokens, key=lambda t: t.i, default=None))
    return attrs.evolve(
        _with_own(reading, verb, before),
        head=verb,
        status=status,
        actors=actors.ids,
        bodies=frozenset(state_of(reading, i) for i in actors.ids),
        targets=tuple(t for t in before.targets if t not in actors.ids),
        start=start,
        end=end,
        generic=False,
    )


def _points_back(reading: Reading, verb: Token) -> bool:
    words = _PHRASES.get(verb.lemma)
    if words is None or verb.pos not in ("VERB", "AUX"):
        return False
    return any(t.lower in words for t in reading.tokens[verb.i + 1 : verb.i + 3])


def _with_own(reading: Reading, verb: Token, before: Draft) -> Draft:
    """The draft with the field of what was done likewise: "followed suit with a ban on ..."."""
    for noun in objects_of(verb, ("with", "by")):
        found = instrument_of(reading, noun)
        if found is not None:
            return attrs.evolve(before, kind=found[1].kind, instrument=found[0])
    return attrs.evolve(before, instrument=None)
