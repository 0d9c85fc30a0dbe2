"""Whether the clause around a time expression speaks of the past or of the future."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers.times.lexicon import verbs

PAST, UNTOLD, FUTURE = -1, 0, 1
_TO_AHEAD = frozenset({"for", "until", "till", "to", "through", "by", "from", "at"})
_LIMITS = frozenset({"until", "till", "by", "starting", "come"})
_DIRECT = 2
"""Arcs from a time to the verb that it hangs on: "begin on Monday" has two."""
_REPORTED = frozenset({"ccomp", "parataxis"})


def direction(reading: Reading, start: int, end: int, preposition: str) -> int:
    """Negative where the clause of the characters `start` to `end` speaks of the past, positive
    for the future, 0 if it does not tell; 2 instead of 1 if the time hangs on the verb itself.
    `preposition` is the word before the expression.
    """
    tokens = reading.tokens_between(start, end)
    if not tokens:
        return UNTOLD
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in inside), tokens[0])
    for steps, token in enumerate((top, *top.ancestors())):
        if token.i in inside or (token.pos not in ("VERB", "AUX") and token.lemma != "due"):
            continue
        if preposition in _TO_AHEAD and verbs().get(token.lemma) == "ahead":
            return 2 * FUTURE
        told = _tense(token, direct=steps <= _DIRECT)
        if told is not None:
            return (told or _ahead(preposition)) * (2 if steps <= _DIRECT else 1)
    return _ahead(preposition)


def _ahead(preposition: str) -> int:
    """What the preposition says where the verb does not: "by Friday" is mostly said before."""
    return FUTURE if preposition in _LIMITS else UNTOLD


def _tense(verb: Token, *, direct: bool) -> int | None:
    """The direction of a verb; `None` if it takes that of the verb above it. `direct`: the time
    hangs on the verb itself, not on a noun: "talks begin on Monday", not "follow Monday's talks".
    """
    helpers = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    if any(helper.tag == "MD" for helper in helpers) or verb.tag == "MD":
        return FUTURE
    if any(helper.lower == "to" for helper in helpers):
        return _infinitive(verb)
    finite = next((h for h in helpers if h.tag in ("VBD", "VBZ", "VBP")), None)
    if verb.tag == "VBD" or (finite is not None and finite.tag == "VBD"):
        return PAST
    if finite is not None and finite.lemma == "have":
        return PAST
    if verb.tag == "VBN":
        if finite is None:
            return FUTURE if verbs().get(verb.lemma) == "ahead" else PAST
        return FUTURE if verbs().get(verb.lemma) == "ahead" else UNTOLD
    if verb.tag == "VBG":
        return FUTURE if finite is not None else None
    if verb.tag in ("VBZ", "VBP"):
        return _present(verb) if direct else UNTOLD
    return FUTURE if verb.tag == "VB" and verb.is_root else None


def _infinitive(verb: Token) -> int | None:
    """An infinitive lies ahead of its verb, but "declined to" happens when it is declined."""
    head = verb.head
    if head is not verb and head.pos == "VERB" and verbs().get(head.lemma) == "same":
        return None
    return FUTURE


def _present(verb: Token) -> int:
    """The present of a timetable ("talks begin Monday") points ahead, that of a report does not."""
    if verb.lemma in ("be", "have") or any(child.dep in _REPORTED for child in verb.children):
        return UNTOLD
    return FUTURE
