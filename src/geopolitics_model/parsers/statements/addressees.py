"""Who is addressed: as the sense of a cue places them, from its words to ids of the dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from geopolitics_model.parsers.statements.acts import Sense
from geopolitics_model.parsers.statements.attribution import Attribution, within
from geopolitics_model.parsers.statements.media import medium
from geopolitics_model.parsers.statements.sources import spoken_for

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token
    from geopolitics_model.parsers.statements.attribution import Range

_TALKING = frozenset("speak talk address testify write meet appear phone telephone".split())
_BEFORE_AUDIENCE = frozenset("to before with".split())
_TRANSITIVE = frozenset("address meet phone telephone".split())
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OBJECTS = frozenset(("dobj", "dative", "iobj"))


def addressees(
    reading: Reading, attribution: Attribution, sense: Sense, speaking: tuple[str, ...]
) -> tuple[str, ...]:
    """The ids of those spoken to, as the sense of the cue places them."""
    if attribution.cue_token is None:
        return ()
    cue = reading.tokens[attribution.cue_token]
    ids: dict[str, None] = {}
    source = attribution.source_token
    said_by = () if source is None else reading.tokens[source].children
    spoken = [c for c in said_by if c.dep in ("acl", "advcl", "relcl")]
    for token in (*_addressed(cue, sense, attribution.content), *_audiences(cue, spoken)):
        apart = not within(token.start, attribution.content) or _leads(reading, token, attribution)
        if apart and medium(token) is None:
            ids.update(dict.fromkeys(spoken_for(reading, token)))
    return tuple([id for id in ids if id not in speaking])


def _leads(reading: Reading, token: Token, attribution: Attribution) -> bool:
    """Whether the content begins with the object of the cue ("thanked [the crews for coming]")."""
    first = reading.token_at(attribution.content[0][0])
    return first is not None and token.dep in _OBJECTS and token.left <= first.i <= token.i


def _addressed(cue: Token, sense: Sense, content: tuple[Range, ...]) -> Iterator[Token]:
    yield from prepositional_objects(cue, ("to",) if sense.addressee != "object" else ())
    if sense.addressee == "object":
        yield from (c for c in cue.children if c.dep in _OBJECTS)
        yield from told(cue)
        yield from _raised(cue, content)
    elif sense.addressee:
        yield from prepositional_objects(cue, (sense.addressee,))
        for child in cue.children:
            if child.dep in _OBJECTS:
                yield from prepositional_objects(child, (sense.addressee,))
            elif child.dep == "dative":
                yield child
    yield from _through_media(cue, content)


def _raised(cue: Token, content: tuple[Range, ...]) -> Iterator[Token]:
    """The subject of the infinitive, which is the object of the cue ("urged X to go")."""
    starts = [start for start, _ in content if start > cue.start]
    for clause in cue.children:
        if clause.dep in ("ccomp", "xcomp", "advcl"):
            for child in clause.children:
                between = starts and cue.start < child.start < starts[0]
                if between and child.dep in ("nsubj", "nsubjpass"):
                    yield child


def prepositional_objects(token: Token, prepositions: Iterable[str]) -> Iterator[Token]:
    """The objects of some prepositions that depend on a word."""
    for child in token.children:
        if child.dep in ("prep", "dative", "agent") and child.lower in prepositions:
            yield from (c for c in child.children if c.dep == "pobj")


def _audiences(cue: Token, beside: Iterable[Token]) -> Iterator[Token]:
    """Whom the speaker was speaking to ("speaking before parliament", "talked with X to say")."""
    above = [cue.head] if cue.dep in ("advcl", "xcomp", "conj") else []
    verbs = [c for at in (cue, *above) for c in at.children if c.dep in ("advcl", "prep")]
    for verb in (*verbs, *above, *beside):
        if verb is not cue and verb.lemma.lower() in _TALKING:
            yield from prepositional_objects(verb, _BEFORE_AUDIENCE)
            if verb.lemma.lower() in _TRANSITIVE:
                yield from (c for c in verb.children if c.dep == "dobj")


def told(cue: Token) -> Iterator[Token]:
    """The subject of a passive cue, its own or shared ("he came and was told")."""
    if not any(c.dep == "auxpass" for c in cue.children):
        return
    while cue.dep == "conj" and not any(c.dep in _SUBJECTS for c in cue.children):
        cue = cue.head
    yield from (c for c in cue.children if c.dep in _SUBJECTS)


def _through_media(cue: Token, content: tuple[Range, ...]) -> Iterator[Token]:
    """Whom a letter, speech or message of the cue's clause is to."""
    for preposition in cue.children:
        if preposition.dep != "prep" or within(preposition.start, content):
            continue
        for noun in preposition.children:
            known = medium(noun)
            if known is not None and known.kind in ("document", "event"):
                yield from prepositional_objects(noun, ("to", "with"))
