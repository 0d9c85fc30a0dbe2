"""The public face: what the stub promises is there at run time, and costs nothing before."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import geopolitics_model as gm

STUB = Path(gm.__file__).with_suffix(".pyi")
NAMES = sorted(
    alias.asname or alias.name
    for node in ast.parse(STUB.read_text()).body
    if isinstance(node, ast.ImportFrom)
    for alias in node.names
)


def test_stub_and_run_time_have_the_same_names() -> None:
    assert sorted(vars(gm)["__all__"]) == NAMES
    assert set(NAMES) <= set(dir(gm))
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_there_and_documented(name: str) -> None:
    value = getattr(gm, name)
    assert inspect.getdoc(value)
    assert isinstance(value, ModuleType) or value.__name__ == name


def test_there_is_nothing_else() -> None:
    with pytest.raises(AttributeError):
        gm.nonsense  # type: ignore[attr-defined]  # noqa: B018
    assert gm.__version__.count(".") == 2


def loaded_after(statement: str) -> set[str]:
    code = (
        f"import sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))"
    )
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return {module.split(".")[0] for module in run.stdout.split()}


def test_the_import_loads_next_to_nothing() -> None:
    heavy = {"attr", "attrs", "msgspec", "spacy", "numpy", "yaml", "json", "rich"}
    assert loaded_after("import geopolitics_model") & heavy == set()


def test_reading_a_dossier_loads_no_language_model() -> None:
    loaded = loaded_after("import geopolitics_model as gm; gm.dumps(gm.Dossier())")
    assert "msgspec" in loaded
    assert loaded & {"spacy", "numpy", "yaml", "thinc"} == set()
