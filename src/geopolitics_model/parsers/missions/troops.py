"""What armies are made of, as nouns and numbers tell it."""

from __future__ import annotations

import re

from geopolitics_model.language import Token
from geopolitics_model.parsers.missions import lexicon
from geopolitics_model.parsers.phrases import objects_of

_DESIGNATION = re.compile(r"[A-Z]{1,3}-\d+[A-Z]*s?")
"""What aircraft are called: "F-16s", "B-52"."""
_GROUPS = frozenset(
    "group number first dozen hundred thousand party handful wave body batch rest bulk".split()
)
_MANY = re.compile(r"\d{3,}|\d,\d{3}|hundred|thousand|million", re.I)
_UNITS = {
    "group": frozenset("strike battle task carrier amphibious combat advisory".split()),
    "party": frozenset("advance landing scouting boarding raiding".split()),
    "wing": frozenset("air bomber fighter".split()),
    "element": frozenset("advance lead forward armoured armored".split()),
}
"""Nouns that are units with these words before them."""


def are_troops(token: Token) -> bool:
    """Whether a noun stands for armed men, units, ships or aircraft."""
    words = lexicon.troops()
    if token.lemma.lower() in words or token.lower.rstrip("s") in words:
        return True
    units = _UNITS.get(token.lemma.lower(), frozenset())
    if any(c.lower in units for c in token.children if c.i < token.i):
        return True  # "a carrier strike group", "an advance party"
    some = token.pos == "NUM" or token.lemma.lower() in _GROUPS
    if some and any(are_troops(t) for t in objects_of(token, ("of",))):
        return True  # "nine of his divisions"
    people = token.tag in ("NNS", "NNPS") and token.text[:1].isupper()
    if people and any(c.dep == "nummod" and _MANY.search(c.text) for c in token.children):
        return True  # "thirteen thousand Spaniards"
    return token.pos in ("NOUN", "PROPN") and any(
        _DESIGNATION.fullmatch(c.text) for c in (token, *token.children)
    )
