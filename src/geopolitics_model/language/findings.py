"""What the parsers before this one returned, looked up by the characters it was read from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import Any, TypeVar

import attrs

from geopolitics_model.model import Organisation, Person, Place, When

T = TypeVar("T")
_Entry = tuple[int, int, str]
"""Start and end of a mention, and the id of what it refers to."""


@attrs.frozen(eq=False)
class Findings:
    """Objects in the order in which they were returned, and indexes over their mentions."""

    items: tuple[Any, ...] = ()

    def extended(self, items: Iterable[Any]) -> Findings:
        """These findings and more."""
        return Findings((*self.items, *items))

    def of(self, cls: type[T]) -> tuple[T, ...]:
        """All objects of a class."""
        return tuple(item for item in self.items if isinstance(item, cls))

    def get(self, id: str) -> Any:
        """The object of an id, or `None`."""
        return self._by_id.get(id)

    def actor(self, start: int, end: int) -> str | None:
        """The entity mentioned at these characters, an actor before a place."""
        return _covering(self._actors, start, end) or _covering(self._places, start, end)

    def place(self, start: int, end: int) -> str | None:
        """The place mentioned at these characters."""
        return _covering(self._places, start, end)

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """The entities mentioned between two characters; of one span the actor only."""
        found: list[_Entry] = []
        for index in (self._actors, self._places):
            first = bisect_left(index, (start, -1, ""))
            found += [e for e in index[first : bisect_left(index, (end, -1, ""))] if e[1] <= end]
        taken: set[tuple[int, int]] = set()
        ids: dict[str, None] = {}
        for begin, stop, id in sorted(
            found, key=lambda e: (e[0], -e[1], e[2].startswith("place:"))
        ):
            if (begin, stop) not in taken:
                taken.add((begin, stop))
                ids.setdefault(id)
        return tuple(ids)

    def times_within(self, start: int, end: int) -> tuple[When, ...]:
        """The time expressions that stand wholly between two characters."""
        index = self._times
        first = bisect_left(index, start, key=lambda t: t.evidence[0].start)
        last = bisect_left(index, end, key=lambda t: t.evidence[0].start)
        return tuple(when for when in index[first:last] if when.evidence[0].end <= end)

    @cached_property
    def _by_id(self) -> dict[str, Any]:
        return {item.id: item for item in self.items if hasattr(item, "id")}

    @cached_property
    def _actors(self) -> list[_Entry]:
        return _index(self.of(Organisation) + self.of(Person))

    @cached_property
    def _places(self) -> list[_Entry]:
        return _index(self.of(Place))

    @cached_property
    def _times(self) -> list[When]:
        timed = [when for when in self.of(When) if when.evidence]
        return sorted(timed, key=lambda t: (t.evidence[0].start, t.evidence[0].end))


def _index(things: Iterable[Any]) -> list[_Entry]:
    return sorted((m.span.start, m.span.end, t.id) for t in things for m in t.mentions)


_MOST_NESTED = 8


def _covering(index: list[_Entry], start: int, end: int) -> str | None:
    """The innermost mention that covers the characters (mentions nest only a few deep)."""
    i = bisect_right(index, (start, 1 << 60, ""))
    best: _Entry | None = None
    for entry in reversed(index[max(0, i - _MOST_NESTED) : i]):
        if entry[1] >= end and (best is None or entry[1] - entry[0] < best[1] - best[0]):
            best = entry
    return best[2] if best else None
