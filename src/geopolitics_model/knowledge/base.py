"""The knowledge base: layers of tables, and every question they answer."""

from __future__ import annotations

import datetime as dt
import re
from functools import cached_property
from pathlib import Path

from geopolitics_model.errors import KnowledgeError
from geopolitics_model.model.conflicts import Conflict
from geopolitics_model.model.entities import Person, Place
from geopolitics_model.model.missions import Mission

from . import dates
from .bodies import Bodies
from .cities import Cities
from .entities import Entities, Entity
from .matcher import LARGE_CITY, Matcher
from .names import Names
from .people import People
from .results import Match, Resolution, Tenure, TitleMatch, Unknown
from .tables import BUILT_IN, Tables
from .titles import Titles

_MEMBERS = frozenset(
    {"member", "permanent_member", "elected_member", "nonregional_member", "participating"}
)
_RESOLUTION = re.compile(
    r"(?:S/RES/|(?:UNSC |UN |Security Council )?Resolution |UNSCR )?(\d{1,4})(?:\s*\(\d{4}\))?",
    re.I,
)


class KnowledgeBase:
    """What is known before reading. Everything is read and indexed when it is first asked for."""

    def __init__(self, layers: tuple[Path, ...] = BUILT_IN) -> None:
        self.tables = Tables(layers)
        self._bodies = Bodies(self.tables)
        self._cities = Cities(self.tables)
        self._entities = Entities(self.tables, self._cities, self._bodies)
        self._names = Names(self.tables, self._bodies, self._cities)
        self._titles = Titles(self.tables)
        self._people = People(self.tables, self._entities, self._titles)

    def with_layer(self, path: str | Path) -> KnowledgeBase:
        """This base with a folder of tables on top. Raises `KnowledgeError` if a table there is
        broken.
        """
        from .validate import problems

        folder = Path(path)
        if not folder.is_dir():
            raise KnowledgeError(f"{folder} is no folder of knowledge tables")
        found = problems(folder, below=self.tables)
        if found:
            raise KnowledgeError(found[0])
        return KnowledgeBase((*self.tables.layers, folder))

    # entities

    def get(self, id: str) -> Entity | None:
        """The entity of that id, or `None`."""
        return self._entities.get(id)

    def find_ids(self, name: str, on: dt.date | None = None) -> tuple[str, ...]:
        """Ids of what a name may mean, likeliest first."""
        when = dates.day(on) if on is not None else None
        found = tuple(dict.fromkeys(known.id for known in self._names.find(name, when)))
        if all(id.startswith("place:") and self._cities.row(id) for id in found):
            people = self._people.surname(name, when)
            ruling = when is not None and people and self.offices(people[0], when)
            large = any(self._cities.population(id) >= LARGE_CITY for id in found)
            found = found + people if large and not ruling else people + found
        return found or self._titled(name, when)

    def find(self, name: str, on: dt.date | None = None) -> tuple[Entity, ...]:
        """What a name may mean, likeliest first."""
        entities = (self.get(id) for id in self.find_ids(name, on))
        return tuple(entity for entity in entities if entity is not None)

    def _titled(self, name: str, on: dt.date | None) -> tuple[str, ...]:
        """ "President Obama", "Kosovar Prime Minister", "Prime Minister of Kosovo"."""
        for title in self._titles.match(name):
            before, after = name[: title.start].strip(), name[title.end :].strip()
            if after and not after.lower().startswith("of "):
                people = [id for id in self._names_of(after) if id.startswith("person:")]
                people = people or list(self._people.surname(after, on))
                fitting = [id for id in people if self._held(id, title.offices)]
                return tuple(fitting or people)
            whole = after[3:] if after else before
            for id in self._names_of(whole):
                if on is not None:
                    person = self._people.holder(title.surface, self.seat(id), on)
                    return (person,) if isinstance(person, str) else ()
        return ()

    def _names_of(self, name: str) -> list[str]:
        return [known.id for known in self._names.find(name)]

    def _held(self, person: str, offices: tuple[str, ...]) -> bool:
        return any(t.office in offices for t in self._entities.tenures(person))

    def seat(self, id: str) -> str:
        """A body's state, anything else itself: whose offices the tables list."""
        body = self._bodies.get(id)
        return body.place if body is not None else id

    def government(self, place: str) -> str | None:
        """The id of the government of a country or territory."""
        return self._bodies.id("government", place)

    def country_of(self, id: str) -> str | None:
        """The country that an entity belongs to; a country's is itself."""
        entity = self.get(id)
        if isinstance(entity, Place):
            return entity.country or (id if entity.kind.value in {"country", "territory"} else None)
        if isinstance(entity, Person):
            return entity.nationality
        return getattr(entity, "place", None)

    # offices

    def holder(self, office: str, of: str, on: dt.date) -> Person | Unknown:
        """Who held an office on a day."""
        found = self._people.holder(office, self.seat(of), dates.day(on))
        if isinstance(found, Unknown):
            return found
        person = self.get(found)
        assert isinstance(person, Person)
        return person

    def offices(self, person: str, on: dt.date | None = None) -> tuple[Tenure, ...]:
        """The offices of a person, earliest first."""
        held = self._entities.tenures(person)
        return tuple(held if on is None else (t for t in held if t.holds(dates.day(on))))

    def surname(self, name: str, on: dt.date | None = None) -> tuple[str, ...]:
        """Ids of the persons of a family name."""
        return self._people.surname(name, dates.day(on) if on is not None else None)

    def gender(self, given: str) -> str:
        """The gender of those who bear a given name."""
        return self._people.gender(given)

    def title(self, text: str, of: str | None = None) -> tuple[str, ...]:
        """Keys of the offices that a title names."""
        return self._titles.offices(text, of)

    def titles(self, text: str) -> list[TitleMatch]:
        """Titles in a text."""
        return self._titles.match(text)

    # organisations, missions, conflicts, resolutions

    def members(self, organisation: str, on: dt.date | None = None) -> tuple[Place, ...] | Unknown:
        """The member states of an organisation on a day."""
        rows = [
            r for r in self.tables.rows("memberships") if r[0] == organisation and r[2] in _MEMBERS
        ]
        if not rows:
            return Unknown(reason=f"the tables have no members of {organisation}")
        until = max((day for r in rows if (day := dates.latest(r[5])) is not None), default=None)
        day = dates.day(on) if on is not None else until
        if day is None or (until is not None and day > until):
            return Unknown(
                reason=f"the tables know the members of {organisation} up to {until} only",
                until=until,
            )
        undated = sum(not r[3] for r in rows)
        first = min(
            (d for r in rows if not r[3] and (d := dates.earliest(r[5])) is not None), default=day
        )
        if undated and day < first:
            reason = f"the tables do not say since when {undated} members belong to {organisation}"
            return Unknown(reason=reason, until=until)
        inside = [
            r[1]
            for r in rows
            if (dates.earliest(r[3]) or dt.date.min) <= day <= (dates.latest(r[4]) or dt.date.max)
        ]
        return tuple(
            place for id in dict.fromkeys(inside) if isinstance(place := self.get(id), Place)
        )

    def missions(
        self, place: str | None = None, lead: str | None = None, on: dt.date | None = None
    ) -> tuple[Mission, ...]:
        """Missions that meet all conditions given."""
        found = []
        for row in self.tables.rows("missions"):
            fits = (place is None or place in row[5].split(";")) and (
                lead is None or lead in row[4].split(";")
            )
            if fits and (on is None or _alive(row[7], row[8], row[9], dates.day(on))):
                found.append(self.get(row[0]))
        return tuple(mission for mission in found if isinstance(mission, Mission))

    def conflicts(
        self, place: str | None = None, party: str | None = None, on: dt.date | None = None
    ) -> tuple[Conflict, ...]:
        """Armed conflicts that meet all conditions given."""
        among = {r[0] for r in self.tables.rows("conflict_parties") if r[3] == party}
        found = []
        for row in self.tables.rows("conflicts"):
            fits = (place is None or place in row[3].split(";")) and (
                party is None or row[0] in among
            )
            if fits and (on is None or _alive(row[4], row[5], row[6], dates.day(on))):
                found.append(self.get(row[0]))
        return tuple(conflict for conflict in found if isinstance(conflict, Conflict))

    @cached_property
    def _resolutions(self) -> dict[str, tuple[str, ...]]:
        return {row[1]: row for row in self.tables.rows("resolutions")}

    def resolution(self, symbol: str) -> Resolution | None:
        """A resolution of the Security Council by symbol or number."""
        match = _RESOLUTION.fullmatch(symbol.strip())
        row = self._resolutions.get(match[1].lstrip("0")) if match else None
        if row is None:
            return None
        return Resolution(
            symbol=row[0], number=int(row[1]), date=dt.date.fromisoformat(row[2]), title=row[3]
        )

    # text

    @cached_property
    def matcher(self) -> Matcher:
        """The matcher of these tables, built at the first call."""
        return Matcher(self.tables, self._names, self._bodies, self._cities)

    def match(self, text: str) -> list[Match]:
        """Known names in a text."""
        return self.matcher.match(text)


def _alive(start: str, end: str, as_of: str, day: dt.date) -> bool:
    """Whether something with these dates was going on that day, as far as the tables vouch."""
    first, last = dates.earliest(start), dates.latest(end) or dates.latest(as_of)
    return (first is None or first <= day) and (last is None or day <= last)
