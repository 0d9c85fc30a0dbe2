"""What tells whether two phrases speak of the same conflict.

Each fact about a phrase or a pair has a name and a number; the table of weights (`sameness`) says
what it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TypeVar

import numpy as np
from attrs import frozen

from geopolitics_model.language import Reading, Token, words
from geopolitics_model.model import ConflictKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers import tabled
from geopolitics_model.parsers.conflicts.participants import adjective
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.conflicts.quarrel import Family, keys, scene, text_of
from geopolitics_model.parsers.conflicts.times import dates_of
from geopolitics_model.parsers.phrases import objects_of
from geopolitics_model.parsers.triggers import opinions
from geopolitics_model.parsers.triggers.features import Floats

Fact = tuple[str, float]
T = TypeVar("T")

_SENTENCES, _PARAGRAPHS, _YEARS, _PARTS = 20, 10, 10, 4
"""Distances beyond these do not differ."""
_CLOSE = 12
"""So many words apart two phrases stand close together."""
_NUMBERS = {
    "first": 1, "i": 1, "second": 2, "ii": 2, "third": 3, "iii": 3, "fourth": 4, "fifth": 5,
    "sixth": 6, "last": -1, "previous": -2, "earlier": -2,
}  # fmt: skip
_COMMON = frozenset("war civil world great cold holy air sea land naval total ground".split()) | {
    *_NUMBERS
}
"""What many wars are called, or parts of one."""
_CALLED = frozenset("call know dub term name".split())
"""Verbs that give a war a further name."""
_YEAR = 4
_TELLING = ("PROPN", "ADJ", "NOUN")


@frozen(eq=False)
class Named:
    """What a war is told apart by: the words of its name ("Chaco"; of a state or its people the
    state), the conflicts of the tables that have that name, its number ("first", "II"), its year
    ("the war of 1965"); also: whether its sentence says that it is called so as well.
    """

    words: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    numbers: frozenset[int] = frozenset()
    years: frozenset[str] = frozenset()
    also: bool = False


@frozen(eq=False)
class Described:
    """A phrase with what it is compared by.

    attackers, targets: keys of the parties; of_group: whether an armed group is among these;
    countries: those of its places; scene: countries that its sentence speaks of; around: whom and
    which places it names; years: of its dates; kinds: how likely each `ConflictKind` is, and odds:
    that it tells of any; word, context: unit vectors of its head, alone and where it stands; part:
    the number of headings before it; title: whether it stands in that of the article.
    """

    phrase: Phrase
    family: Family
    attackers: frozenset[str]
    targets: frozenset[str]
    of_group: bool
    countries: frozenset[str]
    scene: frozenset[str]
    around: frozenset[str]
    years: tuple[int, ...]
    kinds: Floats
    odds: float
    word: Floats
    context: Floats
    text: str
    named: Named
    part: int
    title: bool

    @property
    def parties(self) -> frozenset[str]:
        """The keys of all parties."""
        return self.attackers | self.targets

    @property
    def is_opposed(self) -> bool:
        """Whether both sides are known."""
        return bool(self.attackers and self.targets)


def described(
    reading: Reading, phrases: Sequence[Phrase], families: Sequence[Family]
) -> list[Described]:
    """The phrases with what they are compared by; `families`: that of each."""
    parts = list(accumulate(int(p.heading) for p in reading.paragraphs))
    return [
        _described(reading, phrase, family, parts[phrase.head.paragraph])
        for phrase, family in zip(phrases, families, strict=True)
    ]


def _described(reading: Reading, phrase: Phrase, family: Family, part: int) -> Described:
    head, opinion, table = phrase.head, opinions(reading), words.load()
    sentence = reading.sentence_of(head)
    return Described(
        phrase=phrase,
        family=family,
        attackers=frozenset(keys(reading, phrase.attackers)),
        targets=frozenset(keys(reading, phrase.targets)),
        of_group=any(who.is_armed_group(reading, i) for i in phrase.parties),
        countries=frozenset(who.country_of(reading, i) or i for i in phrase.places),
        scene=frozenset(scene(reading, phrase)),
        around=frozenset(reading.entities_in(sentence[0].start, sentence[-1].end)),
        years=tuple(w.earliest.year for w in dates_of(reading, phrase) if w.earliest),
        kinds=opinion.shares(head, "conflicts.kind"),
        odds=opinion.odds(head, "conflicts"),
        word=_unit(table.vectors[table.row(head.lemma.lower(), head.lower)]),
        context=_unit(np.asarray(reading.vectors[head.i], np.float32)),
        text=text_of(reading, phrase).lower(),
        named=_named(reading, phrase),
        part=part,
        title=head.paragraph == 0 and reading.paragraphs[0].heading,
    )


def _named(reading: Reading, phrase: Phrase) -> Named:
    if not phrase.is_war:
        return Named()
    head = phrase.head
    own = {c.lower for c in head.children} | {t.lower for t in reading.tokens[head.i : head.i + 2]}
    of = objects_of(head, ("of",))
    return Named(
        words=frozenset(_name_words(reading, phrase, of)),
        known=frozenset(_known(reading, phrase)),
        numbers=frozenset(n for word in own if (n := _NUMBERS.get(word)) is not None),
        years=frozenset(t.text for t in of if t.text.isdigit() and len(t.text) == _YEAR),
        also=any(t.lemma.lower() in _CALLED for t in reading.sentence_of(head)),
    )


def _name_words(reading: Reading, phrase: Phrase, of: Sequence[Token]) -> Iterator[str]:
    """The words before the noun and behind "of" that name a war; in a heading, which may have
    capitals of its own, those of states only."""
    head = phrase.head
    first = [t for t in reading.tokens[phrase.start : head.i] if t.text[0].isupper()]
    for token in (*(first if head.text[0].isupper() else ()), *(t for t in of if t.tag == "NNP")):
        state = reading.entity(token) or adjective(reading, token)
        if state is not None:
            yield state
        elif not phrase.heading and token.pos in _TELLING and token.lower not in _COMMON:
            yield token.lower


def _known(reading: Reading, phrase: Phrase) -> Iterator[str]:
    """The conflicts of the tables that have the name that a phrase begins with."""
    start, head = reading.tokens[phrase.start].start, phrase.head.start
    for at, ids in reading.once("conflicts.tabled", lambda: _tabled(reading)):
        if start <= at <= head:
            yield from ids


def _tabled(reading: Reading) -> list[tuple[int, list[str]]]:
    """Where names of conflicts of the tables begin, and whose they are."""
    named = (
        (m.start, [i for i in m.candidates if i.startswith("conflict:")])
        for m in tabled.names(reading)
    )
    return [(start, ids) for start, ids in named if ids]


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
        ("numbered", bool(told.named.numbers)),
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
    """Whether a text itself tells two conflicts apart: wars by number, year or name; by other sides
    what is said to be between two, or is fought by armed groups; attacks by attacker or country."""
    a, b = one.named, other.named
    if _differ(a.numbers, b.numbers) or _differ(a.years, b.years):
        return True
    if _are_named_apart(a, b) or _is_in_passing(one, other) or _is_in_passing(other, one):
        return True
    if one.is_opposed and other.is_opposed:
        said = one.phrase.mutual and other.phrase.mutual
        return (said or one.of_group or other.of_group) and _differ(one.parties, other.parties)
    if one.family == other.family == "attack":
        same = one.phrase.definite or other.phrase.definite
        return not same and (
            _differ(one.attackers, other.attackers) or _differ(one.countries, other.countries)
        )
    return False


def _is_in_passing(war: Described, fight: Described) -> bool:
    """Whether "a war" between whomever is brought up beside "the fight against terrorism"."""
    new = war.phrase.is_war and not war.of_group and not war.phrase.generic_enemy
    return new and _is_new(war.phrase) and fight.phrase.generic_enemy


def _are_named_apart(one: Named, other: Named) -> bool:
    if one.known & other.known or one.also or other.also:
        return False  # "the October War, as Arabs call it"
    a, b = one.words, other.words
    return bool(a and b) and not (a <= b or b <= a)


def tells_apart(told: Described) -> bool:
    """Whether a phrase says anything that another one may be told apart by (`are_apart`)."""
    named = told.named
    return bool(
        named.words or named.numbers or named.years or told.phrase.generic_enemy
        or told.family == "attack" or told.is_opposed or _is_new(told.phrase)
    )  # fmt: skip


def _differ(one: frozenset[T], other: frozenset[T]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _of_words(one: Described, other: Described) -> Iterator[Fact]:
    a, b = one.phrase, other.phrase
    if one.family == other.family:
        yield "same family", 1.0
    if a.level is b.level:
        yield "same level", 1.0
    if a.head.lemma.lower() == b.head.lemma.lower():
        yield "same word", 1.0
    if a.named and b.named:
        yield ("same name" if one.text == other.text else "other name"), 1.0
    yield "words alike", float(one.word @ other.word)
    yield "contexts alike", float(one.context @ other.context)
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


def _unit(vector: Floats) -> Floats:
    size = float(np.linalg.norm(vector))
    return vector / np.float32(size) if size else vector
