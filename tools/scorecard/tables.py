"""The output of scorers and benchmarks as tables in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SCORE = re.compile(
    r"\s*(?P<what>.+?)\s+P\s+(?P<p>[\d.]+)\s+R\s+(?P<r>[\d.]+)\s+F1\s+(?P<f>[\d.]+)"
    r"\s+\((?P<right>[\d.]+) right, (?P<found>[\d.]+) found, (?P<gold>[\d.]+) gold\)"
)


def markdown(lines: Iterable[str]) -> str:
    """Scores become rows of a table; all other lines stay as they were printed."""
    return "\n".join(_parts(lines))


def _parts(lines: Iterable[str]) -> Iterator[str]:
    inside: str | None = None
    for line in lines:
        kind = "table" if (score := _SCORE.fullmatch(line)) else "text"
        if not line.strip():
            continue
        if kind != inside:
            yield from {"text": ["```"], "table": []}.get(inside or "table", [])
            yield ""
            yield from _opening(kind)
            inside = kind
        if score:
            yield "| {what} | {p} | {r} | **{f}** | {right} | {found} | {gold} |".format(
                **score.groupdict()
            )
        else:
            yield line
    if inside == "text":
        yield "```"


def _opening(kind: str) -> list[str]:
    if kind == "text":
        return ["```text"]
    head = ["what", "precision", "recall", "F1", "right", "found", "gold"]
    return ["| " + " | ".join(head) + " |", "| -- |" + " --: |" * 6]
