"""Which act of speech a cue performs, by its sense: the lexicon in ``data/acts.csv``.

A row gives a cue (a lemma, with the particle, preposition or object that makes the sense: "call
on", "give assurance"), its part of speech, the frames in which the sense holds, the act, and where
the person addressed stands: `object`, or the preposition before it. A cue is `neutral` when it says
nothing of the act, as "say" does; the content decides then (see `performatives`). Each row's
example marks the cue in braces and the content in brackets.

The senses follow the verb classes of Levin (1993) and VerbNet, the acts Searle (1976) and the
verbal events of CAMEO (Gerner et al. 2002); the rows are this project's own.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from geopolitics_model.model import SpeechAct
from geopolitics_model.parsers import tables

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token
    from geopolitics_model.parsers.statements.attribution import Range

_QUESTION_WORDS = frozenset("whether if how what who whom whose why when where which".split())
_WINDOW = 9
"""How many words after its first the last word of a cue may stand."""
_BEFORE_COLON = 8
"""How many words before a colon its cue may stand."""
_LINKING = frozenset(("ADP", "ADV", "PART", "SCONJ"))
_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_LIGHT = frozenset(
    "make give issue offer deliver voice express release send lodge level repeat renew have".split()
)
"""Verbs that leave the act to the noun that is their object ("issued a warning")."""


@frozen
class Sense:
    """One sense of a cue.

    words: lemma of the cue, then the words that it must be followed by.
    frames: the forms of content it holds for (see `frame_of`); empty for any.
    addressee: "object", a preposition, or empty.
    """

    words: tuple[str, ...]
    part: str
    frames: frozenset[str]
    act: SpeechAct
    addressee: str
    neutral: bool
    example: str = ""


CLASSES = ("none", "neutral", "mixed", *(act.value for act in SpeechAct))
"""What the lexicon says of a word as a cue: nothing, nothing of the act, several acts, or one."""
UNKNOWN = Sense((), "", frozenset(), SpeechAct.ASSERT, "to", neutral=False)
"""What a cue outside the lexicon is taken for."""
LAYOUT = Sense((), "", frozenset(), SpeechAct.ASSERT, "", neutral=True)
"""What an attribution by layout alone is taken for."""


@cache
def lexicon() -> dict[str, tuple[Sense, ...]]:
    """The senses by the first word of the cue, the most particular first."""
    senses: dict[str, list[Sense]] = {}
    for row in tables.rows(__package__, "acts"):
        words = tuple(row["cue"].split())
        senses.setdefault(words[0], []).append(
            Sense(
                words=words,
                part=row["pos"],
                frames=frozenset(row["frame"].split()),
                act=SpeechAct(row["act"]),
                addressee=row["addressee"],
                neutral=row["neutral"] == "yes",
                example=row["example"],
            )
        )
    return {
        word: tuple(sorted(group, key=lambda s: (-len(s.words), not s.frames)))
        for word, group in senses.items()
    }


def class_of(token: Token) -> int:
    """Which of `CLASSES` a word belongs to, by all senses that the lexicon has of it.

    It says of rare cues, of which training has seen few, which frequent ones they are like.
    """
    return _classes().get(_first_word(token), 0)


@cache
def _classes() -> dict[str, int]:
    """The class of the first word of each cue."""
    classes = {}
    for word, senses in lexicon().items():
        acts = {"neutral" if sense.neutral else sense.act.value for sense in senses}
        classes[word] = CLASSES.index(acts.pop() if len(acts) == 1 else "mixed")
    return classes


def knows(cue: Token) -> bool:
    """Whether the lexicon has a cue, in one sense or another; it has colons."""
    return cue.text == ":" or _first_word(cue) in lexicon()


def performs(cue: Token) -> bool:
    """Whether a cue does more than assert or report, in every sense that the lexicon has of it.

    Annotators of news mark few such acts with a noun phrase ("welcomed the truce"), so a finder
    that has learned from news thinks them less likely than they are.
    """
    senses = lexicon().get(_first_word(cue), ())
    return bool(senses) and all(
        sense.act is not SpeechAct.ASSERT and not sense.neutral for sense in senses
    )


def sense_of(reading: Reading, cue: Token | None, content: tuple[Range, ...]) -> Sense:
    """The sense in which a cue introduces a content."""
    if cue is None or not content:
        return LAYOUT
    frame = frame_of(reading, content)
    if cue.text == ":" and (named := _before_colon(reading, cue)) is not None:
        return _sense(reading, named, content, frame) or LAYOUT
    return _sense(reading, cue, content, frame) or UNKNOWN


def _sense(reading: Reading, cue: Token, content: tuple[Range, ...], frame: str) -> Sense | None:
    senses = lexicon().get(_first_word(cue), ())
    part = _PARTS.get(cue.pos, "other")
    senses = tuple(s for s in senses if s.part == part) or senses
    fitting = [s for s in senses if _present(reading, s.words[1:], cue, content)]
    best = next((s for s in fitting if frame in s.frames or not s.frames), None)
    if best is not None and len(best.words) > 1:
        return best
    if cue.lemma.lower() in _LIGHT and (noun := _object(cue)) is not None:
        nominal = [s for s in lexicon().get(noun.lemma.lower(), ()) if s.part == "noun"]
        for sense in nominal:
            if _present(reading, sense.words[1:], noun, content):
                return sense
    return best or (fitting[0] if fitting else None)


def is_nominal_cue(token: Token) -> bool:
    """Whether the lexicon has a noun as a cue ("the warning")."""
    return token.pos == "NOUN" and any(s.part == "noun" for s in lexicon().get(token.lemma, ()))


def _first_word(cue: Token) -> str:
    """The lemma of a cue, or where that is unknown (a verb taken for a name in a headline, a
    spelling the lemmatiser missed) the word that it is an inflected form of."""
    return _first_of(cue.lemma, cue.lower)


@lru_cache(maxsize=1 << 13)
def _first_of(lemma: str, lower: str) -> str:
    lemma = lemma.lower()
    known = next((word for word in (lemma, lower) if word in lexicon()), None)
    return known or _inflected().get(lower, lemma)


@cache
def _inflected() -> dict[str, str]:
    """Regular forms of the first words of all cues."""
    forms = {}
    for word in lexicon():
        stem = word.removesuffix("e")
        endings = ("s", "es", "ed", "ing")
        forms.update({base + ending: word for base in (word, stem) for ending in endings})
        forms.update({word + word[-1] + ending: word for ending in ("ed", "ing")})
        if word.endswith("y"):
            forms.update({word[:-1] + ending: word for ending in ("ies", "ied")})
    return {form: word for form, word in forms.items() if form not in lexicon()}


def _object(cue: Token) -> Token | None:
    return next((c for c in cue.children if c.dep in ("dobj", "nsubjpass")), None)


def _present(
    reading: Reading, words: tuple[str, ...], cue: Token, content: tuple[Range, ...]
) -> bool:
    """Whether the words stand after the cue, in order.

    A particle or preposition must follow the word before it or touch the content; any other word
    must depend on the cue.
    """
    if not words:
        return True
    starts = {start for start, _ in content}
    wanted, previous = 0, cue.i
    for token in reading.tokens[cue.i + 1 : cue.i + 1 + _WINDOW]:
        if token.sentence != cue.sentence:
            return False
        word = words[wanted]
        if word not in (token.lower, token.lemma.lower()):
            continue
        if token.pos in _LINKING or token.dep in ("prt", "prep"):
            fits = (
                token.i == previous + 1
                or token.start in starts
                or _next_start(reading, token) in starts
            )
        else:
            fits = token.head is cue or token.head.head is cue or token.i == previous + 1
        if fits:
            wanted, previous = wanted + 1, token.i
            if wanted == len(words):
                return True
    return False


def _next_start(reading: Reading, token: Token) -> int:
    return reading.tokens[token.i + 1].start if token.i + 1 < len(reading.tokens) else -1


def _before_colon(reading: Reading, colon: Token) -> Token | None:
    """The cue that a colon ends ("X warns:"), if the lexicon knows one in its sentence."""
    first = max(reading.sentences[colon.sentence].start, colon.i - _BEFORE_COLON)
    for token in reversed(reading.tokens[first : colon.i]):
        if token.pos in ("VERB", "NOUN") and token.lemma.lower() in lexicon():
            return token
    return None


def frame_of(reading: Reading, content: tuple[Range, ...]) -> str:
    """The form of a content: `question`, `infinitive`, `gerund`, `quoted`, `object` or `clause`."""
    start, end = content[0]
    tokens = reading.tokens_between(start, end)
    words = [t for t in tokens if t.pos != "PUNCT"]
    if not words:
        return "object"
    first = words[0]
    if first.quotation is not None:
        return "question" if reading.text_of(*content[-1]).rstrip().endswith("?") else "quoted"
    head = reading.head_of(start, end) or first
    if first.tag == "TO" or (first.lower == "not" and len(words) > 1 and words[1].tag == "TO"):
        return "infinitive"
    if first.lower in _QUESTION_WORDS:
        return "question"
    if first.tag == "VBG" or (first.pos == "ADP" and len(words) > 1 and words[1].tag == "VBG"):
        return "gerund"
    if first.pos == "ADP" and first is head:
        return "object"
    if head.pos in ("NOUN", "PROPN", "PRON", "NUM") and not _has_verb(head):
        return "object"
    if head.pos == "ADJ" and not _has_verb(head):
        return "adjective"
    return "clause"


def _has_verb(head: Token) -> bool:
    return any(child.dep in ("nsubj", "nsubjpass", "cop", "expl") for child in head.children)
