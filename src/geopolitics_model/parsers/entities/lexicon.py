"""The tables of this parser: head nouns of organisations and places, honorifics, prepositions."""

from __future__ import annotations

from functools import cache

import attrs

from geopolitics_model.parsers import tables


@attrs.frozen
class OrganisationNoun:
    """`described`: a state's name before it makes an organisation ("the Nigerian army"), called
    `canonical` ("army of Nigeria")."""

    kind: str
    described: bool
    canonical: str


def _rows(name: str) -> tuple[dict[str, str], ...]:
    return tables.rows(__package__, name)


@cache
def organisation_nouns() -> dict[str, OrganisationNoun]:
    """Head noun in lower case -> what it says of the organisation."""
    return {
        row["noun"]: OrganisationNoun(row["kind"], row["described"] == "yes", row["canonical"])
        for row in _rows("organisation_nouns")
    }


@cache
def place_nouns() -> dict[str, str]:
    """Head noun in lower case -> `PlaceKind`."""
    return {row["noun"]: row["kind"] for row in _rows("place_nouns")}


@cache
def locative_prepositions() -> frozenset[str]:
    """Prepositions after which a capital is a town and not a government."""
    return frozenset(row["preposition"] for row in _rows("locative_prepositions"))


@cache
def honorifics() -> dict[str, str]:
    """Ranks and forms of address before a name, in lower case -> gender or the empty string."""
    return {row["text"]: row["gender"] for row in _rows("honorifics")}


@cache
def nominals() -> dict[str, tuple[str, frozenset[str]]]:
    """Head noun in lower case -> the label and the kinds of what "the <noun>" may mean."""
    return {
        row["noun"]: (row["label"], frozenset(row["kinds"].split(";"))) for row in _rows("nominals")
    }


@cache
def event_nouns() -> frozenset[str]:
    """Head nouns of names that are events or documents, not actors or places."""
    return frozenset(row["noun"] for row in _rows("event_nouns"))


@cache
def ship_prefixes() -> frozenset[str]:
    """What stands before the name of a warship."""
    return frozenset(row["prefix"] for row in _rows("ship_prefixes"))


@cache
def addressing_verbs() -> frozenset[str]:
    """Lemmas of verbs whose object is a government when it is a capital ("urged Belgrade")."""
    return frozenset(row["verb"] for row in _rows("addressing_verbs"))
