"""The rules of the house: imports go down, the model is pure, files stay short."""

import sys
from pathlib import Path

import grimp
import pytest
from importlinter import cli as import_linter

ROOT = Path(__file__).parents[1]
PACKAGE = "geopolitics_model"


def test_imports_keep_the_contracts(capsys: pytest.CaptureFixture[str]) -> None:
    kept = import_linter.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert kept == import_linter.EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_the_model_reads_no_files_and_no_text() -> None:
    graph = grimp.build_graph(PACKAGE, include_external_packages=True, cache_dir=None)
    modules = {m for m in graph.modules if m.startswith(f"{PACKAGE}.model")}
    imported = set().union(*(graph.find_modules_directly_imported_by(m) for m in modules))
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
