"""Organisations, persons, places and their offices."""

from typing import Any

import pytest

import geopolitics_model as gm
from geopolitics_model.errors import InvalidValue


def place(**fields: Any) -> gm.Place:
    return gm.Place(id="place:x", name="X", **fields)


def test_what_is_not_given_is_empty() -> None:
    organisation = gm.Organisation(id="organisation:x", name="X")
    assert (organisation.aliases, organisation.identifiers, organisation.mentions) == ((), (), ())
    assert (organisation.acronym, organisation.place, organisation.parent) == (None, None, None)
    assert organisation.kind is gm.OrganisationKind.OTHER
    assert place().kind is gm.PlaceKind.OTHER
    person = gm.Person(id="person:x", name="X")
    assert (person.roles, person.nationality) == ((), None)
    role = gm.Role(title="minister")
    assert (role.organisation, role.place, role.start, role.end) == (None, None, None, None)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(90, 180), (-90, -180), (0, 0), (42.66, 21.17), (None, None)]
)
def test_on_the_globe(latitude: float | None, longitude: float | None) -> None:
    found = place(latitude=latitude, longitude=longitude)
    assert (found.latitude, found.longitude) == (latitude, longitude)


@pytest.mark.parametrize(
    ("latitude", "longitude", "message"),
    [
        (90.5, 0, "Place.latitude: 90.5 is off the globe"),
        (-90.5, 0, "Place.latitude: -90.5 is off the globe"),
        (0, 180.5, "Place.longitude: 180.5 is off the globe"),
        (0, -180.5, "Place.longitude: -180.5 is off the globe"),
        (1, None, "Place.latitude, Place.longitude: give both or neither"),
        (None, 1, "Place.latitude, Place.longitude: give both or neither"),
    ],
)
def test_off_the_globe(latitude: float | None, longitude: float | None, message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        place(latitude=latitude, longitude=longitude)
    assert str(caught.value) == message
