"""Whether a mission is planned, goes on, is suspended or over."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionKind, MissionStatus, TimeKind, When
from geopolitics_model.parsers.missions import lexicon
from geopolitics_model.parsers.missions.details import Period
from geopolitics_model.parsers.missions.grouping import Task
from geopolitics_model.parsers.missions.phrase import SENDING, Phrase, standing, verbs_of
from geopolitics_model.parsers.phrases import governing_verb, is_negated, modal_of

_LEAVING = frozenset("withdrawal pullout".split())
_GOES_ON = frozenset("continue remain ongoing current support help".split())
_MODALS = frozenset("will shall 'll may might could should".split())
_STAYING = frozenset("keep maintain remain stay continue have serve".split())
_ALLOW = frozenset("authorise authorize approve endorse urge request recommend".split())
_STANDING = frozenset(
    (MissionKind.PEACEKEEPING, MissionKind.OBSERVATION, MissionKind.TRAINING, MissionKind.POLICING)
)
"""Kinds that go on after what is told of them, unless the text is a history."""
_OPENING = frozenset("begin start open launch commence mount".split())
_RECENT = 100
"""Days for which what has begun is taken to go on."""
_YEARS = 4
"""Dates with a year, at least, of a text that is a history; of other dates it has a quarter."""
_AGO = 2
"""Years that lie between a history and what it mostly tells of."""


def is_history(reading: Reading) -> bool:
    """Whether a text tells of times gone by: it names years, and most lie back some years."""
    dates = [w for w in reading.objects(When) if w.kind is TimeKind.DATE]
    years = sorted(y for w in dates if (y := _year(w)) is not None)
    open_ = sum(w.value.startswith("XXXX-W") or w.value == "PRESENT_REF" for w in dates)
    if len(years) < _YEARS or open_ * _YEARS > len(years):
        return False
    now = reading.article.day
    return now is None or years[len(years) // 2] <= now.year - _AGO


def _year(when: When) -> int | None:
    if (day := when.earliest) is not None:
        return day.year
    before_christ = when.value[:1] == "-" and when.value[1:5].isdigit()
    return int(when.value[:5]) if before_christ else None


def status(reading: Reading, task: Task, period: Period, *, history: bool) -> MissionStatus:
    """The last state that is told, else that of its end, else of the tense it is told in."""
    told = [s for p in task.phrases if (s := _told(p)) is not None]
    if told:
        return told[-1]
    if period.end is not None and period.end.bound is None:
        return MissionStatus.ENDED
    dated = period.start is not None and period.start.value[:2].strip("X-").isdigit()
    event = any(p.is_event for p in task.phrases)
    if not history and _is_under_way(reading, task, period):
        return MissionStatus.ACTIVE
    standing_force = (task.known is not None or not event) and bool(task.kinds & _STANDING)
    if (history or ((event or dated) and not standing_force)) and _is_past(reading, task):
        return MissionStatus.ENDED
    return MissionStatus.ACTIVE


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


def _is_under_way(reading: Reading, task: Task, period: Period) -> bool:
    """Whether it is told to have begun not long before the day of the article."""
    now = reading.article.day
    first = period.start.earliest if period.start else None
    if now is None or first is None or not 0 <= (now - first).days <= _RECENT:
        return False
    verbs = [v for p in task.phrases if not p.verbal for v in verbs_of(p.head)]
    return any(v.lemma in _OPENING for v in verbs)


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


def _is_past(reading: Reading, task: Task) -> bool:
    """Whether all its sentences are in the past tense, and nothing says that it goes on."""
    telling = [p for p in task.phrases if p.anchored] or task.phrases
    for sentence in {p.head.sentence for p in telling}:
        bounds = reading.sentences[sentence]
        tokens = reading.tokens[bounds.start : bounds.end]
        if any(t.lemma in _GOES_ON or t.lower in _GOES_ON for t in tokens):
            return False
        if not any(t.tag == "VBD" for t in tokens):
            return False
    steps = [p.head if p.verbal else governing_verb(p.head) for p in telling]
    return not any(v is not None and _tense(v) in ("present", "perfect") for v in steps)


def _tense(verb: Token) -> str | None:
    """ "present", "perfect" ("has begun") or "past" of a finite verb."""
    helpers = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    tags = {verb.tag, *(c.tag for c in helpers)}
    if tags & {"VBZ", "VBP", "MD"}:
        have = any(c.lower in ("have", "has", "'ve") for c in helpers)
        return "perfect" if have and verb.tag == "VBN" else "present"
    return "past" if "VBD" in tags else None
