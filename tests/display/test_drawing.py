"""The parts of the pictures: outlines, where names stand, colours."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geopolitics_model.display import labels, outlines, palette
from geopolitics_model.display.labels import Spot
from geopolitics_model.display.outlines import Window

BALKANS = Window(19, 41, 23, 45)
WORLD = Window(-180, -90, 180, 90)


def inside(ring: list[outlines.Point], x: float, y: float) -> bool:
    """Whether a ray from the point eastwards crosses the ring an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in itertools.pairwise([*ring, ring[0]]):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize(
    ("country", "longitude", "latitude"),
    [("Kosovo", 21.0, 42.6), ("Iraq", 44.0, 33.0), ("Russia", 100.0, 62.0), ("Chad", 18.0, 15.0)],
)
def test_countries_are_where_they_are(country: str, longitude: float, latitude: float) -> None:
    near = Window(longitude - 1, latitude - 1, longitude + 1, latitude + 1)
    found = {name for name, ring in outlines.rings(near, 0.02) if inside(ring, longitude, latitude)}
    assert country in found


def test_only_what_reaches_into_the_window_is_drawn() -> None:
    names = {name for name, _ in outlines.rings(BALKANS, 0.02)}
    assert {"Kosovo", "Serbia", "Albania"} <= names
    assert not {"Brazil", "Japan", "Iraq"} & names


def test_a_coarse_map_is_small_and_nothing_jumps_across_it() -> None:
    fine = sum(len(ring) for _, ring in outlines.rings(WORLD, 0.05))
    rings = [ring for _, ring in outlines.rings(WORLD, 0.8)]
    assert sum(map(len, rings)) < fine / 4
    for ring in rings:
        steps = [abs(a[0] - b[0]) for a, b in itertools.pairwise(ring) if abs(a[1]) < 89]
        assert max(steps) < 90


names = st.text("ab c", max_size=12)
spot = st.builds(Spot, st.floats(0, 400), st.floats(0, 300), st.floats(1, 9), names)
spots = st.lists(spot, max_size=15)


@given(spots)
def test_names_never_cover_each_other_or_leave_the_picture(crowd: list[Spot]) -> None:
    sides = labels.placed(crowd, 400, 300)
    assert len(sides) == len(crowd)
    boxes = [
        dict(zip(labels.SIDES, labels._boxes(spot), strict=True))[side]
        for spot, side in zip(crowd, sides, strict=True)
        if side
    ]
    for a, b in itertools.combinations(boxes, 2):
        assert not labels._meet(a, b)
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= 400
        assert bottom <= 300


def test_a_name_alone_stands_on_the_right_and_at_the_edge_on_the_left() -> None:
    assert labels.placed([Spot(100, 100, 4, "Zenda")], 400, 300) == ["right"]
    assert labels.placed([Spot(395, 100, 4, "Zenda")], 400, 300) == ["left"]
    assert labels.placed([Spot(5, 5, 4, "Zenda")], 10, 10) == [None]


def linear(colour: str) -> list[float]:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]


def contrast(a: str, b: str) -> float:
    """The contrast ratio of WCAG 2."""
    light = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(a), linear(b))]
    return (max(light) + 0.05) / (min(light) + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_can_be_read_and_told_apart(theme: palette.Theme) -> None:
    background = getattr(palette.BACKGROUND, theme)
    for colour in palette.colours(theme).values():
        assert contrast(colour, background) >= 4.45
    for text in (palette.TEXT, palette.FAINT):
        assert contrast(getattr(text, theme), background) >= 4.5
    for a, b in itertools.combinations(palette.colours(theme).values(), 2):
        for matrix in SIMULATED:
            assert distance(matrix, a, b) > 15


SIMULATED = (
    ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
)
"""Full colour vision, and protanopia, deuteranopia, tritanopia after Machado and others (2009)."""


def distance(matrix: tuple[tuple[float, ...], ...], a: str, b: str) -> float:
    """In CIELAB, as someone with this colour vision sees the two."""
    return math.dist(*(lab([_dot(row, linear(colour)) for row in matrix]) for colour in (a, b)))


def lab(rgb: list[float]) -> tuple[float, float, float]:
    clipped = [min(max(c, 0.0), 1.0) for c in rgb]
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    x, y, z = (
        _dot(row, clipped) / white for row, white in zip(rows, (0.9505, 1, 1.089), strict=True)
    )
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _dot(row: tuple[float, ...], values: list[float]) -> float:
    return sum(a * b for a, b in zip(row, values, strict=True))
