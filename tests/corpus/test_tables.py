"""Dossiers become rows and come back; the schema follows the classes."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import geopolitics_model as gm
from tests.strategies import dossiers

pa = pytest.importorskip("pyarrow")

from geopolitics_model.corpus import arrow, tables  # noqa: E402


@given(st.lists(dossiers(), max_size=3))
def test_dossiers_come_back_as_they_were(some: list[gm.Dossier]) -> None:
    entries = tables.numbered(some, first=7)
    taken_apart = tables.to_tables(entries)
    assert list(tables.from_tables(taken_apart)) == entries


@given(dossiers())
def test_one_row_a_dossier_comes_back_too(dossier: gm.Dossier) -> None:
    table = pa.Table.from_pylist(arrow.rows([dossier]), schema=arrow.schema())
    (back,) = arrow.objects(gm.Dossier, table.to_pylist())
    assert gm.dumps(back) == gm.dumps(dossier)


@pytest.mark.parametrize("name", tables.CLASSES)
def test_a_column_a_field(name: str) -> None:
    cls = tables.CLASSES[name]
    columns = tables.table_schema(name).names
    own = [field.name for field in attrs.fields(cls) if field.name != "mentions"]
    worked_out = {"articles": ["day"], "times": ["earliest", "latest"]}.get(name, [])
    assert columns == ["dossier", *own, *worked_out]


def test_types_follow_the_annotations() -> None:
    mission = arrow.schema(gm.Mission)
    assert mission.field("status").type == pa.string()
    assert not mission.field("status").nullable
    assert mission.field("mandate").nullable
    assert mission.field("start").type.field("earliest").type == pa.date32()
    strength = mission.field("strengths").type.value_type
    assert strength.field("quantity").type.field("value").type == pa.float64()
    assert strength.field("evidence").type.value_type.field("start").type == pa.int64()


def test_the_days_that_a_time_may_mean_can_be_queried() -> None:
    when = gm.When(text="August", kind=gm.TimeKind.DATE, value="2022-08")
    (row,) = arrow.rows([when])
    assert (row["earliest"], row["latest"]) == (dt.date(2022, 8, 1), dt.date(2022, 8, 31))


def test_a_missing_column_is_named() -> None:
    (row,) = arrow.rows([gm.Identifier(scheme="iso2", value="XK")])
    del row["value"]
    with pytest.raises(gm.errors.FormatError, match="'value' for Identifier"):
        arrow.objects(gm.Identifier, [row])


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(gm.errors.UnknownTable, match="the tables are dossiers, articles"):
        tables.table_schema("sentences")


def test_types_are_told_by_their_classes() -> None:
    told = {field.name: arrow.type_name(field.type) for field in arrow.schema(gm.Mission)}
    assert told["strengths"] == "list<Strength>"
    assert told["mandate"] == "Mandate"
    assert told["leads"] == "list<string>"
    assert arrow.type_name(pa.date32()) == "date32[day]"


def test_nothing_inside_a_column_is_declared_as_never_null() -> None:
    """Spark cannot read it back."""
    waiting = [field.type for field in arrow.schema()]
    while waiting:
        kind = waiting.pop()
        inside = [kind.field(i) for i in range(kind.num_fields)]
        assert all(field.nullable for field in inside)
        waiting += [field.type for field in inside]
