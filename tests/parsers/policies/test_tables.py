"""Every row of every table is used in its example."""

from __future__ import annotations

import pytest

from geopolitics_model.model import Policy
from geopolitics_model.parsers import tables
from geopolitics_model.parsers.policies import lexicon
from tests.parsers.lexicons import tables_alone

from .reader import each


def fits(table: str, row: dict[str, str], policies: list[Policy]) -> bool:
    """Whether an example is read as its row says."""
    if table in ("grounds", "wishes"):
        return not policies
    if table in ("instruments", "frames", "topics"):
        return any(policy.kind == row["kind"] for policy in policies)
    if table == "acts":
        return any(policy.status == row["status"] for policy in policies)
    if table == "nominals":
        kinds = [p for p in policies if not row["kind"] or p.kind == row["kind"]]
        return any(policy.status == row["status"] for policy in kinds)
    return bool(policies)


@pytest.mark.parametrize("table", lexicon.TABLES)
def test_examples_are_read_as_their_rows_say(table: str) -> None:
    rows = tables.rows("geopolitics_model.parsers.policies", table)
    with tables_alone():
        read = each(row["example"] for row in rows)
    wrong = [r["example"] for r, found in zip(rows, read, strict=True) if not fits(table, r, found)]
    assert not wrong


@pytest.mark.parametrize("table", lexicon.TABLES)
def test_no_row_stands_twice(table: str) -> None:
    rows = tables.rows("geopolitics_model.parsers.policies", table)
    keys = [tuple(value for name, value in row.items() if name != "example") for row in rows]
    assert len(keys) == len(set(keys))
