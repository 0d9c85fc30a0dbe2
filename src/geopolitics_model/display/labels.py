"""Where names can stand beside their points without covering each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_EM = 6.3
"""The mean width of a letter in pixels, at the size of the labels."""
_HEIGHT, _GAP = 13.0, 4.0

SIDES = ("right", "left", "above", "below")
"""The sides that are tried, best first."""


class Spot(NamedTuple):
    """A point in pixels from the top left, the radius of its mark, and its name."""

    x: float
    y: float
    radius: float
    name: str


_Box = tuple[float, float, float, float]


def placed(
    spots: Iterable[Spot], width: float, height: float, marks: Iterable[Spot] = ()
) -> list[str | None]:
    """For each spot the side on which its name stands, or `None` if there is room on none.

    Spots come in the order of their weight: earlier ones choose first. `marks` are what else
    names must not cover.
    """
    spots = list(spots)
    taken = [_mark(spot) for spot in (*spots, *marks)]
    sides: list[str | None] = []
    for i, spot in enumerate(spots):
        others = taken[:i] + taken[i + 1 :]
        for side, box in zip(SIDES, _boxes(spot), strict=True):
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            if inside and not any(_meet(box, other) for other in others):
                taken.append(box)
                sides.append(side)
                break
        else:
            sides.append(None)
    return sides


def _mark(spot: Spot) -> _Box:
    x, y, radius, _ = spot
    return x - radius, y - radius, x + radius, y + radius


def _boxes(spot: Spot) -> Iterator[_Box]:
    x, y, reach = spot.x, spot.y, spot.radius + _GAP
    wide, half = len(spot.name) * _EM, _HEIGHT / 2
    yield x + reach, y - half, x + reach + wide, y + half
    yield x - reach - wide, y - half, x - reach, y + half
    yield x - wide / 2, y - reach - _HEIGHT, x + wide / 2, y - reach
    yield x - wide / 2, y + reach, x + wide / 2, y + reach + _HEIGHT


def _meet(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
