"""Compile the outlines of countries that the map draws: `python tools/outlines.py FILE`.

FILE is `countries-50m.json` of the npm package world-atlas 2.0.2 (ISC licence), which has the
countries of Natural Earth 4.1 at 1 : 50 million (public domain) as TopoJSON. Written are the same
arcs in hundredths of a degree without the points that lie within 0.02 degrees of the line.
"""

from __future__ import annotations

import json
import math
import sys
from itertools import pairwise
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/geopolitics_model/display/outlines.json"
SOURCE = "Natural Earth 4.1, 1:50m, public domain; by way of world-atlas 2.0.2 (ISC licence)"
TOLERANCE = 2.0

Point = tuple[float, float]


def main(path: str) -> None:
    topology = json.loads(Path(path).read_text())
    arcs = [deltas(simplified(points(arc, topology["transform"]))) for arc in topology["arcs"]]
    countries: dict[str, list[list[int]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry.get("arcs", [])
        if geometry["type"] == "Polygon":
            polygons = [polygons]
        # Holes are other countries, which are drawn over them.
        countries[geometry["properties"]["name"]] = [polygon[0] for polygon in polygons]
    document = {"source": SOURCE, "countries": dict(sorted(countries.items())), "arcs": arcs}
    TARGET.write_text(json.dumps(document, separators=(",", ":"), ensure_ascii=False) + "\n")
    print(f"{TARGET}: {TARGET.stat().st_size:,} bytes, {sum(map(len, arcs)) // 2:,} points")


def points(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    """An arc in hundredths of a degree; TopoJSON gives the first point and then differences."""
    (scale_x, scale_y), (west, south) = transform["scale"], transform["translate"]
    found: list[Point] = []
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        found.append((100 * (x * scale_x + west), 100 * (y * scale_y + south)))
    return found


def simplified(line: list[Point]) -> list[Point]:
    """After Douglas and Peucker (1973); the ends stay, so that arcs still meet."""
    keep, todo = {0, len(line) - 1}, [(0, len(line) - 1)]
    while todo:
        first, last = todo.pop()
        far, where = max(
            ((distance(line[i], line[first], line[last]), i) for i in range(first + 1, last)),
            default=(0.0, 0),
        )
        if far > TOLERANCE:
            keep.add(where)
            todo += [(first, where), (where, last)]
    return [line[i] for i in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the line through two others, or to them if they are one."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = math.hypot(x2 - x1, y2 - y1)
    if length == 0:
        return math.hypot(x - x1, y - y1)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def deltas(line: list[Point]) -> list[int]:
    """The first point, then differences, all in one row: x, y, dx, dy, ..."""
    whole = [(round(x), round(y)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole)]
    return [value for point in (whole[0], *steps) for value in point]


if __name__ == "__main__":
    main(sys.argv[1])
