"""What the pictures have in common: the optional plotting library, themes, files.

A picture is a chart of Altair, interactive where it is shown. `svg` and `png` draw it without a
browser and without network.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from geopolitics_model.display import palette
from geopolitics_model.display.palette import Theme
from geopolitics_model.extras import imported
from geopolitics_model.formats.jsonl import merged
from geopolitics_model.model import Dossier

if TYPE_CHECKING:
    import altair as alt

VEGA_LITE = "6.4"
"""The version that the charts are written for and drawn with."""

_COUNTED = re.compile(r"(?<=[\"#])(clip|gradient)_?[0-9]+(?=[\")])")

EXTRA = "notebook"
"""The optional dependencies that the pictures need."""


def altair() -> Any:
    """The plotting library.

    Raises:
        MissingExtra: it is not installed.
    """
    return imported("altair", EXTRA)


def empty(note: str) -> alt.TopLevelMixin:
    """A picture that says why there is none."""
    alt: Any = altair()
    chart = alt.Chart(alt.Data(values=[{"note": note}])).mark_text(style="note", fontSize=14)
    return themed(chart.encode(text="note:N").properties(width=620, height=60))


def united(dossiers: Dossier | Iterable[Dossier]) -> Dossier:
    """One dossier of all."""
    return dossiers if isinstance(dossiers, Dossier) else merged(dossiers)


def themed(chart: Any) -> alt.TopLevelMixin:
    """The chart in the light theme, and such that a notebook shows it without a network."""
    chart = chart.configure(**palette.config("light"))
    kind: Any = type(chart)
    # Altair takes a plain assignment for one to the chart's document.
    object.__setattr__(chart, "__class__", _offline(kind))
    result: alt.TopLevelMixin = chart
    return result


@cache
def _offline(kind: Any) -> Any:
    """The same kind of chart, but one that brings along what a notebook needs to show it.

    Altair itself has a notebook fetch its scripts, unless its renderer is set for all charts.
    """

    def mimebundle(self: Any, *_: Any, **__: Any) -> dict[str, str]:
        from geopolitics_model.display.embedding import html

        return {"text/html": html(self), "text/plain": repr(self)}

    return type(
        kind.__name__,
        (kind,),
        {"_repr_mimebundle_": mimebundle, "__repr__": lambda _: f"<{kind.__name__}>"},
    )


def colour(alt: Any, legend: Any = None) -> Any:
    """The colour of the class of each row, the same in all pictures.

    A legend is drawn only if every layer that has this channel names it.
    """
    scale = alt.Scale(domain=[*palette.COLOURS])
    return alt.Color("class:N", title=None, legend=legend, scale=scale)


def shape(alt: Any, legend: Any = None) -> Any:
    """The shape of the class of each row; of the same domain, so that one legend shows both."""
    shapes = [palette.SHAPES.get(name, "circle") for name in palette.COLOURS]
    scale = alt.Scale(domain=[*palette.COLOURS], range=shapes)
    return alt.Shape("class:N", title=None, legend=legend, scale=scale)


def legend(alt: Any, kinds: list[str]) -> Any:
    """What the colours and shapes of these classes mean."""
    return alt.Legend(orient="bottom", values=kinds, symbolOpacity=1, symbolSize=80, offset=4)


def names(alt: Any, rows: list[dict[str, Any]], x: Any, y: Any, gap: int = 9) -> list[Any]:
    """The names of rows that know their side, each over a halo that keeps it readable.

    `gap` is how far from the middle of its point a name begins, in pixels.
    """
    sides = {
        "right": {"align": "left", "baseline": "middle", "dx": gap},
        "left": {"align": "right", "baseline": "middle", "dx": -gap},
        "above": {"align": "center", "baseline": "bottom", "dy": 1 - gap},
        "below": {"align": "center", "baseline": "top", "dy": gap},
    }
    layers = []
    for side, place in sides.items():
        here = [
            {"name": row.get("label", row["name"]), "x": row["x"], "y": row["y"]}
            for row in rows
            if row["side"] == side
        ]
        for style in ("halo", "label") if here else ():
            text = alt.Chart(alt.Data(values=here)).mark_text(style=style, clip=True, **place)
            layers.append(text.encode(x=x, y=y, text="name:N"))
    return layers


def spec(chart: alt.TopLevelMixin, theme: Theme = "light") -> dict[str, Any]:
    """The Vega-Lite document of a chart in a theme, for a page that embeds Vega itself."""
    document: dict[str, Any] = chart.to_dict()
    return document | {"config": palette.config(theme)}


def svg(chart: alt.TopLevelMixin, theme: Theme = "light") -> str:
    """The chart as the text of an SVG file; always the same for the same chart and theme.

    The ids in it are of this chart alone, so several pictures can stand in one page.

    Raises:
        MissingExtra: the drawing library is not installed.
    """
    document = spec(chart, theme)
    text: str = _converter().vegalite_to_svg(document, vl_version=VEGA_LITE)
    # Vega counts on from chart to chart of a process.
    key = sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()[:8]
    numbers: dict[str, str] = {}
    return _COUNTED.sub(
        lambda found: numbers.setdefault(found[0], f"{found[1]}-{key}-{len(numbers)}"), text
    )


def png(chart: alt.TopLevelMixin, theme: Theme = "light", scale: float = 2.0) -> bytes:
    """The chart as the bytes of a PNG file, `scale` times as large as on a plain screen.

    Raises:
        MissingExtra: the drawing library is not installed.
    """
    data: bytes = _converter().vegalite_to_png(
        spec(chart, theme), vl_version=VEGA_LITE, scale=scale
    )
    return data


def _converter() -> Any:
    return imported("vl_convert", EXTRA)
