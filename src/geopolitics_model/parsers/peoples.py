"""Peoples that act in a war as their states: "the Germans attacked Verdun".

In general a people is not its state ("most of them Kosovar Albanians"), so the entities of an
article do not count it. Who attacks, lands, retreats or is defeated as "the Germans" is the army of
Germany, though: the readers of missions and conflicts take it so.
"""

from __future__ import annotations

import re

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Mention, MentionForm, Place, PlaceKind
from geopolitics_model.parsers import tabled

_PEOPLE = frozenset(("adjective", "demonym"))
_STATES = frozenset((PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION))
_MANY = re.compile(r"\d,?\d{3}|thousand|million", re.IGNORECASE)
_ROLES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos"))


def acting(reading: Reading) -> tuple[Place, ...]:
    """The states of bare peoples ("the Germans", "the British"), each with these mentions."""
    found: dict[str, list[Mention]] = {}
    for match in tabled.names(reading):
        if not match.names or match.names[0].kind not in _PEOPLE:
            continue
        tokens = reading.tokens_between(match.start, match.end)
        if not tokens or tokens[-1].end != match.end or not _is_bare(tokens[-1], tokens[0]):
            continue
        if reading.entity(tokens[-1]) is not None:
            continue
        state = next((n.id for n in match.names if _is_state(n.id)), None)
        if state is not None:
            span = reading.span(match.start, match.end)
            found.setdefault(state, []).append(Mention(span=span, form=MentionForm.NOMINAL))
    return tuple(_place(reading, id, tuple(mentions)) for id, mentions in found.items())


def unknown(reading: Reading, places: tuple[Place, ...], ids: set[str]) -> list[Place]:
    """Those places that objects refer to by `ids` and that the article's entities lack."""
    return [p for p in places if p.id in ids and reading.object(p.id) is None]


def _is_bare(head: Token, first: Token) -> bool:
    """ "The Germans", not "two Germans", "Volga Germans" or "the German army"."""
    if head.dep not in _ROLES or head.i - first.i > 1:
        return False
    before = [c for c in head.children if c.i < first.i and c.dep != "punct"]
    definite = any(c.lower in ("the", "both") for c in before)
    plural = head.tag in ("NNS", "NNPS")
    return (definite or plural) and all(
        c.dep in ("det", "cc", "advmod", "predet") or _is_army(c) for c in before
    )


def _is_army(number: Token) -> bool:
    """Whether so many are an army: "thirteen thousand Spaniards", not "two Germans"."""
    return number.dep == "nummod" and bool(_MANY.search(number.text))


def _is_state(id: str) -> bool:
    thing = knowledge.get(id)
    return isinstance(thing, Place) and thing.kind in _STATES


def _place(reading: Reading, id: str, mentions: tuple[Mention, ...]) -> Place:
    known = reading.object(id) or knowledge.get(id)
    if not isinstance(known, Place):
        raise TypeError(f"{id} is no place")
    country = known.country if known.country and reading.object(known.country) else None
    return attrs.evolve(known, aliases=(), mentions=mentions, country=country)
