"""The nouns that name a policy, also where they are counted or a pronoun stands for them."""

from __future__ import annotations

from collections.abc import Iterator

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import PolicyKind
from geopolitics_model.parsers.phrases import objects_of
from geopolitics_model.parsers.policies.lexicon import Instrument, instruments, longest, word

_EMPTY = frozenset(
    ("entry", "number", "kind", "part", "set", "series", "one", "some", "implementation", "use",
     "application", "most", "many", "all", "half", "rest", "majority", "thousand", "hundred",
     "dozen", "percent", "shipment", "introduction", "text", "round", "package", "creation",
     "participation", "involvement", "compliance", "adherence", "list", "form", "draft", "version",
     "terms", "provision", "raft", "string", "host", "batch", "tranche", "regime",
     "restoration", "reinstatement", "reintroduction", "resumption")
)  # fmt: skip
"""Nouns before "of" that leave the policy to the noun behind it ("a series of sanctions")."""


_MONEY = frozenset(("million", "billion", "dollar", "euro", "pound"))


def is_amount(noun: Token) -> bool:
    """Whether a noun is a sum, so that what it is a sum of matters more: "2 billion in assets"."""
    return word(noun) in _MONEY or noun.pos == "NUM"


def inside(noun: Token) -> Iterator[Token]:
    """The noun that a quantity or an empty noun counts: "10 million in aid", "a series of X"."""
    if word(noun) in _EMPTY or is_amount(noun) or noun.tag == "DT":
        yield from objects_of(noun, ("of", "in", "into"))
        for deeper in objects_of(noun, ("of", "into")):
            yield from objects_of(deeper, ("of",))
    for c in noun.children:
        if (
            c.dep in ("nummod", "compound", "quantmod")
            and c.i < noun.i
            and c.lower in ("million", "billion")
        ):
            yield c


_BUSINESS = frozenset(
    "business book record recording plea movie film television tv property real-estate licensing "
    "marketing sponsorship employment divorce endorsement publishing consulting".split()
)
"""What makes a deal or contract private: "a record deal"."""


def instrument_of(reading: Reading, noun: Token) -> tuple[Token, Instrument] | None:
    """The instrument that a noun phrase names, and the noun that names it."""
    if any(c.lower in _BUSINESS for c in noun.children if c.dep in ("compound", "amod")):
        return None
    within = tuple(inside(noun))
    # "a package of sanctions" is sanctions
    for part in (*within, noun) if word(noun) in _EMPTY else (noun, *within):
        found = longest(part, instruments(), reading.tokens)
        if found is not None and part.pos in ("NOUN", "PROPN"):
            return part, found
    # a proper name with the word inside it: "the Plan de Guadalupe"
    for part in noun.children if noun.pos == "PROPN" else ():
        named = instruments().get(word(part)) if part.dep in ("compound", "nmod") else None
        if named is not None and part.pos == "PROPN" and part.text[0].isupper():
            return part, named
    return None


def names_other(reading: Reading, noun: Token, kind: PolicyKind) -> bool:
    """Whether a longer name says something else than its noun: "a state of emergency"."""
    found = longest(noun, instruments(), reading.tokens)
    if found is None or found is instruments().get(word(noun)):
        return False
    return found.kind is not kind


_PRONOUNS = {"it": ("NN", "NNP"), "them": ("NNS", "NNPS"), "they": ("NNS", "NNPS")}


def instrument_before(reading: Reading, pronoun: Token) -> tuple[Token, Instrument] | None:
    """The instrument that "it" or "them" stands for: the last one named, here or just before."""
    forms = _PRONOUNS.get(pronoun.lower)
    if forms is None or reading.entity(pronoun) is not None:
        return None
    first = reading.sentences[max(0, pronoun.sentence - 1)]
    if first.paragraph != reading.sentences[pronoun.sentence].paragraph:
        first = reading.sentences[pronoun.sentence]
    for token in reversed(reading.tokens[first.start : pronoun.i]):
        if token.tag in forms and token.dep != "compound":
            found = instrument_of(reading, token)
            if found is not None and found[1].strong:
                return found
    return None
