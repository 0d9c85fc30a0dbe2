"""Whom nouns without a name stand for: "the four governments", "either side", "the cabinet"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import lru_cache

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Organisation, OrganisationKind, Place, PlaceKind
from geopolitics_model.parsers.actors import country_of
from geopolitics_model.parsers.phrases import conjuncts, objects_of
from geopolitics_model.parsers.policies.lexicon import authorities, word

_COUNTS = {
    "two": 2, "both": 2, "either": 2, "neither": 2, "each": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7,
}  # fmt: skip
_FACING = frozenset(
    "side party belligerent combatant adversary antagonist delegation signatory rival foe "
    "disputant neighbour neighbor".split()
)
"""Those of whom there are two unless it is said otherwise: "the belligerents"."""
_DEFINITE = frozenset(("the", "these", "those", "both", "either", "neither", "each", "all"))
_ACTING = (
    OrganisationKind.GOVERNMENT, OrganisationKind.GOVERNMENT_BODY, OrganisationKind.ARMED_GROUP,
    OrganisationKind.PARTY, OrganisationKind.ALLIANCE, OrganisationKind.BLOC,
    OrganisationKind.INTERGOVERNMENTAL, OrganisationKind.MILITARY, OrganisationKind.OTHER,
)  # fmt: skip
_OWN = frozenset(
    "government cabinet parliament legislature regime junta king premier chancellor "
    "president minister".split()
)
"""What a text calls by its bare noun when it is that of the country it is about."""
_FEW = 2
"""A state named less often is not what a text is about."""
_AS_MUCH = 3
"""How many times as often others may be named as a state that a text is about too."""


def group(reading: Reading, noun: Token) -> tuple[str, ...]:
    """Who "the two countries", "the four governments", "either combatant" are.

    The last so many that were named together before, else the first after; of two, those states
    that the text speaks of most.
    """
    size = _size(noun)
    if size is None or word(noun) not in authorities():
        return ()
    rows = _rows(reading).get(size, [])
    split = bisect_left(rows, (noun.i, ()))
    if split:
        return rows[split - 1][1]
    if rows:
        return rows[0][1]
    return foremost(reading, 2) if size == 2 else ()


def _size(noun: Token) -> int | None:
    if noun.pos != "NOUN":
        return None
    if any(c.dep in ("relcl", "acl", "poss", "appos") for c in noun.children):
        return None  # said otherwise: "the two sides that had signed"
    counted = [n for c in noun.children if (n := _COUNTS.get(c.lower)) is not None]
    if counted:
        return counted[0]
    definite = any(c.dep == "det" and c.lower in _DEFINITE for c in noun.children)
    plain = not any(c.dep in ("prep", "amod", "nummod", "compound") for c in noun.children)
    many = noun.tag == "NNS" and definite and plain
    return 2 if many and word(noun) in _FACING else None


@lru_cache(maxsize=1)
def _rows(reading: Reading) -> dict[int, list[tuple[int, tuple[str, ...]]]]:
    """Where a text names so many actors together, in order, and whom."""
    found: dict[int, list[tuple[int, tuple[str, ...]]]] = {}
    for token in reading.tokens:
        if token.dep != "conj" and any(c.dep in ("conj", "appos") for c in token.children):
            named = (reading.entity(part) for part in conjuncts(token))
            ids = tuple(dict.fromkeys(i for i in named if i is not None and _acts(reading, i)))
            if len(ids) > 1:
                found.setdefault(len(ids), []).append((token.i, ids))
    return found


def _acts(reading: Reading, id: str) -> bool:
    thing = reading.object(id)
    if isinstance(thing, Place):
        return thing.kind in (PlaceKind.COUNTRY, PlaceKind.TERRITORY)
    return isinstance(thing, Organisation) and thing.kind in _ACTING


@lru_cache(maxsize=4)
def foremost(reading: Reading, size: int) -> tuple[str, ...]:
    """The states that a text names most, if they are clearly what it is about."""
    best = _named(reading).most_common(size)
    return tuple(i for i, n in best if n >= _FEW) if len(best) == size else ()


def foremost_but(reading: Reading, own: set[str]) -> str | None:
    """The state that a text names most besides some, if it is named nearly as much as these."""
    counts = _named(reading)
    others = [(id, n) for id, n in counts.most_common() if id not in own]
    most = max(counts.values(), default=0)
    return next((id for id, n in others[:1] if n * _AS_MUCH >= most), None)


@lru_cache(maxsize=1)
def _named(reading: Reading) -> Counter[str]:
    """How often a text names each state, its bodies included."""
    counts: Counter[str] = Counter()
    things: list[Place | Organisation] = [*reading.objects(Place), *reading.objects(Organisation)]
    for thing in things:
        state = country_of(reading, thing.id) if _acts(reading, thing.id) else None
        if state is not None and reading.object(state) is not None:
            counts[state] += len(thing.mentions)
    return counts


def own_state(reading: Reading, noun: Token) -> str | None:
    """The state whose "the government", "the cabinet" is: the one that a text is about."""
    named = any(c.dep in ("poss", "compound", "nmod", "nummod") for c in noun.children)
    bare = any(c.dep == "det" and c.lower == "the" for c in noun.children) and noun.tag == "NN"
    if word(noun) not in _OWN or named or not bare or objects_of(noun, ("of", "in", "at")):
        return None
    return next(iter(foremost(reading, 1)), None)
