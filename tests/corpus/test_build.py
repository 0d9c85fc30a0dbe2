"""A corpus on disk: built, resumed, refused."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import geopolitics_model as gm
from geopolitics_model import corpus
from tests.corpus.articles import articles, contents, copy_of_a_corpus

pytest.importorskip("pyarrow")


def test_it_holds_what_a_parse_gives(tmp_path: Path) -> None:
    some = articles(20)
    built = gm.Corpus(copy_of_a_corpus(tmp_path))
    assert len(built) == 20
    assert list(built) == list(gm.parse_many(some))
    assert built[-1] == gm.parse(some[-1])
    assert [batch.dossiers for batch in built.batches] == [8, 8, 4]
    with pytest.raises(IndexError):
        built[20]


def test_what_cannot_be_read_keeps_its_place(tmp_path: Path) -> None:
    built = corpus.build(["One.", {"words": "no text"}, "Two."], tmp_path / "corpus")
    first, second, third = built
    assert (first.articles[0].text, third.articles[0].text) == ("One.", "Two.")
    assert not second.articles
    assert second.diagnostics[0].code == "unreadable-record"


class Stopped(Exception):
    pass


def broken_off(number: int) -> Iterator[gm.Article]:
    yield from itertools.islice(articles(20), number)
    raise Stopped


@pytest.mark.parametrize("number", [0, 7, 8, 13, 16, 20])
def test_a_run_that_was_broken_off_goes_on(tmp_path: Path, number: int) -> None:
    folder = tmp_path / "resumed"
    with pytest.raises(Stopped):
        corpus.build(broken_off(number), folder, batch_size=8)
    assert len(gm.Corpus(folder)) <= number
    corpus.build(articles(20), folder)
    assert contents(folder) == contents(copy_of_a_corpus(tmp_path))


def test_more_articles_go_behind_those_that_are_there(tmp_path: Path) -> None:
    folder = copy_of_a_corpus(tmp_path)
    grown = corpus.build(articles(23), folder)
    assert list(grown) == list(gm.parse_many(articles(23)))


def test_nothing_is_read_twice(tmp_path: Path) -> None:
    folder = copy_of_a_corpus(tmp_path)
    before = contents(folder)

    def never(reading: object) -> list[object]:
        raise AssertionError(reading)

    corpus.build(articles(20), folder, parsers=[never])
    assert contents(folder) == before


@pytest.mark.parametrize("change", ["other", "fewer"])
def test_other_articles_are_refused(tmp_path: Path, change: str) -> None:
    folder = copy_of_a_corpus(tmp_path)
    some = articles(20)
    some = some[:12] if change == "fewer" else [*some[:12], *some[13:], some[12]]
    with pytest.raises(gm.errors.CorpusError, match="between the 9th and the 16th"):
        corpus.build(some, folder)


def test_drafts_of_a_dead_run_go(tmp_path: Path) -> None:
    folder = copy_of_a_corpus(tmp_path)
    (folder / "statements" / ".0123456789abcdef.tmp").write_bytes(b"half")
    (folder / "statements" / "000003.parquet").write_bytes(b"no record of it")
    corpus.build(articles(20), folder)
    assert not list(folder.glob("**/*.tmp"))
    assert len(gm.Corpus(folder).to_arrow("dossiers")) == 20


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(gm.errors.CorpusError, match=r"it has letter\.txt"):
        corpus.build(articles(1), tmp_path)
    with pytest.raises(gm.errors.CorpusError, match="is no corpus"):
        gm.Corpus(tmp_path)


def test_two_cannot_write_at_once(tmp_path: Path) -> None:
    def reentrant() -> Iterator[gm.Article]:
        with pytest.raises(gm.errors.CorpusError, match="another process"):
            corpus.build(articles(1), tmp_path / "corpus")
        yield from articles(1)

    assert len(corpus.build(reentrant(), tmp_path / "corpus")) == 1


def test_a_broken_corpus_says_where(tmp_path: Path) -> None:
    folder = copy_of_a_corpus(tmp_path)
    opened = gm.Corpus(folder)
    (folder / "persons" / "000001.parquet").write_bytes(b"PAR1")
    with pytest.raises(gm.errors.CorpusError, match=r"persons.000001\.parquet"):
        list(opened)
    record = folder / "_batches" / "000001.json"
    record.write_text(json.dumps(json.loads(record.read_text()) | {"first": 9}))
    with pytest.raises(gm.errors.CorpusError, match="expected batch 1 from dossier 8"):
        gm.Corpus(folder)
    record.unlink()
    with pytest.raises(gm.errors.CorpusError, match="expected batch 1"):
        gm.Corpus(folder)


def test_the_size_of_a_batch_is_checked(tmp_path: Path) -> None:
    with pytest.raises(gm.errors.InvalidValue, match="batch_size"):
        corpus.build([], tmp_path / "corpus", batch_size=0)
