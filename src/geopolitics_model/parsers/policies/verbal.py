"""Policies told by verbs: acts by themselves, and what is decided, promised or refused."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import PolicyKind, PolicyStatus
from geopolitics_model.parsers.actors import modifiers
from geopolitics_model.parsers.phrases import child, is_passive, objects_of
from geopolitics_model.parsers.policies.clauses import is_list_clause
from geopolitics_model.parsers.policies.contents import contents
from geopolitics_model.parsers.policies.drafting import drafted
from geopolitics_model.parsers.policies.drafts import CHANGES, Draft, Measure, composed
from geopolitics_model.parsers.policies.following import followed
from geopolitics_model.parsers.policies.lexicon import (
    Decision,
    decisions,
    matched,
    object_classes,
    word,
)
from geopolitics_model.parsers.policies.measures import measure
from geopolitics_model.parsers.policies.plausible import PROLONGED, is_plausible, is_political
from geopolitics_model.parsers.policies.power import Actors, Power, actors_at
from geopolitics_model.parsers.policies.syntax import (
    has_none,
    is_infinitive,
    is_negated,
    is_verb,
    modal,
    patients,
)
from geopolitics_model.parsers.policies.telling import (
    doers,
    is_ongoing,
    is_promised,
    is_told,
    reporter_of,
    with_modal,
)

S = PolicyStatus
_PERSUADED = frozenset(("persuade", "convince"))
"""Verbs whose object decides."""
_RULING = frozenset(("order", "decree", "authorise", "authorize"))
_OFFERING = frozenset(("offer", "propose", "threaten"))


def drafts(reading: Reading) -> Iterator[Draft]:
    """The policies that the verbs of a text tell, in its order."""
    used: set[int] = set()
    last: Draft | None = None
    for verb in reading.tokens:
        if not is_verb(verb) or verb.i in used or not is_told(reading, verb):
            continue
        likewise = followed(reading, verb, last)
        found = [likewise] if likewise else _decided(reading, verb, used) or _alone(reading, verb)
        for told in found:
            draft = _continued(told, last)
            used.add(draft.head.i)
            yield draft
            last = draft


_GOES_ON = 4
"""So many sentences a list of sanctions goes on without saying again whose they are."""


def _continued(draft: Draft, last: Draft | None) -> Draft:
    """The draft with the actors of the one before, if it only goes on: "Also designated was X"."""
    goes_on = (
        last is not None
        and draft.kind is last.kind is PolicyKind.SANCTION
        and draft.status is last.status is S.ADOPTED
        and is_passive(draft.head)
        and draft.head.sentence - last.head.sentence <= _GOES_ON
    )
    if last is None or not goes_on or draft.actors:
        return draft
    targets = tuple(t for t in draft.targets if t not in last.actors)
    return attrs.evolve(draft, actors=last.actors, bodies=last.bodies, targets=targets)


# -- decisions ---------------------------------------------------------------------------------


def _decided(reading: Reading, verb: Token, used: set[int]) -> list[Draft]:
    own = measure(reading, verb)
    for decision in decisions().get(word(verb), ()):
        last = matched(verb, decision.words)
        if last is None or (decision.complement == "noun" and _is_whole(own)):
            continue
        found = [
            draft
            for content in contents(reading, verb, last, decision)
            if (draft := _under(reading, verb, decision, content, used)) is not None
        ]
        if found:
            return found
    return []


def _is_whole(own: Measure | None) -> bool:
    """Whether a verb says all by its own table, so that its object is no decision beside it."""
    return own is not None and (own.alone or own.instrument is not None)


def _actors(reading: Reading, verb: Token, nouns: list[Token]) -> Actors:
    """Who acts; in the clauses of a resolution a body, also where the text does not name it."""
    actors = actors_at(reading, nouns)
    if not nouns and is_list_clause(reading, verb):
        return attrs.evolve(actors, power=Power.BODY)
    return actors


def _under(
    reading: Reading, verb: Token, decision: Decision, content: Measure, used: set[int]
) -> Draft | None:
    nouns = patients(verb) if word(verb) in _PERSUADED else doers(reading, verb)
    actors = _actors(reading, verb, nouns)
    if decision.kind is PolicyKind.REGULATION and any(_are_forces(t) for t in nouns):
        return None  # "the landing force compelled the governor to capitulate"
    if not _may(actors, decision, content, verb) or _is_fought(reading, verb, content, decision):
        return None
    status = composed(decision.status, content.status, negated=is_negated(verb))
    if status is not None and is_negated(content.head) and is_verb(content.head):
        status = S.REJECTED
    status = with_modal(verb, status)
    if status is None:
        return None
    used.add(content.head.i)
    draft = drafted(reading, verb, content, status, actors)
    if not draft.targets and verb is not content.head:
        draft = attrs.evolve(draft, targets=_addressed(reading, verb, draft))
    return draft if is_plausible(reading, draft, actors.power, content) else None


def _addressed(reading: Reading, verb: Token, draft: Draft) -> tuple[str, ...]:
    """Who is promised, ordered or allowed something, if nobody else is named: "promised Chad"."""
    told = [c for c in verb.children if c.dep in ("dobj", "dative") and c.i > verb.i]
    found = [i for t in told for i in actors_at(reading, [t]).ids]
    return tuple(i for i in found if i not in draft.actors)


def _are_forces(noun: Token) -> bool:
    return "forces" in object_classes().get(word(noun), ())


def _may(actors: Actors, decision: Decision, content: Measure, verb: Token) -> bool:
    """Whether the actor has the power to decide this (see docs/explanation/policies)."""
    vague = content.instrument is None and not content.alone
    if decision.status is S.IN_FORCE and vague and content.setting == "":
        return False
    if decision.status is S.PROPOSED and vague:
        told = content.setting in _NEEDED or (word(verb) in _OFFERING and content.known)
        return told and actors.power >= Power.BODY
    if decision.complement == "noun" and is_negated(verb) and content.instrument is None:
        return False
    if not content.known:
        return _may_anything(decision, verb, actors.power)
    needed = Power[decision.power.upper()]
    if content.alone:
        return actors.power >= needed or (is_passive(verb) and not actors.tokens)
    if decision.complement in ("infinitive", "noun") and word(verb) in _RULING:
        return actors.power >= needed  # who can order is in office
    return actors.power >= max(needed, Power.OFFICE)


def _may_anything(decision: Decision, verb: Token, level: Power) -> bool:
    """Whether whatever is decided so is a policy: of a state or body; an order of any leader."""
    if decision.complement == "noun" or is_negated(verb):
        return False
    if word(verb) in ("order", "command"):
        return level >= Power.OFFICE or child(verb, "dobj", "nsubj") is not None
    return decision.status in (S.ADOPTED, S.AGREED) and level >= Power.BODY


# -- acts by themselves ------------------------------------------------------------------------


def _alone(reading: Reading, verb: Token) -> list[Draft]:
    content = measure(reading, verb)
    if content is None:
        return []
    if _is_fought(reading, verb, content, None):
        return []
    content = _with_purpose(reading, content)
    status = content.status
    if is_negated(verb):
        if has_none(content.patients):
            return []  # "signed no treaty" tells of no decision
        status = composed(S.REJECTED, content.status, negated=False) or status
    final = with_modal(verb, status)
    actors = _actors(reading, verb, _doers_of(reading, verb, content))
    if final is None or not _stands_alone(verb, content, actors):
        return []
    draft = drafted(reading, verb, content, final, actors)
    general = not content.alone and content.setting in ("state", "ongoing")
    if general and modal(verb) == "" and not is_political(reading, draft):
        return []
    return [draft] if is_plausible(reading, draft, actors.power, content) else []


def _doers_of(reading: Reading, verb: Token, content: Measure) -> list[Token]:
    """Who makes the policy: of what takes effect whose it is; of aid received its donor;
    of a passive in a report ("announced that the vote would be put off") the one who reports it."""
    if content.subject and content.instrument:
        own = [c for c in content.instrument.children if c.dep == "poss"]
        return objects_of(verb, ("between",)) or own
    if content.receiver:
        return objects_of(verb, ("from",))
    found = doers(reading, verb)
    reporter = reporter_of(verb)
    if not found and reporter is not None and reporter[1].status is not S.PROPOSED:
        return doers(reading, reporter[0])
    return found


def _with_purpose(reading: Reading, content: Measure) -> Measure:
    """A plan, programme or agreement to do something has the field of what is to be done."""
    if content.instrument is None or content.subject:
        return content
    if content.alone and content.kind is not PolicyKind.AGREEMENT:
        return content
    for clause in content.instrument.children:
        if clause.dep == "acl" and is_verb(clause) and is_infinitive(clause):
            aim = measure(reading, clause)
            if aim is not None:
                return attrs.evolve(
                    content,
                    kind=content.kind if content.alone else aim.kind,
                    patients=(*aim.patients, *content.patients),
                    target=(*aim.target, *content.target),
                )
    return content


def _is_fought(reading: Reading, verb: Token, content: Measure, decision: Decision | None) -> bool:
    """Whether an operation is stopped by those it is aimed at: "stopped a Soviet offensive"."""
    status = content.status if decision is None else decision.status
    if content.kind is not PolicyKind.MILITARY or status is not S.SUSPENDED:
        return False
    own = actors_at(reading, doers(reading, verb)).ids
    whose = [i for thing in content.patients for i in modifiers(reading, thing)]
    return bool(whose) and not set(whose) & set(own)


_NEEDED = {"office": Power.OFFICE, "body": Power.BODY, "state": Power.BODY}


def _stands_alone(verb: Token, content: Measure, actors: Actors) -> bool:
    """Whether it is a policy without a word of decision, in this voice and of this actor."""
    unsaid = not actors.tokens and is_passive(verb)
    if content.subject:
        talks = content.kind is PolicyKind.DIPLOMACY and content.status is S.EXPIRED
        return content.alone or talks
    if content.alone:
        return actors.power >= Power.PERSON or unsaid or (not actors.tokens and verb.dep == "pcomp")
    if is_promised(verb) and actors.power >= Power.OFFICE:
        # "said that it would not fight" is a guess or an attitude
        return content.status is not S.IN_FORCE or not is_negated(verb)
    if content.instrument is not None:
        changed = content.status in CHANGES or word(verb) in PROLONGED
        return actors.power >= Power.OFFICE or (unsaid and changed)
    if content.setting in _NEEDED and actors.power >= _NEEDED[content.setting]:
        return True
    if content.setting == "ongoing" and is_ongoing(verb):
        return actors.power >= Power.BODY
    promised = modal(verb) == "will" or (modal(verb) == "would" and reporter_of(verb) is not None)
    return promised and actors.power >= Power.BODY and content.kind is not PolicyKind.OTHER
