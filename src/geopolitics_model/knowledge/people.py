"""Persons by family name, and who held an office when."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from . import dates
from .entities import Entities, tenure
from .folding import key
from .results import Tenure, Unknown
from .tables import Tables
from .titles import Titles

_PARTICLES = frozenset("al el ad an ar as bin ben ibn abu da das de del della den der di do dos du la le ter van von zu".split())
#: States where the family name comes first.
_FAMILY_FIRST = frozenset(
    f"place:{name}"
    for name in "china taiwan north-korea south-korea vietnam north-vietnam south-vietnam cambodia singapore".split()
)
_IMPORTANCE = {"head_of_state": 0, "head_of_government": 0, "head_of_organisation": 1, "foreign_minister": 1,
               "defence_minister": 1, "commander": 1}  # fmt: skip


class People:
    """Family names and dated offices."""

    def __init__(self, tables: Tables, entities: Entities, titles: Titles) -> None:
        self._tables, self._entities, self._titles = tables, entities, titles
        self._families: dict[str, list[str]] = {}
        self._offices: dict[str, list[Tenure]] = {}

    def surname(self, name: str, on: dt.date | None = None) -> tuple[str, ...]:
        """Ids of the persons of that family name; who was in office on that day first, then the latest before it."""
        if not self._families:
            families: dict[str, list[str]] = defaultdict(list)
            for id, text, nationality, *_ in self._tables.rows("persons"):
                for family in family_names(text, nationality):
                    families[family].append(id)
            for id, text, kind, *_ in self._tables.rows("person_names"):
                for family in family_names(text, ""):
                    if id not in families[family]:
                        families[family].append(id)
            self._families = dict(families)
        return tuple(sorted(self._families.get(key(name), ()), key=lambda id: self._recency(id, on)))

    def holder(self, office: str, of: str, on: dt.date) -> str | Unknown:
        """The id of who held an office on a day."""
        held = self._held(office, of)
        if not held:
            return Unknown(reason=f"the tables have no holder of {office!r} of {of}")
        ruling = [t for t in held if t.holds(on)]
        if ruling:
            return max(ruling, key=lambda t: (dates.earliest(t.start or "") or dt.date.min, t.person)).person
        open_ = [t for t in held if t.holds(on) is None]
        known = [t for t in held if t.start and (dates.earliest(t.start) or dt.date.min) <= on]
        last = max(open_ or known or held, key=lambda t: t.start or "")
        until = max((t.until for t in held if t.until is not None), default=None)
        if until is not None and on > until:
            reason = f"the tables know the {office} of {of} up to {until} only"
        else:
            reason = f"the tables have no {office} of {of} for {on}"
        return Unknown(reason=reason, until=until, last=last.person)

    def _held(self, office: str, of: str) -> list[Tenure]:
        if not self._offices:
            grouped: dict[str, list[Tenure]] = defaultdict(list)
            for row in self._tables.rows("tenures"):
                grouped[row[3]].append(tenure(row))
            self._offices = dict(grouped)
        tenures = self._offices.get(of, [])
        asked = key(office)
        exact = [t for t in tenures if t.office == office or key(t.title) == asked]
        if exact and asked not in {"president"}:
            return exact
        offices = self._titles.offices(office, of)
        return [t for t in tenures if t.office in offices] or exact

    def _recency(self, id: str, on: dt.date | None) -> tuple[int, int, int, str]:
        tenures = self._entities.tenures(id)
        importance = min((_IMPORTANCE.get(t.office, 2) for t in tenures), default=3)
        if on is None:
            last = max((dates.earliest(t.start or "") or dt.date.min for t in tenures), default=dt.date.min)
            return (0, -last.toordinal(), importance, id)
        if any(t.holds(on) for t in tenures):
            best = min(_IMPORTANCE.get(t.office, 2) for t in tenures if t.holds(on))
            return (0, best, 0, id)
        days = [_distance(t, on) for t in tenures]
        return (1, min(days, default=10**7), importance, id)


def _distance(held: Tenure, on: dt.date) -> int:
    """Days between a tenure and a day; the future counts three times, for news tells of former ministers."""
    first = dates.earliest(held.start or "")
    last = dates.latest(held.end or "") or held.until or first
    if first is None and last is None:
        return 10**6
    if first is not None and on < first:
        return 3 * (first - on).days
    return max(0, (on - last).days) if last is not None else 0


def family_names(name: str, nationality: str) -> list[str]:
    """Keys of the family names that a full name may be shortened to: "von der Leyen", "al-Assad" and "Assad", "Xi"."""
    tokens = key(name).split()
    if len(tokens) < 2:
        return tokens
    if nationality in _FAMILY_FIRST:
        return [tokens[0]] if nationality != "place:vietnam" else [tokens[0], tokens[-1]]
    found = [tokens[-1]]
    start = len(tokens) - 1
    while start > 1 and tokens[start - 1] in _PARTICLES:
        start -= 1
    if start < len(tokens) - 1:
        found.append(" ".join(tokens[start:]))
    elif len(tokens) > 2 and tokens[-2] not in _PARTICLES and len(tokens[-2]) > 2:
        found.append(" ".join(tokens[-2:]))
    return found
