"""From rows of the tables to objects of the model, built when they are asked for."""

from __future__ import annotations

from collections import defaultdict

from geopolitics_model.model.conflicts import Conflict, Party
from geopolitics_model.model.entities import Organisation, Person, Place, Role
from geopolitics_model.model.missions import Mandate, Mission
from geopolitics_model.model.time import When
from geopolitics_model.model.values import Identifier
from geopolitics_model.model.vocabularies import (
    ConflictKind,
    ConflictStatus,
    MissionKind,
    MissionStatus,
    OrganisationKind,
    PlaceKind,
    TimeKind,
)

from . import dates
from .bodies import Bodies
from .cities import Cities
from .results import Tenure
from .tables import Row, Tables

Entity = Organisation | Place | Person | Mission | Conflict

_FAMILIES = {
    "place": ("places", "place_names"),
    "organisation": ("organisations", "organisation_names"),
    "person": ("persons", "person_names"),
    "mission": ("missions", "mission_names"),
    "conflict": ("conflicts", "conflict_names"),
}
#: Names that are no aliases: they name a people, or a city, or a language's form.
_NO_ALIASES = {"adjective", "demonym", "capital_metonym"}
_ISSUER = "organisation:unsc"


class Entities:
    """Entities by id."""

    def __init__(self, tables: Tables, cities: Cities, bodies: Bodies) -> None:
        self._tables, self._cities, self._bodies = tables, cities, bodies
        self._rows: dict[str, dict[str, Row]] = {}
        self._names: dict[str, dict[str, list[Row]]] = {}
        self._parties: dict[str, list[Row]] = {}
        self._tenures: dict[str, list[Tenure]] = {}
        self._built: dict[str, Entity | None] = {}

    def get(self, id: str) -> Entity | None:
        """The entity, or ``None``."""
        if id not in self._built:
            self._built[id] = self._build(id)
        return self._built[id]

    def row(self, id: str) -> Row | None:
        """The row of an entity that stands in a table, cities apart."""
        prefix = id.partition(":")[0]
        if prefix not in _FAMILIES:
            return None
        table = _FAMILIES[prefix][0]
        if table not in self._rows:
            self._rows[table] = {row[0]: row for row in self._tables.rows(table)}
        return self._rows[table].get(id)

    def names(self, id: str) -> list[tuple[str, str]]:
        """Other names of an entity of the tables, with their kinds."""
        table = _FAMILIES[id.partition(":")[0]][1]
        if table not in self._names:
            grouped: dict[str, list[Row]] = defaultdict(list)
            for row in self._tables.rows(table):
                grouped[row[0]].append(row)
            self._names[table] = dict(grouped)
        return [(row[1], row[2]) for row in self._names[table].get(id, ())]

    def tenures(self, person: str) -> list[Tenure]:
        """All offices of a person, earliest first."""
        if not self._tenures:
            grouped: dict[str, list[Tenure]] = defaultdict(list)
            for row in self._tables.rows("tenures"):
                grouped[row[0]].append(tenure(row))
            self._tenures = {
                id: sorted(held, key=lambda t: t.start or "") for id, held in grouped.items()
            }
        return self._tenures.get(person, [])

    def _build(self, id: str) -> Entity | None:
        row = self.row(id)
        if row is None:
            return self._cities.get(id) if id.startswith("place:") else self._body(id)
        prefix = id.partition(":")[0]
        if prefix == "place":
            return self._place(row)
        if prefix == "organisation":
            return self._organisation(row)
        if prefix == "person":
            return self._person(row)
        return self._mission(row) if prefix == "mission" else self._conflict(row)

    def _place(self, row: Row) -> Place:
        id, name, kind, country, _, latitude, longitude, *_ = row
        return Place(
            id=id,
            name=name,
            aliases=self._aliases(id, name),
            identifiers=self._codes(id),
            kind=PlaceKind(kind),
            country=country or None,
            latitude=float(latitude) if latitude else None,
            longitude=float(longitude) if longitude else None,
        )

    def _organisation(self, row: Row) -> Organisation:
        id, name, acronym, kind, place, parent, *_ = row
        return Organisation(
            id=id,
            name=name,
            aliases=self._aliases(id, name),
            identifiers=self._codes(id),
            kind=OrganisationKind(kind),
            acronym=acronym or None,
            place=place or None,
            parent=parent or None,
        )

    def _body(self, id: str) -> Organisation | None:
        body = self._bodies.get(id)
        if body is None:
            return None
        name, *aliases = body.names
        return Organisation(
            id=id,
            name=name,
            aliases=tuple(aliases),
            identifiers=self._codes(id),
            kind=OrganisationKind(body.kind),
            place=body.place,
            parent=body.parent,
        )

    def _person(self, row: Row) -> Person:
        id, name, nationality, *_ = row
        roles = []
        for held in self.tenures(id):
            country = held.of if held.of.startswith("place:") else None
            roles.append(
                Role(
                    title=held.title,
                    organisation=held.of if held.of.startswith("organisation:") else None,
                    place=country,
                    start=when(held.start),
                    end=when(held.end),
                )
            )
        return Person(
            id=id,
            name=name,
            aliases=self._aliases(id, name),
            identifiers=self._codes(id),
            roles=tuple(roles),
            nationality=nationality or None,
        )

    def _mission(self, row: Row) -> Mission:
        id, name, _, kind, leads, places, mandate, start, end, as_of, *_ = row
        status = (
            MissionStatus.ENDED if end else MissionStatus.ACTIVE if as_of else MissionStatus.UNKNOWN
        )
        issuers = (_ISSUER,) if mandate.startswith("S/RES/") else ()
        return Mission(
            id=id,
            name=name,
            aliases=self._aliases(id, name),
            identifiers=self._codes(id),
            kind=MissionKind(kind),
            status=status,
            leads=tuple(filter(None, leads.split(";"))),
            places=tuple(filter(None, places.split(";"))),
            mandate=Mandate(issuers=issuers, instrument=mandate) if mandate else None,
            start=when(start),
            end=when(end),
        )

    def _conflict(self, row: Row) -> Conflict:
        id, name, kind, places, start, end, *_ = row
        if not self._parties:
            grouped: dict[str, list[Row]] = defaultdict(list)
            for party in self._tables.rows("conflict_parties"):
                grouped[party[0]].append(party)
            self._parties = dict(grouped)
        sides: dict[str, dict[str, None]] = {}
        for party in self._parties.get(id, ()):
            if party[3]:
                sides.setdefault(party[1], {})[party[3]] = None
        return Conflict(
            id=id,
            name=name,
            aliases=self._aliases(id, name),
            identifiers=self._codes(id),
            kind=ConflictKind(kind),
            status=ConflictStatus.ENDED if end else ConflictStatus.ACTIVE,
            parties=tuple(
                Party(side=side, members=tuple(members)) for side, members in sorted(sides.items())
            ),
            places=tuple(filter(None, places.split(";"))),
            start=when(start),
            end=when(end),
        )

    def _aliases(self, id: str, name: str) -> tuple[str, ...]:
        texts = (text for text, kind in self.names(id) if kind not in _NO_ALIASES and text != name)
        return tuple(dict.fromkeys(texts))

    def _codes(self, id: str) -> tuple[Identifier, ...]:
        rows = self._tables.of("identifiers", id)
        return tuple(Identifier(scheme=row[1], value=row[2]) for row in rows)


def tenure(row: Row) -> Tenure:
    """A row of the table tenures as an object."""
    person, office, title, of, start, end, end_max, as_of, *_ = row
    return Tenure(
        person=person,
        office=office,
        title=title,
        of=of,
        start=start or None,
        end=end or None,
        end_max=end_max or None,
        as_of=as_of or None,
    )


def when(partial: str | None) -> When | None:
    """A partial date of the tables as a time of the model."""
    if not partial:
        return None
    dates.bounds(partial)
    return When(text=partial, kind=TimeKind.DATE, value=partial)
