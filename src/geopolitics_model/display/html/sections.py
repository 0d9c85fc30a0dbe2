"""A dossier cut into what the report page shows: one section an article, everything linked.

Ids of elements are short, as a page of a hundred articles has some ten thousand: `a1` is the first
article, `a1w384` its words from offset 384 on, `a1st3` its third statement, `a1e7` what it has of
the dossier's seventh entity.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from geopolitics_model.display import words
from geopolitics_model.display.html.cards import Card, card, places
from geopolitics_model.display.html.marks import Mark, Paragraph, by_paragraph, paragraphs
from geopolitics_model.model import (
    SECTIONS,
    Article,
    Conflict,
    Dossier,
    Mission,
    Object,
    Span,
    walk,
)

_KINDS = {name: kind.__name__.lower() for name, kind in SECTIONS.items()}
_Named = tuple[int, int, int]
"""Start and end of a mention, and the number of the entity."""

ENTITIES = ("persons", "organisations", "places")
FACTS = ("statements", "policies", "missions", "conflicts")

UNSHOWN = ("cue", "at")
"""Labels of fields that a page leaves out: a cue is bold in the text, a place is on the map."""

_MOST_LINES = 20
"""So much text fits on a screen beside its facts."""

LAYERS = {
    "person": "pe",
    "organisation": "og",
    "place": "pl",
    "mission": "mi",
    "statement": "st",
    "policy": "po",
    "conflict": "co",
    "cue": "cu",
    "time": "ti",
}
"""The CSS classes, by what they mark."""


@attrs.define
class Entry:
    """A card in its place: `number` is what the marker in the text says ("S3")."""

    target: str
    number: str
    card: Card
    spans: tuple[Span, ...]
    about: tuple[int, ...]
    """The numbers of the entities it has to do with."""


@attrs.define
class Row:
    """Paragraphs with their marks, and beside them the facts that begin in them."""

    paragraphs: list[tuple[Paragraph, list[Mark]]]
    entries: list[Entry]


@attrs.define
class Section:
    """An article with everything that was read from it."""

    id: str
    article: Article
    name: str
    rows: list[Row]
    entities: list[Entry]
    targets: dict[str, str]
    """By the id of an object, the id of the element that tells of it."""
    times: list[tuple[str, Span]]
    unread: list[tuple[str, Span]]
    borders: list[int]
    """Where an element may begin: where marks and paragraphs begin and end."""
    anchors: frozenset[int]
    """Those of them that are linked to."""

    def anchor(self, spans: Iterable[Span]) -> int | None:
        """Where an element begins, at or before the first of the spans in this article."""
        return next((_at(self.borders, span) for span in inside(self.article, spans)), None)

    @property
    def counts(self) -> dict[str, int]:
        """How many facts of each kind."""
        kinds = [entry.card.layer for row in self.rows for entry in row.entries]
        return {kind: kinds.count(kind) for kind in ("statement", "policy", "mission", "conflict")}


class Sections:
    """Sorts the objects of a dossier by article, once, and makes the sections."""

    def __init__(self, dossier: Dossier, articles: Iterable[Article]) -> None:
        self.dossier = dossier
        self.articles = tuple(articles)
        entities = [thing for name in ENTITIES for thing in getattr(dossier, name)]
        self.numbers = {thing.id: number for number, thing in enumerate(entities, 1)}
        self._here: dict[str, dict[str, list[tuple[Object, tuple[Span, ...]]]]] = {
            article.id: {name: [] for name in (*ENTITIES, *FACTS)} for article in self.articles
        }
        for name in (*ENTITIES, *FACTS):
            for thing in getattr(dossier, name):
                for article, spans in _by_article(places(thing)).items():
                    self._here[article][name].append((thing, spans))
        self._times: dict[str, list[tuple[str, Span]]] = {}
        for when in dossier.times:
            for span in when.evidence:
                self._times.setdefault(span.article, []).append((when.value, span))
        self._unread: dict[str, list[tuple[str, Span]]] = {}
        for found in dossier.diagnostics:
            if found.span:
                unread = words.printable(found.message), found.span
                self._unread.setdefault(found.span.article, []).append(unread)
        self._cards: dict[str, Card] = {}

    @property
    def unplaced(self) -> list[Card]:
        """Cards of what no article mentions and no fact of an article refers to."""
        placed = {
            thing.id for here in self._here.values() for some in here.values() for thing, _ in some
        }
        facts = [thing for name in FACTS for thing in getattr(self.dossier, name)]
        placed |= {id for thing in facts if thing.id in placed for id in walk.leaves(thing)[1]}
        return [self._card(thing) for thing in self.dossier if thing.id not in placed]

    def __iter__(self) -> Iterator[Section]:
        for number, article in enumerate(self.articles, 1):
            yield self._section(f"a{number}", article)

    def _section(self, id: str, article: Article) -> Section:
        here = self._here[article.id]
        mentioned = sorted(
            (span.start, span.end, self.numbers[thing.id])
            for name in ENTITIES
            for thing, spans in here[name]
            for span in spans
        )
        facts = [
            self._fact(f"{id}{LAYERS[_KINDS[name]]}{number}", thing, spans, mentioned)
            for name in FACTS
            for number, (thing, spans) in enumerate(here[name], 1)
        ]
        entities = list(self._entities(id, here, facts))
        entries = [*facts, *entities]
        targets = {entry.card.id: entry.target for entry in entries}
        times = self._times.get(article.id, [])
        unread = self._unread.get(article.id, [])
        marks = self._marks(article, entries, times)
        rows = [*_rows(article, marks, facts)]
        borders = _borders(rows, marks)
        linked = [*_linked(article, entries), *(span for _, span in (*times, *unread))]
        return Section(
            id=id,
            article=article,
            name=words.beginning(article),
            rows=rows,
            entities=entities,
            targets=targets,
            times=times,
            unread=unread,
            borders=borders,
            anchors=frozenset(_at(borders, span) for span in linked),
        )

    def _fact(
        self, target: str, thing: Object, spans: tuple[Span, ...], mentioned: list[_Named]
    ) -> Entry:
        about = {self.numbers[i] for i in walk.leaves(thing)[1] if i in self.numbers}
        if not isinstance(thing, (Mission, Conflict)):
            for span in spans:
                for at in range(bisect_left(mentioned, (span.start,)), len(mentioned)):
                    start, end, entity = mentioned[at]
                    if start >= span.end:
                        break
                    about |= {entity} if end <= span.end else set()
        letter = type(thing).__name__[0]
        return Entry(
            target=target,
            number=f"{letter}{target.lstrip('a0123456789')[2:]}",
            card=self._card(thing),
            spans=spans,
            about=tuple(sorted(about)),
        )

    def _entities(self, id: str, here: dict[str, Any], facts: list[Entry]) -> Iterator[Entry]:
        """The entities that the article mentions, then those that only its facts refer to."""
        named = {entity for fact in facts for entity in fact.about}
        for name in ENTITIES:
            spans_of = {thing.id: spans for thing, spans in here[name]}
            for thing in getattr(self.dossier, name):
                number = self.numbers[thing.id]
                if thing.id in spans_of or number in named:
                    spans = spans_of.get(thing.id, ())
                    yield Entry(f"{id}e{number}", "", self._card(thing), spans, (number,))

    def _card(self, thing: Object) -> Card:
        if thing.id not in self._cards:
            self._cards[thing.id] = card(thing, self.dossier)
        return self._cards[thing.id]

    def _marks(
        self, article: Article, entries: list[Entry], times: list[tuple[str, Span]]
    ) -> list[Mark]:
        marks = [
            Mark(span.start, span.end, LAYERS[entry.card.layer], entry.target)
            for entry in entries
            for span in entry.spans
        ]
        marks += [Mark(span.start, span.end, LAYERS["time"], value) for value, span in times]
        for entry in entries:
            if entry.card.layer == "statement":
                cues = self.dossier[entry.card.id].cue_evidence
                marks += [
                    Mark(span.start, span.end, LAYERS["cue"], entry.target)
                    for span in cues
                    if span.article == article.id
                ]
        return marks


def _by_article(spans: Iterable[Span]) -> dict[str, tuple[Span, ...]]:
    found: dict[str, list[Span]] = {}
    for span in spans:
        found.setdefault(span.article, []).append(span)
    return {
        article: tuple(sorted(spans, key=lambda span: (span.start, span.end)))
        for article, spans in found.items()
    }


def inside(article: Article, spans: Iterable[Span]) -> list[Span]:
    """The spans that stand in this article."""
    return [span for span in spans if span.article == article.id]


def _linked(article: Article, entries: Iterable[Entry]) -> Iterator[Span]:
    """What links lead to: the first words of an entry, those of its values that are shown."""
    for entry in entries:
        shown = [field for field in entry.card.fields if field.label not in UNSHOWN]
        values = [value.spans for field in shown for value in field.values]
        for spans in (entry.spans, *values):
            yield from inside(article, spans)[:1]


def _borders(rows: Iterable[Row], marks: Iterable[Mark]) -> list[int]:
    parts = [part for row in rows for part, _ in row.paragraphs]
    borders = {at for part in parts for at in (part.start, part.start + len(part.text))}
    return sorted(borders.union(at for mark in marks for at in mark[:2]))


def _at(borders: list[int], span: Span) -> int:
    return borders[bisect_right(borders, span.start) - 1]


def _rows(article: Article, marks: list[Mark], facts: list[Entry]) -> Iterator[Row]:
    """Short paragraphs share a row as long as their facts need more room than they do."""
    waiting = sorted(facts, key=lambda fact: fact.spans[0].start, reverse=True)
    row = Row([], [])
    text = beside = 0
    for part, inside in by_paragraph(paragraphs(article.text), marks):
        if row.paragraphs and (text >= beside or text + _lines(part.text) > _MOST_LINES):
            yield row
            row = Row([], [])
            text = beside = 0
        row.paragraphs.append((part, inside))
        text += _lines(part.text)
        while waiting and waiting[-1].spans[0].start < part.end:
            row.entries.append(waiting.pop())
            beside += _height(row.entries[-1].card)
    if row.paragraphs:
        row.entries += waiting[::-1]
        yield row


def _lines(text: str) -> int:
    """About how many lines a paragraph takes on a wide screen, its margin included."""
    return len(text) // 66 + 2


def _height(card: Card) -> int:
    """About how many lines of text a card stands beside."""
    return 2 + min(3, len(card.body) // 60 + 1) + len(card.fields) // 3
