"""What is said, decided, run and fought over, along time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from geopolitics_model.display import palette, pictures, words
from geopolitics_model.model import Conflict, Dossier, Mission, Policy, Statement, When

if TYPE_CHECKING:
    import altair as alt


def chart(dossiers: Dossier | Iterable[Dossier]) -> alt.Chart:
    """The dated statements, policies, missions and conflicts as a chart of Altair.

    A day is a point, anything less precise a bar over the days that it may mean. A statement
    whose own time is not known stands at the day its article appeared, as a hollow point.

    Raises:
        MissingExtra: Altair is not installed.
    """
    alt = pictures.altair()
    rows = sorted(_rows(pictures.united(dossiers)), key=lambda row: (row["start"], row["label"]))
    base = alt.Chart(alt.Data(values=rows)).encode(
        y=alt.Y("label:N", sort=None, title=None),
        color=alt.Color("class:N", scale=alt.Scale(domain=[*palette.COLOURS])),
        tooltip=["class:N", "label:N", "when:N", "text:N"],
    )
    bars = base.transform_filter("datum.days > 1").mark_bar(height=8, cornerRadius=4)
    points = base.transform_filter("datum.days == 1").mark_point(size=70, filled=True)
    layers = alt.layer(
        bars.encode(x=alt.X("start:T", title=None), x2="end:T"), points.encode(x="start:T")
    )
    return pictures.themed(layers.properties(width=640).interactive())


def _rows(dossier: Dossier) -> Iterator[dict[str, Any]]:
    days = {article.id: article.day for article in dossier.articles}
    for statement in dossier.statements:
        day = next((days.get(span.article) for span in statement.evidence), None)
        yield from _row(dossier, statement, statement.when, statement.when, day)
    for policy in dossier.policies:
        for change in policy.history:
            yield from _row(dossier, policy, change.when, change.when)
    for thing in (*dossier.missions, *dossier.conflicts):
        yield from _row(dossier, thing, thing.start, thing.end)


def _row(
    dossier: Dossier,
    thing: Statement | Policy | Mission | Conflict,
    start: When | None,
    end: When | None,
    reported: dt.date | None = None,
) -> Iterator[dict[str, Any]]:
    first = (start and start.earliest) or reported
    last = (end and end.latest) or (start and start.latest) or first
    if first is None or last is None:
        return
    yield {
        "class": type(thing).__name__,
        "label": shorten(words.called(dossier, thing.id), 60, placeholder=" …"),
        "text": words.called(dossier, thing.id),
        "when": words.period(start, end) if start else f"reported {reported}",
        "start": first.isoformat(),
        "end": (last + dt.timedelta(days=1)).isoformat(),
        "days": (last - first).days + 1,
    }
