"""Dask with two worker processes on this machine gives the bytes of the local run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import geopolitics_model as gm

pa = pytest.importorskip("pyarrow")
pd = pytest.importorskip("pandas")
dd = pytest.importorskip("dask.dataframe")
distributed = pytest.importorskip("distributed")

from geopolitics_model.corpus.clusters import dask as cluster  # noqa: E402
from tests.corpus.clusters import local  # noqa: E402


@pytest.fixture(scope="module")
def client() -> Iterator[Any]:
    with distributed.Client(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as client:
        yield client


def frame() -> Any:
    return dd.from_pandas(local.rows().to_pandas(types_mapper=pd.ArrowDtype), npartitions=4)


def test_dask_gives_what_a_local_run_gives(client: Any) -> None:
    made = cluster.parse(frame(), keep=["number"]).compute()
    assert local.streamed(pa.Table.from_pandas(made, preserve_index=False)) == local.expected()
    assert len(client.scheduler_info()["workers"]) == 2


def test_columns_are_known_before_anything_is_read() -> None:
    columns = ["number", *gm.corpus.schema().names]
    assert list(cluster.parse(frame(), keep=["number"]).columns) == columns
    with pytest.raises(gm.errors.InvalidValue, match="no column 'id'"):
        cluster.parse(frame(), keep=["id"])
