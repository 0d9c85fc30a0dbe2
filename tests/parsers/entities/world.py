"""What the tests of this folder share: a text's entities, with names found or given."""

from __future__ import annotations

import datetime as dt

import attrs

import geopolitics_model as gm
from geopolitics_model.language import Findings, Name, Reading, read
from geopolitics_model.parsers import entities

Entity = gm.Organisation | gm.Person | gm.Place


@attrs.frozen(eq=False)
class Found:
    """The entities of a text."""

    reading: Reading

    def at(self, words: str, occurrence: int = 0) -> set[str]:
        """The ids that have a mention of exactly these words."""
        start = -1
        for _ in range(occurrence + 1):
            start = self.reading.text.index(words, start + 1)
        end = start + len(words)
        return {
            entity.id
            for entity in self.all
            for mention in entity.mentions
            if (mention.span.start, mention.span.end) == (start, end)
        }

    def over(self, words: str) -> set[str]:
        """The ids that have a mention over the first of these words, in whatever extent."""
        start = self.reading.text.index(words)
        return {
            entity.id
            for entity in self.all
            for mention in entity.mentions
            if mention.span.start <= start < mention.span.end
        }

    @property
    def all(self) -> tuple[Entity, ...]:
        """All entities."""
        return (
            *self.reading.objects(gm.Organisation),
            *self.reading.objects(gm.Person),
            *self.reading.objects(gm.Place),
        )

    @property
    def ids(self) -> set[str]:
        """The ids of all entities."""
        return {entity.id for entity in self.all}

    def __getitem__(self, id: str) -> Entity:
        found = self.reading.object(id)
        assert isinstance(found, Entity), f"{id} is none of {sorted(self.ids)}"
        return found


def find(text: str, published: str | None = None) -> Found:
    """The entities of a text."""
    article = gm.Article(text=text) if published is None else dated(text, published)
    return _found(read(article))


def find_given(text: str, words: str, label: str) -> Found:
    """The entities of a text in which the component finds these words, with a label, only."""
    start = text.index(words)
    return given_at(text, start, start + len(words), label)


def given_at(text: str, start: int, end: int, label: str) -> Found:
    """The entities of a text in which the component finds one name, from there to there, only."""
    reading = read(text)
    inside = reading.tokens_between(start, end)
    name = Name(inside[0].i, inside[-1].i + 1, label)
    return _found(attrs.evolve(reading, names=(name,)))


def dated(text: str, published: str) -> gm.Article:
    """An article of a day."""

    return gm.Article(text=text, published=dt.date.fromisoformat(published))


def _found(reading: Reading) -> Found:
    return Found(reading.knowing(Findings(tuple(entities.parse(reading)))))
