"""Charts in a page: interactive, without a network, and still where scripts are not allowed."""

from __future__ import annotations

import pytest

from geopolitics_model.display import embedding
from tests.browser.conftest import Open
from tests.display.article import DOSSIER

pytest.importorskip("altair")
pytest.importorskip("vl_convert")
pytest.importorskip("networkx")

PICTURES = ("timeline", "network", "map")


def page_of(*names: str) -> str:
    pieces = [embedding.html(getattr(DOSSIER, name)()) for name in names]
    return f'<!doctype html><meta charset="utf-8"><title>Pictures</title>{"".join(pieces)}'


def test_charts_become_interactive_without_a_network(open_page: Open) -> None:
    page = open_page(page_of(*PICTURES))
    page.wait_for_function("document.querySelectorAll('.vega-embed').length === 3")
    actor = page.locator(".vega-embed").nth(1).locator("[aria-label*='name: Zenda']").first
    actor.wait_for()
    actor.hover()
    page.wait_for_selector("#vg-tooltip-element.visible")
    assert "Zenda" in page.locator("#vg-tooltip-element").inner_text()


def test_charts_stand_still_where_scripts_are_not_allowed(open_page: Open) -> None:
    page = open_page(page_of("map"), java_script_enabled=False)
    assert page.locator("svg").count() == 1
    assert page.locator("svg text", has_text="Zenda").count() >= 1
