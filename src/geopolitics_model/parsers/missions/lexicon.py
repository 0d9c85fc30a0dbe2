"""The words for missions, their kinds and states, from the tables in `data`."""

from __future__ import annotations

from functools import cache

import attrs

from geopolitics_model.model import MissionKind, MissionStatus
from geopolitics_model.parsers.tables import rows


@attrs.frozen
class Word:
    """A noun or verb for a mission. `needs`: what must stand with it (see `mentions`)."""

    kind: MissionKind
    needs: str


def _rows(name: str) -> tuple[dict[str, str], ...]:
    return rows("geopolitics_model.parsers.missions", name)


@cache
def nouns() -> dict[str, Word]:
    """Lemma of a noun -> the mission it stands for."""
    return {r["noun"]: Word(MissionKind(r["kind"]), r["needs"]) for r in _rows("nouns")}


@cache
def verbs() -> dict[str, Word]:
    """Lemma of a verb -> the mission it speaks of."""
    return {r["verb"]: Word(MissionKind(r["kind"]), r["object"]) for r in _rows("verbs")}


@cache
def kinds() -> dict[str, MissionKind]:
    """A word beside the noun -> the kind of mission that it tells."""
    return {r["word"]: MissionKind(r["kind"]) for r in _rows("kinds")}


@cache
def statuses() -> dict[str, MissionStatus]:
    """Lemma of a verb or adjective that governs a mission -> what state it puts it into."""
    return {r["word"]: MissionStatus(r["status"]) for r in _rows("status")}


@cache
def troops() -> frozenset[str]:
    """Lemmas of what is deployed."""
    return frozenset(r["word"] for r in _rows("troops"))


@cache
def people() -> frozenset[str]:
    """Those of them that are men and women, whose number is the strength of a mission."""
    return frozenset(r["word"] for r in _rows("troops") if r["counts"] == "people")


def noun_of(lemma: str, lower: str) -> Word | None:
    """The entry of a noun by its lemma or, for what the tagger took for a name, its form."""
    for form in (lemma.lower(), lower, lower.removesuffix("s")):
        if form in nouns():
            return nouns()[form]
    return None
