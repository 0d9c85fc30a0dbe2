"""Missions, conflicts and resolutions of the Security Council."""

from __future__ import annotations

import re
from pathlib import Path

from ids import Ids, government, identifiers
from places import bare, unique_names
from rows import Row, read

CONFLICT_KINDS = {
    "interstate": "interstate",
    "intrastate": "intrastate",
    "internationalized_intrastate": "internationalised_intrastate",
    # UCDP's colonial wars: a state against a movement outside its own territory. The model's list
    # has no such kind.
    "extrasystemic": "intrastate",
}
HAND_AS_OF = "2026-01"
_ARMED = ("mission:unavem-iii", "mission:unikom")
_WATCHING = re.compile(r"Observ|Monitor|Verification|Supervision")


def _kind(row: Row) -> str:
    """The United Nations list all of theirs as peacekeeping; some say in their name that they watch
    only, which are a kind of their own here. A "Force" of observers stands between the sides; two
    that were to watch were given battalions."""
    name = row["name"]
    watching = _WATCHING.search(name) and "Force" not in name and row["id"] not in _ARMED
    return "observation" if row["kind"] == "peacekeeping" and watching else row["kind"]


def compile_missions(raw: Path, to_id: Ids) -> dict[str, list[Row]]:
    """Tables missions and mission_names."""
    missions = []
    for row in read(raw / "un_missions.csv"):
        missions.append(
            {
                **row,
                "name": bare(row["name"]),
                "kind": _kind(row),
                "leads": row["organisation_id"],
                "places": to_id(row["place_id"]),
                "latitude": row["lat"],
                "longitude": row["lon"],
                "confidence": "sourced",
            }
        )
    for row in read(raw / "missions_hand.csv"):
        missions.append(
            {
                **row,
                "name": bare(row["name"]),
                "leads": to_id(row["lead_organisation"]),
                "places": to_id(row["place_id"]),
                "as_of": HAND_AS_OF,
            }
        )
    names = [
        {
            "mission": row["mission_id"],
            "text": bare(row["text"]),
            "kind": row["kind"],
            "source": row["source"],
        }
        for row in read(raw / "mission_names.csv")
    ]
    return {"missions": missions, "mission_names": unique_names(names)}


def compile_conflicts(raw: Path, to_id: Ids) -> dict[str, list[Row]]:
    """Tables conflicts, conflict_parties and identifiers. A state at war is its government."""
    conflicts, codes = [], []
    for row in read(raw / "conflicts.csv"):
        conflicts.append({**row, "kind": CONFLICT_KINDS[row["type"]]})
        codes += identifiers(
            {**row, "ucdp": row["ucdp_conflict"]}, row["id"], {"ucdp": "ucdp_conflict"}
        )
    parties = []
    for row in read(raw / "conflict_parties.csv"):
        party = to_id(row["party_id"])
        if party.startswith("place:"):
            if row["ucdp_actor"]:
                codes += identifiers(row, government(party), {"ucdp_actor": "ucdp_actor"})
            party = government(party)
        parties.append({**row, "conflict": row["conflict_id"], "party": party})
    return {"conflicts": conflicts, "conflict_parties": parties, "identifiers": codes}


def compile_resolutions(raw: Path) -> dict[str, list[Row]]:
    """Table resolutions; the year in brackets of a symbol is that of the date."""
    rows = read(raw / "unsc_resolutions.csv")
    return {
        "resolutions": [
            {**row, "symbol": re.sub(r"\s*\(\d+\)$", "", row["symbol"])} for row in rows
        ]
    }
