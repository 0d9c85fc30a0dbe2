"""Parties and factions that go by a plural in capitals: "the Nationalists", "the Greens".

Called so by their name or by their colour, they act as one; the mention is nominal, for the word
is a common noun as well.
"""

from __future__ import annotations

from geopolitics_model import knowledge
from geopolitics_model.language import Token
from geopolitics_model.model import MentionForm
from geopolitics_model.model.ids import entity_id
from geopolitics_model.parsers.entities.cast import Cast, Draft
from geopolitics_model.parsers.entities.lexicon import bare_factions, factions
from geopolitics_model.parsers.entities.linking import known

_ATTRIBUTIVE = frozenset(("amod", "compound", "nmod"))
_ADJECTIVES = frozenset(("adjective", "demonym"))


def find(cast: Cast) -> None:
    """Add a mention for every faction that is named with the article, or after a people."""
    for token in cast.reading.tokens:
        kind = factions().get(token.lower) or factions().get(_with_one_before(cast, token))
        if kind is None or not token.text[0].isupper() or cast.at(token) is not None:
            continue
        first = _first(cast, token)
        if first is not None:
            _add(cast, first, token.i + 1, kind)


def _with_one_before(cast: Cast, token: Token) -> str:
    """ "Social Democrats": the word with the one before it."""
    return f"{cast.reading.tokens[token.i - 1].lower} {token.lower}" if token.i else ""


def _first(cast: Cast, token: Token) -> int | None:
    """The first word of the faction's name, if it is one."""
    tokens = cast.reading.tokens
    i = token.i
    if token.lower in bare_factions() and token.dep in _ATTRIBUTIVE:
        return i
    while i > 0 and tokens[i - 1].text[0].isupper() and tokens[i - 1].sentence == token.sentence:
        i -= 1
        if tokens[i].lower == "the":
            return i + 1
    before = tokens[i - 1].lower if i else ""
    people = i < token.i and _is_people(tokens[i])
    return i if before == "the" or people else None


def _is_people(token: Token) -> bool:
    found = knowledge.match(token.text)
    return bool(found) and found[0].names[0].kind in _ADJECTIVES


def _told(cast: Cast, first: int, name: str) -> Draft | None:
    """The organisation told before whose name ends in this word: "the Coalition" of a war."""
    for _, draft, _ in cast.before(first, 40):
        if draft.label == "organisation" and draft.name.casefold().endswith(name.casefold()):
            return draft
    return None


def _add(cast: Cast, first: int, last: int, kind: str) -> None:
    name = cast.text(first, last)
    listed = [id for id in knowledge.find_ids(name) if id.startswith("organisation:")]
    draft = known(cast, listed[0] if len(listed) == 1 else None) or _told(cast, first, name)
    if draft is None:
        draft = cast.draft(entity_id("organisation", name), "organisation", name, kind)
    cast.mention(draft, first, last, MentionForm.NOMINAL)
