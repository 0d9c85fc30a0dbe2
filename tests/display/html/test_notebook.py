"""What a notebook shows: something of every object, escaped, with styles that stay inside."""

import re
from typing import Any

import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.display.html import to_html
from geopolitics_model.display.html.notebook import MOST_ROWS
from tests.display.html.world import MONDAY, TEXT, dossier
from tests.strategies import objects

DOSSIER = dossier()


@given(objects())
def test_every_object_shows_itself_and_nothing_of_it_is_markup(thing: Any) -> None:
    html = thing._repr_html_()
    assert html.startswith('<div class="gm"><style>')
    assert "<script" not in html
    assert not re.search(r"(?:src|href)=|@import|url\(", html)
    assert html.count("<div") == html.count("</div>")


def test_styles_stay_inside() -> None:
    style = re.search(r"<style>(.*?)</style>", to_html(DOSSIER), re.S)
    assert style
    rules = re.sub(r"@(?:media|container)[^{]*\{(.*)\}\s*$", r"\1", style[1], flags=re.S)
    for selector in re.findall(r"([^{}]+)\{", rules):
        assert selector.strip().startswith(".gm"), selector


def test_marked_words_are_labels_of_the_cards_beside_them() -> None:
    html = to_html(DOSSIER)
    labels = re.findall(r'<label class="([a-z ]+)" for="([^"]+)"', html)
    controls = re.findall(
        r'<input type="radio" name="[^"]+" id="([^"]+)" aria-label="([^"]+)"', html
    )
    assert {target for _, target in labels} <= {id for id, _ in controls}
    assert any(classes == "pe st" for classes, _ in labels)
    assert "statement: Ana Ilić, warn, direct" in {label for _, label in controls}
    assert 'dossier["statement:1"]' in html.replace("&#34;", '"')
    assert html.count(" checked>") == 1


def test_two_outputs_of_a_notebook_share_no_ids() -> None:
    ids = [{*re.findall(r' id="([^"]+)"', to_html(DOSSIER))} for _ in range(2)]
    assert ids[0]
    assert ids[0].isdisjoint(ids[1])


def test_a_collection_is_a_table_with_names_and_the_words_it_is_from() -> None:
    html = DOSSIER.statements._repr_html_()
    at = TEXT.index("We will")
    assert "Ana Ilić" in html
    assert f"“We will close the border.” [{at}:{at + 25}]" in html
    assert "Border Watch" in to_html(DOSSIER.missions)
    assert "<dd>RPU</dd>" in to_html(DOSSIER.missions)


def test_alone_an_object_names_others_by_their_ids() -> None:
    assert "person:ana-ilic" in to_html(DOSSIER.statements[0])
    assert "2022-08-01" in to_html(MONDAY)
    assert "&lt;b&gt;talks" in to_html(DOSSIER.articles[0])


def test_long_collections_are_cut_and_say_so() -> None:
    places = tuple(gm.Place(id=f"place:{i}", name=f"Place {i}") for i in range(MOST_ROWS + 7))
    html = to_html(gm.Dossier(places=places).places)
    assert html.count("<tr class=") == MOST_ROWS
    assert "and 7 more" in html


@pytest.mark.parametrize("size", [2, 60])
def test_many_articles_show_the_first_and_list_the_others(size: int) -> None:
    articles = tuple(gm.Article(text=f"Article {i}. " + "Word. " * 9000) for i in range(size))
    html = to_html(gm.Dossier(articles=articles))
    assert html.count("<tr>") == min(size, MOST_ROWS)
    assert "gm.report(dossier)" in html
    assert len(html) < 100_000
