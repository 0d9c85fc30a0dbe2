"""Who speaks and who is addressed: from the words of an attribution to ids of the dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from geopolitics_model.model import Place, PlaceKind
from geopolitics_model.parsers import forces
from geopolitics_model.parsers.statements.acts import Sense, is_nominal_cue
from geopolitics_model.parsers.statements.attribution import Attribution
from geopolitics_model.parsers.statements.media import medium
from geopolitics_model.parsers.statements.resolutions import issuer

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token
    from geopolitics_model.parsers.statements.attribution import Range

_SPOKEN_FOR = frozenset(("document", "words", "voice"))
_AUTHOR = frozenset("by from of for at in with".split())
_PARTS_OF_NAMES = frozenset("compound appos nmod amod poss flat".split())
_PUBLISHING = frozenset("publish release issue write send deliver give post".split())
_TALKING = frozenset("speak talk address testify write meet appear phone telephone".split())
_BEFORE_AUDIENCE = frozenset("to before with".split())
_TRANSITIVE = frozenset("address meet phone telephone".split())
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OBJECTS = frozenset(("dobj", "dative", "iobj"))
_MOST_CONJUNCTS = 20
_MOST_APPOSITIONS = 3
_NAMED = frozenset(("named", "called"))
_POLITIES = frozenset(
    (PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION, PlaceKind.ADMIN_AREA)
)
_FIRST_PERSON = frozenset(("i", "we"))
_LOOK_BACK = 600
"""How many words back the first naming of a document is looked for."""


@frozen
class Spoken:
    """An attribution that has been read, and its speakers."""

    attribution: Attribution
    speakers: tuple[str, ...]


def speakers(
    reading: Reading, attribution: Attribution, sense: Sense, earlier: Sequence[Spoken] = ()
) -> tuple[str, ...]:
    """The ids of those who speak; empty when the text does not say or nobody is known."""
    ids: dict[str, None] = {}
    heads = _source_heads(reading, attribution)
    if sense.addressee == "object" and attribution.cue_token is not None:
        heads = _tellers(reading.tokens[attribution.cue_token], heads)
    for head in map(_nominal_head, heads):
        ids.update(dict.fromkeys(spoken_for(reading, head)))
    if not heads and attribution.cue_token is not None:
        return issuer(reading, reading.tokens[attribution.cue_token])
    if not ids and heads:
        ids.update(dict.fromkeys(_named_last(reading, attribution)))
    if not ids and all(h.lower in ("it", "there") for h in heads):
        ids.update(dict.fromkeys(_of_nominal_cue(reading, attribution)))
    if not ids and heads:
        ids.update(dict.fromkeys(_from_before(reading, attribution, heads[0], earlier)))
    return tuple(ids)


def _named_last(reading: Reading, attribution: Attribution) -> tuple[str, ...]:
    """The person whose name ends a source that begins with a title, however it was parsed."""
    for start, end in attribution.source:
        tokens = reading.tokens_between(start, end)
        id = reading.entity(tokens[-1]) if len(tokens) > 1 else None
        if id is not None and id.startswith("person:") and tokens[-1].pos == "PROPN":
            return (id,)
    return ()


def _of_nominal_cue(reading: Reading, attribution: Attribution) -> tuple[str, ...]:
    """Whose words are meant where nobody is the subject ("In the warning of X, it is said")."""
    if attribution.cue_token is None:
        return ()
    cue = reading.tokens[attribution.cue_token]
    for token in reading.sentence_of(cue):
        if token.dep != "pobj" or token.head.lower not in ("in", "to"):
            continue
        if _within(token.start, attribution.content) or not any(
            up is cue for up in token.ancestors()
        ):
            continue
        if medium(token) is not None or is_nominal_cue(token):
            return _authors_or_itself(reading, token)
    return ()


def _from_before(
    reading: Reading, attribution: Attribution, head: Token, earlier: Sequence[Spoken]
) -> tuple[str, ...]:
    """Who speaks by what was said before.

    "I" in a quotation is who is quoted; "the report" is whose report was named before, or the last
    speaker of the paragraph; "according to which" goes back within the sentence.
    """
    if head.lower in _FIRST_PERSON:
        if attribution.parent is not None:
            return earlier[attribution.parent].speakers
        return _who_writes(head, earlier) if head.lower == "we" else ()
    if head.lower == "they":
        return _subjects_before(reading, head)
    known = medium(head)
    if known is not None and known.kind in ("document", "words"):
        return _named_before(reading, head) or _last_speakers(reading, head, earlier, "paragraph")
    if head.tag in ("WDT", "WP"):
        return _last_speakers(reading, head, earlier, "sentence")
    return ()


def _subjects_before(reading: Reading, head: Token) -> tuple[str, ...]:
    """Whom "they" means: the last subject of this sentence or the one before that is several."""
    first = reading.sentences[max(0, head.sentence - 1)].start
    for token in reversed(reading.tokens[first : head.i]):
        if token.dep in _SUBJECTS and len(found := spoken_for(reading, token)) > 1:
            return found
    return ()


def _who_writes(head: Token, earlier: Sequence[Spoken]) -> tuple[str, ...]:
    """Whom "we" means outside quotation marks: the bodies or states that spoke last, as in a
    release that begins with "Norway condemns ..." and goes on with "We call on ...".
    """
    if head.quotation is not None:
        return ()
    for spoken in reversed(earlier):
        if spoken.speakers and not any(id.startswith("person:") for id in spoken.speakers):
            return spoken.speakers
    return ()


def _named_before(reading: Reading, head: Token) -> tuple[str, ...]:
    """The author of the last document of the same name, for "the release" and "this report"."""
    if not any(c.lower in ("the", "this", "that") for c in head.children):
        return ()
    for token in reversed(reading.tokens[max(0, head.i - _LOOK_BACK) : head.i]):
        is_same = token.lemma == head.lemma and token.pos in ("NOUN", "PROPN")
        if is_same and (found := _authors(reading, token)):
            return found
    return ()


def _last_speakers(
    reading: Reading, head: Token, earlier: Sequence[Spoken], unit: str
) -> tuple[str, ...]:
    for spoken in reversed(earlier[-4:]):
        cue = spoken.attribution.cue_token
        if cue is None or not spoken.speakers or cue >= head.i:
            continue
        if getattr(reading.tokens[cue], unit) == getattr(head, unit):
            return spoken.speakers
    return ()


def _source_heads(reading: Reading, attribution: Attribution) -> list[Token]:
    first = attribution.source_token
    heads = [] if first is None else [_whole_subject(reading, attribution, reading.tokens[first])]
    for start, end in attribution.source:
        head = reading.head_of(start, end)
        if head is not None and not (
            first is not None and start <= reading.tokens[first].start < end
        ):
            heads.append(head)
    return heads


def _whole_subject(reading: Reading, attribution: Attribution, head: Token) -> Token:
    """The subject of the cue, if the head is a part of it ("Berg, head of the Board said")."""
    if attribution.cue_token is not None:
        for child in reading.tokens[attribution.cue_token].children:
            if child.dep == "nsubj" and child.left <= head.i <= child.right:
                return child
    return head


def _nominal_head(head: Token) -> Token:
    """Who does it, where a source was parsed as a clause ("The king, overruling them, ordered")."""
    if head.pos != "VERB":
        return head
    return next((c for c in head.children if c.dep in _SUBJECTS), head)


def _tellers(cue: Token, heads: list[Token]) -> list[Token]:
    """The heads without those who were told ("he was warned by X"); X, if nobody is left."""
    told = [*_told(cue), *(c for c in cue.children if c.dep == "dobj" and c.i > cue.i)]
    kept = [head for head in heads if not any(head is token for token in told)]
    return kept or list(_objects_of(cue, ("by",)))


def _authors_or_itself(reading: Reading, head: Token) -> tuple[str, ...]:
    return _authors(reading, head) or _itself(reading, head)


def spoken_for(reading: Reading, head: Token) -> tuple[str, ...]:
    """The actors for whom a noun phrase stands, its conjuncts included."""
    ids: dict[str, None] = {}
    for part in [head, *_conjuncts(head)]:
        ids.update(dict.fromkeys(_one(reading, part)))
    return tuple(ids)


def _conjuncts(head: Token) -> Iterator[Token]:
    for _ in range(_MOST_CONJUNCTS):
        following = next((c for c in head.children if c.dep == "conj"), None)
        if following is None:
            return
        yield following
        head = following


def _one(reading: Reading, head: Token) -> tuple[str, ...]:
    """The actors of one noun phrase: itself, what it is named beside, whose word or voice it is."""
    known = medium(head)
    named = _named_beside(reading, head)
    if known is not None and known.kind in _SPOKEN_FOR:
        people = tuple(id for id in named if id.startswith("person:"))
        return people or _itself(reading, head) or _authors(reading, head)
    if named and head.pos == "NOUN":
        return named
    return _itself(reading, head) or named


def _itself(reading: Reading, head: Token) -> tuple[str, ...]:
    """What the head refers to, if it can speak: of places, states and their parts only.

    A city that speaks or is spoken to stands for its state; a force is named as its mission.
    """
    id = reading.entity(head)
    if id is None:
        force = forces.meant(reading, head)
        return () if force is None else (force,)
    thing = reading.object(id)
    if not isinstance(thing, Place) or thing.kind in _POLITIES:
        return (id,)
    country = thing.country if thing.kind is PlaceKind.CITY else None
    return (country,) if country is not None and reading.object(country) is not None else ()


def _named_beside(reading: Reading, head: Token) -> tuple[str, ...]:
    """In apposition to the head, or to what stands in apposition to it."""
    beside = list(_apposed(head, _MOST_APPOSITIONS))
    known = [id for child in beside if (id := reading.entity(child)) is not None]
    if not known and head.lower == "we":  # "We, the ministers of Chad and Niger, ..."
        named = (reading.entity(token) for child in beside for token in child.subtree())
        return tuple(dict.fromkeys(id for id in named if id is not None))
    return tuple(known[:1])


def _apposed(head: Token, most: int) -> Iterator[Token]:
    """What a noun is renamed by: "one of them, the former minister X", "a ruler named X"."""
    for child in head.children:
        if child.dep == "appos":
            yield child
            if most > 1:
                yield from _apposed(child, most - 1)
        elif child.dep == "acl" and child.lower in _NAMED:
            yield from (c for c in child.children if c.dep == "oprd")


def _authors(reading: Reading, head: Token) -> tuple[str, ...]:
    """Whose document, words or voice it is: the possessor, else who is named nearest."""
    for child in sorted(head.children, key=lambda c: (c.dep != "poss", abs(c.i - head.i))):
        if found := tuple(dict.fromkeys(i for n in _naming(child) for i in _below(reading, n))):
            return found
    verb = head.head
    if head.dep == "dobj" and verb.lemma.lower() in _PUBLISHING:
        publishers = (c for c in verb.children if c.dep in _SUBJECTS)
        return tuple(id for token in publishers for id in spoken_for(reading, token))
    return ()


def _naming(child: Token) -> Iterator[Token]:
    """The nouns below a dependent of a noun that can name its author, conjuncts included."""
    if child.dep in _PARTS_OF_NAMES:
        yield from (child, *_conjuncts(child))
    elif child.dep in ("prep", "agent") and child.lower in _AUTHOR:
        for noun in child.children:
            if noun.dep == "pobj":
                yield from (noun, *_conjuncts(noun))
    elif child.dep == "acl":
        for agent in child.children:
            if agent.dep == "agent" or agent.lower in ("by", "from"):
                yield from agent.children


def _below(reading: Reading, token: Token) -> Iterator[str]:
    found = _itself(reading, token)
    yield from found
    if not found:
        for child in token.children:
            if child.dep in _PARTS_OF_NAMES:
                yield from _below(reading, child)


# -- the addressees


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
        apart = not _within(token.start, attribution.content) or _leads(reading, token, attribution)
        if apart and medium(token) is None:
            ids.update(dict.fromkeys(spoken_for(reading, token)))
    return tuple([id for id in ids if id not in speaking])


def _leads(reading: Reading, token: Token, attribution: Attribution) -> bool:
    """Whether the content begins with the object of the cue ("thanked [the crews for coming]")."""
    first = reading.token_at(attribution.content[0][0])
    return first is not None and token.dep in _OBJECTS and token.left <= first.i <= token.i


def _addressed(cue: Token, sense: Sense, content: tuple[Range, ...]) -> Iterator[Token]:
    yield from _objects_of(cue, ("to",) if sense.addressee != "object" else ())
    if sense.addressee == "object":
        yield from (c for c in cue.children if c.dep in _OBJECTS)
        yield from _told(cue)
        yield from _raised(cue, content)
    elif sense.addressee:
        yield from _objects_of(cue, (sense.addressee,))
        for child in cue.children:
            if child.dep in _OBJECTS:
                yield from _objects_of(child, (sense.addressee,))
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


def _objects_of(token: Token, prepositions: Iterable[str]) -> Iterator[Token]:
    for child in token.children:
        if child.dep in ("prep", "dative", "agent") and child.lower in prepositions:
            yield from (c for c in child.children if c.dep == "pobj")


def _audiences(cue: Token, beside: Iterable[Token]) -> Iterator[Token]:
    """Whom the speaker was speaking to ("speaking before parliament", "talked with X to say")."""
    above = [cue.head] if cue.dep in ("advcl", "xcomp", "conj") else []
    verbs = [c for at in (cue, *above) for c in at.children if c.dep in ("advcl", "prep")]
    for verb in (*verbs, *above, *beside):
        if verb is not cue and verb.lemma.lower() in _TALKING:
            yield from _objects_of(verb, _BEFORE_AUDIENCE)
            if verb.lemma.lower() in _TRANSITIVE:
                yield from (c for c in verb.children if c.dep == "dobj")


def _told(cue: Token) -> Iterator[Token]:
    """The subject of a passive cue, its own or shared ("he came and was told")."""
    if not any(c.dep == "auxpass" for c in cue.children):
        return
    while cue.dep == "conj" and not any(c.dep in _SUBJECTS for c in cue.children):
        cue = cue.head
    yield from (c for c in cue.children if c.dep in _SUBJECTS)


def _through_media(cue: Token, content: tuple[Range, ...]) -> Iterator[Token]:
    """Whom a letter, speech or message of the cue's clause is to."""
    for preposition in cue.children:
        if preposition.dep != "prep" or _within(preposition.start, content):
            continue
        for noun in preposition.children:
            known = medium(noun)
            if known is not None and known.kind in ("document", "event"):
                yield from _objects_of(noun, ("to", "with"))


def _within(offset: int, ranges: tuple[Range, ...]) -> bool:
    return any(start <= offset < end for start, end in ranges)
