"""From drafts to policies: the same told twice is one; a later change changes what was told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from geopolitics_model.language import Reading
from geopolitics_model.model import Policy, PolicyKind, PolicyStatus, StatusChange, When
from geopolitics_model.model.ids import fact_id
from geopolitics_model.parsers.policies.drafts import CHANGES, Draft
from geopolitics_model.parsers.policies.lexicon import word
from geopolitics_model.parsers.policies.targets import unsaid

K = PolicyKind
_RULES = frozenset((K.LEGISLATION, K.REGULATION, K.MIGRATION, K.TRADE, K.SANCTION, K.OTHER))
_DEALS = frozenset((K.AGREEMENT, K.AID, K.TRADE, K.DIPLOMACY))
_BLAND = frozenset(
    "new the state government country member agree decide provide support plan other such year "
    "first be have make take world people".split()
)
"""Words that two different policies may well share."""
_GENERAL = frozenset(
    "rule law measure decision order agreement accord deal pact plan policy ban restriction "
    "programme program scheme package decree regulation act move step resolution".split()
)
"""Words that may speak of a policy told before by another name: "the new rules"."""
_SAME = 0.5
_REMEMBERED = 60
"""So many policies back a text may return to one."""


@attrs.define(eq=False)
class _Story:
    """The drafts that tell of one policy, and what became of it."""

    drafts: list[Draft]
    changes: list[Draft] = attrs.field(factory=list)

    @property
    def first(self) -> Draft:
        return self.drafts[0]

    @property
    def actors(self) -> set[str]:
        return {a for d in self.drafts for a in d.bodies}

    @property
    def targets(self) -> set[str]:
        return {t for d in self.drafts for t in d.sides}

    @property
    def words(self) -> set[str]:
        return {w for d in self.drafts for w in d.words} - _BLAND


def policies(reading: Reading, drafts: Iterable[Draft]) -> list[Policy]:
    """The policies of an article, in the order of the text."""
    stories: list[_Story] = []
    for draft in sorted(drafts, key=lambda d: (d.start, d.end)):
        recent = stories[-_REMEMBERED:]
        told = next((s for s in recent if _is_part(s, draft) or _is_same(s, draft)), None)
        if told is not None:
            told.drafts.append(draft)
            continue
        if draft.status in CHANGES and draft.generic:
            for story in recent:
                if _is_changed(story, draft):
                    story.changes.append(draft)
        stories.append(_Story([draft]))
    return [_policy(reading, story) for story in stories]


def _is_part(story: _Story, draft: Draft) -> bool:
    """Whether a draft says more of the very instrument of the story.

    One noun ("the pact that they signed lapsed"), a clause about it ("the pact, in which they
    agreed to ..."), or one that it is subject of ("The agreement stipulated ...").
    """
    noun = story.first.instrument
    if noun is None:
        return False
    if draft.instrument is noun:
        others = story.actors and draft.bodies and not story.actors & draft.bodies
        if others and noun not in tuple(draft.head.ancestors()):
            return False  # "... but Italy declined to renew it"
        return draft.status not in CHANGES or story.first.status in CHANGES
    for up in (draft.head, *draft.head.ancestors()):
        if up.dep == "relcl" and (up.head is noun or noun in up.head.children):
            return True
    own = draft.instrument
    return (
        own is not None
        and draft.generic
        and own.dep == "nsubj"
        and draft.kind is story.first.kind
        and draft.status not in CHANGES
        and story.first.status not in CHANGES
        and own.tag in ("NN", "NNS")
        and (word(own) == word(noun) or word(own) in _GENERAL)
    )


def _is_same(story: _Story, draft: Draft) -> bool:
    """Whether a draft tells what the story has told: one kind, one actor, the same content."""
    first = story.first
    if not _akin(first.kind, draft.kind) or (first.status in CHANGES) is not (
        draft.status in CHANGES
    ):
        return False
    if story.actors and draft.actors and not story.actors & set(draft.bodies):
        return False
    if bool(story.actors) is not bool(draft.actors) and first.head.sentence == draft.head.sentence:
        return False
    words, own = story.words, draft.words - _BLAND
    shared = len(words & own) / (min(len(words), len(own)) or 1)
    if story.targets and draft.sides:
        same = story.targets & draft.sides
        return bool(same) and (shared >= _SAME or (story.targets == draft.sides and shared > 0))
    return shared >= _SAME and len(words & own) >= 2


def _akin(one: PolicyKind, other: PolicyKind) -> bool:
    return one is other


def _is_changed(story: _Story, draft: Draft) -> bool:
    """Whether "the rules" that a draft changes are those of the story."""
    first = story.first
    kinds = (_RULES, _DEALS)
    if first.kind is not draft.kind and not any(first.kind in k and draft.kind in k for k in kinds):
        return False
    if first.status in CHANGES or first.status is PolicyStatus.REJECTED:
        return False
    if first.kind is not draft.kind and not draft.words & (_GENERAL | (story.words - _BLAND)):
        return False  # who revokes visas does not thereby lift sanctions
    if not story.actors & set(draft.bodies):
        return False
    if draft.kind in (K.SANCTION, K.AID, K.RECOGNITION) and story.targets and draft.sides:
        return bool(story.targets & draft.sides)
    return True


def _targets(reading: Reading, drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Whom the drafts of one policy name, else whom it concerns unsaid."""
    read = tuple(dict.fromkeys(t for d in drafts for t in d.targets))
    actors = tuple(dict.fromkeys(a for d in drafts for a in d.actors))
    return read or next((ids for d in drafts if (ids := unsaid(reading, d, actors))), ())


def _policy(reading: Reading, story: _Story) -> Policy:
    drafts = story.drafts
    history = _history(reading, [*drafts, *story.changes])
    latest = story.changes[-1] if story.changes else None
    spans = [reading.span(s, e) for s, e in dict.fromkeys((d.start, d.end) for d in drafts)]
    changed = [reading.span(d.start, d.end) for d in story.changes]
    best = max(drafts, key=lambda d: (len(d.actors) > 0, len(d.targets)))
    effective = (latest.effective if latest else None) or _first(d.effective for d in drafts)
    return Policy(
        id=fact_id("policy", spans),
        title=" ".join(spans[0].text.split()),
        kind=best.kind,
        actors=tuple(dict.fromkeys(a for d in drafts for a in d.actors)),
        targets=_targets(reading, drafts),
        status=history[-1].status,
        history=history,
        effective=effective,
        duration=_first(d.duration for d in drafts),
        evidence=tuple(spans + [c for c in changed if c not in spans]),
    )


def _history(reading: Reading, drafts: Sequence[Draft]) -> tuple[StatusChange, ...]:
    steps: list[StatusChange] = []
    for draft in drafts:
        span = reading.span(draft.start, draft.end)
        if steps and (steps[-1].status is draft.status or _is_behind(draft, steps[-1].status)):
            last = steps[-1]
            steps[-1] = attrs.evolve(
                last, when=last.when or draft.effective, evidence=(*last.evidence, span)
            )
        else:
            steps.append(StatusChange(status=draft.status, when=draft.effective, evidence=(span,)))
    return tuple(steps)


_STEPS = (
    PolicyStatus.PROPOSED, PolicyStatus.ANNOUNCED, PolicyStatus.AGREED, PolicyStatus.ADOPTED,
    PolicyStatus.IN_FORCE,
)  # fmt: skip


def _is_behind(draft: Draft, status: PolicyStatus) -> bool:
    """Whether a draft tells a step that a policy has behind it: agreed, when it was adopted."""
    if draft.status not in _STEPS or status not in _STEPS:
        return False
    return _STEPS.index(draft.status) < _STEPS.index(status)


def _first(values: Iterable[When | None]) -> When | None:
    return next((v for v in values if v is not None), None)
