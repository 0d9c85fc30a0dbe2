"""What is decided, promised or refused: the complements of a word of decision."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import PolicyKind, PolicyStatus
from geopolitics_model.parsers.phrases import child, conjuncts, subjects
from geopolitics_model.parsers.policies.drafts import Measure
from geopolitics_model.parsers.policies.instruments import instrument_of
from geopolitics_model.parsers.policies.lexicon import Decision, decisions, word
from geopolitics_model.parsers.policies.measures import (
    guessed,
    measure,
    noun_measure,
)
from geopolitics_model.parsers.policies.syntax import (
    infinitives,
    is_infinitive,
    is_subjunctive,
    is_verb,
    modal,
    patients,
)

S = PolicyStatus
_NOUN_STRONG = frozenset(("decide on", "agree on", "agree to", "agree upon", "vote for"))
_COMPLEMENTS = ("xcomp", "pcomp", "ccomp", "acl", "advcl")


def contents(reading: Reading, verb: Token, last: Token, decision: Decision) -> list[Measure]:
    """The measures that a decision at `verb` (its phrase ends in `last`) is about."""
    if decision.complement == "that":
        found = _of_clause(reading, verb, decision)
    elif decision.complement == "noun":
        found = _of_nouns(reading, verb, last, decision)
    else:
        found = _of_verbs(reading, verb, last, decision)
    return [_with_kind(content, decision) for content in found]


def _of_verbs(reading: Reading, verb: Token, last: Token, decision: Decision) -> Iterator[Measure]:
    for head in _verbs_below(verb, last):
        gerund = head.tag == "VBG" and not is_infinitive(head)
        if gerund is (decision.complement == "gerund") and (gerund or is_infinitive(head)):
            for content in infinitives(head, reading):
                yield from _content(reading, content, decision)


def _verbs_below(verb: Token, last: Token) -> Iterator[Token]:
    for above in dict.fromkeys((verb, last)):
        for c in above.children:
            below = c.dep in _COMPLEMENTS or (c.dep == "relcl" and above is last is not verb)
            if not is_verb(c) or not below or c.i < verb.i:
                continue
            beside = c.left <= max(verb.i, last.i) + 1 or child(verb, "dobj", "nsubjpass")
            if _comma_between(verb, c) or (
                c.dep == "advcl" and not beside and not is_infinitive(c)
            ):
                continue
            if last is child(verb, "dobj") or not _is_purpose(verb, c):
                yield c


def _is_purpose(verb: Token, clause: Token) -> bool:
    """Whether a clause behind an object says what for: "began a siege to force a surrender"."""
    thing = child(verb, "dobj")
    return (
        thing is not None
        and clause.dep == "advcl"
        and is_infinitive(clause)
        and thing.i < clause.i
        and word(verb) not in _BIDDING
        and thing.pos != "PRON"
    )


_BIDDING = frozenset(
    "order instruct direct command authorise authorize allow permit forbid compel require oblige "
    "persuade convince bid urge tell ask commission empower entitle".split()
)
"""Verbs whose object shall do what the infinitive says."""


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


def _of_clause(reading: Reading, verb: Token, decision: Decision) -> Iterator[Measure]:
    """What was decided in a that-clause of no known frame: "agreed that Israel would invade".

    The verb of a known frame is read by itself, see `telling.reporter_of`. Without a modal a
    clause is an opinion ("agreed that the talks were useful").
    """
    clause = child(verb, "ccomp")
    if clause is None or not is_verb(clause):
        return
    if is_subjunctive(clause):  # "resolved that the embargo be lifted"
        for told in (t for t in conjuncts(clause) if is_verb(t)):
            yield from _content(reading, told, decision)
        return
    if decision.status not in (S.ADOPTED, S.AGREED):
        return
    if modal(clause) in ("would", "will", "should") and measure(reading, clause) is None:
        deals = [t for t in subjects(clause) if instrument_of(reading, t) is not None]
        if deals:  # "agreed that a truce should be in place by May"
            yield noun_measure(reading, deals[0])
            return
        found = guessed(clause)
        if found is None and clause.lemma in ("be", "have", "do"):
            return
        things = tuple(patients(clause))
        kind = decision.kind or (found.kind if found else PolicyKind.OTHER)
        yield Measure(clause, kind, S.ADOPTED, False, things, ("object",))


def _content(reading: Reading, verb: Token, decision: Decision) -> Iterator[Measure]:
    """The measure of a complement; "agreed to continue to support" is about supporting."""
    inner = child(verb, "xcomp")
    if inner is not None and is_infinitive(inner) and word(verb) in decisions():
        yield from _content(reading, inner, decision)
        return
    found = measure(reading, verb) or guessed(verb)
    if found is None and decision.words[0] in _BINDING:
        found = Measure(
            verb, PolicyKind.AGREEMENT, S.ADOPTED, False, tuple(patients(verb)), ("object",)
        )
    if found is None and decision.kind is PolicyKind.REGULATION:
        # "allowed the refugees to enter": whatever others may or must do is a rule
        found = Measure(
            verb, PolicyKind.REGULATION, S.ADOPTED, False, tuple(patients(verb)), ("object",)
        )
    if found is not None:
        yield found


_BINDING = frozenset(("bind", "covenant", "contract"))
"""Whatever one binds oneself to do is an agreement: "bound himself to come to their aid"."""


def _of_nouns(reading: Reading, verb: Token, last: Token, decision: Decision) -> Iterator[Measure]:
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
