"""A corpus as tables and by SQL, and one object across its articles."""

from __future__ import annotations

import datetime as dt
import os
import pickle
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import geopolitics_model as gm
from geopolitics_model import corpus
from geopolitics_model.corpus import tables
from tests.corpus.articles import articles, contents, copy_of_a_corpus

pytest.importorskip("pyarrow")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> gm.Corpus:
    return gm.Corpus(copy_of_a_corpus(tmp_path_factory.mktemp("corpus")))


def test_tables_hold_a_row_for_each_object(built: gm.Corpus) -> None:
    counts = built.counts
    assert counts["statements"] == sum(len(dossier.statements) for dossier in built) > 10
    for name in tables.TABLES:
        table = built.to_arrow(name)
        assert table.num_rows == counts[name]
        assert table.schema.remove_metadata() == tables.table_schema(name)


def test_pandas_and_polars_have_the_same_rows(built: gm.Corpus) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    for name in tables.TABLES:
        rows = built.to_arrow(name).to_pylist()
        assert built.to_polars(name).to_dicts() == rows
        assert len(built.to_pandas(name)) == len(rows)
    assert list(built.to_pandas("articles")["title"]) == [f"Article {i}" for i in range(20)]


def test_an_unknown_table_is_refused(built: gm.Corpus) -> None:
    with pytest.raises(gm.errors.UnknownTable, match="'sentences'"):
        built.to_pandas("sentences")


def test_other_tools_can_open_a_table_as_a_folder(built: gm.Corpus) -> None:
    dataset = pytest.importorskip("pyarrow.dataset")
    opened = dataset.dataset(built.folder / "statements", format="parquet")
    assert opened.to_table().to_pylist() == built.to_arrow("statements").to_pylist()


