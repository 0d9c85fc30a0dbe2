"""Intergovernmental organisations, alliances, forums, armed groups, and who belongs to them."""

from __future__ import annotations

from pathlib import Path

from ids import Ids, identifiers
from places import bare, unique_names
from rows import Row, read

KINDS = {
    "intergovernmental": "intergovernmental",
    "un_body": "intergovernmental",
    "un_agency": "intergovernmental",
    "bank": "intergovernmental",
    "eu_body": "intergovernmental",
    "au_body": "intergovernmental",
    "ecowas_body": "intergovernmental",
    "osce_body": "intergovernmental",
    "nato_body": "intergovernmental",
    "council_of_europe_body": "intergovernmental",
    "ngo": "civil_society",
    "court": "court",
    "alliance": "alliance",
    "coalition": "alliance",
    "forum": "bloc",
    "regime": "bloc",
    "trade_agreement": "bloc",
    "armed_group": "armed_group",
}
PARENTS = {
    "un_body": "organisation:un",
    "un_agency": "organisation:un",
    "eu_body": "organisation:eu",
    "au_body": "organisation:au",
    "ecowas_body": "organisation:ecowas",
    "osce_body": "organisation:osce",
    "nato_body": "organisation:nato",
    "council_of_europe_body": "organisation:council-of-europe",
}
#: Statuses that say something about a state; correspondents and national committees are no states.
STATUSES = {
    "member",
    "observer",
    "associate_member",
    "nonregional_member",
    "partner",
    "candidate",
    "dialogue_partner",
    "suspended",
    "elected_member",
    "signatory",
    "permanent_member",
    "participating",
    "potential_candidate",
}


def compile_organisations(raw: Path, to_id: Ids) -> dict[str, list[Row]]:
    """Tables organisations, organisation_names, memberships and identifiers."""
    organisations, names, codes = [], [], []
    for row in read(raw / "organisations.csv"):
        organisations.append(
            {
                **row,
                "name": bare(row["name"]),
                "kind": KINDS[row["kind"]],
                "parent": PARENTS.get(row["kind"], ""),
            }
        )
        codes += identifiers(row, row["id"], {"wikidata": "wikidata"})
    for row in read(raw / "armed_groups.csv"):
        group = to_id(row["id"])
        if to_id.merged(row["id"]):
            alias = {"organisation": group, "text": row["name"], "kind": "alias"}
            names.append({**alias, "source": row["source"]})
        else:
            organisations.append(
                {
                    "id": group,
                    "name": row["name"],
                    "acronym": row["acronym"],
                    "kind": KINDS[row["kind"]],
                    "place": row["place_id"],
                    "source": row["source"],
                }
            )
        codes += identifiers(row, group, {"ucdp_actor": "ucdp_actor"})
    for file, column in (
        ("organisation_names.csv", "organisation_id"),
        ("armed_group_names.csv", "group_id"),
    ):
        for row in read(raw / file):
            owner = to_id(row[column])
            kind = "alias" if row["kind"] == "name" and to_id.merged(row[column]) else row["kind"]
            name = {"organisation": owner, "text": bare(row["text"]), "kind": kind}
            names.append({**name, "source": row["source"]})
    memberships = [
        {**row, "organisation": row["organisation_id"], "place": row["place_id"]}
        for row in read(raw / "memberships.csv")
        if row["status"] in STATUSES
    ]
    return {
        "organisations": organisations,
        "organisation_names": unique_names(names),
        "memberships": memberships,
        "identifiers": codes,
    }
