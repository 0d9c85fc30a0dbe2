"""No violation of the rules that axe-core checks: WCAG 2 A and AA, contrast among them."""

from __future__ import annotations

from typing import Any

import pytest

from geopolitics_model.display.html import to_html
from tests.browser.conftest import Open
from tests.browser.world import page, seed

AXE = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

NOTEBOOK = """<!doctype html><html lang="en"><head><title>Notebook</title></head>
<body style="background:{background};color:{text}"><main><h1>Notebook</h1>{outputs}</main></body>
</html>"""


def violations(page: Any) -> list[str]:
    found = AXE.Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_page_of_an_article(open_page: Open, scheme: str, width: int) -> None:
    opened = open_page(
        page(pictures=True), color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    opened.eval_on_selector_all("details", "(all) => all.forEach((one) => { one.open = true })")
    assert violations(opened) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_several_articles(open_page: Open, scheme: str) -> None:
    opened = open_page(page(editions=2), color_scheme=scheme)
    # The checker asks what lies over what, and gets no answer of articles that are not laid out.
    opened.add_style_tag(content=".article { content-visibility: visible !important }")
    assert violations(opened) == []


def test_the_checker_finds_what_is_wrong(open_page: Open) -> None:
    pale = NOTEBOOK.format(background="#fff", text="#ccc", outputs="<p>Pale.</p><img>")
    assert {found.partition(":")[0] for found in violations(open_page(pale))} == {
        "color-contrast",
        "image-alt",
    }


@pytest.mark.parametrize(("background", "text"), [("#ffffff", "#212121"), ("#111111", "#e0e0e0")])
def test_the_outputs_of_a_notebook(open_page: Open, background: str, text: str) -> None:
    dossier = seed()
    things = (dossier, dossier.statements, dossier.places, dossier.missions[0], dossier.times[0])
    outputs = "".join(to_html(thing) for thing in things)
    opened = open_page(NOTEBOOK.format(background=background, text=text, outputs=outputs))
    assert violations(opened) == []
