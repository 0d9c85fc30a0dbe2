"""Hypothesis strategies for every class of the model, and for dossiers that hold together.

They are made from the classes' own fields, so that a new field is tested from the start. A
`World` is what the objects of one dossier share: articles to take spans from, and ids.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from enum import Enum
from typing import Any, get_args, get_origin

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

import geopolitics_model as gm
from geopolitics_model import model
from geopolitics_model.model import SECTIONS
from geopolitics_model.model.time import check_order

CLASSES: tuple[type, ...] = tuple(
    value for name in model.__all__ if attrs.has(value := getattr(model, name))
)
"""Every attrs class of the model, the dossier included."""

NASTY = (
    *("", " ", "\t", "\r\n", "\x00", "\x85", "\u2028", "\ufeff", "\uffff", "\x7f", "\\", '"', "'"),
    *("e\u0301", "\u0301", "A\u030a\u0323", "👩‍👩‍👧‍👦", "🇽🇰", "𝔘", "\U0010ffff", "ﬃ", "ẞ", "İ"),
    *("שָׁלוֹם", "مرحبا", "\u202eabc\u202c", "\u200f", "中文", "कि", "Zürich", "Đoković"),
    *("NO", "null", "~", "true", "12", "0x1F", "1_000", "1:30", "1e3", ".5", "-0.0", "nan", "="),
    *("2022-08-03", "- a", "a: b", "# c", "<<", "*a", "&a", "!!str x", "%", "@", "`", "|", ">"),
    *("<script>", "${x}", "The", "the the", '":-0.0', '{"a":1}', "..", "/", "a" * 300),
)

texts = st.sampled_from(NASTY) | st.text(st.characters(codec="utf-8"), max_size=20)
"""Strings that some format, alphabet or algorithm may trip over."""

days = st.dates() | st.sampled_from([dt.date.min, dt.date.max, dt.date(2024, 2, 29)])
moments = st.datetimes(
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: dt.timezone(dt.timedelta(minutes=m)))
)
numbers = (
    st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([0, -0.0, 2**53, 2**53 + 1, 1e22, 1e300, 5e-324])
)


@st.composite
def edtf_dates(draw: st.DrawFn) -> str:
    """A date of EDTF level 1 at any precision."""
    day = draw(days)
    year = draw(st.sampled_from(["{:04}", "-{:04}", "{:03}X", "{:02}XX", "XXXX"]))
    text = year.format(day.year // 10 ** year.count("X") if "{" in year else 0)
    rest = [
        *("", f"-{day:%m}", f"-{day:%m-%d}", f"-{day:%m}-XX", "-XX-XX"),
        *("-21", "-22", "-23", "-24"),
    ]
    # The last day of February is not in every year.
    return text + draw(st.sampled_from([r for r in rest if r != "-02-29" or "{:04}" in year[:5]]))


timex_dates = st.from_regex(
    r"(19|20)[0-9]{2}-(W(0[1-9]|[1-4][0-9]|52)(-[1-7]|-WE)?|Q[1-4X]|H[12X])", fullmatch=True
)
clock_times = st.from_regex(
    r"20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9])T(MO|MI|AF|EV|NI|DT|[01][0-9](:[0-5][0-9])?)",
    fullmatch=True,
)
durations = st.from_regex(
    r"P([1-9][0-9]{0,3}|X|[0-9]\.5)(Y|M|W|D|DE|CE|WE)|PT[1-9][0-9]?(H|M|S)", fullmatch=True
)
intervals = st.tuples(days, days).map(lambda pair: "/".join(sorted(map(str, pair))))
open_intervals = days.map(lambda day: f"{day}/..") | days.map(lambda day: f"../{day}")
when_values = st.one_of(
    edtf_dates(), timex_dates, clock_times, durations, intervals, open_intervals,
    st.sampled_from(["PAST_REF", "PRESENT_REF", "FUTURE_REF"]),
    st.sampled_from(["XXXX-09-01", "XXXX-WXX-5", "T14:00", "Y-17000", "9999-W52"]),
)  # fmt: skip


def articles() -> SearchStrategy[gm.Article]:
    return st.builds(
        gm.Article,
        text=st.lists(texts, max_size=6).map(" ".join),
        title=st.none() | texts,
        published=st.none() | days | moments,
        source=st.none() | texts,
        url=st.none() | texts,
        language=st.none() | texts,
    )


@attrs.frozen
class World:
    """The articles and the ids, by section, that the objects of one dossier may use."""

    articles: tuple[gm.Article, ...]
    ids: tuple[tuple[str, str], ...]

    @property
    def spans(self) -> SearchStrategy[gm.Span]:
        full = [article for article in self.articles if article.text]
        return st.sampled_from(full).flatmap(_span) if full else st.nothing()

    @property
    def references(self) -> SearchStrategy[str]:
        ids = [id for _, id in self.ids]
        return st.sampled_from(ids) if ids else st.nothing()


def _span(article: gm.Article) -> SearchStrategy[gm.Span]:
    size = len(article.text)

    def span(start: int, length: int) -> gm.Span:
        end = min(start + length, size)
        return gm.Span(article=article.id, start=start, end=end, text=article.text[start:end])

    return st.builds(span, st.integers(0, size - 1), st.integers(1, 30))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    ids = [
        (section, f"{section}:{draw(texts)}{number}")
        for number, section in enumerate(draw(st.lists(st.sampled_from([*SECTIONS]), max_size=5)))
    ]
    some = draw(st.lists(articles(), max_size=2, unique_by=lambda article: article.id))
    return World(tuple(some), tuple(ids))


@st.composite
def parts(draw: st.DrawFn, world: World) -> World:
    """A world with some of the articles and ids of `world`."""

    def some(things: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(thing for thing in things if draw(st.booleans()))

    return World(some(world.articles), some(world.ids))


@st.composite
def values(draw: st.DrawFn, /, cls: type, world: World, **given: Any) -> Any:
    """Objects of any class of the model but `Article` and `Dossier`."""
    fields = {f.name: f for f in attrs.fields(cls) if f.name not in given}
    if cls is gm.Span:
        return draw(world.spans)
    if cls is gm.Quantity:
        given |= draw(_figures())
    if cls is gm.Place and draw(st.booleans()):
        given |= {"latitude": draw(st.floats(-90, 90)), "longitude": draw(st.floats(-180, 180))}
    elif cls is gm.Place:
        given |= {"latitude": None, "longitude": None}
    if cls is gm.When:
        given["value"] = draw(when_values)
    if cls is gm.Identifier:
        given |= {name: draw(texts.filter(bool)) for name in fields}
    arguments = given | {
        name: draw(_for_field(field, world)) for name, field in fields.items() if name not in given
    }
    if "end" in arguments and not _in_order(arguments["start"], arguments["end"]):
        arguments["end"] = None
    return cls(**arguments)


@st.composite
def _figures(draw: st.DrawFn) -> dict[str, Any]:
    low, high = sorted([draw(numbers), draw(numbers)])
    none = {"value": None, "low": None, "high": None}
    some = st.sampled_from([{"value": low}, {"low": low}, {"high": high}, {}])
    given: dict[str, Any] = draw(some | st.just({"low": low, "high": high}))
    return none | given


def _in_order(start: Any, end: Any) -> bool:
    try:
        check_order("", start, end)
    except gm.errors.InvalidValue:
        return False
    return True


def _for_field(field: Any, world: World) -> SearchStrategy[Any]:
    return _for_type(field.type, world, reference=bool(field.metadata.get("reference")))


def _for_type(annotation: Any, world: World, *, reference: bool = False) -> SearchStrategy[Any]:
    if get_origin(annotation) is tuple:
        item = _for_type(get_args(annotation)[0], world, reference=reference)
        return st.just(()) if item.is_empty else st.lists(item, max_size=2).map(tuple)
    if type(None) in get_args(annotation):
        kind = next(kind for kind in get_args(annotation) if kind is not type(None))
        return st.none() | _for_type(kind, world, reference=reference)
    if annotation is str:
        return world.references if reference else texts
    if issubclass(annotation, Enum):
        return st.sampled_from([*annotation])
    if not world.articles and _needs_span(annotation):
        return st.nothing()
    if annotation is gm.Span:
        return world.spans
    return values(annotation, world)


def _needs_span(cls: type) -> bool:
    return any(field.type is gm.Span for field in attrs.fields(cls)) or cls is gm.Span


@st.composite
def dossiers_of(draw: st.DrawFn, world: World) -> gm.Dossier:
    """A dossier with an object for every id of the world."""
    sections: dict[str, list[Any]] = {section: [] for section in SECTIONS}
    for section, id in world.ids:
        sections[section].append(draw(values(SECTIONS[section], world, id=id)))
    for section, cls in (("times", gm.When), ("diagnostics", gm.Diagnostic)):
        sections[section] = draw(st.lists(values(cls, world), max_size=3))
    return gm.Dossier(articles=world.articles, **{k: tuple(v) for k, v in sections.items()})


def dossiers() -> SearchStrategy[gm.Dossier]:
    return worlds().flatmap(dossiers_of)


def families(size: int) -> SearchStrategy[tuple[gm.Dossier, ...]]:
    """Dossiers that share some of their articles and ids, and say different things of them."""
    return worlds().flatmap(
        lambda world: st.tuples(*[parts(world).flatmap(dossiers_of) for _ in range(size)])
    )


def objects() -> SearchStrategy[Any]:
    """One object of any class of the model."""
    simple = [cls for cls in CLASSES if cls not in (gm.Article, gm.Dossier)]
    world = worlds().filter(lambda world: any(article.text for article in world.articles))
    single = st.tuples(st.sampled_from(simple), world).flatmap(lambda pair: values(*pair))
    return st.one_of(articles(), dossiers(), single)
