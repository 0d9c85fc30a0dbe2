"""Who acts on, speaks to, belongs to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from geopolitics_model.display import palette, pictures, words
from geopolitics_model.extras import imported
from geopolitics_model.model import Dossier

if TYPE_CHECKING:
    import altair as alt

STRONGEST = 40
"""How many actors are shown; the chart says so when there are more."""


def chart(dossiers: Dossier | Iterable[Dossier]) -> alt.Chart:
    """Actors and what joins them as a chart of Altair; the same dossier, the same picture.

    Raises:
        MissingExtra: Altair or networkx is not installed.
    """
    alt = pictures.altair()
    networkx = imported("networkx", pictures.EXTRA)
    dossier = pictures.united(dossiers)
    graph = networkx.Graph()
    for a, b, kind in _links(dossier):
        if a != b:
            weight = graph.get_edge_data(a, b, {"weight": 0})["weight"]
            graph.add_edge(a, b, weight=weight + 1, kind=kind)
    strongest = sorted(graph, key=lambda id: (-graph.degree(id, "weight"), id))[:STRONGEST]
    graph = graph.subgraph(strongest)
    places = networkx.spring_layout(graph, seed=0, k=1.5 / max(len(graph), 1) ** 0.5)
    nodes: list[dict[str, Any]] = [
        {
            "name": words.called(dossier, id),
            "class": type(dossier[id]).__name__,
            "x": float(places[id][0]),
            "y": float(places[id][1]),
            "degree": graph.degree(id, "weight"),
        }
        for id in sorted(graph)
    ]
    edges = [
        {
            "class": data["kind"],
            "what": f"{words.called(dossier, a)} – {words.called(dossier, b)}",
            "weight": data["weight"],
            "x": float(places[a][0]),
            "y": float(places[a][1]),
            "x2": float(places[b][0]),
            "y2": float(places[b][1]),
        }
        for a, b, data in sorted(graph.edges(data=True))
    ]
    x, y = alt.X("x:Q", axis=None), alt.Y("y:Q", axis=None)
    color = alt.Color("class:N", scale=alt.Scale(domain=[*palette.COLOURS]))
    lines = (
        alt.Chart(alt.Data(values=edges))
        .mark_rule(opacity=0.6)
        .encode(x=x, y=y, x2="x2:Q", y2="y2:Q", color=color, tooltip=["what:N", "weight:Q"])
    )
    base = alt.Chart(alt.Data(values=nodes)).encode(x=x, y=y)
    points = base.mark_circle(opacity=1).encode(
        color=color, size=alt.Size("degree:Q", legend=None), tooltip=["name:N", "class:N"]
    )
    names = base.mark_text(style="label", dy=-12).encode(text="name:N")
    layers = alt.layer(lines, points, names).properties(width=640, height=520)
    return pictures.themed(layers.interactive())


def _links(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    for statement in dossier.statements:
        for speaker in statement.speakers:
            for other in statement.addressees:
                yield speaker, other, "Statement"
    for policy in dossier.policies:
        for actor in policy.actors:
            for target in policy.targets:
                yield actor, target, "Policy"
    for mission in dossier.missions:
        for other in (*mission.leads, *mission.places):
            yield mission.id, other, "Mission"
    for person in dossier.persons:
        for role in person.roles:
            if other := role.organisation or role.place:
                yield person.id, other, "Person"
