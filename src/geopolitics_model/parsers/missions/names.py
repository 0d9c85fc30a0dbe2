"""Missions by name: those of the tables, "Operation X", "the X Mission in Y", and short names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token, words
from geopolitics_model.model import (
    Mention,
    MentionForm,
    Mission,
    MissionKind,
    Organisation,
    Place,
)
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers import forces
from geopolitics_model.parsers.missions import lexicon
from geopolitics_model.parsers.missions.leads import men_of, owners
from geopolitics_model.parsers.missions.phrase import Phrase
from geopolitics_model.parsers.places import places_near

_CALLED = re.compile(
    r"\b(?:Operation|Exercise)\s+(?!(?:Commanders?|Cent(?:er|re)s?|Headquarters|"
    r"Directors?|Officers?|Orders?|Plans?|Rooms?|Staff)\b)"
    r"(?:\d{2,4}\b|[A-Z][\w'’-]+(?:\s+(?:of\s+)?(?:[a-z]{1,3}-)?[A-Z][\w'’-]+){0,3})"
)
_LOWER = re.compile(r"\b(?:operation|exercise)\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2}")
"""What a common noun gives its name: "the rescue operation Mare Nostrum"."""
_TITLED = re.compile(r"(?:[A-Z][\w'’-]+\s+){2,6}(?:Mission|Force|Operation)\b")
"""What names of missions look like that the tables need not know."""
_CALL = frozenset("dub call name codename code-name codenamed code-named named know known".split())
_CALLED_BY = frozenset("dubbed called named known codenamed code-named christened".split())
_FILLERS = frozenset(", ( to be is was were also now what it has which have code -".split())
_SHORTEST = 2
"""Words of the name of an operation: "Operation Sinbad"."""
_WHERE = re.compile(r"\s+(?=(?:in|to|for|of)\s)")
_SHORT = re.compile(r"[A-Z][A-Z-]{2,}[A-Za-z]*")
"""What an acronym looks like: "MONUSCO", "MNF-I"."""


def named(reading: Reading) -> list[Phrase]:
    """The phrases that name a mission of the tables or an operation."""
    found: dict[int, Phrase] = {}
    for start, end, thing in forces.named(reading):
        _add_name(reading, found, (start, end), thing)
    for called in _CALLED.finditer(reading.text):
        _add_name(reading, found, _within_sentence(reading, *called.span()), None)
    for called in _LOWER.finditer(reading.text):
        tokens = reading.tokens_between(*called.span())
        foreign = any(reading.entity(t) or reading.place(t) for t in tokens)
        if not foreign and tokens[1].pos == "PROPN" and not reading.times_in(*called.span()):
            _add_name(reading, found, _within_sentence(reading, *called.span()), None)
    _add_bare(reading, found)
    return list(found.values())


def _add_bare(reading: Reading, found: dict[int, Phrase]) -> None:
    """The other places where operations go by their code names alone: "Decisive Storm"."""
    names: dict[str, str] = {}
    for phrase in found.values():
        noun, _, bare = (phrase.name or "").partition(" ")
        if noun.lower() in ("operation", "exercise") and bare[:1].isupper():
            names.setdefault(bare, f"{noun} {bare}")
    if not names:
        return
    longest = sorted(names, key=lambda bare: (-len(bare), bare))
    for at in re.finditer(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", reading.text):
        tokens = reading.tokens_between(*at.span())
        foreign = any(
            reading.entity(t) or reading.place(t) or any(c.dep == "det" for c in t.children)
            for t in tokens
        )  # a code name has no article: "the Red Sea"
        if not foreign and tokens and (len(tokens) > 1 or _is_odd(reading, tokens[0])):
            _add_name(reading, found, at.span(), None, names[at[0]])


def _is_odd(reading: Reading, token: Token) -> bool:
    """Whether a single word is no common one ("Justice") and no part of a longer name."""
    beside = (
        reading.tokens[max(0, token.i - 1)],
        reading.tokens[min(len(reading.tokens) - 1, token.i + 1)],
    )
    longer = any(
        t.pos == "PROPN" and t is not token and t.sentence == token.sentence for t in beside
    )
    return token.pos == "PROPN" and not longer and not words.load().is_common(token.lower)


def _within_sentence(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The name up to the end of its sentence, or to the nationality of what comes next."""
    tokens = reading.tokens_between(start, end)
    kept = [t for t in tokens if t.sentence == tokens[0].sentence]
    while len(kept) > _SHORTEST and reading.entity(kept[-1]) and kept[-1].pos == "ADJ":
        kept.pop()
    return start, (kept[-1].end if kept else end)


