"""Peoples that act in a war as their states: "the Germans attacked Verdun".

In general a people is not its state ("most of them Kosovar Albanians"), so the entities of an
article do not count it. Who attacks, lands, retreats or is defeated as "the Germans" is the army of
Germany, though: the readers of missions and conflicts take it so. The two states that a hyphen
joins act alike, for the reader of policies too: "the Russo-Japanese War", "an Anglo-French treaty".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Mention, MentionForm, Place, PlaceKind
from geopolitics_model.parsers import tabled
from geopolitics_model.parsers.phrases import joined_to
from geopolitics_model.parsers.tables import rows

_PEOPLE = frozenset(("adjective", "demonym"))
_STATES = frozenset((PlaceKind.COUNTRY, PlaceKind.TERRITORY, PlaceKind.REGION))
_MANY = re.compile(r"\d,?\d{3}|thousand|million", re.IGNORECASE)
_ROLES = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj", "poss", "appos"))


def acting(reading: Reading) -> tuple[Place, ...]:
    """The states of bare peoples ("the Germans", "the British") and of joined ones, with these
    mentions."""
    return _places(reading, (*_bare(reading), *_joined(reading)))


def joined(reading: Reading) -> tuple[Place, ...]:
    """The states that a hyphen or dash joins ("an Anglo-French treaty"), with these mentions."""
    return _places(reading, _joined(reading))


def _places(reading: Reading, told: Iterable[tuple[str, int, int]]) -> tuple[Place, ...]:
    found: dict[str, list[Mention]] = {}
    for id, start, end in dict.fromkeys(told):
        mention = Mention(span=reading.span(start, end), form=MentionForm.NOMINAL)
        found.setdefault(id, []).append(mention)
    return tuple(_place(reading, id, tuple(mentions)) for id, mentions in found.items())


def _bare(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """The states of bare peoples, and where each stands."""
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
            yield state, match.start, match.end


def _joined(reading: Reading) -> Iterator[tuple[str, int, int]]:
    """The two states that a hyphen or dash joins before a noun, and where each stands."""
    for other in reading.tokens:
        one = joined_to(reading, other)
        if one is None or not one.text[0].isupper():
            continue
        first, second = (combining_forms().get(t.text) or _state(t.text) for t in (one, other))
        if first is None or second is None or first == second:
            continue
        for state, token in ((first, one), (second, other)):
            if reading.entity(token) is None:
                yield state, token.start, token.end


def _state(word: str) -> str | None:
    """The state that a word names, or whose people or adjective it is."""
    matches = [m for m in knowledge.match(word) if m.surface == word]
    return next((n.id for m in matches for n in m.names if _is_state(n.id)), None)


@cache
def combining_forms() -> dict[str, str]:
    """The state of each form that joins a people to another one, by the form."""
    return {
        row["form"]: row["place"] for row in rows("geopolitics_model.parsers", "combining_forms")
    }


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
