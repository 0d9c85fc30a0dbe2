"""What a notebook shows, in a browser: a click on words shows the card of what was read."""

from __future__ import annotations

from geopolitics_model.display.html import to_html
from tests.browser.conftest import Open
from tests.browser.world import seed

PAGE = "<!doctype html><title>Notebook</title>{}"
SHOWN = ".cards input:checked + .card b"


def test_a_click_on_words_shows_their_card(open_page: Open) -> None:
    opened = open_page(PAGE.format(to_html(seed()) + to_html(seed())))
    for number in range(2):  # the same dossier twice: the outputs keep apart
        output = opened.locator(".gm").nth(number)
        output.locator("label.pe", has_text="Albin Kurti").click()
        assert output.locator(SHOWN).inner_text() == "Albin Kurti"
        assert output.locator(".card").filter(visible=True).count() == 1


def test_by_keyboard_the_cards_are_gone_through(open_page: Open) -> None:
    opened = open_page(PAGE.format(to_html(seed())))
    first = opened.inner_text(".cards .card code >> nth=0")
    opened.focus(".cards input:checked")
    opened.keyboard.press("ArrowDown")
    assert opened.locator(".cards input:checked + .card code").inner_text() != first


def test_without_script_and_styles_stay_inside(open_page: Open) -> None:
    opened = open_page(
        PAGE.format("<b id=out>Out</b>" + to_html(seed())), java_script_enabled=False
    )
    opened.locator("label.mi").first.click()
    assert opened.locator(SHOWN).inner_text() == "KFOR"
    alone = open_page(PAGE.format("<b id=out>Out</b>"))
    with_output = open_page(PAGE.format("<b id=out>Out</b>" + to_html(seed())))
    for name in ("font-size", "color", "background-color", "font-family"):
        value = f"(one) => getComputedStyle(one)['{name}']"
        inside = with_output.eval_on_selector("#out", value)
        assert inside == alone.eval_on_selector("#out", value)
