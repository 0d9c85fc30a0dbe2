"""What must hold between the rows of the committed tables, whatever their source."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import defaultdict
from itertools import pairwise
from math import cos, radians

import pytest

from geopolitics_model.knowledge import dates
from geopolitics_model.knowledge.schema import COLUMNS
from geopolitics_model.knowledge.tables import BUILT_IN, DATA, Tables

Row = dict[str, str]

SCHEMES = {
    "wikidata": r"Q[1-9]\d*",
    "iso2": r"[A-Z]{2}",
    "iso3": r"[A-Z]{3}",
    "cow": r"\d{1,3}",
    "gw": r"\d{1,3}",
    "ucdp_actor": r"\d+",
    "ucdp_conflict": r"\d+",
}
#: A state and its successor that the data sets give one code.
SUCCESSORS = [
    {"yugoslavia", "serbia-and-montenegro", "serbia"},
    {"soviet-union", "russia"},
    {"zaire", "democratic-republic-of-the-congo"},
    {"north-yemen", "yemen"},
]
#: Offices that one person holds at a time.
SOLE = {"head_of_organisation", "commander", "head_of_government", "head_of_state"}
#: A handover may take that long: in the sources two are in office from oath to departure.
HANDOVER = dt.timedelta(days=31)
#: The Union counts the members of the Communities before it as its own.
OLDER_THAN_THEIR_NAME = {"organisation:eu"}
#: Resolutions that came after a mission had begun and are its mandate since.
MANDATED_LATER = {"mission:eunavfor-med-sophia", "mission:unmogip"}


@pytest.fixture(scope="module")
def tables() -> dict[str, list[Row]]:
    merged = Tables(BUILT_IN)
    return {
        table: [dict(zip(columns, row, strict=True)) for row in merged.rows(table)]
        for table, columns in COLUMNS.items()
    }


def review(name: str) -> list[Row]:
    path = DATA.parents[3] / "tools" / "knowledge" / "review" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_id(rows: list[Row]) -> dict[str, Row]:
    return {row["id"]: row for row in rows}


def test_identifiers_are_well_formed_and_mean_one_thing(tables: dict[str, list[Row]]) -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    values: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in tables["identifiers"]:
        assert re.fullmatch(SCHEMES[row["scheme"]], row["value"]), row
        owners[row["scheme"], row["value"]].add(row["id"])
        values[row["id"], row["scheme"]].add(row["value"])
    for (scheme, value), ids in owners.items():
        if len(ids) > 1:
            states = {re.sub(r".*:(government-of-)?", "", id) for id in ids}
            assert scheme in {"cow", "gw", "ucdp_actor"}, (scheme, value, ids)
            assert any(states <= line for line in SUCCESSORS), (scheme, value, ids)
    several = {key for key, found in values.items() if len(found) > 1}
    assert {scheme for _, scheme in several} <= {"ucdp_actor"}, several


def test_identifiers_of_persons_by_hand_are_of_merged_rows(tables: dict[str, list[Row]]) -> None:
    """A person by hand must not take the identifier of a namesake in the compiled tables."""
    merged = {row["into"] for row in review("merged")}
    by_hand = {row[0] for row in Tables((DATA / "hand",)).rows("persons")}
    identified = {row["id"] for row in tables["identifiers"] if row["scheme"] == "wikidata"}
    assert by_hand & identified <= merged


def test_capitals_lie_at_home(tables: dict[str, list[Row]]) -> None:
    places = by_id([*tables["places"], *tables["cities"]])
    for row in tables["places"]:
        if row["capital"] and not row["end"]:
            country = places[row["capital"]]["country"]
            home = country in {"", row["id"], row["country"]}
            assert home, f"{row['id']}: {row['capital']} lies in {country}"


def test_points_lie_near_towns_of_their_country(tables: dict[str, list[Row]]) -> None:
    """Swapped or mistyped coordinates put a country or a mission among another's towns."""
    towns: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in tables["cities"]:
        towns[city["country"]].append((float(city["latitude"]), float(city["longitude"])))
    for row in (*tables["places"], *tables["missions"]):
        country = row.get("places") or (row["id"] if row["id"] in towns else row.get("country", ""))
        if not row["latitude"] or country not in towns or row.get("kind") == "territory":
            continue
        north, east = float(row["latitude"]), float(row["longitude"])
        nearest = min(
            abs(north - lat) + abs((east - lon + 180) % 360 - 180) * cos(radians(lat))
            for lat, lon in towns[country]
        )
        assert nearest < 12, f"{row['id']} is {nearest:.0f} degrees from any town of {country}"


