"""Nouns for what carries words, and for who carries another's: the table ``data/media.csv``.

Kinds: `platform`, a named service; `document` and `event`, a medium; `words`, what somebody says or
finds, which is no medium; `voice`, one who speaks for an organisation. Documents, words and voices
speak for the organisation or person that they are said to be of.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from geopolitics_model.model import Organisation, OrganisationKind
from geopolitics_model.parsers import tables

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token


@frozen
class Medium:
    """`kind`: see above; `channel`: the name of the service, if it is one."""

    kind: str
    channel: str


@cache
def _media(names: bool) -> dict[str, Medium]:
    """The nouns of the table: names of services, or common nouns."""
    rows = tables.rows(__package__, "media")
    return {
        row["noun"]: Medium(row["kind"], row["channel"])
        for row in rows
        if (row["kind"] == "platform") == names
    }


def medium(token: Token) -> Medium | None:
    """What a noun says of the way of words. A platform counts by its name, the others only
    where they are no part of one ("the Washington Post")."""
    if token.pos not in ("NOUN", "PROPN", "X"):
        return None
    is_name = token.text == "X" or (token.pos == "PROPN" and not token.text.islower())
    if is_name and any(c.dep == "compound" and c.pos == "PROPN" for c in token.children):
        return None
    media = _media(is_name)
    return media.get(token.lower) or media.get(token.lemma.lower())


def common_medium(token: Token) -> Medium | None:
    """What a common noun says of the way of words, with a capital or not ("Resolution 384")."""
    return _media(False).get(token.lower)


def outlet_of(reading: Reading, token: Token) -> str | None:
    """The newspaper, agency or station that a noun names, in the words of the article."""
    id = reading.entity(token)
    thing = None if id is None else reading.object(id)
    if not isinstance(thing, Organisation) or thing.kind is not OrganisationKind.MEDIA:
        return None
    first = last = token.i
    while first and reading.entity(reading.tokens[first - 1]) == id:
        first -= 1
    while last + 1 < len(reading.tokens) and reading.entity(reading.tokens[last + 1]) == id:
        last += 1
    return reading.text_of(reading.tokens[first].start, reading.tokens[last].end)
