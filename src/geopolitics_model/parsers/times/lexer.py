"""Text -> lexemes: words and numbers with their class, and where they stand."""

from __future__ import annotations

import re

import attrs

from geopolitics_model.parsers.times.lexicon import CODES, OTHER, holidays, words

_HOLIDAYS = "|".join(
    re.escape(name).replace("'", "['’]") for name in sorted(holidays(), key=len, reverse=True)
)
_LEXEME = re.compile(
    rf"""(?P<HOLIDAY>(?=[A-Z9])(?:{_HOLIDAYS})(?!\w))
      | (?P<WORD>(?<!\w)(?:[apAP]\.\s?[mM]\b\.?|[BA]\.\s?[CD]\.(?:\s?E\.)?)|o['’]clock
               |(?:[^\W\d_]|(?<=[^\W\d_])['’](?=[^\W\d_]{{2}}))+)
      | (?P<OTHER>[$£€¥]\s?\d[\d.,]*)
      | (?P<ISO>\d{{4}}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?![\w-]))
      | (?P<SLASH>\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)(?![\w/]))
      | (?P<DOTTED>\d{{1,2}}\.\d{{1,2}}\.\d{{4}}(?!\w))
      | (?P<CLOCK>(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?=\s?(?:[ap]\.?\s?m\b|GMT))
                 |(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
      | (?P<ORDINAL>\d{{1,3}}(?:st|nd|rd|th)\b)
      | (?P<YEARS>(?:\d{{2,3}}0|['’‘]\d0|\d0)['’]?s\b)
      | (?P<SHORTYEAR>['’‘]\d\d\b)
      | (?P<NUMBER>\d+(?:,\d{{3}}(?!\d))*(?:\.\d+)?)
      | (?P<POSSESSIVE>['’]s?(?!\w))
      | (?P<MARK>[^\w\s])
      | (?P<BREAK>\n\s*\n)""",
    re.VERBOSE,
)
_MARKS = {
    **dict.fromkeys("-‐‑‒–—−", CODES["HYPHEN"]),
    ",": CODES["COMMA"],
    "/": CODES["SLASHMARK"],
    **dict.fromkeys(".;:!?", CODES["STOP"]),
    **dict.fromkeys('"“”‘', CODES["QUOTE"]),
    **dict.fromkeys("([", CODES["OPEN"]),
    **dict.fromkeys(")]", CODES["CLOSE"]),
}
_SHORT_WORDS = {
    "am": ("AMPM", "AM"),
    "pm": ("AMPM", "PM"),
    "bc": ("ERA", "BC"),
    "bce": ("ERA", "BC"),
    "ad": ("ERA", "AD"),
    "ce": ("ERA", "AD"),
}


@attrs.frozen(eq=False)
class Lexemes:
    """A text cut into lexemes: `classes[i]` is the class of the lexeme that stands at
    `starts[i]:ends[i]` and has `values[i]`.
    """

    text: str
    classes: str
    starts: list[int]
    ends: list[int]
    values: list[str]


def lex(text: str, start: int = 0, end: int | None = None) -> Lexemes:
    """Cut a text, or the part of it from `start` to `end`, into lexemes."""
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[str] = []
    known = words()
    for match in _LEXEME.finditer(text, start, len(text) if end is None else end):
        kind = match.lastgroup
        code, value, tail = OTHER, "", match.end()
        if kind == "WORD":
            word = match.group()
            lower = word.lower()
            entry = known.get(lower)
            if entry is not None:
                if not entry.case or _cased(word, entry.case):
                    code, value = entry.code, entry.value
                if entry.case == "abbreviation" and text[tail : tail + 1] == ".":
                    tail += 1
            elif "." in word and (short := _SHORT_WORDS.get(_letters(lower))):
                code, value = CODES[short[0]], short[1]
        elif kind == "MARK":
            if tail - 1 < (ends[-1] if ends else 0):
                continue  # the full stop of an abbreviation
            code = _MARKS.get(match.group(), OTHER)
        elif kind == "NUMBER":
            code, value = _number(match.group())
        elif kind == "HOLIDAY":
            code, value = CODES[kind], holidays()[match.group().replace("’", "'")]
        elif kind != "OTHER" and kind is not None:
            code, value = CODES[kind], match.group()
        classes.append(code)
        starts.append(match.start())
        ends.append(tail)
        values.append(value)
    return Lexemes(text, "".join(classes), starts, ends, values)


def _cased(word: str, case: str) -> bool:
    return word.isupper() if case == "upper" else word[0].isupper()


def _letters(word: str) -> str:
    return "".join(letter for letter in word if letter.isalpha())


def _number(figures: str) -> tuple[str, str]:
    """The narrowest class of a number in figures: day of a month, small number, year, any."""
    if len(figures) <= 4 and figures.isascii() and figures.isdecimal():
        number = int(figures)
        if len(figures) <= 2 and 1 <= number <= 31:
            return CODES["DAYNUM"], figures
        if len(figures) == 4 and 1000 <= number <= 2199:
            return CODES["YEAR"], figures
        return CODES["INT"], figures
    return CODES["NUMBER"], figures
