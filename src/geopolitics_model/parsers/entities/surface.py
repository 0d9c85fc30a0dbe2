"""A name as it stands in the text, before it is known whose it is."""

from __future__ import annotations

import attrs


@attrs.define
class Surface:
    """`first`, `last`: tokens, half-open; `candidates`: ids of the tables, likeliest first.

    `adjectival`: a national adjective or a people. `metonym`: the government that a capital may
    stand for. `trained`: the mention component found it and gave the label.
    """

    first: int
    last: int
    label: str
    candidates: tuple[str, ...] = ()
    adjectival: bool = False
    metonym: str | None = None
    trained: bool = False
