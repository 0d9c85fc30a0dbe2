"""`geopolitics-model report`: texts and saved dossiers as one page."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import geopolitics_model as gm
from geopolitics_model.cli import app
from tests.display.html.world import TEXT, dossier

RUN = CliRunner()


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "saved.jsonl.gz"
    gm.write(dossier(), path)
    return path


def test_texts_and_saved_dossiers_become_one_page(tmp_path: Path, saved: Path) -> None:
    text, page = tmp_path / "article.txt", tmp_path / "page.html"
    text.write_text("NATO agreed to support Iraq on Monday.")
    arguments = [*map(str, (text, saved)), "-o", str(page), "--published", "2022-08-04"]
    done = RUN.invoke(app, ["report", *arguments, "--title", "Both", "--no-pictures"])
    assert (done.exit_code, done.output) == (0, "")
    html = page.read_text(encoding="utf-8")
    assert "<h1>Both</h1>" in html
    assert html.index("NATO agreed") < html.index("Border talks")
    assert "2022-08-01" in html


def test_without_a_file_to_write_it_goes_to_standard_output(saved: Path) -> None:
    done = RUN.invoke(app, ["report", str(saved), "--no-pictures"])
    assert done.exit_code == 0
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert TEXT.splitlines()[0] in done.stdout


def test_what_cannot_be_read_is_reported_and_the_rest_is_there(saved: Path, tmp_path: Path) -> None:
    article = tmp_path / "article.json"
    gm.write(gm.Article(text="No dossier."), article)
    done = RUN.invoke(app, ["report", str(article), str(saved), "no-such.txt", "--no-pictures"])
    assert done.exit_code == 1
    assert "holds a Article, not a dossier" in done.stderr
    assert "no-such.txt" in done.stderr
    assert "Border talks" in done.stdout
