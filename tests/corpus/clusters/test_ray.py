"""Ray with two worker processes on this machine gives the bytes of the local run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
ray = pytest.importorskip("ray")
data = pytest.importorskip("ray.data")

from geopolitics_model.corpus.clusters import ray as cluster  # noqa: E402
from tests.corpus.clusters import local  # noqa: E402


@pytest.fixture(scope="module", autouse=True)
def _cluster() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, configure_logging=False)
    yield
    ray.shutdown()


def test_ray_gives_what_a_local_run_gives() -> None:
    dataset = data.from_arrow(local.rows()).repartition(4)
    made: Any = cluster.parse(dataset, keep=["number"], batch_size=3)
    table = pa.concat_tables(ray.get(made.to_arrow_refs()))
    assert local.streamed(table) == local.expected()
