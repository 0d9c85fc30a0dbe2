"""Ray Data, through `Dataset.map_batches`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from geopolitics_model.corpus.arrow import pa
from geopolitics_model.corpus.batches import parse_batches
from geopolitics_model.extras import imported

BATCH = 256
"""Articles of a batch."""


def parse(dataset: Any, *, keep: Sequence[str] = (), batch_size: int = BATCH) -> Any:
    """A Ray dataset of articles as one of dossiers, lazily; see `gm.corpus.parse_batches`.

    Ray's worker processes load the model once each and keep it from task to task.

    Raises:
        MissingExtra: ray is not installed.
    """
    imported("ray.data", "ray")
    return dataset.map_batches(
        partial(_batch, keep=tuple(keep)),
        batch_format="pyarrow",
        batch_size=batch_size,
        zero_copy_batch=True,
    )


def _batch(table: Any, keep: Sequence[str]) -> Any:
    (batch,) = parse_batches([table], keep=keep)
    return pa.Table.from_batches([batch])
