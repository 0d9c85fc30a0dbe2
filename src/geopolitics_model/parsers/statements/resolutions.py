"""Whose words the paragraphs of a resolution are: "The Security Council, / Deplores ...; / Requests
...". Each begins with its verb; the subject stands alone before them and ends in a comma.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from geopolitics_model.language.paragraphs import Paragraph
    from geopolitics_model.language.reading import Reading, Token

_LONGEST = 12
"""Words of the line that names the body."""
_BEFORE = 60
"""Paragraphs back to that line."""
_FULL_NAME = 1000
"""Words back from "Council," to its full name."""
_LIGHT = ("PUNCT", "NUM", "X", "ADV", "SPACE", "SYM")
_VERBS = ("VBZ", "VBG", "NNS")
"""Tags of such verbs; "Requests" is taken for a noun now and then."""


def issuer(reading: Reading, token: Token) -> tuple[str, ...]:
    """The body whose resolution the paragraph of a token belongs to, if it does to one."""
    if not _is_operative(reading, reading.paragraphs[token.paragraph]):
        return ()
    for number in range(token.paragraph - 1, max(-1, token.paragraph - _BEFORE), -1):
        paragraph = reading.paragraphs[number]
        words = reading.tokens[paragraph.first : paragraph.last]
        if _is_operative(reading, paragraph):
            continue
        alone = 1 < len(words) <= _LONGEST and words[-1].text == ","
        return _named(reading, words[:-1]) if alone else ()
    return ()


def _is_operative(reading: Reading, paragraph: Paragraph) -> bool:
    """Whether a paragraph begins with a verb that has no subject, numbered or not."""
    words = reading.tokens[paragraph.first : paragraph.last]
    first = next((t for t in words if t.pos not in _LIGHT), None)
    if first is None or first.tag not in _VERBS:
        return False
    begin = next((t for t in words if t.text[:1].isalpha()), first)
    if not begin.text[0].isupper() or begin.i > first.i:
        return False
    return not any(c.dep in ("nsubj", "nsubjpass") and c.i < first.i for c in first.children)


def _named(reading: Reading, words: tuple[Token, ...]) -> tuple[str, ...]:
    """The entity of the line, or the body last named before by its noun: "Council,"."""
    known = [id for t in words if (id := reading.entity(t)) is not None]
    if known:
        return (known[-1],)
    noun, first = words[-1].lower, words[0].i
    for token in reversed(reading.tokens[max(0, first - _FULL_NAME) : first]):
        id = reading.entity(token) if token.lower == noun and token.pos == "PROPN" else None
        if id is not None and id.startswith("organisation:"):
            return (id,)
    return ()
