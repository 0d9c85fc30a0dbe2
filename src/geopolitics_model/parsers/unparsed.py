"""The subject of a finite verb that the parser has left without one.

News sets much between a subject and its verb ("the Council, in Resolution 384 of 22 December,
called"), and dates before it ("on 30 August 1864 López warned"): the parser then takes the subject
into another phrase. It still stands right before the verb, or before what commas set off there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geopolitics_model.parsers.phrases import FINITE, child, head_conjunct, is_passive

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_WITHIN = frozenset(("aux", "auxpass", "neg", "advmod"))
_SET_OFF = 15
"""So many words two commas may set off between a subject and its verb."""


def subject(reading: Reading, verb: Token) -> Token | None:
    """The noun that names an entity and stands where the subject of a verb does, if it has none."""
    own = own_subject(reading, verb)
    return own if own is not None else _before(reading, head_conjunct(verb))


def own_subject(reading: Reading, verb: Token) -> Token | None:
    """The same of a verb that was read as the second of two: "Paris agreed, and in May Menelik,
    having paid, denounced it" is no word about Paris."""
    if verb.dep != "conj":
        return None
    noun = _before(reading, verb)
    if noun is None or noun.i < verb.head.i:
        return None
    joined = any(t.dep == "cc" for t in reading.tokens[verb.head.i : noun.left])
    return noun if joined and noun.head is not verb.head else None


def _before(reading: Reading, verb: Token) -> Token | None:
    if verb.dep == "xcomp" or any(_is_subject(c) for c in verb.children):
        return None
    if any(c.dep == "auxpass" for c in verb.children):
        return None  # to whom something is done
    start = reading.sentences[verb.sentence].start
    at = verb.i - 1
    while at >= start and _is_within(reading, reading.tokens[at], verb):
        at -= 1
    parted = at > start and reading.tokens[at].text == ","
    if not _is_finite(verb, past=parted):
        return None
    places = (_before_comma(reading, at, start), at - 1) if parted else (at,)
    for place in places:
        noun = reading.tokens[place] if place >= start else None
        if noun is not None and reading.entity(noun) is not None:
            return noun if _may_do(reading, noun, inside=place != places[0]) else None
    return None


def _may_do(reading: Reading, noun: Token, *, inside: bool) -> bool:
    """Whether a noun is no object of the word before it ("in Kyiv promised"); `inside`: between the
    commas, where only an apposition is the subject."""
    if inside and noun.dep != "appos":
        return False
    before = noun.i - 1
    while before >= 0 and reading.tokens[before].pos in ("DET", "ADJ", "PROPN"):
        before -= 1
    return before < 0 or reading.tokens[before].pos not in ("ADP", "SCONJ")


def _is_subject(child: Token) -> bool:
    """Whether a verb has a subject; "which" may be its object ("a plan which the king opposed")."""
    return child.dep in _SUBJECTS and child.tag not in ("WDT", "WP")


def _is_finite(verb: Token, *, past: bool) -> bool:
    """Whether a verb is finite; with `past` also what was taken for a participle and has no
    auxiliary."""
    helping = next((c for c in verb.children if c.dep in ("aux", "auxpass")), None)
    if helping is not None:
        return helping.tag in FINITE
    return verb.tag in FINITE or (past and verb.tag == "VBN")


def _is_within(reading: Reading, token: Token, verb: Token) -> bool:
    """Whether a word belongs to the verb; a rare name may pass for an adverb ("Teuta assured")."""
    mine = token.head is verb and token.dep in _WITHIN and token.pos not in ("PROPN", "NOUN")
    return mine and reading.entity(token) is None


def _before_comma(reading: Reading, comma: int, start: int) -> int:
    """Where the word stands before what two commas set off; -1 if nothing is."""
    for i in range(comma - 1, max(start, comma - _SET_OFF), -1):
        if reading.tokens[i].text == ",":
            return i - 1
        if reading.tokens[i].tag in FINITE:
            return -1
    return -1


def swallowed(reading: Reading, verb: Token) -> Token | None:
    """The subject that was taken into a phrase before its verb ("In the meantime Denmark ...")."""
    first = head_conjunct(verb)
    finite = _is_finite(first, past=False) and not is_passive(first) and first.pos == "VERB"
    if not finite or child(first, *_SUBJECTS) is not None or first.dep in ("relcl", "acl"):
        return None
    before = [c for c in first.children if c.i < first.i]
    noun = _behind_clause(reading, before)
    if noun is not None:
        return noun
    for c in reversed([c for c in before if c.dep == "prep"]):
        for noun in c.children:
            if noun.dep == "pobj" and noun.i > c.i + 1 and reading.entity(noun) is not None:
                return noun
    return None


def _behind_clause(reading: Reading, before: list[Token]) -> Token | None:
    """The subject of a main verb that the clause before it has taken: its last word, after a comma
    ("After he had threatened Kolwezi, Tshombe on 15 January announced"), or the noun that a
    participle set off by commas is about ("China, asked by both, declined")."""
    clause = next((c for c in reversed(before) if c.dep == "advcl"), None)
    if clause is None or any(c.i > clause.i and c.dep not in _LOOSE for c in before):
        return None
    last = reading.tokens[clause.right - (reading.tokens[clause.right].pos == "PUNCT")]
    start = reading.sentences[last.sentence].start
    parted = last.left > start and reading.tokens[last.left - 1].text == ","
    if parted and last.pos == "PROPN":
        return last if reading.entity(last) is not None else None
    about = child(clause, "nsubj", "nsubjpass")
    own = clause.tag in _REDUCED and about is not None
    if own and about is not None and about.right + 1 < clause.i:
        return about if reading.tokens[about.right + 1].text == "," else None
    return None


_LOOSE = frozenset(("prep", "punct", "advmod", "npadvmod", "aux", "neg"))
"""What stands between a subject and its verb."""
_REDUCED = frozenset(("VBN", "VBD", "VBG"))
"""Tags of a participle; the past that is one is often mistaken for the other."""
