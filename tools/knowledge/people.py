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
            person, of = to_id(row["person_id"]), to_id(row["organisation_id"])
            if of.startswith("place:"):
                served[person].add(of)
            office = "deputy" if row["title"] == "Vice President" else row["office"]
            ours = {"person": person, "of": of, "office": office, "title": title(row["title"])}
            tenures.append({**row, **ours})
    persons, codes = [], []
    for row in read(raw / "persons.csv"):
        person = to_id(row["id"])
        codes += identifiers(row, person, {"wikidata": "wikidata"})
        if not to_id.merged(row["id"]):
            states = served[person]
            nationality = next(iter(states)) if len(states) == 1 else ""
            persons.append({**row, "nationality": nationality})
    return {"persons": persons, "tenures": tenures, "identifiers": codes}


def title(text: str) -> str:
    """A title as it is written: first letter up, no stray underscore or comma."""
    text = text.replace("_", " ").rstrip(",")
    return text[:1].upper() + text[1:]
