"""Phrases about a conflict whose head is a noun: "the war in Yemen"."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import lexicon
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.participants import aimed_at, fill
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.phrases import (
    is_unreal,
    noun_phrase,
    objects_of,
)

_ANAPHORIC = frozenset("the this that these those such its their his her our".split())
_NUMERALS = frozenset(("i", "ii", "1", "2", "one", "two"))
_ARMED = frozenset(
    "bombing bombardment air aerial terror terrorist bomb military drone missile".split()
)
_SPELLS = frozenset(
    "day week month year decade days weeks months years decades hours spate wave outbreak".split()
)
_MASS = frozenset(
    "fighting violence warfare combat bloodshed unrest turmoil terrorism persecution".split()
)
_CARRIERS = frozenset("wave spree round incident".split())
_BREAK_OUT = frozenset("break erupt continue resume begin start flare stop cease die".split())
_SCUFFLES = frozenset("clash violence battle confrontation".split())
_CROWD = frozenset(
    "protester demonstrator rioter protestor protest demonstration rally riot".split()
)
_CAUSES = frozenset("independence freedom control power liberation supremacy survival".split())
_UNDONE = frozenset(
    "plan plot prepare threaten prevent avert avoid foil thwart fear risk ban prohibit outlaw "
    "forbid deter simulate rehearse contemplate rule".split()
)
_ABSTRACT_OF = frozenset("interest interests words conscience attrition".split())


def read(reading: Reading, token: Token) -> Phrase | None:
    """The phrase that a noun heads, if it speaks of a conflict."""
    noun = token.pos in ("NOUN", "PROPN") or token.dep in ("nsubj", "dobj", "pobj", "oprd")
    if not noun and token.tag != "VBG":
        return None
    level = lexicon.level_of(token.lemma, token.lower) or _strained(token)
    if level is None or not _is_head(reading, token) or tells_none(token):
        return None
    if token.lower == "war" and token.dep == "dobj" and token.head.lemma == "declare":
        return None  # the verb is read
    if token.lower == "shooting" and token.head.lemma in _BREAK_OUT:
        level = Level.BATTLE  # "shooting broke out on the border"
    if level in (Level.WAR, Level.BATTLE) and _is_of_crowd(reading, token):
        level = Level.UNREST
    head = _numbered(reading, token) or token
    start, end = noun_phrase(reading, head)
    phrase = Phrase(head, level, start, end)
    phrase.definite = any(c.lower in _ANAPHORIC for c in head.children if c.i < head.i)
    if token.tag == "NN" and token.lemma.lower() in _MASS:
        phrase.definite = True  # "fighting went on": no article, yet the one told of
    phrase.named = _is_named(reading, token, head)
    if level is Level.WAR and reading.paragraphs[token.paragraph].heading:
        phrase.definite = phrase.heading = True
    fill(reading, phrase, token)
    return phrase if _is_anchored(reading, phrase, token) else None


def tells_none(noun: Token) -> bool:
    """Whether the words around a noun say that there is no fight: "trade war", "averted war"."""
    return _means_something_else(noun) or is_unreal(noun) or _is_hypothetical(noun)


def _is_of_crowd(reading: Reading, noun: Token) -> bool:
    """Whether demonstrators are in it: "protesters were killed in clashes with the police"."""
    if noun.lemma.lower() not in _SCUFFLES:
        return False
    return any(t.lemma.lower() in _CROWD for t in reading.sentence_of(noun))


def _strained(token: Token) -> Level | None:
    """ "Relations between X and Y have worsened": a quarrel, though no word names it."""
    if token.lemma.lower() not in ("relation", "tie") or token.tag != "NNS":
        return None
    words = [c for c in token.children if c.dep == "amod"]
    verb = token.head if token.dep in ("nsubj", "nsubjpass", "dobj") else None
    if verb is not None:
        words += [verb, *(c for c in verb.children if c.dep in ("acomp", "oprd", "dobj"))]
    bad = any(t.lemma.lower() in lexicon.words("strained") for t in words)
    return Level.DISPUTE if bad else None


def _is_head(reading: Reading, token: Token) -> bool:
    """Whether the word heads its phrase: "attack aircraft" are no attack."""
    if token.dep == "compound" and token.head.lemma.lower() in _CARRIERS:
        return True  # "assault waves"
    if token.dep == "compound" or (token.dep in ("amod", "nmod") and token.head.i > token.i):
        return _numbered(reading, token) is not None
    if token.tag == "VBG" and token.pos != "NOUN":
        return token.dep in ("nsubj", "nsubjpass", "pobj", "dobj", "attr") and not any(
            c.dep == "dobj" for c in token.children
        )
    return True


def _numbered(reading: Reading, token: Token) -> Token | None:
    """The "II" of "World War II"."""
    if token.text[0].isupper() and token.i + 1 < len(reading.tokens):
        after = reading.tokens[token.i + 1]
        if (
            after.lower in _NUMERALS
            and after.text[0] in "IVX12OT"
            and after.sentence == token.sentence
        ):
            return after if token.head is after else token
    return None


def _means_something_else(token: Token) -> bool:
    before = {c.lower for c in token.children if c.i < token.i}
    if before & lexicon.harmless(token.lemma.lower()):
        return True
    if token.lower in ("conflict", "war") and token.dep == "pobj" and token.head.head.lower in (
        "act", "acts", "prisoner", "prisoners", "laws", "law", "crime", "crimes", "weapons", "ship",
        "men", "means", "art",
    ):  # fmt: skip
        return True
    return any(o.lower in _ABSTRACT_OF for o in objects_of(token, ("of",)))


def _is_hypothetical(token: Token) -> bool:
    """Whether it is any such thing: "in order to fight a war", "would start a war"."""
    indefinite = any(c.lower in ("a", "an", "any", "no") for c in token.children)
    verb = token.head if token.dep == "dobj" else None
    bare = token.tag == "NNS" and not any(c.dep in ("det", "poss") for c in token.children)
    if verb is not None and verb.lemma in _UNDONE:
        return indefinite or bare
    if not indefinite or verb is None or verb.pos != "VERB":
        return False
    return verb.tag == "VB"


def _is_named(reading: Reading, token: Token, head: Token) -> bool:
    if not token.text[0].isupper():
        return False
    if head is not token or _numbered(reading, token):
        return True
    return any(
        c.i < token.i and c.text[0].isupper() and c.dep in ("compound", "amod", "nummod")
        for c in token.children
    )


def _costs_lives(noun: Token) -> bool:
    """ "The campaigns had cost Spain 23,000 casualties"."""
    verb = noun.head
    if noun.dep != "nsubj" or verb.lemma not in ("cost", "claim", "kill", "leave"):
        return False
    return any(lexicon.casualty_kind(t) for t in (verb, *verb.subtree()))


def _is_contest(phrase: Phrase, noun: Token) -> bool:
    """Whether it is for a prize: "the battle for the nomination"."""
    aims = objects_of(noun, ("for",))
    told = phrase.parties or phrase.places or phrase.named
    return bool(aims) and not told and not any(t.lemma.lower() in _CAUSES for t in aims)


def _is_anchored(reading: Reading, phrase: Phrase, noun: Token) -> bool:
    """Whether the phrase speaks of some conflict, not of conflict in general."""
    opposed = aimed_at(reading, noun, ("against", "on"))
    lemma = noun.lemma.lower()
    if opposed and not (
        phrase.targets or phrase.civilians or phrase.generic_enemy or phrase.places
    ):
        return False
    own = [
        c for c in noun.children if c.dep in ("det", "amod", "nummod", "poss", "compound", "prep")
    ]
    if _is_contest(phrase, noun) or phrase.heading:
        return phrase.heading
    if noun.tag == "NN" and not own and noun.pos != "PROPN":
        if lemma not in _MASS and lemma != "war":
            return False
        if noun.head.lower == "to" and noun.head.head.lemma == "go":
            return phrase.mutual or bool(phrase.targets)  # "Bolivia and Paraguay went to war"
        if noun.head.lower == "of" and noun.head.head.lower in _SPELLS:
            return True
        return (lemma in _MASS and bool(phrase.places or phrase.targets)) or noun.dep in (
            "nsubj",
            "nsubjpass",
        )
    if lemma in ("strike", "airstrike") and any(c.lower in _ARMED for c in noun.children):
        return True
    if lemma in ("opposition", "resistance"):
        return bool(phrase.targets)
    if lemma in ("mission", "sortie", "drive", "push", "defeat", "destruction"):
        return any(who.is_armed_group(reading, i) for i in phrase.targets)
    if lemma in ("campaign", "operation"):
        armed = any(c.lower in _ARMED for c in noun.children) or _costs_lives(noun)
        return bool(phrase.targets or (phrase.generic_enemy and phrase.attackers)) or armed
    if phrase.targets or phrase.attackers or phrase.places or phrase.named or phrase.civilians:
        return True
    if phrase.level is Level.ATTACK and lemma == "terrorism":
        return False
    return (
        phrase.definite
        or phrase.generic_enemy
        or phrase.level in (Level.DISPUTE, Level.UNREST)
        or (noun.dep != "pobj" and noun.tag == "NNS")
        or any(c.dep in ("det", "amod", "nummod") for c in noun.children)
    )
