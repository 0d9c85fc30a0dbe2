"""What a speaker does who is only said to have "said" it: the act that the content itself performs.

Austin's explicit performatives ("We condemn ...", "I thank ..."), promises in the first person,
questions, commands and obligations laid on others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from geopolitics_model.model import SpeechAct
from geopolitics_model.parsers.statements.acts import lexicon

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token
    from geopolitics_model.parsers.statements.attribution import Range

_FIRST_PERSON = frozenset(("i", "we"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl", "csubj"))
_INTRODUCING = frozenset("want wish like love please delight".split())
"""Verbs that only lead up to a performative ("I want to thank", "I would like to welcome")."""
_EPISTEMIC = frozenset("be know understand remember".split())
"""Verbs with which "has to" is a guess or figure of speech rather than a demand."""
_STATES = {
    "committed": SpeechAct.PROMISE,
    "determined": SpeechAct.PROMISE,
    "resolved": SpeechAct.PROMISE,
    "grateful": SpeechAct.PRAISE,
    "thankful": SpeechAct.PRAISE,
    "sorry": SpeechAct.EXPRESS,
    "saddened": SpeechAct.EXPRESS,
    "shocked": SpeechAct.EXPRESS,
    "concerned": SpeechAct.EXPRESS,
    "pleased": SpeechAct.EXPRESS,
    "delighted": SpeechAct.EXPRESS,
    "proud": SpeechAct.PRAISE,
}
"""What is done by owning to a state of mind in the first person."""


def act_by_content(reading: Reading, content: tuple[Range, ...]) -> SpeechAct:
    """The act of the first main clause of a content; `assert` where nothing else shows."""
    start, end = content[0]
    tokens = reading.tokens_between(start, end)
    if not tokens:
        return SpeechAct.ASSERT
    last = reading.tokens_between(*content[-1])
    if reading.text_of(*content[-1]).rstrip().endswith("?") and (
        tokens[0].sentence == (last or tokens)[-1].sentence
    ):
        return SpeechAct.ASK
    first = tuple(t for t in tokens if t.sentence == tokens[0].sentence)
    head = reading.head_of(first[0].start, first[-1].end)
    return SpeechAct.ASSERT if head is None else _act_of(head, quoted=head.quotation is not None)


def _act_of(head: Token, *, quoted: bool) -> SpeechAct:
    subject = next((c for c in head.children if c.dep in _SUBJECTS), None)
    modals = {c.lower for c in head.children if c.dep == "aux"}
    negated = any(c.dep == "neg" for c in head.children)
    if subject is None:
        return SpeechAct.DEMAND if quoted and head.tag == "VB" and not modals else SpeechAct.ASSERT
    if subject.lower in _FIRST_PERSON:
        return _first_person(head, modals, negated=negated)
    if ("must" in modals and head.lemma != "be") or (not modals and _is_obliged(head)):
        return SpeechAct.DEMAND
    return SpeechAct.ASSERT


def _is_obliged(head: Token) -> bool:
    """Whether the clause says that its subject has to do something."""
    return head.lower in ("needs", "has", "have", "need") and any(
        c.dep == "xcomp" and c.lemma not in _EPISTEMIC and any(b.lower == "to" for b in c.children)
        for c in head.children
    )


def _performed(verb: Token) -> SpeechAct | None:
    """The act that a verb names, said of oneself in the present."""
    following = {c.lower for c in verb.children if c.dep in ("prep", "prt")}
    senses = [
        s
        for s in lexicon().get(verb.lemma.lower(), ())
        if s.part == "verb" and not s.neutral and set(s.words[1:]) <= following
    ]
    plain = [s.act for s in senses if len(s.words) > 1 or not s.frames]
    return plain[0] if plain else None


def _first_person(head: Token, modals: set[str], *, negated: bool) -> SpeechAct:
    if modals & {"will", "shall", "'ll", "’ll"}:
        return SpeechAct.PROMISE
    if negated:
        return SpeechAct.ASSERT
    verb: Token | None = head
    for _ in range(3):
        if verb is None or verb.tag in ("VBD", "VBN"):
            break
        if verb.lemma.lower() in _INTRODUCING:
            verb = next((c for c in verb.children if c.dep in ("xcomp", "ccomp")), None)
            continue
        if (act := _performed(verb)) is not None:
            return act
        break
    states = {c.lower for c in head.children if c.dep in ("acomp", "attr")} | {head.lower}
    return next((act for word, act in _STATES.items() if word in states), SpeechAct.ASSERT)
