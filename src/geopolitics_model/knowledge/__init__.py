"""What is known before reading: entities, their names, dated offices, memberships, missions,
conflicts.

The tables are CSV files in `data` (sources and licences in `data/sources.toml`), laid over by the
hand-curated ones in `data/hand` and by the user's (`load`). They are read when they are first
needed. Answers are objects of the model, or `Unknown` with a reason where the tables do not say:
beyond their date they do not guess.

Examples:
    >>> from geopolitics_model import knowledge
    >>> knowledge.find("NATO")[0].id
    'organisation:nato'
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from geopolitics_model.model.conflicts import Conflict
from geopolitics_model.model.entities import Person, Place
from geopolitics_model.model.missions import Mission

from .base import KnowledgeBase
from .entities import Entity
from .results import Known, Match, Resolution, Tenure, TitleMatch, Unknown

__all__ = [
    "Entity",
    "KnowledgeBase",
    "Known",
    "Match",
    "Resolution",
    "Tenure",
    "TitleMatch",
    "Unknown",
    "conflicts",
    "country_of",
    "find",
    "find_ids",
    "gender",
    "get",
    "government",
    "holder",
    "load",
    "match",
    "members",
    "missions",
    "offices",
    "resolution",
    "surname",
    "title",
    "titles",
]

_bases = [KnowledgeBase()]


def base() -> KnowledgeBase:
    """The knowledge base that the functions of this module ask."""
    return _bases[-1]


def load(path: str | Path) -> None:
    """Lay a folder of tables over the built-in ones: same file names and columns, any of them.

    A row with the key of a built-in row replaces it. Holds for this process, and until `reset`.
    Raises `KnowledgeError`, naming file, row and column, if a table there is broken; then nothing
    changes.
    """
    _bases.append(base().with_layer(path))


def reset() -> None:
    """Take the user's tables off again."""
    del _bases[1:]


def get(id: str) -> Entity | None:
    """The entity of that id, with identifiers, coordinates and roles; `None` if the tables have
    none.

    Every state has derived bodies, such as `organisation:government-of-kosovo`.
    """
    return base().get(id)


def find(name: str, on: dt.date | None = None) -> tuple[Entity, ...]:
    """What a name may mean, likeliest first: a name, an acronym, a family name, "President Obama",
    an adjective
    with a title ("Kosovar Prime Minister", which needs `on`). Empty if nothing has that name.
    """
    return base().find(name, on)


def find_ids(name: str, on: dt.date | None = None) -> tuple[str, ...]:
    """The ids that `find` would give, without building the objects."""
    return base().find_ids(name, on)


def government(place: str) -> str | None:
    """The id of the government of a country or territory; `None` for any other place."""
    return base().government(place)


def country_of(id: str) -> str | None:
    """The country that a place lies in, an organisation sits in, a person is of; `None` if not
    known.
    """
    return base().country_of(id)


def holder(office: str, of: str, on: dt.date) -> Person | Unknown:
    """Who held an office on a day.

    `office` is a key ("head_of_government") or a title ("prime minister", "Secretary-General");
    `of` is the id of a country, its government, an organisation or a mission. Beyond what the
    tables vouch for it is `Unknown`, which says up to when they do.
    """
    return base().holder(office, of, on)


def offices(person: str, on: dt.date | None = None) -> tuple[Tenure, ...]:
    """The offices of a person, earliest first; those surely held on a day if one is given."""
    return base().offices(person, on)


def surname(name: str, on: dt.date | None = None) -> tuple[str, ...]:
    """Ids of the persons of a family name: in office on that day first, then who was last before
    it.
    """
    return base().surname(name, on)


def gender(given: str) -> str:
    """ "male" or "female", if (nearly) all who bear a given name are; else the empty string."""
    return base().gender(given)


def title(text: str, of: str | None = None) -> tuple[str, ...]:
    """Keys of the offices that a title names, anywhere or in a country or organisation (`of`)."""
    return base().title(text, of)


def titles(text: str) -> list[TitleMatch]:
    """The titles of offices in a running text."""
    return base().titles(text)


def members(organisation: str, on: dt.date | None = None) -> tuple[Place, ...] | Unknown:
    """The member states on a day, or in the latest state that the tables vouch for."""
    return base().members(organisation, on)


def missions(
    place: str | None = None, lead: str | None = None, on: dt.date | None = None
) -> tuple[Mission, ...]:
    """Missions in a place, led by an organisation, going on that day: all conditions that are
    given.
    """
    return base().missions(place, lead, on)


def conflicts(
    place: str | None = None, party: str | None = None, on: dt.date | None = None
) -> tuple[Conflict, ...]:
    """Armed conflicts in a place, with a party, going on that day: all conditions given."""
    return base().conflicts(place, party, on)


def resolution(symbol: str) -> Resolution | None:
    """A resolution of the Security Council by symbol or number ("S/RES/1244", "1244 (1999)")."""
    return base().resolution(symbol)


def match(text: str) -> list[Match]:
    """The known names in a text, in order and without overlap, ambiguity kept."""
    return base().match(text)
