"""SQL over the files of a corpus, through DuckDB, which may read them and do nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from importlib.resources import files
from threading import Lock
from typing import Any

from geopolitics_model.corpus.tables import table_schema
from geopolitics_model.errors import QueryError
from geopolitics_model.extras import imported

_READING = frozenset({"SELECT", "EXPLAIN"})
"""The types of statement that are allowed. DuckDB's COPY and ATTACH write files, SET unlocks."""


_OF_PARENTS: list[Any] = []
"""Connections that a forked process came by; to free one would wait for threads of the parent."""


class Database:
    """One connection to the files of a corpus, opened with the first query, for all threads.

    Each query runs in a cursor of its own, so that they do not wait for each other. What is
    pickled is where the files are; a forked process opens a connection of its own, as DuckDB's
    threads do not come along.
    """

    def __init__(self, paths: Mapping[str, Sequence[str]]) -> None:
        self._paths = paths
        self._opened: tuple[int, Any] | None = None
        self._lock = Lock()

    def answer(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """The answer to one statement that reads, as a `pyarrow.Table`.

        Raises:
            QueryError: the query is wrong, or does more than read.
            MissingExtra: duckdb is not installed.
        """
        duckdb = imported("duckdb", "corpus")
        try:
            statements = duckdb.extract_statements(sql)
            kinds = [statement.type.name for statement in statements]
            if len(kinds) != 1 or kinds[0] not in _READING:
                raise QueryError(f"one SELECT is allowed here, not {', '.join(kinds) or 'nothing'}")
            with self._cursor() as cursor:
                return cursor.sql(sql, params=parameters).to_arrow_table()
        except duckdb.Error as problem:
            raise QueryError(str(problem)) from None

    def close(self) -> None:
        """Let the connection go; queries that are running end first."""
        with self._lock:
            if self._opened and self._opened[0] == os.getpid():
                self._opened[1].close()
                self._opened = None

    def _cursor(self) -> Any:
        with self._lock:
            if self._opened and self._opened[0] != os.getpid():
                _OF_PARENTS.append(self._opened)
                self._opened = None
            if self._opened is None:
                self._opened = os.getpid(), _connected(self._paths)
            return self._opened[1].cursor()

    def __reduce__(self) -> tuple[Any, ...]:
        return Database, (self._paths,)


def _connected(paths: Mapping[str, Sequence[str]]) -> Any:
    """A DuckDB connection with the views, that can open these files and no others."""
    duckdb = imported("duckdb", "corpus")
    connection = duckdb.connect(":memory:")
    for name, parts in paths.items():
        if parts:
            listed = ", ".join(map(_quoted, parts))
            connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet([{listed}])")
        else:
            connection.from_arrow(table_schema(name).empty_table()).create(name)
    connection.execute(files(__package__).joinpath("views.sql").read_text())
    allowed = ", ".join(_quoted(path) for parts in paths.values() for path in parts)
    connection.execute(f"SET GLOBAL allowed_paths = [{allowed}]")
    for option in ("enable_external_access", "python_enable_replacements"):
        connection.execute(f"SET GLOBAL {option} = false")
    connection.execute("SET GLOBAL lock_configuration = true")
    return connection


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
