"""Who speaks: from the words of an attribution to ids of the dossier."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from attrs import frozen

from geopolitics_model.parsers import unparsed
from geopolitics_model.parsers.couples import couple
from geopolitics_model.parsers.statements.acts import Sense, is_nominal_cue
from geopolitics_model.parsers.statements.addressees import prepositional_objects, told
from geopolitics_model.parsers.statements.attribution import Attribution, within
from geopolitics_model.parsers.statements.authors import author
from geopolitics_model.parsers.statements.media import medium
from geopolitics_model.parsers.statements.resolutions import issuer
from geopolitics_model.parsers.statements.sources import (
    authors,
    authors_or_itself,
    spoken_for,
)

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OBJECTS = frozenset(("dobj", "dative"))
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
    cue = None if attribution.cue_token is None else reading.tokens[attribution.cue_token]
    heads = _speaking_heads(reading, attribution, sense, cue)
    ids = dict.fromkeys(i for h in heads for i in spoken_for(reading, _nominal_head(h)))
    if not ids and cue is not None:
        heads = [h for h in heads if h.pos != "PRON" or h.i < cue.i or h.dep not in _OBJECTS]
        found = _unparsed(reading, attribution, cue, heads)
        if found or not heads:
            told = _last_speakers(reading, cue, earlier, "sentence") if cue.text == ":" else ()
            return found or told or issuer(reading, cue)
    if not ids and heads:
        ids.update(dict.fromkeys(_named_last(reading, attribution)))
    if not ids and all(h.lower in ("it", "there") for h in heads):
        ids.update(dict.fromkeys(_of_nominal_cue(reading, attribution)))
    if not ids and heads:
        ids.update(dict.fromkeys(_from_before(reading, attribution, heads[0], earlier)))
    return tuple(ids)


def _speaking_heads(
    reading: Reading, attribution: Attribution, sense: Sense, cue: Token | None
) -> list[Token]:
    """The heads of the nouns that speak, without those who are told."""
    heads = _source_heads(reading, attribution)
    if cue is None:
        return heads
    own = unparsed.own_subject(reading, cue)
    heads = heads if own is None else [own]
    return _tellers(cue, heads) if sense.addressee == "object" else heads


def _unparsed(
    reading: Reading, attribution: Attribution, cue: Token, heads: Sequence[Token]
) -> tuple[str, ...]:
    """Who stands where the subject of the cue does, unless a personal pronoun speaks."""
    if any(h.tag == "PRP" for h in heads):
        return ()
    verb = cue  # "Having threatened them, Tshombe on 15 January announced ..."
    while verb.dep in ("advcl", "xcomp"):
        verb = verb.head
    beside = unparsed.subject(reading, verb)
    if beside is None and not attribution.source:
        beside = unparsed.swallowed(reading, verb)
    return () if beside is None else spoken_for(reading, beside)


def _named_last(reading: Reading, attribution: Attribution) -> tuple[str, ...]:
    """The person whose name ends a source that begins with a title, however it was parsed."""
    for start, end in attribution.source:
        tokens = reading.tokens_between(start, end)
        if tokens[-1].text == ")":  # "Rep. Paul Ryan (R-WI)"
            tokens = tuple(takewhile(lambda t: t.text != "(", tokens))
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
        if within(token.start, attribution.content) or not any(
            up is cue for up in token.ancestors()
        ):
            continue
        if medium(token) is not None or is_nominal_cue(token):
            return authors_or_itself(reading, token)
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
        return _who_writes(reading, head, earlier)
    if head.lower == "they":
        return _subjects_before(reading, head)
    if found := couple(reading, head):
        return found
    known = medium(head)
    if known is not None and known.kind in ("document", "words"):
        return _named_before(reading, head) or _last_speakers(reading, head, earlier, "paragraph")
    if head.tag in ("WDT", "WP"):
        return _last_speakers(reading, head, earlier, "sentence")
    return ()


def _subjects_before(reading: Reading, head: Token) -> tuple[str, ...]:
    """Whom "they" means: the last subject of this sentence or the one before that is several, or
    a plural that speaks for a body ("the members of the Council").
    """
    first = reading.sentences[max(0, head.sentence - 1)].start
    for token in reversed(reading.tokens[first : head.i]):
        if token.dep not in _SUBJECTS:
            continue
        found = spoken_for(reading, token)
        if len(found) > 1 or (found and token.tag == "NNS"):
            return found
    return ()


def _who_writes(reading: Reading, head: Token, earlier: Sequence[Spoken]) -> tuple[str, ...]:
    """Whom "I" and "we" mean outside quotation marks: the author; else "we" are the bodies or
    states that spoke last, as in a release that begins with "Norway condemns ..." and goes on
    with "We call on ...".
    """
    if head.quotation is not None:
        return ()
    if found := author(reading):
        return found if head.lower == "we" or _is_one_person(found) else ()
    for spoken in reversed(earlier if head.lower == "we" else ()):
        if spoken.speakers and not any(id.startswith("person:") for id in spoken.speakers):
            return spoken.speakers
    return ()


def _is_one_person(ids: tuple[str, ...]) -> bool:
    return len(ids) == 1 and ids[0].startswith("person:")


def _named_before(reading: Reading, head: Token) -> tuple[str, ...]:
    """The author of the last document of the same name, for "the release" and "this report"."""
    if not any(c.lower in ("the", "this", "that") for c in head.children):
        return ()
    for token in reversed(reading.tokens[max(0, head.i - _LOOK_BACK) : head.i]):
        is_same = token.lemma == head.lemma and token.pos in ("NOUN", "PROPN")
        if is_same and (found := authors(reading, token)):
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
    hearers = [*told(cue), *(c for c in cue.children if c.dep == "dobj" and c.i > cue.i)]
    kept = [head for head in heads if not any(head is token for token in hearers)]
    return kept or list(prepositional_objects(cue, ("by",)))
