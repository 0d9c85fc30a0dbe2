"""Cities: a large table of its own, read when a city is first asked for and kept as text."""

from __future__ import annotations

from collections import defaultdict

from geopolitics_model.model.entities import Place
from geopolitics_model.model.values import Identifier
from geopolitics_model.model.vocabularies import PlaceKind

from .folding import key
from .tables import Row, Tables


class Cities:
    """Cities by id and by name."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._rows: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._aliases: dict[str, str] = {}

    def get(self, id: str) -> Place | None:
        """The city of that id, or ``None``."""
        row = self.row(id)
        if row is None:
            return None
        _, name, country, latitude, longitude, _, geonames = row
        aliases = tuple(alias for alias in self._aliases.get(id, "").split("\t") if alias)
        return Place(
            id=id,
            name=name,
            aliases=aliases,
            identifiers=(Identifier(scheme="geonames", value=geonames),) if geonames else (),
            kind=PlaceKind.CITY,
            country=country or None,
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
        )

    def row(self, id: str) -> Row | None:
        """The row of the table, or ``None``."""
        self._load()
        line = self._rows.get(id)
        return tuple(line.split("\t")) if line is not None else None

    def named(self, name: str) -> tuple[str, ...]:
        """The ids of the cities of that name, most people first."""
        self._load()
        return tuple(filter(None, self._names.get(key(name), "").split(" ")))

    def larger_than(self, people: int) -> list[tuple[str, str]]:
        """Names of the cities of that size, with their ids, most people first."""
        self._load()
        found = []
        for id, line in self._rows.items():
            cells = line.split("\t")
            if int(cells[5] or 0) >= people:
                found += [(name, id) for name in (cells[1], *self._aliases.get(id, "").split("\t")) if name]
        return found

    def _load(self) -> None:
        if self._rows:
            return
        rows = sorted(self._tables.rows("cities"), key=lambda row: -int(row[5] or 0))
        aliases: dict[str, list[str]] = defaultdict(list)
        for place, text in self._tables.rows("city_names"):
            aliases[place].append(text)
        names: dict[str, str] = {}
        for row in rows:
            id = row[0]
            for text in (row[1], *aliases.get(id, ())):
                folded = key.__wrapped__(text)
                ids = names.get(folded)
                if ids is None:
                    names[folded] = id
                elif id not in ids.split(" "):
                    names[folded] = f"{ids} {id}"
        self._rows = {row[0]: "\t".join(row) for row in rows}
        self._names = names
        self._aliases = {id: "\t".join(texts) for id, texts in aliases.items()}
        self._tables.forget("cities")
        self._tables.forget("city_names")
