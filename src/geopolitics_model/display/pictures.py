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
from geopolitics_model.errors import MissingExtra
from geopolitics_model.model import Dossier

if TYPE_CHECKING:
    import altair as alt

VEGA_LITE = "6.4"
"""The version that the charts are written for and drawn with."""

INSTALL = 'pip install "geopolitics_model[pictures]"'


def altair() -> Any:
    """The plotting library.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        import altair
    except ImportError:
        raise MissingExtra(f"Altair draws the pictures; install it with: {INSTALL}") from None
    return altair


def united(dossiers: Dossier | Iterable[Dossier]) -> Dossier:
    """One dossier of all."""
    return dossiers if isinstance(dossiers, Dossier) else reduce(or_, dossiers, Dossier())


def themed(chart: Any, theme: Theme = "light") -> Any:
    """The chart with the colours of a theme."""
    return chart.configure(**palette.config(theme))


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
    try:
        import vl_convert
    except ImportError:
        raise MissingExtra(f"vl-convert draws without a browser: {INSTALL}") from None
    return vl_convert
