"""The report page in a browser: clicked, filtered, gone through by keyboard, printed."""

from __future__ import annotations

import geopolitics_model as gm
from geopolitics_model.display.html.cards import card
from tests.browser.conftest import Open
from tests.browser.world import edition, page, seed
from tests.display.html.world import dossier as small

HIGHLIGHTED = "[...CSS.highlights.get('words') ?? []].map((range) => range.toString()).join('|')"
VISIBLE = "(all) => all.filter((one) => one.checkVisibility()).length"
FACTS = ".facts > *"
BODY = "getComputedStyle(document.body).backgroundColor"


def test_the_text_in_the_browser_is_the_text_of_the_article(open_page: Open) -> None:
    opened = open_page(page())
    words = opened.eval_on_selector_all(".words", "(all) => all.map((w) => w.textContent).join('')")
    assert words == seed().articles[0].text


def test_from_words_to_their_fact_and_back(open_page: Open) -> None:
    opened = open_page(page())
    opened.click(".words a[href='#a1st1']")
    assert opened.evaluate("document.activeElement.id") == "a1st1"
    assert opened.evaluate("document.querySelector(':target').id") == "a1st1"
    opened.click("#a1st1 .no")
    statement = seed().statements[0]
    assert opened.evaluate(HIGHLIGHTED).replace("|", "") == statement.content_evidence[0].text
    start = statement.content_evidence[0].start
    assert opened.evaluate("location.hash") == f"#a1w{start}"
    opened.keyboard.press("Escape")
    assert opened.evaluate(HIGHLIGHTED) == ""


def test_a_click_on_a_passage_leads_to_its_fact(open_page: Open) -> None:
    opened = open_page(page())
    opened.click(".words span.st")
    assert opened.evaluate("document.querySelector(':target').id") == "a1st1"


def test_a_name_leads_to_what_is_known_of_it_and_its_mentions(open_page: Open) -> None:
    opened = open_page(page())
    opened.click(".words a.mi >> nth=1")
    assert opened.evaluate("document.querySelector(':target').className") == "mi"
    entry = opened.locator(".known .pe").first
    entry.locator("a").first.click()
    lit = opened.evaluate(HIGHLIGHTED).split("|")
    assert {"Jens Stoltenberg", "He", "his"} <= {*lit}


def test_offsets_count_code_points_as_python_does(open_page: Open) -> None:
    text = "🕊️🕊️ Ana said they will 𝐧𝐨𝐭 leave. 🕊️"
    content = "they will 𝐧𝐨𝐭 leave"
    start = text.index(content)
    article = gm.Article(text=text)
    span = gm.Span(article=article.id, start=start, end=start + len(content), text=content)
    said = gm.Statement(id="statement:1", content=content, content_evidence=(span,))
    html = gm.report(gm.Dossier(articles=(article,), statements=(said,)), pictures=False)
    opened = open_page(html)
    opened.click("#a1st1 .no")
    assert opened.evaluate(HIGHLIGHTED) == content


def test_filter_by_class_with_and_without_script(open_page: Open) -> None:
    for script in (True, False):
        opened = open_page(page(), java_script_enabled=script)
        statements, policies = opened.locator(".facts .st"), opened.locator(".facts .po")
        assert statements.first.is_visible()
        opened.uncheck("#show-st")
        assert statements.filter(visible=True).count() == 0
        assert policies.filter(visible=True).count() == policies.count() > 0
        opened.check("#show-st")
        assert statements.first.is_visible()


def test_filter_by_entity(open_page: Open) -> None:
    other = small()
    opened = open_page(gm.report([seed(), other], pictures=False))
    label = opened.locator("#who option", has_text="Albin Kurti").first
    opened.select_option("#who", value=label.get_attribute("value"))
    said = opened.inner_text("#said")
    facts = opened.eval_on_selector_all(FACTS, VISIBLE)
    assert said == f"{facts} fact{'s' * (facts != 1)} in 1 article about Albin Kurti"
    assert 0 < facts < opened.locator(FACTS).count()
    assert opened.locator("#a2").is_hidden()
    assert opened.locator("#ia2").is_hidden()
    assert opened.locator(".words .hit").first.inner_text() == "Albin Kurti"
    opened.select_option("#who", value="")
    assert opened.eval_on_selector_all(FACTS, VISIBLE) == opened.locator(FACTS).count()
    assert opened.inner_text("#said") == ""


def test_by_keyboard(open_page: Open) -> None:
    opened = open_page(page())
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip"
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "main"
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.closest('.words') !== null")
    opened.focus("#show-po")
    opened.keyboard.press("Space")
    assert opened.eval_on_selector_all(".facts .po", VISIBLE) == 0
    opened.focus("#a1st1 .no")
    opened.keyboard.press("Enter")
    assert opened.evaluate("location.hash").startswith("#a1w")
    opened.focus("#theme")
    before = opened.evaluate(BODY)
    opened.keyboard.press("Enter")
    assert opened.evaluate(BODY) != before


def test_light_and_dark_follow_the_system_until_the_button_is_pressed(open_page: Open) -> None:
    light = open_page(page(), color_scheme="light")
    dark = open_page(page(), color_scheme="dark")
    colours = light.evaluate(BODY), dark.evaluate(BODY)
    assert colours[0] != colours[1]
    assert dark.get_attribute("#theme", "aria-pressed") == "true"
    dark.click("#theme")
    assert dark.evaluate(BODY) == colours[0]
    assert dark.get_attribute("#theme", "aria-pressed") == "false"
    light.click("#theme")
    assert light.evaluate(BODY) == colours[1]


