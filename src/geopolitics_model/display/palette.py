"""Colours by class, the same in every picture and on the page, in a light and a dark theme.

They were searched for: as far apart as possible in CIELAB for full colour vision and for
protanopia, deuteranopia and tritanopia as Machado, Oliveira and Fernandes (2009) simulate them,
each with a contrast of at least 4.5 : 1 with its background (WCAG 1.4.3). No picture relies on
colour alone.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

Theme = Literal["light", "dark"]


class Shades(NamedTuple):
    """One colour for each theme, as `#rrggbb`."""

    light: str
    dark: str


COLOURS: dict[str, Shades] = {
    "Organisation": Shades("#2a1a8a", "#9d70f5"),
    "Person": Shades("#4f4010", "#d7bb11"),
    "Place": Shades("#646a87", "#adb1c2"),
    "Mission": Shades("#1b875a", "#9eeab7"),
    "Statement": Shades("#6b0a58", "#e0557f"),
    "Policy": Shades("#2e5eee", "#7d9ce0"),
    "Conflict": Shades("#bc5a0f", "#d98f4e"),
}
"""By the name of the class of the model."""

SHAPES = {"Place": "circle", "Mission": "diamond", "Policy": "triangle-up", "Conflict": "square"}
"""The shapes of Vega for the marks of a class, which tell classes apart without colour; a circle
for all others."""

BACKGROUND = Shades("#ffffff", "#16191f")
TEXT = Shades("#1c2128", "#e6e9ee")
FAINT = Shades("#5b6470", "#9aa3af")
"""Axes, notes, what is not the matter itself."""
LINE = Shades("#d5d9df", "#3a414c")
LAND = Shades("#eceef1", "#262b33")

FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif"


def colours(theme: Theme) -> dict[str, str]:
    """Each class's colour in this theme."""
    return {name: getattr(shades, theme) for name, shades in COLOURS.items()}


def config(theme: Theme) -> dict[str, Any]:
    """The Vega-Lite configuration of a theme: what makes a picture light or dark.

    The pictures themselves name no colour. They use the scale `category` in the order of
    `COLOURS`, and the styles "land" (outlines), "label" (names), "halo" (below them) and "note".
    """
    text, faint, line, background = (
        getattr(shades, theme) for shades in (TEXT, FAINT, LINE, BACKGROUND)
    )
    return {
        "background": background,
        "text": {"color": text},
        "font": FONT,
        "view": {"stroke": None},
        "title": {"color": text, "subtitleColor": faint, "anchor": "start", "fontSize": 15},
        "axis": {
            "labelColor": text,
            "titleColor": faint,
            "gridColor": line,
            "domainColor": line,
            "tickColor": line,
            "labelFontSize": 12,
        },
        "legend": {"labelColor": text, "titleColor": faint, "labelFontSize": 12},
        "header": {"labelColor": text, "titleColor": faint, "labelFontSize": 13},
        "range": {"category": [*colours(theme).values()]},
        "style": {
            "land": {"fill": getattr(LAND, theme), "color": line, "strokeWidth": 0.7},
            "label": {"fontSize": 11.5},
            "halo": {"fontSize": 11.5, "stroke": background, "strokeWidth": 3},
            "note": {"color": faint},
        },
    }
