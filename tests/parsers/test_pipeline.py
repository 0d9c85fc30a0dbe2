"""`parse` with parsers of one's own, parsers that fail, and what an article may be given as."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pytest

import geopolitics_model as gm
from geopolitics_model.errors import InvalidText, InvalidValue
from geopolitics_model.language import Reading
from geopolitics_model.parsers import pipeline

TEXT = "Serbia signed the treaty. Norway hesitated."


def capitalised(reading: Reading) -> Iterable[gm.Organisation]:
    """Every capitalised word is an organisation."""
    for token in reading.tokens:
        if token.text.istitle():
            mention = gm.Mention(
                span=reading.span(token.start, token.end), form=gm.MentionForm.NAME
            )
            yield gm.Organisation(
                id=f"organisation:{token.lower}",
                name=token.text,
                kind=gm.OrganisationKind.OTHER,
                mentions=(mention,),
            )


def signers(reading: Reading) -> Iterable[gm.Policy]:
    """Whoever signs has a policy; sees what the parser before it found."""
    for token in reading.tokens:
        if token.lemma == "sign":
            actors = reading.entities_in(0, token.start)
            yield policy(reading, "policy:signed", actors=actors)


def policy(reading: Reading, id: str, **fields: Any) -> gm.Policy:
    return gm.Policy(
        id=id,
        title="Signing",
        kind=gm.PolicyKind.AGREEMENT,
        status=gm.PolicyStatus.AGREED,
        evidence=(reading.span(7, 13),),
        **fields,
    )


def failing(reading: Reading) -> Iterable[gm.Policy]:
    """Fails in the middle of its work."""
    yield policy(reading, "policy:before")
    raise ZeroDivisionError("by the way")


def test_parsers_are_plain_functions_that_see_what_was_found() -> None:
    dossier = gm.parse(TEXT, parsers=[capitalised, signers])
    assert [o.name for o in dossier.organisations] == ["Serbia", "Norway"]
    assert dossier["policy:signed"].actors == ("organisation:serbia",)
    assert dossier.places == ()


def test_no_parsers_read_nothing() -> None:
    dossier = gm.parse(TEXT, parsers=[])
    assert [a.text for a in dossier.articles] == [TEXT]
    assert sum(len(getattr(dossier, section)) for section in ("organisations", "times")) == 0


def test_a_parser_that_fails_costs_only_what_it_had_not_returned() -> None:
    dossier = gm.parse(TEXT, parsers=[capitalised, failing, signers])
    assert [p.id for p in dossier.policies] == ["policy:before", "policy:signed"]
    (problem,) = dossier.diagnostics
    assert problem.code == "parser-failed"
    assert "ZeroDivisionError: by the way" in problem.message
    assert __name__ in problem.message


def test_a_parser_need_not_be_a_generator_and_may_return_diagnostics() -> None:
    note = gm.Diagnostic(code="note", message="Nothing to see.")
    dossier = gm.parse(TEXT, parsers=[lambda _: [note], lambda _: ()])
    assert dossier.diagnostics == (note,)


def test_what_is_no_object_of_the_model_is_a_parser_that_failed() -> None:
    for junk in (None, [1], ["x"], [object()]):
        dossier = gm.parse(TEXT, parsers=[lambda _, junk=junk: junk, capitalised])  # type: ignore[misc]
        assert [d.code for d in dossier.diagnostics] == ["parser-failed"]
        assert len(dossier.organisations) == 2


def test_a_dangling_reference_is_dropped_and_told() -> None:
    dossier = gm.parse(
        TEXT,
        parsers=[
            capitalised,
            lambda r: [policy(r, "policy:x", actors=("organisation:serbia", "person:nobody"))],
        ],
    )
    assert dossier["policy:x"].actors == ("organisation:serbia",)
    (problem,) = dossier.diagnostics
    assert problem.code == "dangling-reference"
    assert "policy:x" in problem.message
    assert "person:nobody" in problem.message


def test_objects_of_one_id_are_joined() -> None:
    dossier = gm.parse("Chad met Chad.", parsers=[capitalised])
    (chad,) = dossier.organisations
    assert [m.span.start for m in chad.mentions] == [0, 9]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        ("2022-08-04", dt.date(2022, 8, 4)),
        (dt.date(2022, 8, 4), dt.date(2022, 8, 4)),
        ("2022-08-04T09:30:00+02:00",
         dt.datetime(2022, 8, 4, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))),
        (dt.datetime(2022, 8, 4, tzinfo=dt.UTC), dt.datetime(2022, 8, 4, tzinfo=dt.UTC)),
    ],
)  # fmt: skip
def test_published(given: Any, expected: Any) -> None:
    (article,) = gm.parse(TEXT, published=given, parsers=[]).articles
    assert article.published == expected


@pytest.mark.parametrize("given", ["yesterday", "04.08.2022", "2022-13-01", "2022-08-04T25:00"])
def test_a_string_that_is_no_date_is_refused_with_an_example(given: str) -> None:
    with pytest.raises(InvalidValue, match=r"published: .* like 2022-08-04"):
        gm.parse(TEXT, published=given)


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(InvalidValue, match="published"):
        gm.parse(TEXT, published="2022-08-04T09:30:00")


@pytest.mark.parametrize("junk", [b"bytes", 7, None, ["a"]])
def test_only_text_and_articles_are_read(junk: Any) -> None:
    with pytest.raises(InvalidText, match=type(junk).__name__):
        gm.parse(junk)


def test_lone_surrogates_are_refused_with_the_remedy() -> None:
    with pytest.raises(InvalidText, match="errors='replace'"):
        gm.parse("Serbia \ud800 signed.")


def test_what_is_known_of_an_article_is_kept_and_completed() -> None:
    article = gm.Article(text=TEXT, title="Treaty", source="Gazette")
    dossier = gm.parse(article, title="The treaty", url="https://example.org", parsers=[])
    assert dossier.articles == (
        gm.Article(text=TEXT, title="The treaty", source="Gazette", url="https://example.org"),
    )


def test_many_articles_are_read_lazily_and_in_order() -> None:
    taken = []

    def articles() -> Iterable[gm.Article]:
        for number in range(200):
            taken.append(number)
            yield gm.Article(text=f"Text {number}.")

    dossiers = pipeline.parse_many(articles(), parsers=[])
    first = [next(dossiers).articles[0].text for _ in range(3)]
    assert first == ["Text 0.", "Text 1.", "Text 2."]
    assert len(taken) < 200
