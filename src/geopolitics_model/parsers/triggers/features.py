"""What the trigger model sees of a word: the word, its neighbours in the tree, and who they are.

A trigger is the word that names a fact: the verb or noun of a decision, a mission or a war. Every
verb and every common noun is a candidate.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from attrs import define, field, frozen
from numpy.typing import NDArray

from geopolitics_model.language import words
from geopolitics_model.model import Organisation, OrganisationKind, Person, Place, PlaceKind
from geopolitics_model.parsers.phrases import antecedent, child, is_passive

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading, Token

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

ROLES = (
    "self",
    "subject",
    "object",
    "complement",
    "modifier",
    "governor",
    "above",
    "clause",
    "preposition",
)
"""The words whose vectors are read: see `_around`."""
_POS = ("VERB", "AUX", "NOUN", "PROPN", "PRON", "ADJ", "ADP", "NUM", "SCONJ", "DET", "ADV")
_POS_ID = {pos: i for i, pos in enumerate(_POS, 1)}
_DEPS = tuple(
    "ROOT acl acomp advcl advmod agent amod appos attr ccomp compound conj csubj dative dep dobj "
    "nmod npadvmod nsubj nsubjpass oprd parataxis pcomp pobj poss prep relcl xcomp".split()
)
_DEP_ID = {dep: i for i, dep in enumerate(_DEPS, 1)}
_TAGS = tuple("NN NNS VB VBD VBG VBN VBP VBZ".split())
_TAG_ID = {tag: i for i, tag in enumerate(_TAGS, 1)}
_BODIES = {
    OrganisationKind.INTERGOVERNMENTAL: 3,
    OrganisationKind.ALLIANCE: 3,
    OrganisationKind.BLOC: 3,
    OrganisationKind.GOVERNMENT: 4,
    OrganisationKind.GOVERNMENT_BODY: 4,
    OrganisationKind.LEGISLATURE: 4,
    OrganisationKind.COURT: 4,
    OrganisationKind.MILITARY: 5,
    OrganisationKind.ARMED_GROUP: 6,
    OrganisationKind.COMPANY: 8,
    OrganisationKind.MEDIA: 8,
    OrganisationKind.CIVIL_SOCIETY: 8,
}
SORTS = 11
"""Sorts of entities: see `_who`."""
_FLAGS = 10
_MODALS = {"will": 1, "'ll": 1, "would": 2, "may": 3, "might": 3, "could": 3, "can": 3}
_SUBJECTS = ("nsubj", "csubj")


@frozen(eq=False)
class Candidates:
    """tokens: the candidates, in the order of the text.

    words: of each candidate the rows of the word table of the words of its `ROLES`.
    sorts: of each candidate the columns of `one-hot` features that are set, padded with -1.
    means: of each candidate the mean vector of its sentence.
    """

    tokens: tuple[Token, ...]
    words: Ints
    sorts: Ints
    means: Floats


def is_candidate(token: Token) -> bool:
    """Whether the word may name a fact: a verb that is no auxiliary, a common noun."""
    if token.pos == "VERB":
        return token.dep not in ("aux", "auxpass")
    return token.pos == "NOUN" or (token.pos == "PROPN" and token.dep != "compound")


def candidates(reading: Reading) -> Candidates:
    """All candidates of an article."""
    tokens = tuple([t for t in reading.tokens if is_candidate(t)])
    table = words.load()
    rows = [table.row(t.lemma.lower(), t.lower) for t in reading.tokens]
    rows.append(0)
    around = [_around(t) for t in tokens]
    columns = _Columns(reading)
    sorts = [columns.of(t, near) for t, near in zip(tokens, around, strict=True)]
    return Candidates(
        tokens=tokens,
        words=np.array(
            [[rows[n.i] if n else 0 for n in near] for near in around], np.int32
        ).reshape(-1, len(ROLES)),
        sorts=padded(sorts),
        means=_means(reading, rows)[[t.sentence for t in tokens]],
    )


def padded(columns: Sequence[Sequence[int]]) -> Ints:
    """Rows of columns as one array, the shorter ones filled up with -1."""
    longest = max(map(len, columns), default=0)
    rows = [[*c, *[-1] * (longest - len(c))] for c in columns]
    return np.array(rows, np.int32).reshape(len(columns), longest)


def row_of(token: Token | None) -> int:
    """The row of a word in the table of word vectors; that of unknown words for none."""
    return words.load().row(token.lemma.lower(), token.lower) if token is not None else 0


def _means(reading: Reading, rows: Sequence[int]) -> Floats:
    """The mean vector of the telling words of each sentence; `rows`: that of each token."""
    table = words.load().vectors
    out = np.zeros((len(reading.sentences), table.shape[1]), np.float32)
    for sentence in reading.sentences:
        inside = reading.tokens[sentence.start : sentence.end]
        telling = [rows[t.i] for t in inside if t.pos in _TELLING]
        if telling:
            out[sentence.i] = table[telling].mean(0)
    return out


_TELLING = frozenset(("NOUN", "VERB", "ADJ", "PROPN"))


def _object_after(token: Token, after: int = -1) -> tuple[Token | None, Token | None]:
    """The first preposition behind a word with what it governs."""
    for c in token.children:
        if (
            c.i > after
            and c.dep in ("prep", "agent", "dative")
            and c.pos in ("ADP", "SCONJ", "VERB")
        ):
            thing = child(c, "pobj", "pcomp")
            if thing is not None:
                return c, thing
    return None, None


def _around(token: Token) -> Sequence[Token | None]:
    """The words of the `ROLES` of a candidate.

    subject: who does it, also lent by a higher verb; of a noun its possessor.
    object: what it is done to; of a noun what stands behind "of".
    complement: what stands behind its (next) preposition; preposition: that one.
    modifier: an adjective or noun before the object or before the noun itself.
    governor, above: its head and that one's; clause: an infinitive or clause that it governs.
    """
    if token.pos == "VERB":
        subject, thing = _arguments(token)
        clause = child(token, "xcomp", "ccomp")
        preposition, complement = _object_after(token)
        noun = thing or token
    else:
        subject = child(token, "poss")
        preposition, complement = _object_after(token)
        thing = complement if preposition is not None and preposition.lower == "of" else None
        if thing is not None and preposition is not None:
            further = _object_after(token, preposition.i)
            preposition, complement = (
                further if further[1] is not None else (preposition, complement)
            )
        clause = child(token, "acl", "relcl")
        noun = token
    modifier = child(noun, "amod", "compound", "nmod")
    if complement is None and thing is not None:
        preposition, complement = _object_after(thing)
    governor = None if token.is_root else token.head
    above = None if governor is None or governor.is_root else governor.head
    return token, subject, thing, complement, modifier, governor, above, clause, preposition


def _arguments(verb: Token) -> tuple[Token | None, Token | None]:
    passive = is_passive(verb)
    thing = child(verb, "nsubjpass") if passive else child(verb, "dobj", "attr", "oprd")
    if passive and thing is None and verb.dep == "acl":
        thing = verb.head
    if passive:
        agent = child(verb, "agent")
        return (child(agent, "pobj") if agent is not None else None), antecedent(
            thing
        ) if thing else None
    up, subject = verb, child(verb, *_SUBJECTS)
    for _ in range(5):
        if (
            subject is not None
            or up.is_root
            or up.dep not in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "prep", "acl", "relcl")
        ):
            break
        if up.dep in ("acl", "relcl"):
            subject = up.head
            break
        up = up.head
        subject = child(up, *_SUBJECTS, "nsubjpass")
    return antecedent(subject) if subject is not None else None, thing


def who(reading: Reading, id: str) -> int:
    """What sort of entity an id stands for: a number below 9, 0 for none that is known."""
    thing = reading.object(id)
    if isinstance(thing, Place):
        return 1 if thing.kind in (PlaceKind.COUNTRY, PlaceKind.TERRITORY) else 2
    if isinstance(thing, Organisation):
        return _BODIES.get(thing.kind, 8)
    return 7 if isinstance(thing, Person) else 0


def _who(reading: Reading, token: Token) -> int:
    """What sort of entity a word speaks of; of an unknown one 9: a pronoun, 10: "we"."""
    id = reading.entity(token)
    if id is not None:
        return who(reading, id)
    return 10 if token.lower in _FIRST else 9 if token.pos == "PRON" else 0


_FIRST = frozenset(("we", "our", "us", "i", "my"))
_EACH = len(_POS) + 1 + SORTS
"""Columns of a word of one role: its part of speech, and who it is."""
WIDTH = len(ROLES) * _EACH + len(_DEPS) + 1 + 2 * (len(_TAGS) + 1) + _FLAGS + 4
"""The number of one-hot columns of a candidate."""


@define(eq=False)
class _Columns:
    """The one-hot columns of the words of one article."""

    _reading: Reading
    _own: dict[int, tuple[int, int]] = field(factory=dict)

    def of(self, token: Token, near: Sequence[Token | None]) -> list[int]:
        """The columns that are set for a candidate with the words around it."""
        found: list[int] = []
        for role, word in enumerate(near):
            if word is not None:
                pos, sort = self._word(word)
                found += (role * _EACH + pos, role * _EACH + sort)
        base = len(ROLES) * _EACH
        found.append(base + _DEP_ID.get(token.dep, 0))
        base += len(_DEPS) + 1
        found.append(base + _TAG_ID.get(token.tag, 0))
        base += len(_TAGS) + 1
        above = near[_GOVERNOR]
        if above is not None:
            found.append(base + _TAG_ID.get(above.tag, 0))
        base += len(_TAGS) + 1
        return found + [base + mark for mark in _marks(token)]

    def _word(self, token: Token) -> tuple[int, int]:
        known = self._own.get(token.i)
        if known is None:
            sort = len(_POS) + 1 + _who(self._reading, token)
            known = self._own[token.i] = _POS_ID.get(token.pos, 0), sort
        return known


_GOVERNOR = ROLES.index("governor")
_DETERMINERS = {"the": 5, "this": 5, "these": 5, "those": 5, "a": 6, "an": 6, "no": 7, "any": 7}
_CONDITIONS = frozenset(("if", "unless", "whether", "until"))


def _marks(token: Token) -> set[int]:
    """Voice, mood, negation, article and place of a word, by number."""
    found: set[int] = set()
    if token.pos == "VERB" and is_passive(token):
        found.add(0)
    if token.quotation is not None:
        found.add(3)
    if token.sentence == 0:
        found.add(8)
    for c in token.children:
        if c.dep == "neg" or c.lower in ("never", "without"):
            found.add(1)
        elif c.dep == "det" and c.lower in _DETERMINERS:
            found.add(_DETERMINERS[c.lower])
        elif c.dep == "mark" and c.lower in _CONDITIONS:
            found.add(4)
        elif c.dep == "aux":
            if c.tag == "TO":
                found.add(2)
            elif c.tag == "MD":
                found.add(_FLAGS - 1 + _MODALS.get(c.lower, 4))
            elif c.lemma == "have":
                found.add(9)
    return found
