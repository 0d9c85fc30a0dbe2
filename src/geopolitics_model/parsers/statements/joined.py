"""The speaker of a second cue that the parser has taken into the words of the first.

In "The king said that the army had crossed the Rhine and asked for help" the parser may well let
the army ask. Where what the king said is found to end before "asked", it is the king who asks:
32 of 33 times in the training part of PolNeAR, where one of the two is marked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from geopolitics_model.parsers.statements.attribution import Attribution, within
from geopolitics_model.parsers.statements.media import outlet_of
from geopolitics_model.parsers.statements.speakers import SUBJECTS

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading, Token

_LOOSE = frozenset(("conj", "advcl", "xcomp"))
"""How a verb hangs on one that it shares its subject with."""


def joined(reading: Reading, found: list[Attribution]) -> list[Attribution]:
    """The attributions; those whose speaker stands in what was said before have its speaker."""
    by_sentence: dict[int, list[Attribution]] = {}
    return [_settled(reading, a, by_sentence) for a in sorted(found, key=lambda a: a.cue)]


def _settled(
    reading: Reading, attribution: Attribution, by_sentence: dict[int, list[Attribution]]
) -> Attribution:
    """The attribution with its speaker, which is entered under its sentence."""
    if attribution.cue_token is None:
        return attribution
    cue = reading.tokens[attribution.cue_token]
    before = by_sentence.setdefault(cue.sentence, [])
    first = _first(attribution, cue, before)
    if first is not None and not _reports(reading, first):
        attribution = evolve(attribution, source=first.source, source_token=first.source_token)
    before.append(attribution)
    return attribution


def _reports(reading: Reading, first: Attribution) -> bool:
    """Whether a newspaper or agency tells it: what others did and said may go on then."""
    token = None if first.source_token is None else reading.tokens[first.source_token]
    return token is not None and outlet_of(reading, token) is not None


def _first(attribution: Attribution, cue: Token, before: list[Attribution]) -> Attribution | None:
    """The attribution whose cue this one is joined to, else the last of the sentence in whose
    content the speaker stands, but not the cue."""
    if not attribution.source or cue.dep not in _LOOSE:
        return None
    if any(child.dep in SUBJECTS for child in cue.children):
        return None
    at = attribution.source[0][0]
    for other in reversed(before):
        if cue.dep == "conj" and cue.head.i == other.cue_token and other.source:
            return other
        inside = within(at, other.content) and within(cue.head.start, other.content)
        if inside and other.source and not within(cue.start, other.content):
            return other
    return None
