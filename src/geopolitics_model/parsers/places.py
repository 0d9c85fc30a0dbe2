"""Where something is: the places that a word's prepositions and modifiers name."""

from __future__ import annotations

from collections.abc import Iterable

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MentionForm
from geopolitics_model.parsers.phrases import objects_of

LOCATIVE = frozenset(
    "in at near on across inside around outside over throughout within off into along through "
    "toward towards from".split()
)
"""Prepositions that say where; "on" and "over" only before a place."""
_FROM = frozenset(("from",))


def places_near(
    reading: Reading, token: Token, *, of: bool = False, climb: bool = True
) -> tuple[str, ...]:
    """The places of a noun or verb: its own prepositions first, else those of the verb above.

    `of`: "of" says where, too ("the battle of Kharkiv").
    """
    own = _attached(reading, token, of=of)
    above = token.head
    steps = 0
    while climb and not own and steps < 3 and above is not token:
        if above.pos in ("VERB", "AUX"):
            own = _attached(reading, above, of=False, after=token)
        if above.is_root or above.dep == "ccomp":
            break  # "said in Geneva that the fighting goes on": there it is said
        above, steps = above.head, steps + 1
    return without_containers(reading, own)


def _attached(
    reading: Reading, token: Token, *, of: bool, after: Token | None = None
) -> tuple[str, ...]:
    wanted = set(LOCATIVE - _FROM)
    if of:
        wanted.add("of")
    if token.lemma in ("spread", "extend"):
        wanted.add("to")
    if token.lemma in ("fight", "battle"):
        wanted.add("for")
    found: dict[str, None] = {}
    last: Token | None = None
    for prep in token.children:
        if prep.dep in ("prep", "agent") and prep.lower in wanted and prep is not after:
            if after is not None and prep.lower in ("on", "over"):
                continue  # "call on Russia to end these attacks"
            places = places_in(reading, prep)
            if last is not None and last.right + 1 == prep.left and prep.lower == "in":
                continue  # "in the town of Karrada in Baghdad" says twice where
            last = prep if places else None
            found |= dict.fromkeys(places)
    return tuple(found)


def place_of(reading: Reading, token: Token) -> str | None:
    """The place of a noun: its own or that after "of" ("the port of Veracruz")."""
    own = where(reading, token)
    if own is None:
        own = next((p for t in objects_of(token, ("of",)) if (p := where(reading, t))), None)
    return own


def where(reading: Reading, token: Token) -> str | None:
    """The place that a word names, not the country of a people: "drove the British out"."""
    id = reading.place(token)
    if id is None or token.text[0].islower():
        return id
    mentions = getattr(reading.object(id), "mentions", ())
    here = [m.form for m in mentions if m.span.start <= token.start and token.end <= m.span.end]
    return None if MentionForm.NOMINAL in here else id


def places_in(reading: Reading, top: Token) -> list[str]:
    """The places mentioned in a preposition's phrase, down through nouns and prepositions."""
    found: dict[str, None] = {}
    stack = [top]
    while stack:
        token = stack.pop(0)
        place = where(reading, token)
        if place is not None and token is not top:
            found.setdefault(place)
        if place is not None and token is not top:
            # what is attached to a place only says where it is: "Karrada in Baghdad"
            stack += [c for c in token.children if c.dep == "conj"]
            continue
        stack += [
            c for c in token.children
            if c.dep in (
                "pobj", "prep", "conj", "appos", "npadvmod", "pcomp", "compound", "nmod"
            )
            and c.lower not in ("with", "for", "by", "against")
        ]  # fmt: skip
    return list(found)


def without_containers(reading: Reading, ids: Iterable[str]) -> tuple[str, ...]:
    """Places without the country or region that another one of them lies in."""
    kept = list(dict.fromkeys(ids))
    inside = {knowledge.country_of(i) for i in kept if i != knowledge.country_of(i)}
    for id in kept:
        thing = reading.object(id)
        country = getattr(thing, "country", None)
        if country and country != id:
            inside.add(country)
    return tuple(i for i in kept if i not in inside)
