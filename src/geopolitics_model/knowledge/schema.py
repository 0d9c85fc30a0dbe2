"""The columns of every knowledge table and what tells one fact from another."""

from __future__ import annotations

from typing import Final

#: Columns of every table, in order; a user's table may leave out any but the key columns.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "places": tuple("id name kind country capital latitude longitude start end source".split()),
    "place_names": ("place", "text", "kind", "source"),
    "place_parts": ("place", "part", "source"),
    "cities": tuple("id name country latitude longitude population geonames".split()),
    "city_names": ("place", "text"),
    "organisations": tuple("id name acronym kind place parent start end source".split()),
    "organisation_names": ("organisation", "text", "kind", "source"),
    "memberships": tuple("organisation place status start end as_of source".split()),
    "persons": ("id", "name", "nationality", "source"),
    "person_names": ("person", "text", "kind", "source"),
    "given_names": ("name", "gender", "source"),
    "tenures": tuple("person office title of start end end_max as_of confidence source".split()),
    "missions": tuple(
        "id name acronym kind leads places mandate start end as_of latitude longitude confidence"
        " source".split()
    ),
    "mission_names": ("mission", "text", "kind", "source"),
    "conflicts": tuple("id name kind places start end as_of source".split()),
    "conflict_names": ("conflict", "text", "kind", "source"),
    "conflict_parties": tuple("conflict side role party first_year last_year source".split()),
    "resolutions": ("symbol", "number", "date", "title", "source"),
    "identifiers": ("id", "scheme", "value", "source"),
    "titles": ("text", "office", "place", "source"),
    "bodies": ("body", "text", "use", "kind", "source"),
    "common_words": ("text", "source"),
}

#: How many leading columns tell one row from another; a later layer's row replaces one with the
#: same key.
KEY_LENGTH: Final[dict[str, int]] = {
    "places": 1,
    "cities": 1,
    "organisations": 1,
    "persons": 1,
    "given_names": 1,
    "missions": 1,
    "conflicts": 1,
    "resolutions": 1,
    "place_names": 3,
    "organisation_names": 3,
    "person_names": 3,
    "mission_names": 3,
    "conflict_names": 3,
    "place_parts": 2,
    "city_names": 2,
    "memberships": 4,
    "tenures": 5,
    "conflict_parties": 6,
    "identifiers": 3,
    "titles": 3,
    "bodies": 2,
    "common_words": 1,
}

#: Kinds of a name.
NAME_KINDS: Final = (
    "name",
    "alias",
    "official",
    "former",
    "native",
    "acronym",
    "adjective",
    "demonym",
    "capital_metonym",
)

#: Keys of offices that a tenure may name.
OFFICES: Final = (
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "deputy",
    "head_of_organisation",
    "commander",
    "other",
)
