"""Who acts on, speaks to, belongs to, fights whom."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import combinations
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from geopolitics_model.display import labels, pictures, words
from geopolitics_model.display.labels import Spot
from geopolitics_model.display.links import Link, links
from geopolitics_model.extras import imported
from geopolitics_model.model import Dossier

if TYPE_CHECKING:
    import altair as alt

STRONGEST = 45
"""The most actors that are drawn: those with most links. The title says how many are left out."""

_WIDTH, _HEIGHT, _MARGIN = 680, 540, 46
_ROOM = (84.0, 30.0)
"""How far apart two actors are kept, sideways or up and down, in pixels: room for a name."""
_MEANING = {
    "Statement": "(speaks to)",
    "Policy": "(decides on, mediates)",
    "Mission": "(leads, works in)",
    "Conflict": "(is opposed to)",
    "Person": "(holds office in)",
    "Organisation": "(belongs to)",
}

Row = dict[str, Any]
Point = tuple[float, float]


def chart(dossiers: Dossier | Iterable[Dossier]) -> alt.TopLevelMixin:
    """Actors and what links them as a chart of Altair: drag to move, scroll to zoom.

    A line has the colour of what links the two: a statement made to the other, a policy on it, a
    mission, a conflict, an office; it is as thick as there are many, and the pointer tells them.
    A triangle stands near the one that is acted on. Pointing at an actor leaves only its own
    links dark. The same dossier gives the same picture.

    Raises:
        MissingExtra: Altair or networkx is not installed.
    """
    alt = pictures.altair()
    dossier = pictures.united(dossiers)
    found = list(links(dossier))
    if not found:
        return pictures.empty("Nobody here has to do with anybody.")
    weight: dict[str, int] = {}
    for link in found:
        for id in (link.source, link.target):
            weight[id] = weight.get(id, 0) + 1
    strongest = sorted(weight, key=lambda id: (-weight[id], id))[:STRONGEST]
    kept = [link for link in found if {link.source, link.target} <= {*strongest}]
    where = _layout(strongest, kept)
    nodes = _nodes(dossier, [id for id in strongest if id in where], weight, where)
    edges = _edges(dossier, kept, where)
    whole = alt.layer(*_layers(alt, nodes, edges)).properties(
        width=_WIDTH, height=_HEIGHT, title=_title(nodes, edges, weight)
    )
    return pictures.themed(whole.interactive())


def _title(nodes: list[Row], edges: list[Row], weight: dict[str, int]) -> Any:
    kinds = {edge["class"] for edge in edges}
    meaning = [f"{kind.lower()} {words}" for kind, words in _MEANING.items() if kind in kinds]
    left_out = len(weight) - len(nodes)
    notes = [f"{left_out} with fewer links are left out."] if left_out else []
    lines = [", ".join(meaning[:3]), ", ".join(meaning[3:])]
    return {
        "text": f"{len(nodes)} actors and what links them",
        "subtitle": [f"Lines: {lines[0]}{',' if lines[1] else '.'}"]
        + [f"{line}." for line in lines[1:] if line]
        + notes,
    }


# -- data --------------------------------------------------------------------------------------


def _layout(strongest: list[str], kept: list[Link]) -> dict[str, Point]:
    """Where each actor stands, in pixels: linked ones near each other, parts side by side."""
    networkx = imported("networkx", pictures.EXTRA)
    graph = networkx.Graph()
    for link in kept:
        graph.add_edge(link.source, link.target)
    ordered = networkx.Graph()
    ordered.add_nodes_from(id for id in strongest if id in graph)
    ordered.add_edges_from(sorted(map(sorted, graph.edges)))
    if not ordered:
        return {strongest[0]: (_WIDTH / 2, _HEIGHT / 2)}
    # A weak thread holds the parts together, which would fly apart otherwise.
    parts = sorted(networkx.connected_components(ordered), key=lambda part: (-len(part), min(part)))
    hub = next(id for id in strongest if id in parts[0])
    for part in parts[1:]:
        ordered.add_edge(hub, next(id for id in strongest if id in part), weight=0.15)
    spread = 2.2 / math.sqrt(len(ordered))
    found = networkx.spring_layout(ordered, seed=7, k=spread, iterations=200)
    return _stretched({id: (float(x), float(y)) for id, (x, y) in found.items()})


def _stretched(found: dict[str, Point]) -> dict[str, Point]:
    """The same over the whole picture, y downwards, crowds thinned out and nothing too close.

    Half of a position is its share of the length, half its rank: a crowd gets more room so.
    """
    xs, ys = sorted(x for x, _ in found.values()), sorted(y for _, y in found.values())

    def along(value: float, values: list[float], length: float) -> float:
        wide = values[-1] - values[0]
        share = (value - values[0]) / wide if wide > 1e-9 else 0.5
        rank = values.index(value) / max(len(values) - 1, 1)
        return _MARGIN + (share + rank) / 2 * (length - 2 * _MARGIN)

    places = [[along(x, xs, _WIDTH), along(y, ys, _HEIGHT)] for x, y in found.values()]
    for _ in range(80):
        for a, b in combinations(places, 2):
            _part(a, b)
    return {
        id: (
            round(min(max(x, _MARGIN), _WIDTH - _MARGIN), 1),
            round(min(max(y, _MARGIN / 2), _HEIGHT - _MARGIN / 2), 1),
        )
        for id, (x, y) in zip(found, places, strict=True)
    }


def _part(a: list[float], b: list[float]) -> None:
    """Push two that are too close some way apart, along the side on which less is missing."""
    missing = [room - abs(b[i] - a[i]) for i, room in enumerate(_ROOM)]
    if min(missing) <= 0:
        return
    side = 0 if missing[0] < missing[1] else 1
    step = missing[side] / 4 * (1 if b[side] >= a[side] else -1)
    a[side] -= step
    b[side] += step


def _nodes(
    dossier: Dossier, ids: list[str], weight: dict[str, int], where: dict[str, Point]
) -> list[Row]:
    rows: list[Row] = [
        {
            "id": id,
            "name": words.called(dossier, id),
            "label": shorten(words.called(dossier, id), 28, placeholder=" …"),
            "class": type(dossier[id]).__name__,
            "links": weight[id],
            "x": where[id][0],
            "y": where[id][1],
        }
        for id in ids
    ]
    most = max(weight.values())
    sides = _sides(rows, most)
    for row, side in zip(rows, sides, strict=True):
        if side is None:  # a shorter name may find room
            row["label"] = shorten(row["name"], 14, placeholder=" …")
    return [row | {"side": side} for row, side in zip(rows, _sides(rows, most), strict=True)]


def _sides(rows: list[Row], most: int) -> list[str | None]:
    spots = [
        Spot(row["x"], row["y"], 4 + 8 * math.sqrt(row["links"] / most), row["label"])
        for row in rows
    ]
    return labels.placed(spots, _WIDTH, _HEIGHT)


def _edges(dossier: Dossier, kept: list[Link], where: dict[str, Point]) -> list[Row]:
    """A row for all links of one kind between two; those of several kinds lie side by side."""
    groups: dict[tuple[str, str, str], list[str]] = {}
    for link in kept:
        groups.setdefault((link.source, link.target, link.kind), []).append(link.why)
    between: dict[frozenset[str], int] = {}
    rows = []
    for (source, target, kind), reasons in groups.items():
        pair = frozenset((source, target))
        lane = between[pair] = between.get(pair, -1) + 1
        x, y, x2, y2 = _line(where[min(pair)], where[max(pair)], lane)
        if source != min(pair):
            x, y, x2, y2 = x2, y2, x, y
        more = f" · and {len(reasons) - 4} more" if len(reasons) > 4 else ""
        names = (words.called(dossier, source), words.called(dossier, target))
        rows.append(
            {
                "class": kind,
                "source": source,
                "target": target,
                "count": len(reasons),
                "who": " – ".join(names) if kind == "Conflict" else " → ".join(names),
                "why": " · ".join(reason[:160] for reason in reasons[:4]) + more,
                "x": x,
                "y": y,
                "x2": x2,
                "y2": y2,
                **_arrow(x, y, x2, y2),
                "directed": kind != "Conflict",
            }
        )
    return rows


def _line(start: Point, end: Point, lane: int) -> tuple[float, float, float, float]:
    """From one to the other, the second and later lines each some pixels aside of the last."""
    (x, y), (x2, y2) = start, end
    length = math.hypot(x2 - x, y2 - y) or 1.0
    aside = 4.0 * ((lane + 1) // 2) * (-1 if lane % 2 else 1)
    dx, dy = -(y2 - y) / length * aside, (x2 - x) / length * aside
    return round(x + dx, 1), round(y + dy, 1), round(x2 + dx, 1), round(y2 + dy, 1)


def _arrow(x: float, y: float, x2: float, y2: float) -> Row:
    """A triangle at three fifths of the way, and where it points, in degrees from upwards."""
    angle = math.degrees(math.atan2(x2 - x, -(y2 - y)))
    return {
        "ax": round(x + 0.6 * (x2 - x), 1),
        "ay": round(y + 0.6 * (y2 - y), 1),
        "angle": round(angle, 1),
    }


# -- layers ------------------------------------------------------------------------------------


def _layers(alt: Any, nodes: list[Row], edges: list[Row]) -> list[Any]:
    scales = {
        "x": alt.Scale(domain=[0, _WIDTH], nice=False, zero=False),
        "y": alt.Scale(domain=[_HEIGHT, 0], nice=False, zero=False),
    }

    def x(field: str) -> Any:
        return alt.X(f"{field}:Q", axis=None, scale=scales["x"])

    def y(field: str) -> Any:
        return alt.Y(f"{field}:Q", axis=None, scale=scales["y"])

    kinds = sorted({row["class"] for row in (*nodes, *edges)}, key=[*_MEANING, "Place"].index)
    legend = pictures.legend(alt, kinds)
    pointed = alt.selection_point(fields=["id"], on="pointerover", empty=False, name="pointed")
    faded = (
        "isValid(pointed.id) && indexof(pointed.id, datum.source) < 0"
        " && indexof(pointed.id, datum.target) < 0"
    )
    opacity = alt.condition(faded, alt.value(0.12), alt.value(0.8))
    tooltip = [
        alt.Tooltip("who:N", title="who"),
        alt.Tooltip("class:N", title="by"),
        alt.Tooltip("why:N", title="what"),
        alt.Tooltip("count:Q", title="how many"),
    ]
    thick = alt.Scale(domain=[1, max(8, *(row["count"] for row in edges))], range=[1.5, 6])
    large = alt.Scale(domain=[1, max(8, *(row["links"] for row in nodes))], range=[60, 420])
    lined = alt.Chart(alt.Data(values=edges))
    lines = lined.mark_rule(clip=True).encode(
        x=x("x"),
        y=y("y"),
        x2="x2:Q",
        y2="y2:Q",
        color=pictures.colour(alt, legend),
        opacity=opacity,
        strokeWidth=alt.StrokeWidth("count:Q", legend=None, scale=thick),
        tooltip=tooltip,
    )
    arrows = lined.transform_filter("datum.directed").mark_point(
        shape="triangle", filled=True, size=55, clip=True
    )
    arrows = arrows.encode(
        x=x("ax"),
        y=y("ay"),
        angle=alt.Angle("angle:Q", scale=alt.Scale(domain=[0, 360], range=[0, 360])),
        color=pictures.colour(alt, legend),
        opacity=opacity,
        tooltip=tooltip,
    )
    discs = alt.Chart(alt.Data(values=nodes)).mark_point(filled=True, opacity=1, clip=True)
    discs = discs.encode(
        x=x("x"),
        y=y("y"),
        color=pictures.colour(alt, legend),
        shape=pictures.shape(alt, legend),
        size=alt.Size("links:Q", legend=None, scale=large),
        tooltip=["name:N", alt.Tooltip("class:N", title="is a"), "links:Q"],
    ).add_params(pointed)
    return [lines, arrows, discs, *pictures.names(alt, nodes, x("x"), y("y"), gap=14)]
