"""Names cut and joined as their words ask: titles and peoples out, regiments and places in.

The mention component draws the ends of a name by its look; offices, units and the nouns of
places are words that this parser knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers.entities.lexicon import (
    PEERS,
    nominals,
    organisation_nouns,
    place_nouns,
)
from geopolitics_model.parsers.entities.surface import Surface

_DASHES = frozenset(("-", "–", "—"))
_DIRECTIONS = frozenset("north south east west centre center northeast southeast".split())
_JOINT = frozenset(("corps", "command", "division", "force", "forces", "group", "guard"))
_WATERWAYS = frozenset(("canal", "channel", "gulf", "strait", "straits"))
_CHARGED = frozenset(("commission", "committee", "council", "forum", "group", "panel"))
_OF_FAMILIES = frozenset(
    "al ben bin da das de del della den der di do dos du el ibn la le ter van von y".split()
)
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)?")
_PORTFOLIOS = frozenset(("for", "of"))


def reshaped(reading: Reading, surfaces: Sequence[Surface]) -> list[Surface]:
    """The same names with their right ends, in order, without overlaps."""
    widened = (_with_peerage(reading, surface) for surface in surfaces)
    found = [part for surface in widened for part in _without_titles(reading, surface)]
    found.sort(key=lambda s: s.first)
    joined: list[Surface] = []
    for surface in found:
        shaped = _headed(reading, _dashed(reading, _charged(reading, _apart(reading, surface))))
        if shaped is None or (joined and shaped.first < joined[-1].last):
            continue
        if joined and _is_one(reading, joined[-1], shaped):
            joined[-1] = attrs.evolve(joined[-1], last=shaped.last, candidates=())
        else:
            joined.append(shaped)
    return joined


def _with_peerage(reading: Reading, surface: Surface) -> Surface:
    """ "The Prince of Wales" is a person, whether the place is known or all of it taken for one."""
    if surface.label != "place" or surface.adjectival:
        return surface
    if not surface.candidates and _is_peerage(reading, surface.first):
        return attrs.evolve(surface, label="person")
    title = surface.first - 2
    if title < 0 or not _is_peerage(reading, title) or not reading.tokens[title].text[0].isupper():
        return surface
    return Surface(title, surface.last, "person", trained=True)


def _is_peerage(reading: Reading, first: int) -> bool:
    """Whether a name begins with the title of a peer and what he is peer of."""
    words = [t.lower for t in reading.tokens[first : first + 2]]
    return words[0] in PEERS and words[1:] == ["of"]


def _without_titles(reading: Reading, surface: Surface) -> Iterator[Surface]:
    """ "USAID Administrator Samantha Power" is a body and a person, "Pentagon Press" is the
    Pentagon's press secretary, "Commissioner for Peace" no body at all.
    """
    if not surface.trained or surface.candidates:
        yield surface
        return
    tokens = reading.tokens
    start = tokens[surface.first].start
    text = reading.text[start : tokens[surface.last - 1].end + 30]
    end = tokens[surface.last - 1].end - start
    for title in knowledge.titles(text):
        if title.start >= end:
            break
        inside = reading.tokens_between(start + title.start, start + title.end)
        if not inside or not inside[0].text[0].isupper() or inside[0].start != start + title.start:
            continue
        first, last = inside[0].i, inside[-1].i + 1
        opens = first == surface.first and last < surface.last
        if opens and surface.label == "organisation" and tokens[last].lower in _PORTFOLIOS:
            return
        before = tokens[first - 1].lower
        if first > surface.first and before not in ("of", "the", "'s", "’s", "and"):
            if last > surface.last:
                yield from _known_as(reading, attrs.evolve(surface, last=first))
                return
            if _is_full_name(tokens[last : surface.last]):
                yield from _known_as(reading, attrs.evolve(surface, last=first))
                yield attrs.evolve(surface, first=last, label="person")
                return
    yield surface


def _known_as(reading: Reading, surface: Surface) -> Iterator[Surface]:
    """A name cut short, with what the tables know of it."""
    if surface.first < surface.last:
        text = _text(reading, surface)
        ids = tuple(id for id in knowledge.find_ids(text) if not id.startswith("person:"))
        label = ids[0].partition(":")[0] if ids else "organisation"
        fitting = tuple(id for id in ids if id.startswith(label))
        yield attrs.evolve(surface, label=label, candidates=fitting)


def _is_full_name(tokens: Sequence[Token]) -> bool:
    return 2 <= len(tokens) <= 4 and all(t.text[0].isupper() and t.tag != "CC" for t in tokens)


def _apart(reading: Reading, surface: Surface) -> Surface:
    """ "The Saudi Khattab" is a person of that country; "Governments of Burundi" are a place's."""
    tokens, first, last = reading.tokens, surface.first, surface.last
    if surface.candidates or not surface.trained:
        return surface
    several = tokens[first].lower.endswith("s")
    body = several and tokens[first].lower[:-1] in organisation_nouns()
    if body and last - first > 2 and tokens[first + 1].lower == "of":
        rest = attrs.evolve(surface, first=first + 2, label="place")
        states = knowledge.find_ids(_text(reading, rest))
        if states and states[0].startswith("place:"):
            return attrs.evolve(rest, candidates=states[:1])
    the = first > 0 and tokens[first - 1].lower == "the"
    if the and last - first == 2 and _is_national(tokens[first]) and _is_single(tokens[last - 1]):
        return attrs.evolve(surface, first=first + 1, label="person")
    return surface