def test_missions_follow_from_their_mandates(tables: dict[str, list[Row]]) -> None:
    adopted = {row["symbol"]: row["date"] for row in tables["resolutions"]}
    for row in tables["missions"]:
        for symbol in filter(None, row["mandate"].split(";")):
            day = dates.earliest(adopted[symbol])
            assert day is not None
            last = dates.latest(row["end"] if row["id"] in MANDATED_LATER else row["start"])
            assert last is None or day <= last, f"{row['id']} began before {symbol} of {day}"


def test_memberships_lie_within_the_life_of_body_and_member(tables: dict[str, list[Row]]) -> None:
    bodies, places = by_id(tables["organisations"]), by_id(tables["places"])
    for row in tables["memberships"]:
        first, last = dates.latest(row["start"]), dates.earliest(row["end"])
        for life in (bodies.get(row["organisation"], {}), places[row["place"]]):
            born, died = dates.earliest(life.get("start", "")), dates.latest(life.get("end", ""))
            if first and born and row["organisation"] not in OLDER_THAN_THEIR_NAME:
                assert first >= born, row
            assert died is None or (last is not None and last <= died), row


def test_one_holder_at_a_time(tables: dict[str, list[Row]]) -> None:
    """Of organisations none at all; of states the sources know acting and rival holders."""
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in tables["tenures"]:
        if row["office"] in SOLE and row["start"]:
            held[row["office"], row["of"]].append(row)
    doubled = []
    for (_, of), rows in held.items():
        for early, late in pairwise(sorted(rows, key=lambda row: row["start"])):
            end = dates.earliest(early["end"] or early["end_max"] or early["as_of"])
            start = dates.latest(late["start"])
            if end and start and end - start > HANDOVER and early["person"] != late["person"]:
                doubled.append((of, early["person"], late["person"]))
    assert not [found for found in doubled if not found[0].startswith("place:")]
    assert len(doubled) <= 14, doubled


def test_chains_of_parents_end(tables: dict[str, list[Row]]) -> None:
    bodies = by_id(tables["organisations"])
    for id in bodies:
        above, seen = id, set()
        while above in bodies and bodies[above]["parent"]:
            assert above not in seen, id
            seen.add(above)
            above = bodies[above]["parent"]


def test_hardly_a_row_waits_for_a_second_source(tables: dict[str, list[Row]]) -> None:
    waiting = [
        row
        for name in ("tenures", "missions")
        for row in tables[name]
        if row["confidence"] == "check"
    ]
    assert len(waiting) <= 1, waiting


@pytest.mark.parametrize("name", ["confirmed", "confirmed_hand"])
def test_what_review_confirmed_names_the_page(name: str) -> None:
    rows = review(name)
    assert len(rows) > 130
    assert all(row["seen"] and row["source"] for row in rows)


def test_what_review_confirmed_of_the_rows_by_hand_names_its_source(
    tables: dict[str, list[Row]],
) -> None:
    for reviewed in review("confirmed_hand"):
        cells = dict(cell.split("=", 1) for cell in reviewed["cells"].split(";"))
        rows = [row for row in tables[reviewed["table"]] if cells.items() <= row.items()]
        assert [row["source"] for row in rows] == [f"hand+{reviewed['source']}"], reviewed


@pytest.mark.parametrize(
    "name",
    "organisations persons places place_parts tenures missions memberships conflicts"
    " conflict_parties".split(),
)
def test_no_row_is_from_memory_alone(tables: dict[str, list[Row]], name: str) -> None:
    assert not [row for row in tables[name] if row["source"] == "hand"]


@pytest.mark.parametrize("name", ["mission_names", "organisation_names", "place_names"])
def test_a_compiled_name_from_memory_alone_is_a_part_of_the_full_name(
    tables: dict[str, list[Row]], name: str
) -> None:
    owner = COLUMNS[name][0]
    full = {row["id"]: row["name"] for row in tables[f"{owner}s"]}
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        typed = [row for row in csv.DictReader(file) if row["source"] == "hand"]

    def plain(text: str) -> str:
        return re.sub(r"[^a-z0-9 ]", "", text.lower())

    assert not [row for row in typed if plain(row["text"]) not in plain(full[row[owner]])]
