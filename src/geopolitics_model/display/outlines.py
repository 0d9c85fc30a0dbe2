"""The outlines of countries, for maps.

From Natural Earth at 1 : 50 million (public domain), compiled by `tools/outlines.py`; borders are
drawn where Natural Earth draws them, as they are held on the ground.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, NamedTuple

_DEGREE = 100
Point = tuple[float, float]
"""Longitude and latitude in degrees."""


class Window(NamedTuple):
    """A part of the globe, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: Window) -> bool:
        """Whether the two have a point in common."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


def rings(window: Window, detail: float) -> Iterator[tuple[str, list[Point]]]:
    """The closed outlines that reach into the window, each with the name of its country.

    Details smaller than `detail` degrees are left out, and what lies outside is drawn coarsely.
    """
    arcs = [_thinned(arc, box, window, detail) for arc, box in _arcs()]
    for name, outlines in _document()["countries"].items():
        for numbers in outlines:
            ring = _joined(arcs, numbers)
            for turn in (-360.0, 0.0, 360.0):
                turned = [(x + turn, y) for x, y in ring]
                box = _box(turned)
                size = max(box.east - box.west, box.north - box.south)
                if size > 2 * detail and box.meets(window):
                    yield name, turned


def _joined(arcs: list[list[Point]], numbers: list[int]) -> list[Point]:
    """Arcs end to end; the complement of a number means that arc backwards (TopoJSON).

    What crosses the 180th meridian goes on beyond it, and what goes around the pole is closed
    there.
    """
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        for x, y in arc[1:] if ring else arc:
            last = ring[-1][0] if ring else x
            ring.append((x - 360 * round((x - last) / 360), y))
    if abs(ring[-1][0] - ring[0][0]) > 180:
        pole = math.copysign(90.0, ring[0][1])
        ring += [(ring[-1][0], pole), (ring[0][0], pole)]
    return ring


def _thinned(arc: list[Point], box: Window, window: Window, detail: float) -> list[Point]:
    if not box.meets(window):
        detail *= 20
    kept = [arc[0]]
    for x, y in arc[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= detail:
            kept.append((x, y))
    return [*kept, arc[-1]]


@cache
def _arcs() -> tuple[tuple[list[Point], Window], ...]:
    found = []
    for row in _document()["arcs"]:
        xs, ys = accumulate(row[::2]), accumulate(row[1::2])
        arc = [(x / _DEGREE, y / _DEGREE) for x, y in zip(xs, ys, strict=True)]
        found.append((arc, _box(arc)))
    return tuple(found)


def _box(arc: list[Point]) -> Window:
    xs, ys = [x for x, _ in arc], [y for _, y in arc]
    return Window(min(xs), min(ys), max(xs), max(ys))


@cache
def _document() -> Any:
    return json.loads(files(__package__).joinpath("outlines.json").read_text(encoding="utf-8"))
