"""Ids: readable for entities, a short hash for facts; the same text gives the same id anywhere."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import Protocol

from anyascii import anyascii

_SEPARATORS = re.compile(r"[^a-z0-9]+")
_DROPPED = re.compile(r"['’`.]")


class _Range(Protocol):
    @property
    def article(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def slug(name: str) -> str:
    """A name in lower-case ASCII and hyphens: `Aleksandar Vučić` is `aleksandar-vucic`.

    A name without any letter or digit gets a short hash of itself, so that no slug is empty.
    """
    plain = _SEPARATORS.sub("-", _DROPPED.sub("", anyascii(name)).lower()).strip("-")
    return plain or hashlib.sha256(name.encode()).hexdigest()[:12]


def entity_id(prefix: str, name: str) -> str:
    """The id of an entity: `entity_id("place", "Kosovo")` is `place:kosovo`."""
    return f"{prefix}:{slug(name)}"


def article_id(text: str) -> str:
    """`article:` and the first 16 hexadecimal digits of the SHA-256 of the text."""
    return f"article:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def fact_id(prefix: str, evidence: Iterable[_Range]) -> str:
    """The id of a fact: its prefix and a hash of the article and the places it was read from."""
    key = ";".join(f"{s.article}:{s.start}-{s.end}" for s in evidence)
    return f"{prefix}:{hashlib.sha256(key.encode()).hexdigest()[:12]}"
