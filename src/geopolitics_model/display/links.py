"""Who has to do with whom: the links between the actors of a dossier, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from geopolitics_model.display import words
from geopolitics_model.model import Conflict, Dossier, Mission, Person


class Link(NamedTuple):
    """`source` does to `target` what a fact says; both are ids.

    `kind` is the class of what says so; "Person" and "Organisation" are for belonging: an office,
    a parent, the country of a government. A link is directed unless it is that of a conflict.
    """

    source: str
    target: str
    kind: str
    why: str


def links(dossier: Dossier) -> Iterator[Link]:
    """All links, in the order of the sections; none from a thing to itself."""
    for link in _links(dossier):
        if link.source != link.target:
            yield link


def _links(dossier: Dossier) -> Iterator[Link]:
    for statement in dossier.statements:
        why = f"{words.kind(statement.act)}: {words.printable(statement.content)}"
        for a, b in product(statement.speakers, statement.addressees):
            yield Link(a, b, "Statement", why)
    for policy in dossier.policies:
        why = f"{words.kind(policy.status)}: {words.printable(policy.title)}"
        for a, b in product(policy.actors, policy.targets):
            yield Link(a, b, "Policy", why)
    for mission in dossier.missions:
        yield from _of_mission(mission)
    for conflict in dossier.conflicts:
        yield from _of_conflict(conflict)
    for person in dossier.persons:
        yield from _of_person(dossier, person)
    for organisation in dossier.organisations:
        if organisation.parent:
            yield Link(organisation.id, organisation.parent, "Organisation", "part of")
        if organisation.place and organisation.kind == "government":
            yield Link(organisation.id, organisation.place, "Organisation", "government of")


def _of_mission(mission: Mission) -> Iterator[Link]:
    name = words.printable(mission.name)
    for lead in mission.leads:
        yield Link(lead, mission.id, "Mission", f"leads {name}")
    for place in mission.places:
        yield Link(mission.id, place, "Mission", f"{name} works there")


def _of_conflict(conflict: Conflict) -> Iterator[Link]:
    name = words.printable(conflict.name)
    for one, other in combinations(conflict.parties, 2):
        for a, b in product(one.members, other.members):
            yield Link(min(a, b), max(a, b), "Conflict", f"opposed in: {name}")
    members = {member for party in conflict.parties for member in party.members}
    for mediator, member in product(conflict.mediators, sorted(members)):
        yield Link(mediator, member, "Policy", f"mediates in: {name}")


def _of_person(dossier: Dossier, person: Person) -> Iterator[Link]:
    for role in person.roles:
        if (whole := role.organisation or role.place) is not None:
            yield Link(person.id, whole, "Person", words.role(dossier, role))
