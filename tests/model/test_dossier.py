"""Dossiers: lookup, names, claims, counts, iteration."""

import attrs
import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.errors import UnknownId
from geopolitics_model.model import SECTIONS
from tests.model.world import ARTICLE, LEE, NATO, RURITANIA, SAID, WARNED, ZENDA, dossier, span
from tests.strategies import dossiers

FULL = dossier()


def test_objects_stand_in_the_order_of_the_text() -> None:
    assert FULL.places == (RURITANIA, ZENDA)
    assert FULL.statements == (WARNED, SAID)
    assert list(FULL) == [LEE, RURITANIA, ZENDA, NATO, WARNED, SAID]


def test_counts() -> None:
    assert FULL.counts == {
        "persons": 1,
        "places": 2,
        "organisations": 1,
        "missions": 0,
        "statements": 2,
        "policies": 0,
        "conflicts": 0,
    }
    assert len(FULL) == 6
    assert list(FULL.counts) == list(SECTIONS)


def test_an_empty_dossier_is_false() -> None:
    assert not gm.Dossier()
    assert len(gm.Dossier()) == 0
    assert gm.Dossier(articles=(ARTICLE,))
    assert gm.Dossier(places=(gm.Place(id="place:x", name="X"),))


def test_lookup_by_id() -> None:
    assert FULL["organisation:nato"] is NATO
    assert FULL[ARTICLE.id] is ARTICLE
    assert "place:zenda" in FULL
    assert "place:zend" not in FULL
    with pytest.raises(UnknownId) as caught:
        FULL["place:zend"]
    assert str(caught.value) == "no object of the id 'place:zend' in this dossier"
    assert isinstance(caught.value, KeyError)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("NATO", (NATO,)),
        ("nato", (NATO,)),
        ("the NATO", (NATO,)),
        ("The  alliance ", (NATO,)),
        ("alliance", (NATO,)),
        ("n.a.t.o.", (NATO,)),
        ("North Atlantic Treaty ORGANIZATION", (NATO,)),
        ("Zenda", (ZENDA,)),
        ("its", ()),
        ("Lee", ()),
        ("", ()),
    ],
)
def test_find(name: str, found: tuple[object, ...]) -> None:
    assert FULL.find(name) == found


def test_find_puts_names_before_aliases_before_mentions() -> None:
    by_mention = attrs.evolve(NATO, id="organisation:a", name="A", acronym=None, aliases=())
    by_alias = gm.Person(id="person:b", name="B", aliases=("nato",))
    by_acronym = gm.Organisation(id="organisation:c", name="C", acronym="NATO")
    by_name = gm.Place(id="place:d", name="The Nato")
    all_four = gm.Dossier(
        articles=(ARTICLE,),
        organisations=(by_mention, by_acronym),
        persons=(by_alias,),
        places=(by_name,),
    )
    assert all_four.find("NATO") == (by_name, by_alias, by_acronym, by_mention)


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("The Alliance", (SAID,)),
        ("The Alliance will act", (SAID,)),
        ("act", (SAID,)),
        ("act,", ()),
        ("'The", ()),
        ("Ruritania", (WARNED,)),
        ("Ruri", (WARNED,)),
        ("warned", ()),
        ("NATO", ()),
        ("Zenda", ()),
        ("2022.", ()),
    ],
)
def test_statements_at(words: str, claims: tuple[gm.Statement, ...]) -> None:
    assert FULL.statements_at(span(words)) == claims


def test_statements_at_other_articles() -> None:
    other = gm.Article(text=ARTICLE.text + "!")
    assert FULL.statements_at(span("Ruritania", other)) == ()


def test_claims_within_claims_and_claims_in_pieces() -> None:
    article = gm.Article(text="abcdefghij")

    def claim(id: str, *ranges: tuple[int, int]) -> gm.Statement:
        spans = tuple(
            gm.Span(article=article.id, start=a, end=b, text=article.text[a:b]) for a, b in ranges
        )
        return gm.Statement(id=id, content="x", content_evidence=spans)

    outer = claim("statement:outer", (0, 10))
    inner = claim("statement:inner", (2, 4), (4, 5), (7, 9))
    twice = claim("statement:twice", (8, 10), (8, 10))
    made = gm.Dossier(articles=(article,), statements=(twice, inner, outer))

    def at(start: int, end: int) -> list[str]:
        there = gm.Span(article=article.id, start=start, end=end, text=article.text[start:end])
        return [statement.id.removeprefix("statement:") for statement in made.statements_at(there)]

    assert at(0, 1) == ["outer"]
    assert at(2, 3) == ["outer", "inner"]
    assert at(3, 5) == ["outer"]
    assert at(4, 5) == ["outer", "inner"]
    assert at(5, 6) == ["outer"]
    assert at(8, 9) == ["outer", "inner", "twice"]
    assert at(9, 10) == ["outer", "twice"]


@given(dossiers())
def test_statements_at_agrees_with_a_search_of_all(found: gm.Dossier) -> None:
    spans = [mention.span for thing in found for mention in getattr(thing, "mentions", ())]
    spans += [s for statement in found.statements for s in statement.evidence]
    for here in spans:
        slow = tuple(
            statement
            for statement in found.statements
            if any(
                s.article == here.article and s.start <= here.start and here.end <= s.end
                for s in statement.content_evidence
            )
        )
        assert found.statements_at(here) == slow


@given(dossiers())
def test_every_object_is_found(found: gm.Dossier) -> None:
    assert len(list(found)) == len(found)
    for thing in found:
        assert found[thing.id] is thing
        assert thing.id in found
        if name := getattr(thing, "name", None):
            assert thing in found.find(name)
            assert thing in found.find(name.upper().lower()) or name.casefold() != (
                name.upper().lower().casefold()
            )


@given(dossiers())
def test_spans_stand_in_their_articles(found: gm.Dossier) -> None:
    for thing in found:
        for mention in getattr(thing, "mentions", ()):
            text = found[mention.span.article].text
            assert text[mention.span.start : mention.span.end] == mention.span.text


def test_through_files_and_plain_dicts() -> None:
    plain = FULL.to_dict()
    assert list(plain)[:2] == ["schema", "articles"]
    assert gm.Dossier.from_dict(plain) == FULL
