"""`geopolitics-model corpus`, as it is called."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import geopolitics_model as gm
from geopolitics_model import cli

pytest.importorskip("pyarrow")
pytest.importorskip("duckdb")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.app, ["corpus", *map(str, arguments)])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("home")
    rows = [
        {"id": "a", "body": "NATO said KFOR has 4,500 soldiers.", "day": "2022-08-04"},
        {"id": "b", "body": None, "day": None},
        {"id": "c", "body": "Serbia said KFOR has 3,800 soldiers.", "day": "2022-08-05"},
    ]
    source = home / "news.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    columns = ("--text-column", "body", "--published-column", "day", "--id-column", "id")
    built = run("build", source, "-o", home / "corpus", *columns)
    assert built.exit_code == 0
    assert "1 could not be read" in built.stderr
    assert built.stdout.splitlines()[0].split() == ["articles", "2"]
    return home / "corpus"


def test_what_was_built(folder: Path) -> None:
    corpus = gm.Corpus(folder)
    assert [entry.key for entry in corpus.entries()] == ["a", "b", "c"]
    assert str(corpus[0].articles[0].published) == "2022-08-04"
    assert run("info", folder).stdout.splitlines()[0].split() == ["articles", "2"]


def test_an_answer_in_each_format(folder: Path) -> None:
    sql = "SELECT value, day, source FROM figures ORDER BY value"
    assert list(csv.reader(run("query", sql, folder).stdout.splitlines())) == [
        ["value", "day", "source"],
        ["3800.0", "2022-08-05", ""],
        ["4500.0", "2022-08-04", ""],
    ]
    lines = run("query", sql, folder, "--format", "jsonl").stdout.splitlines()
    assert json.loads(lines[0]) == {"value": 3800.0, "day": "2022-08-05", "source": None}
    table = run("query", sql, folder, "--format", "table").stdout.splitlines()
    assert [line.split() for line in table][:2] == [
        ["value", "day", "source"],
        ["3800.0", "2022-08-05"],
    ]


def test_nested_values_are_json_in_csv(folder: Path) -> None:
    rows = csv.reader(run("query", "SELECT speakers FROM statements", folder).stdout.splitlines())
    assert json.loads(list(rows)[1][0]) == ["organisation:nato"]


def test_a_query_may_only_read(folder: Path, tmp_path: Path) -> None:
    result = run("query", f"COPY statements TO '{tmp_path / 'out'}'", folder)
    assert result.exit_code == 1
    assert "one SELECT is allowed here, not COPY" in result.stderr
    assert not list(tmp_path.iterdir())


def test_what_is_not_there(tmp_path: Path) -> None:
    assert "is no corpus" in run("info", tmp_path).stderr
    missing = run("build", tmp_path / "news.csv", "-o", tmp_path / "corpus")
    assert missing.exit_code == 1
    assert "news.csv" in missing.stderr
    assert not (tmp_path / "corpus").exists()
