"""Whom "the two" and "both countries" are, and whom not."""

from __future__ import annotations

import pytest

from geopolitics_model import parse
from geopolitics_model.language import Reading
from geopolitics_model.parsers.couples import couple
from geopolitics_model.parsers.pipeline import PARSERS


def found(text: str, word: str) -> tuple[str, ...]:
    """Whom the last noun phrase headed by a word means."""
    ids: list[tuple[str, ...]] = []

    def look(reading: Reading) -> tuple[()]:
        head = [t for t in reading.tokens if t.lower == word][-1]
        ids.append(couple(reading, head))
        return ()

    parse(text, parsers=(*PARSERS[:1], look))
    return ids[0]


@pytest.mark.parametrize(
    ("text", "word", "count"),
    [
        ("Kenya and Somalia met. The two countries agreed.", "countries", 2),
        ("Kenya and Somalia met. The two agreed.", "two", 2),
        ("Egypt and Sudan met. Two gunmen hijacked a bus. The two killed five people.", "two", 0),
        ("Kenya and Somalia met. It rained. Prices rose. The two agreed.", "two", 0),
        ("Lavrov and Wang Yi met. The two women who were arrested spoke.", "women", 0),
        ("Kenya and Somalia met. Two countries abstained.", "countries", 0),
    ],
)
def test_couple(text: str, word: str, count: int) -> None:
    assert len(found(text, word)) == count
