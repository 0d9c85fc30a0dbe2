"""Apache Spark, through `DataFrame.mapInArrow`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from geopolitics_model.corpus.batches import batch_schema, parse_batches
from geopolitics_model.extras import imported


def parse(frame: Any, *, keep: Sequence[str] = ()) -> Any:
    """A Spark DataFrame of articles as one of dossiers, lazily; see `gm.corpus.parse_batches`.

    Spark sets the size of a batch (`spark.sql.execution.arrow.maxRecordsPerBatch`); each Python
    worker loads the model once and keeps it, as Spark reuses workers by default.

    Raises:
        InvalidValue: there is no column `text`, or none that is to be kept.
        MissingExtra: pyspark is not installed.
    """
    types = imported("pyspark.sql.pandas.types", "spark")
    given = types.to_arrow_schema(frame.schema)
    made = types.from_arrow_schema(batch_schema(given, keep))
    return frame.mapInArrow(partial(parse_batches, keep=tuple(keep)), made)
