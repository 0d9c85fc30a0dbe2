"""What the trigger model adds to the policies that rules read, and what it takes away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import PolicyKind, PolicyStatus, SpeechAct, Statement
from geopolitics_model.parsers.phrases import child, is_definite, is_question
from geopolitics_model.parsers.policies.drafting import draft_of, extent_of, implied, sides_of
from geopolitics_model.parsers.policies.drafts import Draft, Measure
from geopolitics_model.parsers.policies.instruments import instrument_of
from geopolitics_model.parsers.policies.lexicon import grounds, wishes, word
from geopolitics_model.parsers.policies.nominal import evidence as of_noun
from geopolitics_model.parsers.policies.nominal import is_denied
from geopolitics_model.parsers.policies.nominal import is_told as is_told_noun
from geopolitics_model.parsers.policies.plausible import is_foreign, is_private
from geopolitics_model.parsers.policies.power import Power, actors_at, power, state_of
from geopolitics_model.parsers.policies.syntax import has_none, is_negated, is_verb, patients
from geopolitics_model.parsers.policies.telling import doers, is_told
from geopolitics_model.parsers.triggers import Opinions, opinions
from geopolitics_model.parsers.triggers.slots import is_day

DOUBTED = -2.0
"""Log odds below which what the rules read is no policy."""
SURE = 0.0
"""Log odds from which a word tells a policy that the rules have not read."""
ACTOR, TARGET = -0.75, -0.5
"""Log odds from which an entity is an actor, a target, if the rules name none."""
DOUBTED_TARGET = -2.0
"""Log odds below which an entity that the rules read is no target."""
FURTHER = 1.0
"""The same beside those that the rules name."""


def drafts(reading: Reading, told: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts that the rules have made, as far as the model agrees, and those that it adds."""
    opinion = opinions(reading)
    kept = []
    for draft in told:
        words = reading.tokens_between(draft.start, draft.end)
        if not opinion.doubts(words, "policies", DOUBTED):
            kept.append(draft)
    for draft in kept:
        yield _completed(reading, opinion, draft)
    yield from _added(reading, opinion, kept)


def _completed(reading: Reading, opinion: Opinions, draft: Draft) -> Draft:
    near = opinion.roles([draft.head], "policies.actors", ACTOR)
    actors = _with(reading, draft.actors, near, draft.targets)
    aimed = opinion.roles([draft.head], "policies.targets", TARGET)
    read = opinion.undoubted([draft.head], "policies.targets", draft.targets, DOUBTED_TARGET)
    targets = _with(reading, read, aimed, actors)
    return attrs.evolve(
        draft,
        actors=actors,
        targets=targets,
        bodies=frozenset(state_of(reading, i) for i in actors),
        sides=sides_of(reading, draft.kind, targets),
    )


