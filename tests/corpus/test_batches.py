"""Record batches of articles in, record batches of dossiers out."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import geopolitics_model as gm
from geopolitics_model import corpus
from tests.corpus.articles import articles

pa = pytest.importorskip("pyarrow")


def batch(number: int, **more: list[Any]) -> Any:
    some = articles(number)
    columns = {name: [getattr(a, name) for a in some] for name in ("text", "title", "published")}
    return pa.RecordBatch.from_pydict(columns | {"number": [*range(number)]} | more)


def expected(number: int) -> list[gm.Dossier]:
    return [
        gm.parse(article.text, title=article.title, published=article.published)
        for article in articles(number)
    ]


def test_a_row_a_dossier() -> None:
    (made,) = corpus.parse_batches([batch(7)], keep=["number"])
    assert made["number"].to_pylist() == [*range(7)]
    assert made.schema == corpus.batch_schema(batch(7).schema, ["number"])
    assert made.schema.names == ["number", *corpus.schema().names]
    assert corpus.to_dossiers(made) == expected(7)


def test_batches_are_cut_as_they_come() -> None:
    whole = batch(7)
    parts = [whole.slice(0, 2), pa.Table.from_batches([whole.slice(2, 3)]), whole.slice(5)]
    made = list(corpus.parse_batches(parts))
    assert [part.num_rows for part in made] == [2, 3, 2]
    (at_once,) = corpus.parse_batches([whole])
    assert pa.Table.from_batches(made).combine_chunks() == pa.Table.from_batches([at_once])


def test_an_empty_batch_stays_one() -> None:
    (made,) = corpus.parse_batches([batch(0)], keep=["number"])
    assert made.num_rows == 0
    assert made.schema == corpus.batch_schema(batch(0).schema, ["number"])


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2022-08-04", dt.date(2022, 8, 4)),
        (dt.date(2022, 8, 4), dt.date(2022, 8, 4)),
        (dt.datetime(2022, 8, 4, 23), dt.date(2022, 8, 4)),
        (dt.datetime(2022, 8, 4, 23, tzinfo=dt.UTC), dt.date(2022, 8, 4)),
        (None, None),
    ],
)
def test_moments_of_every_type(published: Any, day: dt.date | None) -> None:
    (made,) = corpus.parse_batches([batch(1, published=[published])])
    (dossier,) = corpus.to_dossiers(made)
    assert dossier.articles[0].day == day
    assert not dossier.diagnostics


def test_what_cannot_be_read_keeps_its_row() -> None:
    (made,) = corpus.parse_batches([batch(3, text=["One.", None, "Three."])])
    assert [len(d.articles) for d in corpus.to_dossiers(made)] == [1, 0, 1]
    assert corpus.to_dossiers(made)[1].diagnostics[0].code == "unreadable-record"


@pytest.mark.parametrize(
    ("keep", "message"), [(["id"], "no column 'id'; there are text"), (["places"], "no column")]
)
def test_columns_that_are_not_there(keep: list[str], message: str) -> None:
    with pytest.raises(gm.errors.InvalidValue, match=message):
        list(corpus.parse_batches([batch(1)], keep=keep))


def test_a_column_of_the_name_of_a_section_cannot_be_kept() -> None:
    with pytest.raises(gm.errors.InvalidValue, match="name of a column of the dossier"):
        list(corpus.parse_batches([batch(1, places=["x"])], keep=["places"]))
    with pytest.raises(gm.errors.InvalidValue, match="no column 'text'"):
        list(corpus.parse_batches([batch(1).drop_columns(["text"])]))
