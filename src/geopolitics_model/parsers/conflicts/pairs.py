"""What tells whether two phrases speak of the same conflict.

Each fact about a phrase or a pair has a name and a number; the table of weights (`sameness`) says
what it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
from attrs import frozen

from geopolitics_model.language import Reading, words
from geopolitics_model.model import ConflictKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import learned
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.conflicts.quarrel import keys, scene, text_of
from geopolitics_model.parsers.conflicts.times import dates_of
from geopolitics_model.parsers.triggers.features import Floats

Fact = tuple[str, float]

_SENTENCES, _PARAGRAPHS, _YEARS, _PARTS = 20, 10, 10, 4
"""Distances beyond these do not differ."""
_CLOSE = 12
"""So many words apart two phrases stand close together."""
_NUMBERS = frozenset("first second third fourth fifth last previous earlier".split())


_SMALL = ("DET", "ADP", "CCONJ", "PRON", "PART")
"""Parts of speech that tell no name apart, capital or not."""


@frozen(eq=False)
class Described:
    """A phrase with what it is compared by.

    family: see `Quarrel`; attackers, targets: keys of the parties; countries: those of its places;
    scene: countries that its sentence speaks of; around: all whom the sentence names; years: of
    its dates; kinds: how likely each `ConflictKind` is; part: the number of headings before it.
    """

    phrase: Phrase
    family: str
    attackers: frozenset[str]
    targets: frozenset[str]
    countries: frozenset[str]
    scene: frozenset[str]
    around: frozenset[str]
    years: tuple[int, ...]
    kinds: Floats
    odds: float
    word: Floats
    context: Floats
    name: str
    numbers: frozenset[str]
    named: frozenset[str]
    part: int
    title: bool

    @property
    def parties(self) -> frozenset[str]:
        """The keys of all parties."""
        return self.attackers | self.targets


def described(reading: Reading, phrases: Sequence[Phrase], families: list[str]) -> list[Described]:
    """The phrases with what they are compared by; `families`: that of each."""
    parts = list(accumulate(int(p.heading) for p in reading.paragraphs))
    table = words.load()
    return [
        _described(reading, phrase, family, parts[phrase.head.paragraph], table)
        for phrase, family in zip(phrases, families, strict=True)
    ]


def _described(
    reading: Reading, phrase: Phrase, family: str, part: int, table: words.Words
) -> Described:
    head = phrase.head
    sentence = reading.sentence_of(head)
    around = reading.entities_in(sentence[0].start, sentence[-1].end)
    return Described(
        phrase,
        family,
        frozenset(keys(reading, phrase.attackers)),
        frozenset(keys(reading, phrase.targets)),
        frozenset(who.country_of(reading, i) or i for i in phrase.places),
        frozenset(scene(reading, phrase)),
        frozenset(around),
        tuple(w.earliest.year for w in dates_of(reading, phrase) if w.earliest),
        *learned.kinds(reading, head),
        table.vectors[table.row(head.lemma.lower(), head.lower)],
        np.asarray(reading.vectors[head.i], np.float32),
        text_of(reading, phrase).lower(),
        frozenset(_numbers(phrase)),
        frozenset(_proper(reading, phrase)),
        part,
        head.paragraph == 0 and reading.paragraphs[0].heading,
    )


def _numbers(phrase: Phrase) -> Iterator[str]:
    """The number of a war: "first" of "the first war"."""
    if phrase.level is Level.WAR and not phrase.verbal:
        yield from (c.lower for c in phrase.head.children if c.lower in _NUMBERS)


def _proper(reading: Reading, phrase: Phrase) -> Iterator[str]:
    """The words of the name of a war, but for its head."""
    if phrase.level is Level.WAR and not phrase.verbal and phrase.head.text[0].isupper():
        inside = reading.tokens[phrase.start : phrase.end]
        for token in inside:
            if token.text[0].isupper() and token is not phrase.head and token.pos not in _SMALL:
                yield token.lower


def of_phrase(told: Described) -> Iterator[Fact]:
    """The facts about a phrase alone that are not nought."""
    phrase = told.phrase
    yield f"level {phrase.level.value}", 1.0
    for name, holds in (
        ("verbal", phrase.verbal),
        ("definite", phrase.definite),
        ("named", phrase.named),
        ("new", _is_new(phrase)),
        ("in title", told.title),
        ("in heading", phrase.heading),
        ("move", phrase.move),
        ("civilians", phrase.civilians),
        ("unknown assailants", phrase.unknown),
        ("mutual", phrase.mutual),
        ("with parties", bool(told.parties)),
        ("with places", bool(told.countries)),
        ("dated", bool(told.years)),
        ("numbered", bool(told.numbers)),
    ):
        if holds:
            yield name, 1.0
    yield "odds", told.odds
    for kind, share in zip(ConflictKind, told.kinds, strict=True):
        yield f"kind {kind.value}", float(share)


def of_pair(one: Described, other: Described) -> Iterator[Fact]:
    """The facts about a phrase and a later one that are not nought."""
    a, b = one.phrase, other.phrase
    yield from _of_words(one, other)
    yield from _of_parties(one, other)
    yield from _of_places(one, other)
    yield from _of_distance(one, other)
    if one.years and other.years:
        apart = min(abs(x - y) for x in one.years for y in other.years)
        yield "years apart", float(min(apart, _YEARS))
        yield ("same year" if not apart else "next year" if apart == 1 else "other year"), 1.0
    if a.start <= b.head.i < a.end or b.start <= a.head.i < b.end:
        yield "nested", 1.0


def are_apart(one: Described, other: Described) -> bool:
    """Whether two wars are told apart by number ("the first war") or by name."""
    if not (one.numbers or one.named) or not (other.numbers or other.named):
        return False
    if one.numbers and other.numbers:
        return not one.numbers & other.numbers
    return bool(one.named and other.named) and not one.named & other.named


def _of_words(one: Described, other: Described) -> Iterator[Fact]:
    a, b = one.phrase, other.phrase
    if one.family == other.family:
        yield "same family", 1.0
    if a.level is b.level:
        yield "same level", 1.0
    if a.head.lemma.lower() == b.head.lemma.lower():
        yield "same word", 1.0
    if a.named and b.named:
        yield ("same name" if one.name == other.name else "other name"), 1.0
    yield "words alike", _cosine(one.word, other.word)
    yield "contexts alike", _cosine(one.context, other.context)
    yield "kinds alike", float(one.kinds @ other.kinds)


def _of_parties(one: Described, other: Described) -> Iterator[Fact]:
    mine, theirs = one.parties, other.parties
    shared = len(mine & theirs)
    if shared:
        yield "shared parties", float(shared)
    elif mine and theirs:
        yield "other parties", 1.0
    same_attackers = one.attackers & other.attackers
    same_targets = one.targets & other.targets
    for name, holds in (
        ("same attackers", bool(same_attackers)),
        ("same targets", bool(same_targets)),
        ("same sides", bool(same_attackers and same_targets)),
        ("swapped sides", bool(one.attackers & other.targets or one.targets & other.attackers)),
        ("later names parties", bool(mine & other.scene)),
        ("earlier names parties", bool(theirs & one.scene)),
    ):
        if holds:
            yield name, 1.0


def _of_places(one: Described, other: Described) -> Iterator[Fact]:
    if set(one.phrase.places) & set(other.phrase.places):
        yield "same place", 1.0
    if one.countries & other.countries:
        yield "same country", 1.0
    elif one.countries and other.countries:
        yield "other country", 1.0
    yield "scenes alike", _shared(one.scene, other.scene)
    yield "named alike", _shared(one.around, other.around)


def _of_distance(one: Described, other: Described) -> Iterator[Fact]:
    a, b = one.phrase.head, other.phrase.head
    sentences, paragraphs = b.sentence - a.sentence, b.paragraph - a.paragraph
    yield "sentences apart", float(min(sentences, _SENTENCES))
    yield "paragraphs apart", float(min(paragraphs, _PARAGRAPHS))
    yield "parts apart", float(min(other.part - one.part, _PARTS))
    for name, holds in (
        ("same sentence", sentences == 0),
        ("next sentence", sentences == 1),
        ("same paragraph", paragraphs == 0),
        ("next paragraph", paragraphs == 1),
        ("close", b.i - a.i <= _CLOSE),
    ):
        if holds:
            yield name, 1.0


def _is_new(phrase: Phrase) -> bool:
    """Whether an indefinite article brings up a war not spoken of so far."""
    if phrase.head.dep == "attr" or phrase.head.head.lower == "as":
        return False
    return any(c.lower in ("a", "an", "another") for c in phrase.head.children)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _cosine(one: Floats, other: Floats) -> float:
    size = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(one @ other) / size if size else 0.0
