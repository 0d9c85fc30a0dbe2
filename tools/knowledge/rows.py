"""Reading and writing of the tables: CSV, UTF-8 in NFC, LF, header row, sorted, one fact a row."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from geopolitics_model.knowledge.schema import COLUMNS

Row = dict[str, str]

REVIEW = Path(__file__).parent / "review"
"""What review found in the raw tables: rows to withdraw, to merge, and English names of cities."""

#: The tables that are compiled; the others are written by hand.
COMPILED = (
    "places",
    "place_names",
    "place_parts",
    "cities",
    "city_names",
    "organisations",
    "organisation_names",
    "memberships",
    "persons",
    "given_names",
    "tenures",
    "missions",
    "mission_names",
    "conflicts",
    "conflict_parties",
    "resolutions",
    "identifiers",
)


def read(path: Path) -> list[Row]:
    """The rows of one CSV file, cells stripped and in NFC."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {key: unicodedata.normalize("NFC", (cell or "").strip()) for key, cell in row.items()}
            for row in csv.DictReader(file)
        ]


def render(table: str, rows: Iterable[Row]) -> bytes:
    """The bytes of a table: sorted rows, duplicates dropped."""
    columns = COLUMNS[table]
    lines = sorted({tuple(row.get(column, "") for column in columns) for row in rows})
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(lines)
    return unicodedata.normalize("NFC", out.getvalue()).encode("utf-8")


def plain(text: str) -> str:
    """The text without accents, for comparing spellings."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
