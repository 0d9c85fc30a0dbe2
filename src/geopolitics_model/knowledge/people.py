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

_PARTICLES = frozenset(
    "al el ad an ar as bin ben ibn abu da das de del della den der di do dos du la le ter van von"
    " zu".split()
)
#: States where the family name comes first.
_FAMILY_FIRST = frozenset(
    f"place:{name}"
    for name in "china taiwan north-korea south-korea vietnam north-vietnam south-vietnam cambodia"
    " singapore".split()
)
_ANY_HEAD_OF_STATE = frozenset({"head of state", "monarch", "leader", "ruler", "sovereign"})
_MONARCHS = frozenset(
    "king queen monarch emperor empress sultan emir amir shah pope prince kaiser tsar czar".split()
) | {"grand duke", "yang di pertuan agong monarch"}
_OF_ORGANISATIONS = frozenset({"head_of_organisation", "commander", "other"})
_IMPORTANCE = {
    "head_of_state": 0,
    "head_of_government": 0,
    "head_of_organisation": 1,
    "foreign_minister": 1,
    "defence_minister": 1,
    "commander": 1,
}


class People:
    """Family names and dated offices."""

    def __init__(self, tables: Tables, entities: Entities, titles: Titles) -> None:
        self._tables, self._entities, self._titles = tables, entities, titles
        self._families: dict[str, list[str]] = {}
        self._offices: dict[str, list[Tenure]] = {}

    def gender(self, given: str) -> str:
        """The gender of those who bear a given name, or the empty string."""
        return next((gender for _, gender, *_ in self._tables.of("given_names", given)), "")

    def surname(self, name: str, on: dt.date | None = None) -> tuple[str, ...]:
        """Ids of the persons of that family name; who was in office on that day first, then the
        latest before it.
        """
        if not self._families:
            families: dict[str, list[str]] = defaultdict(list)
            for id, text, nationality, *_ in self._tables.rows("persons"):
                for family in family_names(text, nationality):
                    families[family].append(id)
            for id, text, *_ in self._tables.rows("person_names"):
                for family in family_names(text, ""):
                    if id not in families[family]:
                        families[family].append(id)
            self._families = dict(families)
        return tuple(
            sorted(self._families.get(key(name), ()), key=lambda id: self._recency(id, on))
        )

    def holder(self, office: str, of: str, on: dt.date) -> str | Unknown:
        """The id of who held an office on a day."""
        tenures = self._tenures_of(of)
        offices = self._titles.offices(office, of)
        titled = [t for t in tenures if self._titled(t, office, offices)]
        answer = self._ruling(office, of, on, titled)
        if isinstance(answer, Unknown):
            wider = [t for t in tenures if t in titled or self._may_be(t, office, offices)]
            answer = self._ruling(office, of, on, wider)
        return answer

    def _ruling(self, office: str, of: str, on: dt.date, held: list[Tenure]) -> str | Unknown:
        if not held:
            return Unknown(reason=f"the tables have no holder of {office!r} of {of}")
        ruling = [t for t in held if t.holds(on)]
        if ruling:
            return max(ruling, key=lambda t: (_first(t), t.person)).person
        perhaps = [t for t in held if t.holds(on) is None]
        earlier = [t for t in held if t.start and _first(t) <= on]
        last = max(perhaps or earlier or held, key=_first)
        until = max((t.until for t in held if t.until is not None), default=None)
        if until is not None and on > until:
            reason = f"the tables know the {office} of {of} up to {until} only"
        else:
            reason = f"the tables have no {office} of {of} for {on}"
        return Unknown(reason=reason, until=until, last=last.person)

    def _tenures_of(self, of: str) -> list[Tenure]:
        if not self._offices:
            grouped: dict[str, list[Tenure]] = defaultdict(list)
            for row in self._tables.rows("tenures"):
                grouped[row[3]].append(tenure(row))
            self._offices = dict(grouped)
        return self._offices.get(of, [])

    def _titled(self, held: Tenure, asked: str, offices: tuple[str, ...]) -> bool:
        """Whether the tenure has the title asked for: "Crown Prince and Prime Minister" is prime
        minister.
        """
        if key(held.title) == key(asked):
            return True
        words, own = f" {key(asked)} ", f" {key(held.title)} "
        if own.startswith((" deputy ", " vice ", " assistant ")) and not words.startswith(own[:6]):
            return False
        near = held.office in offices or {held.office, *offices} <= _OF_ORGANISATIONS
        return near and bool(held.title) and (words in own or own in words)

    def _may_be(self, held: Tenure, asked: str, offices: tuple[str, ...]) -> bool:
        """Whether the tenure is of that office, whatever its title; but no king is asked for as
        president.
        """
        if held.office == asked:
            return True
        if held.office not in offices or held.office in {"deputy", "other"}:
            return False
        if held.office != "head_of_state" or key(asked) in _ANY_HEAD_OF_STATE:
            return True
        return (key(asked) in _MONARCHS) == (key(held.title) in _MONARCHS)

    def _recency(self, id: str, on: dt.date | None) -> tuple[int, int, int, str]:
        tenures = self._entities.tenures(id)
        importance = min((_IMPORTANCE.get(t.office, 2) for t in tenures), default=3)
        if on is None:
            last = max(
                (dates.earliest(t.start or "") or dt.date.min for t in tenures), default=dt.date.min
            )
            return (0, -last.toordinal(), importance, id)
        if any(t.holds(on) for t in tenures):
            best = min(_IMPORTANCE.get(t.office, 2) for t in tenures if t.holds(on))
            return (0, best, 0, id)
        days = [_distance(t, on) for t in tenures]
        return (1, min(days, default=10**7), importance, id)


def _first(held: Tenure) -> dt.date:
    return dates.earliest(held.start or "") or dt.date.min


def _distance(held: Tenure, on: dt.date) -> int:
    """Days between a tenure and a day; the future counts three times, for news tells of former
    ministers.
    """
    first = dates.earliest(held.start or "")
    last = dates.latest(held.end or "") or held.until or first
    if first is None and last is None:
        return 10**6
    if first is not None and on < first:
        return 3 * (first - on).days
    return max(0, (on - last).days) if last is not None else 0


def family_names(name: str, nationality: str) -> list[str]:
    """Keys of the family names that a full name may be shortened to: "von der Leyen", "al-Assad"
    and "Assad", "Xi".
    """
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
