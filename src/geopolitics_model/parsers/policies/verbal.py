"""Policies told by verbs: acts by themselves, and what is decided, promised or refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import PolicyKind, PolicyStatus
from geopolitics_model.parsers.phrases import (
    antecedent,
    conjuncts,
    head_conjunct,
    is_passive,
    objects_of,
    subjects,
)
from geopolitics_model.parsers.policies.drafts import Draft, Measure, composed
from geopolitics_model.parsers.policies.lexicon import Decision, decisions, matched, wishes, word
from geopolitics_model.parsers.policies.measures import (
    guessed,
    measure,
    noun_measure,
    targets,
)
from geopolitics_model.parsers.policies.plausible import is_plausible, is_political
from geopolitics_model.parsers.policies.power import Power, power, state_of, who
from geopolitics_model.parsers.policies.syntax import (
    child,
    evidence,
    infinitives,
    is_finite,
    is_hypothetical,
    is_infinitive,
    is_negated,
    is_question,
    is_verb,
    modal,
    patients,
)

S = PolicyStatus
_FACTUAL_GERUND = frozenset(("after", "by", "since", "following", "including", "from"))
_RESOLVED = frozenset(("commit", "determine", "prepare", "set", "resolve", "oblige"))
"""Participles that say what their subject is willing to do: "is committed to", "is set to"."""
_PERSUADED = frozenset(("persuade", "convince"))
"""Verbs whose object decides."""
_NOUN_STRONG = frozenset(("decide on", "agree on", "agree to", "agree upon", "vote for"))


def drafts(reading: Reading) -> Iterator[Draft]:
    """The policies that the verbs of a text tell, in its order."""
    used: set[int] = set()
    for verb in reading.tokens:
        if not is_verb(verb) or verb.i in used or not _is_told(reading, verb):
            continue
        found = list(_decided(reading, verb, used)) or list(_alone(reading, verb))
        for draft in found:
            used.add(draft.head.i)
            yield draft


def _is_told(reading: Reading, verb: Token) -> bool:
    """Whether the clause reports something: no condition, question, wish, command, bare purpose."""
    if modal(verb) not in ("", "will", "would") or is_hypothetical(verb):
        return False
    if is_question(reading, verb) or _is_wished(verb):
        return False
    if is_infinitive(verb) and modal(verb) != "will":
        return False
    if verb.tag == "VBG" and not is_finite(verb):
        first = head_conjunct(verb)
        if first.dep == "pcomp":
            return first.head.lower in _FACTUAL_GERUND
        return first.dep in ("advcl", "acl", "ROOT") or is_finite(first)
    if verb.tag == "VBN" and not is_finite(verb):
        if verb.dep == "acl" and word(verb.head.head) in ("get", "have", "see", "want"):
            return False
        return verb.dep in ("acl", "advcl", "conj", "ROOT", "relcl")
    if verb.tag == "VB" and not modal(verb) and not any(c.dep == "aux" for c in verb.children):
        return False
    return verb.dep != "amod"


def _is_wished(verb: Token) -> bool:
    """Whether the clause is the content of a hope, a demand or a guess."""
    top = head_conjunct(verb)
    return top.dep == "ccomp" and word(top.head) in wishes()


def _doers(reading: Reading, verb: Token) -> list[Token]:
    if verb.dep == "pcomp" and not verb.head.is_root and not is_verb(verb.head.head):
        return []  # "the outcome, including reaching a consensus": who did is not said
    found = [antecedent(t) for t in subjects(verb)]
    if not found and is_passive(verb):  # "withdrawn as envoy by the president": "by" may hang low
        below = [n for p in verb.children if p.dep == "prep" for n in p.children]
        found = [t for n in below for t in objects_of(n, ("by",))]
    if not found and word(verb) in _RESOLVED:
        found = [t for c in verb.children if c.dep == "nsubjpass" for t in conjuncts(c)]
    return [t for i, t in enumerate(found) if t not in found[:i]]


# -- decisions ---------------------------------------------------------------------------------


def _decided(reading: Reading, verb: Token, used: set[int]) -> Iterator[Draft]:
    for decision in decisions().get(word(verb), ()):
        last = matched(verb, decision.words)
        if last is None:
            continue
        if decision.complement == "that":
            found = list(_agreed_clause(reading, verb, decision))
        else:
            found = [_with_kind(m, decision) for m in _contents(reading, verb, last, decision)]
        drafts = [d for m in found if (d := _under(reading, verb, decision, m, used)) is not None]
        if drafts:
            yield from drafts
            return


def _contents(reading: Reading, verb: Token, last: Token, decision: Decision) -> Iterator[Measure]:
    if decision.complement == "noun":
        yield from _noun_contents(reading, verb, last, decision)
        return
    for head in _verbs_below(verb, last):
        gerund = head.tag == "VBG" and not is_infinitive(head)
        if gerund is (decision.complement == "gerund") and (gerund or is_infinitive(head)):
            for content in infinitives(head, reading):
                yield from _content(reading, content, decision)


def _comma_between(verb: Token, complement: Token) -> bool:
    """Whether a mark at the verb parts it from a word, which is then no complement."""
    return any(
        m.dep == "punct" and m.text in (",", ";", ":", "–", "—") and verb.i < m.i < complement.left
        for m in verb.children
    ) and not is_infinitive(complement)


def _with_kind(content: Measure, decision: Decision) -> Measure:
    if decision.kind is None or content.known:
        return content
    return attrs.evolve(content, kind=decision.kind, known=True)


def _verbs_below(verb: Token, last: Token) -> Iterator[Token]:
    for above in dict.fromkeys((verb, last)):
        for c in above.children:
            if is_verb(c) and c.dep in ("xcomp", "pcomp", "ccomp", "acl", "advcl") and c.i > verb.i:
                if _comma_between(verb, c):
                    continue
                beside = c.left <= max(verb.i, last.i) + 1
                if (
                    c.dep != "advcl"
                    or beside
                    or child(verb, "dobj", "nsubjpass")
                    or is_infinitive(c)
                ):
                    yield c


def _agreed_clause(reading: Reading, verb: Token, decision: Decision) -> Iterator[Measure]:
    """What was decided in a that-clause of no known frame: "agreed that Israel would invade".

    The verb of a known frame is read by itself, see `_reporter`. Without a modal a clause is an
    opinion ("agreed that the talks were useful").
    """
    clause = child(verb, "ccomp")
    if decision.status not in (S.ADOPTED, S.AGREED) or clause is None or not is_verb(clause):
        return
    if modal(clause) in ("would", "will", "should") and measure(reading, clause) is None:
        found = guessed(reading, clause)
        if found is None and clause.lemma in ("be", "have", "do"):
            return
        things = tuple(patients(clause))
        kind = decision.kind or (found.kind if found else PolicyKind.OTHER)
        yield Measure(clause, kind, S.ADOPTED, False, things, ("object",))


def _content(reading: Reading, verb: Token, decision: Decision | None = None) -> Iterator[Measure]:
    """The measure of a complement; "agreed to continue to support" is about supporting."""
    inner = child(verb, "xcomp")
    if inner is not None and is_infinitive(inner) and word(verb) in decisions():
        yield from _content(reading, inner, decision)
        return
    found = measure(reading, verb) or guessed(reading, verb)
    if found is None and decision is not None and decision.kind is PolicyKind.REGULATION:
        # "allowed the refugees to enter": whatever others may or must do is a rule
        found = Measure(
            verb, PolicyKind.REGULATION, S.ADOPTED, False, tuple(patients(verb)), ("object",)
        )
    if found is not None:
        yield found


def _noun_contents(
    reading: Reading, verb: Token, last: Token, decision: Decision
) -> Iterator[Measure]:
    if last is not verb and last.pos in ("ADP", "PART", "SCONJ") and last.dep != "prt":
        nouns = [t for n in last.children if n.dep == "pobj" for t in conjuncts(n)]
    elif any(is_infinitive(c) for c in verb.children if is_verb(c)):
        nouns = []  # "ordered his men to fire": the noun is who shall do it
    else:
        nouns = patients(verb)
    for noun in nouns:
        if noun.pos not in ("NOUN", "PROPN"):
            continue
        found = noun_measure(reading, noun)
        if " ".join(decision.words) in _NOUN_STRONG:
            yield attrs.evolve(found, alone=True)
        elif found.known or decision.kind:
            yield found


def _under(
    reading: Reading, verb: Token, decision: Decision, content: Measure, used: set[int]
) -> Draft | None:
    nouns = patients(verb) if word(verb) in _PERSUADED else _doers(reading, verb)
    ids = who(reading, nouns)
    if not _may(reading, nouns, ids, decision, content, verb):
        return None
    status = composed(decision.status, content.status, negated=is_negated(verb))
    if status is not None and is_negated(content.head) and is_verb(content.head):
        status = S.REJECTED
    status = _with_modal(reading, verb, status)
    if status is None:
        return None
    used.add(content.head.i)
    draft = _draft(reading, verb, content, status, nouns, ids)
    level = power(reading, nouns, ids)
    return draft if is_plausible(reading, draft, level, content) else None


def _may(
    reading: Reading,
    nouns: Sequence[Token],
    ids: Sequence[str],
    decision: Decision,
    content: Measure,
    verb: Token,
) -> bool:
    """Whether the actor has the power to decide this (see docs/explanation/policies)."""
    level = power(reading, nouns, ids)
    needed = Power[decision.power.upper()]
    guess = content.setting == "" and content.instrument is None and not content.alone
    if decision.status is S.IN_FORCE and guess:
        return False
    if decision.status is S.PROPOSED and not content.alone and content.instrument is None:
        return False
    if decision.complement == "noun" and is_negated(verb) and content.instrument is None:
        return False
    if not content.known:
        return _may_anything(decision, verb, level)
    if content.alone:
        return level >= needed or (is_passive(verb) and not nouns)
    needed = max(needed, Power.OFFICE)
    return level >= needed


def _may_anything(decision: Decision, verb: Token, level: Power) -> bool:
    """Whether whatever is decided so is a policy: of a state or body; an order of any leader."""
    if decision.complement == "noun" or is_negated(verb):
        return False
    if word(verb) in ("order", "command"):
        return level >= Power.OFFICE or child(verb, "dobj", "nsubj") is not None
    return decision.status in (S.ADOPTED, S.AGREED) and level >= Power.BODY


# -- acts by themselves ------------------------------------------------------------------------


def _alone(reading: Reading, verb: Token) -> Iterator[Draft]:
    content = measure(reading, verb)
    if content is None:
        return
    content = _with_purpose(reading, content)
    nouns = _doers(reading, verb)
    if content.subject and content.instrument:
        nouns = objects_of(verb, ("between",))
    elif content.receiver:
        nouns = objects_of(verb, ("from",))
    reporter = _reporter(verb)
    if not nouns and reporter is not None and reporter[1].status is not S.PROPOSED:
        nouns = _doers(reading, reporter[0])
    ids = who(reading, nouns)
    status = content.status
    if is_negated(verb):
        status = composed(S.REJECTED, content.status, negated=False) or status
    final = _with_modal(reading, verb, status)
    if final is None:
        return
    level = power(reading, nouns, ids)
    if not _stands_alone(verb, content, level, nouns):
        return
    draft = _draft(reading, verb, content, final, nouns, ids)
    if not content.alone and content.setting in ("state", "ongoing"):
        if modal(verb) == "" and not is_political(reading, draft):
            return
    if is_plausible(reading, draft, level, content):
        yield draft


def _with_purpose(reading: Reading, content: Measure) -> Measure:
    """A plan, programme or agreement to do something has the field of what is to be done."""
    if content.instrument is None or content.subject:
        return content
    for clause in content.instrument.children:
        if clause.dep == "acl" and is_verb(clause) and is_infinitive(clause):
            aim = measure(reading, clause)
            if aim is not None and (not content.alone or content.kind is PolicyKind.AGREEMENT):
                kind = aim.kind if not content.alone else content.kind
                things = (*aim.patients, *content.patients)
                return attrs.evolve(content, kind=kind, head=content.head, patients=things, target=(*aim.target, *content.target))
    return content


def _stands_alone(verb: Token, content: Measure, level: Power, nouns: Sequence[Token]) -> bool:
    if content.subject:
        return content.alone
    committed = modal(verb) == "will" or (_reporter(verb) is not None and modal(verb) == "would")
    if content.alone:
        return level >= Power.PERSON or (not nouns and (is_passive(verb) or verb.dep == "pcomp"))
    if _reporter(verb) is not None and _promises(verb):
        return level >= Power.OFFICE
    if content.instrument is not None:
        return level >= Power.OFFICE
    if content.setting == "office":
        return level >= Power.OFFICE
    if content.setting == "state" or (content.setting == "ongoing" and _is_ongoing(verb)):
        return level >= Power.BODY
    return committed and level >= Power.BODY and content.kind is not PolicyKind.OTHER


def _is_ongoing(verb: Token) -> bool:
    """Whether the clause tells of what is being done or has been done so far, not of one deed."""
    if verb.tag in ("VBZ", "VBP"):
        return True
    have = any(c.dep == "aux" and c.lemma == "have" for c in verb.children)
    return have or (verb.tag == "VBG" and is_finite(verb))


def _promises(verb: Token) -> bool:
    """Whether a verb of deciding or announcing, not of mere saying, has the clause as content."""
    reporter = _reporter(verb)
    return (
        reporter is not None
        and modal(verb) in ("will", "would")
        and word(reporter[0]) not in ("say", "state", "tell", "add", "confirm")
    )


def _reporter(verb: Token) -> tuple[Token, Decision] | None:
    """The verb of saying or deciding whose that-clause this is."""
    token = verb
    for _ in range(4):
        if token.dep == "ccomp":
            above = token.head
            for decision in decisions().get(word(above), ()):
                if decision.complement == "that" and matched(above, decision.words) is not None:
                    return above, decision
            return None
        if token.dep != "conj":
            return None
        token = token.head
    return None


def _with_modal(reading: Reading, verb: Token, status: S | None) -> S | None:
    """The status as the modal and a reporting verb change it; `None`: nothing is decided."""
    form, reporter = modal(verb), _reporter(verb)
    if status is None:
        return None
    if form == "" and status is S.ADOPTED and verb.tag == "VBG" and is_finite(verb):
        return S.IN_FORCE
    if form == "would":
        if reporter is None:
            return None
        form = "will"
    if form == "will":
        return status if status in (S.REJECTED, S.PROPOSED) else S.ANNOUNCED
    if reporter is not None and reporter[1].status in (S.ADOPTED, S.AGREED):
        return status
    return status


def _draft(
    reading: Reading,
    verb: Token,
    content: Measure,
    status: S,
    nouns: Sequence[Token],
    ids: tuple[str, ...],
) -> Draft:
    first = min(nouns, key=lambda t: t.i, default=None)
    if first is None and content.subject:
        first = next(iter(content.patients), None)
    start, end = evidence(reading, verb, first)
    if content.head is not verb:
        inner_start, inner_end = _inner(reading, verb, content)
        if inner_start > end or len(_siblings(verb, content)) > 1:
            start, end = inner_start, inner_end
        else:
            end = max(inner_end, verb.end)
    if content.head is verb:
        core = [verb, *content.patients]
        end = max(end, max(t.end for t in core if t.sentence == verb.sentence and t.i >= verb.i))
    if not ids and content.kind is PolicyKind.AGREEMENT:
        ids = who(
            reading,
            [t for n in (content.head, *content.patients) for t in objects_of(n, ("between",))],
        )
    aimed = targets(reading, content, ids)
    return Draft(
        head=content.head,
        kind=content.kind,
        status=status,
        actors=ids,
        bodies=frozenset(state_of(reading, i) for i in ids),
        targets=tuple(t for t in aimed if t not in ids),
        words=words_of(content),
        start=min(start, end),
        end=end,
        generic=is_generic(content),
        instrument=content.instrument,
    )


def _siblings(verb: Token, content: Measure) -> list[Token]:
    return [content.head] if content.head.dep != "conj" else [content.head.head, content.head]


def _inner(reading: Reading, verb: Token, content: Measure) -> tuple[int, int]:
    start, end = evidence(reading, content.head, None)
    for thing in content.patients:
        if thing.i > content.head.i and thing.head is verb:
            from geopolitics_model.parsers.policies.syntax import phrase_end

            end = max(end, reading.tokens[phrase_end(thing)].end)
    return start, end


def words_of(content: Measure) -> frozenset[str]:
    """The lemmas that say what a measure is about: its verb and the nouns of its object."""
    found = {word(content.head)}
    for thing in content.patients:
        for token in thing.subtree()[:12]:
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
