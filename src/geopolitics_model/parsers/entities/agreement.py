"""One label for one name: what a name is does not change within an article.

The component judges each occurrence by its context and errs now and then; the same name
elsewhere, the tables, the word before it and full names of persons are further witnesses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading
from geopolitics_model.language.mention_tagger import only_a_place, sounds_like_a_person
from geopolitics_model.model import Place, PlaceKind
from geopolitics_model.parsers.entities import context
from geopolitics_model.parsers.entities.lexicon import honorific, organisation_nouns, place_nouns
from geopolitics_model.parsers.entities.surface import Surface

_TABLE, _TOWN, _SURNAME, _TITLE, _HEAD, _ALONE = 1.5, 0.6, 3.0, 3.0, 1.5, 1.0
_PERSONAL, _SITE, _NAMED, _FAMILY = 1.2, 1.2, 4.0, 1.2
"""Votes, against one for each label that the component gave (chosen on the development half)."""
_LARGE = frozenset((PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION, PlaceKind.WATER))
_ACTING = frozenset(("nsubj", "nsubjpass", "poss", "conj", "appos"))
_LABELS = ("place", "organisation", "person")


def agreed(reading: Reading, surfaces: Sequence[Surface]) -> list[Surface]:
    """The same surfaces, each with the label that most speaks for, and candidates of that label."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    surnames = _surnames(reading, surfaces)
    alone = _alone(reading, surfaces)
    for surface in surfaces:
        if not surface.adjectival:
            ballot = votes[_text(reading, surface)]
            for label, weight in _witnesses(reading, surface, surnames, alone):
                ballot[label] += weight
    labelled = []
    for surface in surfaces:
        if not surface.adjectival:
            ballot = votes[_text(reading, surface)]
            label = max(_LABELS, key=lambda name: ballot[name])
            labelled.append(_relabelled(surface, label))
        else:
            labelled.append(surface)
    return labelled


def _text(reading: Reading, surface: Surface) -> str:
    tokens = reading.tokens
    return reading.text_of(tokens[surface.first].start, tokens[surface.last - 1].end).casefold()


def _surnames(reading: Reading, surfaces: Sequence[Surface]) -> frozenset[str]:
    """The last words of the full names of persons."""
    return frozenset(
        reading.tokens[s.last - 1].lower
        for s in surfaces
        if s.label == "person" and s.last - s.first > 1
    )


def _alone(reading: Reading, surfaces: Sequence[Surface]) -> frozenset[str]:
    """Single words that the component takes for persons."""
    return frozenset(
        reading.tokens[s.first].lower
        for s in surfaces
        if s.trained and s.label == "person" and s.last - s.first == 1
    )


def _witnesses(
    reading: Reading, surface: Surface, surnames: frozenset[str], alone: frozenset[str]
) -> Iterator[tuple[str, float]]:
    """What speaks for which label at one occurrence, and how much."""
    first, last = reading.tokens[surface.first], reading.tokens[surface.last - 1]
    if surface.trained or not surface.candidates:
        yield surface.label, 1.0
    family = first is last and bool(knowledge.surname(first.text))
    site = first is last and only_a_place(first.text) and not family
    for id in surface.candidates[:1]:
        entity = knowledge.get(id)
        town = first is last and isinstance(entity, Place) and entity.kind not in _LARGE
        capital = surface.metonym is not None and not family
        town = town and surface.label != "organisation" and not capital
        weight = _NAMED if first is not last else _TOWN if town and not site else _TABLE
        yield id.partition(":")[0], weight
    if site and not surface.candidates and surface.label == "person":
        yield "place", _SITE
    unknown = first is last and not surface.candidates and surface.label == "place"
    if unknown and family:
        yield "person", _FAMILY
    if head := _by_head(reading, surface):
        yield head, _HEAD
    elif not surface.candidates and _is_personal(reading, surface):
        yield "person", _PERSONAL
    yield from context.witnesses(reading, surface)
    if first is not last and last.lower in alone:
        yield "person", _ALONE
    if honorific(reading.tokens, surface.first) is not None:
        yield "person", _TITLE
    if first is last and first.lower in surnames and not first.text.isupper():
        yield "person", _SURNAME


def _is_personal(reading: Reading, surface: Surface) -> bool:
    """ "Félix Díaz", "Seymour M. Hersh": a given name, a surname, and at most an initial."""
    tokens = reading.tokens[surface.first : surface.last]
    if tokens[-1].dep not in _ACTING or tokens[-1].tag != "NNP":
        return False
    words = [t.text for t in tokens]
    short = len(words) == 2 or (len(words) == 3 and len(words[1].strip(".")) == 1)
    return short and sounds_like_a_person(words)


def _by_head(reading: Reading, surface: Surface) -> str:
    """What the head noun of a longer name says ("Cumberland Rivers", "Fort Taylor")."""
    tokens = reading.tokens[surface.first : surface.last]
    if len(tokens) > 1:
        first, last = tokens[0].lower, tokens[-1].lower.rstrip(".")
        if {last, f"{tokens[-2].lower} {last}"} & organisation_nouns().keys():
            return "organisation"
        if {last, last.removesuffix("s"), first} & place_nouns().keys():
            return "place"
    return ""


def _relabelled(surface: Surface, label: str) -> Surface:
    if surface.candidates and surface.candidates[0].startswith(("mission:", "conflict:")):
        return surface
    fitting = tuple(id for id in surface.candidates if id.startswith(label + ":"))
    metonym = surface.metonym if label == "place" or not fitting else None
    same = (surface.label, surface.candidates, surface.metonym)
    if same == (label, fitting, metonym):
        return surface
    return attrs.evolve(surface, label=label, candidates=fitting, metonym=metonym)
