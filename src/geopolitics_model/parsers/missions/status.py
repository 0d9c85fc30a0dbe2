"""Whether a mission is planned, goes on, is suspended or over."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionStatus, When
from geopolitics_model.parsers import intervals
from geopolitics_model.parsers.missions import lexicon
from geopolitics_model.parsers.missions.grouping import Task
from geopolitics_model.parsers.missions.phrase import SENDING, Phrase, standing, verbs_of
from geopolitics_model.parsers.phrases import head_conjunct, is_negated, modal_of
from geopolitics_model.parsers.times.lexicon import WEEKDAYS
from geopolitics_model.parsers.triggers import opinions

_LEAVING = frozenset("withdrawal pullout".split())
_MODALS = frozenset("will shall 'll may might could should".split())
_STAYING = frozenset("keep maintain remain stay continue have serve".split())
_YEARS = 3
"""So many years at least a history names."""
_PRESENT = 8
"""A history has at most one sentence in so many in the present tense, the perfect or the future."""
_OF_NEWS = WEEKDAYS | frozenset("today yesterday tomorrow tonight overnight".split())
_ALLOW = frozenset("authorise authorize approve endorse urge request recommend".split())


def status(reading: Reading, task: Task, end: When | None) -> MissionStatus:
    """The last state that is told, else the likeliest of the sentences that tell of it; one that
    is said to end on a day of the past is over, and so are those of a history.
    """
    told = [s for p in task.phrases if (s := _told(p)) is not None]
    if told:
        return told[-1]
    if end is not None and intervals.is_past(reading, end):
        return MissionStatus.ENDED
    heads = [p.head for p in task.phrases]
    likely = MissionStatus(opinions(reading).choice(heads, "missions.status", MissionStatus.ACTIVE))
    if likely is MissionStatus.ACTIVE and reading.once("history", lambda: _is_history(reading)):
        return MissionStatus.ENDED
    return likely


def _is_history(reading: Reading) -> bool:
    """Whether a text without a date of its own goes through years and has hardly a main verb in
    the present.
    """
    if reading.article.day is not None:
        return False
    whole = reading.times_in(0, len(reading.text))
    years = {w.value[: 5 if w.value[0] == "-" else 4] for w in whole if intervals.is_dated(w)}
    if len(years) < _YEARS or any(t.lower in _OF_NEWS for t in reading.tokens):
        return False
    main = (t for t in reading.tokens if head_conjunct(t).is_root and t.quotation is None)
    tenses = [tense for t in main if (tense := _tense(t)) is not None]
    others = sum(tense != "past" for tense in tenses)
    return len(tenses) >= _PRESENT and others * _PRESENT <= len(tenses)


def _told(phrase: Phrase) -> MissionStatus | None:
    """The state that the words around a phrase put the mission into."""
    statuses = lexicon.statuses()
    for child in phrase.head.children:
        if child.dep in ("amod", "compound") and child.lower in statuses:
            return statuses[child.lower]
    if phrase.head.lemma.lower() in _LEAVING:
        return MissionStatus.ENDED
    noun = standing(phrase.head)
    verbs = [phrase.head] if phrase.verbal else verbs_of(noun)
    told = [s for v in verbs if (s := _put_into(phrase, noun, v)) is not None]
    return told[-1] if told else None


def _put_into(phrase: Phrase, noun: Token, verb: Token) -> MissionStatus | None:
    """The state that a verb puts the mission into."""
    statuses = lexicon.statuses()
    if not phrase.verbal and noun.dep not in ("dobj", "nsubjpass", "nsubj"):
        return None
    status = statuses.get(verb.lemma)
    if verb.lemma in ("withdraw", "leave", "pull") and phrase.verbal:
        status = MissionStatus.ENDED
    future = modal_of(verb) in _MODALS or _is_intended(verb)
    if future and verb.lemma in _STAYING:
        return None  # "will keep soldiers in X"
    if status is not None and not is_negated(verb):
        if status is MissionStatus.ENDED and (future or modal_of(verb) is not None):
            return None
        if status is MissionStatus.SUSPENDED and phrase.is_event:
            return MissionStatus.ENDED  # an offensive that is halted does not go on
        return status
    if noun.lemma in SENDING and verb.lemma in _ALLOW and noun.dep != "nsubj":
        return MissionStatus.PLANNED
    if phrase.verbal and _tense(verb) == "perfect":
        return MissionStatus.ACTIVE
    begun = phrase.verbal or noun.dep in ("dobj", "nsubjpass")
    return MissionStatus.PLANNED if future and begun else None


def _is_intended(verb: Token) -> bool:
    """Whether it is only meant to be: "plans to send", "agreed to deploy"."""
    above = verb.head
    return verb.dep == "xcomp" and above.lemma in (
        "be", "plan", "intend", "agree", "propose", "want", "consider", "prepare", "decide",
        "offer", "ready", "pledge", "promise",
    )  # fmt: skip


def _tense(verb: Token) -> str | None:
    """ "present", "perfect" ("has begun") or "past" of a finite verb."""
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    tags = {verb.tag, *(c.tag for c in helpers)}
    if tags & {"VBZ", "VBP", "MD"}:
        have = any(c.lower in ("have", "has", "'ve") for c in helpers)
        return "perfect" if have and verb.tag == "VBN" else "present"
    return "past" if "VBD" in tags else None
