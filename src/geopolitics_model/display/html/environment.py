"""The templates and the style sheets, read from the package; everything is escaped by default."""

from __future__ import annotations

from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from geopolitics_model.display import palette
from geopolitics_model.display.html.sections import LAYERS, UNSHOWN

PAPER = ("BACKGROUND", "TEXT", "FAINT", "LINE", "LAND")
"""The colours of the palette that are no class's."""

_TIME, _CUE = palette.FAINT, palette.COLOURS["Statement"]


@cache
def environment() -> Environment:
    """The one environment of all templates."""
    made = Environment(
        loader=PackageLoader("geopolitics_model.display.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["layers"] = LAYERS
    made.globals["unshown"] = UNSHOWN
    return made


@cache
def asset(name: str) -> Markup:
    """A style sheet or a script of the package; none of it comes from an article."""
    folder = resources.files("geopolitics_model.display.html") / "templates"
    return Markup((folder / name).read_text(encoding="utf-8"))


@cache
def colours() -> Markup:
    """The palette as CSS variables that follow the colour scheme: `--st` for statements."""
    shades = {LAYERS[name.lower()]: pair for name, pair in palette.COLOURS.items()}
    shades |= {LAYERS["time"]: _TIME, LAYERS["cue"]: _CUE}
    shades |= {name.lower(): getattr(palette, name) for name in PAPER}
    lines = [f"--{layer}:light-dark({pair.light},{pair.dark})" for layer, pair in shades.items()]
    return Markup(";".join(lines))