def _is_national(token: Token) -> bool:
    found = knowledge.match(token.text)
    return bool(found) and found[0].names[0].kind in ("adjective", "demonym")


def _is_single(token: Token) -> bool:
    """A proper noun of one person: neither plural, nor initials, nor the noun of a body."""
    common = token.lower in organisation_nouns() or token.lower in place_nouns()
    return token.tag == "NNP" and not token.text.isupper() and not common


def _dashed(reading: Reading, surface: Surface) -> Surface:
    """ "Multi-National Force – Iraq", "Regional Command - East": commands by their area."""
    tokens, last = reading.tokens, surface.last
    if surface.label != "organisation" or last + 1 >= len(tokens):
        return surface
    if tokens[last - 1].lower not in _JOINT or tokens[last].text not in _DASHES:
        return surface
    area = tokens[last + 1]
    state = area.text[0].isupper() and bool(knowledge.find_ids(area.text))
    if area.lower in _DIRECTIONS or (state and area.tag == "NNP"):
        return attrs.evolve(surface, last=last + 2, candidates=())
    return surface


def _charged(reading: Reading, surface: Surface) -> Surface:
    """ "Contact Group on Guinea-Bissau", "Committee on Foreign Relations": what it is about."""
    tokens, last = reading.tokens, surface.last
    if surface.label != "organisation" or surface.candidates or last + 1 >= len(tokens):
        return surface
    if tokens[last - 1].lower not in _CHARGED or tokens[last].lower != "on":
        return surface
    end = last + 1
    while end < len(tokens) and tokens[end].text[0].isupper() and tokens[end].pos == "PROPN":
        end += 1
        if end + 1 < len(tokens) and tokens[end].text == "-" and tokens[end + 1].text[0].isupper():
            end += 1
    return attrs.evolve(surface, last=end) if end > last + 1 else surface


def _headed(reading: Reading, surface: Surface) -> Surface | None:
    """ "Toussaint Louverture International Airport": the noun of a place ends its name.

    A noun of places by itself ("the Republic") is no name, but for waterways ("the Strait").
    """
    tokens, last = reading.tokens, surface.last
    if surface.label != "organisation" and (end := _site_end(tokens, last)) > last:
        return attrs.evolve(surface, last=end, label="place", candidates=())
    if surface.label == "place" and not surface.candidates and last - surface.first == 1:
        word = tokens[surface.first].lower
        common = word in nominals() or word in organisation_nouns() or word in place_nouns()
        if common and word not in _WATERWAYS:
            return None
    return surface


def _site_end(tokens: Sequence[Token], last: int) -> int:
    """The end of a place's noun in capitals, with at most one word before it, after a name."""
    for end in (last + 1, last + 2):
        if end > len(tokens) or tokens[end - 1].sentence != tokens[last - 1].sentence:
            break
        noun = tokens[end - 1]
        if not noun.text[0].isupper():
            break
        if noun.lower in place_nouns() and noun.tag.startswith("NNP"):
            return end
    return last


def _is_one(reading: Reading, before: Surface, after: Surface) -> bool:
    return _is_chain(reading, before, after) or _is_one_person(reading, before, after)


def _is_chain(reading: Reading, before: Surface, after: Surface) -> bool:
    """ "5th Squadron, 73rd Cavalry Regiment": a unit, and the larger one that it belongs to."""
    tokens = reading.tokens
    if before.label != "organisation" or after.label != "organisation":
        return False
    if after.first != before.last + 1 or tokens[before.last].text != ",":
        return False
    return _is_unit(tokens[before.first : before.last]) and _is_unit(
        tokens[after.first : after.last]
    )


def _is_one_person(reading: Reading, before: Surface, after: Surface) -> bool:
    """ "Carlos Alberto dos Santos Cruz": a small word of family names joins the parts of one."""
    between = [t.text for t in reading.tokens[before.last : after.first]]
    persons = before.label == after.label == "person"
    return persons and 0 < len(between) <= 2 and all(word in _OF_FAMILIES for word in between)


def _is_unit(tokens: Sequence[Token]) -> bool:
    noun = organisation_nouns().get(tokens[-1].lower)
    body = noun is not None and noun.kind == "military"
    team = tokens[-1].lower == "team"
    return bool(_ORDINAL.fullmatch(tokens[0].text)) and (body or team)


def _text(reading: Reading, surface: Surface) -> str:
    tokens = reading.tokens
    return reading.text_of(tokens[surface.first].start, tokens[surface.last - 1].end)
