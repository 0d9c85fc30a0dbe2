"""SQL over the files of a corpus, through DuckDB, which may read them and do nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from geopolitics_model.corpus.tables import table_schema
from geopolitics_model.errors import QueryError
from geopolitics_model.extras import imported

_READING = frozenset({"SELECT", "EXPLAIN"})
"""The types of statement that are allowed. DuckDB's COPY and ATTACH write files, SET unlocks."""


def answer(
    paths: Mapping[str, Sequence[str]], sql: str, parameters: Sequence[Any] | dict[str, Any] = ()
) -> Any:
    """The answer to a query, as a `pyarrow.Table`.

    Args:
        paths: the Parquet files of each table.
        sql: one statement that reads.
        parameters: what fills its `?` or `$name`.

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
        with connected(paths) as connection:
            return connection.sql(sql, params=parameters).to_arrow_table()
    except duckdb.Error as problem:
        raise QueryError(str(problem)) from None


def connected(paths: Mapping[str, Sequence[str]]) -> Any:
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
    connection.execute(f"SET allowed_paths = [{allowed}]")
    for option in ("enable_external_access", "python_enable_replacements"):
        connection.execute(f"SET {option} = false")
    connection.execute("SET lock_configuration = true")
    return connection


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
