"""Whether and how a clause tells of something done: fact or wish, who did it, who reports it."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import PolicyStatus
from geopolitics_model.parsers import unparsed
from geopolitics_model.parsers.actors import council
from geopolitics_model.parsers.phrases import (
    antecedent,
    conjuncts,
    head_conjunct,
    is_hypothetical,
    is_passive,
    is_question,
    objects_of,
    subjects,
)
from geopolitics_model.parsers.policies.clauses import parted_auxiliary, unsaid_doers
from geopolitics_model.parsers.policies.drafts import composed
from geopolitics_model.parsers.policies.instruments import instrument_of
from geopolitics_model.parsers.policies.lexicon import (
    Decision,
    decisions,
    matched,
    object_classes,
    wishes,
    word,
)
from geopolitics_model.parsers.policies.syntax import (
    is_finite,
    is_infinitive,
    is_negated,
    is_verb,
    modal,
)

S = PolicyStatus
_FACTUAL_GERUND = frozenset(("after", "by", "since", "following", "including", "from"))
_RESOLVED = frozenset(("commit", "prepare", "set", "resolve", "oblige"))
"""Participles that say what their subject is willing to do: "is committed to", "is set to"."""
_CAUSING = frozenset(("get", "have", "see", "want"))
_SAYING = frozenset(("say", "state", "tell", "add", "confirm"))


def is_told(reading: Reading, verb: Token) -> bool:
    """Whether the clause reports something: no condition, question, wish, command, bare purpose."""
    if modal(verb) not in ("", "will", "would") or is_hypothetical(verb):
        return False
    if is_question(reading, verb) or _is_wished(verb):
        return False
    if is_infinitive(verb) and modal(verb) != "will":
        return _came_about(reading, verb)
    if verb.tag in ("VBG", "VBN") and not is_finite(verb):
        return _is_factual(verb) or parted_auxiliary(verb) is not None
    if verb.dep == "ccomp" and word(verb.head) in _CAUSING:
        return False  # "wants to get the law passed"
    if verb.tag == "VB" and not modal(verb) and not any(c.dep == "aux" for c in verb.children):
        return _is_past(verb)
    return verb.dep != "amod"


def _is_past(verb: Token) -> bool:
    """Whether what is tagged as a base form is a past with its subject: "Chad cut its ties"."""
    subject = next((c for c in verb.children if c.dep == "nsubj" and c.i < verb.i), None)
    if subject is not None and verb.dep in ("ROOT", "relcl", "conj", "advcl"):
        return True
    return verb.lower.endswith("ed") and word(verb) != verb.lower


_BRINGING = frozenset("prompt lead cause force induce compel oblige drive move spur".split())
"""Verbs by whose subject an object comes to do what the infinitive says."""
_GLAD = frozenset("glad pleased proud happy delighted honoured honored sorry ready".split())
_TELLING = frozenset("announce confirm declare inform report say".split())
_ORDINALS = frozenset(("first", "second", "third", "last", "only", "latest", "next"))


def _came_about(reading: Reading, infinitive: Token) -> bool:
    """Whether an infinitive tells a fact: "led Chile to sign", "the first to recognise"."""
    above = infinitive.head
    if above.pos == "ADJ" and above.lower in _GLAD:
        return word(infinitive) in _TELLING  # "is pleased to announce"
    if infinitive.dep in ("xcomp", "ccomp", "advcl") and word(above) in _BRINGING:
        return not is_negated(above) and is_told(reading, above)
    if infinitive.dep in ("relcl", "acl"):
        return above.lower in _ORDINALS or any(c.lower in _ORDINALS for c in above.children)
    return False


def _is_factual(participle: Token) -> bool:
    """Whether a clause without a finite verb tells a fact ("after lifting the ban")."""
    if participle.tag == "VBN":
        if participle.dep == "acl" and word(participle.head.head) in _CAUSING:
            return False
        past = any(c.dep == "nsubj" for c in participle.children)  # tagged wrong: "it resolved"
        return past or participle.dep in ("acl", "advcl", "conj", "ROOT", "relcl")
    first = head_conjunct(participle)
    if first.dep == "pcomp":
        above = first.head.head
        if is_verb(above) and is_negated(above):
            return False  # "will not punish them by cutting off aid"
        progress = first.head.lower == "in" and above.pos == "NOUN"
        return progress or first.head.lower in _FACTUAL_GERUND
    return first.dep in ("advcl", "acl", "ROOT") or is_finite(first)


def _is_wished(verb: Token) -> bool:
    """Whether the clause is the content of a hope, a demand or a guess."""
    top = head_conjunct(verb)
    return top.dep == "ccomp" and word(top.head) in wishes()


def doers(reading: Reading, verb: Token) -> list[Token]:
    """The nouns that do what a verb says, in any voice; none where the text does not say."""
    if verb.dep == "pcomp" and not verb.head.is_root and not is_verb(verb.head.head):
        return []  # "the outcome, including reaching a consensus": who did is not said
    if is_infinitive(verb) and word(verb.head) in _BRINGING:
        own = [c for c in verb.children if c.dep in ("nsubj", "nsubjpass")]
        bidden = own or [c for c in verb.head.children if c.dep in ("dobj", "nsubjpass")]
        return [t for noun in bidden for t in conjuncts(noun)]
    if is_infinitive(verb) and verb.dep in ("relcl", "acl"):  # "Chad was the first to recognise it"
        copula = verb.head.head if verb.head.dep == "attr" else None
        return [antecedent(t) for t in subjects(copula)] if copula is not None else []
    beside = unparsed.own_subject(reading, verb)
    found = [antecedent(t) for t in subjects(verb)] if beside is None else [beside]
    if is_passive(verb):
        if not found:  # "withdrawn as envoy by the president": "by" may hang low
            below = [n for p in verb.children if p.dep == "prep" for n in p.children]
            found = [t for n in below for t in objects_of(n, ("by",))]
        # "cancelled by September", "prolonged by six months"
        found = [t for t in found if not _is_time(reading, t)]
        found = [who for t in found for who in _behind(reading, t)]
    found = found or unsaid_doers(reading, verb)
    if not found and word(verb) in _RESOLVED:
        found = [t for c in verb.children if c.dep == "nsubjpass" for t in conjuncts(c)]
    return [t for i, t in enumerate(found) if t not in found[:i]]


def _is_time(reading: Reading, noun: Token) -> bool:
    """Whether a noun ends a time: "by September", "by six months"."""
    whens = reading.times_in(reading.tokens[noun.left].start, noun.end)
    return any(span.start < noun.end <= span.end for when in whens for span in when.evidence)


def _behind(reading: Reading, agent: Token) -> list[Token]:
    """Who acts by a decree, a resolution or a referendum: whose it is, or nobody who is named."""
    means = instrument_of(reading, agent) is not None or "ballot" in object_classes().get(
        word(agent), ()
    )
    if not means or reading.entity(agent) is not None:
        return [agent]
    named = [c for c in agent.children if c.i < agent.i and reading.entity(c) is not None]
    return named or ([agent] if council(reading, agent) is not None else [])


def is_ongoing(verb: Token) -> bool:
    """Whether the clause tells of what is being done or has been done so far, not of one deed."""
    if verb.tag in ("VBZ", "VBP"):
        return True
    have = any(c.dep == "aux" and c.lemma == "have" for c in verb.children)
    return have or (verb.tag == "VBG" and is_finite(verb))


def _has_lasted(verb: Token) -> bool:
    """Whether the clause tells of what goes on since a time: "has armed them since May"."""
    perfect = any(c.dep == "aux" and c.lemma == "have" for c in verb.children)
    return perfect and any(c.dep in ("prep", "mark") and c.lower == "since" for c in verb.children)


def is_promised(verb: Token) -> bool:
    """Whether a verb of deciding or announcing, not of mere saying, has the clause as content."""
    reporter = reporter_of(verb)
    return (
        reporter is not None
        and modal(verb) in ("will", "would")
        and word(reporter[0]) not in _SAYING
    )


def reporter_of(verb: Token) -> tuple[Token, Decision] | None:
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


def with_modal(verb: Token, status: S | None) -> S | None:
    """The status as the modal and a reporting verb change it; `None`: nothing is decided."""
    form = modal(verb)
    if status is None:
        return None
    if form == "would" and reporter_of(verb) is None:
        # "would not receive the envoy": in a report of the past that is a refusal
        return status if status is S.REJECTED and is_negated(verb) else None
    lasting = (verb.tag == "VBG" and is_finite(verb)) or _has_lasted(verb)
    if form == "" and status is S.ADOPTED and lasting:
        return S.IN_FORCE
    reporter = reporter_of(verb) if form in ("will", "would") else None
    if reporter is not None and reporter[1].status in (S.AGREED, S.ADOPTED, S.PROPOSED):
        return composed(reporter[1].status, status, negated=False)
    if form in ("will", "would"):
        return status if status in (S.REJECTED, S.PROPOSED) else S.ANNOUNCED
    return status
