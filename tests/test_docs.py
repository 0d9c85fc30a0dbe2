"""Every Python block of the README and the site runs, and prints what the page says it prints."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import geopolitics_model as gm
from geopolitics_model import knowledge
from tests.docs_examples import PAGES, ROOT, blocks

DOCS = ROOT / "docs"
FENCE = "```"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_code_runs_and_prints_what_the_page_says(page: Path) -> None:
    ran = blocks(page)
    assert len(ran) == page.read_text().count(f"{FENCE}python")
    for block in ran:
        assert block.printed == block.said, f"{page}:{block.line}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_fence_names_its_language(page: Path) -> None:
    fences = [line for line in page.read_text().splitlines() if line.startswith(FENCE)]
    assert {*fences[::2]} <= {f"{FENCE}{language}" for language in ("python", "console", "text")}
    assert {*fences[1::2]} <= {FENCE}


def test_the_table_of_the_readme_is_what_is_shown() -> None:
    from geopolitics_model.display import render

    readme = (ROOT / "README.md").read_text()
    text = next(line for line in readme.splitlines() if line.startswith("> "))[2:]
    table = readme.partition(f"{FENCE}text\n")[2].partition(FENCE)[0]
    assert table in render(gm.parse(text, published="2022-08-04"))


def test_every_public_name_has_its_place_in_the_reference() -> None:
    described = {
        line.removeprefix("::: geopolitics_model.").strip()
        for page in (DOCS / "reference").glob("*.md")
        for line in page.read_text().splitlines()
        if line.startswith("::: ")
    }
    assert {name for name in dir(gm) if not name.startswith("_")} <= described


def test_the_vocabularies_are_listed_whole() -> None:
    text = (DOCS / "reference" / "vocabularies.md").read_text()
    for section in text.split("::: geopolitics_model.")[1:]:
        name, _, values = section.partition("\n\nValues: ")
        assert values.replace("`", "").split() == [member.value for member in getattr(gm, name)]


def test_the_named_tuples_are_listed_whole() -> None:
    text = (DOCS / "reference" / "knowledge.md").read_text()
    for kind in (knowledge.Match, knowledge.Known, knowledge.TitleMatch):
        fields = ", ".join(f"`{name}: {kind.__annotations__[name]}`" for name in kind._fields)
        fields = fields.replace("ForwardRef('", "").replace("')", "")
        assert f"| `{kind.__name__}` | {fields} |" in text


def test_every_reference_is_to_something_that_is_there() -> None:
    for page in (DOCS / "reference").glob("*.md"):
        for line in page.read_text().splitlines():
            if line.startswith("::: "):
                value: Any = gm
                for name in line.removeprefix("::: geopolitics_model.").strip().split("."):
                    value = getattr(value, name)


def test_the_exit_codes_of_the_page_are_those_of_the_program() -> None:
    from geopolitics_model.cli.app import DONE, NOT_INSTALLED, READER_GONE, SOME_FAILED, USAGE

    text = (DOCS / "reference" / "command-line.md").read_text().partition("## Exit codes")[2]
    rows = [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| ")]
    codes = (DONE, SOME_FAILED, USAGE, NOT_INSTALLED, READER_GONE)
    assert [row for row in rows if row.isdigit()] == [str(code) for code in codes]


def test_the_site_asks_nobody_for_anything() -> None:
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text())
    assert site["theme"]["font"] is False
    assert not {"extra_javascript", "repo_url"} & set(site)
    assert all((DOCS / style).is_file() for style in site["extra_css"])


def test_the_readme_names_the_two_commands() -> None:
    first_screen = (ROOT / "README.md").read_text().splitlines()[:40]
    assert {"make demo", "make test"} <= {line.partition("#")[0].strip() for line in first_screen}
