"""Where a movement goes: out of, into, across, towards."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers.phrases import direct_objects, objects_of
from geopolitics_model.parsers.places import place_of, places_near

_TO = ("in", "at", "to", "into", "near", "from", "on", "across", "towards", "toward", "along")
INWARDS = frozenset("into toward towards across against on onto through over".split())
COURSES = frozenset(
    "north south east west northward southward eastward westward northwards southwards eastwards "
    "westwards inland".split()
)
FRONTIERS = frozenset("border frontier parallel line river strait channel coast shore".split())


def outwards(verb: Token) -> list[Token]:
    """The word "out" of "pulled out of", "drove the army out of"."""
    return [c for c in verb.children if c.lower == "out" and c.dep in ("prep", "prt", "advmod")]


def behind(reading: Reading, noun: Token) -> list[str]:
    """The places that are attached to what is sent: "massed 900 soldiers near Kharkiv"."""
    going = objects_of(noun, ("to", "into", "between", "against", "off"))
    return [
        *places_near(reading, noun, climb=False),
        *(p for t in going if (p := place_of(reading, t))),
    ]


def beyond(reading: Reading, verb: Token) -> list[str]:
    """The country behind a frontier: "across the Finnish border"."""
    onto = ahead(verb) + [t for o in direct_objects(verb) for t in objects_of(o, INWARDS)]
    fronts = [t for t in onto if t.lemma.lower() in FRONTIERS]
    ids = [reading.place(c) for t in fronts for c in t.children if c.i < t.i]
    return [i for i in ids if i is not None]


def ahead(verb: Token) -> list[Token]:
    """What stands after "into", "over", "across", however the parser takes the word."""
    found = objects_of(verb, INWARDS)
    if any(c.dep == "prt" and c.lower in INWARDS for c in verb.children):
        found += [c for c in verb.children if c.dep == "dobj"]
    return found


def is_somewhere(reading: Reading, token: Token) -> bool:
    """Whether a proper name stands after "at", "to", "into": a place, known or not."""
    names = [t for t in objects_of(token, _TO) if t.tag == "NNP" or _is_titled(t)]
    return any(not reading.times_in(t.start, t.end) and not _is_actor(reading, t) for t in names)


def _is_titled(noun: Token) -> bool:
    """Whether a name stands before a common noun of places: "the Sambisa forest"."""
    named = any(c.dep == "compound" and c.tag == "NNP" for c in noun.children)
    return named and noun.lemma.lower() in _LANDSCAPE


_LANDSCAPE = frozenset(
    "forest valley region area district sector province mountain hill river desert peninsula "
    "basin plateau delta island strait gulf front salient pocket heights gap line border camp "
    "airport base port".split()
)


def _is_actor(reading: Reading, token: Token) -> bool:
    id = reading.entity(token)
    return id is not None and id.startswith("organisation:")
