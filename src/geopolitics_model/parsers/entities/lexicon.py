"""The tables of this parser: head nouns of organisations and places, honorifics, prepositions."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import attrs

from geopolitics_model.language import Token
from geopolitics_model.parsers import tables


@attrs.frozen
class OrganisationNoun:
    """`described`: a state's name before it makes an organisation ("the Nigerian army"), called
    `canonical` ("army of Nigeria"); `definite`: only after "the"; `men`: who serve in a body, which
    they are if the article names it ("Nigerian troops")."""

    kind: str
    described: bool
    definite: bool
    men: bool
    canonical: str


def _rows(name: str) -> tuple[dict[str, str], ...]:
    return tables.rows(__package__, name)


_CIVIL = frozenset(("doctor", "governor", "professor", "representative", "senator"))
"""What the table has as ranks and is written with a full stop only: "Sen" is a name."""
PEERS = frozenset(
    "archduke baron baroness count countess duchess duke earl elector infante landgrave margrave "
    "marquess marquis prince princess viscount".split()
)
"""Titles whose holders go by the place in them: "the Duke of Beaufort"."""


@cache
def organisation_nouns() -> dict[str, OrganisationNoun]:
    """Head noun in lower case -> what it says of the organisation."""
    return {
        row["noun"]: OrganisationNoun(
            row["kind"],
            row["described"] != "no",
            row["described"] == "definite",
            row["described"] == "men",
            row["canonical"],
        )
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
    """Ranks and forms of address before a name, in lower case -> gender or the empty string.

    British usage leaves the full stops of ranks out: "Maj Gen Hale".
    """
    genders = {row["text"]: row["gender"] for row in _rows("honorifics")}
    return dict.fromkeys(ranks(), "") | genders


@cache
def ranks() -> dict[str, str]:
    """Ranks before a name, in lower case -> in full ("lt. gen." -> "lieutenant general")."""
    named = {row["text"]: row["rank"] for row in _rows("honorifics") if row["rank"]}
    military = {t: rank for t, rank in named.items() if rank not in _CIVIL}
    return {text.replace(".", ""): rank for text, rank in military.items()} | named


def honorific(tokens: Sequence[Token], first: int) -> str | None:
    """The gender that the form of address before a token tells (empty: none), if one is there.

    spaCy parts the full stop from some abbreviations ("Col", ".") and not from others ("Gen.").
    """
    if first < 1:
        return None
    before = tokens[first - 1]
    word = before.lower
    if word == "." and first > 1 and tokens[first - 2].end == before.start:
        word = tokens[first - 2].lower + word
    return honorifics().get(word)


@cache
def person_nouns() -> frozenset[str]:
    """Nouns right before the name of a person ("the historian Hale", "his brother Hale")."""
    return frozenset(row["noun"] for row in _rows("person_nouns"))


@cache
def nominals() -> dict[str, tuple[str, frozenset[str]]]:
    """Head noun in lower case -> the label and the kinds of what "the <noun>" may mean."""
    return {
        row["noun"]: (row["label"], frozenset(row["kinds"].split(";"))) for row in _rows("nominals")
    }


@cache
def event_nouns() -> dict[str, bool]:
    """Head nouns of names that are events or documents -> whether it is a surname too ("Day")."""
    return {row["noun"]: row["surname"] == "yes" for row in _rows("event_nouns")}


@cache
def ship_words() -> frozenset[str]:
    """What stands before the name of a ship: the prefix of a navy, or what kind of ship it is."""
    return frozenset(row["word"] for row in _rows("ship_words"))


@cache
def addressing_verbs() -> frozenset[str]:
    """Lemmas of verbs whose object is a government when it is a capital ("urged Belgrade"), some
    with the preposition that it stands after ("called on Belgrade").
    """
    return frozenset(row["verb"] for row in _rows("addressing_verbs"))


@cache
def units() -> frozenset[str]:
    """Nouns of military units that go by a number ("16 Air Assault Brigade")."""
    return frozenset(row["noun"] for row in _rows("units"))


@cache
def factions() -> dict[str, str]:
    """Nouns that parties and factions go by, in lower case -> kind of organisation."""
    return {row["noun"]: row["kind"] for row in _rows("factions")}


@cache
def bare_factions() -> frozenset[str]:
    """Those that stand before other nouns without an article ("Coalition commanders")."""
    return frozenset(row["noun"] for row in _rows("factions") if row["bare"] == "yes")


@cache
def peoples() -> frozenset[str]:
    """Peoples and confessions without a state of their name, in lower case and the singular."""
    return frozenset(row["people"].lower() for row in _rows("peoples"))


@cache
def islands() -> frozenset[str]:
    """Ids of states and regions that "the island" may mean."""
    return frozenset(row["place"] for row in _rows("islands"))


def _parts(name: str) -> dict[str, frozenset[str]]:
    """Lemma -> the parts in its clause: subject, object, agent, or a preposition."""
    return {row["verb"]: frozenset(row["parts"].split(";")) for row in _rows(name)}


@cache
def place_verbs() -> dict[str, frozenset[str]]:
    """Verbs with the parts that a place takes in them ("Tarvek fell", "besieged Tarvek")."""
    return _parts("place_verbs")


@cache
def person_verbs() -> dict[str, frozenset[str]]:
    """Verbs with the parts that a person takes in them ("Hale wrote", "led by Hale")."""
    return _parts("person_verbs")
