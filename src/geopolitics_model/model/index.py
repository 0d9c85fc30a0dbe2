"""The objects of a dossier by id and by name."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from anyascii import anyascii

from geopolitics_model.errors import UnknownNameWarning
from geopolitics_model.model.article import Article
from geopolitics_model.model.calendar import UNKNOWN, Days
from geopolitics_model.model.walk import leaves

_NEAR = 0.75
"""How like a known name an unknown one must be to be taken for a slip of it (`difflib`)."""


class Index:
    """What a dossier and its collections look objects up in.

    It holds the objects and not the dossier, so that nothing refers to itself and a dossier is
    freed as soon as it is dropped. Names are indexed when the first one is asked for.
    """

    def __init__(self, articles: Iterable[Article] = (), objects: Iterable[Any] = ()) -> None:
        self.articles = tuple(articles)
        self.objects = tuple(objects)

    @cached_property
    def by_id(self) -> dict[str, Any]:
        """Every object and article by its id."""
        return {thing.id: thing for thing in (*self.articles, *self.objects)}

    @cached_property
    def by_name(self) -> dict[str, dict[str, int]]:
        """Per name, letter case aside, the ids of what goes by it and how directly it does."""
        index: dict[str, dict[str, int]] = {}
        for thing in self.objects:
            for rank, name in _names(thing):
                index.setdefault(folded(name), {}).setdefault(thing.id, rank)
        return index

    @cached_property
    def _plain(self) -> dict[str, set[str]]:
        """The same in plain ASCII, without the rank: "Vucic" for "Vučić"."""
        index: dict[str, set[str]] = {}
        for name, ids in self.by_name.items():
            index.setdefault(_ascii(name), set()).update(ids)
        return index

    def find(self, name: str) -> tuple[Any, ...]:
        """The objects called `name`: by name, then alias or acronym, then mention."""
        ranked = self.by_name.get(folded(name), {})
        return tuple(self.by_id[id] for id in sorted(ranked, key=ranked.__getitem__))

    def meant(self, name: Any) -> frozenset[str]:
        """The ids of what a filter means by `name`.

        An object, or an id, means itself alone. A name means whatever is called so; accents
        count only if there is more than one spelling; if nothing is called so, what has all its
        words in one of its names ("Foreign Ministry"). A country means its government too, and a
        government its country, as texts use either for both.

        If there is nothing and a name is nearly alike, an `UnknownNameWarning` offers it.
        """
        if not isinstance(name, str):
            return frozenset([name.id])
        if name in self.by_id:
            return frozenset([name])
        ids = set(self.by_name.get(folded(name), ())) or self._alike(_ascii(folded(name)))
        if not ids:
            self._warn(name)
        return frozenset(ids | {twin for id in ids for twin in self._twins.get(id, ())})

    def _alike(self, name: str) -> set[str]:
        if name in self._plain:
            return self._plain[name]
        words = set(name.split())
        found = [ids for known, ids in self._plain.items() if words and words <= {*known.split()}]
        return set().union(*found)

    def _warn(self, name: str) -> None:
        near = get_close_matches(_ascii(folded(name)), self._plain, n=3, cutoff=_NEAR)
        if near:
            ids = {id for known in near for id in self._plain[known]}
            names = sorted({self.by_id[id].name for id in ids})
            warnings.warn(
                f"nothing here is called {name!r}; did you mean {' or '.join(names)}?",
                UnknownNameWarning,
                stacklevel=7,  # where the filter was called
            )

    @cached_property
    def _twins(self) -> dict[str, set[str]]:
        twins: dict[str, set[str]] = {}
        for thing in self.objects:
            if getattr(thing, "kind", None) == "government" and getattr(thing, "place", None):
                twins.setdefault(thing.id, set()).add(thing.place)
                twins.setdefault(thing.place, set()).add(thing.id)
        return twins

    def within(self, places: Iterable[str]) -> frozenset[str]:
        """These places and all that lie in them."""
        found: set[str] = set()
        new = set(places)
        while new:
            found |= new
            new = {id for outer in new for id in self._inside.get(outer, ())} - found
        return frozenset(found)

    @cached_property
    def _inside(self) -> dict[str, set[str]]:
        inside: dict[str, set[str]] = {}
        for thing in self.objects:
            if country := getattr(thing, "country", None):
                inside.setdefault(country, set()).add(thing.id)
        return inside

    def reported(self, thing: Any) -> Days:
        """The first and the last day on which an article that `thing` was read from appeared."""
        spans, _ = leaves(thing)
        articles = {span.article for span in spans}
        known = [self.by_id[id].day for id in articles if id in self.by_id]
        days = [day for day in known if day]
        return (min(days), max(days)) if days else UNKNOWN


def folded(name: str) -> str:
    """A name as the index knows it: without letter case and a leading "the"."""
    return " ".join(name.casefold().removeprefix("the ").split())


def _ascii(name: str) -> str:
    return anyascii(name).casefold()


def _names(thing: Any) -> Iterator[tuple[int, str]]:
    if name := getattr(thing, "name", None):
        yield 0, name
    for alias in getattr(thing, "aliases", ()):
        yield 1, alias
    if acronym := getattr(thing, "acronym", None):
        yield 1, acronym
    for mention in getattr(thing, "mentions", ()):
        if mention.form != "pronoun":
            yield 2, mention.span.text
