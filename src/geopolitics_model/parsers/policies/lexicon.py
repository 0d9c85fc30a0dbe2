"""The tables of this parser: what instruments, acts, decisions and nominals there are.

Each table is a CSV file in `data`, read once; docs/explanation/policies explains the columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import TypeVar

import attrs

from geopolitics_model.language import Token
from geopolitics_model.model import PolicyKind, PolicyStatus
from geopolitics_model.parsers import tables

Row = TypeVar("Row", "Act", "Frame", "Decision")
Value = TypeVar("Value")

TABLES = (
    "instruments", "acts", "frames", "objects", "decisions", "nominals", "authorities", "topics",
    "grounds", "wishes",
)  # fmt: skip


@attrs.frozen
class Instrument:
    """What a policy is made as: a law, a treaty, a sanction. `strong`: it is one whoever acts;
    `sovereign`: and only they make it who lead a state or a side, whether the text says so or not.
    """

    kind: PolicyKind
    strong: bool
    sovereign: bool


@attrs.frozen
class Act:
    """A verb that makes, keeps, changes or ends an instrument; `subject`: which itself does it."""

    words: tuple[str, ...]
    status: PolicyStatus
    subject: bool


@attrs.frozen
class Frame:
    """A verb and the class of its object that are a policy together ("recall" an envoy).

    `alone`: whether it is one without a word of decision, promise or future: `yes`, `no`, of a
    `state` only, or while it is `ongoing` ("is arming", "has trained"). `target`: where the target
    stands: `object`, `dobj`, `dative`, `subject`, `none`, or prepositions.
    """

    words: tuple[str, ...]
    object: str
    slot: str
    kind: PolicyKind
    status: PolicyStatus
    alone: str
    target: tuple[str, ...]


@attrs.frozen
class Decision:
    """A verb whose complement is what is decided, promised, planned or refused.

    `power`: who at least must decide: a `person`, a holder of `office`, or a `body`. `kind`: the
    field if the complement does not tell it.
    """

    words: tuple[str, ...]
    status: PolicyStatus
    complement: str
    power: str
    kind: PolicyKind | None


@attrs.frozen
class Nominal:
    """A noun that tells of a policy ("refusal to", "ban on"); without `kind` its content has it.

    `object`: the class that the complement must be of, if any ("sale of" arms).
    """

    complements: tuple[str, ...]
    object: str
    kind: PolicyKind | None
    status: PolicyStatus


def _table(name: str) -> tuple[dict[str, str], ...]:
    return tables.rows(__package__ or "", name)


@cache
def instruments() -> dict[str, Instrument]:
    """Noun or noun phrase in lower case -> instrument."""
    return {
        _tokenised(r["noun"]): Instrument(
            PolicyKind(r["kind"]), r["strong"] in ("yes", "sovereign"), r["strong"] == "sovereign"
        )
        for r in _table("instruments")
    }


@cache
def acts() -> dict[str, tuple[Act, ...]]:
    """First word of the verb -> acts, those with more words first."""
    return _by_verb(
        Act(_words(r["verb"]), PolicyStatus(r["status"]), r["role"] == "subject")
        for r in _table("acts")
    )


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """First word of the verb -> frames, those with a narrower object and with more words first."""
    found = _by_verb(
        Frame(
            _words(r["verb"]), r["object"], r["slot"], PolicyKind(r["kind"]),
            PolicyStatus(r["status"]), r["alone"], tuple(r["target"].split(";")),
        )
        for r in _table("frames")
    )  # fmt: skip
    rank = {"any": 2, "actor": 1, "member": 1}
    return {
        verb: tuple(sorted(rows, key=lambda f: (rank.get(f.object, 0), -len(f.words))))
        for verb, rows in found.items()
    }


@cache
def decisions() -> dict[str, tuple[Decision, ...]]:
    """First word of the verb -> decisions, those with more words first."""
    return _by_verb(
        Decision(
            _words(r["verb"]), PolicyStatus(r["status"]), r["complement"],
            r["power"], PolicyKind(r["kind"]) if r["kind"] else None,
        )
        for r in _table("decisions")
    )  # fmt: skip


@cache
def nominals() -> dict[str, tuple[Nominal, ...]]:
    """Noun or noun phrase in lower case -> what it may tell of, in the order of the table."""
    found: dict[str, list[Nominal]] = {}
    for r in _table("nominals"):
        kind = PolicyKind(r["kind"]) if r["kind"] else None
        found.setdefault(r["noun"], []).append(
            Nominal(tuple(r["complement"].split(";")), r["object"], kind, PolicyStatus(r["status"]))
        )
    return {noun: tuple(rows) for noun, rows in found.items()}


@cache
def object_classes() -> dict[str, frozenset[str]]:
    """Noun -> the classes of objects that it belongs to."""
    found: dict[str, set[str]] = {}
    for r in _table("objects"):
        found.setdefault(r["noun"], set()).add(r["class"])
    return {noun: frozenset(classes) for noun, classes in found.items()}


@cache
def class_kinds() -> dict[str, PolicyKind]:
    """Class of objects -> the field of most frames with such an object."""
    counts: dict[str, Counter[PolicyKind]] = {}
    for rows in frames().values():
        for frame in rows:
            if frame.object not in ("any", "actor", "member"):
                counts.setdefault(frame.object, Counter())[frame.kind] += 1
    return {name: count.most_common(1)[0][0] for name, count in counts.items()}


@cache
def authorities() -> dict[str, str]:
    """Noun -> `institution`, `office` or `group`: who has the power to decide."""
    return {r["noun"]: r["sort"] for r in _table("authorities")}


@cache
def topics() -> dict[str, PolicyKind]:
    """Noun -> the field of a decision about it."""
    return {r["noun"]: PolicyKind(r["kind"]) for r in _table("topics")}


@cache
def grounds() -> frozenset[str]:
    """Verbs of what is done, not decided as policy: fighting, moving, private matters."""
    return frozenset(r["verb"] for r in _table("grounds"))


def _tokenised(noun: str) -> str:
    """A noun phrase with hyphens as words of their own, as the text has them."""
    return noun.replace("-", " - ")


@cache
def wishes() -> frozenset[str]:
    """Verbs whose content is hoped, feared, asked for or guessed, not decided."""
    return frozenset(r["verb"] for r in _table("wishes"))


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _by_verb(rows: Iterable[Row]) -> dict[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.words[0], []).append(row)
    return {
        verb: tuple(sorted(same, key=lambda row: -len(row.words))) for verb, same in found.items()
    }


def word(token: Token) -> str:
    """The lemma in lower case, by which the tables are searched."""
    lemma = token.lemma.lower()
    if token.tag == "NNPS":  # names are not lemmatised: "the Allies", "the Geneva Accords"
        lemma = lemma[:-3] + "y" if lemma.endswith("ies") else lemma.removesuffix("s")
    if token.tag in ("VB", "VBP") and lemma.endswith("ed") and lemma == token.lower:
        lemma = _base(lemma)
    return _SLIPS.get(lemma, lemma)


def _base(past: str) -> str:
    """The base form of a past that was taken for one: "decreed"."""
    known = (t for t in (past[:-2], past[:-1]) if t in acts() or t in decisions())
    return next(known, past)


_SLIPS = {
    "hop": "hope",
    "instal": "install",
    "forgave": "forgive",
    "fulfil": "fulfill",
    "readmitte": "readmit",
}
"""Lemmas that the language model gets wrong."""


def matched(verb: Token, words: tuple[str, ...]) -> Token | None:
    """The last word of a verb phrase ("pull out of") at a verb, or `None`.

    Each word depends on the verb or on the word before it.
    """
    return _rest(verb, verb, words[1:])


def _rest(verb: Token, last: Token, words: tuple[str, ...]) -> Token | None:
    """The last word of the rest of a phrase, below `last`; of two places the one where it goes on:
    "put its talks on trade [on ice]"."""
    if not words:
        return last
    for above in (last,) if last is verb else (last, verb):
        for c in (*above.children, *_of_object(above)):
            fits = words[0] in (c.lower, word(c)) and c.dep not in _OUTSIDE
            found = _rest(verb, c, words[1:]) if fits else None
            if found is not None:
                return found
    return None


_OUTSIDE = ("conj", "nsubj", "mark", "aux")


def _of_object(verb: Token) -> tuple[Token, ...]:
    """What hangs on the object: "acknowledged him [as ruler]" may be parsed so."""
    return tuple(
        c for o in verb.children if o.dep in ("dobj", "nsubjpass") for c in o.children if c.i > o.i
    )


_REACH = 4


def longest(noun: Token, table: dict[str, Value], around: tuple[Token, ...]) -> Value | None:
    """The entry of the longest phrase that `noun` heads: "loan guarantee", "state of emergency".

    `around`: the tokens of the text, by index.
    """
    head = word(noun)
    after = around[noun.i + 1 : noun.i + 3]
    if len(after) == 2 and after[0].lower == "of" and after[1].sentence == noun.sentence:
        found = table.get(f"{head} of {word(after[1])}")
        if found is not None:
            return found
    for reach in range(_REACH, 0, -1):
        before = around[max(0, noun.i - reach) : noun.i]
        if len(before) == reach and before[0].sentence == noun.sentence:
            found = table.get(" ".join([*(t.lower for t in before), head]))
            if found is not None:
                return found
    found = table.get(head)
    if found is None and noun.pos == "PROPN" and head.endswith("s"):
        found = table.get(head[:-1])  # a name is no lemma: "the Geneva Accords"
    return found
