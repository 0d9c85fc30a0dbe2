"""What the pictures have in common: the optional plotting library, themes, files.

A picture is a chart of Altair, interactive where it is shown. `svg` and `png` draw it without a
browser and without network.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from geopolitics_model.display import palette
from geopolitics_model.display.palette import Theme
from geopolitics_model.extras import imported
from geopolitics_model.model import Dossier

if TYPE_CHECKING:
    import altair as alt

VEGA_LITE = "6.4"
"""The version that the charts are written for and drawn with."""

EXTRA = "notebook"
"""The optional dependencies that the pictures need."""


def altair() -> Any:
    """The plotting library.

    Raises:
        MissingExtra: it is not installed.
    """
    return imported("altair", EXTRA)


def empty(note: str) -> Any:
    """A picture that says why there is none."""
    alt = altair()
    chart = alt.Chart(alt.Data(values=[{"note": note}])).mark_text(style="note", fontSize=14)
    return themed(chart.encode(text="note:N").properties(width=620, height=60))


def united(dossiers: Dossier | Iterable[Dossier]) -> Dossier:
    """One dossier of all."""
    return dossiers if isinstance(dossiers, Dossier) else reduce(or_, dossiers, Dossier())


def themed(chart: Any, theme: Theme = "light") -> Any:
    """The chart with the colours of a theme."""
    return chart.configure(**palette.config(theme))


def colour(alt: Any, legend: Any = None) -> Any:
    """The colour of the class of each row, the same in all pictures."""
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


_SIDES = {
    "right": {"align": "left", "baseline": "middle", "dx": 9},
    "left": {"align": "right", "baseline": "middle", "dx": -9},
    "above": {"align": "center", "baseline": "bottom", "dy": -8},
    "below": {"align": "center", "baseline": "top", "dy": 9},
}


def names(alt: Any, rows: list[dict[str, Any]], x: Any, y: Any) -> list[Any]:
    """The names of rows that know their side, each over a halo that keeps it readable."""
    layers = []
    for side, place in _SIDES.items():
        here = [
            {key: row[key] for key in ("name", "x", "y")} for row in rows if row["side"] == side
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
    """The chart as the text of an SVG file.

    Raises:
        MissingExtra: the drawing library is not installed.
    """
    text: str = _converter().vegalite_to_svg(spec(chart, theme), vl_version=VEGA_LITE)
    return text


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
