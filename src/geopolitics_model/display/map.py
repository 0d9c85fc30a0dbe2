"""Where it happens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from geopolitics_model.display import palette, pictures
from geopolitics_model.model import Dossier

if TYPE_CHECKING:
    import altair as alt


def chart(dossiers: Dossier | Iterable[Dossier]) -> alt.Chart:
    """Places, and the missions and conflicts at them, as a chart of Altair.

    Raises:
        MissingExtra: Altair is not installed.
    """
    alt = pictures.altair()
    dossier = pictures.united(dossiers)
    rows: list[dict[str, Any]] = [
        {"name": place.name, "class": "Place", "x": place.longitude, "y": place.latitude}
        for place in dossier.places
        if place.longitude is not None
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(
        x=alt.X("x:Q", axis=None), y=alt.Y("y:Q", axis=None)
    )
    points = base.mark_circle(size=60, opacity=1).encode(
        color=alt.Color("class:N", scale=alt.Scale(domain=[*palette.COLOURS])), tooltip=["name:N"]
    )
    names = base.mark_text(style="label", dy=-10).encode(text="name:N")
    layers = alt.layer(points, names).properties(width=640, height=420)
    return pictures.themed(layers.interactive())
