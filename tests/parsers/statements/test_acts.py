"""Every row of the lexicon is tried on its own example."""

from __future__ import annotations

import re
from functools import cache

import pytest

from geopolitics_model.language import Reading, read, read_many
from geopolitics_model.model import Article, SpeechAct
from geopolitics_model.parsers.statements.acts import Sense, frame_of, lexicon, sense_of

SENSES = [sense for group in lexicon().values() for sense in group]


@cache
def readings() -> dict[str, Reading]:
    texts = sorted({re.sub(r"[{}\[\]]", "", sense.example) for sense in SENSES})
    return dict(zip(texts, read_many([Article(text=t) for t in texts]), strict=True))


def marked(example: str) -> tuple[Reading, int, tuple[int, int]]:
    """The reading of an example, where its cue starts and where its content stands."""
    places, kept = {}, ""
    for char in example:
        if char in "{}[]":
            places[char] = len(kept)
        else:
            kept += char
    return readings()[kept], places["{"], (places["["], places["]"])


def read_sense(sense: Sense) -> Sense:
    reading, cue, content = marked(sense.example)
    return sense_of(reading, reading.token_at(cue), (content,))


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
    text = "The miller said " + content + "."
    start, end = text.index("["), text.index("]") - 1
    reading = read(re.sub(r"[\[\]]", "", text))
    assert frame_of(reading, ((start, end),)) == frame
