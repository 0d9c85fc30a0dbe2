"""What a timeline shows: facts and missions, and the days of each as precisely as known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from textwrap import shorten
from typing import Any, NamedTuple

from geopolitics_model.display import words
from geopolitics_model.model import Conflict, Dossier, Mission, Policy, Statement, When

_LONGEST = 50
_OPEN_BEFORE, _OPEN_AFTER = ("before", "until"), ("since", "after")


class Mark(NamedTuple):
    """A stretch of days on a timeline, from the first to the last that the time may mean.

    `open_before` and `open_after` tell that it may be longer on that side ("since 1999"),
    `reported` that only the day on which the article appeared is known.
    """

    first: dt.date
    last: dt.date
    when: str
    what: str = ""
    open_before: bool = False
    open_after: bool = False
    reported: bool = False


class Event(NamedTuple):
    """A fact or mission, what to call it, and its marks, of which there is at least one."""

    id: str
    kind: str
    label: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def first(self) -> dt.date:
        """The first day of all marks."""
        return min(mark.first for mark in self.marks)


def events(dossier: Dossier) -> list[Event]:
    """All that has a day, in the order of time; at the same time in the order of the text."""
    found = []
    for thing in (
        *dossier.conflicts, *dossier.missions, *dossier.policies, *dossier.statements
    ):  # fmt: skip
        if marks := tuple(dict.fromkeys(_marks(dossier, thing))):
            label, text = _label(dossier, thing)
            found.append(Event(thing.id, type(thing).__name__, label, text, marks))
    return sorted(found, key=lambda event: event.first)


def _marks(dossier: Dossier, thing: Any) -> Iterator[Mark]:
    match thing:
        case Statement(when=when):
            day = dossier.persons.lookup.reported(thing)[0]
            if when is not None and (mark := _mark(when)):
                yield mark
            elif day:
                yield Mark(day, day, f"reported {day}", "said", reported=True)
        case Policy():
            for change in thing.history:
                if mark := _mark(change.when, what=words.kind(change.status)):
                    yield mark
            if mark := _mark(thing.effective, what="effective"):
                yield mark
        case Mission() | Conflict():
            if mark := _lasting(thing.start, thing.end):
                yield mark


def _mark(when: When | None, what: str = "") -> Mark | None:
    if when is None:
        return None
    first, last = when.earliest or when.latest, when.latest or when.earliest
    if first is None or last is None:
        return None
    before = when.bound in _OPEN_BEFORE or when.earliest is None
    after = when.bound in _OPEN_AFTER or when.latest is None
    return Mark(first, last, words.when(when), what, before, after)


def _lasting(start: When | None, end: When | None) -> Mark | None:
    """From the first day of the start to the last of the end; of one alone, on to the unknown."""
    opening, closing = _mark(start), _mark(end)
    when = words.period(start, end)
    if opening and closing:
        return opening._replace(last=closing.last, when=when, open_after=closing.open_after)
    if opening:
        return opening._replace(when=when, open_after=True)
    return closing._replace(when=when, open_before=True) if closing else None


def _label(dossier: Dossier, thing: Any) -> tuple[str, str]:
    """One line for the row, and the whole for who points at it."""
    match thing:
        case Statement():
            who, what = words.listed(dossier, thing.speakers), thing.content
        case Policy():
            who, what = words.listed(dossier, thing.actors), thing.title
        case _:
            return _short(thing.name), words.printable(thing.name)
    who = who or "someone"
    said = words.printable(what)
    # Of several names the last are cut off first: what is said matters more.
    return _short(f"{_short(who, 22)}: {said}"), f"{who}: {said}"


def _short(text: str, width: int = _LONGEST) -> str:
    return shorten(words.printable(text), width, placeholder=" …") or text[:width]
