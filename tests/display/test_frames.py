"""Tables: every class, every field, references by name and by id, types that hold when empty."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

import geopolitics_model as gm
from geopolitics_model.display import frames
from geopolitics_model.display.columns import columns
from geopolitics_model.errors import UnknownTable
from geopolitics_model.model import SECTIONS
from tests.display.article import ARTICLE, DOSSIER, TEXT
from tests.strategies import dossiers

pandas = pytest.importorskip("pandas")
polars = pytest.importorskip("polars")


def row(table: str, number: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = DOSSIER.to_polars(table).row(number, named=True)
    return found


def test_the_tables_have_names() -> None:
    assert {"statements", "entities", "mentions", "roles", "articles", "times"} <= {
        *frames.tables()
    }
    with pytest.raises(UnknownTable, match=r"no table 'speeches'; there are: persons, places"):
        DOSSIER.to_pandas("speeches")


def test_references_are_names_and_ids() -> None:
    told = row("statements")
    assert told["speakers"] == ["Ann Lee"]
    assert told["speakers_id"] == ["person:ann-lee"]
    government = row("organisations", 1)
    assert (government["place"], government["place_id"]) == ("Ruritania", "place:ruritania")


def test_times_keep_their_precision_and_have_real_dates() -> None:
    war = row("conflicts")
    assert (war["end"], war["end_text"], war["end_bound"]) == ("2003-05", "May 2003", None)
    assert (war["end_earliest"], war["end_latest"]) == (dt.date(2003, 5, 1), dt.date(2003, 5, 31))
    assert row("missions")["start_bound"] == "since"


@pytest.mark.parametrize("table", frames.tables())
def test_offsets_are_those_of_the_article(table: str) -> None:
    for found in DOSSIER.to_polars(table).iter_rows(named=True):
        for name in [name for name in found if f"{name}_start" in found and "_evidence" in name]:
            spans = zip(found[f"{name}_start"], found[f"{name}_end"], strict=True)
            assert [TEXT[start:end] for start, end in spans] == found[name]
        if found.get("start_char") is not None:
            assert found["article"] == ARTICLE.id
            assert found["published"] == ARTICLE.published
            assert 0 <= found["start_char"] < found["end_char"] <= len(TEXT)


def test_mentions_stand_in_the_text() -> None:
    for found in DOSSIER.to_polars("mentions").iter_rows(named=True):
        assert TEXT[found["start_char"] : found["end_char"]] == found["span"]
        assert DOSSIER[found["of_id"]].name == found["of"]


def test_what_objects_hold_several_of_has_a_row_each() -> None:
    assert row("missions")["strengths"] == 1
    strength = row("strengths")
    assert strength["of_id"] == "mission:bridge"
    assert (strength["quantity_value"], strength["quantity_unit"]) == (300.0, "soldiers")
    assert [found["members"] for found in (row("parties", 0), row("parties", 1))] == [
        ["Ruritania"],
        ["Zenda"],
    ]
    assert DOSSIER.to_pandas("entities")["class"].to_list() == [
        *("Organisation", "Organisation", "Person", "Person", "Place", "Place", "Place"),
    ]


@pytest.mark.parametrize("cls", SECTIONS.values())
def test_every_field_has_its_columns(cls: type) -> None:
    names = [column.name for column in columns(cls)]
    assert len(names) == len({*names})
    for field in attrs.fields(cls):
        assert any(name == field.name or name.startswith(f"{field.name}_") for name in names)


@given(dossiers())
@settings(max_examples=5)
def test_both_libraries_get_the_same_of_any_dossier(dossier: gm.Dossier) -> None:
    for table in frames.tables():
        ours, theirs = dossier.to_pandas(table), dossier.to_polars(table)
        assert [*ours.columns] == theirs.columns
        assert len(ours) == theirs.height
        empty = gm.Dossier()
        assert (empty.to_pandas(table).dtypes == ours.dtypes).all()
        assert empty.to_polars(table).schema == theirs.schema


def test_a_filtered_collection_is_a_table_too() -> None:
    warned = DOSSIER.statements.where(act="warn").to_pandas()
    assert warned.speakers.to_list() == [("Bo Žak",)]
    exploded = DOSSIER.statements.to_pandas().explode("speakers")
    assert exploded.groupby("speakers").size().to_dict() == {"Ann Lee": 1, "Bo Žak": 1}
    assert DOSSIER.persons.to_polars()["name"].to_list() == ["Ann Lee", "Bo Žak"]
