"""The suffix names the format; every dossier can be written in each, to the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

import geopolitics_model as gm
from geopolitics_model.formats.interchange import FORMATS, format_of
from geopolitics_model.formats.interchange.files import dumps
from tests.formats.interchange.sample import dossier
from tests.strategies import dossiers

NEEDS = {"ftm": "followthemoney", "graphml": "networkx", "gexf": "networkx"}


@pytest.mark.parametrize("to", FORMATS)
def test_a_file_holds_what_dumps_gives(to: str, tmp_path: Path) -> None:
    pytest.importorskip(NEEDS.get(to, "json"))
    path = tmp_path / f"out{FORMATS[to][1]}"
    gm.export(dossier(), path)
    assert format_of(path) == to
    assert path.read_bytes() == dumps(dossier(), to)
    gm.export(dossier(), tmp_path / "other.name", to=to)
    assert (tmp_path / "other.name").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("to", FORMATS)
@settings(max_examples=15)
@given(some=dossiers())
def test_any_dossier_can_be_written(to: str, some: gm.Dossier) -> None:
    pytest.importorskip(NEEDS.get(to, "json"))
    assert dumps(some, to) == dumps(some, to)


def test_what_is_no_format_is_told(tmp_path: Path) -> None:
    with pytest.raises(gm.errors.UnknownFormat, match=r"\.ftm\.json, \.jsonld"):
        gm.export(dossier(), tmp_path / "out.xlsx")
    with pytest.raises(gm.errors.UnknownFormat, match="no format is called 'xlsx'"):
        gm.export(dossier(), tmp_path / "out", to="xlsx")
    with pytest.raises(gm.errors.InvalidValue, match="expected a dossier"):
        gm.export("text", tmp_path / "out.csv.zip")  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())
