"""Doubtful organisations: names that nothing but the mention component takes for one.

A name that the tables do not have and whose head noun tells nothing may be a battle, a ship or a
slogan. It is kept if the text treats it as an actor: named more than once, or where actors stand.
"""

from __future__ import annotations

from geopolitics_model import knowledge
from geopolitics_model.language import Token
from geopolitics_model.model import MentionForm
from geopolitics_model.parsers.entities.cast import Cast, Draft
from geopolitics_model.parsers.entities.lexicon import (
    event_nouns,
    locative_prepositions,
    nominals,
    organisation_nouns,
    place_nouns,
)

_TEMPORAL = frozenset(("during", "after", "before", "since", "until", "to", "from", "on"))
_ATTRIBUTIVE = frozenset(("amod", "compound", "nmod"))
_ADJECTIVAL = ("ern", "ese", "ian", "ish")
_ACTING = frozenset(("nsubj", "nsubjpass", "poss"))


def drop(cast: Cast) -> None:
    """Forget the organisations of the cast that nothing in the text speaks for."""
    doubtful = []
    for draft in cast.drafts.values():
        unknown = draft.label == "organisation" and draft.kind is None
        if unknown and knowledge.get(draft.id) is None and not _is_actor(cast, draft):
            doubtful.append(draft.id)
    cast.forget(doubtful)


def _is_actor(cast: Cast, draft: Draft) -> bool:
    words = draft.name.split()
    named = [extent for extent, form in draft.mentions.items() if form is MentionForm.NAME]
    heads = [_governed(cast, first, last) for first, last in named]
    if all(_describes(cast, last - 1, len(words)) for _, last in named):
        return False
    if len(words) == 1 and not words[0].isupper():
        common = words[0].lower()
        if common in place_nouns() or common in organisation_nouns() or common in nominals():
            return False
        if len(named) < 2 and not any(_acts(head) for head in heads):
            return False
    return any(not _is_setting(cast, head) for head in heads)


def _describes(cast: Cast, last: int, words: int) -> bool:
    """ "Allied landings", "the Northern Communist line": a quality of what comes after it."""
    token = cast.reading.tokens[last]
    before_noun = token.dep in _ATTRIBUTIVE and token.head.i > last
    if before_noun and token.head.lemma.lower() in event_nouns():
        return True
    adjective = token.tag.startswith("JJ") or token.lower.endswith(_ADJECTIVAL)
    return before_noun and (adjective or (words == 1 and not token.text.isupper()))


def _governed(cast: Cast, first: int, last: int) -> Token:
    """The head of a name, or of the list that it is a part of."""
    head = cast.reading.head_among(first, last)
    while head.dep in ("conj", "appos") and not head.is_root:
        head = head.head
    return head


def _acts(head: Token) -> bool:
    return head.dep in _ACTING or (head.dep == "pobj" and head.head.dep == "agent")


def _is_setting(cast: Cast, head: Token) -> bool:
    """Whether a name stands where times and places stand, or in a heading."""
    if head.is_root or cast.reading.paragraphs[head.paragraph].heading:
        return True
    preposition = head.head.lower
    return head.dep == "pobj" and (
        preposition in locative_prepositions() or preposition in _TEMPORAL
    )
