"""Missions: who deployed what, where, how strong, under which mandate.

Phrases are found (`mentions`), told apart into missions (`grouping`), and each becomes a `Mission`
with its details. The tables help to link names and to tell what kind of mission a name stands for;
leads, places, strengths and dates are only those that were read.
"""

from __future__ import annotations

from collections.abc import Iterator

from geopolitics_model import knowledge
from geopolitics_model.language import Reading
from geopolitics_model.model import (
    Identifier,
    Mention,
    MentionForm,
    Mission,
    MissionKind,
    Organisation,
    Place,
)
from geopolitics_model.model.ids import fact_id, slug
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers import peoples, quantities
from geopolitics_model.parsers.missions import (
    details,
    grouping,
    leads,
    learned,
    lexicon,
    mandates,
    mentions,
    names,
    scene,
    status,
)
from geopolitics_model.parsers.missions.grouping import Task
from geopolitics_model.parsers.missions.phrase import Phrase

__all__ = ["parse"]

_UNITED_NATIONS = "organisation:un"


def parse(reading: Reading) -> Iterator[Mission | Place | Organisation]:
    """The missions of an article, and who runs them and is named as a people or in names only.

    Entities and times must have been read before.
    """
    armies = peoples.acting(reading)
    before, reading = reading, reading.knowing(reading.found.extended(armies))
    titled = names.entities(reading)
    reading = reading.knowing(reading.found.extended(titled))
    counted = quantities.find(reading)
    found: dict[str, Mission] = {}
    for task in grouping.group(reading, learned.phrases(reading, mentions.find(reading))):
        mission = _mission(reading, task, counted)
        found.setdefault(mission.id, mission)
    referred = {id for m in found.values() for id in (*m.leads, *m.places)}
    yield from peoples.unknown(before, armies, referred)
    yield from (names.linked(before, t) for t in titled if t.id in referred)
    yield from found.values()


def _mission(reading: Reading, task: Task, counted: tuple[quantities.Counted, ...]) -> Mission:
    spans = _mentions(reading, task)
    runs = _leads(reading, task)
    kind = _kind(reading, task, runs)
    id, identifiers = _identity(reading, task, spans, kind)
    period = details.period(reading, task)
    strengths = details.strengths(reading, task, counted)
    donors = None if strengths else details.donors(reading, task, counted)
    return Mission(
        id=id,
        name=_name(reading, task),
        aliases=task.names[1:],
        identifiers=identifiers,
        mentions=spans,
        kind=kind,
        status=status.status(reading, task, period.end),
        leads=runs,
        places=scene.places(reading, task, runs),
        mandate=mandates.mandate(reading, task),
        strengths=strengths or ((donors,) if donors else ()),
        start=period.start,
        end=period.end,
    )


def _mentions(reading: Reading, task: Task) -> tuple[Mention, ...]:
    found: dict[tuple[int, int], MentionForm] = {}
    for phrase in sorted(task.phrases, key=lambda p: (p.start, -p.end)):
        proper = phrase.name is not None and (phrase.head.pos == "PROPN" or phrase.name.isupper())
        named = phrase.known is not None or proper
        at = reading.tokens[phrase.start].start, reading.tokens[phrase.end - 1].end
        form = MentionForm.NAME if named else MentionForm.NOMINAL
        found.setdefault(at, MentionForm.PRONOUN if phrase.refers and not named else form)
    return tuple(Mention(span=reading.span(*at), form=form) for at, form in found.items())


def _identity(
    reading: Reading, task: Task, spans: tuple[Mention, ...], kind: MissionKind
) -> tuple[str, tuple[Identifier, ...]]:
    """The id: of the tables, if the name or the description can mean one mission only."""
    known = task.known or _described(reading, task, kind)
    thing = knowledge.get(known) if known else None
    if isinstance(thing, Mission):
        return thing.id, thing.identifiers
    if task.names:
        return f"mission:{slug(task.names[0])}", ()
    return fact_id("mission", [m.span for m in spans]), ()


