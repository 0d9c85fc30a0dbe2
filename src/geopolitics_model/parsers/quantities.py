"""Numbers of things: figures and words, ranges, approximations, and what is counted.

Figures and number words are put into numbers by `language.numbers`. The words that make a number
approximate or a bound (`data/qualifiers.csv`) and the vague ones (`data/vague_numbers.csv`) are
tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.language.numbers import numeral
from geopolitics_model.model import Qualifier, Quantity
from geopolitics_model.parsers.tables import rows

_UNITS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_SCALES = "hundred thousand million billion trillion dozen"
_NOUN_DISTANCE = 6
"""How many words may stand between a number and the noun that it counts."""


@attrs.frozen
class Counted:
    """A quantity in the text. `start`, `end`: characters, qualifier included.

    `noun` is the word that says what is counted, if there is one; `measured` says that the number
    belongs to a measure ("$30", "30 percent", "30 kilometres") and counts no people or things.
    """

    quantity: Quantity
    start: int
    end: int
    noun: Token | None = None
    measured: bool = False


def find(reading: Reading) -> tuple[Counted, ...]:
    """All quantities of a reading, in order. Dates and numbers inside names are left out."""
    found: list[Counted] = []
    for paragraph in reading.paragraphs:
        text = reading.text_of(paragraph.start, paragraph.end)
        for match in _pattern().finditer(text):
            counted = _counted(reading, match, paragraph.start)
            if counted is not None:
                found.append(counted)
    return tuple(found)


def _counted(reading: Reading, match: re.Match[str], offset: int) -> Counted | None:
    start, end = match.start() + offset, match.end() + offset
    values = _values(match)
    if values is None or _in_time(reading, start, end):
        return None
    tokens = reading.tokens_between(match.start("core") + offset, end)
    if not tokens or (match["first"] and _in_name(reading, tokens[0], tokens[-1])):
        return None
    noun = _noun(reading, tokens[-1])
    if match["first"] and match["first"].lower() in ("one", "a", "an") and not _numbers(tokens[0]):
        return None
    quantity = Quantity(
        **values,
        unit=noun.text if noun else None,
        qualifier=_qualifier(match),
        evidence=(reading.span(start, end),),
    )
    return Counted(quantity, start, end, noun, _measured(reading, tokens, noun))


def _values(match: re.Match[str]) -> dict[str, int | float | None] | None:
    if match["vague"]:
        low = _vague()[_plain(match["vague"])]
        return {"value": None, "low": float(low) if "." in low else int(low)} if low else None
    first = numeral(match["first"] or match["low"])
    other = match["second"] or match["high"]
    if other is None:
        return None if first is None else {"value": first}
    second = numeral(other)
    if first is None or second is None:
        return None
    if first < second and (scale := _scale_of(other)) and first * scale < second:
        first *= scale  # "two to three million"
    if first >= second:
        return None
    return {"low": first, "high": second}


def _scale_of(text: str) -> int:
    """The scale word that closes a number: 1000 for "30 thousand", 0 if there is none."""
    last = text.rsplit(maxsplit=1)[-1].lower() if " " in text else ""
    return int(numeral("one " + last) or 0) if last in _SCALES.split() else 0


def _qualifier(match: re.Match[str]) -> Qualifier:
    for group in ("before", "after"):
        if match[group]:
            return Qualifier(_qualifiers()[_plain(match[group])])
    if match["plus"]:
        return Qualifier.AT_LEAST
    return Qualifier.APPROXIMATE if match["vague"] else Qualifier.EXACT


def _in_time(reading: Reading, start: int, end: int) -> bool:
    """Whether the number is part of a time expression."""
    return any(
        when.evidence[0].start < end and when.evidence[0].end > start
        for when in reading.times_in(start - 40, end + 40)
    )


def _in_name(reading: Reading, first: Token, last: Token) -> bool:
    """Whether the number stands inside or at the end of a proper name ("Task Force 50")."""
    before = reading.tokens[first.i - 1] if first.i else None
    if before is not None and before.end == first.start and before.text[-1] in "-–—/#.":
        return True
    if first.pos == "PROPN" and first.text[0].isupper() and not first.is_root:
        return first.head.pos == "PROPN"
    named = before is not None and before.pos == "PROPN" and before.sentence == first.sentence
    if "," in first.text:
        return False  # "and Spain 1,200": names are not numbered by thousands
    return bool(named and first.text[0].isdigit() and _noun(reading, last) is None)


def _numbers(token: Token) -> bool:
    """Whether "one" counts ("one strike") and is no pronoun ("the one that")."""
    return token.dep in ("nummod", "compound", "quantmod") or token.pos == "NUM"


def _noun(reading: Reading, last: Token) -> Token | None:
    """The noun that a number counts: the head of the noun phrase that goes on after it."""
    seen: Token | None = None
    for token in reading.tokens[last.i + 1 : last.i + 1 + _NOUN_DISTANCE]:
        if token.sentence != last.sentence:
            break
        if token.pos in ("NOUN", "PROPN"):
            seen = token
            if token.dep not in ("compound", "nmod", "amod") and not _is_nation(reading, token):
                return token
        elif seen is not None and token.text not in "-–'’":
            return seen
        elif token.lower in _FATES:
            return token
        elif not _leads_on(token):
            break
    return seen


def _is_nation(reading: Reading, token: Token) -> bool:
    """Whether a name stands before the noun that is counted: "45 Emirati lives"."""
    after = reading.tokens[token.i + 1 : token.i + 2]
    return token.pos == "PROPN" and bool(after) and after[0].pos == "NOUN"


_FATES = frozenset(("dead", "wounded", "injured", "missing", "killed"))


def _leads_on(token: Token) -> bool:
    """Whether the noun phrase goes on: "28 other member", "hundreds of", "20 or so"."""
    if token.pos in ("ADJ", "NUM", "DET") or token.lower in ("of", "-", "other", "their", "and"):
        return True
    return token.tag in ("VBN", "VBG", "HYPH", "RB", "PRP$", "POS")


_MEASURES = frozenset(
    "percent per cent % kilometre kilometer km metre meter mile foot feet inch tonne ton acre "
    "hectare degree dollar euro pound rouble ruble barrel litre liter yard nautical knot caliber "
    "day week month year hour minute decade century night".split()
)


def _measured(reading: Reading, tokens: tuple[Token, ...], noun: Token | None) -> bool:
    before = reading.tokens[tokens[0].i - 1].text if tokens[0].i else ""
    if before in ("$", "€", "£", "¥", "US$") or tokens[0].text[0] in "$€£¥":
        return True
    after = reading.tokens[tokens[-1].i + 1 : tokens[-1].i + 2]
    if after and after[0].lower in ("%", "percent", "per", "km"):
        return True
    return noun is not None and (noun.lemma.lower() in _MEASURES or noun.lower in _MEASURES)


# -- the pattern ------------------------------------------------------------------------------


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


@cache
def _qualifiers() -> dict[str, str]:
    return {
        row["phrase"]: row["qualifier"] for row in rows("geopolitics_model.parsers", "qualifiers")
    }


@cache
def _vague() -> dict[str, str]:
    return {row["phrase"]: row["low"] for row in rows("geopolitics_model.parsers", "vague_numbers")}


def _choice(phrases: Iterator[str]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in longest_first)


@cache
def _pattern() -> re.Pattern[str]:
    table = rows("geopolitics_model.parsers", "qualifiers")
    before = _choice(r["phrase"] for r in table if r["place"] == "before")
    after = _choice(r["phrase"] for r in table if r["place"] == "after")
    unit, scale = "|".join(_UNITS.split()), "|".join(_SCALES.split())
    figures = (
        rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?:\s(?:{scale})\b)?|\d+(?:\.\d+)?(?:\s(?:{scale})\b)?"
    )
    word = rf"(?:{unit}|{scale})"
    words = (
        rf"(?:(?:an?|half\sa)\s(?:{scale})|(?:{unit})(?![A-Za-z]))"
        rf"(?:(?:-|\s(?:and\s)?){word}(?![A-Za-z])){{0,12}}"
    )
    number = rf"(?:{figures}|{words})"
    return re.compile(
        rf"""(?<![\w.,/-])(?:(?P<before>{before})\s+)?
        (?P<core>
            (?P<vague>{_choice(iter(_vague()))})
          | between\s[$€£]?(?P<low>{number})(?:\sand\s|\s?[-–]\s?)[$€£]?(?P<high>{number})
          | (?:from\s)?[$€£]?(?P<first>{number})
            (?:(?:\s?[-–]\s?|\s(?:to|or)\s)(?P<second>{number}))?
        )(?!\w|[.,:/]\d)
        (?P<plus>\+)?(?:[-\s](?P<after>{after})\b)?""",
        re.VERBOSE | re.IGNORECASE,
    )
