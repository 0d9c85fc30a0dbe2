"""Ranks before names, and who is meant when the rank stands alone afterwards: "Col. Hale said ...
The colonel added ...".
"""

from __future__ import annotations

from geopolitics_model.language import Token
from geopolitics_model.model import MentionForm
from geopolitics_model.parsers.entities.cast import Cast
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
                # a lieutenant general is called a general as well
                held.setdefault(draft.id, set()).add(rank.split()[-1])
    names = frozenset().union(*held.values())
    for token in cast.reading.tokens if names else ():
        if token.lower in names and token.tag == "NN" and cast.at(token) is None:
            _alone(cast, token, held)


def _before(cast: Cast, first: int) -> str | None:
    """The rank that ends right before a token, in full; the longest of those in the table."""
    for i in range(max(0, first - _WORDS), first):
        if rank := ranks().get(" ".join(cast.text(i, first).lower().split())):
            return rank
    return None


def _alone(cast: Cast, token: Token, held: dict[str, set[str]]) -> None:
    """Mark "the <rank>" where nothing else tells who it is."""
    tokens = cast.reading.tokens
    the = tokens[token.i - 1] if token.i else None
    if the is None or the.lower != "the" or any(c.dep == "prep" for c in token.children):
        return
    for _, draft, _ in cast.before(token.i, _LOOK_BACK):
        if token.lower in held.get(draft.id, ()):
            cast.mention(draft, token.i - 1, token.i + 1, MentionForm.NOMINAL)
            return