def _add_name(
    reading: Reading,
    found: dict[int, Phrase],
    at: tuple[int, int],
    known: Mission | None,
    name: str | None = None,
) -> None:
    """Add the name at some characters; `name`: what it is short for."""
    start, end = at
    head = reading.head_of(start, end)
    tokens = reading.tokens_between(start, end)
    if head is None or any(p.start <= tokens[0].i < p.end for p in found.values()):
        return
    first, last = tokens[0].i, tokens[-1].i + 1
    leads: list[str] = []
    before = reading.tokens[first - 2 : first] if first >= 2 else ()
    if len(before) == 2 and before[1].text in "-–" and before[0].end == before[1].start:
        lead = reading.entity(before[0])
        leads, first = ([lead] if lead else []), first - 2
    itself = {reading.entity(t) for t in tokens}
    leads += [i for i in who.modifiers(reading, head) if i not in itself]
    whose, where = parts(reading, reading.text_of(start, end)) if known else ([], [])
    operation = tokens[0].text == "Operation"
    runs = leads or whose or owners(reading, head) or (men_of(reading, head) if operation else [])
    found[first] = Phrase(
        head,
        first,
        last,
        known.kind if known else _kind_of_name(tokens[0]),
        tuple(i for i in dict.fromkeys(runs) if i in whose or i not in itself),
        tuple(dict.fromkeys((*places_near(reading, head, climb=False), *where))),
        name=name or reading.text_of(start, end),
        known=known.id if known else None,
        bracketed=(known is None or operation) and _is_in_brackets(reading, first, last),
    )


def _is_in_brackets(reading: Reading, first: int, last: int) -> bool:
    """Whether a bracket opens before a name, and no clause goes on behind it."""
    behind = reading.tokens[last].text if last < len(reading.tokens) else ")"
    return first > 0 and reading.tokens[first - 1].text == "(" and behind in (")", ",", ";")


def _kind_of_name(first: Token) -> MissionKind:
    return MissionKind.TRAINING if first.lower == "exercise" else MissionKind.COMBAT


# -- what a name says -------------------------------------------------------------------------


def parts(reading: Reading, name: str) -> tuple[list[str], list[str]]:
    """Who runs it and where, as far as the name says: "African Union Mission in Somalia"."""
    ids = [id for _, _, id in _entities(name)]
    whose = [i for i in ids if who.is_union(reading, i)]
    where = [i for i in ids if isinstance(reading.object(i), Place)]
    return whose, where


def _entities(name: str) -> Iterator[tuple[int, int, str]]:
    """Unions before, places after the word for the mission, each with its characters."""
    first, *later = _WHERE.split(name)
    start = 0
    for part in (first, *later):
        for match in _inside(part):
            id = match.candidates[0]
            if id.startswith("place:" if part is not first else "organisation:"):
                yield start + match.start, start + match.end, id
        start += len(part) + 1


def _inside(name: str) -> Sequence[knowledge.Match]:
    """What the tables know in a name that is not all of it: "OSCE" of "OSCE Monitoring Mission"."""
    found = knowledge.match(name)
    if any(m.candidates[0].startswith("mission:") for m in found) and " " in name:
        return _inside(name.rpartition(" ")[0])
    return found


def entities(reading: Reading) -> tuple[Place | Organisation, ...]:
    """Whom and what only the names of missions name: "ECOWAS" of "ECOWAS Mission in Liberia"."""
    found: dict[str, list[Mention]] = {}
    titled = [t.span() for t in _TITLED.finditer(reading.text)]
    for start, end in (*((a, b) for a, b, _ in forces.named(reading)), *titled):
        name = reading.text_of(start, end)
        for first, last, id in _entities(name):
            if reading.object(id) is None:
                span = reading.span(start + first, start + last)
                found.setdefault(id, []).append(Mention(span=span, form=MentionForm.NAME))
    things = [(knowledge.get(id), tuple(mentions)) for id, mentions in found.items()]
    return tuple(
        attrs.evolve(thing, aliases=(), mentions=mentions)
        for thing, mentions in things
        if isinstance(thing, Place | Organisation)
    )


def linked(reading: Reading, thing: Place | Organisation) -> Place | Organisation:
    """What is known of it, without the country or the body above it that nobody names."""

    def named(id: str | None) -> str | None:
        return id if id is not None and reading.object(id) is not None else None

    if isinstance(thing, Place):
        return attrs.evolve(thing, country=named(thing.country))
    return attrs.evolve(thing, place=named(thing.place), parent=named(thing.parent))


def dubbed(reading: Reading, noun: Token, end: int) -> str | None:
    """The name after "dubbed", "called", "code-named": in quotation marks, or in capitals."""
    after = reading.tokens[noun.i + 1 : noun.i + 8]
    for i, token in enumerate(after):
        if token.lemma.lower() in _CALL or token.lower in _CALL:
            for later in after[i + 1 :]:
                if later.quotation is not None:
                    quotation = reading.quotations[later.quotation]
                    if quotation.end - quotation.start < 60 and quotation.end > quotation.start:
                        return reading.text_of(quotation.start, quotation.end)
    return _capitals(reading, noun, end)


