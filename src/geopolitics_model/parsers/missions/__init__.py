"""Missions: who deployed what, where, how strong, under which mandate.

Phrases are found (`mentions`), told apart into missions (`grouping`), and each becomes a `Mission`
with its details. The tables help to link names and to tell what kind of mission a name stands for;
leads, places, strengths and dates are only those that were read.
"""

from __future__ import annotations

from collections.abc import Iterator

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import (
    Identifier,
    Mention,
    MentionForm,
    Mission,
    MissionKind,
    MissionStatus,
    Place,
    PlaceKind,
)
from geopolitics_model.model.ids import fact_id, slug
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers import peoples, quantities
from geopolitics_model.parsers.missions import details, grouping, lexicon, mentions
from geopolitics_model.parsers.missions.details import Period
from geopolitics_model.parsers.missions.grouping import Task
from geopolitics_model.parsers.missions.phrase import Phrase
from geopolitics_model.parsers.phrases import governing_verb, is_negated, modal_of, subjects
from geopolitics_model.parsers.places import places_in, without_containers

__all__ = ["parse"]

_WHERE = frozenset("in across throughout inside at near".split())
_SERVE = frozenset(
    "arrive return deploy participate take fly serve end complete extend join support provide "
    "assume relieve conduct carry command lead run continue operate begin launch".split()
)
_LEAVING = frozenset("withdrawal pullout".split())
_GOES_ON = frozenset("continue remain ongoing current support help".split())


def parse(reading: Reading) -> Iterator[Mission | Place]:
    """The missions of an article, and states that run one and are named as peoples only.

    Entities and times must have been read before.
    """
    armies = peoples.acting(reading)
    before, reading = reading, reading.knowing(reading.found.extended(armies))
    counted = quantities.find(reading)
    found: dict[str, Mission] = {}
    for task in grouping.group(reading, mentions.find(reading)):
        mission = _mission(reading, task, counted)
        found.setdefault(mission.id, mission)
    referred = {id for m in found.values() for id in (*m.leads, *m.places)}
    yield from peoples.unknown(before, armies, referred)
    yield from found.values()


def _mission(reading: Reading, task: Task, counted: tuple[quantities.Counted, ...]) -> Mission:
    spans = _mentions(reading, task)
    id, identifiers = _identity(reading, task, spans)
    period = details.period(reading, task)
    strengths = details.strengths(reading, task, counted)
    donors = None if strengths else details.donors(reading, task, counted)
    return Mission(
        id=id,
        name=_name(reading, task),
        aliases=task.names[1:],
        identifiers=identifiers,
        mentions=spans,
        kind=_kind(task),
        status=_status(reading, task, period),
        leads=_leads(reading, task),
        places=_places(reading, task),
        mandate=details.mandate(reading, task),
        strengths=strengths or ((donors,) if donors else ()),
        start=period.start,
        end=period.end,
    )


def _mentions(reading: Reading, task: Task) -> tuple[Mention, ...]:
    found: dict[tuple[int, int], MentionForm] = {}
    for phrase in sorted(task.phrases, key=lambda p: (p.start, -p.end)):
        named = phrase.known is not None or (phrase.name is not None and phrase.head.pos == "PROPN")
        at = reading.tokens[phrase.start].start, reading.tokens[phrase.end - 1].end
        form = MentionForm.NAME if named else MentionForm.NOMINAL
        found.setdefault(at, MentionForm.PRONOUN if phrase.refers else form)
    return tuple(Mention(span=reading.span(*at), form=form) for at, form in found.items())


def _identity(
    reading: Reading, task: Task, spans: tuple[Mention, ...]
) -> tuple[str, tuple[Identifier, ...]]:
    """The id: of the tables, if the name or the description can mean one mission only."""
    known = task.known or _described(reading, task)
    thing = knowledge.get(known) if known else None
    if isinstance(thing, Mission):
        return thing.id, thing.identifiers
    if task.names:
        return f"mission:{slug(task.names[0])}", ()
    return fact_id("mission", [m.span for m in spans]), ()


def _described(reading: Reading, task: Task) -> str | None:
    """The one mission of the tables with this lead, place and kind on the day of the article."""
    day = reading.article.day
    if day is None or task.names:
        return None
    found: set[str] = set()
    for lead in task.all_of("leads"):
        for place in task.all_of("places"):
            country = who.country_of(reading, place) or place
            found |= {
                m.id
                for m in knowledge.missions(place=country, lead=lead, on=day)
                if m.kind is _kind(task)
            }
    return found.pop() if len(found) == 1 else None


