"""Ids: readable, in ASCII, and the same on any machine."""

import string

import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.model.ids import article_id, entity_id, fact_id, slug
from tests.strategies import texts


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("NATO", "nato"),
        ("Jens Stoltenberg", "jens-stoltenberg"),
        ("Aleksandar Vučić", "aleksandar-vucic"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("Côte d'Ivoire", "cote-divoire"),
        ("U.S. Army", "us-army"),
        ("  --Al/Qaeda--  ", "al-qaeda"),
        ("Security Council 1244", "security-council-1244"),
        ("Пекин", "pekin"),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected
    assert entity_id("place", name) == f"place:{expected}"


def test_names_without_letters_get_a_hash_of_themselves() -> None:
    # echo -n "!!" | sha256sum
    assert slug("!!") == "233d26e97f64"
    assert slug("") == "e3b0c44298fc"


@given(texts)
def test_slugs_are_plain(name: str) -> None:
    made = slug(name)
    assert made
    assert set(made) <= {*string.ascii_lowercase, *string.digits, "-"}
    assert made.strip("-") == made
    assert "--" not in made


def test_facts_are_told_apart_by_where_they_were_read() -> None:
    def span(start: int, article: str = "article:0") -> gm.Span:
        return gm.Span(article=article, start=start, end=start + 1, text="x")

    # echo -n "article:0:1-2;article:0:4-5" | sha256sum
    assert fact_id("policy", [span(1), span(4)]) == "policy:3157692289df"
    others = [[span(4), span(1)], [span(1)], [span(1), span(4, "article:1")], []]
    assert len({fact_id("policy", spans) for spans in [*others, [span(1), span(4)]]}) == 5
    assert fact_id("statement", [span(1)]) == fact_id("policy", [span(1)]).replace(
        "policy", "statement"
    )


def test_articles() -> None:
    # echo -n "č" | sha256sum
    assert article_id("č") == "article:391a70de1fdee94a"
