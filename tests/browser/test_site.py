"""The site as it is built, opened from a disk: its search works without a server."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
SEARCH = ("search", "offline")

pytest.importorskip("material")


def small_site(folder: Path) -> Path:
    """A site of two pages with the settings of ours; the whole one takes minutes to build."""
    settings: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for name in ("nav", "hooks"):
        del settings[name]
    settings["plugins"] = [name for name in settings["plugins"] if name in SEARCH]
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    docs = folder / "docs"
    shutil.copytree(ROOT / "docs" / "assets", docs / "assets")
    shutil.copy(ROOT / "docs" / "style.css", docs)
    (docs / "index.md").write_text("# Home\n\nNothing here.\n", encoding="utf-8")
    (docs / "belgrade.md").write_text("# Talks\n\nThe zanzabar convened.\n", encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=folder, check=True)
    return folder / "site"


def test_the_search_finds_a_page_when_the_site_is_opened_from_a_disk(
    browser: Browser, tmp_path: Path
) -> None:
    site = small_site(tmp_path)
    asked: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.get_by_role("textbox", name="Search").fill("zanzabar")
    found = page.locator(".md-search-result__link").first
    found.wait_for()
    assert "Talks" in found.inner_text()
    found.click()
    page.wait_for_url("**/belgrade.html*")
    assert [url for url in asked if not url.startswith(site.as_uri())] == []
    page.close()
