"""Every row of the lexicons of missions is used in its example."""

from __future__ import annotations

import pytest

from geopolitics_model.model import Dossier
from tests.parsers.lexicons import examples_read, rows_of

TABLES = ("nouns", "kinds", "verbs", "troops", "status")
ROWS = rows_of("geopolitics_model.parsers.missions", TABLES)


@pytest.fixture(scope="module")
def dossiers() -> dict[str, Dossier]:
    return examples_read(ROWS)


@pytest.mark.parametrize(("table", "row"), ROWS, ids=str)
def test_row(table: str, row: dict[str, str], dossiers: dict[str, Dossier]) -> None:
    missions = dossiers[row["example"]].missions
    said = " ".join(m.span.text for mission in missions for m in mission.mentions).lower()
    if table == "nouns":
        assert row["noun"] in said
    elif table == "kinds":
        assert [m.kind for m in missions] == [row["kind"]]
    elif table == "status":
        assert [m.status for m in missions] == [row["status"]]
    else:
        assert len(missions) == 1
