"""The rules of the house: imports go down, spaCy stays in its room, files stay short."""

import sys
from functools import cache
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "geopolitics_model"

FLOORS = (
    {"cli", "__main__"},
    {"formats", "display", "corpus"},
    {"parsers"},
    {"language"},
    {"knowledge"},
    {"model"},
    {"errors", "late"},
)
"""From the top; what shares a floor may import each other."""


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph(PACKAGE, include_external_packages=True, cache_dir=None)


def there() -> set[str]:
    """The folders and files of the package."""
    return {module.rpartition(".")[2] for module in graph().find_children(PACKAGE)}


def test_every_folder_has_its_floor() -> None:
    assert there() <= set().union(*FLOORS)


def test_imports_only_go_down() -> None:
    floors = [
        grimp.Layer(*(floor & there()), independent=False) for floor in FLOORS if floor & there()
    ]
    illegal = graph().find_illegal_dependencies_for_layers(floors, containers={PACKAGE})
    found = [
        f"{sorted(route.heads)} import {sorted(route.tails)}"
        for dependency in illegal
        for route in dependency.routes
    ]
    assert found == []


@pytest.mark.parametrize("external", ["spacy", "thinc"])
def test_one_folder_knows_spacy(external: str) -> None:
    if external in graph().modules:
        importers = graph().find_modules_that_directly_import(external)
        assert {module.split(".")[1] for module in importers} <= {"language"}


@pytest.mark.parametrize("external", ["torch", "pickle"])
def test_never_imported(external: str) -> None:
    assert external not in graph().modules


def test_the_model_reads_no_files_and_no_text() -> None:
    modules = {m for m in graph().modules if m.startswith(f"{PACKAGE}.model")}
    imported = set().union(*(graph().find_modules_directly_imported_by(m) for m in modules))
    outside = {module.split(".")[0] for module in imported} - {PACKAGE}
    assert outside - sys.stdlib_module_names == {"attrs", "anyascii"}
    assert outside & {"io", "os", "pathlib", "shutil", "tempfile", "subprocess", "json"} == set()


FILES = sorted(
    path
    for folder in ("src", "tests", "benchmarks", "training", "tools")
    for path in (ROOT / folder).rglob("*.py")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_short(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 400
