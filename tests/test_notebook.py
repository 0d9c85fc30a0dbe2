"""The notebook of the site runs from top to bottom, and shows what it promises."""

from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("altair")
pytest.importorskip("pandas")

PATH = Path(__file__).parents[1] / "docs" / "notebook.ipynb"


def html(cell: Any) -> str:
    return "".join(output.get("data", {}).get("text/html", "") for output in cell.outputs)


def test_the_notebook_runs_and_shows_pictures() -> None:
    notebook = nbformat.read(PATH, as_version=4)
    nbformat.validate(notebook)
    client = nbclient.NotebookClient(notebook, resources={"metadata": {"path": str(PATH.parent)}})
    client.execute()
    code = {cell.source: cell for cell in notebook.cells if cell.cell_type == "code"}
    for source in ("dossier.timeline()", "dossier.network()", "dossier.map()"):
        assert "<svg" in html(code[source])
    assert "Stoltenberg" in html(code["dossier"])
    assert notebook.cells[-1].outputs[0].text == "True\n"


def test_the_notebook_is_kept_without_its_outputs() -> None:
    for cell in nbformat.read(PATH, as_version=4).cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
