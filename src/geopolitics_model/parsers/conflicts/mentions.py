"""Phrases that speak of a conflict: nouns of force and quarrel, hostile verbs."""

from __future__ import annotations

from geopolitics_model.language import Reading
from geopolitics_model.parsers.conflicts import nominal, verbal
from geopolitics_model.parsers.conflicts.phrase import Phrase


def find(reading: Reading) -> list[Phrase]:
    """All phrases, in the order of their heads."""
    found = []
    for token in reading.tokens:
        phrase = (
            nominal.read(reading, token)
            or verbal.read(reading, token)
            or verbal.at_hands(reading, token)
        )
        if phrase is not None:
            found.append(phrase)
    return found
