"""Capitals that act: "Pristina decided" is the government, "in Pristina" the town.

A metonym (metonymy PLACE-FOR-INSTITUTION) is told by syntax: a capital that is the subject of a
transitive or communicative verb, or owns a decision, or has another state beside it, acts.
"""

from __future__ import annotations

from geopolitics_model import knowledge
from geopolitics_model.language import Token
from geopolitics_model.model import MentionForm, Place, PlaceKind
from geopolitics_model.parsers.entities.cast import Cast, Draft
from geopolitics_model.parsers.entities.lexicon import (
    addressing_verbs,
    locative_prepositions,
)
from geopolitics_model.parsers.entities.linking import known

_STATIVE = frozenset(("be", "lie", "become", "remain", "fall", "burn", "host", "see", "suffer"))
_ABSTRACT = ("ion", "ment", "al", "ence", "ance", "cy", "sis", "ing", "ship", "ism", "ty")
_ATTACKS = frozenset(
    "advance assault attack blitz campaign counter-offensive counteroffensive drive march "
    "offensive operation push raid shelling siege strike thrust".split()
)
_OWNED = frozenset(
    "decision policy offer stance demand claim threat position war forces troops plan bid "
    "leaders officials ally allies foe rulers move step call request".split()
)


_AFTER_DATELINE = frozenset((",", "(", "-", "–", "—", "--", ":", "/"))
_BEFORE_CHRIST = frozenset(("b.c", "b.c.", "b.c.e.", "bc", "bce"))


def act(cast: Cast) -> None:
    """Let every capital that acts mean the government, and the town where it does not.

    The governments are those of today's states: where years before Christ are told there are none.
    """
    _stand(cast)
    if any(token.lower in _BEFORE_CHRIST for token in cast.reading.tokens):
        return
    for place, government in sorted(cast.capitals.items()):
        draft = cast.drafts[place]
        for (first, last), form in sorted(draft.mentions.items()):
            if form is not MentionForm.NAME:
                continue
            head = cast.reading.head_among(first, last)
            if _is_dateline(cast, first, last):
                continue
            if acts(head) and not _modifies(cast, last) and (actor := known(cast, government)):
                cast.move(draft, actor, (first, last))


def _stand(cast: Cast) -> None:
    """Let a building that bodies are called after be a place where something is in it."""
    for draft in list(cast.drafts.values()):
        if draft.label != "organisation" or knowledge.get(draft.id) is None:
            continue
        for (first, last), form in sorted(draft.mentions.items()):
            if form is MentionForm.NAME and (place := _building(cast, first, last)):
                cast.move(draft, place, (first, last))


def _building(cast: Cast, first: int, last: int) -> Draft | None:
    """ "In the Kremlin", "at the White House": the landmark of that name, if it is one."""
    head = cast.reading.head_among(first, last)
    if head.dep != "pobj" or head.head.lower not in locative_prepositions():
        return None
    for id in knowledge.find_ids(cast.text(first, last)):
        entity = knowledge.get(id)
        if isinstance(entity, Place) and entity.kind is PlaceKind.LANDMARK:
            return known(cast, id)
    return None


def _modifies(cast: Cast, last: int) -> bool:
    """ "The Kiev offensive", however the parser reads it: a common noun stands right behind."""
    tokens = cast.reading.tokens
    return last < len(tokens) and tokens[last].tag == "NN" and tokens[last].head.i >= last


def _is_dateline(cast: Cast, first: int, last: int) -> bool:
    """ "ADDIS ABABA, 30 November:", "MOSCOW (Interfax) -": where a report was written."""
    tokens = cast.reading.tokens
    opens = first == 0 or tokens[first - 1].paragraph != tokens[first].paragraph
    marked = last < len(tokens) and tokens[last].text in _AFTER_DATELINE
    return opens and marked and cast.text(first, last).isupper()


def acts(token: Token) -> bool:
    """Whether a place name stands for the people who govern there."""
    while token.dep == "conj":
        token = token.head
    if token.dep == "nsubj":
        verb = token.head
        return verb.pos == "VERB" and verb.lemma not in _STATIVE
    if token.dep in ("dobj", "dative", "iobj"):
        return token.head.lemma in addressing_verbs()
    if token.dep == "poss":
        owned = token.head.lemma.lower()
        return owned in _OWNED or owned.endswith(_ABSTRACT)
    if token.dep == "pobj":
        preposition = token.head
        if f"{preposition.head.lemma} {preposition.lower}" in addressing_verbs():
            return True
        if preposition.lower in locative_prepositions() or preposition.lower == "from":
            return False
        if preposition.head.lemma in _ATTACKS:
            return False
        if preposition.lower == "to":
            asked = preposition.head.lemma in addressing_verbs()
            return asked or preposition.head.lower == "according"
        if preposition.lower == "of" and preposition.head.lemma.lower() in _OWNED:
            return True  # "the request of London"
        if preposition.dep == "agent" or preposition.lower in ("between", "against", "with"):
            return True
    return False
