"""A headless Chromium, and pages opened in it that may ask nobody for anything."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent

Open = Callable[..., "Page"]
"""Opens HTML in a new page; keyword arguments are those of a browser context."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed (Debian: apt-get install chromium)")
    with api.sync_playwright() as playwright:
        # The sandbox of Chromium does not work for root, as in a container.
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open HTML as a file; what is logged as an error or asked of anyone fails the test."""
    faults: list[str] = []
    with ExitStack() as stack:

        def opened(html: str, **context: Any) -> Page:
            path = tmp_path / f"page{len([*tmp_path.iterdir()])}.html"
            path.write_text(html, encoding="utf-8")
            page = stack.enter_context(browser.new_context(**context)).new_page()
            page.on("console", lambda m: faults.append(m.text) if m.type != "log" else None)
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("dialog", lambda dialog: faults.append(dialog.message))
            page.on(
                "request",
                lambda r: None if r.url.startswith(path.as_uri()) else faults.append(r.url),
            )
            page.goto(path.as_uri())
            return page

        yield opened
    assert faults == []
