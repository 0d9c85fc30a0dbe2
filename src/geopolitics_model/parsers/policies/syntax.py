"""Clauses as decisions need them: objects, coordination, modality, and the words that state it."""

from __future__ import annotations

from collections.abc import Iterable

from geopolitics_model.language import Reading, Token
from geopolitics_model.parsers.phrases import (
    antecedent,
    child,
    conjuncts,
    direct_objects,
    is_passive,
)

_SUBJECTS = ("nsubj", "csubj", "nsubjpass", "csubjpass")
_TRAILING = ("advcl", "conj", "cc", "parataxis")
_NO = frozenset(("nobody", "none", "nothing", "neither"))
_SHORT_MODALS = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "shall": "will"}
_ROW = 30
"""So many coordinated verbs share a modal."""
_FAR = 30
"""A subject more tokens away than this is left out of the evidence."""


def is_verb(token: Token) -> bool:
    """Whether the token is a verb."""
    return token.pos in ("VERB", "AUX")


def is_infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(c.tag == "TO" and c.dep == "aux" for c in verb.children)


def infinitives(verb: Token, reading: Reading) -> tuple[Token, ...]:
    """An infinitive with its conjuncts, also those that the parser hung onto a participle inside.

    Conjuncts have one form: in "to tax firms employing N and to fine others" the second infinitive
    is coordinated with the first, not with the participle.
    """
    found = [t for t in conjuncts(verb) if is_verb(t)]
    if is_infinitive(verb):
        for token in reading.tokens[verb.i + 1 : verb.right + 1]:
            strayed = token.dep == "conj" and is_verb(token) and is_infinitive(token)
            if strayed and token not in found and not is_infinitive(token.head):
                up = next((t for t in token.ancestors() if is_verb(t) and is_infinitive(t)), None)
                if up is verb:
                    found.append(token)
    return tuple(found)


def patients(verb: Token) -> list[Token]:
    """What it is done to: `direct_objects`, and an object that the parser gave to the verb above.

    "decided to postpone by a month the entry into force": "entry" belongs to the infinitive.
    """
    found = [t for t in direct_objects(verb) if t.pos != "ADP"] or _inverted(verb)
    if not found and is_passive(verb) and verb.dep == "conj":
        found = _shared(verb)
    given = [c for c in verb.children if c.dep == "dobj"]
    if given and is_passive(verb):  # "the rebels were promised arms"
        found = [t for c in given for t in conjuncts(c)]
    if not found and not is_passive(verb):
        late = child(verb, "oprd", "attr", "ccomp")
        if late is not None and is_verb(late) and verb.lemma == "help":
            found = [c for c in late.children if c.dep == "nsubj"]  # "help Iraq rebuild"
        if late is not None and not is_verb(late) and late.i > verb.i:
            own = child(late, "nsubj")  # "declared [the law void]"
            found = [*(conjuncts(own) if own is not None else ()), *conjuncts(late)]
    if not found and verb.dep == "xcomp" and is_infinitive(verb):
        late = child(verb.head, "dobj")
        if late is not None and late.i > verb.i:
            found = list(conjuncts(late))
    if not found and not is_passive(verb):
        found = _after_time(verb)
    return _listed(verb, found)


def _shared(verb: Token) -> list[Token]:
    """The subject that a coordinated passive shares: "It expires in May and was last renewed"."""
    for _ in range(_ROW):
        if verb.dep != "conj" or not is_verb(verb.head):
            return []
        verb = verb.head
        own = child(verb, "nsubj", "nsubjpass")
        if own is not None:
            return list(conjuncts(antecedent(own)))
    return []


def _inverted(verb: Token) -> list[Token]:
    """The subject of a passive that stands behind it: "Also blocked are the accounts of ..."."""
    be = child(verb, "auxpass")
    late = child(be, "attr", "nsubj", "nsubjpass") if be is not None and be.i > verb.i else None
    return list(conjuncts(late)) if late is not None else []


def _listed(verb: Token, found: list[Token]) -> list[Token]:
    """Who "those" are in "among those listed are the navy and two banks"."""
    those = verb.head
    if verb.dep != "acl" or found != [those] or those.lower != "those" or those.dep != "pobj":
        return found
    be = those.head.head
    late = child(be, "nsubj", "attr") if be.lemma == "be" else None
    return list(conjuncts(late)) if late is not None else found


def _after_time(verb: Token) -> list[Token]:
    """An object behind a time, which the parser takes for part of the time or of a noun before.

    "extended until 30 June the state of emergency", "to halt, as of Monday, all imports".
    """
    for c in verb.children:
        nouns = [n for n in c.children if n.dep == "pobj"] if c.dep == "prep" else []
        if c.i > verb.i and (len(nouns) > 1 or any(_has_late_article(n) for n in nouns)):
            return list(conjuncts(nouns[-1]))
    for up in verb.ancestors():
        late = [c for c in up.children if c.dep == "appos" and up.i < verb.i < verb.right < c.left]
        if late:
            return list(conjuncts(late[0]))
    return []


def _has_late_article(noun: Token) -> bool:
    """Whether a time stands before the article of a noun: "until [30 June the embargo]"."""
    times = [c.i for c in noun.children if c.dep in ("nmod", "compound") and c.i < noun.i]
    return any(c.dep in ("det", "poss") and times and c.i > times[0] for c in noun.children)


