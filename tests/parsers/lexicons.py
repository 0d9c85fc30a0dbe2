"""The tables of a parser and what is read from the example sentences in them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from geopolitics_model.model import Dossier
from geopolitics_model.parsers.conflicts import learned as of_conflicts
from geopolitics_model.parsers.missions import learned as of_missions
from geopolitics_model.parsers.pipeline import parse_many
from geopolitics_model.parsers.policies import learned as of_policies
from geopolitics_model.parsers.tables import rows

Row = tuple[str, dict[str, str]]
"""The name of a table, and one of its rows by column."""


def rows_of(package: str, tables: Iterable[str]) -> list[Row]:
    """All rows of the tables of a parser."""
    return [(table, row) for table in tables for row in rows(package, table)]


def examples_read(found: Iterable[Row]) -> dict[str, Dossier]:
    """What is read from each example sentence; all are read in one go."""
    examples = list(dict.fromkeys(row["example"] for _, row in found))
    with tables_alone():
        return dict(zip(examples, parse_many(examples), strict=True))


@contextmanager
def tables_alone() -> Iterator[None]:
    """What the rules and tables read by themselves: the trigger model neither doubts nor adds."""
    with pytest.MonkeyPatch.context() as patch:
        for learned in (of_conflicts, of_missions, of_policies):
            patch.setattr(learned, "DOUBTED", -math.inf)
            patch.setattr(learned, "SURE", math.inf)
        patch.setattr(of_conflicts, "MARCH", -math.inf)
        patch.setattr(of_missions, "ANCHORED", -math.inf)
        yield
