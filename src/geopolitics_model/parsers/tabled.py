"""The names of an article that stand in the tables of knowledge, whatever they are names of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geopolitics_model import knowledge

if TYPE_CHECKING:
    from geopolitics_model.knowledge import Match
    from geopolitics_model.language.reading import Reading


def names(reading: Reading) -> tuple[Match, ...]:
    """All matches in the order of the text; looked up once for all parsers."""
    return reading.once("tabled", lambda: tuple(knowledge.match(reading.text)))
