"""Whether the objects of a dossier fit together, and the order in which they stand."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from itertools import groupby
from typing import Any

from geopolitics_model.errors import InvalidDossier
from geopolitics_model.model import walk
from geopolitics_model.model.article import Article

_LAST = ("\U0010ffff", 0)
"""Where things without evidence stand: after all others."""


def settle(
    articles: Iterable[Article], sections: Mapping[str, Iterable[Any]]
) -> dict[str, tuple[Any, ...]]:
    """The sections, checked, each in the order of the text: by article, offset, then value.

    Raises:
        InvalidDossier: an id is used twice, a reference points nowhere, or a span does not stand
            in its article. The message gives the path, with the indices of the order given.
    """
    texts = {article.id: article.text for article in articles}
    known = _ids({"articles": articles, **sections})
    settled = {}
    for name, things in sections.items():
        placed = []
        for i, thing in enumerate(things):
            spans, ids = walk.leaves(thing)
            # No span is empty, so one of an unknown article fails as well.
            sound = known.issuperset(ids)
            for span in spans:
                if texts.get(span.article, "")[span.start : span.end] != span.text:
                    sound = False
            if not sound:
                raise InvalidDossier(_fault(f"{name}[{i}]", thing, texts, known))
            place = min([(span.article, span.start) for span in spans], default=_LAST)
            placed.append((place, thing))
        settled[name] = _ordered(placed)
    return settled


def _ids(sections: Mapping[str, Iterable[Any]]) -> set[str]:
    known: set[str] = set()
    for name, things in sections.items():
        for i, thing in enumerate(things):
            id = getattr(thing, "id", None)
            if id in known:
                raise InvalidDossier(f"{name}[{i}].id: {id!r} is used twice")
            if id is not None:
                known.add(id)
    return known


def _ordered(placed: list[tuple[tuple[str, int], Any]]) -> tuple[Any, ...]:
    placed.sort(key=lambda pair: pair[0])
    result: list[Any] = []
    for _, group in groupby(placed, key=lambda pair: pair[0]):
        things = [thing for _, thing in group]
        # The key of a whole value is costly, and few stand at the same place.
        result += sorted(things, key=walk.sort_key) if len(things) > 1 else things
    return tuple(result)


def _fault(place: str, thing: Any, texts: Mapping[str, str], known: Container[str]) -> str:
    """What is wrong with `thing`, and where: the slow way, with paths."""
    for path, span in walk.spans(thing, place):
        if span.article not in texts:
            return f"{path}.article: {span.article!r} is no article of this dossier"
        found = texts[span.article][span.start : span.end]
        if found != span.text:
            return (
                f"{path}: the article has {found[:40]!r} at {span.start}..{span.end}, "
                f"not {span.text[:40]!r}"
            )
    path, id = next((path, id) for path, id in walk.references(thing, place) if id not in known)
    return f"{path}: {id!r} is the id of no object here"
