"""The passages that the trigger model is trained on are annotated as their README says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import geopolitics_model as gm
from geopolitics_model.parsers.triggers import OUTPUTS

FOLDER = Path(__file__).parents[3] / "training" / "passages"
FILES = sorted(FOLDER.glob("*.yaml"))


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_phrase_stands_in_its_passage(path: Path) -> None:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert len({row["name"] for row in rows}) == len(rows)
    for row in rows:
        for section in ("policies", "missions", "conflicts"):
            for fact in row.get(section) or []:
                assert all(phrase in row["text"] for phrase in listed(fact["evidence"]))
                assert str(fact["word"]) in listed(fact["evidence"])[0]
                for field in ("kind", "status"):
                    given = str(fact.get(field) or "?").split("|")
                    assert set(given) <= {*OUTPUTS[f"{section}.{field}"], "?"}


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_no_parser_fails_and_no_reference_dangles(path: Path) -> None:
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    for row, dossier in zip(rows, gm.parse_many([row["text"] for row in rows]), strict=True):
        assert not [(row["name"], d.code, d.message) for d in dossier.diagnostics]
