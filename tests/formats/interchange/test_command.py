"""`geopolitics-model export`, as it is called."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from geopolitics_model import cli
from geopolitics_model.cli.export import Target
from geopolitics_model.formats.interchange import FORMATS, dumps
from tests.formats.interchange.sample import dossier


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, ["export", *map(str, arguments)])


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    dossier().write(tmp_path / "dossier.json")
    return tmp_path / "dossier.json"


def test_every_format_can_be_named() -> None:
    assert [*Target] == [*FORMATS]


def test_the_suffix_or_the_option_names_the_format(saved: Path, tmp_path: Path) -> None:
    assert run(saved, "-o", tmp_path / "out.geojson").exit_code == 0
    assert run(saved, "--to", "geojson", "-o", tmp_path / "out.json").exit_code == 0
    expected = dumps(dossier(), "geojson")
    assert (tmp_path / "out.geojson").read_bytes() == expected
    assert (tmp_path / "out.json").read_bytes() == expected


def test_standard_output(saved: Path) -> None:
    printed = json.loads(run(saved, saved, "--to", "jsonld").stdout)
    assert printed == json.loads(dumps(dossier(), "jsonld"))


@pytest.mark.parametrize("arguments", [(), ("-o", "out.xlsx"), ("--to", "xlsx"), ("--to", "csv")])
def test_wrong_usage(saved: Path, arguments: tuple[str, ...]) -> None:
    assert run(saved, *arguments).exit_code == 2


def test_a_file_that_is_no_dossier(saved: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{}")
    result = run(saved, broken, "-o", tmp_path / "out.geojson")
    assert result.exit_code == 1
    assert "broken.json" in result.stderr
    assert (tmp_path / "out.geojson").exists()
