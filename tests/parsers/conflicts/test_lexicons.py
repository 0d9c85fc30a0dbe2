"""Every row of the lexicons of conflicts is used in its example."""

from __future__ import annotations

import pytest

from geopolitics_model.model import CasualtyKind, ConflictKind, Dossier
from tests.parsers.lexicons import examples_read, rows_of

TABLES = (
    "nouns",
    "verbs",
    "civilians",
    "casualties",
    "people",
    "not_force",
    "enemies",
    "reckon",
    "moves",
    "forces",
)
ROWS = rows_of("geopolitics_model.parsers.conflicts", TABLES)


@pytest.fixture(scope="module")
def dossiers() -> dict[str, Dossier]:
    return examples_read(ROWS)


@pytest.mark.parametrize(("table", "row"), ROWS, ids=str)
def test_row(table: str, row: dict[str, str], dossiers: dict[str, Dossier]) -> None:
    conflicts = dossiers[row["example"]].conflicts
    said = " ".join(m.span.text for conflict in conflicts for m in conflict.mentions).lower()
    tolls = [(c.kind, c.quantity.value) for conflict in conflicts for c in conflict.casualties]
    if table == "nouns":
        assert row["noun"][:5] in said
    elif table == "verbs":
        assert row["verb"].split()[0][:4] in said
    elif table == "civilians":
        assert [c.kind for c in conflicts] == [ConflictKind.ONE_SIDED]
    elif table == "casualties":
        assert tolls == [(row["kind"], 300)]
    elif table == "people":
        assert tolls == [(CasualtyKind.KILLED, 300)]
    elif table == "reckon":
        assert any(
            300 in (c.quantity.value, c.quantity.low) for d in conflicts for c in d.casualties
        )
    elif table == "strained":
        assert [c.kind for c in conflicts] == [ConflictKind.DISPUTE]
    elif table == "assailants":
        assert [c.kind for c in conflicts] == [ConflictKind.ONE_SIDED]
    elif table == "moves":
        assert len(conflicts) == 1
        assert len(conflicts[0].mentions) == 2
    elif table == "forces":
        parties = {i for p in conflicts[0].parties for i in p.members}
        assert {c for c in ("iran", "iraq") for i in parties if c in i} == {"iran", "iraq"}
    elif table == "not_force":
        assert not conflicts
    else:
        assert conflicts
