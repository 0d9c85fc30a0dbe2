"""Articles out of tables: JSON lines, CSV and Parquet, a record at a time."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from geopolitics_model.corpus.records import Record, lost, unreadable
from geopolitics_model.corpus.sources import packed
from geopolitics_model.corpus.sources.columns import Columns, Defaults
from geopolitics_model.corpus.sources.encodings import marked
from geopolitics_model.errors import FormatError, MissingColumn
from geopolitics_model.extras import imported
from geopolitics_model.model import Diagnostic

_ROWS = 256
"""Rows of a Parquet file that are in memory together."""
_SEPARATORS = ",;\t|"


def jsonl(
    path: Path, columns: Columns, defaults: Defaults, encoding: str | None
) -> Iterator[Record]:
    """A record a line; a line that is no JSON object costs itself only.

    Raises:
        MissingColumn: the first object has no text, so that most likely none has.
    """
    first = True
    with packed.opened(path) as file:
        for number, line in enumerate(packed.lines(file), 1):
            if not line.strip():
                continue
            origin = f"{path}:{number}"
            try:
                row = json.loads(line.decode(encoding or "utf-8-sig"))
                if not isinstance(row, dict):
                    raise FormatError(f"a {type(row).__name__}, not an object")
                names = columns.among(list(row))
                first = False
            except MissingColumn as problem:
                if first:
                    raise
                yield lost(origin, problem)
                continue
            except (ValueError, RecursionError) as problem:
                yield lost(origin, problem)
                continue
            yield defaults.record(origin, {field: row[name] for field, name in names.items()})


def delimited(
    path: Path, columns: Columns, defaults: Defaults, encoding: str | None
) -> Iterator[Record]:
    """A record a row of a CSV file with a head; commas, semicolons, tabs or bars part its cells.

    Raises:
        FormatError: its quotation marks are broken, or a cell is too long.
        MissingColumn: it has no column of texts.
    """
    csv.field_size_limit(max(csv.field_size_limit(), packed.LONGEST_RECORD))
    with packed.opened(path) as file:
        text = _Lines(file, encoding)
        head = next(text, "")
        separator = max(_SEPARATORS, key=head.count)
        try:
            names = next(csv.reader([head], delimiter=separator), [])
        except csv.Error as problem:
            raise FormatError(f"{path}:1: {problem}") from None
        found = {field: names.index(name) for field, name in columns.among(names).items()}
        rows = csv.reader(text, delimiter=separator)
        while True:
            origin = f"{path}:{text.number + 1}"
            try:
                row = next(rows, None)
            except csv.Error as problem:
                raise FormatError(f"{origin}: {problem}") from None
            if row is None:
                return
            if not row:
                continue
            values = {field: row[at] for field, at in found.items() if at < len(row)}
            noted = text.noted(origin)
            if len(row) != len(names):
                reason = f"{origin}: {len(row)} cells under {len(names)} columns"
                yield Record(article=None, origin=origin, diagnostics=(unreadable(reason), *noted))
                continue
            yield defaults.record(origin, values, *noted)


class _Lines:
    """Decoded lines, counted; bytes in another encoding are replaced, and that is noted."""

    def __init__(self, file: BinaryIO, encoding: str | None) -> None:
        self.number = 0
        self._encoding = encoding
        self._lines = packed.lines(file)
        self._replaced = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number += 1
        if self.number == 1:
            self._encoding = self._encoding or marked(line) or "utf-8"
            if self._encoding.startswith(("utf-16", "utf-32")):
                raise FormatError(f"in {self._encoding}; convert it to UTF-8")
        try:
            return line.decode(self._encoding or "utf-8")
        except UnicodeDecodeError:
            self._replaced = True
            return line.decode(self._encoding or "utf-8", "replace")

    def noted(self, origin: str) -> tuple[Diagnostic, ...]:
        """Whether bytes were replaced since this was last asked."""
        if not self._replaced:
            return ()
        self._replaced = False
        reason = f"{origin}: not {self._encoding}; what cannot be read is U+FFFD (see encoding)"
        return (Diagnostic(code="undecodable-bytes", message=reason),)


def parquet(
    path: Path,
    columns: Columns,
    defaults: Defaults,
    encoding: str | None,  # noqa: ARG001
) -> Iterator[Record]:
    """A record a row; only the columns that are used are read.

    Raises:
        FormatError: it is no Parquet file, or damaged.
        MissingColumn: it has no column of texts.
        MissingExtra: pyarrow is not installed.
    """
    pa, pq = imported("pyarrow", "corpus"), imported("pyarrow.parquet", "corpus")
    try:
        with pq.ParquetFile(path) as file:
            names = columns.among(file.schema_arrow.names)
            number = 0
            for batch in file.iter_batches(_ROWS, columns=sorted(set(names.values()))):
                for row in batch.to_pylist():
                    number += 1
                    values = {field: row[name] for field, name in names.items()}
                    yield defaults.record(f"{path}:{number}", values)
    except pa.ArrowException as problem:
        raise FormatError(f"damaged: {problem}") from None


Reader = Callable[[Path, Columns, Defaults, "str | None"], Iterator[Record]]
READERS: dict[str, Reader] = {
    ".jsonl": jsonl,
    ".ndjson": jsonl,
    ".csv": delimited,
    ".tsv": delimited,
    ".parquet": parquet,
}
"""The reader of each suffix."""
