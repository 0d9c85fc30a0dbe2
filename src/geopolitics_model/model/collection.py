"""A section of a dossier: a tuple of objects that can be filtered, again and again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from enum import Enum
from typing import Any, Self, SupportsIndex, TypeVar, get_args, overload

import attrs

from geopolitics_model.errors import InvalidValue
from geopolitics_model.late import implementation
from geopolitics_model.model.article import Article
from geopolitics_model.model.index import Index
from geopolitics_model.model.periods import asked_days, bounded, overlaps, periods
from geopolitics_model.model.time import When
from geopolitics_model.model.typed import item_class
from geopolitics_model.model.walk import leaves

T = TypeVar("T")


class Collection(tuple[T, ...]):
    """Objects of one class in the order of the text: a tuple, and filters on it.

    Each filter gives a collection of the same kind, so filters chain, and all of them hold. Where
    a filter takes several names, any of them will do. A name is resolved as people use it: "NATO",
    "Stoltenberg", "Vucic", "the Alliance"; an object or an id means itself alone. What is not
    there gives an empty collection, and an `UnknownNameWarning` if a name is nearly alike.
    """

    lookup: Index
    """What names and ids are looked up in: everything in the dossier that the collection is of."""

    def __new__(cls, things: Iterable[T] = (), index: Index | None = None) -> Self:  # noqa: D102
        collection = super().__new__(cls, things)
        collection.lookup = index or Index()
        return collection

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (tuple(self), self.lookup)

    @overload
    def __getitem__(self, place: SupportsIndex) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Self: ...
    def __getitem__(self, place: Any) -> Any:
        found = super().__getitem__(place)
        return self._of(found) if isinstance(place, slice) else found

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self)}>"

    def _repr_html_(self) -> str:
        html: str = implementation("to_html")(self)
        return html

    # -- filters -----------------------------------------------------------------------------

    def where(self, predicate: Callable[[T], object] | None = None, /, **fields: Any) -> Self:
        """Those for which `predicate` holds and whose fields have these values.

        `where(act="warn")`, `where(kind=("sanction", "trade"))`: a tuple, list or set gives a
        choice. A field with references takes names, one with a time takes dates as `on` does, and
        `None` finds those without a value.

        Raises:
            InvalidValue: no such field, or no such value in its vocabulary.
        """
        tests = [self._test(name, value) for name, value in fields.items()]
        if predicate is not None:
            tests.append(predicate)
        return self._of(thing for thing in self if all(test(thing) for test in tests))

    def named(self, *names: Any) -> Self:
        """Those that go by one of these names."""
        ids = self._meant(names)
        return self._of(thing for thing in self if getattr(thing, "id", None) in ids)

    def on(self, when: str | dt.date | When) -> Self:
        """Those that have or may have a day in common with a time: `"2022-08"`, a date.

        An interval is written as in EDTF: `"2022-07-15/2022-08-03"`, `"2022-07/.."`. A statement
        is of its own time, or else of the day its article appeared; a policy of the days on which
        it changes or takes effect; a mission or conflict of all days from its start to its end.

        Raises:
            InvalidValue: `when` denotes no day of the calendar.
        """
        asked, lookup = asked_days(when), self.lookup
        return self._of(
            thing
            for thing in self
            if any(overlaps(period, asked) for period in periods(thing, lookup.reported(thing)))
        )

    def from_article(self, article: Article | str) -> Self:
        """Those read, at least in part, from this article: the object, its id, title or address."""
        keys = {article.id} if isinstance(article, Article) else {article}
        ids = {
            known.id
            for known in self.lookup.articles
            if keys & {known.id, known.title, known.url, known.source}
        }
        return self._of(
            thing for thing in self if any(span.article in ids for span in leaves(thing)[0])
        )

    # -- tables (see `late`) -----------------------------------------------------------------

    def to_pandas(self) -> Any:
        """A pandas data frame of these objects, a row each; see `Dossier.to_pandas`."""
        return implementation("to_pandas")(self)

    def to_polars(self) -> Any:
        """A polars data frame of these objects, a row each; see `Dossier.to_polars`."""
        return implementation("to_polars")(self)

    # -- how filters are made ----------------------------------------------------------------

    def _of(self, things: Iterable[T]) -> Self:
        return type(self)(things, self.lookup)

    def _meant(self, names: Iterable[Any]) -> frozenset[str]:
        return frozenset().union(*(self.lookup.meant(name) for name in names))

    def _referring(self, names: Iterable[Any], refer: Callable[[T], Iterable[str | None]]) -> Self:
        """Those for which `refer` gives the id of something called by one of the names."""
        ids = self._meant(names)
        return self._of(thing for thing in self if not ids.isdisjoint(refer(thing)))

    def _test(self, name: str, value: Any) -> Callable[[T], object]:
        options = [*value] if isinstance(value, (tuple, list, set, frozenset)) else [value]
        tests = [_Test(self._field(name), option, self.lookup) for option in options]
        return lambda thing: any(test(getattr(thing, name)) for test in tests)

    def _field(self, name: str) -> attrs.Attribute[Any]:
        cls = item_class(type(self))
        fields = attrs.fields_dict(cls)
        if name not in fields:
            near = get_close_matches(name, fields, n=1)
            hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(fields)}"
            raise InvalidValue(f"{cls.__name__} has no field {name!r}; {hint}")
        return fields[name]


class _Test:
    """Whether the value of a field is what was asked for, in the way of the field's type."""

    def __init__(self, field: attrs.Attribute[Any], asked: Any, index: Index) -> None:
        kinds = {field.type, *get_args(field.type)}
        self._asked = asked
        self._ids = index.meant(asked) if field.metadata.get("reference") and asked else None
        self._days = asked_days(asked) if When in kinds and asked else None
        for kind in kinds:
            if isinstance(kind, type) and issubclass(kind, Enum):
                _check_choice(field.name, kind, asked)

    def __call__(self, value: Any) -> bool:
        if self._asked is None:
            return value is None or value == ()
        if self._ids is not None:
            return not self._ids.isdisjoint(value if isinstance(value, tuple) else (value,))
        if self._days is not None:
            return overlaps(bounded(value), self._days)
        values = value if isinstance(value, tuple) else (value,)
        return any(_alike(item, self._asked) for item in values)


def _alike(value: Any, asked: Any) -> bool:
    if isinstance(value, str) and isinstance(asked, str):
        return value.casefold() == asked.casefold()
    return bool(value == asked)


def _check_choice(name: str, enum: type[Enum], asked: Any) -> None:
    known = [str(member.value) for member in enum]
    if asked is not None and asked not in known:
        raise InvalidValue(f"{name}: {asked!r} is none of: {', '.join(known)}")
