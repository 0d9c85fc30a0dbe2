"""Attributions marked in a text: `<source>`, `{cue}`, `[content]`, one bracket a segment."""

from __future__ import annotations

from geopolitics_model.language import read
from geopolitics_model.model import Article, Statement
from geopolitics_model.parsers import entities, times
from geopolitics_model.parsers.statements.attribution import Attribution, Range
from geopolitics_model.parsers.statements.reading import statements


def plain(text: str) -> tuple[str, dict[str, list[Range]]]:
    """The text without marks, and the ranges by the opening mark."""
    ranges: dict[str, list[Range]] = {"<": [], "{": [], "[": []}
    opened: list[tuple[str, int]] = []
    kept: list[str] = []
    for char in text:
        if char in ranges:
            opened.append((char, len(kept)))
        elif char in ">}]":
            mark, start = opened.pop()
            ranges[mark].append((start, len(kept)))
        else:
            kept.append(char)
    return "".join(kept), ranges


def statement(text: str, published: str | None = None) -> Statement | None:
    """The statement of the one attribution that is marked in a text."""
    import datetime as dt

    bare, ranges = plain(text)
    day = dt.date.fromisoformat(published) if published else None
    reading = read(Article(text=bare, published=day))
    for parser in (entities.parse, times.parse):
        reading = reading.knowing(reading.found.extended(parser(reading)))
    cue = reading.head_of(*ranges["{"][0]) if ranges["{"] else None
    source = reading.head_of(*ranges["<"][0]) if ranges["<"] else None
    attribution = Attribution(
        content=tuple(ranges["["]),
        source=tuple(ranges["<"]),
        cue=tuple(ranges["{"]),
        cue_token=None if cue is None else cue.i,
        source_token=None if source is None else source.i,
        score=1.0,
        parent=None,
    )
    found = list(statements(reading, [attribution]))
    assert all(isinstance(f, Statement) for f in found)
    return found[0] if found else None  # type: ignore[return-value]
