"""Dask, through `DataFrame.map_partitions`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from geopolitics_model.corpus.arrow import pa
from geopolitics_model.corpus.batches import batch_schema, parse_batches
from geopolitics_model.extras import imported


def parse(frame: Any, *, keep: Sequence[str] = ()) -> Any:
    """A Dask DataFrame of articles as one of dossiers, lazily; see `gm.corpus.parse_batches`.

    A partition is a batch. The columns have Arrow's types, as in `pandas.ArrowDtype`, so that
    nothing is lost; `pyarrow.Table.from_pandas` takes them back.

    Raises:
        InvalidValue: there is no column `text`, or none that is to be kept.
        MissingExtra: dask or pandas is not installed.
    """
    imported("dask.dataframe", "dask")
    given = pa.Schema.from_pandas(frame._meta, preserve_index=False)
    made = batch_schema(given, keep)
    return frame.map_partitions(
        partial(_partition, keep=tuple(keep)), meta=_frame(made.empty_table())
    )


def _partition(frame: Any, keep: Sequence[str]) -> Any:
    table = pa.Table.from_pandas(frame, preserve_index=False)
    (batch,) = parse_batches([table], keep=keep)
    return _frame(pa.Table.from_batches([batch]))


def _frame(table: Any) -> Any:
    return table.to_pandas(types_mapper=imported("pandas", "dask").ArrowDtype)
