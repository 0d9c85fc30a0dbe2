"""Bytes to text, when nobody says in which encoding they are."""

from __future__ import annotations

import codecs

from geopolitics_model.errors import InvalidText
from geopolitics_model.extras import imported

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, encoding: str | None) -> str:
    """The text: in the encoding that is given, that its mark says, UTF-8, or what looks likeliest.

    Raises:
        InvalidText: the bytes are in none of them.
        MissingExtra: they are not UTF-8, and what could find out their encoding is not installed.
    """
    chosen = encoding or marked(data)
    try:
        return data.decode(chosen or "utf-8")
    except (UnicodeDecodeError, LookupError) as problem:
        if chosen:
            raise InvalidText(f"not in {chosen}: {problem}") from None
    best = imported("charset_normalizer", "corpus").from_bytes(data).best()
    if best is None:
        raise InvalidText("in no known encoding; is it a text?")
    return str(best)


def marked(data: bytes) -> str | None:
    """The encoding that a byte order mark stands for."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)