def is_negated(verb: Token) -> bool:
    """Whether the clause of the verb is negated: not, never, no longer, nobody."""
    for c in verb.children:
        if c.dep == "neg" or c.lower in ("never", "neither", "nor"):
            return True
        if c.dep in (*_SUBJECTS, "dobj") and _none(c):
            return True
    # "would neither ransom the captives nor receive an envoy"
    return verb.dep == "conj" and any(
        c.dep == "cc" and c.lower == "nor" and c.i < verb.i for c in verb.head.children
    )


def has_none(nouns: Iterable[Token]) -> bool:
    """Whether what something is done to is said to be none: "sent no ships"."""
    return any(_none(noun) for noun in nouns)


def _none(noun: Token) -> bool:
    return noun.lower in _NO or any(
        c.i < noun.i and c.lower in ("no", "neither", "not", "n't") for c in noun.children
    )


def modal(verb: Token) -> str:
    """The modal of a clause in lower case ("will", "would", "must"), or nothing.

    "is to", "is going to" count as "will"; a bare conjunct has the modal of the first verb.
    """
    for _ in range(_ROW):
        for c in verb.children:
            if c.dep == "aux" and c.tag == "MD":
                return _SHORT_MODALS.get(c.lower, c.lower)
        up = verb.head
        if verb.dep == "xcomp" and up.lemma == "be" and is_infinitive(verb) and up.tag in _FINITE:
            return "will"
        bare = verb.tag in ("VB", "VBP") and child(verb, *_SUBJECTS, "aux") is None
        if verb.dep != "conj" or not bare or not is_verb(up):
            return ""
        verb = up
    return ""


def is_subjunctive(verb: Token) -> bool:
    """Whether a that-clause says what shall be: "that the embargo be lifted"."""
    bare = [c for c in verb.children if c.dep in ("aux", "auxpass")]
    form = bare[0] if bare else verb
    subject = any(c.dep in _SUBJECTS and c.i < verb.i for c in verb.children)
    return subject and form.tag == "VB" and modal(verb) == "" and not is_infinitive(verb)


_FINITE = ("VBZ", "VBP", "VBD")


def is_finite(verb: Token) -> bool:
    """Whether the verb is finite, by its own form or by an auxiliary."""
    if verb.tag in _FINITE:
        return True
    return any(c.dep in ("aux", "auxpass") and c.tag in (*_FINITE, "MD") for c in verb.children)


def evidence(reading: Reading, verb: Token, doer: Token | None) -> tuple[int, int]:
    """Characters of the shortest clause with actor, verb and object.

    What is coordinated with the verb and what trails behind is left out, and a doer that stands
    far away or behind another decision.
    """
    start, last = verb.i, end_of(verb)
    for c in verb.children:
        if c.dep in ("aux", "auxpass", "neg", "advmod", "nsubjpass") and verb.i - c.i <= _FAR:
            start = min(start, c.left if c.dep == "nsubjpass" else c.i)
    if doer is not None and doer.sentence == verb.sentence:
        between = reading.tokens[doer.i : start]
        if between and len(between) <= _FAR and not _other_decision(between, verb):
            start = min((c.left for c in doer.children if c.i < doer.i), default=doer.i)
    tokens = reading.tokens[start : last + 1]
    while len(tokens) > 1 and tokens[-1].pos in ("PUNCT", "CCONJ"):
        tokens = tokens[:-1]
    while len(tokens) > 1 and tokens[0].pos in ("PUNCT", "CCONJ"):
        tokens = tokens[1:]
    return tokens[0].start, tokens[-1].end


def _other_decision(between: tuple[Token, ...], verb: Token) -> bool:
    return verb.dep == "conj" and any(t is verb.head for t in between)


def stands_for(reading: Reading, token: Token) -> Token:
    """Of "it" or "they" the subject of the sentence before, of anything else itself."""
    if token.pos != "PRON" or token.lower not in ("it", "they", "them"):
        return token
    if token.dep == "nsubj" and token.head.dep == "ccomp":
        teller = child(token.head.head, "nsubj")  # "the ministry said it had revoked ..."
        if teller is not None and teller.pos in ("NOUN", "PROPN"):
            return teller
    if token.sentence == 0:
        return token
    before = reading.sentences[token.sentence - 1]
    nouns = [c for c in before.root.children if c.dep in ("nsubj", "nsubjpass")]
    return nouns[0] if nouns and before.paragraph == token.paragraph else token


def end_of(verb: Token) -> int:
    """The last token of a verb's clause, without what is coordinated with it or trails."""
    right = verb.i
    cut = verb.right
    core = max((c.i for c in verb.children if c.dep in _CORE), default=verb.i)
    comma = False
    for c in verb.children:
        if c.i < verb.i:
            continue
        if c.dep == "punct":
            comma = comma or c.i > core
        elif c.dep in _TRAILING or (comma and c.dep in _ADDED):
            cut = min(cut, c.left - 1)
        else:
            right = max(right, phrase_end(c))
    return max(verb.i, min(right, cut))


_CORE = ("dobj", "dative", "agent", "xcomp", "ccomp", "oprd", "attr", "prt")
_ADDED = ("prep", "npadvmod", "advmod", "pcomp", "dep")


def phrase_end(top: Token) -> int:
    """The last token of a phrase without clauses in commas and conjoined clauses."""
    right, stack = top.i, [top]
    while stack:
        token = stack.pop()
        right = max(right, token.i)
        for c in token.children:
            apart = c.dep == "relcl" and c.left > token.i + 1
            apart = apart or c.dep in ("punct", "cc", "advcl") or (c.dep == "conj" and is_verb(c))
            if c.i > token.i and not apart:
                stack.append(c)
    return right
