"""Who does it where the clause itself does not say: subjects left out, swallowed or far away."""

from __future__ import annotations

from collections.abc import Iterator

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Organisation, OrganisationKind
from geopolitics_model.parsers import unparsed
from geopolitics_model.parsers.phrases import child, conjuncts, head_conjunct
from geopolitics_model.parsers.policies.syntax import is_verb

_ISSUING = frozenset(
    (OrganisationKind.INTERGOVERNMENTAL, OrganisationKind.ALLIANCE, OrganisationKind.BLOC,
     OrganisationKind.LEGISLATURE, OrganisationKind.GOVERNMENT, OrganisationKind.GOVERNMENT_BODY,
     OrganisationKind.COURT)
)  # fmt: skip
"""Bodies whose resolutions are lists of clauses without a subject."""
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_DITRANSITIVE = frozenset(
    "give promise offer grant send pay award deny lend allot call name appoint deem".split()
)
"""Verbs whose participle may have an object although it is passive: "men given guns"."""


def unsaid_doers(reading: Reading, verb: Token) -> list[Token]:
    """Who does it, if the clause has no subject of its own that the parser has found."""
    have = parted_auxiliary(verb)
    if have is not None:
        return [t for c in have.children if c.dep == "nsubj" for t in conjuncts(c)]
    beside = unparsed.subject(reading, verb)
    found = [beside] if beside is not None else _beside_participle(verb)
    if not found and (swallowed := unparsed.swallowed(reading, verb)) is not None:
        found = [swallowed]
    return found or list(_issuer(reading, verb))


def is_list_clause(reading: Reading, verb: Token) -> bool:
    """Whether a clause is one of a resolution: "3. Decides to extend the mandate ...;"."""
    first = head_conjunct(verb)
    if first.tag != "VBZ" or not first.is_root or child(first, *_SUBJECTS) is not None:
        return False
    sentence = reading.sentences[first.sentence]
    before = reading.tokens[sentence.start : first.i]
    return first.text[:1].isupper() and all(t.dep != "nsubj" and not is_verb(t) for t in before)


def parted_auxiliary(verb: Token) -> Token | None:
    """The "have" of a perfect that something set between has parted from its participle.

    "Syria had meanwhile, on 10 April, shut the border": "had" is taken for the main verb.
    """
    if verb.tag not in ("VBN", "VBD", "VB") or any(c.dep == "aux" for c in verb.children):
        return None
    have, step = verb.head, verb
    if verb.dep == "amod":
        have, step = verb.head.head, verb.head
        if verb.left != verb.head.left:
            return None  # "had an armed guard"
    if have.lemma != "have" or have.pos == "NOUN" or have.i >= verb.i:
        return None
    if any(c.dep == "dobj" and c is not step for c in have.children):
        return None
    between = any(have.i < c.i < verb.left for c in have.children if c is not step)
    return have if between else None


def _issuer(reading: Reading, verb: Token) -> Iterator[Token]:
    """The body whose resolution a clause is in: the last one that was subject or stood alone."""
    if not is_list_clause(reading, verb):
        return
    for sentence in reversed(reading.sentences[: verb.sentence]):
        for token in reading.tokens[sentence.start : sentence.end]:
            dateline = token.dep == "appos" and token.head.is_root  # "ADDIS ABABA: The Council ..."
            own = token.dep in ("nsubj", "nsubjpass", "ROOT") or dateline
            if own and _is_issuing(reading, token):
                yield token
                return


def _is_issuing(reading: Reading, token: Token) -> bool:
    thing = reading.object(reading.entity(token) or "")
    return isinstance(thing, Organisation) and thing.kind in _ISSUING


def _beside_participle(verb: Token) -> list[Token]:
    """The noun of a sentence whose only verb was taken for a participle.

    "The cabinet prolonged by six months the mission": a participle with an object of its own is
    no passive, and a sentence has a verb.
    """
    noun = verb.head
    alone = verb.dep == "acl" and verb.tag == "VBN" and noun.is_root and noun.i < verb.i
    own = child(verb, "dobj") is not None and verb.lemma not in _DITRANSITIVE
    return [noun] if alone and own else []
