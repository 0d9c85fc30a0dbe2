"""Which entities a name may mean: the index behind ``find`` and the list of names behind the
matcher.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from . import dates
from .bodies import Bodies
from .cities import Cities
from .folding import fold, key
from .results import Known
from .tables import Tables

_ENTITY_TABLES = (
    ("places", "place_names"),
    ("organisations", "organisation_names"),
    ("persons", "person_names"),
    ("missions", "mission_names"),
    ("conflicts", "conflict_names"),
)
_KIND_RANK = {
    "name": 0,
    "official": 0,
    "acronym": 0,
    "alias": 1,
    "native": 2,
    "former": 3,
    "capital_metonym": 5,
    "adjective": 6,
    "demonym": 7,
}
_PEOPLES = {"adjective", "demonym", "capital_metonym"}
_CLASS_RANK = {
    "country": 0,
    "intergovernmental": 1,
    "alliance": 1,
    "territory": 1,
    "government_body": 1,
    "government": 1,
    "region": 2,
    "water": 2,
    "city": 2,
    "admin_area": 3,
    "person": 3,
    "armed_group": 3,
    "conflict": 5,
}
_OTHER_CLASS = 2
_DIVISION = _CLASS_RANK["admin_area"]
_DERIVED = 4


class Names:
    """Names of all entities but cities, which are asked for apart."""

    def __init__(self, tables: Tables, bodies: Bodies, cities: Cities) -> None:
        self._tables, self._bodies, self._cities = tables, bodies, cities
        self._index: dict[str, list[tuple[str, Known]]] = {}
        self._body_index: dict[str, list[Known]] = {}
        self._class: dict[str, int] = {}
        self._lifetime: dict[str, tuple[str, str]] = {}

    def find(self, name: str, on: dt.date | None = None) -> list[Known]:
        """All that a name may mean, likeliest first."""
        self._load()
        folded = key(name)
        found = [
            known for text, known in self._index.get(folded, ()) if fits(text, known.kind, name)
        ]
        if not found and " " in folded:
            found = self._bodies_named(folded)
        if all(known.kind in _PEOPLES or self._class.get(known.id) == _DIVISION for known in found):
            cities = [Known(id, "name") for id in self._cities.named(name)]
            return [*cities, *self.ranked(found, on)]
        return self.ranked(found, on)

    def ranked(self, found: Iterable[Known], on: dt.date | None = None) -> list[Known]:
        """Likeliest first: names before adjectives, states before armed groups, the living before
        the dead.
        """
        several = dict.fromkeys(found)
        if len(several) < 2:
            return list(several)
        self._load()

        def rank(known: Known) -> tuple[bool, bool, int, int, int, str]:
            return (
                known.kind in _PEOPLES,
                on is not None and self._out_of_date(known.id, on),
                self._class.get(
                    known.id, _OTHER_CLASS if known.id.startswith("place:") else _DERIVED
                ),
                _KIND_RANK[known.kind],
                -self._weight[known.id],
                known.id,
            )

        return sorted(several, key=rank)

    @cached_property
    def _weight(self) -> Counter[str]:
        """In how many conflicts a party fights."""
        return Counter(row[3] for row in self._tables.rows("conflict_parties"))

    def all(self) -> Iterator[tuple[str, Known]]:
        """Every name of the tables with what it means."""
        self._load()
        for entries in self._index.values():
            yield from entries

    def _out_of_date(self, id: str, on: dt.date) -> bool:
        start, end = self._lifetime.get(id, ("", ""))
        first, last = dates.earliest(start), dates.latest(end)
        return (first is not None and on < first) or (last is not None and on > last)

    def _load(self) -> None:
        if self._index:
            return
        index: dict[str, list[tuple[str, Known]]] = defaultdict(list)
        for text, known in self._read():
            index[fold(text)].append((text, known))
        self._index = dict(index)

    def _read(self) -> Iterator[tuple[str, Known]]:
        for table, names in _ENTITY_TABLES:
            for row in self._tables.rows(table):
                self._note(table, row)
                yield row[1], Known(row[0], "name")
                if table in {"organisations", "missions"} and row[2] and row[2] != row[1]:
                    yield row[2], Known(row[0], "acronym")
            for owner, text, kind, *_ in self._tables.rows(names):
                government = (
                    self._bodies.id("government", owner) if kind == "capital_metonym" else None
                )
                yield text, Known(government or owner, kind)

    def _bodies_named(self, folded: str) -> list[Known]:
        if not self._body_index:
            for text, id, kind in self._bodies.all_names():
                self._body_index.setdefault(fold(text), []).append(Known(id, kind))
        return self._body_index.get(folded, [])

    def _note(self, table: str, row: tuple[str, ...]) -> None:
        if table in {"persons", "conflicts"}:
            self._class[row[0]] = _CLASS_RANK[table[:-1]]
            return
        start, end = (row[7], row[8]) if table in {"places", "missions"} else (row[6], row[7])
        if start or end:
            self._lifetime[row[0]] = (start, end)
        kind = row[3] if table in {"organisations", "missions"} else row[2]
        self._class[row[0]] = _OTHER_CLASS + 1 if end else _CLASS_RANK.get(kind, _OTHER_CLASS)


def fits(text: str, kind: str, asked: str) -> bool:
    """Whether a short acronym is asked for as it is written: "WHO" is not "who"."""
    return kind != "acronym" or len(text) > 3 or asked.replace(".", "") == text.replace(".", "")
