"""Nominal and pronoun mentions: "the group", "the city", "he", "it".

Resolved by agreement (kind, gender), recency and syntax (subjects first, as centering theory
ranks them; Grosz, Joshi and Weinstein 1995), or left alone.
"""

from __future__ import annotations

from itertools import pairwise

from geopolitics_model.language import Token
from geopolitics_model.model import MentionForm
from geopolitics_model.parsers.entities.cast import Cast, Draft
from geopolitics_model.parsers.entities.lexicon import islands, nominals, organisation_nouns

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "such"))
_LOOSE = frozenset(
    "terrorist militant rebel extremist jihadist insurgent armed radical whole entire same new "
    "military western-led southern northern eastern western".split()
)
_ISLANDS = frozenset(("island", "islands"))
_OWNING = frozenset(("of", "for"))
_NOMINAL_WINDOW = 8
_NAME_WINDOW = 20
"""Sentences."""
_PRONOUN_WINDOW = 3
_PERSONAL = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
_NEUTER = frozenset(("it", "its"))
_CLAUSES = frozenset(("ccomp", "xcomp", "acomp", "advcl", "attr"))
_RAISING = frozenset("be seem appear become take announce report show".split())
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def resolve(cast: Cast) -> None:
    """Add a mention for every definite nominal and pronoun that means somebody for sure enough."""
    for token in cast.reading.tokens:
        if cast.at(token) is not None:
            continue
        if token.lower in _PERSONAL:
            draft = _person(cast, token, _PERSONAL[token.lower])
            form = MentionForm.PRONOUN
        elif token.lower in _NEUTER:
            draft, form = _actor(cast, token), MentionForm.PRONOUN
        else:
            draft, form = _nominal(cast, token), MentionForm.NOMINAL
        if draft is not None:
            first = token.i
            if form is MentionForm.NOMINAL:
                first = max(token.left, token.i - 4)
            cast.mention(draft, first, token.i + 1, form)


def _nominal(cast: Cast, token: Token) -> Draft | None:
    """ "The group": the nearest body that is called so, else the nearest of a fitting kind."""
    entry = nominals().get(token.lower)
    if (entry is None and token.lower not in organisation_nouns()) or not _is_bare(token):
        return None
    if (called := _called(cast, token)) is not None:
        return called
    if entry is None:
        return None
    label, kinds = entry
    for _, draft, form in cast.before(token.i, _NOMINAL_WINDOW):
        fits = draft.label == label and draft.kind in kinds and form is not MentionForm.PRONOUN
        if fits and (token.lower not in _ISLANDS or _is_island(draft)):
            return draft
    return None


def _is_bare(token: Token) -> bool:
    """Whether it is definite and has only loose modifiers."""
    if not any(c.dep == "det" and c.lower in _DEFINITE for c in token.children):
        return False
    for child in token.children:
        if child.i < token.i and child.dep != "det" and child.lower not in _LOOSE:
            return False
        if child.i > token.i and child.dep in ("prep", "relcl", "acl", "appos"):
            return False
    return True


def _called(cast: Cast, token: Token) -> Draft | None:
    """The organisation last named by a name with this noun as its head: "the front" of the
    "Liberation Front", "the ministry" of the "Ministry of Defence"."""
    for first, draft, form in cast.before(token.i, _NAME_WINDOW):
        if draft.label != "organisation" or form is MentionForm.PRONOUN:
            continue
        words = [t.lower for t in _name(cast, first)]
        if token.lower in (words[-1], *(a for a, b in pairwise(words) if b in _OWNING)):
            return draft
    return None


def _name(cast: Cast, first: int) -> tuple[Token, ...]:
    token = cast.reading.tokens[first]
    start, end = cast.extent(token)
    return cast.reading.tokens[start:end]


def _is_island(draft: Draft) -> bool:
    return draft.id in islands() or bool(_ISLANDS & set(draft.name.lower().split()))


def _person(cast: Cast, token: Token, gender: str) -> Draft | None:
    """The nearest subject among the persons of this and the last sentences, else the nearest."""
    if token.lower.endswith("self") and (bound := _binder(cast, token)) is not None:
        bound.gender = bound.gender or gender
        return bound
    nearest: Draft | None = None
    for first, draft, _ in cast.before(token.i, _PRONOUN_WINDOW):
        if draft.label != "person" or draft.gender not in ("", gender):
            continue
        if _same_clause_object(cast, token, first):
            continue
        if nearest is None:
            nearest = draft
        if _is_subject(cast, first):
            nearest = draft
            break
    if nearest is not None:
        nearest.gender = nearest.gender or gender
    return nearest


def _binder(cast: Cast, token: Token) -> Draft | None:
    """Principle A: a reflexive means the subject of its clause ("Assad defended himself")."""
    verb = next((up for up in token.ancestors() if up.pos == "VERB"), None)
    for child in verb.children if verb is not None else ():
        if child.dep in _SUBJECTS:
            draft = cast.at(child)
            return draft if draft is not None and draft.label == "person" else None
    return None


def _same_clause_object(cast: Cast, token: Token, first: int) -> bool:
    """Principle B: a pronoun does not mean a noun of its own clause ("Kerry met him")."""
    other = cast.reading.tokens[first]
    return (
        token.dep in ("dobj", "iobj", "dative")
        and other.sentence == token.sentence
        and any(up is token.head for up in other.ancestors())
    )


def _is_subject(cast: Cast, first: int) -> bool:
    token = cast.reading.tokens[first]
    for _ in range(3):
        if token.dep in _SUBJECTS:
            return True
        if token.dep not in ("compound", "amod", "poss", "flat", "appos", "conj"):
            return False
        token = token.head
    return False


def _actor(cast: Cast, token: Token) -> Draft | None:
    """ "It" as a subject or owner: the subject of this or the last sentence, if that acts."""
    if token.dep not in ("nsubj", "nsubjpass", "poss") or _is_expletive(token):
        return None
    for first, draft, _ in cast.before(token.i, 1):
        acts = draft.label == "organisation" or draft.kind == "country"
        if acts and _is_subject(cast, first):
            return draft
    return None


def _is_expletive(token: Token) -> bool:
    """ "It is clear that", "it was announced that": the subject stands behind the verb."""
    verb = token.head
    if token.dep == "poss" or verb.lemma not in _RAISING:
        return False
    return any(child.dep in _CLAUSES for child in verb.children)
