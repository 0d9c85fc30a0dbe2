"""Numbers as English writes them: in figures, in words, or mixed."""

from __future__ import annotations

import re

from text_to_num import text2num

_FIGURES = re.compile(r"(\d+(?:,\d{3})*|\d*)(\.\d+)?(?:\s+(\w+))?")
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SCALES["trillion"] = 10**12
_LONGEST = 120


def numeral(text: str) -> int | float | None:
    """The number that a text says: ``3,775``, ``2.5 million``, ``twenty-one``, ``a dozen``.

    Words are read by text2num. `None` if the text is not a number from end to end, or is longer
    than any number that prose writes (120 characters).
    """
    words = " ".join(text.lower().replace("-", " ").replace("‑", " ").split())
    if not words or len(words) > _LONGEST:
        return None
    if words[0].isdigit() or words[0] == ".":
        return _figures(words)
    words = re.sub(r"^an? ", "one ", words)
    if words.endswith("dozen"):
        dozens = numeral(words.removesuffix("dozen").strip() or "one")
        return None if dozens is None else dozens * 12
    if words.startswith("half a ") or words == "half":
        whole = numeral(words.removeprefix("half a ")) if words != "half" else 1
        return None if whole is None else whole / 2
    try:
        return int(text2num(words, "en"))
    except ValueError:
        return None


def _figures(words: str) -> int | float | None:
    match = _FIGURES.fullmatch(words)
    if match is None or not words.isascii() or (match[3] and match[3] not in _SCALES):
        return None
    scale = _SCALES[match[3]] if match[3] else 1
    whole = match[1].replace(",", "") or "0"
    if match[2] is None:
        return int(whole) * scale
    number = float(whole + match[2]) * scale
    return int(number) if match[3] and number.is_integer() else number
