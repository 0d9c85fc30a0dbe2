"""Countries, territories, divisions, regions and waters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ids import Ids, identifiers
from rows import Row, read

KINDS = {
    "country": "country",
    "historic_country": "country",
    "dependency": "territory",
    "territory": "territory",
    "region": "region",
    "water": "water",
    "strait": "water",
}


def compile_places(raw: Path, to_id: Ids) -> dict[str, list[Row]]:
    """Tables places, place_names, place_parts and their identifiers."""
    places, names, parts, codes = [], [], [], []
    by_id: dict[str, Row] = {}
    for row in read(raw / "places.csv"):
        division = row["kind"] == "region"
        place = {
            "id": row["id"],
            "name": bare(row["name"]),
            "kind": "admin_area" if division else KINDS[row["kind"]],
            "country": row["sovereign"],
            "capital": row["capital"],
            "latitude": row["lat"],
            "longitude": row["lon"],
            "start": row["start"],
            "end": row["end"],
            "source": row["source"],
        }
        by_id[row["id"]] = place
        places.append(place)
        schemes = {"iso2": "iso2", "iso3": "iso3", "cow": "cow", "gw": "gw", "wikidata": "wikidata"}
        codes += identifiers(row, row["id"], schemes)
    for row in read(raw / "regions.csv"):
        region, members = to_id(row["id"]), [part for part in row["places"].split(";") if part]
        if region not in by_id:
            country = members[0] if len(members) == 1 else ""
            places.append(
                {
                    "id": region,
                    "name": bare(row["name"]),
                    "kind": KINDS[row["kind"]],
                    "country": country,
                    "source": row["source"],
                }
            )
        if len(members) > 1:
            parts += [{"place": region, "part": part, "source": row["source"]} for part in members]
    for file, column in (("place_names.csv", "place_id"), ("region_names.csv", "region_id")):
        for row in read(raw / file):
            name = {
                "place": to_id(row[column]),
                "text": row["text"],
                "kind": row["kind"],
                "source": row["source"],
            }
            names.append(name)
            if bare(row["text"]) != row["text"]:
                names.append({**name, "text": bare(row["text"]), "kind": "alias"})
    return {
        "places": places,
        "place_names": unique_names(names),
        "place_parts": parts,
        "identifiers": codes,
    }


def bare(name: str) -> str:
    """A name without the bracket that tells it from its namesakes: "Georgia (US state)"."""
    return re.sub(r"\s*\([^)]*\)$", "", name)


def unique_names(names: Iterable[Row]) -> list[Row]:
    """One row for a text and owner and kind; the name proper stands in the entity's own row."""
    names = list(names)
    owner = next(iter(names[0]))
    proper = {(row[owner], row["text"]) for row in names if row["kind"] == "name"}
    seen: dict[tuple[str, str, str], Row] = {}
    for row in names:
        if row["kind"] in {"name", "alias", "official"} and (row[owner], row["text"]) in proper:
            continue  # the name proper stands in the entity's own row
        seen.setdefault((row[owner], row["text"], row["kind"]), row)
    return list(seen.values())