def test_a_page_without_script_is_read_and_linked(open_page: Open) -> None:
    opened = open_page(page(), java_script_enabled=False)
    assert opened.locator("#theme").is_hidden()
    opened.click(".words a[href='#a1st1']")
    assert opened.url.endswith("#a1st1")
    opened.click("#a1st1 .no")
    assert "#a1w" in opened.url


def test_printed_it_has_the_text_and_the_facts_and_no_controls(open_page: Open) -> None:
    opened = open_page(page(editions=3), color_scheme="dark")
    opened.emulate_media(media="print")
    assert opened.locator(".bar").is_hidden()
    assert opened.eval_on_selector_all(FACTS, VISIBLE) == opened.locator(FACTS).count()
    assert opened.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


def test_on_a_phone_nothing_is_wider_than_the_screen(open_page: Open) -> None:
    opened = open_page(page(pictures=True), viewport={"width": 360, "height": 800})
    assert opened.evaluate("document.documentElement.scrollWidth") <= 360


def test_markup_in_an_article_is_shown_and_not_run(open_page: Open) -> None:
    attack = (
        "<script>window.ran = 1; alert(1)</script> <img src=x onerror='window.ran = 1'>"
        "</style></script><script>window.ran = 1</script> <a href='javascript:window.ran = 1'>x</a>"
        "<svg onload=window.ran=1> {{ 7 * 7 }} {% raw %} &lt;b&gt; ]]> <!-- -->"
    )
    article = gm.Article(text=attack, title=attack, source=attack, url="javascript:alert(1)")
    span = gm.Span(article=article.id, start=0, end=8, text=attack[:8])
    place = gm.Place(id=f"place:{attack}", name=attack, mentions=(gm.Mention(span=span),))
    said = gm.Statement(
        id="statement:1", content=attack, about=(place.id,), content_evidence=(span,)
    )
    dossier = gm.Dossier(articles=(article,), places=(place,), statements=(said,))
    opened = open_page(gm.report(dossier, title=attack))
    assert opened.evaluate("window.ran") is None
    assert opened.locator(".words").inner_text() == attack
    assert opened.title() == " ".join(attack.split())
    shown = open_page(f"<!doctype html><title>x</title>{dossier._repr_html_()}")
    assert shown.evaluate("window.ran") is None
    assert attack[:30] in shown.locator(".text").inner_text()


def test_on_a_page_of_several_articles_the_cards_get_their_words_from_the_text(
    open_page: Open,
) -> None:
    said = "“We will 𝐧𝐨𝐭 leave.\n\nNever  ever”, said Ana 🕊️. They \u00a0 stay."
    article = gm.Article(text=said)

    def spans(*texts: str) -> tuple[gm.Span, ...]:
        starts = [(said.index(text), text) for text in texts]
        return tuple(
            gm.Span(article=article.id, start=at, end=at + len(t), text=t) for at, t in starts
        )

    statements = [
        gm.Statement(
            id="statement:1",
            mode=gm.StatementMode.DIRECT,
            content="We will 𝐧𝐨𝐭 leave. Never ever",
            content_evidence=spans("We will 𝐧𝐨𝐭 leave.\n\nNever  ever"),
        ),
        gm.Statement(
            id="statement:2",
            content="Never ever They \u00a0 stay",
            content_evidence=spans("Never  ever", "They \u00a0 stay"),
        ),
        gm.Statement(id="statement:3", content="Other words", content_evidence=spans("Ana")),
    ]
    dossier = gm.Dossier(articles=(article,), statements=tuple(statements))
    given = [seed(), dossier]
    opened = open_page(gm.report(given, pictures=False))
    cards = [card(fact, dossier) for fact in statements]
    shown = opened.locator("#a2 .facts p:not(.f)").all_text_contents()
    assert shown == [made.body for made in cards]
    first = [card(fact, seed()).body for fact in (*seed().statements, *seed().policies)]
    assert {*opened.locator("#a1 .facts p:not(.f)").all_text_contents()} == {*first}
    quiet = open_page(gm.report(given, pictures=False), java_script_enabled=False)
    before = "getComputedStyle(document.querySelector('#a1st1 p'), '::before').content"
    assert "marked in the text" in quiet.evaluate(before)
    alone = open_page(gm.report(dossier, pictures=False), java_script_enabled=False)
    assert alone.locator(".facts p:not(.f)").all_text_contents() == shown


def test_a_hundred_articles_open_and_filter(open_page: Open) -> None:
    html = page(editions=100)
    dossiers = [edition(number) for number in range(1, 101)]
    texts = [dossier.articles[0].text for dossier in dossiers]
    assert len(html.encode()) - sum(len(text.encode()) for text in texts) <= 2_000_000
    opened = open_page(html)
    assert opened.locator(".article").count() == opened.locator(".index li").count() == 100
    opened.click("#ia100 a")
    opened.locator("#a100st1").wait_for(state="visible")
    opened.click("#ia60 a")
    opened.wait_for_timeout(500)
    assert abs(opened.eval_on_selector("#a60", "(one) => one.getBoundingClientRect().top")) < 200
    option = opened.locator("#who option", has_text="Albin Kurti").first
    opened.select_option("#who", value=option.get_attribute("value"))
    assert opened.inner_text("#said").endswith("in 100 articles about Albin Kurti")