def _capitals(reading: Reading, noun: Token, end: int) -> str | None:
    """The name in capitals after "code-named", right behind the phrase."""
    tokens = reading.tokens[end : end + 8]
    i = next((n for n, t in enumerate(tokens) if t.lower in _CALLED_BY), None)
    if i is None or any(t.lower not in _FILLERS for t in tokens[:i]):
        return None
    rest = tokens[i + 1 :]
    rest = rest[1:] if rest and rest[0].lower == "as" else rest
    name: list[Token] = []
    for token in rest:
        if token.pos != "PROPN" or token.sentence != noun.sentence:
            break
        name.append(token)
    return reading.text_of(name[0].start, name[-1].end) if name else None


def proper(reading: Reading, noun: Token) -> tuple[int, int] | None:
    """The tokens of a name that has capitals: "Police Training Mission", "X Mission in Chad"."""
    first = noun.i
    while first > noun.left and reading.tokens[first - 1].text[:1].isupper():
        first -= 1
    if reading.tokens[first].tag == "DT":
        first += 1  # "The X Mission" at the start of a sentence
    if not (noun.text[:1].isupper() and noun.pos == "PROPN" and noun.i - first >= 1):
        return None
    last = noun.i
    after = reading.tokens[last + 1 : last + 2]
    if after and after[0].lower in ("in", "to", "for") and after[0].head is noun:
        inside = [t for t in after[0].subtree() if t.i > after[0].i]
        closed = next((n for n, t in enumerate(inside) if t.text == "("), len(inside))
        inside = inside[:closed]  # "X Mission in Chad (XM)"
        if inside and all(t.pos == "PROPN" for t in inside):
            last = inside[-1].i
    return first, last + 1


def keeps_peace(noun: Token) -> bool:
    """Whether a name says that it keeps the peace, watches or trains: "Monitoring Force"."""
    kinds = {lexicon.kinds().get(c.lower) for c in noun.children if c.i < noun.i}
    peace = {MissionKind.PEACEKEEPING, MissionKind.OBSERVATION, MissionKind.TRAINING}
    return noun.tag == "NNP" and bool(kinds & peace)


def beside(reading: Reading, noun: Token) -> list[Token] | None:
    """A name that a noun explains: "Arrowhead Ripper, the June assault on Baqubah"."""
    name = noun.head
    if noun.dep != "appos" or name.pos != "PROPN" or name.i > noun.i or noun.pos != "NOUN":
        return None
    tokens = list(reading.tokens[name.left : name.i + 1])
    if not all(t.pos == "PROPN" and t.text[:1].isupper() for t in tokens):
        return None
    foreign = any(reading.entity(t) or reading.place(t) for t in tokens)
    return None if foreign or tokens[0].lower == "operation" else tokens


# -- short names ------------------------------------------------------------------------------


def short(reading: Reading, phrases: list[Phrase]) -> list[Phrase]:
    """Later mentions by the acronym that stands beside a mission: "the X Mission (XM)"."""
    known = {p.head.text for p in phrases if p.known}
    taken = {i for p in phrases if p.name for i in range(p.start, p.end)}
    stands: dict[str, Phrase] = {}
    for phrase in phrases:
        if phrase.verbal or not phrase.anchored:
            continue
        for token in _beside(reading, phrase):
            if _SHORT.fullmatch(token.text) and token.text not in known:
                stands.setdefault(token.text, phrase)
    return [
        Phrase(token, token.i, token.i + 1, whole.kind, name=token.text, refers=whole)
        for token in (reading.tokens if stands else ())
        if (whole := stands.get(token.text)) is not None
        and token.i not in taken
        and token.i >= whole.start
    ]


def _beside(reading: Reading, phrase: Phrase) -> Iterator[Token]:
    """The words that may be a short name: in brackets inside or after it, after "known as"."""
    tokens = reading.tokens
    for i in range(phrase.start, min(phrase.end + 1, len(tokens) - 2)):
        if tokens[i].text == "(" and tokens[i + 2].text == ")":
            yield tokens[i + 1]
    for child in phrase.head.children:
        if child.dep == "appos" and child.i > phrase.head.i and not child.children:
            yield child
        if child.dep in ("acl", "relcl", "advcl") and child.lemma in _CALL:
            yield from (t for t in child.subtree() if t.dep in ("pobj", "oprd"))
    above = phrase.head.head
    if phrase.head.dep == "appos" and above.left <= above.i and above.pos == "PROPN":
        yield above
