"""Every row of the lexicon is tried on its own example."""

from __future__ import annotations

from functools import cache
from itertools import accumulate

import pytest

from geopolitics_model.language import Reading, read
from geopolitics_model.model import SpeechAct
from geopolitics_model.parsers.statements.acts import Sense, frame_of, lexicon, sense_of

from .marked import plain

SENSES = [sense for group in lexicon().values() for sense in group]


@cache
def examples() -> tuple[Reading, dict[str, int]]:
    """All examples as paragraphs of one article, and where each begins."""
    texts = sorted({plain(sense.example)[0] for sense in SENSES})
    starts = accumulate((len(text) + 2 for text in texts), initial=0)
    return read("\n\n".join(texts)), dict(zip(texts, starts, strict=False))


def read_sense(sense: Sense) -> Sense:
    reading, starts = examples()
    text, ranges = plain(sense.example)
    (cue, _), (start, end) = ranges["{"][0], ranges["["][0]
    base = starts[text]
    return sense_of(reading, reading.token_at(base + cue), ((base + start, base + end),))


@pytest.mark.parametrize("sense", SENSES, ids=lambda s: f"{'_'.join(s.words)}-{s.part}-{s.act}")
def test_each_example_has_the_act_of_its_row(sense: Sense) -> None:
    found = read_sense(sense)
    assert (found.act, found.neutral) == (sense.act, sense.neutral)
    assert found.words[:1] == sense.words[:1]


def test_the_lexicon_has_every_act_and_no_row_twice() -> None:
    assert {sense.act for sense in SENSES} == set(SpeechAct)
    keys = [(s.words, s.part, frame) for s in SENSES for frame in s.frames or ("",)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("content", "frame"),
    [
        ("[whether the road was open]", "question"),
        ('"[Who paid for it?]"', "question"),
        ("[to open the road]", "infinitive"),
        ("[not to open the road]", "infinitive"),
        ("[opening the road]", "gerund"),
        ("[the loss of the road]", "object"),
        ("that [the road had been lost]", "clause"),
        ('"[The road is lost]"', "quoted"),
    ],
)
def test_frames(content: str, frame: str) -> None:
    text, ranges = plain("The miller said " + content + ".")
    assert frame_of(read(text), tuple(ranges["["])) == frame
