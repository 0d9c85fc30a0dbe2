"""CSV tables: a Data Package by frictionless's own check, and a round trip."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.formats.interchange import tables
from geopolitics_model.formats.interchange.files import dumps
from tests.formats.interchange.sample import dossier
from tests.strategies import dossiers


@given(dossiers())
def test_only_an_empty_optional_text_is_lost(some: gm.Dossier) -> None:
    back = tables.loads(dumps(some, "csv"))
    for section in tables.CLASSES:
        for ours, theirs in zip(some.to_dict()[section], back.to_dict()[section], strict=True):
            for name, value in ours.items():
                assert theirs[name] == value or (value == "" and theirs[name] is None)


def test_a_round_trip() -> None:
    assert tables.loads(dumps(dossier(), "csv")) == dossier()


def test_frictionless_finds_it_valid(tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    with zipfile.ZipFile(io.BytesIO(dumps(dossier(), "csv"))) as files:
        files.extractall(tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    assert report.stats["tasks"] == len(tables.CLASSES)


def test_pandas_reads_a_table() -> None:
    pandas = pytest.importorskip("pandas")
    with zipfile.ZipFile(io.BytesIO(dumps(dossier(), "csv"))) as files:
        frame = pandas.read_csv(files.open("policies.csv"), parse_dates=["effective_earliest"])
    assert list(frame["title"]) == [policy.title for policy in dossier().policies]
    assert frame["effective_earliest"].max() == pandas.Timestamp(2021, 6, 1)


@pytest.mark.parametrize("data", [b"", b"PK", dumps(gm.Dossier(), "geojson")])
def test_what_is_none_is_told(data: bytes) -> None:
    with pytest.raises(gm.errors.FormatError, match="no Data Package"):
        tables.loads(data)
