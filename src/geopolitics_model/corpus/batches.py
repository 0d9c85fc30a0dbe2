"""Articles to dossiers on Arrow record batches: what every cluster engine can call.

A batch has a row an article; the batch that comes out has a row a dossier, in the same order, with
a column for each of its sections (see `gm.corpus.schema`). It depends on nothing but the row, so
an engine may cut and shuffle the articles as it likes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from geopolitics_model.corpus import arrow
from geopolitics_model.corpus.arrow import pa
from geopolitics_model.corpus.records import ARTICLE_KEYS
from geopolitics_model.corpus.streaming import parse_many
from geopolitics_model.errors import InvalidValue
from geopolitics_model.model import Dossier
from geopolitics_model.parsers.pipeline import PARSERS, Parser


def parse_batches(
    batches: Iterable[Any], *, keep: Sequence[str] = (), parsers: Sequence[Parser] = PARSERS
) -> Iterator[Any]:
    """Read the articles of Arrow record batches; a batch of dossiers for each.

    Args:
        batches: `pyarrow.RecordBatch`es or tables with a column `text`, and if they like
            `title`, `published` (a date, a timestamp with a time zone, or ISO 8601), `source` and
            `url`. Other columns are left alone.
        keep: columns to hand on, as they are, before those of the dossier: your own ids.
        parsers: as for `gm.parse`.

    Returns:
        An iterator of batches of `batch_schema(...)`. An article that cannot be read has a row
        with a diagnostic.

    Raises:
        InvalidValue: a batch has no column `text`, or none that is to be kept.
        MissingExtra: pyarrow is not installed.
    """
    for batch in batches:
        schema = batch_schema(batch.schema, keep)
        dossiers = list(parse_many(_articles(batch), parsers=parsers))
        rows = pa.RecordBatch.from_pylist(arrow.rows(dossiers), schema=arrow.schema())
        kept = [_array(batch.column(batch.schema.get_field_index(name))) for name in keep]
        yield pa.RecordBatch.from_arrays([*kept, *rows.columns], schema=schema)


def batch_schema(given: Any, keep: Sequence[str] = ()) -> Any:
    """The schema of what `parse_batches` makes of batches of the schema `given`.

    Raises:
        InvalidValue: there is no column `text`, or none that is to be kept; or one that is to be
            kept has the name of a section of a dossier.
    """
    dossier = arrow.schema()
    for name in ("text", *keep):
        if name not in given.names:
            raise InvalidValue(f"no column {name!r}; there are {', '.join(given.names)}")
        if name in dossier.names:
            raise InvalidValue(f"keep: {name!r} is the name of a column of the dossier")
    return pa.schema([*(given.field(name) for name in keep), *dossier])


def to_dossiers(batch: Any) -> list[Dossier]:
    """The dossiers of a batch or a table that `parse_batches` made.

    Raises:
        FormatError: a column is missing, or a row is no dossier.
    """
    return arrow.objects(Dossier, batch.to_pylist())


def _articles(batch: Any) -> Iterator[dict[str, Any]]:
    names = [name for name in ARTICLE_KEYS if name in batch.schema.names]
    for row in batch.select(names).to_pylist():
        yield {name: _known(value) for name, value in row.items()}


def _known(value: Any) -> Any:
    """A moment without a time zone is one in UTC: that is how the engines store moments."""
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        return value.replace(tzinfo=dt.UTC)
    return value


def _array(column: Any) -> Any:
    """The column of a table or of a batch as one array."""
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column
