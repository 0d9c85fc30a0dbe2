"""What a verb does, if it is something that policies are made of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Organisation, Person, Place, PolicyKind, PolicyStatus
from geopolitics_model.parsers.actors import is_union
from geopolitics_model.parsers.phrases import (
    antecedent,
    conjuncts,
    is_passive,
    objects_of,
    subjects,
)
from geopolitics_model.parsers.policies.drafts import Measure
from geopolitics_model.parsers.policies.instruments import (
    inside,
    instrument_before,
    instrument_of,
    is_amount,
    names_other,
)
from geopolitics_model.parsers.policies.lexicon import (
    Act,
    Frame,
    Instrument,
    Nominal,
    acts,
    authorities,
    class_kinds,
    frames,
    grounds,
    longest,
    matched,
    nominals,
    object_classes,
    topics,
    word,
)
from geopolitics_model.parsers.policies.syntax import patients, stands_for

S = PolicyStatus
K = PolicyKind
_ON = ("on", "against", "to", "for", "with", "of", "in", "over", "from")


def measure(reading: Reading, verb: Token) -> Measure | None:
    """The most specific measure that a verb and its object make, or `None`."""
    return (
        _by_act(reading, verb, subject=True)
        or _by_frame(reading, verb, narrow=True)
        or _by_act(reading, verb, subject=False)
        or _by_frame(reading, verb, narrow=False)
    )


def _is_spatial(verb: Token) -> bool:
    """Whether a particle makes the verb one of movement: "pressed back the defenders"."""
    return any(c.dep == "prt" and c.lower in _SPATIAL for c in verb.children)


_PUBLIC = frozenset(
    ("office", "legislature", "capital", "control", "rule", "border", "selfrule", "freedom", "arms",
     "armament", "envoy", "ties", "trade", "assets", "strikes", "club", "member", "actor", "war",
     "negotiation", "recognised", "drawdown")
)  # fmt: skip
_SPATIAL = frozenset(("back", "through", "forward", "away"))


def _by_frame(reading: Reading, verb: Token, *, narrow: bool) -> Measure | None:
    for frame in frames().get(word(verb), ()):
        if (frame.object != "any") is not narrow and len(frame.words) == 1:
            continue
        last = matched(verb, frame.words)
        if last is None or (last is verb and _is_spatial(verb)):
            continue
        if frame.object == "territory" and any(c.dep == "prt" for c in verb.children if c != last):
            continue  # "was sold out"
        things = _things(verb, last, frame)
        if narrow and any(names_other(reading, thing, frame.kind) for thing in things):
            continue
        if _fits(reading, verb, things, frame):
            return Measure(
                verb, frame.kind, frame.status, frame.alone == "yes", tuple(things), frame.target,
                setting=frame.alone,
                subject=frame.slot == "subject", receiver=frame.slot == "receiver",
                public=frame.object in _PUBLIC or any(is_actor(reading, t) for t in things),
            )  # fmt: skip
    return None


def _things(verb: Token, last: Token, frame: Frame) -> Sequence[Token]:
    if frame.slot == "subject":
        return [antecedent(t) for t in subjects(verb)]
    if (
        frame.slot == "object"
        and last is not verb
        and last.pos in ("ADP", "SCONJ", "PART")
        and last.dep != "prt"
    ):
        return [t for n in last.children if n.dep in ("pobj", "pcomp") for t in conjuncts(n)]
    if frame.slot == "oprd":
        return [c for c in verb.children if c.dep in ("oprd", "attr")]
    found = patients(verb)
    if any(is_amount(t) for t in found):  # "froze 2 billion in assets": "in" may hang on the verb
        found = [*found, *objects_of(verb, ("in", "of"))]
    return found


def _fits(reading: Reading, verb: Token, things: Sequence[Token], frame: Frame) -> bool:
    if frame.slot == "receiver" and not objects_of(verb, ("from",)):
        return False
    if frame.object == "any":
        return frame.slot in ("subject", "dobj") or bool(things)
    return any(belongs(reading, thing, frame.object) for thing in things)


def belongs(reading: Reading, noun: Token, wanted: str) -> bool:
    """Whether a noun phrase is of a class of objects; `actor`: a state, body or people; `member`:
    one that is no force in the field."""
    if wanted == "actor":
        return is_actor(reading, noun)
    if wanted == "member":
        return is_actor(reading, noun) and "forces" not in object_classes().get(word(noun), ())
    if wanted == "envoy" and noun.pos == "PROPN" and _is_envoy(noun):
        return True
    if wanted == "club" and (id := reading.entity(noun)) is not None and is_union(reading, id):
        return True
    if wanted == "person":
        return isinstance(reading.object(reading.entity(noun) or ""), Person)
    if wanted == "people" and noun.tag == "NNPS" and _is_named_place(reading, noun):
        return True  # "a million Ghanaians"
    if wanted == "arms" and _DESIGNATION.fullmatch(noun.text):
        return True  # "F-16s"
    if wanted == "territory" and _is_named_place(reading, noun):
        return True
    if wanted == "office":
        return authorities().get(word(noun)) == "office"
    if wanted == "relief" and any(t.text[-1:] in _CURRENCIES for t in _before(reading, noun)):
        return True  # "£140m", "US$ 3bn"
    parts = (noun, *inside(noun))
    return any(wanted in object_classes().get(word(part), ()) for part in parts)


_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,4}-\d+[A-Z]*s?")
"""What weapons are called: "F-16s", "T-72"."""


def _is_named_place(reading: Reading, noun: Token) -> bool:
    return isinstance(reading.object(reading.entity(noun) or ""), Place)


def _before(reading: Reading, noun: Token) -> Sequence[Token]:
    """The words before a noun in its phrase, and the one before that."""
    return reading.tokens[max(0, min(noun.left, noun.i - 2)) : noun.i]


_CURRENCIES = frozenset("$€£¥")


def _is_envoy(noun: Token) -> bool:
    """Whether a name has the title of an envoy: "Ambassador Hale"."""
    before = [word(c) for c in noun.children if c.dep in ("compound", "amod", "appos")]
    return any("envoy" in object_classes().get(w, ()) for w in before)


def is_actor(reading: Reading, noun: Token) -> bool:
    """Whether a noun phrase speaks of a state, a body or a people."""
    noun = noun if reading.entity(noun) else stands_for(reading, noun)
    if noun.lower in ("that", "those") and (of := objects_of(noun, ("of",))):
        noun = of[0]  # "recognised that of Mr. Guaidó"
        return reading.entity(noun) is not None
    id = reading.entity(noun)
    if id is not None:
        return isinstance(reading.object(id), (Place, Organisation))
    return word(noun) in authorities() and noun.pos in ("NOUN", "PROPN")


def _by_act(reading: Reading, verb: Token, *, subject: bool) -> Measure | None:
    for act in acts().get(word(verb), ()):
        last = matched(verb, act.words) if act.subject is subject else None
        if last is None or (last is verb and _is_spatial(verb)):
            continue
        things = _instruments_at(reading, verb, last, act)
        for thing in things:
            found = instrument_of(reading, thing)
            if found is None and act.words[0] not in _VAGUE:
                found = instrument_before(reading, thing)
                things = [found[0]] if found is not None else things
            if found is not None and _suits(act, found[1]):
                noun, instrument = found
                # a named act or treaty is one whoever signs it
                named = noun.pos == "PROPN" and instrument.kind in _BY_NAME
                strong = instrument.strong or named or (act.subject and act.words[-1] in _EFFECT)
                status = act.status
                if act.subject and status is S.AGREED and instrument.kind is not K.AGREEMENT:
                    status = S.ADOPTED  # a law requires, parties agree
                return Measure(
                    verb, restricted(noun, instrument.kind), status, strong, tuple(things), _ON,
                    instrument=noun, subject=act.subject,
                )  # fmt: skip
    return None


_VAGUE = frozenset(
    "make give keep send deliver raise lower cut open start begin end stop follow present secure "
    "drop remove reach seal order form release publish hold create execute increase reduce "
    "place pass".split()
)
"""Verbs of too many things for a pronoun behind them to stand for a policy."""


def _is_bill(noun: Token) -> bool:
    return "bill" in object_classes().get(word(noun), ())


_EFFECT = frozenset(("force", "effect", "effective", "operation"))
"""Only what somebody has decided takes effect."""
_BY_NAME = frozenset((PolicyKind.LEGISLATION, PolicyKind.AGREEMENT))
_ASKED = frozenset(("ask", "sue", "request", "seek"))
_ALONE = frozenset(("accept", "secure"))
"""What one side can do: accept terms, secure a listing."""
_LEADING = frozenset(("lead", "result", "end"))
_MUTUAL = frozenset((PolicyKind.AGREEMENT, PolicyKind.TRADE, PolicyKind.DIPLOMACY))


def _suits(act: Act, instrument: Instrument) -> bool:
    """Only what takes two can be agreed: a deal is reached, a vote is not."""
    if act.words[0] in _ASKED:
        return instrument.kind is PolicyKind.AGREEMENT
    if len(act.words) > 1 and act.words[0] in _LEADING:
        return instrument.kind is PolicyKind.AGREEMENT and instrument.strong
    if act.status is not PolicyStatus.AGREED or act.subject or act.words[0] in _ALONE:
        return True
    return instrument.kind in _MUTUAL or instrument.strong


def _instruments_at(reading: Reading, verb: Token, last: Token, act: Act) -> Sequence[Token]:
    if act.subject:
        if is_passive(verb):
            return _before_fragment(verb) if act.status is S.EXPIRED else ()
        if act.words == ("end",) and objects_of(verb, ("in",)):
            return ()  # "the talks ended in a truce"
        found = [antecedent(t) for t in subjects(verb)]
        if act.status in (PolicyStatus.ADOPTED, PolicyStatus.AGREED):
            # an alliance or a convention that acts is a body, no instrument
            found = [t for t in found if reading.entity(t) is None and word(t) not in authorities()]
            # and a bill rules nothing yet
            found = [t for t in found if not _is_bill(t) or act.words[0] == "pass"]
        return found
    if last is not verb and last.pos in ("ADP", "SCONJ") and last.dep != "prt":
        nouns = [n for n in last.children if n.dep == "pobj"]
        return [t for n in nouns for t in conjuncts(n)] or patients(verb)
    found = patients(verb) or _late(reading, verb)
    own = any(c.dep == "dobj" for c in verb.children)
    if not own and verb.tag in ("VBD", "VBN") and not is_passive(verb):
        # a participle taken for the main verb: "The accords, signed between X and Y, ended ..."
        named = [c for c in verb.children if c.dep == "nsubj" and instrument_of(reading, c)]
        return named or found
    return found


_REACH = 25


def _late(reading: Reading, verb: Token) -> list[Token]:
    """The instrument behind times and places that the parser gave to another word.

    "signed on 3 May, in Geneva, a treaty", "concluded with Siam, after long talks, a pact".
    """
    if is_passive(verb) or any(c.dep in ("xcomp", "ccomp") for c in verb.children):
        return []
    end = reading.sentences[verb.sentence].end
    for token in reading.tokens[verb.i + 1 : min(end, verb.i + _REACH)]:
        if token.pos in ("VERB", "AUX", "SCONJ") and token.tag != "IN":
            break
        if token.pos != "NOUN" or token.left <= verb.i or token.left == token.i:
            continue
        first, before = reading.tokens[token.left], reading.tokens[token.left - 1]
        found = instrument_of(reading, token) if first.dep in ("det", "nummod") else None
        if found is not None and before.pos != "ADP" and before is not verb:
            return [token]
    return []


def _before_fragment(verb: Token) -> Sequence[Token]:
    """The nouns over a participle that can be none, as what it says happens by itself.

    "The moratorium on executions lapsed in May", taken for "executions [that were] lapsed".
    """
    if verb.dep != "acl" or any(c.dep in ("auxpass", "agent") for c in verb.children):
        return ()
    nouns = [verb.head, *verb.head.ancestors()]
    return [t for t in nouns if t.pos == "NOUN"]


def guessed(verb: Token) -> Measure | None:
    """A measure of no known frame: its field by what it is about, `other` if nothing tells.

    What is done on the ground and private matters are none.
    """
    if word(verb) in grounds() or verb.lemma in ("be", "have", "do"):
        return None
    things = tuple(patients(verb))
    scope = [t for thing in things for t in thing.subtree()] or list(verb.subtree())
    kind = topic(scope)
    return Measure(
        verb, kind or PolicyKind.OTHER, PolicyStatus.ADOPTED, False, things, _ON,
        known=kind is not None,
    )  # fmt: skip


def noun_measure(reading: Reading, noun: Token) -> Measure:
    """What is decided, as a noun phrase names it: "agreed on a timetable"."""
    found = instrument_of(reading, noun)
    if found is not None:
        return Measure(
            noun, found[1].kind, PolicyStatus.ADOPTED, found[1].strong, (noun,), _ON,
            instrument=found[0],
        )  # fmt: skip
    rows = longest(noun, nominals(), reading.tokens) or ()
    row = next((r for r in rows if r.kind and _has_object(reading, noun, r)), None)
    things = objects_of(noun, row.complements) if row is not None else []
    kind = (row and kind_of(reading, row, things)) or topic(noun.subtree())
    return Measure(
        noun, kind or PolicyKind.OTHER, PolicyStatus.ADOPTED, False, (noun,), _ON,
        known=kind is not None,
    )  # fmt: skip


def kind_of(reading: Reading, row: Nominal, things: Sequence[Token]) -> PolicyKind | None:
    """The kind that a noun tells, given its complement: one withdraws troops, or from a bloc."""
    if row.kind is K.REGULATION and things:
        return restricted(things[0].head.head, row.kind)
    if row.kind is K.MILITARY and things and belongs(reading, things[0], "club"):
        return K.MEMBERSHIP
    return row.kind


_RESTRICTED = {"trade": K.TRADE, "arms": K.SANCTION, "people": K.MIGRATION, "assets": K.SANCTION}


_BANS = frozenset("ban prohibition restriction curb limit limitation moratorium control".split())


def restricted(noun: Token, kind: K) -> K:
    """The field of a ban or limit by what it is on: "a ban on Iranian crude" is of trade."""
    if kind is not K.REGULATION or word(noun) not in _BANS:
        return kind
    for thing in objects_of(noun, ("on", "against")):
        for token in thing.subtree():
            classes = sorted(object_classes().get(word(token), frozenset()) & _RESTRICTED.keys())
            if classes and token.pos == "NOUN":
                return _RESTRICTED[classes[0]]
    return kind


def _has_object(reading: Reading, noun: Token, row: Nominal) -> bool:
    """Whether a noun has a complement of the class that its row asks for ("sale of" arms)."""
    things = objects_of(noun, row.complements)
    return not row.object or any(belongs(reading, thing, row.object) for thing in things)


_TELLING = frozenset(("forces", "arms", "envoy", "border"))


def topic(tokens: Sequence[Token]) -> PolicyKind | None:
    """The field that the first telling noun gives."""
    for token in tokens:
        if word(token) in topics():
            return topics()[word(token)]
        classes = sorted(object_classes().get(word(token), frozenset()) & _TELLING)
        if classes and token.pos == "NOUN":
            return class_kinds()[classes[0]]
    return None
