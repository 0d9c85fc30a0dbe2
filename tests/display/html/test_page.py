"""The report page: everything is there once, linked both ways, and asks nobody for anything."""

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import Phase, given, settings

import geopolitics_model as gm
from tests.display.html.world import TEXT, dossier, span
from tests.strategies import dossiers

SECTIONS_WITH_WORDS = (
    *("persons", "places", "missions", "statements", "policies", "conflicts"),
    *("times", "diagnostics"),
)


class Seen(HTMLParser):
    """The elements of a page, and the text inside `div class=words`."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._depth = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.elements.append((tag, found))
        if tag == "div":
            self._depth += 1 if self._depth or found.get("class") == "words" else 0

    def handle_endtag(self, tag: str) -> None:
        if tag == "div" and self._depth:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.words += data

    def all(self, attribute: str) -> list[str]:
        return [value for _, found in self.elements if (value := found.get(attribute)) is not None]


def made(given: gm.Dossier | list[gm.Dossier]) -> str:
    return gm.report(given, pictures=False)


def test_the_text_is_whole_and_the_markup_in_it_is_text() -> None:
    page = made(dossier())
    assert Seen(page).words == TEXT
    assert "&lt;b&gt;" in page
    assert "<b>talks" not in page


def test_every_link_inside_the_page_leads_somewhere_and_ids_are_unique() -> None:
    seen = Seen(made(dossier()))
    ids = seen.all("id")
    assert len(ids) == len({*ids})
    inside = {link[1:] for link in seen.all("href") if link.startswith("#")}
    assert inside <= {*ids}
    assert {"a1st1", "a1po1", "a1mi1", "a1co1", f"a1w{TEXT.index('We will')}"} <= inside


@settings(phases=[Phase.explicit, Phase.generate])  # a page is slow to shrink
@given(dossiers())
def test_any_dossier_makes_a_page_whose_ids_and_links_hold(thing: gm.Dossier) -> None:
    page = made(thing)
    seen = Seen(page)
    ids = seen.all("id")
    assert len(ids) == len({*ids})
    assert {link[1:] for link in seen.all("href") if link.startswith("#")} <= {*ids}
    whole = "".join(article.text for article in thing.articles)
    assert sorted(seen.words) == sorted(whole)
    tags = [tag for tag, _ in seen.elements]
    assert tags.count("script") == 1
    assert not {"img", "iframe", "object", "embed", "link", "base"} & {*tags}


def test_facts_are_linked_to_their_words_and_the_words_to_the_facts() -> None:
    page = made(dossier())
    at = TEXT.index("We will")
    assert f"<a class=no href=#a1w{at} data-w={at}-{at + 25}>S1</a>" in page
    assert f"<a class=nst id=a1w{at} href=#a1st1 aria-label=S1></a>" in page
    strength = span("about 300 observers")
    assert f"data-w={strength.start}-{strength.end}>about 300 observers</a>" in page


def test_what_no_article_mentions_is_not_lost() -> None:
    page = made(dossier(articles=(), **dict.fromkeys(SECTIONS_WITH_WORDS, ())))
    assert "Ruritanian People&#39;s Union (RPU)" in page
    assert made(gm.Dossier()).count("An empty dossier") == 2


def test_the_policy_of_the_page_allows_its_one_script_and_nothing_else() -> None:
    page = made(dossier())
    script = re.search(r"<script>(.*?)</script>", page, re.S)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert script
    assert policy
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in unescape(policy[1])
    assert unescape(policy[1]).startswith("default-src 'none';")
    assert not re.search(r'(?:src|href)=(?!#|"#|"https://example\.org/border")', page)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "//x"])
def test_only_an_address_of_the_web_becomes_a_link(url: str) -> None:
    page = made(dossier(articles=(gm.Article(text=TEXT, url=url),)))
    assert url not in Seen(page).all("href")
    assert url in page
    assert "https://example.org/border" in Seen(made(dossier())).all("href")


def test_several_articles_have_an_index_in_the_order_given() -> None:
    first = dossier()
    other = gm.Dossier(articles=(gm.Article(text="Nothing new.", title="Second day"),))
    page = made([other, first])
    assert page.index('href="#a1">Second day</a>') < page.index('href="#a2">Border talks</a>')
    assert 'href="#ia2"' in page
    assert "<title>2 articles</title>" in page
    assert 'class="index"' not in made(first)


def test_the_same_dossier_makes_the_same_page_and_a_title_heads_it() -> None:
    assert made(dossier()) == made(dossier())
    page = gm.report(dossier(), title="Who & what", pictures=False)
    assert "<title>Who &amp; what</title>" in page
    assert "<h1>Who &amp; what</h1>" in page


def test_a_card_names_who_speaks_and_not_the_pronoun_beside_it() -> None:
    text = "A charity that accused the army of torture was closed."
    page = gm.report(gm.parse(text), pictures=False)
    assert "“A charity”" in page
    assert "“that”" not in page
