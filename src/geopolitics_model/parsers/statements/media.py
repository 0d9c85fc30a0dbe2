"""Nouns for what carries words, and for who carries another's: the table ``data/media.csv``.

Kinds: `platform`, a named service; `document` and `event`, a medium; `words`, what somebody says or
finds, which is no medium; `voice`, one who speaks for an organisation. Documents, words and voices
speak for the organisation or person that they are said to be of.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from geopolitics_model.parsers import tables

if TYPE_CHECKING:
    from geopolitics_model.language import Token


@frozen
class Medium:
    """`kind`: see above; `channel`: the name of the service, if it is one."""

    kind: str
    channel: str


@cache
def _media() -> dict[str, Medium]:
    rows = tables.rows(__package__, "media")
    return {row["noun"]: Medium(row["kind"], row["channel"]) for row in rows}


def medium(token: Token) -> Medium | None:
    """What a noun says of the way of words. A platform counts by its name, the others only
    where they are no part of one ("the Washington Post")."""
    found = _media().get(token.lower) or _media().get(token.lemma.lower())
    if found is None or token.pos not in ("NOUN", "PROPN", "X"):
        return None
    is_name = token.pos == "PROPN" and not token.text.islower()
    return found if is_name == (found.kind == "platform") else None
