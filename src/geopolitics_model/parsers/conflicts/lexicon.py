"""The words of force and quarrel, from the tables in `data`."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

import attrs

from geopolitics_model.language import Token
from geopolitics_model.parsers.tables import rows


class Level(StrEnum):
    """What a word says of a conflict.

    `war`: the whole of it; `battle`: a part, between armed sides; `attack`: violence against those
    who do not fight; `dispute`: no force; `unrest`: the street.
    """

    WAR = "war"
    BATTLE = "battle"
    ATTACK = "attack"
    DISPUTE = "dispute"
    UNREST = "unrest"


@attrs.frozen
class Verb:
    """A hostile verb. `object`: what must suffer it, or do it.

    `any`, `actor`, `group`, `place`, `civilians`; `enemy`: whom one turns "against" or "on";
    `ruler`: soldiers do it to a government; `blast`: it goes off somewhere; `captors`: it takes
    people; `weapon`: missiles and the like do it; `crowd`: people do it in the street; `rising`: it
    needs no enemy.
    """

    level: Level
    object: str


def _rows(name: str) -> tuple[dict[str, str], ...]:
    return rows("geopolitics_model.parsers.conflicts", name)


@cache
def nouns() -> dict[str, Level]:
    """Lemma of a noun -> its level."""
    return {row["noun"]: Level(row["level"]) for row in _rows("nouns")}


@cache
def verbs() -> dict[str, Verb]:
    """Lemma of a verb, with its particle or object if it needs one -> its level and object."""
    return {row["verb"]: Verb(Level(row["level"]), row["object"]) for row in _rows("verbs")}


@cache
def moves() -> dict[str, tuple[str, ...]]:
    """Lemma of a verb -> what it needs beside those who fight: a place, an enemy, a way, a town."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows("moves"):
        found[row["verb"]] = (*found.get(row["verb"], ()), row["with"])
    return found


@cache
def casualty_kinds() -> dict[str, str]:
    """Lemma -> kind of casualties."""
    return {row["word"]: row["kind"] for row in _rows("casualties")}


def casualty_kind(token: Token) -> str | None:
    """What a word says happened to people; a particle may make the sense: "cut down"."""
    kinds = casualty_kinds()
    lemma = token.lemma.lower()
    particles = [c.lower for c in token.children if c.dep == "prt"]
    whole = next((kinds[f"{lemma} {p}"] for p in particles if f"{lemma} {p}" in kinds), None)
    return whole or kinds.get(token.lower) or kinds.get(lemma)


@cache
def words(table: str, column: str = "word") -> frozenset[str]:
    """The words of a table."""
    return frozenset(row[column] for row in _rows(table))


@cache
def particles() -> dict[str, tuple[str, ...]]:
    """Lemma of a verb -> the words with one of which it tells of force: "up" of "blow up"."""
    found: dict[str, tuple[str, ...]] = {}
    for verb in verbs():
        lemma, _, word = verb.partition(" ")
        if word:
            found[lemma] = (*found.get(lemma, ()), word)
    return found


@cache
def harmless(noun: str) -> frozenset[str]:
    """The words that make no force of a noun: "trade" of "war"."""
    return frozenset(row["modifier"] for row in _rows("not_force") if row["noun"] == noun)


def level_of(lemma: str, lower: str) -> Level | None:
    """The level of a noun by its lemma or, for what the tagger took for a name, its form."""
    known = nouns()
    for form in (lower, lemma.lower(), lower.removesuffix("s"), lower.removesuffix("es")):
        if form in known:
            return known[form]
    return None
