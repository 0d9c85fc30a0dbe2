"""Dossiers that do not hold together, and the order of those that do."""

from typing import Any

import attrs
import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.errors import InvalidDossier
from tests.model.world import ARTICLE, LEE, MAY, NATO, RURITANIA, SAID, WARNED, ZENDA, dossier, span
from tests.strategies import dossiers

ELSEWHERE = gm.Span(article="article:0", start=0, end=4, text="NATO")
WRONG = gm.Span(article=ARTICLE.id, start=1, end=5, text="NATO")
PAST = gm.Span(article=ARTICLE.id, start=1000, end=1001, text="x")


@pytest.mark.parametrize(
    ("sections", "message"),
    [
        ({"articles": (ARTICLE, ARTICLE)}, f"articles[1].id: '{ARTICLE.id}' is used twice"),
        (
            {"places": (ZENDA, RURITANIA, attrs.evolve(LEE, id="x"), ZENDA)[::3]},
            "places[1].id: 'place:zenda' is used twice",
        ),
        (
            {"organisations": (attrs.evolve(NATO, id=LEE.id),)},
            "organisations[0].id: 'person:ann-lee' is used twice",
        ),
        (
            {"statements": (SAID, attrs.evolve(WARNED, speakers=(NATO.id, "person:x")))},
            "statements[1].speakers[1]: 'person:x' is the id of no object here",
        ),
        (
            {"places": (attrs.evolve(ZENDA, country=""), RURITANIA)},
            "places[0].country: '' is the id of no object here",
        ),
        (
            {"persons": (attrs.evolve(LEE, roles=(gm.Role(title="x", place="y"),)),)},
            "persons[0].roles[0].place: 'y' is the id of no object here",
        ),
        (
            {"organisations": (attrs.evolve(NATO, mentions=(gm.Mention(span=ELSEWHERE),)),)},
            "organisations[0].mentions[0].span.article: 'article:0' is no article of this dossier",
        ),
        (
            {"statements": (attrs.evolve(SAID, cue_evidence=(span("said"), WRONG)), WARNED)},
            "statements[0].cue_evidence[1]: the article has 'ATO ' at 1..5, not 'NATO'",
        ),
        (
            {"times": (MAY, attrs.evolve(MAY, evidence=(PAST,)))},
            "times[1].evidence[0]: the article has '' at 1000..1001, not 'x'",
        ),
        (
            {"diagnostics": (gm.Diagnostic(code="a", message="b", span=WRONG),)},
            "diagnostics[0].span: the article has 'ATO ' at 1..5, not 'NATO'",
        ),
        (
            {"statements": (attrs.evolve(SAID, when=attrs.evolve(MAY, evidence=(WRONG,))),)},
            "statements[0].when.evidence[0]: the article has 'ATO ' at 1..5, not 'NATO'",
        ),
        (
            {
                "missions": (
                    gm.Mission(id="mission:x", name="X", mandate=gm.Mandate(issuers=("place:y",))),
                )
            },
            "missions[0].mandate.issuers[0]: 'place:y' is the id of no object here",
        ),
        (
            {"persons": (LEE, ZENDA)},
            "Dossier.persons[1]: expected Person, got Place <Place",
        ),
    ],
)
def test_errors_name_the_path_as_given(sections: dict[str, Any], message: str) -> None:
    with pytest.raises(gm.errors.InvalidValue) as caught:
        dossier(**sections)
    assert str(caught.value).startswith(message)
    assert isinstance(caught.value, InvalidDossier) or message.startswith("Dossier.")


def test_long_texts_are_cut_in_messages() -> None:
    long = gm.Article(text="a" * 60 + "b" * 60)
    wrong = gm.Span(article=long.id, start=0, end=60, text="b" * 60)
    with pytest.raises(InvalidDossier) as caught:
        gm.Dossier(articles=(long,), times=(attrs.evolve(MAY, evidence=(wrong,)),))
    found, wanted = "a" * 40, "b" * 40
    message = f"times[0].evidence[0]: the article has '{found}' at 0..60, not '{wanted}'"
    assert str(caught.value) == message


def test_ids_of_articles_are_references_too() -> None:
    with pytest.raises(InvalidDossier, match=r"^places\[0\]\.id: .* is used twice$"):
        gm.Dossier(articles=(ARTICLE,), places=(gm.Place(id=ARTICLE.id, name="X"),))


def test_order_is_by_article_then_place_then_value() -> None:
    first, second = sorted((ARTICLE, gm.Article(text="x")), key=lambda article: article.id)

    def place(id: str, *spans: tuple[gm.Article, int]) -> gm.Place:
        return gm.Place(
            id=id,
            name=id,
            mentions=tuple(
                gm.Mention(span=gm.Span(article=a.id, start=s, end=s + 1, text=a.text[s]))
                for a, s in spans
            ),
        )

    ordered = (
        place("place:z", (second, 0), (first, 0)),
        *([place("place:y", (first, 3))] if len(first.text) > 3 else []),
        place("place:a", (second, 0)),
        place("place:b", (second, 0)),
        place("place:0"),
        place("place:1"),
    )
    made = gm.Dossier(articles=(second, first), places=ordered[::-1])
    assert made.places == ordered
    assert made.articles == (first, second)


def test_times_and_diagnostics_are_kept_once_and_in_order() -> None:
    year = attrs.evolve(MAY, value="2022", text="2022", evidence=(span("2022"),))
    year_and_month = attrs.evolve(MAY, evidence=(span("2022"),))
    later = gm.Diagnostic(code="a", message="b", span=span("Zenda"))
    nowhere = gm.Diagnostic(code="a", message="a")
    first = gm.Diagnostic(code="z", message="z", span=span("NATO"))
    made = dossier(
        times=(year_and_month, year, MAY, year, MAY), diagnostics=(nowhere, later, first, later)
    )
    assert made.times == (MAY, year, year_and_month)
    assert made.diagnostics == (first, later, nowhere)


@given(dossiers())
def test_the_order_given_makes_no_difference(made: gm.Dossier) -> None:
    reversed_sections = {
        field.name: getattr(made, field.name)[::-1] for field in attrs.fields(gm.Dossier)
    }
    again = gm.Dossier(**reversed_sections)
    assert again == made
    assert gm.dumps(again) == gm.dumps(made)