def _with(
    reading: Reading, read: tuple[str, ...], likely: dict[str, float], taken: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """What the rules read, and what is likely: the surest if they read nothing, others if they are
    sure; of a state and its organs one."""
    found = list(read)
    states = {state_of(reading, i) for i in (*read, *taken)}
    for id, odds in likely.items():
        if (not found or odds >= FURTHER) and state_of(reading, id) not in states:
            found.append(id)
            states.add(state_of(reading, id))
    return tuple(found)


def _added(reading: Reading, opinion: Opinions, kept: list[Draft]) -> Iterator[Draft]:
    def tokens(draft: Draft) -> list[int]:
        return [t.i for t in reading.tokens_between(draft.start, draft.end)]

    def read(token: Token) -> tuple[Draft, list[int]] | None:
        if not _may_be_told(reading, token):
            return None
        draft = _draft(reading, opinion, token)
        whole = (draft.actors or draft.targets) and _is_public(reading, draft)
        return (draft, tokens(draft)) if whole else None

    taken = {i for draft in kept for i in tokens(draft)}
    yield from opinion.further("policies", SURE, taken, read)


def _is_public(reading: Reading, draft: Draft) -> bool:
    """Whether a state, body, group or office decides, as far as the actors are known."""
    if any(is_private(reading, i) for i in draft.actors):
        return False
    needed = Power.PERSON if is_foreign(reading, draft) else Power.OFFICE
    return not draft.actors or power(reading, (), draft.actors) >= needed


def _may_be_told(reading: Reading, token: Token) -> bool:
    """Whether the clause or noun tells something done, which is for syntax to say."""
    if is_question(reading, token):
        return False
    if not is_verb(token):
        above = token.head if token.dep in ("dobj", "nsubjpass") else token
        done = is_told_noun(token) and (not is_verb(above) or _is_done(reading, above))
        return done or _is_given(reading, token)
    if (
        word(token) in wishes() | grounds()
        or _is_talk(token)
        or token.start in _only_saying(reading)
    ):
        return False
    return _is_done(reading, token) and not has_none(patients(token))


def _is_given(reading: Reading, noun: Token) -> bool:
    """Whether something is there, whatever is said of it: "may withdraw under a treaty of 1993",
    "must respect the ceasefire which they concluded"."""
    if is_denied(noun):
        return False
    past = (c for c in noun.children if c.dep in ("relcl", "acl") and c.tag in ("VBD", "VBN"))
    if is_definite(noun) and any(_is_done(reading, c) for c in past):
        return True
    of = (c for c in noun.children if c.dep == "prep" and c.lower == "of")
    spans = ((reading.tokens[c.left].start, reading.tokens[c.right].end) for c in of)
    return any(is_day(when) for span in spans for when in reading.times_in(*span))


def _is_done(reading: Reading, verb: Token) -> bool:
    """Whether a verb is told as a fact; what is not done may still be refused."""
    refused = opinions(reading).choice([verb], "policies.status", "") == PolicyStatus.REJECTED
    return is_told(reading, verb) and (refused or not is_negated(verb))


def _is_talk(verb: Token) -> bool:
    """Whether two only talk; what is conferred on somebody is given."""
    return word(verb) in _TALKS or (
        word(verb) == "confer" and child(verb, "dobj", "nsubjpass") is None
    )


_TALKS = frozenset("meet talk speak discuss negotiate consult".split())
_DECIDING = frozenset(
    (SpeechAct.ANNOUNCE, SpeechAct.PROMISE, SpeechAct.OFFER, SpeechAct.AGREE, SpeechAct.REJECT)
)
"""What is done by saying it; who says, asks or warns decides nothing yet."""


@lru_cache(maxsize=1)
def _only_saying(reading: Reading) -> frozenset[int]:
    """Where the cues begin of statements that decide nothing."""
    said = [s for s in reading.objects(Statement) if s.act not in _DECIDING]
    return frozenset(
        token.start
        for statement in said
        for cue in statement.cue_evidence
        for token in reading.tokens_between(cue.start, cue.end)
    )


def _draft(reading: Reading, opinion: Opinions, token: Token) -> Draft:
    content = _content(reading, opinion, token)
    if is_verb(token):
        found = actors_at(reading, doers(reading, token))
        extent = extent_of(reading, token, content, found)
    else:
        found = actors_at(reading, ())
        extent = of_noun(reading, token, content, ())
    near = opinion.roles([token], "policies.actors", ACTOR)
    actors = implied(reading, content) or _with(reading, (), near) or found.ids
    draft = draft_of(reading, content, content.status, actors, extent)
    aimed = opinion.roles([token], "policies.targets", TARGET)
    targets = _with(reading, (), aimed, actors)
    return attrs.evolve(draft, targets=targets, sides=sides_of(reading, draft.kind, targets))


def _content(reading: Reading, opinion: Opinions, token: Token) -> Measure:
    """What is decided, of the kind and status that the model takes it for."""
    kind = PolicyKind(opinion.choice([token], "policies.kind", PolicyKind.OTHER))
    status = PolicyStatus(opinion.choice([token], "policies.status", PolicyStatus.ADOPTED))
    things = tuple(patients(token)) if is_verb(token) else (token,)
    named = next((f[0] for t in things if (f := instrument_of(reading, t))), None)
    return Measure(token, kind, status, True, things, ("none",), instrument=named)
