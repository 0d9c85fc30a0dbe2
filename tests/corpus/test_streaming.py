"""Streams of articles: the same dossiers as one by one, whatever happens to some of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

import geopolitics_model as gm
from geopolitics_model import knowledge
from geopolitics_model.corpus import Record, streaming
from geopolitics_model.language import Reading
from geopolitics_model.parsers.pipeline import Parser, dossier

TEXTS = [
    f"The Norwegian government said on Tuesday that it would send {count} soldiers to Kosovo.\n\n"
    f'"We stand by our promise," Foreign Minister Anna Berg told reporters in Oslo.'
    for count in (20, 30, 40, 50, 60, 70, 80)
]
FAILS = "FAIL"


def reads(reading: Reading) -> Iterable[object]:
    """A light parser."""
    yield gm.Diagnostic(code="read", message=reading.text)


def messages(results: Iterable[gm.corpus.Result]) -> list[list[str]]:
    return [[d.message for d in r.to_dossier().diagnostics] for r in results]


@pytest.mark.parametrize(("jobs", "batch_size"), [(1, 1), (1, 3), (2, 2)])
def test_dossiers_are_those_of_parse(jobs: int, batch_size: int) -> None:
    articles = [{"text": text, "published": "2024-03-08"} for text in TEXTS]
    many = gm.parse_many(articles, jobs=jobs, batch_size=batch_size)
    assert [gm.dumps(d) for d in many] == [
        gm.dumps(gm.parse(text, published="2024-03-08")) for text in TEXTS
    ]


def test_unordered_results_know_their_place() -> None:
    found = list(gm.corpus.results(TEXTS, jobs=2, batch_size=1, ordered=False, parsers=[reads]))
    assert sorted(r.index for r in found) == list(range(len(TEXTS)))
    assert all(r.article is not None and r.article.text == TEXTS[r.index] for r in found)


def test_what_is_no_article_is_told_and_the_rest_goes_on() -> None:
    items: list[Any] = [
        "A text.",
        {"title": "no text"},
        5,
        "\ud800",
        {"text": "B.", "published": "soon"},
        "C.",
    ]
    found = list(gm.corpus.results(items, parsers=[reads]))
    assert [r.dossier is None for r in found] == [False, True, True, True, True, False]
    assert {d.code for r in found[1:5] for d in r.diagnostics} == {"unreadable-record"}
    assert "title" in found[1].diagnostics[0].message
    assert "soon" in found[4].diagnostics[0].message


def test_a_failing_article_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    from geopolitics_model.corpus import work

    def failing(reading: Reading, parsers: Sequence[Parser]) -> gm.Dossier:
        if FAILS in reading.text:
            raise MemoryError("too long")
        return dossier(reading, parsers)

    monkeypatch.setattr(work, "dossier", failing)
    found = list(gm.corpus.results(["One.", FAILS, "Two.", "Three."], parsers=[reads]))
    assert messages(found) == [["One."], ["MemoryError: too long"], ["Two."], ["Three."]]
    assert found[1].dossier is None
    assert found[1].to_dossier().articles == (gm.Article(text=FAILS, language="en"),)


def test_long_articles_make_small_batches() -> None:
    records = [Record(article=gm.Article(text="word " * 25_000)) for _ in range(4)]
    assert [len(batch) for batch in streaming.batches(records, 32)] == [2, 2]


def test_knowledge_of_the_user_holds_in_workers(tmp_path: Path) -> None:
    table = "id,name,kind\norganisation:quux-front,Quux Front,armed_group\n"
    (tmp_path / "organisations.csv").write_text(table, encoding="utf-8")
    try:
        gm.knowledge.load(tmp_path)
        text = "The Quux Front attacked the village on Monday."
        alone = gm.dumps(gm.parse(text))
        many = [gm.dumps(d) for d in gm.parse_many([text, text], jobs=2, batch_size=1)]
    finally:
        knowledge.reset()
    assert b"organisation:quux-front" in alone
    assert many == [alone, alone]


@pytest.mark.parametrize("arguments", [{"jobs": -1}, {"batch_size": 0}])
def test_numbers_out_of_range(arguments: dict[str, int]) -> None:
    with pytest.raises(gm.errors.InvalidValue, match=next(iter(arguments))):
        gm.corpus.results(TEXTS, **arguments)  # type: ignore[arg-type]
