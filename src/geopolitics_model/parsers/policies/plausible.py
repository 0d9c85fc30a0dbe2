"""Whether what reads like a policy can be one, given who is in play."""

from __future__ import annotations

from geopolitics_model.language import Reading
from geopolitics_model.model import (
    Organisation,
    OrganisationKind,
    Person,
    Place,
    PolicyKind,
    PolicyStatus,
)
from geopolitics_model.parsers.actors import is_armed_group, is_state, is_union
from geopolitics_model.parsers.policies.drafts import CHANGES, Draft, Measure
from geopolitics_model.parsers.policies.instruments import instrument_of
from geopolitics_model.parsers.policies.lexicon import word
from geopolitics_model.parsers.policies.power import Power

S = PolicyStatus


def is_plausible(reading: Reading, draft: Draft, level: Power, content: Measure) -> bool:
    """Whether someone with the power to decide this is in play.

    A mere promise or plan needs office, a commitment in general terms a state or body that gains;
    a person without a stated office decides only what touches states and bodies.
    """
    if any(is_private(reading, a) for a in draft.actors):
        return False
    if not draft.actors and _is_personal(reading, draft):
        return False
    if draft.status is S.IN_FORCE and content.instrument is not None and not content.alone:
        return level >= Power.BODY
    if level is Power.PERSON and not draft.actors and draft.kind not in _FOREIGN:
        return False
    if not draft.actors and not draft.targets and level < Power.OFFICE:
        lawful = content.instrument is not None or draft.kind in _LAWS
        ended = draft.status in CHANGES and (content.alone or content.instrument is not None)
        lawful = lawful or content.public
        ended = ended or (content.instrument is not None and word(content.head) in PROLONGED)
        return level is Power.NOBODY and ((lawful and content.alone) or ended)
    if level < Power.OFFICE and draft.actors:
        if draft.status in (S.ANNOUNCED, S.PROPOSED, S.IN_FORCE):
            return False
        if draft.kind is PolicyKind.LEGISLATION:
            return False
        if word(content.head) in _SOVEREIGN or _is_sovereign(reading, draft, content):
            return True
        if draft.kind is PolicyKind.AGREEMENT and len(draft.actors) < 2:
            return is_political(reading, draft)
        if any(isinstance(reading.object(t), Place | Organisation) for t in draft.targets):
            return not any(is_private(reading, t) for t in draft.targets)
        return draft.kind in _PUBLIC and not any(is_private(reading, t) for t in draft.targets)
    return True


PROLONGED = frozenset(("extend", "renew", "prolong"))
"""What, like an end, can only happen to a policy that there is: told also without an actor."""
_SOVEREIGN = frozenset(("proclaim", "declare", "decree", "promulgate"))
"""What only they do who lead a state or a side: who proclaims a truce can keep it."""


def _is_sovereign(reading: Reading, draft: Draft, content: Measure) -> bool:
    """Whether only who leads a side can do it: a truce with another, martial law, an edict."""
    found = instrument_of(reading, content.instrument) if content.instrument else None
    if found is None or not found[1].sovereign:
        return False
    return draft.kind is not PolicyKind.AGREEMENT or len(draft.actors) + len(draft.targets) > 1


_LAWS = frozenset(
    (PolicyKind.MILITARY, PolicyKind.REGULATION, PolicyKind.LEGISLATION, PolicyKind.SANCTION)
)
_FOREIGN = frozenset(
    (PolicyKind.AGREEMENT, PolicyKind.MILITARY, PolicyKind.RECOGNITION, PolicyKind.SANCTION)
)
"""Fields in which even unnamed people hardly act but for a state or a side."""


def is_foreign(reading: Reading, draft: Draft) -> bool:
    """Whether it is of a field in which also people without a stated office act for a side: arms,
    recognition, sanctions; of deals truces and treaties, and those of a state's organ or a group.

    A promise or a plan is none of theirs."""
    if draft.status in (S.ANNOUNCED, S.PROPOSED):
        return False
    if draft.kind is not PolicyKind.AGREEMENT:
        return draft.kind in _FOREIGN
    found = instrument_of(reading, draft.instrument) if draft.instrument else None
    return (found is not None and found[1].sovereign) or any(
        _is_side(reading, i) for i in (*draft.actors, *draft.targets)
    )


def _is_side(reading: Reading, id: str) -> bool:
    """Whether somebody is a state's organ, a union or an armed group."""
    return not id.startswith("place:") and (
        is_state(reading, id) or is_union(reading, id) or is_armed_group(reading, id)
    )


_PUBLIC = frozenset(
    (PolicyKind.AGREEMENT, PolicyKind.MILITARY, PolicyKind.RECOGNITION, PolicyKind.REGULATION,
     PolicyKind.STRATEGY, PolicyKind.OTHER, PolicyKind.LEGISLATION, PolicyKind.DIPLOMACY)
)  # fmt: skip
"""Fields of a decision that even a person without a stated office takes for a body."""


def is_political(reading: Reading, draft: Draft) -> bool:
    """Whether a state, body or group gains or suffers, which is none of the actors."""
    return any(
        isinstance(reading.object(t), Place | Organisation) for t in draft.targets
    ) and not any(is_private(reading, t) for t in draft.targets)


def is_private(reading: Reading, id: str) -> bool:
    """Whether an actor is a company or a medium."""
    thing = reading.object(id)
    return isinstance(thing, Organisation) and thing.kind in (
        OrganisationKind.COMPANY,
        OrganisationKind.MEDIA,
    )


def _is_personal(reading: Reading, draft: Draft) -> bool:
    """Whether nobody is named but who gets money or a post: "the candidate received donations",
    "the justice appointed"."""
    things = [reading.object(t) for t in draft.targets]
    if draft.kind is PolicyKind.AID and things:
        return all(isinstance(thing, Person) for thing in things)
    bare = draft.head.dep == "acl" and draft.instrument is None and draft.end - draft.start < _BARE
    return draft.kind is PolicyKind.OTHER and bare and not things


_BARE = 15
"""So few characters of evidence are a participle alone."""
