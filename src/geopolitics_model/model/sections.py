"""The sections of a dossier, each with the filters that its objects call for."""

# Without `from __future__ import annotations`: the bases are asked for the class they hold.

from collections.abc import Iterator
from itertools import combinations
from typing import Any, Self

from geopolitics_model.model.collection import Collection
from geopolitics_model.model.conflicts import Conflict
from geopolitics_model.model.entities import Organisation, Person, Place
from geopolitics_model.model.missions import Mission
from geopolitics_model.model.policies import Policy
from geopolitics_model.model.statements import Statement


class Organisations(Collection[Organisation]):
    """The organisations of a dossier."""

    def of(self, *names: Any) -> Self:
        """Those that are part of, belong to, or sit in one of these."""
        return self._referring(names, lambda thing: (thing.place, thing.parent))


class Persons(Collection[Person]):
    """The persons of a dossier."""

    def of(self, *names: Any) -> Self:
        """Those with an office in one of these organisations or places, or of that nationality."""
        return self._referring(names, _belongs)


class Places(Collection[Place]):
    """The places of a dossier."""

    def in_(self, *names: Any) -> Self:
        """Those that lie in one of these, which themselves are left out."""
        outer = self._meant(names)
        inside = self.lookup.within(outer) - outer
        return self.where(lambda place: place.id in inside)


class Missions(Collection[Mission]):
    """The missions of a dossier."""

    def by(self, *names: Any) -> Self:
        """Those that one of these leads."""
        return self._referring(names, lambda mission: mission.leads)

    def in_(self, *names: Any) -> Self:
        """Those that work in one of these places, or at a place that lies in it."""
        inside = self.lookup.within(self._meant(names))
        return self.where(lambda mission: not inside.isdisjoint(mission.places))


class Statements(Collection[Statement]):
    """The statements of a dossier."""

    def by(self, *names: Any) -> Self:
        """Those that one of these makes."""
        return self._referring(names, lambda statement: statement.speakers)

    def to(self, *names: Any) -> Self:
        """Those made to one of these."""
        return self._referring(names, lambda statement: statement.addressees)

    def about(self, *names: Any) -> Self:
        """Those whose content is about one of these."""
        return self._referring(names, lambda statement: statement.about)

    def saying(self, *words: str) -> Self:
        """Those whose content has one of these words or phrases, letter case aside."""
        wanted = [_plain(some) for some in words]
        return self.where(lambda said: any(some in _plain(said.content) for some in wanted))


class Policies(Collection[Policy]):
    """The policies of a dossier."""

    def by(self, *names: Any) -> Self:
        """Those that one of these makes."""
        return self._referring(names, lambda policy: policy.actors)

    def towards(self, *names: Any) -> Self:
        """Those directed at one of these, or to its gain."""
        return self._referring(names, lambda policy: policy.targets)


class Conflicts(Collection[Conflict]):
    """The conflicts of a dossier."""

    def between(self, *names: Any) -> Self:
        """Those in which all of these take part, no two of them on the same side.

        Members of one party stand on one side. One name finds all conflicts it is a party to.
        """
        wanted = [self.lookup.meant(name) for name in names]
        return self.where(lambda conflict: _opposed(conflict, wanted))

    def in_(self, *names: Any) -> Self:
        """Those fought in one of these places, or at a place that lies in it."""
        inside = self.lookup.within(self._meant(names))
        return self.where(lambda conflict: not inside.isdisjoint(conflict.places))

    def mediated_by(self, *names: Any) -> Self:
        """Those in which one of these mediates."""
        return self._referring(names, lambda conflict: conflict.mediators)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _belongs(person: Person) -> Iterator[str | None]:
    yield person.nationality
    for role in person.roles:
        yield role.organisation
        yield role.place


def _opposed(conflict: Conflict, wanted: list[frozenset[str]]) -> bool:
    sides = [
        {i for i, party in enumerate(conflict.parties) if not ids.isdisjoint(party.members)}
        for ids in wanted
    ]
    return all(sides) and all(a != b or len(a) > 1 for a, b in combinations(sides, 2))
