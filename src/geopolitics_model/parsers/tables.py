"""The lexicons of a parser: CSV tables beside its code, read once."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(package: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/<name>.csv` of a package, each a dict by column.

    Every lexicon has a column `example`: a sentence in which the row is used, which a test parses.
    """
    table = files(package).joinpath("data").joinpath(f"{name}.csv")
    return tuple(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
