"""The missions that a text names as the tables do: a force, unlike an entity, is read late, but it
speaks and is spoken to like any other body ("KFOR said ...").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from geopolitics_model import knowledge
from geopolitics_model.model import Mission
from geopolitics_model.parsers import tabled

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading, Token

Named = tuple[int, int, Mission]
"""The characters of a name, and what it is the name of."""


def named(reading: Reading) -> tuple[Named, ...]:
    """The names of missions in the order of the text; looked up once."""
    return reading.once("forces", lambda: tuple(_named(reading)))


def _named(reading: Reading) -> Iterator[Named]:
    for match in tabled.names(reading):
        ids = [i for i in match.candidates if i.startswith("mission:")]
        thing = knowledge.get(ids[0]) if ids and not match.weak else None
        if isinstance(thing, Mission):
            yield match.start, match.end, thing


def meant(reading: Reading, token: Token) -> str | None:
    """The mission in whose name a word stands."""
    names = named(reading)
    last = bisect_right(names, token.start, key=lambda name: name[0]) - 1
    if last < 0:
        return None
    _, end, mission = names[last]
    return mission.id if token.start < end else None
