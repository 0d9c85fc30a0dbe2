"""The pictures inside a page: SVG that follows the page's colours, and the same as a table."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from geopolitics_model.display import palette, pictures
from geopolitics_model.display.html.environment import PAPER
from geopolitics_model.display.html.sections import LAYERS
from geopolitics_model.errors import MissingExtra
from geopolitics_model.late import implementation
from geopolitics_model.model import Dossier

_PICTURES = {
    "timeline": "What happens when",
    "network": "Who acts on, speaks to and belongs to whom",
    "map": "Where it happens",
}
_COLUMNS = ("when", "class", "label", "name", "what", "text", "kind")
"""What of a chart's data says something in words, in this order."""

_SPOKEN = re.compile(
    r' (?:aria-[a-z]+|role|class|xmlns:xlink)="[^"]*"| transform="translate\(0, ?0\)"'
)
_UNSEEN = re.compile(r'<path[^>]* display="none"[^>]*/>|<path(?: d="[^"]*")?/>')
_PATH = re.compile(r' d="(M[^"]*)"')
_NEAR = 0.9
"""Points of an outline that are closer to each other than this, in pixels, are one."""
_ID = re.compile(r'\bid="([^"]+)"')
_COLOUR = re.compile(r'"(#[0-9a-fA-F]{6})"')
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")
_NUMBER = re.compile(r"(\.\d)\d+")


class Figure(NamedTuple):
    """A picture, and its data in words for those who do not see it."""

    name: str
    caption: str
    svg: Markup
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]


def figures(dossier: Dossier, *, insist: bool) -> list[Figure]:
    """The pictures that show something of this dossier.

    Raises:
        MissingExtra: `insist`, and the plotting library is not installed.
    """
    found = []
    for name, caption in _PICTURES.items():
        try:
            chart = implementation(name)(dossier)
            columns, rows = _table(chart)
            if rows:
                svg = inline(pictures.svg(chart, "light"), name, caption)
                found.append(Figure(name, caption, svg, columns, rows))
        except MissingExtra:
            if insist:
                raise
            return []
    return found


def inline(svg: str, prefix: str, label: str) -> Markup:
    """An SVG file as an element of a page.

    Colours become those of the page, so that one picture serves light and dark; ids get a prefix,
    as the page has more than one picture; its parts are silent, as the whole has a label.
    """
    text = _UNSEEN.sub("", _SPOKEN.sub("", svg[svg.index("<svg") :]))
    text = _PATH.sub(lambda m: f' d="{_thinned(m[1])}"', text)
    text = _ID.sub(rf'id="{prefix}-\1"', text).replace("url(#", f"url(#{prefix}-")
    text = text.replace('href="#', f'href="#{prefix}-')
    names = variables()
    text = _COLOUR.sub(lambda m: f'"{names.get(m[1].lower(), m[1])}"', text)
    head, _, rest = _NUMBER.sub(r"\1", text).partition(">")
    width = re.search(r' width="([\d.]+)"', head)
    head = re.sub(r' (?:width|height)="[^"]*"', "", head)
    head += f' role="img" aria-label="{escape(label)}"'
    head += f' style="max-width:{width[1]}px"' if width else ""
    return Markup(f"{head}>{rest}")


def variables() -> dict[str, str]:
    """The light colours of the palette, and the CSS variables that follow the page's scheme."""
    pairs = {LAYERS[name.lower()]: shades for name, shades in palette.COLOURS.items()}
    pairs |= {name.lower(): getattr(palette, name) for name in PAPER}
    return {shades.light.lower(): f"var(--{name})" for name, shades in pairs.items()}


def _thinned(path: str) -> str:
    """A long line without the points that nobody can tell apart."""
    if path.count("L") < 20:
        return path
    kept: list[str] = []
    last = (math.inf, math.inf)
    for point in path.split("L"):
        start = _POINT.fullmatch(point)
        if not start:  # a line ends, or another begins: all of it is kept
            kept.append(point)
            last = (math.inf, math.inf)
            continue
        here = (float(start[1]), float(start[2]))
        if math.dist(here, last) >= _NEAR:
            kept.append(point)
            last = here
    return "L".join(kept)


def _table(chart: Any) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The data of a chart that are words: the columns that there are, and each row once."""
    data = [row for row in _data(chart.to_dict()) if any(key in row for key in _COLUMNS)]
    columns = tuple(key for key in _COLUMNS if any(row.get(key) for row in data))
    # A label is the beginning of the text beside it.
    if {"label", "text"} <= {*columns}:
        columns = tuple(key for key in columns if key != "label")
    rows = [tuple(str(row.get(key, "")) for key in columns) for row in data]
    return columns, [*dict.fromkeys(rows)]


def _data(node: Any) -> Iterator[dict[str, Any]]:
    """The rows of all data inside a Vega-Lite document, outlines of countries left out."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "values" and isinstance(value, list):
                yield from (row for row in value if isinstance(row, dict) and "geometry" not in row)
            elif key == "datasets":
                for rows in value.values():
                    yield from _data({"values": rows})
            else:
                yield from _data(value)
    elif isinstance(node, list):
        for value in node:
            yield from _data(value)
