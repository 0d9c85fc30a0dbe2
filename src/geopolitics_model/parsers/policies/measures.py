"""What a verb does, if it is something that policies are made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Organisation, Person, Place, PolicyKind, PolicyStatus
from geopolitics_model.parsers.actors import actors, is_union
from geopolitics_model.parsers.phrases import (
    antecedent,
    conjuncts,
    is_passive,
    objects_of,
    subjects,
)
from geopolitics_model.parsers.policies.drafts import Measure
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
    instruments,
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
_EMPTY = frozenset(
    ("entry", "number", "kind", "part", "set", "series", "one", "some", "implementation", "use",
     "application", "most", "many", "all", "half", "rest", "majority", "thousand", "hundred",
     "dozen", "percent", "shipment", "introduction", "text", "round", "package", "creation",
     "participation", "involvement", "compliance", "adherence", "list", "form", "draft", "version",
     "terms", "provision", "raft", "string", "host", "batch", "tranche", "regime")
)  # fmt: skip
"""Nouns before "of" that leave the policy to the noun behind it ("a series of sanctions")."""


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
        things = _things(verb, last, frame)
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
    return patients(verb)


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
    if wanted == "office":
        return authorities().get(word(noun)) == "office"
    parts = (noun, *_inside(noun))
    return any(wanted in object_classes().get(word(part), ()) for part in parts)


def _is_envoy(noun: Token) -> bool:
    """Whether a name has the title of an envoy: "Ambassador Hale"."""
    before = [word(c) for c in noun.children if c.dep in ("compound", "amod", "appos")]
    return any("envoy" in object_classes().get(w, ()) for w in before)


def is_actor(reading: Reading, noun: Token) -> bool:
    """Whether a noun phrase speaks of a state, a body or a people."""
    noun = noun if reading.entity(noun) else stands_for(reading, noun)
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
        if (
            c.dep in ("nummod", "compound", "quantmod")
            and c.i < noun.i
            and c.lower in ("million", "billion")
        ):
            yield c


def instrument_of(reading: Reading, noun: Token) -> tuple[Token, Instrument] | None:
    """The instrument that a noun phrase names, and the noun that names it."""
    inside = tuple(_inside(noun))
    # "a package of sanctions" is sanctions
    for part in (*inside, noun) if word(noun) in _EMPTY else (noun, *inside):
        found = longest(part, instruments(), reading.tokens)
        if found is not None and part.pos in ("NOUN", "PROPN"):
            return part, found
    # a proper name with the word inside it: "the Plan de Guadalupe"
    for part in noun.children if noun.pos == "PROPN" else ():
        named = instruments().get(word(part)) if part.dep in ("compound", "nmod") else None
        if named is not None and part.pos == "PROPN" and part.text[0].isupper():
            return part, named
    return None


def _by_act(reading: Reading, verb: Token, *, subject: bool) -> Measure | None:
    for act in acts().get(word(verb), ()):
        last = matched(verb, act.words) if act.subject is subject else None
        if last is None or (last is verb and _is_spatial(verb)):
            continue
        things = _instruments_at(reading, verb, last, act)
        for thing in things:
            found = instrument_of(reading, thing)
            if found is not None and _suits(act, found[1]):
                noun, instrument = found
                # a named act or treaty is one whoever signs it
                named = noun.pos == "PROPN" and instrument.kind in _BY_NAME
                strong = instrument.strong or named
                status = act.status
                if act.subject and status is S.AGREED and instrument.kind is not K.AGREEMENT:
                    status = S.ADOPTED  # a law requires, parties agree
                return Measure(
                    verb, instrument.kind, status, strong, tuple(things), _ON,
                    instrument=noun, subject=act.subject,
                )  # fmt: skip
    return None


def _is_bill(noun: Token) -> bool:
    return "bill" in object_classes().get(word(noun), ())


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
            return ()
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
    found = patients(verb)
    own = any(c.dep == "dobj" for c in verb.children)
    if not own and verb.tag in ("VBD", "VBN") and not is_passive(verb):
        # a participle taken for the main verb: "The accords, signed between X and Y, ended ..."
        named = [c for c in verb.children if c.dep == "nsubj" and instrument_of(reading, c)]
        return named or found
    return found


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
    if row.kind is K.MILITARY and things and belongs(reading, things[0], "club"):
        return K.MEMBERSHIP
    return row.kind


def _has_object(reading: Reading, noun: Token, row: Nominal) -> bool:
    """Whether a noun has a complement of the class that its row asks for ("sale of" arms)."""
    things = objects_of(noun, row.complements)
    return not row.object or any(belongs(reading, thing, row.object) for thing in things)


_TELLING = frozenset(("forces", "arms", "envoy", "border", "people"))


def topic(tokens: Sequence[Token]) -> PolicyKind | None:
    """The field that the first telling noun gives."""
    for token in tokens:
        if word(token) in topics():
            return topics()[word(token)]
        classes = sorted(object_classes().get(word(token), frozenset()) & _TELLING)
        if classes and token.pos == "NOUN":
            return class_kinds()[classes[0]]
    return None


def targets(
    reading: Reading, found: Measure, doers: Sequence[str], *, wide: bool = True
) -> tuple[str, ...]:
    """Whom a measure is directed at: where its frame says, else who is named in its object."""
    if "none" in found.target:
        return ()
    ids: dict[str, None] = {}
    for place in found.target:
        for token in _at(found, place):
            found_here = actors(reading, token) or actors(reading, stands_for(reading, token))
            ids |= dict.fromkeys(found_here)
    if not ids:
        for token in _helped(found.head):
            ids |= dict.fromkeys(actors(reading, token))
    if not ids and wide:
        own = {knowledge.country_of(d) for d in doers}
        ids |= dict.fromkeys(i for i in _named_inside(reading, found) if i not in own)
    return tuple(i for i in ids if i not in doers)


_ASIDE = frozenset(("against", "with", "from", "by", "under", "after", "despite"))
"""Prepositions inside an object that name no target: "support their fight against X"."""


def _named_inside(reading: Reading, found: Measure) -> Iterator[str]:
    """The entities named in the object of a measure."""
    stack = list(patients(found.head) if found.subject else found.patients)
    while stack:
        token = stack.pop(0)
        id = reading.entity(token)
        named = found.instrument is not None and found.instrument.pos == "PROPN"
        if named and found.instrument in (token, token.head) and token.dep != "pobj":
            continue  # "the Treaty of Rome", "the Geneva Accords": a name, no target
        if id is not None:
            yield id
        aside = found.kind not in _HOSTILE
        stack += [
            c
            for c in token.children
            if c.dep not in ("relcl", "agent")
            and not (aside and c.dep == "prep" and c.lower in _ASIDE)
        ]


_HOSTILE = frozenset((PolicyKind.SANCTION, PolicyKind.TRADE, PolicyKind.AGREEMENT))


_HELPING = frozenset("help support assist aid defend protect back relieve reinforce".split())


def _helped(verb: Token) -> Iterator[Token]:
    """Whom a purpose names: "sent troops to help the rebels"."""
    for c in verb.children:
        if c.dep in ("advcl", "xcomp", "acl") and word(c) in _HELPING:
            yield from patients(c)


def _at(found: Measure, place: str) -> Iterator[Token]:
    if place == "object" and found.patients and found.patients[0].dep == "oprd":
        yield from patients(found.head)
    elif place == "subject":
        yield from subjects(found.head)
    elif place in ("object", "dobj"):
        yield from found.patients if place != "dobj" else patients(found.head)
    elif place == "dative":
        for c in found.head.children:
            if c.dep == "dative":
                yield from [c] if c.pos != "ADP" else objects_of(found.head, (c.lower,))
    else:
        yield from objects_of(found.head, (place,))
        for c in found.head.children:
            if c.dep in ("oprd", "acomp"):
                yield from objects_of(c, (place,))  # "made available to Chad"
        if found.head.dep == "dobj" and found.head in found.patients:
            yield from objects_of(found.head.head, (place,))  # "halted deliveries to Chad"
        for thing in found.patients:
            for token in objects_of(thing, (place,)):
                yield token
                yield from objects_of(token, ("of", "in"))
