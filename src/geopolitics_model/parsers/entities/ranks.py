"""Ranks before names, and who is meant when the rank stands alone afterwards: "Col. Hale said ...
The colonel added ...".
"""

from __future__ import annotations

from geopolitics_model.language import Token
from geopolitics_model.model import MentionForm
from geopolitics_model.parsers.entities.cast import Cast, Draft
from geopolitics_model.parsers.entities.lexicon import ranks

_WORDS = 4
"""Tokens that a rank before a name may have: "Lt", ".", "Gen", "."."""
_LOOK_BACK = 12
"""Sentences."""


def assign(cast: Cast) -> None:
    """Let "the colonel" mean the last person who was named with that rank."""
    held: dict[str, set[str]] = {}
    for draft in cast.persons():
        for (first, _), form in draft.mentions.items():
            if form is MentionForm.NAME and (rank := _before(cast, first)):
                held.setdefault(draft.id, set()).add(rank)
    if not held:
        return
    names = _names(held)
    for token in cast.reading.tokens:
        if token.lower in names and token.tag == "NN" and cast.at(token) is None:
            _alone(cast, token, held)


def _names(held: dict[str, set[str]]) -> frozenset[str]:
    """The last words of all ranks: a lieutenant general is called a general as well."""
    return frozenset(rank.split()[-1] for mine in held.values() for rank in mine)


def _before(cast: Cast, first: int) -> str | None:
    """The rank that ends right before a token, in full; the longest of those in the table."""
    found = None
    for i in range(max(0, first - _WORDS), first):
        words = " ".join(cast.text(i, first).lower().split())
        found = found or ranks().get(words)
    return found


def _alone(cast: Cast, token: Token, held: dict[str, set[str]]) -> None:
    """Mark "the <rank>" where nothing else tells who it is."""
    tokens = cast.reading.tokens
    the = tokens[token.i - 1] if token.i else None
    if the is None or the.lower != "the" or any(c.dep == "prep" for c in token.children):
        return
    for _, draft, _ in cast.before(token.i, _LOOK_BACK):
        if _is_called(draft, token.lower, held):
            cast.mention(draft, token.i - 1, token.i + 1, MentionForm.NOMINAL)
            return


def _is_called(draft: Draft, word: str, held: dict[str, set[str]]) -> bool:
    return any(rank.split()[-1] == word for rank in held.get(draft.id, ()))
