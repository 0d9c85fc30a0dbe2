"""Policies told by nouns: "Pristina's decision to ...", "a ban on ...", "support for ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import PolicyKind, PolicyStatus
from geopolitics_model.parsers.actors import modifiers
from geopolitics_model.parsers.phrases import (
    antecedent,
    is_hypothetical,
    objects_of,
    owners,
    subjects,
)
from geopolitics_model.parsers.policies.drafting import draft_of
from geopolitics_model.parsers.policies.drafts import Draft, Measure, composed
from geopolitics_model.parsers.policies.instruments import instrument_of
from geopolitics_model.parsers.policies.lexicon import Nominal, longest, nominals, wishes, word
from geopolitics_model.parsers.policies.measures import (
    belongs,
    guessed,
    is_actor,
    kind_of,
    measure,
)
from geopolitics_model.parsers.policies.plausible import is_plausible
from geopolitics_model.parsers.policies.power import Actors, Power, actors_at, is_first_person
from geopolitics_model.parsers.policies.syntax import (
    infinitives,
    is_infinitive,
    is_verb,
    modal,
    phrase_end,
)

S = PolicyStatus
_BARE = frozenset((PolicyKind.AID, PolicyKind.STRATEGY))


def drafts(reading: Reading, told: Sequence[Draft]) -> Iterator[Draft]:
    """The policies that the nouns of a text tell, except those that a verb has told (`told`)."""
    covered = {t.i for d in told for t in reading.tokens_between(d.start, d.end)}
    for noun in reading.tokens:
        if noun.pos not in ("NOUN", "PROPN") or noun.dep == "compound" or noun.i in covered:
            continue
        rows = longest(noun, nominals(), reading.tokens)
        if rows is None or not is_told(noun):
            continue
        for row in rows:
            found = list(_of(reading, noun, row))
            if found:
                yield from found
                break


def is_told(noun: Token) -> bool:
    """Whether the noun stands for something there is, not wished for, denied or conditional."""
    if is_denied(noun):
        return False
    definite = any(c.dep == "poss" or c.lower in ("the", "these", "those") for c in noun.children)
    if noun.dep == "pobj" and noun.head.lower in _NOT_YET and not definite:
        return False
    verb = next((t for t in noun.ancestors() if is_verb(t)), None)
    if verb is None:
        return True
    if modal(verb) not in ("", "will", "would") or is_hypothetical(verb):
        return False
    return word(verb) not in wishes() or noun.dep not in ("dobj", "pobj")


def is_denied(noun: Token) -> bool:
    """Whether there is none of it: "no treaty", "any ban"."""
    return any(c.dep in ("det", "neg") and c.lower in ("no", "any") for c in noun.children)


_NOT_YET = frozenset(("for", "without", "towards", "toward", "against"))
"""Prepositions before what there may not be yet: "called for a ban"."""


def _of(reading: Reading, noun: Token, row: Nominal) -> Iterator[Draft]:
    actors = _actors(reading, noun, row)
    for content in _contents(reading, noun, row):
        if actors.power < _needed(row, content):
            continue
        status = row.status if row.kind else composed(row.status, content.status, negated=False)
        if status is None:
            continue
        extent = evidence(reading, noun, content, actors.tokens)
        draft = draft_of(reading, content, status, actors.ids, extent)
        if _is_whole(draft, row, actors) and is_plausible(reading, draft, actors.power, content):
            yield draft


def _actors(reading: Reading, noun: Token, row: Nominal) -> Actors:
    found = actors_at(reading, _owners(reading, noun, row))
    if found.ids or found.tokens:
        return found
    ids = tuple(modifiers(reading, noun))  # "Russian support"
    return Actors((), ids, Power.BODY if ids and row.kind else Power.NOBODY)


def _needed(row: Nominal, content: Measure) -> float:
    """The power that a decision of this sort takes; endless where it is none anyway."""
    if row.status is S.PROPOSED and not content.alone and not content.known:
        return _NEVER
    if not content.known and row.status not in (S.ADOPTED, S.AGREED):
        return _NEVER
    if row.kind in _BARE or row.status is S.PROPOSED or "with" in row.complements:
        return Power.BODY
    if row.kind is PolicyKind.OTHER or row.complements == ("between",):
        return Power.OFFICE
    if content.alone:
        return Power.PERSON
    return Power.OFFICE if content.known else Power.BODY


_NEVER = float("inf")


def _is_whole(draft: Draft, row: Nominal, actors: Actors) -> bool:
    """Whether it is said who gives or gains: support for nobody is no policy."""
    if row.kind in (PolicyKind.AID, PolicyKind.DIPLOMACY) and not draft.targets:
        return False
    return bool(draft.actors or draft.targets) or actors.power > Power.PERSON


def _owners(reading: Reading, noun: Token, row: Nominal) -> list[Token]:
    found = [antecedent(t) for t in owners(noun)]
    named = [t for t in noun.children if t.dep == "poss"]
    if named and is_first_person(named[0]):
        return named
    if named and named[0].tag == "PRP$" and not reading.entity(named[0]):
        above = next((t for t in noun.ancestors() if is_verb(t)), None)
        return [antecedent(t) for t in subjects(above)] if above else []
    if named:
        return found
    of = [t for t in objects_of(noun, ("of",)) if is_actor(reading, t)]
    if "of" not in row.complements and of:
        return of
    by = objects_of(noun, tuple(p for p in ("by", "from") if p not in row.complements))
    if by:
        return by
    if row.complements == ("between",):
        return objects_of(noun, ("between",))
    if modifiers(reading, noun):
        return []
    light = noun.head
    if noun.dep == "attr" and light.dep == "relcl":  # "issued a plan, which was a refusal to ..."
        above = next((t for t in light.ancestors() if is_verb(t)), None)
        return [antecedent(t) for t in subjects(above)] if above is not None else []
    if noun.dep == "dobj" and word(light) in _LIGHT:
        return found
    if noun.dep == "pobj" and light.lower == "with" and word(light.head) in _ANSWERING:
        return [antecedent(t) for t in subjects(light.head)]
    return []


_ANSWERING = frozenset(("respond", "react", "retaliate", "reply", "answer", "proceed"))
_LIGHT = frozenset(
    "make take have give announce issue renew reaffirm reassert express repeat defend reiterate "
    "provide offer show extend receive confirm honour honor fulfil fulfill underline underscore "
    "stress affirm declare maintain keep".split()
)


def _contents(reading: Reading, noun: Token, row: Nominal) -> Iterator[Measure]:
    for complement in row.complements:
        if complement == "infinitive":
            found = list(_of_infinitive(reading, noun))
        elif complement == "that":
            found = list(_of_clause(reading, noun))
        elif complement == "copula":
            found = list(_of_copula(noun, row))
        elif complement == "with":
            found = list(_of_help(noun, row))
        elif complement == "none":
            found = [_bare(noun, row.kind)] if row.kind is not None else []
        else:
            things = tuple(objects_of(noun, (complement,)))
            found = list(_with_object(reading, noun, row, things)) if things else []
        if found:
            yield from found
            return


def _of_infinitive(reading: Reading, noun: Token) -> Iterator[Measure]:
    """ "the decision to close the border"."""
    # "the refusal of the council to meet": the infinitive may hang on the council
    nouns = (noun, *objects_of(noun, ("of", "by")))
    clauses = [c for n in nouns for c in n.children if c.dep in ("acl", "xcomp", "relcl")]
    clauses = [c for c in clauses if is_verb(c)]
    for clause in clauses:
        if is_infinitive(clause):
            for verb in infinitives(clause, reading):
                found = measure(reading, verb) or guessed(verb)
                if found is not None:
                    yield found
            return


def _of_clause(reading: Reading, noun: Token) -> Iterator[Measure]:
    """ "an agreement that the allies would invade"."""
    for clause in noun.children:
        if clause.dep not in ("acl", "ccomp", "relcl") or not is_verb(clause):
            continue
        said = any(c.dep == "mark" and c.lower == "that" for c in clause.children)
        if said and modal(clause) in ("will", "would", "should"):
            for verb in (clause, *(c for c in clause.children if c.dep == "conj" and is_verb(c))):
                found = measure(reading, verb) or guessed(verb)
                if found is not None:
                    yield found


def _of_copula(noun: Token, row: Nominal) -> Iterator[Measure]:
    """ "its strategy is to isolate the junta"."""
    if noun.dep == "nsubj" and noun.head.lemma == "be" and row.kind is not None:
        for c in noun.head.children:
            if c.dep in ("xcomp", "ccomp", "attr") and is_verb(c) and is_infinitive(c):
                yield Measure(noun, row.kind, row.status, False, (c,), ("object",))


def _of_help(noun: Token, row: Nominal) -> Iterator[Measure]:
    """ "with the support of Libya": the subject of the clause gains."""
    if noun.dep == "pobj" and noun.head.lower == "with" and row.kind is not None:
        above = next((t for t in noun.ancestors() if is_verb(t)), None)
        gains = tuple(subjects(above)) if above is not None else ()
        yield Measure(noun, row.kind, row.status, True, gains, ("object",))


def _bare(noun: Token, kind: PolicyKind) -> Measure:
    strong = kind is not PolicyKind.STRATEGY
    return Measure(noun, kind, S.ADOPTED, strong, (noun,), ("on", "against", "for", "towards"))


_DIRECTED = ("object", "with", "to", "from", "in")


def _with_object(
    reading: Reading, noun: Token, row: Nominal, things: tuple[Token, ...]
) -> Iterator[Measure]:
    if row.object and not any(belongs(reading, thing, row.object) for thing in things):
        return
    if row.kind is not None:
        kind = kind_of(reading, row, things)
        yield Measure(noun, kind or row.kind, row.status, True, things, _DIRECTED)
        return
    found = instrument_of(reading, things[0])
    if found is not None:
        instrument = found[1]
        yield Measure(
            noun, instrument.kind, row.status, True, things, ("on", "against", "to", "with"),
            instrument=found[0],
        )  # fmt: skip


def evidence(
    reading: Reading, noun: Token, content: Measure, nouns: Sequence[Token]
) -> tuple[int, int]:
    """The characters of a noun phrase that tells a policy, with the owners before it."""
    tokens = reading.tokens
    last = tokens[phrase_end(content.head)]
    if content.head is not noun and content.head.dep == "conj":
        first = min(
            (c for c in content.head.children if c.tag == "TO"),
            key=lambda t: t.i,
            default=content.head,
        )
        return first.start, last.end
    left = min((c.left for c in noun.children if c.i < noun.i), default=noun.i)
    near = [t for t in nouns if t.sentence == noun.sentence and noun.i - 8 <= t.i < left]
    if near:
        left = min(t.left for t in near)
    cut = min(
        (
            c.left - 1
            for c in content.head.children
            if c.dep in ("conj", "cc") and is_verb(c) and c.i > content.head.i
        ),
        default=last.i,
    )
    end = tokens[max(noun.i, content.head.i, min(last.i, cut))]
    return tokens[left].start, end.end
