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
from geopolitics_model.parsers.entities.lexicon import (
    honorific,
    organisation_nouns,
    person_nouns,
    place_nouns,
)
from geopolitics_model.parsers.entities.surface import Surface

_IN = frozenset(("in", "at", "near", "around", "outside", "inside", "into", "throughout"))
_TABLE, _TOWN, _CONTEXT, _SURNAME, _TITLE, _HEAD, _ALONE = 1.5, 0.6, 0.6, 3.0, 3.0, 1.5, 1.0
_APPOSED, _RULED, _WHO, _MORTAL, _PERSONAL, _SITE, _NAMED = 3.0, 2.0, 1.5, 1.5, 1.2, 1.2, 4.0
"""Votes, against one for each label that the component gave (chosen on the development half)."""
_LARGE = frozenset((PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION))
_RULERS = frozenset("king queen tyrant sultan emir mayor governor satrap bey shah tsar".split())
_SITES = frozenset("capital city district governorate island port province town village".split())
_WHO_WORDS = frozenset(("who", "whom", "whose"))
_KIN = frozenset(
    "ally aide assassination birth birthday body bodyguard brother cousin daughter death execution "
    "family father friend funeral grandson husband life mother murder nephew reign resignation "
    "sister son successor uncle widow wife".split()
)
_MORTAL_ACTS = frozenset("abdicate assassinate behead execute marry murder resign retire".split())
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
    before = reading.tokens[first.i - 1].lower if first.i else ""
    if surface.trained:
        yield surface.label, 1.0
    site = first is last and only_a_place(first.text)
    for id in surface.candidates[:1]:
        entity = knowledge.get(id)
        town = first is last and isinstance(entity, Place) and entity.kind not in _LARGE
        weight = _NAMED if first is not last else _TOWN if town and not site else _TABLE
        yield id.partition(":")[0], weight
    if site and not surface.candidates and surface.label == "person":
        yield "place", _SITE
    if head := _by_head(reading, surface):
        yield head, _HEAD
    elif not surface.candidates and _is_personal(reading, surface):
        yield "person", _PERSONAL
    if before in _IN and surface.label != "organisation":
        yield "place", _CONTEXT
    yield from _context(reading, surface)
    if first is not last and last.lower in alone:
        yield "person", _ALONE
    if honorific(reading.tokens, surface.first) is not None:
        yield "person", _TITLE
    if first is last and first.lower in surnames and not first.text.isupper():
        yield "person", _SURNAME


def _context(reading: Reading, surface: Surface) -> Iterator[tuple[str, float]]:
    """What the words beside a name tell: a noun before it, "who" and what is owned after it."""
    tokens = reading.tokens
    first, after = surface.first, surface.last
    if surface.label == "organisation" and not surface.trained:
        return
    if first and tokens[first - 1].text in person_nouns():
        yield "person", _APPOSED
    if first > 1 and tokens[first - 1].lower == "of":
        site = tokens[first - 2].lower
        if site in _SITES or site in _RULERS:
            yield "place", _RULED
    if after < len(tokens):
        comma = tokens[after].text == ","
        who = tokens[after + 1] if comma and after + 1 < len(tokens) else tokens[after]
        if who.lower in _WHO_WORDS and after - first < 3:
            yield "person", _WHO
    head = tokens[after - 1]
    if head.dep == "poss" and head.head.lower in _KIN:
        yield "person", _MORTAL
    if head.dep in ("nsubj", "nsubjpass") and head.head.lemma in _MORTAL_ACTS:
        yield "person", _MORTAL


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
