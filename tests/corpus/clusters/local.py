"""What the engines are given, and what must come back from them: the bytes of a local run."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from geopolitics_model import corpus
from tests.corpus.articles import articles

pa = pytest.importorskip("pyarrow")

NUMBER = 14


@cache
def rows() -> Any:
    """A table of articles, each with a number."""
    return pa.Table.from_pylist(
        [
            {
                "number": number,
                "text": article.text,
                "title": article.title,
                "published": str(article.published),
                "source": article.source,
            }
            for number, article in enumerate(articles(NUMBER))
        ]
    )


@cache
def expected() -> bytes:
    """Their dossiers, read in this process, as a stream of Arrow."""
    return streamed(pa.Table.from_batches(corpus.parse_batches([rows()], keep=["number"])))


def streamed(table: Any) -> bytes:
    """The values of the table, its rows in order, as the bytes of an Arrow stream.

    Made anew from the values: an engine may keep a map of nulls where there are none.
    """
    schema = corpus.batch_schema(rows().schema, ["number"])
    ordered = pa.Table.from_pylist(table.sort_by("number").to_pylist(), schema=schema)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema) as stream:
        stream.write_table(ordered)
    data: bytes = sink.getvalue().to_pybytes()
    return data
