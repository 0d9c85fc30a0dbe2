"""Who does what to whom: the syntax that the readers of missions and conflicts share.

Works on ClearNLP dependency labels. All functions look at one sentence and take time that is linear
in its length.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from geopolitics_model.language import Reading, Token

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""The tags of finite verbs and modals."""
_SUBJECTS = ("nsubj", "csubj")
_PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_OBJECTS = ("dobj", "dative")
_BEFORE_NOUN = ("det", "predet", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod")
_AFTER_NOUN = ("prep", "acl", "nummod", "agent", "npadvmod")
_OBJECT_CONTROL = frozenset(
    "help support urge ask cause enable allow force lead order tell call encourage assist press "
    "persuade authorise authorize want get push aid".split()
)
_UNABLE = frozenset("inability failure refusal unable fail refuse threaten".split())
_HYPOTHESES = frozenset(("if", "unless", "whether", "until", "lest", "should"))
_RELATIVE = frozenset(("who", "that", "which", "whom"))
_PARTITIVES = frozenset(
    "series number wave round string spate set pair couple campaign part kind type form first "
    "second one dozens hundreds days weeks months years succession spell phase handful".split()
)


def whole(noun: Token) -> Token:
    """The word that stands in the clause for a noun: "series" of "a series of attacks"."""
    for _ in range(3):
        above = noun.head
        if noun.dep != "pobj" or above.lower != "of" or above.head.lower not in _PARTITIVES:
            break
        noun = above.head
    return noun


def conjuncts(token: Token) -> Iterator[Token]:
    """The token and what is coordinated with it below: "Serbia and Kosovo"."""
    stack = [token]
    while stack:
        part = stack.pop(0)
        yield part
        stack += [c for c in part.children if c.dep == "conj" or _is_listed(c)]


_NAMES = ("NNP", "NNPS")


def _is_listed(token: Token) -> bool:
    """Whether a name taken for an apposition is the second of a list: "Chad, Togo and Niger"."""
    if token.dep != "appos" or token.tag not in _NAMES or token.head.tag not in _NAMES:
        return False
    return any(c.dep == "conj" and c.tag in _NAMES for c in token.children)


def head_conjunct(token: Token) -> Token:
    """The first of the coordinated words that `token` is one of."""
    while token.dep == "conj" and not token.is_root:
        token = token.head
    return token


_AROUND = 24
"""So many characters around a word its time expression is looked for."""


def is_time(reading: Reading, token: Token) -> bool:
    """Whether a word stands in a time expression: "Friday" of "on Friday"."""
    near = reading.times_in(max(0, token.start - _AROUND), token.end + _AROUND)
    return any(w.evidence[0].start <= token.start < w.evidence[0].end for w in near)


_JOINING = frozenset("-\u2010\u2011\u2013")
"""Hyphens and the dash that join two words."""


def noun_phrase(reading: Reading, head: Token, *, clauses: bool = True) -> tuple[int, int]:
    """First token, and token after the last, of the phrase that a noun heads.

    It goes on to the end of what is attached without a comma: "the campaign to free the city".
    Relative clauses, appositions and conjuncts stay out, without `clauses` infinitives too.
    """
    start = end = head.i
    for child in reversed([c for c in head.children if c.i < head.i]):
        if child.dep in _BEFORE_NOUN or (child.dep == "punct" and child.text in "-–\"“‘'"):
            start = min(start, child.left)
    allowed = _AFTER_NOUN if clauses else ("prep",)
    for child in [c for c in head.children if c.i > head.i]:
        if child.dep not in allowed or child.left > end + 1:
            break
        end = child.right
    while end > head.i and reading.tokens[end].pos == "PUNCT":
        end -= 1
    while start < head.i and reading.tokens[start].text in "-–\"“‘'":
        start += 1
    while joined_to(reading, reading.tokens[start]) is not None:
        start -= 2
    return start, end + 1


def chained(reading: Reading, token: Token) -> list[Token]:
    """The words that hyphens or dashes join to this one, in order: "US-UK-Australia"."""
    found: list[Token] = []
    while (first := joined_to(reading, found[0] if found else token)) is not None:
        found.insert(0, first)
    return found


def joined_to(reading: Reading, token: Token) -> Token | None:
    """The word that a hyphen or dash joins to this one: "Anglo" of "Anglo-French"."""
    if token.i < 2:
        return None
    first, hyphen = reading.tokens[token.i - 2 : token.i]
    touching = first.end == hyphen.start and hyphen.end == token.start
    joined = touching and hyphen.text in _JOINING and first.sentence == token.sentence
    return first if joined else None


def clause(reading: Reading, verb: Token) -> tuple[int, int]:
    """First token, and token after the last, of a verb with its own subject and its object."""
    start = end = verb.i
    for child in verb.children:
        if child.i < verb.i and child.dep in (*_SUBJECTS, *_PASSIVE_SUBJECTS, "aux", "auxpass"):
            start = min(start, noun_phrase(reading, child)[0])
        if child.i > verb.i and child.dep in (*_OBJECTS, "prt", "prep", "agent"):
            if child.left > end + 8:
                break
            close = child.dep in ("prt", "prep", "agent")
            end = child.right if close else noun_phrase(reading, child)[1] - 1
    while end > verb.i and reading.tokens[end].pos == "PUNCT":
        end -= 1
    return start, end + 1


def objects_of(token: Token, prepositions: Collection[str]) -> list[Token]:
    """What stands after one of these prepositions, attached to the token; conjuncts included."""
    found = []
    for prep in _prepositions(token):
        if prep.lower in prepositions:
            for child in prep.children:
                if child.dep in ("pobj", "pcomp") or (child.dep == "conj" and child.pos != "ADP"):
                    found += list(conjuncts(child))
    return found


def _prepositions(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep in ("prep", "agent", "dative") and child.pos in ("ADP", "SCONJ", "VERB"):
            yield child
            yield from (c for c in child.children if c.dep in ("conj", "prep"))


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive: "was attacked", or a participle after its noun."""
    if any(c.dep in ("auxpass", *_PASSIVE_SUBJECTS) for c in verb.children):
        return True
    return verb.tag == "VBN" and verb.dep == "acl"


def subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Who does it: own subject, agent of a passive, or the one that a higher verb lends."""
    if is_passive(verb):
        agents = objects_of(verb, ("by",))
        if agents or depth == 0:
            return agents
    own = [c for c in verb.children if c.dep in _SUBJECTS]
    if own:
        return [t for o in own for t in conjuncts(antecedent(o))]
    if verb.is_root or depth > 6:
        return []
    return _lent(verb, depth)


def _has_own_subject(verb: Token) -> bool:
    return is_passive(verb) or any(c.dep in _SUBJECTS for c in verb.children)


def _lent(verb: Token, depth: int) -> list[Token]:
    above = verb.head
    if verb.dep == "conj":
        # up a row of verbs without subjects in a loop, as far as one is read that shares one
        for _ in range(40):
            if above.dep != "conj" or above.pos != "VERB" or _has_own_subject(above):
                break
            above = above.head
        if above.dep == "conj" and not _has_own_subject(above):
            return []
        return subjects(above, depth) if above.pos in ("VERB", "AUX") else []
    if verb.dep in ("xcomp", "advcl", "ccomp"):
        if above.lemma in _OBJECT_CONTROL and (given := direct_objects(above)):
            return given
        return _doers(above, depth)
    if verb.dep == "pcomp":
        helped = above.head.lemma in _OBJECT_CONTROL and above.lower == "in"
        return (direct_objects(above.head) if helped else []) + _doers(above.head, depth)
    if verb.dep in ("acl", "relcl") and above.pos in ("NOUN", "PROPN", "PRON"):
        if verb.tag in ("VBG", "VBD", "VBZ", "VBP"):
            return [above]
        return owners(above, depth + 1)
    return []


def _doers(above: Token, depth: int) -> list[Token]:
    if above.pos in ("VERB", "AUX"):
        passive = [c for c in above.children if c.dep in _PASSIVE_SUBJECTS]
        return [t for p in passive for t in conjuncts(p)] or subjects(above, depth + 1)
    if above.pos == "ADJ":
        return subjects(above.head, depth + 1) if above.dep == "acomp" else []
    if above.pos == "NOUN":
        return owners(above, depth + 1)
    return _doers(above.head, depth + 1) if depth < 6 and not above.is_root else []


def owners(noun: Token, depth: int = 0) -> list[Token]:
    """Whose a thing is: possessor, "by", else the subject of the verb that it belongs to."""
    own = [c for c in noun.children if c.dep == "poss"]
    own += objects_of(noun, ("by",))
    if own or depth > 6:
        return [t for o in own for t in conjuncts(o)]
    above = noun.head
    if noun.dep in _OBJECTS and above.pos == "VERB":
        return subjects(above, depth + 1)
    if noun.dep == "pobj" and not above.is_root and above.head.pos == "VERB":
        return subjects(above.head, depth + 1)
    if noun.dep == "pobj" and above.head.pos == "NOUN":
        return owners(above.head, depth + 1)
    return []


def direct_objects(verb: Token) -> list[Token]:
    """Whom or what it is done to, also as subject of the passive, and of the next conjunct."""
    if is_passive(verb):
        found = [c for c in verb.children if c.dep in _PASSIVE_SUBJECTS]
        if not found and verb.dep == "acl":
            found = [verb.head]
    else:
        found = [c for c in verb.children if c.dep in _OBJECTS]
        if not found:
            later = [c for c in verb.children if c.dep == "conj" and c.pos == "VERB"]
            found = [c for v in later[:1] for c in v.children if c.dep in _OBJECTS]
    return [t for f in found for t in conjuncts(antecedent(f))]


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    return (over_clause(token) if token.lower in _RELATIVE else None) or token


def over_clause(token: Token) -> Token | None:
    """The noun that the relative clause around a token is about ("Chad, whose [army] left")."""
    return next((up.head for up in token.ancestors() if up.dep == "relcl"), None)


def is_negated(verb: Token) -> bool:
    """Whether the verb is negated ("did not attack", "never")."""
    return any(c.dep == "neg" or c.lower in ("never", "without") for c in verb.children)


def is_hypothetical(verb: Token) -> bool:
    """Whether the clause, or one that it is part of, is a condition or an open question."""
    token = verb
    for _ in range(6):
        if any(_supposes(token, c) for c in token.children):
            return True
        if token.is_root:
            return False
        token = token.head
    return False


def _supposes(verb: Token, mark: Token) -> bool:
    """Whether a conjunction opens a condition; what lasted "until they signed" came about, not what
    would last until then."""
    if mark.dep not in ("mark", "advmod") or mark.lower not in _HYPOTHESES:
        return False
    return mark.lower != "until" or not (_is_past(verb) and _is_past(verb.head))


def _is_past(verb: Token) -> bool:
    """Whether the verb, or its first auxiliary, is a past."""
    helping = next((c for c in verb.children if c.dep in ("aux", "auxpass")), verb)
    return helping.tag == "VBD"


def is_question(reading: Reading, verb: Token) -> bool:
    """Whether the sentence ends in a question mark."""
    sentence = reading.sentences[verb.sentence]
    return any(
        t.text == "?" for t in reading.tokens[max(sentence.start, sentence.end - 3) : sentence.end]
    )


def is_undone(reading: Reading, verb: Token) -> bool:
    """Whether a clause denies, asks or supposes what its verb says."""
    return is_negated(verb) or is_hypothetical(verb) or is_question(reading, verb)


def extent(reading: Reading, head: Token) -> tuple[int, int]:
    """First token, and token after the last, of the clause or noun phrase of a word."""
    return clause(reading, head) if head.pos == "VERB" else noun_phrase(reading, head)


def is_definite(head: Token) -> bool:
    """Whether a word points to what is known: "the war", "their mission"."""
    return any(c.lower in ("the", "this", "these", "its", "their") for c in head.children)


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of these labels."""
    return next((c for c in token.children if c.dep in deps), None)


def is_unreal(noun: Token) -> bool:
    """Whether it was not or could not be done: "inability to launch an invasion"."""
    if noun.dep == "dobj" and noun.head.pos == "VERB" and is_negated(noun.head):
        return True
    if noun.dep in (*_SUBJECTS, *_PASSIVE_SUBJECTS):
        return False
    return any(above.lemma in _UNABLE for above in list(noun.ancestors())[:3])


def modal_of(verb: Token) -> str | None:
    """The modal verb of a clause, in lower case: "will", "could", "'ll"."""
    return next((c.lower for c in verb.children if c.dep == "aux" and c.tag == "MD"), None)


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a word."""
    return next((t for t in token.ancestors() if t.pos in ("VERB", "AUX")), None)
