"""Persons and their dated offices."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from ids import Ids, identifiers
from rows import Row, read


def compile_people(raw: Path, to_id: Ids) -> dict[str, list[Row]]:
    """Tables persons, tenures and identifiers."""
    tenures = []
    served: dict[str, set[str]] = defaultdict(set)
    for file in ("tenures.csv", "io_heads.csv"):
        for row in read(raw / file):
            of = to_id(row["organisation_id"])
            if of.startswith("place:"):
                served[row["person_id"]].add(of)
            office = "deputy" if row["title"] == "Vice President" else row["office"]
            tenures.append({**row, "person": row["person_id"], "of": of, "office": office,
                            "title": title(row["title"])})  # fmt: skip
    persons, codes = [], []
    for row in read(raw / "persons.csv"):
        states = served[row["id"]]
        nationality = next(iter(states)) if len(states) == 1 else ""
        persons.append({**row, "nationality": nationality})
        codes += identifiers(row, row["id"], {"wikidata": "wikidata"})
    return {"persons": persons, "tenures": tenures, "identifiers": codes}


def title(text: str) -> str:
    """A title as it is written: first letter up, no stray underscore or comma."""
    text = text.replace("_", " ").rstrip(",")
    return text[:1].upper() + text[1:]
