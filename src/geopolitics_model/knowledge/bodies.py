"""Bodies that every state has: its government, parliament, ministries and armed forces, derived
and not stored.

The table ``bodies`` has the patterns ("{adjective} government"); their ids are readable, as in
``organisation:government-of-kosovo``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import attrs

from .tables import Tables

#: States whose name takes the article: plurals, and names that end in a common noun.
_WITH_ARTICLE = re.compile(
    r"(?:United |Republic of |Democratic Republic |Holy See|Bahamas|Gambia|Netherlands|Maldives"
    r"|Philippines|Seychelles|Comoros|Soviet Union|West Bank"
    r"|.*(?:Republic|Islands|Strip|Union|Empire|Kingdom|SSR|SFSR)$)"
)


@attrs.frozen(kw_only=True)
class Body:
    """A derived body: all its names, the name proper first."""

    id: str
    kind: str
    place: str
    parent: str | None
    names: tuple[str, ...]


class Bodies:
    """Derived bodies by id, and their names."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._patterns: dict[str, list[tuple[str, str]]] = {}
        self._kinds: dict[str, str] = {}
        self._states: dict[str, tuple[list[str], list[str]]] = {}

    def get(self, id: str) -> Body | None:
        """The body, or ``None`` if there is no such body or state."""
        self._load()
        match = re.fullmatch(r"organisation:([a-z-]+?)-of-(.+)", id)
        while match is not None and match[1] not in self._patterns:
            match = re.fullmatch(rf"organisation:({re.escape(match[1])}-of-[a-z-]+?)-of-(.+)", id)
        place = f"place:{match[2]}" if match else ""
        if match is None or place not in self._states:
            return None
        names = tuple(dict.fromkeys(text for text, _ in self._names(match[1], place)))
        parent = None if match[1] == "government" else f"organisation:government-of-{match[2]}"
        return Body(id=id, kind=self._kinds[match[1]], place=place, parent=parent, names=names)

    def id(self, body: str, place: str) -> str | None:
        """The id of a state's body, ``None`` if the place is no state and no territory."""
        self._load()
        if body not in self._patterns or place not in self._states:
            return None
        return f"organisation:{body}-of-{place.removeprefix('place:')}"

    def around(self) -> tuple[dict[str, str], dict[str, str]]:
        """What precedes a country ("Government of ") and follows an adjective (" army"), with the
        body it names.
        """
        self._load()
        before, after = {}, {}
        for body, patterns in self._patterns.items():
            for pattern, _ in patterns:
                if pattern.endswith("{country}"):
                    before[pattern.removesuffix("{country}")] = body
                elif pattern.startswith("{adjective}"):
                    after[pattern.removeprefix("{adjective}")] = body
        return before, after

    def all_names(self) -> Iterator[tuple[str, str, str]]:
        """Text, id and kind of every name of every body."""
        self._load()
        for body in self._patterns:
            for place in self._states:
                for text, kind in self._names(body, place):
                    yield text, f"organisation:{body}-of-{place.removeprefix('place:')}", kind

    def _names(self, body: str, place: str) -> Iterator[tuple[str, str]]:
        nouns, adjectives = self._states[place]
        for pattern, use in self._patterns[body]:
            if "{country}" in pattern:
                yield pattern.replace("{country}", with_article(nouns[0])), use
                if use == "alias":
                    continue
                for noun in nouns[1:]:
                    yield pattern.replace("{country}", with_article(noun)), "alias"
            else:
                for adjective in adjectives:
                    yield pattern.replace("{adjective}", adjective), use

    def _load(self) -> None:
        if self._patterns:
            return
        patterns: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for body, text, use, kind, _ in self._tables.rows("bodies"):
            patterns[body].append((text, use))
            self._kinds[body] = kind
        states: dict[str, tuple[list[str], list[str]]] = {
            row[0]: ([row[1]], [])
            for row in self._tables.rows("places")
            if row[2] in {"country", "territory"}
        }
        for place, text, kind, _ in self._tables.rows("place_names"):
            if place in states and kind == "adjective":
                states[place][1].append(text)
            elif place in states and kind == "alias" and " " not in text:
                states[place][0].append(text)
        self._states = states
        self._patterns = {
            body: sorted(found, key=lambda p: p[1] != "name") for body, found in patterns.items()
        }


def with_article(country: str) -> str:
    """The name as it stands after a preposition: "the United States"."""
    return f"the {country}" if _WITH_ARTICLE.match(country) else country
