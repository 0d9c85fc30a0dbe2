"""The three pictures: what they show, that they are the same each time, and need no network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import geopolitics_model as gm
from geopolitics_model.display import embedding, map, network, palette, pictures, timeline
from tests.display.article import DOSSIER

alt = pytest.importorskip("altair")
pytest.importorskip("vl_convert")
pytest.importorskip("networkx")

CHARTS = {"timeline": timeline.chart, "network": network.chart, "map": map.chart}


def words_of(svg: str) -> str:
    found = re.findall(r"<text[^>]*>(.*?)</text>", svg)
    return " ".join(re.sub("<[^>]*>", " ", text) for text in found)


@pytest.mark.parametrize("name", CHARTS)
def test_each_is_drawn_alike_every_time_and_in_both_themes(name: str) -> None:
    chart = getattr(DOSSIER, name)()
    light, dark = pictures.svg(chart), pictures.svg(chart, "dark")
    assert light == pictures.svg(CHARTS[name](DOSSIER))
    assert palette.BACKGROUND.dark in dark
    assert palette.BACKGROUND.dark not in light
    assert palette.COLOURS["Conflict"].dark in dark
    assert pictures.png(chart, scale=1).startswith(b"\x89PNG")


@pytest.mark.parametrize("name", CHARTS)
def test_an_empty_dossier_has_a_picture_that_says_so(name: str) -> None:
    assert re.search("Nothing|Nobody|No place", words_of(pictures.svg(CHARTS[name](gm.Dossier()))))


@pytest.mark.parametrize("name", CHARTS)
def test_several_dossiers_are_one_picture(name: str) -> None:
    chart = CHARTS[name]
    assert chart([DOSSIER, DOSSIER]).to_dict() == chart(DOSSIER).to_dict()


def test_files_need_no_browser(tmp_path: Path) -> None:
    DOSSIER.timeline().save(tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text().startswith("<svg")


@pytest.mark.parametrize("name", CHARTS)
def test_a_notebook_gets_all_that_it_needs(name: str) -> None:
    html = getattr(DOSSIER, name)()._repr_mimebundle_()["text/html"]
    assert "<svg" in html
    assert "http://www.w3.org" in html
    hosts = {*re.findall(r"https?://([\w.-]+)", html)}
    assert hosts == {"www.w3.org", "vega.github.io"}, "name spaces and the schema, not fetched"
    assert not re.search(r"<(script|link|img)[^>]+(src|href)=", html)


def test_names_cannot_leave_the_script() -> None:
    evil = gm.Place(
        id="place:x", name="</script><script>alert(1)</script>", latitude=1, longitude=1
    )
    html = embedding.html(map.chart(gm.Dossier(places=(evil,))))
    assert html.count("<script>") == 1
    assert html.count("</script>") == 1


def test_the_timeline_is_honest_about_precision() -> None:
    rows = _rows(timeline.chart(DOSSIER), "shape")
    assert {(row["class"], row["first"], row["last"], row["shape"]) for row in rows} == {
        ("Conflict", "1999-01-01", "2003-05-31", "days"),
        ("Mission", "2004-01-01", "2004-12-31", "days"),
        ("Policy", "2022-07-01", "2022-07-31", "days"),
        ("Statement", "2022-08-03", "2022-08-03", "day"),
        ("Statement", "2022-08-04", "2022-08-04", "day"),
    }
    assert [row["text"] for row in rows if row["reported"]] == ["Bo Žak: war (said)"]
    assert [row["class"] for row in rows if row["after"]] == ["Mission"]


def test_a_long_timeline_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "ROWS", 3)
    rows = _rows(timeline.chart(DOSSIER), "shape")
    assert sum(row["count"] for row in rows) == 5
    assert "Statement" in words_of(pictures.svg(timeline.chart(DOSSIER)))


def test_the_network_tells_why() -> None:
    why = {(row["class"], row["who"]): row["why"] for row in _rows(network.chart(DOSSIER), "why")}
    assert why == {
        ("Statement", "Ann Lee → Ruritania"): "demand: Leave at once",
        ("Policy", "Government of Ruritania → Zenda"): "adopted: sanctions against Zenda",
        ("Mission", "Northern Alliance → Mission Bridge"): "leads Mission Bridge",
        ("Mission", "Mission Bridge → Zenda"): "Mission Bridge works there",
        ("Conflict", "Ruritania – Zenda"): "opposed in: war of Ruritania and Zenda",
        ("Person", "Ann Lee → Northern Alliance"): "envoy of Northern Alliance",
        ("Organisation", "Government of Ruritania → Ruritania"): "government of",
    }


def test_the_network_keeps_the_strongest_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "STRONGEST", 3)
    chart = network.chart(DOSSIER)
    assert {row["name"] for row in _rows(chart, "links")} == {
        "Ruritania",
        "Zenda",
        "Mission Bridge",
    }
    assert "3 with fewer links are left out." in words_of(pictures.svg(chart))


def test_the_map_names_what_it_can_and_what_it_cannot_show() -> None:
    chart = map.chart(DOSSIER)
    drawn = words_of(pictures.svg(chart))
    assert "Zenda" in drawn
    assert "Without coordinates: Nowhere." in drawn
    facts = [row["name"] for row in _rows(chart, "count")]
    assert facts == [
        "Zenda: Mission Bridge (peacekeeping, unknown)",
        "Zenda: war of Ruritania and Zenda (interstate, ended)",
    ]


def _rows(chart: Any, key: str) -> list[dict[str, Any]]:
    """The rows of data that have this key, wherever they stand in the chart."""
    found: list[dict[str, Any]] = []

    def look(value: Any) -> None:
        if isinstance(value, dict):
            if key in value and ("class" in value or "name" in value) and "mark" not in value:
                found.append(value)
            for inner in value.values():
                look(inner)
        elif isinstance(value, list):
            for inner in value:
                look(inner)

    look({k: v for k, v in chart.to_dict().items() if k not in ("config", "title")})
    return list({str(row): row for row in found}.values())
