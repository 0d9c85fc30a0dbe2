"""GeoJSON (RFC 7946): places as points; missions and conflicts at the points of their places.

Every place, mission and conflict is a feature; those whose place has no coordinates have no
geometry. Its properties are the fields that hold single values; times are EDTF with the first and
last day. Lost: persons, organisations, statements, policies, and where anything was read.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from geopolitics_model.formats.interchange.flat import scalars
from geopolitics_model.model import Dossier, Place


def dumps(dossier: Dossier) -> bytes:
    """The dossier as a `FeatureCollection` in UTF-8."""
    return msgspec.json.encode(collection(dossier))


def collection(dossier: Dossier) -> dict[str, Any]:
    """The dossier as a `FeatureCollection` in plain dicts and lists."""
    features = [_feature(place, [place]) for place in dossier.places]
    for thing in (*dossier.missions, *dossier.conflicts):
        there = [dossier[id] for id in thing.places]
        features.append(_feature(thing, (at for at in there if isinstance(at, Place))))
    return {"type": "FeatureCollection", "features": features}


def _feature(thing: Any, places: Iterable[Place]) -> dict[str, Any]:
    points = [[place.longitude, place.latitude] for place in places if place.longitude is not None]
    properties = {"class": type(thing).__name__, **scalars(thing)}
    properties["mentions"] = len(thing.mentions)
    return {
        "type": "Feature",
        "id": thing.id,
        "geometry": _geometry(points),
        "properties": properties,
    }


def _geometry(points: list[list[float | None]]) -> dict[str, Any] | None:
    if len(points) > 1:
        return {"type": "MultiPoint", "coordinates": points}
    return {"type": "Point", "coordinates": points[0]} if points else None
