"""When it happens: what is said, decided, run and fought over, along time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from geopolitics_model.display import pictures
from geopolitics_model.display.events import Event, Mark, events
from geopolitics_model.model import Dossier

if TYPE_CHECKING:
    import altair as alt

ROWS = 60
"""The most events that have a row and a label each; more are drawn as dots by class and day."""

KINDS = ("Conflict", "Mission", "Policy", "Statement")
_WIDTH, _LABELS, _ROW, _STRIP = 600, 330, 19, 22
_DAY_MS = 86_400_000

Row = dict[str, Any]


def chart(dossiers: Dossier | Iterable[Dossier]) -> alt.TopLevelMixin:
    """The dated statements, policies, missions and conflicts as a chart of Altair.

    A day is a point; what is less precise is a bar over all days that it may mean; an arrow says
    that it may go on beyond ("since 1999"). A statement whose own time is not known stands at the
    day its article appeared, as a hollow point. The strip on top has all of time: what is marked
    in it, and can be moved and resized, is what the rows show.

    With more than `ROWS` events there is a row a class, and a dot for all of the same days.

    Raises:
        MissingExtra: Altair is not installed.
    """
    alt = pictures.altair()
    found = events(pictures.united(dossiers))
    if not found:
        return pictures.empty("Nothing here has a date.")
    many = len(found) > ROWS
    rows = _by_class(found) if many else _one_by_one(found)
    shown = alt.selection_interval(encodings=["x"], value={"x": _window(rows)}, name="shown")
    legend = pictures.legend(alt, [k for k in KINDS if any(row["class"] == k for row in rows)])
    strip = _strip(alt, rows, legend).add_params(shown)
    if many:
        whole = alt.vconcat(strip, _crowd(alt, rows, shown, legend), spacing=8)
    else:
        blank = alt.Chart(alt.Data(values=[{}])).mark_point(opacity=0)
        blank = blank.properties(width=_LABELS, height=_STRIP)
        under = alt.hconcat(_names(alt, rows), _rows(alt, rows, shown, legend), spacing=6)
        whole = alt.vconcat(alt.hconcat(blank, strip, spacing=6), under, spacing=8)
    return pictures.themed(whole.properties(title=_title(found, rows, many)))


def _title(found: list[Event], rows: list[Row], many: bool) -> Any:
    start, end = min(row["first"] for row in rows), max(row["last"] for row in rows)
    note = "A point is a day, a bar the days it may mean, a hollow point the day of the report."
    if many:
        note += " The size is how many."
    return {"text": f"{len(found)} dated events, {start} to {end}", "subtitle": note}


# -- data --------------------------------------------------------------------------------------


def _one_by_one(found: list[Event]) -> list[Row]:
    return [
        _row(event.kind, mark, number)
        | {
            "label": event.label,
            "text": f"{event.text} ({mark.what})" if mark.what else event.text,
            "id": event.id,
        }
        for number, event in enumerate(found)
        for mark in event.marks
    ]


def _by_class(found: list[Event]) -> list[Row]:
    """All of a class that have the same days in one row, with a few of them in words."""
    groups: dict[tuple[str, Mark], list[str]] = {}
    for event in found:
        for mark in event.marks:
            key = mark._replace(what="", when="")
            groups.setdefault((event.kind, key), []).append(event.label)
    rows = []
    for (kind, mark), labels in groups.items():
        more = f" … and {len(labels) - 5} more" if len(labels) > 5 else ""
        days = str(mark.first) if mark.first == mark.last else f"{mark.first} to {mark.last}"
        when = f"reported {days}" if mark.reported else days
        row = _row(kind, mark._replace(when=when), KINDS.index(kind))
        rows.append(row | {"text": " · ".join(labels[:5]) + more, "count": len(labels)})
    return rows


def _row(kind: str, mark: Mark, number: int) -> Row:
    """Times are milliseconds since 1970, as Vega knows them; the end is the day after the last."""
    start, end = _ms(mark.first), _ms(mark.last) + _DAY_MS
    return {
        "class": kind,
        "row": number,
        "start": start,
        "end": end,
        "middle": (start + end) // 2,
        "when": mark.when,
        "first": mark.first.isoformat(),
        "last": mark.last.isoformat(),
        "shape": "day" if mark.first == mark.last else "days",
        "reported": mark.reported,
        "before": mark.open_before,
        "after": mark.open_after,
    }


def _ms(day: dt.date) -> int:
    return (day.toordinal() - dt.date(1970, 1, 1).toordinal()) * _DAY_MS


def _window(rows: list[Row]) -> list[int]:
    """Where to look first, so that one old war hides nothing: what lies within Tukey's fences."""
    starts, ends = sorted(row["start"] for row in rows), sorted(row["end"] for row in rows)
    low, high = starts[len(rows) // 4], ends[-1 - len(rows) // 4]
    fence = max(3 * (high - low) // 2, 3 * _DAY_MS)
    inside = [row for row in rows if row["start"] >= low - fence and row["end"] <= high + fence]
    start = min((row["start"] for row in inside), default=low)
    end = max((row["end"] for row in inside), default=high)
    room = max((end - start) // 25, _DAY_MS)
    return [start - room, end + room]


# -- layers ------------------------------------------------------------------------------------


def _strip(alt: Any, rows: list[Row], legend: Any) -> Any:
    """All of time in a few pixels."""
    first, last = min(row["start"] for row in rows), max(row["end"] for row in rows)
    room = max((last - first) // 50, _DAY_MS)
    scale = alt.Scale(type="utc", domain=[first - room, last + room], nice=False)
    axis = alt.Axis(tickCount=6, grid=False)
    data = [{"middle": row["middle"], "class": row["class"]} for row in rows]
    return (
        alt.Chart(alt.Data(values=data))
        .mark_tick(thickness=1.5, height=14)
        .encode(
            x=alt.X("middle:T", scale=scale, title=None, axis=axis),
            color=pictures.colour(alt, legend),
        )
        .properties(width=_WIDTH, height=_STRIP)
    )


def _base(alt: Any, rows: list[Row], y: Any, legend: Any) -> Any:
    return alt.Chart(alt.Data(values=rows)).encode(
        y=y,
        color=pictures.colour(alt, legend),
        tooltip=[
            alt.Tooltip("class:N", title="is a"),
            alt.Tooltip("when:N", title="when"),
            alt.Tooltip("text:N", title="what"),
        ],
    )


def _marks(alt: Any, base: Any, *, shown: Any, size: Any, legend: Any) -> Iterator[Any]:
    """Bars, hollow and full points, and arrows where a time is open on a side."""
    scale = alt.Scale(type="utc", domain={"param": shown.name, "encoding": "x"})
    axis = alt.Axis(tickCount=7, labelFlush=False)
    start, middle, end = (
        # Only if every layer names the domain is it that of the strip.
        alt.X(f"{name}:T", scale=scale, title=None, axis=axis)
        for name in ("start", "middle", "end")
    )
    bars = base.transform_filter("datum.shape == 'days'").mark_bar(
        size=9, cornerRadius=4, opacity=0.75, clip=True
    )
    points = base.transform_filter("datum.shape == 'day'").mark_point(
        opacity=1, strokeWidth=1.6, clip=True
    )
    points = points.encode(x=middle, shape=pictures.shape(alt, legend), size=size)
    yield bars.encode(x=start, x2="end:T")
    yield points.transform_filter("datum.reported")
    yield points.transform_filter("!datum.reported").encode(fill=pictures.colour(alt, legend))
    for side, x, glyph in (("before", start, "triangle-left"), ("after", end, "triangle-right")):
        if not any(row[side] for row in base.data.values):
            continue
        arrows = base.transform_filter(f"datum.{side}").mark_point(
            shape=glyph, size=70, filled=True, opacity=1, clip=True
        )
        yield arrows.encode(x=x)


def _edges(alt: Any, base: Any) -> Iterator[Any]:
    """For what lies wholly outside of the days shown, an arrow with its date at that edge."""
    for beyond, at, align, text in (
        ("datum.end < shown.middle[0]", 4, "left", "'◂ ' + datum.first"),
        ("datum.start > shown.middle[1]", _WIDTH - 4, "right", "datum.first + ' ▸'"),
    ):
        edge = base.transform_filter(beyond).transform_calculate(edge=text)
        edge = edge.mark_text(align=align, baseline="middle", fontSize=11)
        yield edge.encode(x=alt.value(at), text="edge:N")


def _names(alt: Any, rows: list[Row]) -> Any:
    """What the events are called, a row each."""
    labels = {row["row"]: row for row in rows}
    return (
        alt.Chart(alt.Data(values=[*labels.values()]))
        .mark_text(style="label", align="right", baseline="middle")
        .encode(
            y=_by_row(alt),
            x=alt.value(_LABELS),
            text="label:N",
            tooltip=alt.Tooltip("text:N", title="what"),
        )
        .properties(width=_LABELS, height=_ROW * len(labels))
    )


def _by_row(alt: Any) -> Any:
    return alt.Y("row:O", axis=None)


def _rows(alt: Any, rows: list[Row], shown: Any, legend: Any) -> Any:
    """A row an event."""
    base = _base(alt, rows, _by_row(alt), legend)
    marks = _marks(alt, base, shown=shown, size=alt.value(65), legend=legend)
    height = _ROW * len({row["row"] for row in rows})
    return alt.layer(*marks, *_edges(alt, base)).properties(width=_WIDTH, height=height)


def _crowd(alt: Any, rows: list[Row], shown: Any, legend: Any) -> Any:
    """A row a class: dots as large as what they stand for is many."""
    y = alt.Y("class:N", title=None, sort=[*KINDS], axis=alt.Axis(domain=False, ticks=False))
    most = max(10, *(row["count"] for row in rows))
    scale = alt.Scale(type="sqrt", domain=[1, most], range=[40, 600])
    size = alt.Size("count:Q", legend=None, scale=scale)
    marks = _marks(alt, _base(alt, rows, y, legend), shown=shown, size=size, legend=legend)
    return alt.layer(*marks).properties(width=_WIDTH, height=240)
