"""Training examples: a reading and the attributions marked in it, from three kinds of files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import define, field

Spans = list[tuple[int, int]]


@define
class Marked:
    """One attribution as marked by hand, in character ranges of the text."""

    content: Spans
    source: Spans
    cue: Spans
    optional: bool = False


@define
class Example:
    """A text with everything that is attributed in it.

    nested: whether statements inside statements are marked too; if not, a cue inside a content
        proves nothing.
    sourced: whether sources are marked.
    weight: how much it counts in training.
    """

    name: str
    text: str
    marked: list[Marked] = field(factory=list)
    nested: bool = False
    sourced: bool = True
    weight: float = 1.0


def polnear(path: Path) -> Iterator[Example]:
    """Articles of PolNeAR as JSON lines with the spans of source, cue and content."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            marked = [
                Marked(*([(s, e) for s, e in a[key]] for key in ("content", "source", "cue")))
                for a in row["attributions"]
                if a["content"]
            ]
            yield Example(row["doc_id"], row["text"], marked)


_OPEN = re.compile(r"\[([SKC])(\d?) ")


def bracketed(path: Path) -> Iterator[Example]:
    """Sentences with brackets: `[S The minister] [K said] [C it was over].`

    S source, K cue, C content; a digit after the letter tells attributions of one line apart;
    brackets may nest. A line is a paragraph, an empty line ends an example, a line that starts with
    `#` is a comment.
    """
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    for number, block in enumerate(blocks, 1):
        lines = [line for line in block.split("\n") if line.strip() and not line.startswith("#")]
        if lines:
            yield _unbracket(f"{path.stem}-{number}", lines)


def _unbracket(name: str, lines: list[str]) -> Example:
    text = ""
    parts: dict[tuple[int, str], dict[str, Spans]] = {}
    for row, line in enumerate(lines):
        opened: list[tuple[str, str, int]] = []
        at = 0
        while at < len(line):
            if found := _OPEN.match(line, at):
                opened.append((found[1], found[2], len(text)))
                at = found.end()
            elif line[at] == "]":
                if not opened:
                    raise ValueError(f"{name}: a bracket too many in: {line}")
                kind, digit, start = opened.pop()
                parts.setdefault((row, digit), {"S": [], "K": [], "C": []})[kind].append(
                    (start, len(text))
                )
                at += 1
            else:
                text += line[at]
                at += 1
        if opened:
            raise ValueError(f"{name}: a bracket is not closed in: {line}")
        text += "\n"
    marked = [Marked(p["C"], p["S"], p["K"]) for p in parts.values() if p["C"]]
    return Example(name, text, marked, nested=True)


def dossiers(folder: Path, names: list[str]) -> Iterator[Example]:
    """Articles with a YAML file of what stands in them; cues are not marked there and are found
    by the labelling.
    """
    import yaml

    for name in names:
        gold = yaml.safe_load((folder / f"{name}.yaml").read_text(encoding="utf-8"))
        text = (folder / gold["article"]).read_text(encoding="utf-8")
        yield _entered(name, text, gold.get("statements") or [])


def passages(path: Path) -> Iterator[Example]:
    """The passages of a YAML list, with the contents of their statements."""
    import yaml

    for row in yaml.safe_load(path.read_text(encoding="utf-8")):
        yield _entered(row["name"], row["text"], row.get("statements") or [])


def _entered(name: str, text: str, statements: Iterable[Mapping[str, Any]]) -> Example:
    marked = []
    for entry in statements:
        content = entry["content"] if isinstance(entry["content"], list) else [entry["content"]]
        starts = [text.find(c) for c in content]
        spans = [(s, s + len(c)) for s, c in zip(starts, content, strict=True)]
        marked.append(Marked(spans, [], [], optional=bool(entry.get("optional"))))
    return Example(name, text, marked, nested=True, sourced=False)


_BRACES = re.compile(r"[{}\[\]]")


def lexicon(rows: Iterable[Mapping[str, str]]) -> Iterator[Example]:
    """The examples of the lexicon of acts: cue in braces, content in brackets, sources unmarked."""
    for row in rows:
        text, opened = "", 0
        parts: dict[str, Spans] = {"}": [], "]": []}
        at = 0
        for found in _BRACES.finditer(row["example"]):
            text += row["example"][at : found.start()]
            at = found.end()
            if found[0] in parts:
                parts[found[0]].append((opened, len(text)))
            else:
                opened = len(text)
        text += row["example"][at:] + "\n"
        marked = [Marked(parts["]"], [], parts["}"])]
        yield Example(row["cue"], text, marked, nested=True, sourced=False)
