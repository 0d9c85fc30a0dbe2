"""Cities: a table too large to index whenever a process starts, so it stays the text of its file.

The rows are sorted by id, and the ids are made of the names, so a name is found by bisecting the
text for its slug. The few rows of a user's tables are indexed.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from geopolitics_model.model.entities import Place
from geopolitics_model.model.ids import slug
from geopolitics_model.model.values import Identifier
from geopolitics_model.model.vocabularies import PlaceKind

from .folding import fold, key
from .results import Known
from .tables import DATA, Row, Tables, starting

_LARGE = re.compile(rb"^.*,(\d{5,}),\d*$", re.MULTILINE)
_POPULATION = 5


class Cities:
    """Cities by id and by name."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._text = b""
        self._own: dict[str, Row] = {}
        self._by_name: dict[str, list[str]] = {}
        self._aliases: dict[str, list[str]] = {}

    def get(self, id: str) -> Place | None:
        """The city of that id, or `None`."""
        row = self.row(id)
        if row is None:
            return None
        _, name, country, latitude, longitude, _, geonames = row
        return Place(
            id=id,
            name=name,
            aliases=tuple(self._aliases.get(id, ())),
            identifiers=(Identifier(scheme="geonames", value=geonames),) if geonames else (),
            kind=PlaceKind.CITY,
            country=country or None,
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
        )

    def row(self, id: str) -> Row | None:
        """The row of the table, or `None`."""
        self._load()
        if id in self._own:
            return self._own[id]
        return next(iter(starting(self._text, f"{id},")), None)

    def named(self, name: str) -> tuple[str, ...]:
        """The ids of the cities of that name, most people first."""
        self._load()
        folded = key(name)
        ids = set(self._by_name.get(folded, ()))
        ids |= {
            row[0]
            for row in starting(self._text, f"place:{slug(name)}")
            if fold(row[1]) == folded and row[0] not in self._own
        }
        return tuple(sorted(ids, key=self._size))

    def population(self, id: str) -> int:
        """How many people live there; 0 if it is unknown or no city."""
        row = self.row(id)
        return int(row[_POPULATION] or 0) if row else 0

    def larger_than(self, people: int) -> Iterator[tuple[str, Known]]:
        """Names of the cities of that size."""
        self._load()
        lines = (m[0].decode() for m in _LARGE.finditer(self._text) if int(m[1]) >= people)
        for row in (*csv.reader(lines), *self._own.values()):
            if int(row[_POPULATION] or 0) >= people:
                yield row[1], Known(row[0], "name")
                for name in self._aliases.get(row[0], ()):
                    yield name, Known(row[0], "alias")

    def _size(self, id: str) -> tuple[int, str]:
        return (-self.population(id), id)

    def _load(self) -> None:
        if self._aliases:
            return
        aliases: dict[str, list[str]] = defaultdict(list)
        if DATA in self._tables.layers:
            self._text = (DATA / "cities.csv").read_bytes()
        above = Tables(tuple(layer for layer in self._tables.layers if layer != DATA))
        self._own = {row[0]: row for row in above.rows("cities")}
        for place, text in self._tables.rows("city_names"):
            aliases[place].append(text)
        self._tables.forget("city_names")
        self._aliases = dict(aliases)
        self._by_name = _index(
            [(text, id) for id, texts in aliases.items() for text in texts]
            + [(row[1], id) for id, row in self._own.items()]
        )


def _index(names: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for text, id in names:
        index[fold(text)].append(id)
    return dict(index)
