"""Where it happens: places, and the missions and conflicts at them, on outlines of countries."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from geopolitics_model.display import labels, outlines, pictures, words
from geopolitics_model.display.labels import Spot
from geopolitics_model.display.outlines import Window
from geopolitics_model.model import Conflict, Dossier, Mission, Place

if TYPE_CHECKING:
    import altair as alt

PLACES = 120
"""The most places that are drawn: those that are mentioned most, and all with a mission or
conflict before them."""

_WIDTH, _TALLEST = 680, 560
_ASIDE = {"Mission": (9, -9), "Conflict": (-9, -9)}
"""Where, in pixels from the place, the mark of a mission or conflict stands."""
_LEAST = 8.0
"""The least height of the map in degrees, so that a single town still shows its country."""

Row = dict[str, Any]


def chart(dossiers: Dossier | Iterable[Dossier]) -> alt.TopLevelMixin:
    """The places with coordinates as a chart of Altair: drag to move, scroll to zoom.

    A disc is a place, as large as it is mentioned often; a diamond beside it a mission, a square
    a conflict there. Names that would cover others are left out and are told by the pointer.

    Raises:
        MissingExtra: Altair is not installed.
    """
    alt = pictures.altair()
    dossier = pictures.united(dossiers)
    known = [place for place in dossier.places if place.latitude is not None]
    if not known:
        return pictures.empty("No place here has coordinates.")
    missions, conflicts = _at(dossier.missions), _at(dossier.conflicts)
    shown = sorted(
        known,
        key=lambda place: (
            place.id not in missions and place.id not in conflicts, -len(place.mentions), place.id
        ),
    )[:PLACES]  # fmt: skip
    frame = _Frame(shown)
    facts = [
        _fact(place, things, frame)
        for place in shown
        for things in (missions.get(place.id), conflicts.get(place.id))
        if things
    ]
    kinds = [kind for kind in _ASIDE if any(fact["class"] == kind for fact in facts)]
    places = _named([_place(dossier, place, frame) for place in shown], facts, frame)
    legend = pictures.legend(alt, ["Place", *kinds])
    layers = [
        _land(alt, frame),
        _discs(alt, places, frame, legend),
        *_facts(alt, facts, frame, legend),
    ]
    layers += pictures.names(alt, places, frame.x(alt), frame.y(alt))
    whole = alt.layer(*layers).properties(
        width=_WIDTH, height=frame.height, title=_title(dossier, known, shown)
    )
    return pictures.themed(whole.interactive())


def _title(dossier: Dossier, known: list[Place], shown: list[Place]) -> Any:
    nowhere = [place.name for place in dossier.places if place.latitude is None]
    notes = [f"The {len(shown)} most mentioned of {len(known)} places."] if known != shown else []
    notes = notes if len(known) > len(shown) else []
    if nowhere:
        more = f" and {len(nowhere) - 4} more" if len(nowhere) > 4 else ""
        notes.append(f"Without coordinates: {', '.join(map(words.printable, nowhere[:4]))}{more}.")
    places = "1 place" if len(shown) == 1 else f"{len(shown)} places"
    return {"text": places, "subtitle": [*notes, "Outlines: Natural Earth, as held on the ground."]}


# -- data --------------------------------------------------------------------------------------


class _Frame:
    """What part of the globe is shown, and how large.

    Longitudes are shortened by the cosine of the middle latitude (an equirectangular projection),
    so that shapes in the middle of the map are true.
    """

    def __init__(self, places: list[Place]) -> None:
        xs = [place.longitude or 0.0 for place in places]
        ys = [place.latitude or 0.0 for place in places]
        middle = max(-65.0, min(65.0, (min(ys) + max(ys)) / 2))
        self._shrink = math.cos(math.radians(middle))
        wide = max((max(xs) - min(xs)) * self._shrink, _LEAST)
        tall = max(max(ys) - min(ys), _LEAST)
        wide, tall = wide * 1.3, tall * 1.25
        wide = min(max(wide, tall * _WIDTH / _TALLEST), 360 * self._shrink)
        self.height = round(max(_WIDTH * tall / wide, _TALLEST * 0.6))
        tall = wide * self.height / _WIDTH
        x, y = self._shrink * (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        edge = max(180 * self._shrink - wide / 2, 0)  # not around the globe
        x = min(max(x, -edge), edge)
        self._x, self._y = [x - wide / 2, x + wide / 2], [y - tall / 2, y + tall / 2]
        self.degree = _WIDTH / wide
        """Pixels to a degree of latitude."""

    @property
    def window(self) -> Window:
        (west, east), (south, north) = self._x, self._y
        return Window(west / self._shrink, south, east / self._shrink, north)

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        return round(longitude * self._shrink, 3), round(latitude, 3)

    def pixels(self, x: float, y: float) -> tuple[float, float]:
        return (x - self._x[0]) * self.degree, (self._y[1] - y) * self.degree

    def x(self, alt: Any) -> Any:
        return alt.X("x:Q", axis=None, scale=alt.Scale(domain=self._x, nice=False, zero=False))

    def y(self, alt: Any) -> Any:
        return alt.Y("y:Q", axis=None, scale=alt.Scale(domain=self._y, nice=False, zero=False))


def _at(things: Iterable[Mission | Conflict]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for thing in things:
        for place in thing.places:
            found.setdefault(place, []).append(thing)
    return found


def _place(dossier: Dossier, place: Place, frame: _Frame) -> Row:
    x, y = frame.point(place.longitude or 0.0, place.latitude or 0.0)
    within = f" in {words.called(dossier, place.country)}" if place.country else ""
    return {
        "class": "Place",
        "name": words.printable(place.name),
        "what": words.kind(place.kind) + within,
        "mentions": len(place.mentions),
        "x": x,
        "y": y,
    }


def _named(rows: list[Row], facts: list[Row], frame: _Frame) -> list[Row]:
    """The places, those with most mentions first, each with the side its name stands on."""
    rows = sorted(rows, key=lambda row: (-row["mentions"], row["name"]))
    spots = [Spot(*frame.pixels(row["x"], row["y"]), 6.0, row["name"]) for row in rows]
    marks = []
    for fact in facts:
        (x, y), (right, down) = frame.pixels(fact["x"], fact["y"]), _ASIDE[fact["class"]]
        marks.append(Spot(x + right, y + down, 5.0, ""))
    sides = labels.placed(spots, _WIDTH, frame.height, marks)
    return [row | {"side": side} for row, side in zip(rows, sides, strict=True)]


def _fact(place: Place, things: list[Any], frame: _Frame) -> Row:
    x, y = frame.point(place.longitude or 0.0, place.latitude or 0.0)
    names = [
        f"{words.printable(thing.name)} ({words.kind(thing.kind)}, {words.kind(thing.status)})"
        for thing in things
    ]
    more = f" … and {len(names) - 5} more" if len(names) > 5 else ""
    return {
        "class": type(things[0]).__name__,
        "name": f"{words.printable(place.name)}: {' · '.join(names[:5])}{more}",
        "count": len(things),
        "x": x,
        "y": y,
    }


# -- layers ------------------------------------------------------------------------------------


def _land(alt: Any, frame: _Frame) -> Any:
    """The outlines as text in CSV: thousands of points, which are so small and need no check."""
    lines, countries = ["ring,at,x,y"], []
    for ring, (country, points) in enumerate(outlines.rings(frame.window, 1.5 / frame.degree)):
        countries.append({"ring": ring, "country": country})
        for longitude, latitude in points:
            x, y = frame.point(longitude, latitude)
            lines.append(f"{ring},{len(lines)},{x:g},{y:g}")
    data = alt.Data(values="\n".join(lines), format=alt.CsvDataFormat(type="csv"))
    land = alt.Chart(data).mark_line(style="land", clip=True)
    return land.transform_lookup(
        lookup="ring",
        from_=alt.LookupData(alt.Data(values=countries), key="ring", fields=["country"]),
    ).encode(
        x=frame.x(alt),
        y=frame.y(alt),
        detail="ring:N",
        order="at:Q",
        tooltip=alt.Tooltip("country:N", title="outline"),
    )


def _discs(alt: Any, rows: list[Row], frame: _Frame, legend: Any) -> Any:
    size = alt.Size("mentions:Q", legend=None, scale=alt.Scale(range=[30, 260], type="sqrt"))
    discs = alt.Chart(alt.Data(values=rows)).mark_point(filled=True, opacity=0.9, clip=True)
    return discs.encode(
        x=frame.x(alt),
        y=frame.y(alt),
        size=size,
        color=pictures.colour(alt, legend),
        shape=pictures.shape(alt, legend),
        tooltip=["name:N", alt.Tooltip("what:N", title="is a"), "mentions:Q"],
    )


def _facts(alt: Any, rows: list[Row], frame: _Frame, legend: Any) -> list[Any]:
    layers = []
    for kind, (x, y) in _ASIDE.items():
        here = [row for row in rows if row["class"] == kind]
        marks = alt.Chart(alt.Data(values=here)).mark_point(
            filled=True, opacity=1, size=80, xOffset=x, yOffset=y, clip=True
        )
        layers.append(
            marks.encode(
                x=frame.x(alt),
                y=frame.y(alt),
                color=pictures.colour(alt, legend),
                shape=pictures.shape(alt, legend),
                tooltip=[alt.Tooltip("class:N", title="is a"), "name:N", "count:Q"],
            )
        )
    return layers
