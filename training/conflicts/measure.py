"""How many of the missions and conflicts of `passages.yaml` are found: a count by evidence.

    python training/conflicts/measure.py [--misses]

An object is found if one of its mentions overlaps one of the phrases of its evidence. Optional ones
count neither way.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

import geopolitics_model as gm

PASSAGES = Path(__file__).with_name("passages.yaml")


def spans(text: str, phrases: list[str]) -> list[tuple[int, int]]:
    """Where the phrases stand in the text, at their first place."""
    return [(text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases]


def overlaps(thing: Any, marked: list[tuple[int, int]]) -> bool:
    """Whether a mention of an object overlaps what is marked."""
    found = [(m.span.start, m.span.end) for m in thing.mentions]
    return any(a < end and b > start for a, b in found for start, end in marked)


def main(misses: bool) -> None:
    """Print found, made up and annotated objects of each class."""
    passages = yaml.safe_load(PASSAGES.read_text(encoding="utf-8"))
    dossiers = gm.parse_many([passage["text"] for passage in passages])
    counts = {"missions": [0, 0, 0], "conflicts": [0, 0, 0]}
    for passage, dossier in zip(passages, dossiers, strict=True):
        for section, count in counts.items():
            free = list(getattr(dossier, section))
            for entry in passage[section]:
                marked = spans(passage["text"], entry["evidence"])
                hit = next((thing for thing in free if overlaps(thing, marked)), None)
                free = [thing for thing in free if thing is not hit]
                if not entry.get("optional"):
                    count[0] += hit is not None
                    count[2] += 1
                    if hit is None and misses:
                        print(f"{passage['name']}: missed {section}: {entry['evidence'][0]}")
            count[1] += len(free)
            if misses:
                for thing in free:
                    print(f"{passage['name']}: made up {section}: {thing.name}")
    for section, (found, made_up, wanted) in counts.items():
        print(f"{section}: {found} of {wanted} found, {made_up} made up")


if __name__ == "__main__":
    main("--misses" in sys.argv)
