"""Names that recur: who was named in full is named again by the surname alone.

The component reads each occurrence by its context and misses some ("On 30 August 1864 López warned
..."). A word that is the surname of somebody named in full, or a name by itself elsewhere in the
article, is no other word where it stands in capitals again.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence

from geopolitics_model.language import Reading, Token, words
from geopolitics_model.parsers.entities import things
from geopolitics_model.parsers.entities.surface import Surface

_DATES = frozenset((*calendar.month_name[1:], *calendar.day_name))
_JOINED = frozenset("-–‑")
_SHORTEST = 4
"""Letters of a name that is no abbreviation."""


def again(reading: Reading, chosen: Sequence[Surface]) -> Iterator[Surface]:
    """The occurrences that were missed, with the label of the others."""
    labels: dict[str, str] = {}
    for word, label in _single(reading, chosen):
        labels[word] = label if labels.get(word, label) == label else ""
    if not labels:
        return
    taken = {i for s in chosen for i in range(s.first, s.last)} | things.inside(reading)
    small = {t.lower for t in reading.tokens if t.text.islower()}
    for token in reading.tokens:
        label = labels.get(token.text, "")
        if not label or token.i in taken or token.lower in small:
            continue
        if token.pos == "PROPN" and not _is_part(reading, token):
            yield Surface(token.i, token.i + 1, label)


def _single(reading: Reading, chosen: Sequence[Surface]) -> Iterator[tuple[str, str]]:
    """The words that are names: of persons the last, of others those of one word."""
    for surface in chosen:
        word = reading.tokens[surface.last - 1].text
        person = surface.label == "person"
        alone = person or (surface.last - surface.first == 1 and surface.trained)
        plain = word[:1].isupper() and not word.isupper() and len(word) >= _SHORTEST
        plain = plain and not words.load().is_common(word.lower())
        if alone and plain and not surface.adjectival:
            yield word, surface.label


def _is_part(reading: Reading, token: Token) -> bool:
    """Whether the word beside it stands in capitals too, or a hyphen: the name is a longer one."""
    tokens = reading.tokens
    sentence = reading.sentences[token.sentence]
    after = tokens[token.i + 1] if token.i + 1 < sentence.end else None
    if after is not None and (after.text[:1].isupper() or after.text in _JOINED):
        return True
    before = tokens[token.i - 1] if token.i > sentence.start else None
    if before is None or not before.text[:1].isupper() or before.i == sentence.start:
        return False
    return before.text not in _DATES
