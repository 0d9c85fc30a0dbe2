"""From the ids of the raw tables to the ids of the library."""

from __future__ import annotations

from pathlib import Path

from rows import REVIEW, Row, read


class Ids:
    """Maps raw ids: groups are organisations, regions are places (one place for one area).

    Where review found that two rows name one organisation, both get one id.
    """

    def __init__(self, raw: Path) -> None:
        self._same = {
            row["id"]: row["same_as_place"]
            for row in read(raw / "regions.csv")
            if row["same_as_place"]
        }
        self._merged = {row["id"]: row["into"] for row in read(REVIEW / "merged.csv")}

    def __call__(self, raw_id: str) -> str:
        """Our id for a raw one."""
        if raw_id in self._same:
            return self._same[raw_id]
        prefix, _, rest = raw_id.partition(":")
        ours = {"group": "organisation", "region": "place"}.get(prefix, prefix)
        id_ = f"{ours}:{rest}" if rest else ""
        return self._merged.get(id_, id_)

    def merged(self, raw_id: str) -> bool:
        """Whether a row counts as another one's."""
        return raw_id.replace("group:", "organisation:") in self._merged

    def several(self, cell: str) -> str:
        """The same for a cell with a list."""
        return ";".join(dict.fromkeys(self(part) for part in cell.split(";") if part))


def government(place: str) -> str:
    """The id of the government of a country."""
    return "organisation:government-of-" + place.removeprefix("place:")


def identifiers(row: Row, owner: str, schemes: dict[str, str]) -> list[Row]:
    """One row for each filled column of ``schemes`` (column -> scheme)."""
    return [
        {"id": owner, "scheme": scheme, "value": row[column], "source": row["source"]}
        for column, scheme in schemes.items()
        if row.get(column)
    ]
