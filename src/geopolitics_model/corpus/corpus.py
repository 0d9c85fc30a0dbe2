"""`Corpus`: what is known of many articles, on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from geopolitics_model.corpus import tables
from geopolitics_model.corpus.history import History, history
from geopolitics_model.corpus.query import Database
from geopolitics_model.corpus.store import Batch, Store
from geopolitics_model.corpus.tables import Entry
from geopolitics_model.errors import UnknownId, UnknownTable
from geopolitics_model.extras import imported
from geopolitics_model.model import Dossier


class Corpus:
    """The dossiers in a folder that `corpus build` wrote: as objects, as tables, by SQL.

    It shows the folder as it was when it was opened; nothing here writes to it.

    Raises:
        CorpusError: the folder is no corpus.
        MissingExtra: pyarrow is not installed.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self._store = Store.opened(Path(folder))
        self._batches = tuple(self._store.batches())
        self._database = Database(self._files())

    @property
    def folder(self) -> Path:
        """Where it is kept."""
        return self._store.folder

    @property
    def batches(self) -> tuple[Batch, ...]:
        """The records of its batches."""
        return self._batches

    @property
    def counts(self) -> dict[str, int]:
        """The number of rows of each table."""
        return {name: sum(batch.rows[name] for batch in self._batches) for name in tables.TABLES}

    def __len__(self) -> int:
        """The number of dossiers."""
        return sum(batch.dossiers for batch in self._batches)

    def __repr__(self) -> str:
        return f"<Corpus {os.fspath(self.folder)!r}: {len(self)} dossiers>"

    # -- dossiers ----------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Dossier]:
        """The dossiers in the order of the articles, with one batch in memory at a time."""
        return (entry.dossier for entry in self.entries())

    def __getitem__(self, number: int) -> Dossier:
        """The dossier of this number, counted from 0, or from the end if negative.

        Raises:
            IndexError: there are not so many.
        """
        place = number + len(self) if number < 0 else number
        if not 0 <= place < len(self):
            raise IndexError(f"dossier {number} of {len(self)}")
        return next(self.entries([place])).dossier

    def entries(self, numbers: Sequence[int] | None = None) -> Iterator[Entry]:
        """The dossiers with their number, origin and key: all, or those of these numbers.

        Raises:
            CorpusError: a file is missing or broken.
        """
        wanted = None if numbers is None else frozenset(numbers)
        for batch in self._batches:
            here = range(batch.first, batch.first + batch.dossiers)
            if wanted is None:
                yield from tables.from_tables(self._store.read(batch))
            elif some := [number for number in here if number in wanted]:
                yield from tables.from_tables(_filtered(self._store.read(batch), some))

    # -- tables ------------------------------------------------------------------------------

    def to_arrow(self, table: str) -> Any:
        """A table as a `pyarrow.Table`.

        Raises:
            UnknownTable: there is no such table.
        """
        pa = imported("pyarrow", "corpus")
        parts = [self._store.read(batch, [table])[table] for batch in self._with(table)]
        return pa.concat_tables(parts) if parts else tables.table_schema(table).empty_table()

    def to_pandas(self, table: str) -> Any:
        """A table as a `pandas.DataFrame`, with Arrow's types, so that nothing is lost.

        Raises:
            UnknownTable: there is no such table.
            MissingExtra: pandas is not installed.
        """
        pandas = imported("pandas", "notebook")
        return self.to_arrow(table).to_pandas(types_mapper=pandas.ArrowDtype)

    def to_polars(self, table: str) -> Any:
        """A table as a `polars.DataFrame`.

        Raises:
            UnknownTable: there is no such table.
            MissingExtra: polars is not installed.
        """
        return imported("polars", "notebook").from_arrow(self.to_arrow(table))

    def query(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """The answer to a query in SQL, as a `pyarrow.Table`.

        There is a view of every table under its name, and `entities`, `said` and `figures`, which
        join them. Nothing can be written, and no other file be read. `parameters` fill `?` or
        `$name`. All queries share one connection, from any thread; `close` lets it go.

        Raises:
            QueryError: the query is wrong, or does more than read.
            MissingExtra: duckdb is not installed.
        """
        return self._database.answer(sql, parameters)

    # -- across articles -----------------------------------------------------------------------

    def history(self, id: str) -> History:
        """What all articles say of one object, over time; see `gm.corpus.history`.

        Raises:
            UnknownId: no dossier has it.
            MissingExtra: duckdb is not installed.
        """
        found = self.query("SELECT DISTINCT dossier FROM objects WHERE id = ? ORDER BY 1", [id])
        numbers = found["dossier"].to_pylist()
        if not numbers:
            raise UnknownId(f"no object of the id {id!r} in {self.folder}")
        return history(id, (entry.dossier for entry in self.entries(numbers)))

    # -- the connection ------------------------------------------------------------------------

    def close(self) -> None:
        """Let go of the connection that queries share; a `with` block does so at its end.

        A later query opens it again.
        """
        self._database.close()

    def __enter__(self) -> Corpus:
        return self

    def __exit__(self, *problem: object) -> None:
        self.close()

    def _with(self, table: str) -> tuple[Batch, ...]:
        if table not in tables.TABLES:
            raise UnknownTable(
                f"there is no table {table!r:.60}; the tables are {', '.join(tables.TABLES)}"
            )
        return self._batches

    def _files(self) -> dict[str, list[str]]:
        return {
            name: [str(self._store.path(name, batch).resolve()) for batch in self._batches]
            for name in tables.TABLES
        }


def _filtered(whole: dict[str, Any], numbers: Sequence[int]) -> dict[str, Any]:
    """The rows of these dossiers."""
    compute, pa = imported("pyarrow.compute", "corpus"), imported("pyarrow", "corpus")
    wanted = pa.array(numbers, pa.int64())
    return {
        name: table.filter(compute.is_in(table["dossier"], value_set=wanted))
        for name, table in whole.items()
    }
