"""A phrase about a mission, and what its readers share."""

from __future__ import annotations

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.phrases import governing_verb
from geopolitics_model.parsers.places import where

_EVENTS = frozenset(
    "offensive counter-offensive counteroffensive counterattack counter-attack invasion incursion "
    "landing assault raid attack drive push airdrop evacuation action siege expedition conquest "
    "advance march".split()
)


@attrs.define(eq=False)
class Phrase:
    """A phrase about a mission. `start`, `end`: tokens; `known`: its id in the tables."""

    head: Token
    start: int
    end: int
    kind: MissionKind
    leads: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    name: str | None = None
    known: str | None = None
    definite: bool = False
    verbal: bool = False
    anchored: bool = True
    """Whether the phrase may stand for a mission that is named nowhere else."""
    bracketed: bool = False
    """Whether it is a name in brackets: "stormed the port (Operation X)"."""
    refers: Phrase | None = None
    """Of a pronoun: the phrase that it stands for."""

    @property
    def is_event(self) -> bool:
        """Whether it is a single push, dated by the verb it stands with."""
        return self.verbal or self.head.lemma.lower() in _EVENTS


_BESIDE = ("nsubj", "nsubjpass", "compound", "amod", "nmod")
_NEAR = 60
"""Words back from "there" to the place that it stands for."""
SENDING = frozenset("deployment dispatch sending stationing despatch posting participation".split())
"""Nouns for what is done with troops."""
_STANDS = SENDING | frozenset("mandate presence term activity work tour".split())


def there(reading: Reading, words: tuple[Token, ...]) -> list[str]:
    """The place that "there" beside some words stands for: the last one named before."""
    adverbs = [c for t in words for c in t.children if c.lower == "there" and c.tag == "RB"]
    for adverb in adverbs[:1]:
        for token in reversed(reading.tokens[max(0, adverb.i - _NEAR) : adverb.i]):
            named = token.pos in ("NOUN", "PROPN") and token.paragraph == adverb.paragraph
            place = where(reading, token) if named else None
            if place is not None and token.dep not in _BESIDE:
                return [place]
    return []


def standing(noun: Token) -> Token:
    """The word that stands in the clause for a mission: "mandate" of "the mandate of the X"."""
    above = noun
    for _ in range(2):  # "the participation of 500 soldiers in the X"
        if above.dep != "pobj" or above.head.lower not in ("of", "in"):
            break
        above = above.head.head
        if above.lemma in _STANDS:
            return above
    return noun


def verbs_of(noun: Token) -> list[Token]:
    """The verb that a mission stands with, and those that share its subject."""
    verb = governing_verb(noun)
    if verb is None or noun.dep not in ("nsubj", "nsubjpass"):
        return [verb] if verb is not None else []
    own = ("nsubj", "nsubjpass")
    later = [c for c in verb.children if c.dep == "conj" and c.pos == "VERB"]
    return [verb, *(c for c in later if not any(g.dep in own for g in c.children))]


def may_lead(reading: Reading, id: str) -> bool:
    """Whether an actor may run a mission."""
    return who.can_fight(reading, id)


def is_inside(phrase: Phrase, name: Phrase) -> bool:
    """Whether what a verb tells is done in the named operation: "crossed the river in X"."""
    prep = name.head.head
    within = name.head.dep == "pobj" and prep.lower in ("in", "during", "with", "through", "under")
    return within and phrase.verbal and governing_verb(name.head) is phrase.head
