"""Organisations, persons and places: from names, offices, nominals and pronouns to entities."""

from __future__ import annotations

from collections.abc import Iterable

from geopolitics_model.language import Reading
from geopolitics_model.model import Organisation, Person, Place
from geopolitics_model.parsers.entities import (
    building,
    capitals,
    coreference,
    described,
    doubt,
    factions,
    linking,
    ranks,
    roles,
)
from geopolitics_model.parsers.entities.surfaces import surfaces

__all__ = ["parse"]


def parse(reading: Reading) -> Iterable[Organisation | Person | Place]:
    """All entities of an article, each with every mention that could be resolved to it."""
    cast = linking.link(reading, surfaces(reading))
    doubt.drop(cast)
    described.describe(cast)
    factions.find(cast)
    roles.assign(cast)
    ranks.assign(cast)
    capitals.act(cast)
    coreference.resolve(cast)
    return building.build(cast)
