"""JSON Lines: one document a line, for many articles.

`read` of such a file merges its lines into one dossier; `read_lines` gives them one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from geopolitics_model.errors import FormatError
from geopolitics_model.formats import json
from geopolitics_model.model import Dossier


def dumps(obj: Any) -> bytes:
    """The object as a single line."""
    return json.dumps(obj)


def loads(data: bytes) -> Dossier:
    """All lines merged into one dossier; without lines an empty one.

    Raises:
        FormatError: naming the line and the JSON path.
    """
    return merged(parse_lines(data.split(b"\n")))


def parse_lines(lines: Iterable[bytes]) -> Iterator[Dossier]:
    """The dossier of each line; blank lines are passed over.

    Raises:
        FormatError: naming the line and the JSON path.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            dossier = json.loads(line)
        except FormatError as problem:
            raise FormatError(f"line {number}: {problem}") from None
        if not isinstance(dossier, Dossier):
            raise FormatError(f"line {number}: expected a dossier, got {type(dossier).__name__}")
        yield dossier


def merged(dossiers: Iterable[Dossier]) -> Dossier:
    """All dossiers as one, in `n log n`: neighbours first, as merging is associative."""
    row = list(dossiers)
    while len(row) > 1:
        pairs = zip(row[::2], row[1::2], strict=False)
        row = [a | b for a, b in pairs] + row[len(row) // 2 * 2 :]
    return row[0] if row else Dossier()
