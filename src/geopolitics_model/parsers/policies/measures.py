"""What a verb does, if it is something that policies are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Organisation, Place, PolicyKind, PolicyStatus
from geopolitics_model.parsers.actors import actors
from geopolitics_model.parsers.phrases import antecedent, conjuncts, is_passive, objects_of
from geopolitics_model.parsers.policies.drafts import Measure
from geopolitics_model.parsers.policies.lexicon import (
    Act,
    Frame,
    Instrument,
    acts,
    authorities,
    frames,
    grounds,
    instruments,
    longest,
    matched,
    object_classes,
    topics,
    word,
)
from geopolitics_model.parsers.policies.syntax import patients

_ON = ("on", "against", "to", "for", "with", "of", "in", "over", "from")
_EMPTY = frozenset(
    ("entry", "number", "kind", "part", "set", "series", "one", "some", "implementation", "use",
     "application", "introduction", "text", "terms", "round", "package", "bid", "creation")
)  # fmt: skip
"""Nouns before "of" that leave the policy to the noun behind it ("a series of sanctions")."""


def measure(reading: Reading, verb: Token) -> Measure | None:
    """The most specific measure that a verb and its object make, or `None`."""
    return _by_frame(reading, verb, narrow=True) or _by_act(reading, verb) or _by_frame(
        reading, verb, narrow=False
    )


def _by_frame(reading: Reading, verb: Token, *, narrow: bool) -> Measure | None:
    for frame in frames().get(word(verb), ()):
        if (frame.object != "any") is not narrow and len(frame.words) == 1:
            continue
        last = matched(verb, frame.words)
        if last is None:
            continue
        things = _things(reading, verb, last, frame)
        if _fits(reading, verb, things, frame):
            return Measure(
                verb, frame.kind, frame.status, frame.alone, tuple(things), frame.target,
                subject=frame.slot == "subject",
            )  # fmt: skip
    return None


def _things(reading: Reading, verb: Token, last: Token, frame: Frame) -> Sequence[Token]:
    if frame.slot == "subject":
        return [antecedent(c) for c in verb.children if c.dep == "nsubj"]
    if frame.slot == "object" and last is not verb and last.pos in ("ADP", "SCONJ", "PART"):
        return [t for n in last.children if n.dep in ("pobj", "pcomp") for t in conjuncts(n)]
    return patients(verb)


def _fits(reading: Reading, verb: Token, things: Sequence[Token], frame: Frame) -> bool:
    if frame.object == "any":
        return frame.slot in ("subject", "dobj") or bool(things)
    return any(belongs(reading, thing, frame.object) for thing in things)


def belongs(reading: Reading, noun: Token, wanted: str) -> bool:
    """Whether a noun phrase is of a class of objects; `actor`: a state, body or people."""
    if wanted == "actor":
        return is_actor(reading, noun)
    for part in (noun, *_inside(noun)):
        if wanted in object_classes().get(word(part), ()):
            return True
    return False


def is_actor(reading: Reading, noun: Token) -> bool:
    """Whether a noun phrase speaks of a state, a body or a people."""
    id = reading.entity(noun)
    if id is not None:
        return isinstance(reading.object(id), (Place, Organisation))
    return word(noun) in authorities() and noun.pos in ("NOUN", "PROPN")


def _inside(noun: Token) -> Iterator[Token]:
    """The noun that a quantity or an empty noun counts: "10 million in aid", "a series of X"."""
    if word(noun) in _EMPTY or noun.pos == "NUM" or noun.tag == "DT":
        yield from objects_of(noun, ("of", "in", "into"))
        for deeper in objects_of(noun, ("of", "into")):
            yield from objects_of(deeper, ("of",))
    for c in noun.children:
        if c.dep in ("nummod", "compound", "quantmod") and c.i < noun.i and c.lower in ("million", "billion"):
            yield c


def instrument_of(reading: Reading, noun: Token) -> tuple[Token, Instrument] | None:
    """The instrument that a noun phrase names, and the noun that names it."""
    for part in (noun, *_inside(noun)):
        found = longest(part, instruments(), reading.tokens)
        if found is not None and part.pos in ("NOUN", "PROPN"):
            return part, found
    return None


def _by_act(reading: Reading, verb: Token) -> Measure | None:
    for act in acts().get(word(verb), ()):
        last = matched(verb, act.words)
        if last is None:
            continue
        things = _instruments_at(reading, verb, last, act)
        for thing in things:
            found = instrument_of(reading, thing)
            if found is not None:
                noun, instrument = found
                return Measure(
                    verb, instrument.kind, act.status, instrument.strong, tuple(things), _ON,
                    instrument=noun, subject=act.subject,
                )  # fmt: skip
    return None


def _instruments_at(reading: Reading, verb: Token, last: Token, act: Act) -> Sequence[Token]:
    if act.subject:
        if is_passive(verb):
            return ()
        return [antecedent(c) for c in verb.children if c.dep == "nsubj"]
    if last is not verb and last.pos in ("ADP", "SCONJ") and last.dep != "prt":
        nouns = [n for n in last.children if n.dep == "pobj"]
        return [t for n in nouns for t in conjuncts(n)] or patients(verb)
    return patients(verb)


def guessed(reading: Reading, verb: Token) -> Measure | None:
    """A measure of no known frame: its field by what it is about, `other` if nothing tells.

    What is done on the ground and private matters are none.
    """
    if word(verb) in grounds() or verb.lemma in ("be", "have", "do"):
        return None
    things = tuple(patients(verb))
    scope = [t for thing in things for t in thing.subtree()] or list(verb.subtree())
    return Measure(verb, topic(scope) or PolicyKind.OTHER, PolicyStatus.ADOPTED, False, things, _ON)


def noun_measure(reading: Reading, noun: Token) -> Measure:
    """What is decided, as a noun phrase names it: "agreed on a timetable", "ordered the closure"."""
    found = instrument_of(reading, noun)
    if found is not None:
        return Measure(
            noun, found[1].kind, PolicyStatus.ADOPTED, found[1].strong, (noun,), _ON,
            instrument=found[0],
        )  # fmt: skip
    kind = topic(noun.subtree())
    return Measure(noun, kind or PolicyKind.OTHER, PolicyStatus.ADOPTED, False, (noun,), _ON)


def topic(tokens: Sequence[Token]) -> PolicyKind | None:
    """The field that the first telling noun gives."""
    return next((topics()[word(t)] for t in tokens if word(t) in topics()), None)


def targets(
    reading: Reading, found: Measure, doers: Sequence[str], *, wide: bool = True
) -> tuple[str, ...]:
    """Whom a measure is directed at: where its frame says, else who is named in its object."""
    if "none" in found.target:
        return ()
    ids: dict[str, None] = {}
    for place in found.target:
        for token in _at(reading, found, place):
            ids |= dict.fromkeys(actors(reading, token))
    if not ids and wide:
        for thing in found.patients:
            left, right = _range(thing)
            ids |= dict.fromkeys(reading.entities_in(left.start, right.end))
    return tuple(i for i in ids if i not in doers)


def _range(thing: Token) -> tuple[Token, Token]:
    inside = [t for t in thing.subtree() if t.dep not in ("relcl",)]
    return inside[0], inside[-1]


def _at(reading: Reading, found: Measure, place: str) -> Iterator[Token]:
    if place in ("object", "dobj", "subject"):
        yield from found.patients if place != "dobj" else patients(found.head)
    elif place == "dative":
        for c in found.head.children:
            if c.dep == "dative":
                yield from [c] if c.pos != "ADP" else objects_of(found.head, (c.lower,))
    else:
        yield from objects_of(found.head, (place,))
        for thing in found.patients:
            for token in objects_of(thing, (place,)):
                yield token
                yield from objects_of(token, ("of", "in"))
