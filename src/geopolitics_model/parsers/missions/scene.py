"""Where a mission plays, if its phrases do not say."""

from __future__ import annotations

from collections import Counter

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Mission, MissionKind, Place, PlaceKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions import learned
from geopolitics_model.parsers.missions.grouping import Task
from geopolitics_model.parsers.missions.phrase import Phrase
from geopolitics_model.parsers.places import places_in, where, without_containers

_WHERE = frozenset(
    "in across throughout inside at near through along off over into onto around".split()
)
_THEME = 3
"""How often a country is named, at least, that an article is about."""


def places(reading: Reading, task: Task, leads: tuple[str, ...]) -> tuple[str, ...]:
    """Where it plays: as its phrases, else their sentences, else what stands around them say."""
    read = [i for i in task.all_of("places") if isinstance(reading.object(i), Place)]
    found = read or _confirmed(reading, task) or _told(reading, task)
    found = found or list(learned.places(reading, [p.head for p in task.phrases]))
    if not found and (task.names or task.kinds != {MissionKind.COMBAT}):
        found = _theme(reading, leads)
    return without_containers(reading, found)


def _told(reading: Reading, task: Task) -> list[str]:
    """Where the sentences of a mission play."""
    found: dict[str, None] = {}
    for phrase in task.phrases:
        for token in reading.sentence_of(phrase.head):
            if token.dep == "prep" and token.lower in _WHERE and _locates(reading, token, phrase):
                found |= dict.fromkeys(places_in(reading, token))
    dry = [i for i in found if not _is_water(reading, i)]
    return list(found) if MissionKind.MARITIME in task.kinds else dry


def _is_water(reading: Reading, id: str) -> bool:
    return reading.object(id).kind is PlaceKind.WATER


def _locates(reading: Reading, prep: Token, phrase: Phrase) -> bool:
    """Whether a preposition says where something happens, not where an actor sits."""
    above = prep.head
    if above.pos in ("VERB", "AUX") or phrase.start <= above.i < phrase.end:
        return True
    return reading.entity(above) is None


def _confirmed(reading: Reading, task: Task) -> list[str]:
    """Of what the article names, the places that the tables know as those of the mission."""
    thing = knowledge.get(task.known) if task.known else None
    if not isinstance(thing, Mission):
        return []
    near = [i for i in around(reading, task) if i in thing.places]
    return near or [p.id for p in reading.objects(Place) if p.id in thing.places]


def around(reading: Reading, task: Task) -> list[str]:
    """All entities that the paragraphs of a mission name."""
    found: dict[str, None] = {}
    for number in {p.head.paragraph for p in task.phrases}:
        bounds = reading.paragraphs[number]
        found |= dict.fromkeys(reading.entities_in(bounds.start, bounds.end))
        tokens = reading.tokens_between(bounds.start, bounds.end)
        found |= dict.fromkeys(p for t in tokens if (p := where(reading, t)))
    return list(found)


def _theme(reading: Reading, leads: tuple[str, ...]) -> list[str]:
    """The country that an article is about: named by far most often, and no lead."""
    own = {who.country_of(reading, i) for i in leads}
    named: Counter[str] = Counter()
    for place in reading.objects(Place):
        country = who.country_of(reading, place.id) or place.id
        if country not in own and reading.object(country) is not None:
            named[country] += len(place.mentions)
    first, second = (*named.most_common(2), ("", 0), ("", 0))[:2]
    return [first[0]] if first[1] >= _THEME and first[1] > 2 * second[1] else []