def _described(reading: Reading, task: Task, kind: MissionKind) -> str | None:
    """The one mission of the tables with this lead, place and kind on the day of the article."""
    day = reading.article.day
    if day is None or task.names:
        return None
    found: set[str] = set()
    for lead in task.all_of("leads"):
        for place in task.all_of("places"):
            country = who.country_of(reading, place) or place
            found |= {
                m.id for m in knowledge.missions(place=country, lead=lead, on=day) if m.kind is kind
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


def _kind(reading: Reading, task: Task, runs: tuple[str, ...]) -> MissionKind:
    """What the descriptions say, else what the name stands for, else the noun; else the model."""
    if (told := _told_kind(reading, task, runs)) is not None:
        return told
    order = sorted(
        task.phrases,
        key=lambda p: (not p.known, _is_code_name(p), not p.anchored, p.verbal, p.head.i),
    )
    kinds = [p.kind for p in order if p.kind is not MissionKind.OTHER]
    return kinds[0] if kinds else learned.kind(reading, [p.head for p in order if not p.known])


def _is_code_name(phrase: Phrase) -> bool:
    """Whether it is a bare name, which says nothing of the kind: "Operation Sinbad"."""
    return bool(phrase.name) and not phrase.known and phrase.head.pos == "PROPN"


def _told_kind(reading: Reading, task: Task, runs: tuple[str, ...]) -> MissionKind | None:
    """The kind of an operation of which only the name is told, by who does what in it."""
    bare = [p for p in task.phrases if not (p.name and not p.known and p.name.startswith("Op"))]
    if task.known or (bare and task.names) or not (task.names or task.kinds == {MissionKind.OTHER}):
        return _peace(task, runs)
    for phrase in task.phrases if task.names else ():
        for verb in [t for t in list(phrase.head.ancestors())[:6] if t.pos == "VERB"]:
            kind = lexicon.kinds().get(verb.lemma)
            if kind is not None and verb.lemma not in ("train", "support"):
                return kind
    if any(_is_navy(reading, i) for i in runs):
        return MissionKind.MARITIME
    return _peace(task, runs)


def _is_navy(reading: Reading, id: str) -> bool:
    return bool({"navy", "fleet", "naval"} & set(reading.object(id).name.lower().split()))


def _peace(task: Task, runs: tuple[str, ...]) -> MissionKind | None:
    """The soldiers of the United Nations keep the peace, if nothing else is told of them."""
    alone = set(runs) == {_UNITED_NATIONS} and task.kinds == {MissionKind.OTHER}
    armed = any(p.verbal or p.head.lemma in ("force", "garrison") for p in task.phrases)
    return MissionKind.PEACEKEEPING if alone and armed else None


def _without_councils(reading: Reading, ids: tuple[str, ...]) -> Iterator[str]:
    """The leads without the councils that give a mandate: they run nothing themselves; their
    organisation does if nobody else is told to."""
    councils = {i for i in ids if _is_council(reading, i)}
    for id in ids:
        if id not in councils:
            yield id
        elif len(councils) == len(ids):
            yield reading.object(id).parent


def _is_council(reading: Reading, id: str) -> bool:
    """Whether a body is a council of an organisation that the article names too."""
    thing = reading.object(id)
    if not isinstance(thing, Organisation) or thing.parent is None:
        return False
    named = thing.name.partition(" of ")[0].endswith("Council")
    return named and reading.object(thing.parent) is not None


def _leads(reading: Reading, task: Task) -> tuple[str, ...]:
    """Who runs it, one id a state, persons only if nobody else is named."""
    found: dict[str, str] = {}
    for id in _without_councils(reading, task.all_of("leads")):
        key = (who.country_of(reading, id) or id) if who.is_state(reading, id) else id
        found.setdefault(key, id)
    bodies = tuple(i for i in found.values() if not i.startswith("person:"))
    read = bodies or tuple(found.values()) or leads.runners(reading, task.phrases)
    read = read or tuple(leads.confirmed(reading, task.known))
    heads = [p.head for p in task.phrases if not task.known]
    return read or learned.leads(reading, heads) or leads.clause_leads(reading, task.phrases)