class TestQuery:
    @pytest.fixture(autouse=True)
    def _needs_duckdb(self) -> None:
        pytest.importorskip("duckdb")

    @pytest.mark.parametrize("name", tables.TABLES)
    def test_every_table_is_a_view(self, built: gm.Corpus, name: str) -> None:
        assert built.query(f"SELECT * FROM {name}").to_pylist() == built.to_arrow(name).to_pylist()

    def test_parameters(self, built: gm.Corpus) -> None:
        sql = "SELECT count(*) AS n FROM said WHERE speaker = $who AND day >= $since"
        given = {"who": "organisation:nato", "since": dt.date(2022, 8, 5)}
        assert built.query(sql, given)["n"].to_pylist() == [2]

    @pytest.mark.parametrize("sql", ["DESCRIBE said", "SHOW TABLES", "EXPLAIN SELECT * FROM said"])
    def test_one_may_look_around(self, built: gm.Corpus, sql: str) -> None:
        assert built.query(sql).num_rows > 0

    def test_who_said_what(self, built: gm.Corpus) -> None:
        said = built.query("SELECT * FROM said").to_pylist()
        expected = [
            (statement.id, speaker, dossier.articles[0].id)
            for dossier in built
            for statement in dossier.statements
            for speaker in statement.speakers
        ]
        assert [(row["statement"], row["speaker"], row["article"]) for row in said] == expected

    def test_figures_stand_side_by_side(self, built: gm.Corpus) -> None:
        sql = (
            "SELECT DISTINCT value, source FROM figures WHERE object = 'mission:kfor' ORDER BY ALL"
        )
        rows = built.query(sql).to_pylist()
        assert {row["value"] for row in rows} == {3800.0, 4500.0}
        assert {row["source"] for row in rows} == {"Agency 0", "Agency 1", "Agency 2"}
        killed = built.query("SELECT value, qualifier FROM figures WHERE kind = 'killed'")
        assert {(r["value"], r["qualifier"]) for r in killed.to_pylist()} >= {(30.0, "at_least")}

    def test_entities_are_counted_once(self, built: gm.Corpus) -> None:
        rows = built.query("SELECT * FROM entities WHERE id = 'mission:kfor'").to_pylist()
        there = [dossier for dossier in built if "mission:kfor" in dossier]
        assert len(rows) == 1
        assert rows[0]["articles"] == len(there) == 6
        assert rows[0]["mentions"] == sum(len(d["mission:kfor"].mentions) for d in there)
        assert (rows[0]["first"], rows[0]["last"]) == (dt.date(2022, 8, 1), dt.date(2022, 8, 16))

    @pytest.mark.parametrize(
        "sql",
        [
            "COPY statements TO '{out}'",
            "COPY statements TO '{part}'",
            "COPY (SELECT 1) TO '{out}' (FORMAT parquet)",
            "EXPORT DATABASE '{out}'",
            "ATTACH '{out}' AS other",
            "CREATE TABLE mine AS SELECT 1",
            "CREATE OR REPLACE VIEW statements AS SELECT 1",
            "DROP VIEW statements",
            "INSERT INTO statements SELECT * FROM statements",
            "SET enable_external_access = true",
            "SET lock_configuration = false",
            "PRAGMA enable_external_access",
            "INSTALL httpfs",
            "LOAD json",
            "SELECT 1; COPY statements TO '{out}'",
            "SELECT * FROM read_text('{secret}')",
            "SELECT * FROM read_csv('{secret}')",
            "SELECT * FROM '{secret}'",
            "SELECT * FROM glob('{secret}')",
            "SELECT * FROM read_parquet('{other}')",
            "SELECT * FROM query('COPY (SELECT 1) TO ''{out}''')",
            "SELECT * FROM query_table('{secret}')",
            "EXPLAIN ANALYZE COPY statements TO '{out}'",
            "WITH x AS (INSERT INTO statements SELECT * FROM statements RETURNING 1) FROM x",
            "SELECT nonsense FROM statements",
            "SELECT built",
            "SELEC 1",
            "",
        ],
    )
    def test_nothing_is_written_and_nothing_else_read(
        self, built: gm.Corpus, tmp_path: Path, sql: str
    ) -> None:
        secret, other = tmp_path / "secret.csv", tmp_path / "other.parquet"
        secret.write_text("a\n1\n")
        other.write_bytes((built.folder / "statements" / "000000.parquet").read_bytes())
        before, around = contents(built.folder), contents(tmp_path)
        part = built.folder / "statements" / "000000.parquet"
        filled = sql.format(out=tmp_path / "out", part=part, secret=secret, other=other)
        with pytest.raises(gm.errors.QueryError):
            built.query(filled)
        assert contents(built.folder) == before
        assert contents(tmp_path) == around

    def test_queries_share_a_connection_over_threads(self, tmp_path: Path) -> None:
        opened = gm.Corpus(copy_of_a_corpus(tmp_path))
        sql = "SELECT count(*) AS n FROM mentions WHERE dossier % 4 = ?"
        alone = [opened.query(sql, [i % 4])["n"].to_pylist() for i in range(40)]
        connection = opened._database._opened
        with ThreadPoolExecutor(8) as threads:
            found = threads.map(lambda i: opened.query(sql, [i % 4])["n"].to_pylist(), range(40))
            assert list(found) == alone
        assert opened._database._opened is connection is not None

    def test_the_connection_is_let_go_and_opened_again(self, tmp_path: Path) -> None:
        with gm.Corpus(copy_of_a_corpus(tmp_path)) as opened:
            count = opened.query("SELECT count(*) AS n FROM said")
            assert opened._database._opened
            connection = opened._database._opened[1]
        duckdb = pytest.importorskip("duckdb")
        with pytest.raises(duckdb.ConnectionException):
            connection.execute("SELECT 1")
        opened.close()
        assert opened.query("SELECT count(*) AS n FROM said") == count

    def test_a_corpus_goes_to_another_process(self, built: gm.Corpus) -> None:
        sql = "SELECT count(*) AS n FROM said"
        expected = built.query(sql)
        assert pickle.loads(pickle.dumps(built)).query(sql) == expected

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
    def test_a_forked_process_has_a_connection_of_its_own(self, built: gm.Corpus) -> None:
        expected = built.query("SELECT count(*) AS n FROM said")["n"].to_pylist()
        read_end, write_end = os.pipe()
        child = os.fork()
        if not child:
            signal.alarm(60)  # rather than to hang
            found = built.query("SELECT count(*) AS n FROM said")["n"].to_pylist()
            os.write(write_end, repr(found).encode())
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        assert os.read(read_end, 100).decode() == repr(expected)
        os.close(read_end)
        os.close(write_end)

    def test_an_empty_corpus_has_its_views(self, tmp_path: Path) -> None:
        empty = corpus.build([], tmp_path / "it's empty")
        assert len(empty) == 0
        for name in (*tables.TABLES, "objects", "entities", "said", "figures"):
            assert empty.query(f"SELECT * FROM {name}").num_rows == 0

    def test_a_quote_in_the_name_of_the_folder(self, tmp_path: Path) -> None:
        odd = corpus.build(articles(1), tmp_path / "it's odd")
        assert odd.query("FROM articles").num_rows == 1


class TestHistory:
    @pytest.fixture(autouse=True)
    def _needs_duckdb(self) -> None:
        pytest.importorskip("duckdb")

    def test_statements_of_one_speaker_in_time(self, built: gm.Corpus) -> None:
        history = built.history("organisation:nato")
        days = [said.day for said in history.statements]
        assert days == [dt.date(2022, 8, 2), dt.date(2022, 8, 9), dt.date(2022, 8, 16)]
        assert all("4,500" in said.statement.content for said in history.statements)

    def test_contradicting_figures_keep_their_sources(self, built: gm.Corpus) -> None:
        history = built.history("mission:kfor")
        assert history.object.id == "mission:kfor"
        assert {figure.quantity.value for figure in history.figures} == {3800, 4500}
        by_speaker = {figure.claimed_by: figure.quantity.value for figure in history.figures}
        assert by_speaker[("organisation:nato",)] == 4500
        for figure in history.figures:
            assert figure.article is not None
            assert figure.evidence[0].text in figure.article.text

    def test_the_same_without_files(self, built: gm.Corpus) -> None:
        assert corpus.history("place:kosovo", built) == built.history("place:kosovo")

    def test_who_is_in_no_article(self, built: gm.Corpus) -> None:
        with pytest.raises(gm.errors.UnknownId):
            built.history("person:nobody")
        with pytest.raises(gm.errors.UnknownId):
            corpus.history("person:nobody", [])
