"""What the knowledge base answers with, besides the classes of the model."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import attrs

from . import dates


@attrs.frozen(kw_only=True)
class Unknown:
    """The tables do not say. It is no "nobody" and no empty list: it is false, cannot be iterated,
    and gives its reason.

    ``until`` is the day up to which the tables vouch for an answer, where there is one; ``last``
    the id of the
    last holder known, who may or may not still hold the office.
    """

    reason: str
    until: dt.date | None = None
    last: str | None = None

    def __bool__(self) -> bool:
        return False


@attrs.frozen(kw_only=True)
class Tenure:
    """An office held by a person: ``of`` is a country, organisation or mission; dates are partial
    ISO dates.

    ``end`` is ``None`` while the person was in office on ``as_of``, the date up to which the
    source vouches;
    ``end_max`` is the start of the successor, where the end itself is not known.
    """

    person: str
    office: str
    title: str
    of: str
    start: str | None
    end: str | None
    end_max: str | None
    as_of: str | None

    def holds(self, on: dt.date) -> bool | None:
        """Whether it was held on that day; ``None`` if the tables do not say."""
        first = dates.earliest(self.start or "")
        if first is not None and on < first:
            return False
        if self.end:
            last = dates.latest(self.end)
            if last is not None and on > last:
                return False
            return True if first is not None else None
        bound = dates.earliest(self.end_max or "")
        if bound is not None and on >= bound:
            return False
        if self.until is None or on > self.until:
            return None
        return True if first is not None else None

    @property
    def until(self) -> dt.date | None:
        """The last day on which the tables can say that it was held."""
        if self.end:
            return dates.latest(self.end)
        return dates.latest(self.as_of or "")


@attrs.frozen(kw_only=True)
class Resolution:
    """A resolution of the United Nations Security Council."""

    symbol: str
    number: int
    date: dt.date
    title: str


class Known(NamedTuple):
    """An entity that a text may name, and what kind of name the text is for it."""

    id: str
    kind: str


class Match(NamedTuple):
    """A known name in a text: ``text[start:end] == surface``; every entity of that name, likeliest
    first.

    ``weak`` says that the surface is a common word or name as well ("Nice", "IS", "Mobile").
    """

    start: int
    end: int
    surface: str
    names: tuple[Known, ...]
    weak: bool = False

    @property
    def candidates(self) -> tuple[str, ...]:
        """The ids, once each, likeliest first."""
        return tuple(dict.fromkeys(known.id for known in self.names))

    @property
    def kind(self) -> str:
        """What kind of name it is for the likeliest entity."""
        return self.names[0].kind


class TitleMatch(NamedTuple):
    """The title of an office in a text, and the keys of the offices it may name."""

    start: int
    end: int
    surface: str
    offices: tuple[str, ...]
