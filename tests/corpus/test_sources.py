"""What people have: texts, pages and tables, packed, half broken, or made to do harm."""

import csv
import datetime as dt
import gzip
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.corpus import read_articles
from geopolitics_model.corpus.sources import packed
from geopolitics_model.corpus.sources.columns import moment

TEXT = "The ministers met in Oslo.\n\nThey agreed on a plan."
ROWS = [
    {"id": "a", "content": TEXT, "date": "2024-03-05", "headline": "A plan", "link": "http://x/1"},
    {"id": "b", "content": "Zürich said “no”.", "date": "2024-03-06", "headline": "", "link": ""},
]


def write_jsonl(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def write_csv(path: Path, rows: list[dict[str, Any]], separator: str = ",") -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=separator)
        writer.writeheader()
        writer.writerows(rows)


def write_parquet(path: Path, rows: list[dict[str, Any]]) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.Table.from_pylist(rows), path)


WRITERS: dict[str, Callable[[Path, list[dict[str, Any]]], None]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "tsv": lambda path, rows: write_csv(path, rows, "\t"),
    "parquet": write_parquet,
}


@pytest.mark.parametrize("suffix", WRITERS)
def test_tables_of_usual_columns(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"news.{suffix}"
    WRITERS[suffix](path, ROWS)
    first, second = read_articles(path)
    assert first.article == gm.Article(
        text=TEXT,
        title="A plan",
        published=dt.date(2024, 3, 5),
        url="http://x/1",
        language="en",
    )
    assert (first.key, second.key) == ("a", "b")
    assert second.article is not None
    assert (second.article.text, second.article.title) == ("Zürich said “no”.", None)
    assert first.origin is not None
    assert first.origin.startswith(f"{path}:")


@pytest.mark.parametrize("suffix", WRITERS)
def test_columns_are_named_and_missing_ones_are_told(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"news.{suffix}"
    WRITERS[suffix](path, [{"words": "A text.", "day": "2024-03-05"}])
    (record,) = read_articles(path, text_column="words", published_column="day")
    assert record.article is not None
    assert record.article.published == dt.date(2024, 3, 5)
    named: dict[str, str]
    for named in ({}, {"text_column": "word"}, {"text_column": "words", "title_column": "top"}):
        with pytest.raises(gm.errors.MissingColumn, match="'words', 'day'"):
            list(read_articles(path, **named))


def test_a_bad_line_names_its_place_and_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    lines = ['{"text": "One."}', "{broken", "[1]", '{"text": ""}', '{"x": 1}', '{"text": "Two."}']
    path.write_text("\n".join(lines), encoding="utf-8")
    with path.open("ab") as file:
        file.write(b'\n{"text": "caf\xe9"}\n' + b"[" * 100_000)
    records = list(read_articles(path))
    assert [r.article.text for r in records if r.article] == ["One.", "Two."]
    bad = [r for r in records if not r.article]
    assert [r.origin for r in bad] == [f"{path}:{line}" for line in (2, 3, 4, 5, 7, 8)]
    assert all(r.diagnostics[0].message.startswith(f"{r.origin}: ") for r in bad)


def test_csv_rows_of_another_length_and_encoding(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes(b'text,date\n"One,\ntwo.",2024-03-05\nonly\nCaf\xe9.,2024-03-06\n')
    good, short, replaced = read_articles(path)
    assert good.article is not None
    assert good.article.text == "One,\ntwo."
    assert short.article is None
    assert short.diagnostics[0].message == f"{path}:4: 1 cells under 2 columns"
    assert replaced.article is not None
    assert replaced.article.text == "Caf\ufffd."
    assert replaced.diagnostics[0].code == "undecodable-bytes"
    (*_, right) = read_articles(path, encoding="latin-1")
    assert right.article is not None
    assert right.article.text == "Café."


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("2024-03-05", dt.date(2024, 3, 5)),
        ("2024-03-05T10:00:00", dt.date(2024, 3, 5)),
        ("2024-03-05 10:00:00+00:00", dt.datetime(2024, 3, 5, 10, tzinfo=dt.UTC)),
        ("Tue, 05 Mar 2024 10:00:00 +0000", dt.datetime(2024, 3, 5, 10, tzinfo=dt.UTC)),
        (dt.datetime(2024, 3, 5, 10), dt.date(2024, 3, 5)),
        (dt.date(2024, 3, 5), dt.date(2024, 3, 5)),
        ("03/05/2024", None),
        ("soon", None),
        (1709632800, None),
    ],
)
def test_dates(value: object, read: object) -> None:
    assert moment(value) == read


def test_a_date_that_is_none_is_told_and_no_other_is_put_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    write_jsonl(path, [{"text": "A.", "date": "soon"}, {"text": "B."}])
    told, given_one = read_articles(path, published="2020-01-01", source="wire")
    assert told.article is not None
    assert told.article.published is None
    assert told.diagnostics[0].code == "unreadable-date"
    assert given_one.article is not None
    assert given_one.article.published == dt.date(2020, 1, 1)
    assert given_one.article.source == "wire"


PAGE = """<html><head><title>Plan - The Paper</title>
<meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Ministers agree</h1>
<p>The ministers met in Oslo on Tuesday and agreed on a plan for the border region.</p>
<p>The plan will be put before both parliaments in the autumn, a spokesman said.</p></article>
<footer>Copyright 2026</footer></body></html>"""


def test_a_page_gives_its_article_title_and_date(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "none.html").write_text("<html><body></body></html>", encoding="utf-8")
    none, page = read_articles(tmp_path)
    assert page.article is not None
    assert "agreed on a plan" in page.article.text
    assert "Sport" not in page.article.text
    assert page.article.title == "Ministers agree"
    assert page.article.published == dt.date(2024, 3, 5)
    assert page.article.source == "The Paper"
    assert none.article is None
    assert str(tmp_path / "none.html") in none.diagnostics[0].message


def test_folders_are_read_in_order_and_other_files_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".hidden" / "empty").mkdir(parents=True)
    for name in ("b/two.txt", "a.txt", ".hidden/no.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}.", encoding="utf-8")
    texts = [r.article.text for r in read_articles(tmp_path) if r.article]
    assert texts == ["Text of a.txt.", "Text of b/two.txt."]
    with pytest.raises(gm.errors.UnknownFormat, match=r"\.parquet"):
        read_articles(tmp_path / "picture.png")
    with pytest.raises(FileNotFoundError):
        read_articles([tmp_path, tmp_path / "none.txt"])
    with pytest.raises(gm.errors.FormatError, match="no file"):
        read_articles(tmp_path / ".hidden" / "empty")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_texts_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    pytest.importorskip("charset_normalizer")
    text = "Der Präsident sagte am Freitag, man müsse über Zölle verhandeln. " * 5
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (record,) = read_articles(tmp_path)
    assert record.article is not None
    assert record.article.text == text


