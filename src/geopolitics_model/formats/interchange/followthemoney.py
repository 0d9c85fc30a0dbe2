"""FollowTheMoney entities, one a line, as OpenSanctions and Aleph read them.

| class | schema |
| -- | -- |
| `Article` | `Article` |
| `Organisation` | `Organization`; `PublicBody` or `Company` by its kind |
| `Person` | `Person`; each role an `Occupancy` of a `Position` |
| `Place` | `Address`; one that acts also a `PublicBody` |
| `Mission` | `Project`, its leads `ProjectParticipant`s; one that speaks also an `Organization` |
| `Statement`, `Policy`, `Conflict` | `Event`, with the class and its kinds as keywords |
| a `Policy` that is a sanction in force | also a `Sanction` of each target |

The values are cleaned by FollowTheMoney's own rules, which leave out what they do not know. Lost:
character offsets (the article is kept as `proof`), quantities but for the words they stand in,
dates that are no plain date, sides of conflicts, conditions, channels.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from geopolitics_model.extras import imported
from geopolitics_model.model import (
    Dossier,
    Mission,
    Organisation,
    OrganisationKind,
    Person,
    Place,
    PlaceKind,
    Policy,
    PolicyKind,
    PolicyStatus,
    Statement,
    When,
)
from geopolitics_model.model.walk import leaves

_PUBLIC = frozenset(
    {
        OrganisationKind.GOVERNMENT,
        OrganisationKind.GOVERNMENT_BODY,
        OrganisationKind.LEGISLATURE,
        OrganisationKind.MILITARY,
        OrganisationKind.COURT,
    }
)
_HOLDING = frozenset({PolicyStatus.ADOPTED, PolicyStatus.IN_FORCE})
"""The statuses in which a sanction is one: what is only planned or over must not appear as done."""

_PLAIN_ID = re.compile(r"[a-z]+:[a-z0-9]+(?:-[a-z0-9]+)*")
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_TITLE = 200
"""Characters of a statement that serve as the name of its event."""


def dumps(dossier: Dossier) -> bytes:
    """The dossier as lines of JSON, in the order of the dossier.

    Raises:
        MissingExtra: followthemoney is not installed.
    """
    encode = msgspec.json.Encoder(order="sorted").encode
    return b"".join(encode(entity) + b"\n" for entity in entities(dossier))


def entities(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """The entities as plain dicts, each once.

    Raises:
        MissingExtra: followthemoney is not installed.
    """
    found: dict[str, dict[str, Any]] = {}
    for entity in _Writer(dossier).all():
        found.setdefault(entity["id"], entity)
    yield from found.values()


class _Writer:
    """Makes the entities of a dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.model = imported("followthemoney", "interchange").model
        self.acting: dict[str, Place | Mission] = {}

    def all(self) -> Iterator[dict[str, Any]]:
        for article in self.dossier.articles:
            yield self._made(
                "Article",
                article.id,
                title=[article.title],
                name=[article.title],
                publishedAt=[article.published and article.published.isoformat()],
                publisher=[article.source],
                sourceUrl=[article.url],
                language=[article.language],
                bodyText=[article.text],
            )
        for thing in self.dossier:
            yield from self._entities(thing)
        for body in self.acting.values():
            schema = "PublicBody" if isinstance(body, Place) else "Organization"
            country = self._countries([body.id])
            yield self._made(schema, _actor_id(body), name=[body.name], country=country)

    def _entities(self, thing: Any) -> Iterator[dict[str, Any]]:
        match thing:
            case Person():
                yield from self._person(thing)
            case Place():
                yield self._place(thing)
            case Organisation():
                yield self._organisation(thing)
            case Mission():
                yield from self._mission(thing)
            case Statement():
                yield self._statement(thing)
            case Policy():
                yield from self._policy(thing)
            case _:
                yield self._conflict(thing)

    def _person(self, thing: Person) -> Iterator[dict[str, Any]]:
        nationality = self._countries([thing.nationality])
        titles = [role.title for role in thing.roles]
        yield self._thing("Person", thing, position=titles, nationality=nationality)
        for role in thing.roles:
            place = [] if role.place is None else [role.place]
            organisation = [] if role.organisation is None else [role.organisation]
            post = f"position:{'|'.join([role.title, *organisation, *place])}"
            yield self._made(
                "Position",
                post,
                name=[role.title],
                organization=self._organisations(organisation),
                country=self._countries(place),
            )
            yield self._made(
                "Occupancy",
                f"occupancy:{thing.id}|{post}",
                holder=[entity_id(thing.id)],
                post=[entity_id(post)],
                startDate=_dates(role.start),
                endDate=_dates(role.end),
            )

    def _place(self, thing: Place) -> dict[str, Any]:
        return self._thing(
            "Address",
            thing,
            full=[thing.name],
            city=[thing.name if thing.kind is PlaceKind.CITY else None],
            country=self._countries([thing.country or thing.id]),
            latitude=[thing.latitude],
            longitude=[thing.longitude],
        )

    def _organisation(self, thing: Organisation) -> dict[str, Any]:
        schema = "PublicBody" if thing.kind in _PUBLIC else "Organization"
        schema = "Company" if thing.kind is OrganisationKind.COMPANY else schema
        return self._thing(
            schema,
            thing,
            abbreviation=[thing.acronym],
            classification=[thing.kind.value],
            country=self._countries([thing.place]),
            parent=self._organisations([thing.parent] if thing.parent else []),
        )

    def _mission(self, thing: Mission) -> Iterator[dict[str, Any]]:
        mandate = thing.mandate
        yield self._thing(
            "Project",
            thing,
            status=[thing.status.value],
            keywords=["mission", thing.kind.value],
            goal=mandate.aims if mandate else (),
            programId=[mandate.instrument if mandate else None],
            country=self._countries(thing.places),
            startDate=_dates(thing.start),
            endDate=_dates(thing.end),
            notes=[span.text for strength in thing.strengths for span in strength.evidence],
        )
        for lead in self._actors(thing.leads):
            yield self._made(
                "ProjectParticipant",
                f"lead:{thing.id}|{lead}",
                project=[entity_id(thing.id)],
                participant=[lead],
                role=["lead"],
            )

    def _statement(self, thing: Statement) -> dict[str, Any]:
        return self._thing(
            "Event",
            thing,
            name=[thing.content[:_TITLE]],
            description=[thing.content],
            keywords=["statement", thing.act.value, thing.mode.value],
            organizer=self._actors(thing.speakers),
            involved=self._actors([*thing.addressees, *thing.about]),
            date=_dates(thing.when),
        )

    def _policy(self, thing: Policy) -> Iterator[dict[str, Any]]:
        yield self._thing(
            "Event",
            thing,
            name=[thing.title],
            keywords=["policy", thing.kind.value, thing.status.value],
            organizer=self._actors(thing.actors),
            involved=self._actors(thing.targets),
            startDate=_dates(thing.effective),
        )
        if thing.kind is PolicyKind.SANCTION and thing.status in _HOLDING:
            for target in self._actors(thing.targets):
                yield self._made(
                    "Sanction",
                    f"sanction:{thing.id}|{target}",
                    entity=[target],
                    authority=self._names(thing.actors),
                    reason=[thing.title],
                    status=[thing.status.value],
                    startDate=_dates(thing.effective),
                )

    def _conflict(self, thing: Any) -> dict[str, Any]:
        members = [id for party in thing.parties for id in party.members]
        return self._thing(
            "Event",
            thing,
            keywords=["conflict", thing.kind.value, thing.status.value],
            involved=self._actors(members),
            location=self._names(thing.places),
            country=self._countries(thing.places),
            startDate=_dates(thing.start),
            endDate=_dates(thing.end),
            notes=[span.text for c in thing.casualties for span in c.evidence],
        )

    def _thing(self, schema: str, thing: Any, **properties: Iterable[Any]) -> dict[str, Any]:
        """An entity with the properties that all things share."""
        identifiers = getattr(thing, "identifiers", ())
        return self._made(
            schema,
            thing.id,
            **{
                "name": [getattr(thing, "name", None)],
                "alias": getattr(thing, "aliases", ()),
                "wikidataId": [i.value for i in identifiers if i.scheme == "wikidata"],
                "proof": [entity_id(span.article) for span in leaves(thing)[0]],
                **properties,
            },
        )

    def _made(self, schema: str, id: str, **properties: Iterable[Any]) -> dict[str, Any]:
        entity = self.model.make_entity(schema)
        entity.id = entity_id(id)
        for name, values in properties.items():
            for value in values:
                if value is not None:
                    entity.add(name, value)
        data: dict[str, Any] = entity.to_dict()
        plain = {name: sorted(values) for name, values in data["properties"].items()}
        return {"id": data["id"], "schema": data["schema"], "properties": plain}

    def _actors(self, ids: Iterable[str]) -> list[str]:
        """The ids of those that can act; a place or a force acts through a body of its own."""
        found = []
        for id in dict.fromkeys(ids):
            thing = self.dossier[id]
            if isinstance(thing, Place | Mission):
                self.acting[id] = thing
                found.append(entity_id(_actor_id(thing)))
            elif isinstance(thing, Person | Organisation):
                found.append(entity_id(id))
        return found

    def _organisations(self, ids: Iterable[str]) -> list[str]:
        return [entity_id(id) for id in ids if isinstance(self.dossier[id], Organisation)]

    def _names(self, ids: Iterable[str]) -> list[str]:
        return [name for id in ids if (name := getattr(self.dossier[id], "name", None))]

    def _countries(self, ids: Iterable[str | None]) -> list[str]:
        """The ISO codes of places, or of the countries in which they lie."""
        places = [self.dossier[id] for id in ids if id is not None]
        known = [place for place in places if isinstance(place, Place)]
        known += [self.dossier[place.country] for place in known if place.country]
        return [
            identifier.value
            for place in known
            for identifier in place.identifiers
            if identifier.scheme == "iso2"
        ]


def entity_id(id: str) -> str:
    """The id of an object as FollowTheMoney allows it: `place.kosovo`, else a hash."""
    if _PLAIN_ID.fullmatch(id):
        return id.replace(":", ".")
    return f"gm-{hashlib.sha256(id.encode()).hexdigest()[:24]}"


def _actor_id(body: Place | Mission) -> str:
    return f"actor:{body.id}"


def _dates(when: When | None) -> list[str]:
    """The date, if it is a plain one at whatever precision."""
    return [when.value] if when and not when.bound and _PLAIN_DATE.fullmatch(when.value) else []
