"""Text -> lexemes: words and numbers with their class, and where they stand."""

from __future__ import annotations

import re

import attrs

from geopolitics_model.parsers.times.lexicon import CODES, OTHER, holidays, words

_HOLIDAY = re.compile(
    "(?:"
    + "|".join(
        re.escape(name).replace("'", "['’]") for name in sorted(holidays(), key=len, reverse=True)
    )
    + r")(?!\w)"
)
_HOLIDAY_STARTS = frozenset(
    found.group() for name in holidays() if (found := re.match(r"[^\W\d_]+", name))
)
_LEXEME = re.compile(
    r"""(?P<SHORT>[apAP]\.\s?[mM]\b\.?|B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.|C\.\s?E\.)
      | (?P<WORD>(?:[A-Za-z]+|[^\W\d_])[^\W\d_]*(?:['’][^\W\d_]{2,})?)
      | (?P<OTHER>[$£€¥]\s?[0-9][0-9.,]*)
      | (?P<HOLIDAY>9/11(?![0-9/]))
      | (?P<ISO>[0-9]{4}(?:-[0-9][0-9]){2}(?:[T ][0-9][0-9](?::[0-9][0-9]){1,2}Z?)?(?![\w-]))
      | (?P<SLASH>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9][0-9])(?![\w/]))
      | (?P<DOTTED>[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}(?!\w))
      | (?P<CLOCK>(?:[01]?[0-9]|2[0-4])[:.][0-5][0-9](?::[0-5][0-9])?(?=\s?(?:[ap]\.?\s?m\b|GMT))
                 |(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:]))
      | (?P<ORDINAL>[0-9]{1,3}(?:st|nd|rd|th)\b)
      | (?P<YEARS>(?:[0-9]{2,3}0|['’‘][0-9]0|[0-9]0)['’]?s\b)
      | (?P<SHORTYEAR>['’‘][0-9][0-9]\b)
      | (?P<NUMBER>[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?)
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
    `starts[i]:ends[i]` and has `values[i]`. Words that no time contains are one lexeme together.
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
    behind = 0
    stop = len(text) if end is None else end
    for match in _LEXEME.finditer(text, start, stop):
        first, tail = match.span()
        if first < behind:
            continue  # within a holiday, or the full stop of an abbreviation
        if match.lastgroup == "WORD":
            word = match.group()
            if word in _HOLIDAY_STARTS and (holiday := _HOLIDAY.match(text, first, stop)):
                code, value = _holiday(holiday)
                tail = holiday.end()
            elif (entry := known.get(word)) is None:
                code, value = OTHER, ""
            else:
                code, value = entry.code, entry.value
                if entry.case == "abbreviation" and text.startswith(".", tail, stop):
                    tail += 1
        else:
            code, value = _figures_or_mark(match)
        behind = tail
        if code == OTHER and classes and classes[-1] == OTHER:
            continue
        classes.append(code)
        starts.append(first)
        ends.append(tail)
        values.append(value)
    return Lexemes(text, "".join(classes), starts, ends, values)


def _figures_or_mark(match: re.Match[str]) -> tuple[str, str]:
    """The class and value of a lexeme that is no word."""
    kind = match.lastgroup or ""
    if kind == "MARK":
        return _MARKS.get(match.group(), OTHER), ""
    if kind == "NUMBER":
        return _number(match.group())
    if kind == "HOLIDAY":
        return _holiday(match)
    if kind == "SHORT":
        return _short(match.group())
    return CODES.get(kind, OTHER), match.group()


def _holiday(match: re.Match[str]) -> tuple[str, str]:
    """The class of a holiday, and the rule of its date."""
    return CODES["HOLIDAY"], holidays()[match.group().replace("’", "'")]


def _short(word: str) -> tuple[str, str]:
    """The class and value of "p.m." and "B.C."."""
    name, value = _SHORT_WORDS["".join(filter(str.isalpha, word)).lower()]
    return CODES[name], value


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
