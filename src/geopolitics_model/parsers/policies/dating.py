"""As of when a policy holds and for how long, from the times in its clause."""

from __future__ import annotations

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import TimeKind, When
from geopolitics_model.parsers.policies.drafts import Draft
from geopolitics_model.parsers.triggers import opinions
from geopolitics_model.parsers.triggers.slots import is_length

_LASTING = frozenset(("for", "by", "over"))
_STARTS = frozenset(("from", "until", "till", "effective", "starting", "beginning"))
_SPANS = frozenset(("period", "term", "duration", "total", "maximum", "minimum", "space"))
_DATES = (TimeKind.DATE, TimeKind.TIME)
EFFECTIVE, DURATION = 0.0, 0.5
"""Log odds from which a time is as of when a policy holds, or for how long."""


def dated(reading: Reading, draft: Draft) -> Draft:
    """The draft with the date that it takes effect (or was made) and its duration.

    What its clause tells by the rules counts with what the trigger model finds likely.
    """
    effective, duration = _told(reading, draft)
    opinion = opinions(reading)
    # reckoned from an hour ("this morning"), of which the model has seen too few
    effective = _day_of(effective)
    likely = opinion.time([draft.head], "policies.effective", EFFECTIVE, effective)
    lasting = opinion.time([draft.head], "policies.duration", DURATION, duration)
    when = likely if likely is None or _is_day(likely) else effective
    return attrs.evolve(draft, effective=_day_of(when), duration=lasting)


def _day_of(when: When | None) -> When | None:
    """The day of an hour: a policy holds as of a day."""
    if when is None or when.kind is not TimeKind.TIME:
        return when
    return attrs.evolve(when, kind=TimeKind.DATE, value=when.value.partition("T")[0])


def _is_day(when: When) -> bool:
    return when.kind in _DATES and _is_known(when)


def _told(reading: Reading, draft: Draft) -> tuple[When | None, When | None]:
    sentence = reading.sentences[draft.head.sentence]
    tokens = reading.tokens[sentence.start : sentence.end]
    whens = reading.times_in(tokens[0].start, tokens[-1].end)
    effective = duration = None
    rank = 0
    for when in whens:
        token = reading.head_of(when.evidence[0].start, when.evidence[0].end)
        if token is None or not _belongs(token, draft):
            continue
        preposition = _preposition(token)
        if when.kind is TimeKind.DURATION and duration is None:
            lasting = preposition in _LASTING or _is_attribute(token, draft)
            if lasting and is_length(when):
                duration = when
        elif _is_day(when):
            own = 2 if preposition in _STARTS else 1
            if preposition == "before" or (own == 1 and not _is_now(draft, token)):
                continue
            if own > rank:
                effective, rank = when, own
    return effective, duration


def _is_attribute(token: Token, draft: Draft) -> bool:
    """Whether a time says how long the thing decided lasts: "a 72-hour truce"."""
    for up in (token, *token.ancestors()):
        if up.pos in ("NOUN", "PROPN") and up.dep not in ("compound", "npadvmod", "nmod"):
            own = up is draft.instrument or up.head is draft.head
            return own and up is not token and up.i > token.i
        if up.dep not in ("compound", "amod", "nummod", "npadvmod", "nmod", "quantmod"):
            return False
    return False


def _is_now(draft: Draft, token: Token) -> bool:
    """Whether a time can be that of the deed: with a present perfect only "today" or "since"."""
    if not _is_perfect(draft.head):
        return True
    return token.lower in ("today", "tonight") or _preposition(token) == "since"


def _is_known(when: When) -> bool:
    return "X" not in when.value and not when.value.endswith("_REF")


def _is_perfect(verb: Token) -> bool:
    """Whether the verb is in the present perfect, which no definite past date goes with."""
    return any(c.dep == "aux" and c.lower in ("has", "have", "'ve", "’ve") for c in verb.children)


def _preposition(token: Token) -> str:
    for up in (token, *token.ancestors()):
        if up.dep in ("prep", "agent", "mark", "pcomp") and up.pos in ("ADP", "SCONJ"):
            if up.lower == "of" and up.head.lower in _SPANS:
                continue  # "for a period of six months"
            return up.lower
        if up.pos in ("VERB", "AUX"):
            return ""
    return ""


def _belongs(token: Token, draft: Draft) -> bool:
    """Whether a time hangs on the verb of the draft, or on one that leads to it."""
    chain = [draft.head]
    for up in draft.head.ancestors():
        chain.append(up)
        if up.pos in ("VERB", "AUX") and chain[-2].dep not in (
            "xcomp",
            "acl",
            "dobj",
            "pobj",
            "prep",
            "ccomp",
        ):
            break
    leading = {t.i for t in chain if _links(t, draft)}
    # "Addressing the League on 21 September, the premier announced ..."
    leading |= {c.i for c in draft.head.children if _is_simultaneous(c)}
    if draft.start <= token.start < draft.end:
        return _verb_above(token) in leading or _verb_above(token) is None
    return _verb_above(token) in leading


def _is_simultaneous(clause: Token) -> bool:
    """Whether a participle tells of the same moment as its main verb: "came down, suspending"."""
    if clause.dep != "advcl" or clause.tag != "VBG":
        return False
    return not any(c.dep in ("nsubj", "mark", "aux", "neg") for c in clause.children)


def _links(token: Token, draft: Draft) -> bool:
    """Whether the draft's head is the token or an infinitive, clause or object below it."""
    step = draft.head
    for _ in range(8):
        if step is token:
            return True
        if step.dep not in (
            "xcomp",
            "ccomp",
            "dobj",
            "pobj",
            "prep",
            "acl",
            "conj",
            "nsubj",
            "nsubjpass",
        ) and not _is_simultaneous(step):
            return False
        if step.dep == "conj" and step.pos in ("VERB", "AUX") and step.head.pos in ("VERB", "AUX"):
            # a time before the first of several coordinated verbs is that of all
            return False
        step = step.head
    return False


def _verb_above(token: Token) -> int | None:
    """The nearest verb above a time; `None`: it hangs on a noun."""
    for up in token.ancestors():
        if up.pos in ("VERB", "AUX"):
            return up.i
    return None
