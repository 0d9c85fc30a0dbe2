"""Texts with the facts that an analyst would note, from annotated articles and passages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import yaml
from attrs import define, field

CLASSES = ("policies", "missions", "conflicts")


@define
class Fact:
    """spans: characters of each phrase that tells it; word: those of the word that names it."""

    spans: list[tuple[int, int]]
    word: tuple[int, int] | None
    kinds: list[str]
    statuses: list[str]
    optional: bool
    entry: dict[str, Any]


@define
class Example:
    """facts: by class, where it was annotated; fresh: no rule was written while looking at it;
    same: other names of what a name stands for; silver: nobody has looked, it is taken to tell no
    policy but what the rules read.
    """

    name: str
    text: str
    published: str | None
    facts: dict[str, list[Fact]] = field(factory=dict)
    fresh: bool = False
    silver: bool = False
    same: dict[str, set[str]] = field(factory=dict)

    @property
    def measures(self) -> bool:
        """Whether dates and numbers are measured on it: every fifth passage."""
        return self.fresh and self.name[-1:] in ("0", "5")


def articles(
    folder: Path, *, without: set[str] = frozenset(), only: set[str] | None = None
) -> Iterator[Example]:
    """Articles `NAME.txt` with their dossiers `NAME.yaml`."""
    for path in sorted(folder.glob("*.yaml")):
        if path.stem in without or (only is not None and path.stem not in only):
            continue
        gold = yaml.safe_load(path.read_text(encoding="utf-8"))
        text = (folder / gold["article"]).read_text(encoding="utf-8")
        facts = {c: [_fact(text, e) for e in gold.get(c) or []] for c in CLASSES}
        same: dict[str, set[str]] = {}
        for section in ("organisations", "persons", "places"):
            for entry in gold.get(section) or []:
                names = {bare(str(n)) for n in (entry["name"], *entry["names"])}
                for name in names:
                    same.setdefault(name, set()).update(names)
        yield Example(
            path.stem, text, gold.get("published") and str(gold["published"]), facts, same=same
        )


def passages(
    path: Path, *, classes: tuple[str, ...] = CLASSES, fresh: bool = True
) -> Iterator[Example]:
    """A list of passages, each with its text and its facts."""
    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        text = row["text"]
        facts = {c: [_fact(text, e) for e in row.get(c) or []] for c in classes}
        yield Example(
            row["name"], text, row.get("published") and str(row["published"]), facts, fresh
        )


def news(path: Path, marked: Path, every: int) -> Iterator[Example]:
    """Each n-th article of PolNeAR: domestic politics, full of what looks like a decision.

    `marked`: the policies of some of them, a JSON object a line; every fifth line only measures.
    """
    known: dict[str, list[dict[str, Any]] | None] = {}
    for number, row in enumerate(_rows(marked)):
        known[row["doc_id"]] = row["policies"] if number % 5 else None
    for row in islice(_rows(path), 0, None, every):
        name, text = row["doc_id"], row["text"]
        if name not in known:
            yield Example(name, text, None, {c: [] for c in CLASSES}, silver=True)
        elif (told := known[name]) is not None:
            yield Example(name, text, None, {"policies": [_stood_off(text, e) for e in told]})


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _stood_off(text: str, entry: dict[str, Any]) -> Fact:
    """A fact whose phrases and names are characters of the text."""
    named = {
        role: ["|".join(text[start:end] for start, end in choices) for choices in entry[role]]
        for role in ("actors", "targets")
        if isinstance(entry.get(role), list)
    }
    word = entry.get("word")
    return Fact(
        [(start, end) for start, end in entry["evidence"]],
        (word[0], word[1]) if word else None,
        _choices(entry.get("kind")),
        _choices(entry.get("status")),
        bool(entry.get("optional")),
        entry | named,
    )


def bare(name: str) -> str:
    """A name without article, case and marks."""
    return re.sub(r"^(the|a|an) ", "", " ".join(re.findall(r"\w+", name.lower())))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _choices(value: Any) -> list[str]:
    return [] if value in (None, "?") else str(value).split("|")


def _fact(text: str, entry: dict[str, Any]) -> Fact:
    spans = []
    for phrase in _listed(entry["evidence"]):
        start = text.find(phrase)
        while start >= 0:
            spans.append((start, start + len(phrase)))
            start = text.find(phrase, start + 1)
    word = None
    if entry.get("word") and spans:
        at = text.find(str(entry["word"]), spans[0][0], spans[0][1])
        word = (at, at + len(str(entry["word"]))) if at >= 0 else None
    return Fact(
        spans,
        word,
        _choices(entry.get("kind")),
        _choices(entry.get("status")),
        bool(entry.get("optional")),
        entry,
    )
