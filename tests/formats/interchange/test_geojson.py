"""GeoJSON by the rules of RFC 7946, as geojson-pydantic checks them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.formats.interchange.files import dumps
from tests.formats.interchange.sample import dossier
from tests.strategies import dossiers

checker = pytest.importorskip("geojson_pydantic")


@given(dossiers())
def test_it_is_valid(some: gm.Dossier) -> None:
    collection = checker.FeatureCollection.model_validate_json(dumps(some, "geojson"))
    there = [thing.id for thing in (*some.places, *some.missions, *some.conflicts)]
    assert [feature.id for feature in collection.features] == there


def test_points_are_longitude_then_latitude() -> None:
    features = {f["id"]: f for f in json.loads(dumps(dossier(), "geojson"))["features"]}
    kosovo = dossier()["place:kosovo"]
    point = features["place:kosovo"]["geometry"]
    assert point == {"type": "Point", "coordinates": [kosovo.longitude, kosovo.latitude]}
    assert features["mission:kfor"]["geometry"] == point
    assert features["mission:kfor"]["properties"]["start_earliest"] == "1999-01-01"
    (conflict,) = dossier().conflicts
    assert features[conflict.id]["geometry"]["type"] == "MultiPoint"


def test_a_place_without_coordinates_has_no_geometry() -> None:
    nowhere = gm.Dossier(places=(gm.Place(id="place:nowhere", name="Nowhere"),))
    (feature,) = json.loads(dumps(nowhere, "geojson"))["features"]
    assert feature["geometry"] is None
