"""Who goes on speaking without a cue: turns of a transcript, and quoted paragraphs in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from geopolitics_model.parsers.statements.attribution import Attribution, Range
from geopolitics_model.parsers.statements.layout import trimmed, words_outside

if TYPE_CHECKING:
    from geopolitics_model.language.paragraphs import Paragraph
    from geopolitics_model.language.reading import Reading, Token

_TURN = re.compile(r"((?:[A-Z][A-Z.'’-]+(?:,? |(?=\s*[:(]))){1,8}(?:\([^)\n]{1,40}\))?|[QA])\s*:\s")
"""What begins a turn: a name in capitals, or Q and A, and a colon."""
_UNNAMED = frozenset(("Q", "A", "QUESTION", "ANSWER", "REPORTER", "JOURNALIST", "MODERATOR"))
_LEAST = 2
"""Turns of a transcript; a single "BREAKING:" is none."""


def going_on(reading: Reading, found: list[Attribution]) -> list[Attribution]:
    """The attributions with those that only the order of the paragraphs makes."""
    return _continued(reading, _in_turns(reading, found))


def _in_turns(reading: Reading, found: list[Attribution]) -> list[Attribution]:
    turns = list(_turns(reading))
    if len(turns) < _LEAST:
        return found
    colons = {colon.i for _, colon, _ in turns}
    kept = [a for a in found if a.cue_token not in colons]
    for name, colon, content in turns:
        speaker = None if name is None else reading.token_at(name[1] - 1)
        kept.append(
            Attribution(
                content=content,
                source=() if name is None else (name,),
                cue=((colon.start, colon.end),),
                cue_token=colon.i,
                source_token=None if speaker is None else speaker.i,
                score=1.0,
                parent=None,
            )
        )
    return kept


def _turns(reading: Reading) -> Iterator[tuple[Range | None, Token, tuple[Range, ...]]]:
    """Name (if it is one), colon and content of each turn that says something."""
    begins = {p.i: found for p in reading.paragraphs if (found := _begins(reading, p))}
    for i, (name, colon) in begins.items():
        paragraph = reading.paragraphs[i]
        below = [trimmed(reading, colon.end, paragraph.end)]
        for later in reading.paragraphs[i + 1 :]:
            if later.i in begins or later.heading:
                break
            below.append(trimmed(reading, later.start, later.end))
        content = tuple([part for part in below if part is not None])
        if content:
            yield name, colon, content


def _begins(reading: Reading, paragraph: Paragraph) -> tuple[Range | None, Token] | None:
    match = _TURN.match(reading.text, paragraph.start, paragraph.end)
    if match is None:
        return None
    colon = reading.token_at(reading.text.index(":", match.end(1)))
    if colon is None or colon.text != ":":
        return None
    name = match[1].strip()
    return None if name in _UNNAMED else (match.start(1), match.start(1) + len(name)), colon


def _continued(reading: Reading, found: list[Attribution]) -> list[Attribution]:
    """A paragraph of nothing but quotation, below one that its speaker is quoted in last."""
    last: dict[int, Attribution] = {}
    for attribution in sorted(found, key=lambda a: a.content[-1][1]):
        for start, end in attribution.content:
            for i in {t.paragraph for t in reading.tokens_between(start, end)}:
                last[i] = attribution
    out = list(found)
    for paragraph in reading.paragraphs[1:]:
        above = last.get(paragraph.i - 1)
        if paragraph.i in last or above is None or not _is_direct(reading, above):
            continue
        if paragraph.heading or words_outside(reading, paragraph):
            continue
        part = trimmed(reading, paragraph.start, paragraph.end)
        if part is None or reading.tokens_between(*part)[0].quotation is None:
            continue
        more = Attribution(
            content=(part,),
            source=above.source,
            cue=(),
            cue_token=None,
            source_token=above.source_token,
            score=above.score,
            parent=None,
        )
        out.append(more)
        last[paragraph.i] = more
    return out


def _is_direct(reading: Reading, attribution: Attribution) -> bool:
    """Whether someone who is named outside is quoted to the end."""
    token = reading.token_at(attribution.content[-1][1] - 1)
    return bool(attribution.source) and token is not None and token.quotation is not None
