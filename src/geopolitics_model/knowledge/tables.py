"""Reading the tables: folders of CSV files laid over one another, each table read when it is first
asked for.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from geopolitics_model.errors import KnowledgeError

from .schema import COLUMNS, KEY_LENGTH

Row = tuple[str, ...]

DATA: Final = Path(__file__).parent / "data"
BUILT_IN: Final = (DATA, DATA / "hand")


class Tables:
    """The tables of several folders; a later folder's row replaces an earlier one's with the same
    key.
    """

    def __init__(self, layers: tuple[Path, ...] = BUILT_IN) -> None:
        self.layers = layers
        self._rows: dict[str, list[Row]] = {}
        self._texts: dict[str, tuple[bytes, dict[str, list[Row]]]] = {}

    def rows(self, table: str) -> list[Row]:
        """All rows of a table, cells in the order of ``schema.COLUMNS``.

        Raises `KnowledgeError` for a file that is no such table.
        """
        if table not in self._rows:
            read = (list(_read(folder / f"{table}.csv", table)) for folder in self.layers)
            layers = [rows for rows in read if rows]
            self._rows[table] = _merge(layers, KEY_LENGTH[table])
        return self._rows[table]

    def of(self, table: str, id: str) -> list[Row]:
        """The rows of one id, without reading the others of a built-in table: for large ones."""
        if table not in self._texts:
            small = Tables(tuple(layer for layer in self.layers if layer != DATA))
            large = (DATA / f"{table}.csv").read_bytes() if DATA in self.layers else b""
            above: dict[str, list[Row]] = {}
            for row in small.rows(table):
                above.setdefault(row[0], []).append(row)
            self._texts[table] = large, above
        lines, above = self._texts[table]
        return _merge([starting(lines, f"{id},"), above.get(id, [])], KEY_LENGTH[table])

    def forget(self, table: str) -> None:
        """Free the rows of a table that has been indexed."""
        self._rows.pop(table, None)


def _merge(layers: list[list[Row]], length: int) -> list[Row]:
    if len(layers) <= 1:
        return layers[0] if layers else []
    later = {row[:length] for layer in layers[1:] for row in layer}
    merged = {row[:length]: row for layer in layers[1:] for row in layer}
    return [row for row in layers[0] if row[:length] not in later] + list(merged.values())


def _read(path: Path, table: str) -> Iterator[Row]:
    columns = COLUMNS[table]
    if not path.is_file():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = tuple(next(reader, ()))
        if header != columns:
            yield from _arranged(path, header, columns, reader, KEY_LENGTH[table])
            return
        width = len(columns)
        for row in reader:
            if len(row) != width:
                where = f"{path.name}, line {reader.line_num}"
                raise KnowledgeError(f"{where}: {width} cells expected, as in the header")
            yield tuple(row)


def starting(lines: bytes, start: str) -> list[Row]:
    """The rows of a sorted table's text whose line starts like that, by bisection.

    Ids are made of letters, digits and hyphens, which all come after the comma that ends them: so
    lines are in the order of their ids.
    """
    wanted = start.encode()
    low, high = lines.find(b"\n") + 1, len(lines)
    while low < high:
        middle = (low + high) // 2
        line = max(low, lines.rfind(b"\n", low, middle) + 1)
        if lines[line : line + len(wanted)] < wanted:
            low = lines.index(b"\n", middle) + 1
        else:
            high = line
    found = []
    while lines.startswith(wanted, low):
        end = lines.index(b"\n", low)
        found.append(lines[low:end].decode())
        low = end + 1
    return [tuple(row) for row in csv.reader(found)]


def _arranged(
    path: Path,
    header: tuple[str, ...],
    columns: tuple[str, ...],
    reader: Iterator[list[str]],
    key: int,
) -> Iterator[Row]:
    unknown = sorted(set(header) - set(columns))
    missing = [column for column in columns[: min(key, 2)] if column not in header]
    if unknown or missing:
        wrong = f"unknown column {unknown[0]!r}" if unknown else f"column {missing[0]!r} is missing"
        raise KnowledgeError(f"{path.name}, line 1: {wrong}; the columns are {', '.join(columns)}")
    where = [header.index(column) if column in header else None for column in columns]
    for number, row in enumerate(reader, start=2):
        if len(row) != len(header):
            raise KnowledgeError(
                f"{path.name}, line {number}: {len(header)} cells expected, as in the header"
            )
        yield tuple("" if at is None else row[at].strip() for at in where)
