"""Spark with two workers on this machine gives the bytes of the local run."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest

import geopolitics_model as gm

pytest.importorskip("pyarrow")
sql = pytest.importorskip("pyspark.sql")

from geopolitics_model.corpus.clusters import spark as cluster  # noqa: E402
from tests.corpus.clusters import local  # noqa: E402


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    if not shutil.which("java"):
        pytest.skip("Spark needs Java")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = sql.SparkSession.builder.master("local[2]")
        session = (
            builder.config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "3")
            .getOrCreate()
        )
        yield session
        session.stop()


def test_spark_gives_what_a_local_run_gives(session: Any) -> None:
    frame = session.createDataFrame(local.rows()).repartition(2)
    made = cluster.parse(frame, keep=["number"])
    assert local.streamed(made.toArrow()) == local.expected()


def test_a_column_that_is_not_there(session: Any) -> None:
    frame = session.createDataFrame(local.rows())
    with pytest.raises(gm.errors.InvalidValue, match="no column 'id'"):
        cluster.parse(frame, keep=["id"])
