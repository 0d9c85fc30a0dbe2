"""`geopolitics-model screen`."""

import json
from pathlib import Path

from typer.testing import CliRunner

from geopolitics_model.cli import app

POLITICS = "Russia and Ukraine agreed on a ceasefire on Sunday, the ministry in Kyiv said."
OTHER = "Preheat the oven to 200 degrees and mix the flour with butter."


def test_lists_what_passes_with_its_place_and_reasons(tmp_path: Path) -> None:
    rows = [{"words": POLITICS}, {"words": OTHER}, {"words": 5}]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = CliRunner().invoke(app, ["screen", str(path), "--text-column", "words"])
    assert done.exit_code == 1
    (line,) = done.stdout.splitlines()
    sign, score, place, reasons = line.split("\t")
    assert (sign, place) == ("+", f"{path}:1")
    assert float(score) >= 1
    assert "ceasefire" in reasons
    assert f"{path}:3" in done.stderr
    every = CliRunner().invoke(app, ["screen", str(path), "--text-column", "words", "--all"])
    assert [line[0] for line in every.stdout.splitlines()] == ["+", "-"]


def test_tells_of_missing_columns_and_files(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"words": "A."}\n', encoding="utf-8")
    assert CliRunner().invoke(app, ["screen", str(path)]).exit_code == 2
    assert CliRunner().invoke(app, ["screen", str(tmp_path / "none.txt")]).exit_code == 2
