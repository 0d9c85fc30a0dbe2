"""The committed tables: every reference, date, duplicate and source."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import pytest

from geopolitics_model.knowledge import dates
from geopolitics_model.knowledge.base import KnowledgeBase
from geopolitics_model.knowledge.schema import COLUMNS
from geopolitics_model.knowledge.tables import BUILT_IN, DATA
from geopolitics_model.knowledge.validate import problems

FILES = sorted(path for layer in BUILT_IN for path in layer.glob("*.csv"))


def test_references_dates_and_duplicates() -> None:
    assert problems(DATA) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_form(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8")
    assert b"\r" not in data
    rows = list(csv.reader(text.splitlines()))
    assert tuple(rows[0]) == COLUMNS[path.stem]
    assert rows[1:] == sorted(rows[1:])


def test_every_source_is_described() -> None:
    described = set(tomllib.loads((DATA / "sources.toml").read_text(encoding="utf-8")))
    used = set()
    for path in FILES:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                used |= {tag.split(":")[0] for tag in row.get("source", "").split("+") if tag}
    assert used == described


def test_one_head_of_government_at_a_time() -> None:
    """Where the tables know two at once, review must have looked: ties go to the later start."""
    base = KnowledgeBase()
    holders: dict[str, list[tuple[str, str]]] = {}
    for person, office, _, of, start, end, *_ in base.tables.rows("tenures"):
        if office == "head_of_government" and start and end:
            holders.setdefault(of, []).append((start, person))
    doubled = {
        (of, start)
        for of, tenures in holders.items()
        for start, person in tenures
        if any(start == other and person != another for other, another in tenures)
    }
    assert len(doubled) <= 3


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1999-06-12", "1999-06-12", "1999-06-12"),
    ],
)
def test_partial_dates(partial: str, first: str, last: str) -> None:
    assert str(dates.earliest(partial)) == first
    assert str(dates.latest(partial)) == last


@pytest.mark.parametrize("wrong", ["2014-13", "99", "1999-02-30", "June 1999", "2014-1-1"])
def test_no_dates(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        dates.bounds(wrong)


def test_cities_are_sorted_as_the_search_in_them_needs() -> None:
    lines = (DATA / "cities.csv").read_bytes().splitlines()
    assert len(lines) > 30_000
    assert lines == sorted(lines)
