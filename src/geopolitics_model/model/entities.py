"""Who acts, and where: organisations, persons, places."""

import attrs

from geopolitics_model.errors import InvalidValue
from geopolitics_model.model.shown import Shown
from geopolitics_model.model.time import When, check_order
from geopolitics_model.model.typed import REFERENCE, typed
from geopolitics_model.model.values import Identifier, Mention, Span
from geopolitics_model.model.vocabularies import OrganisationKind, PlaceKind


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Organisation(Shown):
    """A body that acts: a government, an alliance, an armed group, a company, a medium.

    `place` is the id of the country whose government it is, of its seat otherwise; `parent` the
    id of the organisation that it is a part of.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    mentions: tuple[Mention, ...] = ()
    kind: OrganisationKind = OrganisationKind.OTHER
    acronym: str | None = None
    place: str | None = attrs.field(default=None, metadata=REFERENCE)
    parent: str | None = attrs.field(default=None, metadata=REFERENCE)


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Role(Shown):
    """An office or function that a person holds.

    `organisation` and `place` are ids: the Secretary General *of NATO*, the president *of Serbia*.

    Raises:
        InvalidValue: `end` lies before `start`.
    """

    title: str
    organisation: str | None = attrs.field(default=None, metadata=REFERENCE)
    place: str | None = attrs.field(default=None, metadata=REFERENCE)
    start: When | None = None
    end: When | None = None
    evidence: tuple[Span, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_order("Role", self.start, self.end)


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Person(Shown):
    """A human being; `nationality` is the id of a place."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    mentions: tuple[Mention, ...] = ()
    roles: tuple[Role, ...] = ()
    nationality: str | None = attrs.field(default=None, metadata=REFERENCE)


@attrs.frozen(kw_only=True, field_transformer=typed, repr=False)
class Place(Shown):
    """A country, region, city, water or landmark.

    `country` is the id of the country it lies in; `latitude` and `longitude` are in degrees
    (WGS 84), north and east positive.

    Raises:
        InvalidValue: a coordinate off the globe, or one without the other.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    mentions: tuple[Mention, ...] = ()
    kind: PlaceKind = PlaceKind.OTHER
    country: str | None = attrs.field(default=None, metadata=REFERENCE)
    latitude: float | None = None
    longitude: float | None = None

    def __attrs_post_init__(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            raise InvalidValue("Place.latitude, Place.longitude: give both or neither")
        if self.latitude is not None and not -90 <= self.latitude <= 90:
            raise InvalidValue(f"Place.latitude: {self.latitude} is off the globe")
        if self.longitude is not None and not -180 <= self.longitude <= 180:
            raise InvalidValue(f"Place.longitude: {self.longitude} is off the globe")
