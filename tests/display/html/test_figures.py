"""Pictures inside a page: in its colours, without ids in common, said in words as well."""

import re

import pytest

import geopolitics_model as gm
from geopolitics_model.display.html.figures import figures, inline
from tests.display.html.world import dossier

SVG = (
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="100.5" height="20" '
    'viewBox="0 0 100.5 20"><defs><clipPath id="clip0"><rect/></clipPath></defs>'
    '<g clip-path="url(#clip0)" role="graphics-object" aria-label="mark"><path d="M1.23456,2" '
    'fill="{colour}" stroke="#123456"/></g></svg>'
)


def test_an_svg_becomes_a_part_of_the_page() -> None:
    from geopolitics_model.display import palette

    html = inline(SVG.format(colour=palette.TEXT.light), "map", "Where & when")
    assert html.startswith("<svg ")
    assert 'id="map-clip0"' in html
    assert "url(#map-clip0)" in html
    assert 'fill="var(--text)"' in html
    assert 'stroke="#123456"' in html
    assert "M1.2,2" in html
    head = html.partition(">")[0]
    assert 'role="img" aria-label="Where &amp; when"' in head
    assert "max-width:100.5px" in head
    assert not re.search(r' (?:width|height)="', head)
    assert html.count("aria-label") == 1


def test_of_an_outline_points_that_nobody_can_tell_apart_go() -> None:
    line = "L".join(f"{i / 10:.1f},5" for i in range(100))
    html = inline(f'<svg width="9"><path d="M{line}Z" fill="#000000"/></svg>', "map", "Where")
    path = html.partition(' d="')[2].partition('"')[0]
    assert path.startswith("M0.0,5L")
    assert path.endswith("9.9,5Z")
    assert 9 <= path.count("L") <= 13


def test_every_picture_has_its_table() -> None:
    for name in ("altair", "vl_convert", "networkx"):
        pytest.importorskip(name)
    found = figures(dossier(), insist=True)
    assert [figure.name for figure in found] == ["timeline", "network", "map"]
    for figure in found:
        assert figure.svg.startswith("<svg")
        assert figure.rows
        assert all(len(row) == len(figure.columns) for row in figure.rows)
    assert any("Ruritania" in cell for figure in found for row in figure.rows for cell in row)
    page = gm.report(dossier(), pictures=True)
    ids = re.findall(r'\bid="?([^" >]+)', page)
    assert len(ids) == len({*ids})


def test_nothing_to_see_is_no_picture() -> None:
    assert figures(gm.Dossier(), insist=False) == []