def _name(reading: Reading, task: Task) -> str:
    if task.known and isinstance(thing := knowledge.get(task.known), Mission):
        return next((p.name for p in task.phrases if p.known == thing.id and p.name), thing.name)
    if task.names:
        return task.names[0]
    best = max(task.phrases, key=lambda p: (len(p.leads) + len(p.places), not p.verbal, -p.head.i))
    tokens = reading.tokens[best.start : best.end]
    if len(tokens) > 1 and tokens[0].lower in ("the", "a", "an", "this", "that"):
        tokens = tokens[1:]
    return reading.text_of(tokens[0].start, tokens[-1].end)


def _kind(task: Task) -> MissionKind:
    """What the descriptions say, else what the name stands for, else the noun alone."""
    order = sorted(task.phrases, key=lambda p: (not p.known, not p.anchored, p.verbal, p.head.i))
    kinds = [p.kind for p in order]
    return next((k for k in kinds if k is not MissionKind.OTHER), MissionKind.OTHER)


def _leads(reading: Reading, task: Task) -> tuple[str, ...]:
    """Who runs it, one id a state, persons only if nobody else is named."""
    found: dict[str, str] = {}
    for id in task.all_of("leads"):
        key = (who.country_of(reading, id) or id) if who.is_state(reading, id) else id
        found.setdefault(key, id)
    bodies = tuple(i for i in found.values() if not i.startswith("person:"))
    return bodies or tuple(found.values()) or _runners(reading, task)


def _runners(reading: Reading, task: Task) -> tuple[str, ...]:
    """The soldiers or the body of whom a sentence tells that they serve in the mission."""
    for phrase in task.phrases:
        steps = [t for t in list(phrase.head.ancestors())[:6] if t.pos == "VERB"]
        for verb in steps[:2] if phrase.anchored and not phrase.verbal else ():
            if verb.lemma not in _SERVE:
                continue
            ids = [i for t in subjects(verb) for i in who.actors(reading, t)]
            itself = {reading.entity(t) for t in reading.tokens[phrase.start : phrase.end]}
            found = [
                i for i in dict.fromkeys(ids)
                if i not in itself and (who.is_military(reading, i) or who.is_union(reading, i))
            ]  # fmt: skip
            if found:
                return tuple(found)
    return ()


def _places(reading: Reading, task: Task) -> tuple[str, ...]:
    read = [i for i in task.all_of("places") if isinstance(reading.object(i), Place)]
    read = read or _scene(reading, task)
    return without_containers(reading, read)


def _scene(reading: Reading, task: Task) -> list[str]:
    """Where the sentences of a mission play, if its phrases do not say."""
    found: dict[str, None] = {}
    for phrase in task.phrases:
        for token in reading.sentence_of(phrase.head):
            if token.dep == "prep" and token.lower in _WHERE:
                found |= dict.fromkeys(places_in(reading, token))
    return [i for i in found if reading.object(i).kind is not PlaceKind.WATER]


# -- status -----------------------------------------------------------------------------------


def _status(reading: Reading, task: Task, period: Period) -> MissionStatus:
    told = [s for p in task.phrases if (s := _told(p)) is not None]
    if told:
        return told[-1]
    if period.end is not None and period.end.bound is None:
        return MissionStatus.ENDED
    dated = period.start is not None and period.start.value[:2].strip("X-").isdigit()
    event = any(p.is_event for p in task.phrases)
    if (event or dated) and _is_past(reading, task):
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
    verb = phrase.head if phrase.verbal else governing_verb(phrase.head)
    if verb is None:
        return None
    if not phrase.verbal and phrase.head.dep not in ("dobj", "nsubjpass", "nsubj"):
        return None
    status = statuses.get(verb.lemma)
    if verb.lemma in ("withdraw", "leave", "pull") and phrase.verbal:
        status = MissionStatus.ENDED
    future = modal_of(verb) in ("will", "shall", "'ll") or _is_intended(verb)
    if status is not None and not is_negated(verb):
        if status is MissionStatus.ENDED and future:
            return None
        if status is MissionStatus.SUSPENDED and phrase.is_event:
            return MissionStatus.ENDED  # an offensive that is halted does not go on
        return status
    begun = phrase.verbal or phrase.head.dep in ("dobj", "nsubjpass")
    return MissionStatus.PLANNED if future and begun else None


def _is_intended(verb: Token) -> bool:
    """Whether it is only meant to be: "plans to send", "agreed to deploy"."""
    above = verb.head
    return verb.dep == "xcomp" and above.lemma in (
        "plan", "intend", "agree", "propose", "want", "consider", "prepare", "decide", "offer",
    )  # fmt: skip


def _is_past(reading: Reading, task: Task) -> bool:
    """Whether all its sentences are in the past tense, and nothing says that it goes on."""
    for sentence in {p.head.sentence for p in task.phrases}:
        bounds = reading.sentences[sentence]
        tokens = reading.tokens[bounds.start : bounds.end]
        if any(t.lemma in _GOES_ON or t.lower in _GOES_ON for t in tokens):
            return False
        if not any(t.tag == "VBD" for t in tokens):
            return False
    return True
