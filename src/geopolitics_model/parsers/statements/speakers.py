"""The speaker of a cue, by the shape of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geopolitics_model.parsers.phrases import FINITE

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading, Token

SUBJECTS = frozenset(("nsubj", "csubj"))
_UPWARDS = frozenset("conj xcomp acomp advcl acl ccomp pcomp prep relcl dobj pobj attr".split())
_HOPS = 5
_WITHIN = frozenset(("aux", "neg", "advmod"))
_IN_PHRASE = frozenset("pobj prep conj compound appos nmod nummod amod quantmod flat".split())
_OPENED_BY = {",": ",", "-": "-", "–": "–", "—": "—", "--": "--", ")": "("}
_SET_OFF = 25
"""So many words may be set off between a subject and its verb."""
_VERBAL = frozenset(("VERB", "AUX"))
_NOMINAL = frozenset("NOUN PROPN PRON NUM ADJ".split())
_OBJECTIVE = frozenset("me us him her them whom".split())
_DOCUMENTS = frozenset(
    "statement letter message tweet declaration note memo email speech release post report video "
    "communiqué resolution warning".split()
)
HOWS = ("none", "according", "colon", "subject", "subject1", "subject2", "relative", "agent",
        "possessive", "by", "modified", "passive")  # fmt: skip
"""How a speaker was found, by name; `subject1` and `subject2` are one and more heads higher up."""


def speaker_of(cue: Token) -> tuple[Token | None, str]:
    """The head of the noun phrase that speaks, and how it was found (one of HOWS)."""
    if cue.lower == "according":
        return _object_of(cue), "according"
    if cue.text == ":":
        return _before_colon(cue), "colon"
    at = cue
    for hop in range(_HOPS):
        if found := _speaker_at(at, hop):
            return found
        if at.is_root or at.dep not in _UPWARDS:
            break
        at = at.head
    for child in cue.children:
        if child.dep == "nsubjpass":
            return child, "passive"
    return None, "none"


def _speaker_at(at: Token, hop: int) -> tuple[Token, str] | None:
    """The speaker among the dependents of one verb or noun on the way up."""
    agent = None
    for child in at.children:
        if child.dep in SUBJECTS:
            if at.dep == "relcl" and child.tag in ("WP", "WDT"):
                return at.head, "relative"
            return _nearest(at, child), ("subject", "subject1", "subject2")[min(hop, 2)]
        if child.dep == "agent" and agent is None:
            agent = _object_of(child)
    if agent is not None:
        return agent, "agent"
    if at.pos == "NOUN":
        for child in at.children:
            if child.dep == "poss":
                return child, "possessive"
        for child in at.children:
            if (
                child.dep == "prep"
                and child.lower in ("by", "from", "of")
                and (named := _object_of(child))
            ):
                return named, "by"
    if at.dep == "acl" and at.head.pos in ("NOUN", "PROPN"):
        return _issuer(at.head) or at.head, "modified"
    return None


def _nearest(verb: Token, subject: Token) -> Token:
    """Of several subjects before a verb the last: the first is of something that broke off
    ("A conference, at which Earl Russell proposed ...", "AFP: The ministry said ...")."""
    before = [c for c in verb.children if c.dep == "nsubj" and subject.i < c.i < verb.i]
    return before[-1] if before and subject.i < verb.i else subject


def _issuer(document: Token) -> Token | None:
    """Who issues a document that is an object ("The union issued a statement saying ...")."""
    if document.dep == "dobj" and document.lemma.lower() in _DOCUMENTS:
        for child in document.head.children:
            if child.dep in SUBJECTS:
                return child
    return None


def relative_pronoun(cue: Token) -> Token | None:
    """The "who", "which" or "that" through which an antecedent speaks."""
    at = cue
    for _ in range(_HOPS):
        for child in at.children:
            if child.dep in SUBJECTS:
                return child if child.tag in ("WP", "WDT") else None
        if at.is_root or at.dep not in _UPWARDS:
            return None
        at = at.head
    return None


def inverted_speaker(cue: Token) -> Token | None:
    """A noun right of the cue that the parser took for an object ("...," read the banner)."""
    for child in cue.children:
        behind = child.i > cue.i and child.lower not in _OBJECTIVE
        if behind and child.dep in ("dobj", "attr", "oprd", "dep", "npadvmod"):
            return child if child.pos in ("PROPN", "NOUN", "PRON") else None
    return None


def standing_before(reading: Reading, cue: Token) -> Token | None:
    """The noun before a finite verb that the parser gave no subject ("Four in ten say ...", "The
    king, asked about it, had said ...").
    """
    helpers = [c for c in cue.children if c.dep == "aux"]
    if not any(t.tag in FINITE for t in (cue, *helpers)) or cue.dep == "relcl":
        return None
    at, start = cue.i - 1, reading.sentences[cue.sentence].start
    while at > start and reading.tokens[at].head is cue and reading.tokens[at].dep in _WITHIN:
        at -= 1
    if at >= start:
        at = _before_set_off(reading, at, start)
    if at < start:
        return None
    token = reading.tokens[at]
    while token.dep in _IN_PHRASE and token.head.i < cue.i and token.head.pos not in _VERBAL:
        if any(t.text == "," for t in reading.tokens[token.head.i : token.left]):
            break
        token = token.head
    may_speak = token.dep != "npadvmod" and token.lower not in _OBJECTIVE
    return token if token.i < cue.i and token.pos in _NOMINAL and may_speak else None


def _before_set_off(reading: Reading, at: int, start: int) -> int:
    """Where the word stands before what commas, dashes or brackets set off; -1 if nothing opens."""
    opener = _OPENED_BY.get(reading.tokens[at].text)
    if opener is None:
        return at
    for i in range(at - 1, max(start, at - _SET_OFF), -1):
        if reading.tokens[i].text == opener:
            return i - 1
    return -1


def names_source(according: Token) -> bool:
    """Whether "according to" has an object; at a cut or a line break it attributes nothing."""
    return _object_of(according) is not None


def _object_of(token: Token) -> Token | None:
    """The object of a preposition, or of the preposition below it ("according to X")."""
    for child in token.children:
        if child.dep == "pobj":
            return child
        if child.dep == "prep":
            for below in child.children:
                if below.dep == "pobj":
                    return below
    return None


def _before_colon(colon: Token) -> Token | None:
    """What stands before the colon: the subject of its verb ("X said:"), or the name alone
    ("X:").
    """
    head = colon.head
    if head.i < colon.i:
        for child in head.children:
            if child.dep in SUBJECTS and child.i < colon.i:
                return child
        return head
    return None