def test_packed_files(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    data = "".join(json.dumps(row) + "\n" for row in ROWS).encode()
    (tmp_path / "a.jsonl").write_bytes(data)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(data))
    (tmp_path / "c.jsonl.zst").write_bytes(zstandard.compress(data) + zstandard.compress(data))
    texts = [r.article.text for r in read_articles(tmp_path) if r.article]
    assert texts == [row["content"] for row in ROWS] * 4


@pytest.mark.parametrize("suffix", ["gz", "zst"])
@pytest.mark.parametrize("line", [b" " * 99 + b"\n", b"\n", b"x" * 100])
def test_bombs_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, line: bytes
) -> None:
    monkeypatch.setattr(packed, "LONGEST_RECORD", 1 << 16)
    monkeypatch.setattr(packed, "_FREE", 1 << 16)
    unpacked = line * (1_000_000 // len(line) * 8)
    zstandard = pytest.importorskip("zstandard")
    pack = gzip.compress if suffix == "gz" else zstandard.compress
    for name in ("bomb.jsonl", "bomb.txt"):
        (tmp_path / f"{name}.{suffix}").write_bytes(pack(unpacked))
    records = list(read_articles(tmp_path))
    assert [r.article for r in records] == [None, None]
    assert all("more than" in r.diagnostics[0].message for r in records)


@pytest.mark.parametrize("suffix", ["gz", "zst", "parquet"])
def test_a_damaged_file_gives_what_it_has_and_is_told(tmp_path: Path, suffix: str) -> None:
    pytest.importorskip({"zst": "zstandard", "parquet": "pyarrow"}.get(suffix, "gzip"))
    if suffix == "parquet":
        path = tmp_path / "a.parquet"
        path.write_bytes(b"PAR1 and nothing else")
    else:
        path = tmp_path / f"a.jsonl.{suffix}"
        path.write_bytes(b"\x1f\x8b no such thing" if suffix == "gz" else b"(\xb5/\xfd nothing")
    (tmp_path / "b.txt").write_text("A text.", encoding="utf-8")
    damaged, whole = read_articles(tmp_path)
    assert damaged.article is None
    assert str(path) in damaged.diagnostics[0].message
    assert whole.article is not None


def test_a_file_that_ends_early_gives_what_it_has(tmp_path: Path) -> None:
    rows = [{"text": hashlib.sha256(bytes([n % 256, n // 256])).hexdigest()} for n in range(2000)]
    data = gzip.compress("".join(json.dumps(row) + "\n" for row in rows).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(data[: len(data) // 2])
    records = list(read_articles(tmp_path))
    assert len(records) > 100
    assert [r for r in records if r.article is None] == records[-1:]
    assert f"after {tmp_path}/a.jsonl.gz:" in records[-1].diagnostics[0].message


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(
            str.strip
        ),
        min_size=1,
    )
)
def test_any_text_comes_back_from_any_table(tmp_path: Path, texts: list[str]) -> None:
    rows = [{"text": text, "title": "t"} for text in texts]
    for suffix in ("jsonl", "parquet"):
        path = tmp_path / f"any.{suffix}"
        WRITERS[suffix](path, rows)
        assert [r.article.text for r in read_articles(path) if r.article] == texts
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([["text", "title"], *([text, "t"] for text in texts)])
    (tmp_path / "any.csv").write_bytes(buffer.getvalue().encode())
    found = [r.article.text for r in read_articles(tmp_path / "any.csv") if r.article]
    assert found == texts


def test_a_head_that_is_no_csv(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_bytes(b'"NATO\x13\x00\r\r"said",published\n"So.",2022-08-04\n')
    with pytest.raises(gm.errors.FormatError, match=r"rows\.csv"):
        list(gm.corpus.read_articles(path))
