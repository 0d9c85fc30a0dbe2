"""Spellings that count as the same: for matching in text (offsets kept) and for looking up."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_SPECIAL = {
    **dict.fromkeys("‘’ʼʻʾʿ`´′", "'"),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\t\n\r\v\f\u2028", " "),
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "İ": "I",
    "ħ": "h",
    "Ħ": "H",
    "ə": "e",
}
_NOT_PLAIN = re.compile(r"[^\x20-\x7e]")
_COMBINING = re.compile(r"[\u0300-\u036f]")
_SEPARATORS = str.maketrans("-/_", "   ", ".'\"“”,()")


_BLANKS = {ord(char): " " for char in "\t\n\r\v\f"}


def _plain_match(match: re.Match[str]) -> str:
    return _plain(match.group())


@cache
def _plain(char: str) -> str:
    """One character for one character: without accent, typographic marks as on a typewriter."""
    if char in _SPECIAL:
        return _SPECIAL[char]
    base = unicodedata.normalize("NFD", char)[0]
    return base if len(base) == 1 else char


def plain(text: str) -> str:
    """The text without accents and typographic marks; character for character, so of the same
    length.
    """
    text = text.translate(_BLANKS) if text.isascii() else text.replace("\n", " ")
    return text if text.isascii() else _NOT_PLAIN.sub(_plain_match, text)


def lower(text: str) -> str:
    """Lower case, character for character (``str.lower`` may lengthen a text)."""
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def has_combining(text: str) -> bool:
    """Whether the text has accents as characters of their own (NFD)."""
    return not text.isascii() and _COMBINING.search(text) is not None


def composed(text: str) -> tuple[str, list[int]]:
    """The text without combining accents, and for each of its characters (and its end) the offset
    in ``text``.
    """
    offsets = [i for i, char in enumerate(text) if not _COMBINING.match(char)]
    return "".join(text[i] for i in offsets), [*offsets, len(text)]


@lru_cache(maxsize=1 << 13)
def key(name: str) -> str:
    """What two spellings of a name share: no case, accents, points, apostrophes; hyphens are
    spaces; no "the".
    """
    return fold(name)


def fold(name: str) -> str:
    """The same as `key`, for names that are asked for once only."""
    if name.isascii() and name.isalpha():
        return name.lower()
    if not name.isascii():
        name = plain(unicodedata.normalize("NFC", name))
    folded = " ".join(name.translate(_SEPARATORS).split()).lower()
    return folded[4:] if folded.startswith("the ") else folded
