"""How, when and on what condition something is said: channel, time of speaking, condition, mode."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geopolitics_model.model import StatementMode, TimeKind, When
from geopolitics_model.parsers.statements.attribution import within
from geopolitics_model.parsers.statements.media import Medium, common_medium, medium, outlet_of

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token
    from geopolitics_model.parsers.statements.attribution import Attribution, Range

_THROUGH = frozenset("in on during at via by through over from to".split())
_CHANNEL_CUES = {
    "tweet": "Twitter",
    "retweet": "Twitter",
    "blog": "blog",
    "phone": "phone call",
    "telephone": "phone call",
    "email": "email",
    "cable": "cable",
    "telegraph": "telegram",
}
"""Verbs that name the medium themselves."""
_SENDING = frozenset("issue release publish post give deliver make send write tweet".split())
_TELLING = frozenset(("tell", "inform", "brief", "address"))
_CARRIERS = frozenset(("document", "event"))
_CONDITIONAL = frozenset(("if", "unless"))
_INVERTING = frozenset(("should", "had"))
_FRONTED = frozenset("nor neither never only so rarely seldom not".split())
"""Words that move a subject behind its auxiliary ("nor should they")."""
_CONCESSIVE = frozenset(("even", "as", "only", "what", "especially"))
_AS_LONG_AS = (
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("provided", "that"),
    ("providing", "that"),
    ("on", "condition", "that"),
    ("on", "the", "condition", "that"),
    ("in", "the", "event", "that"),
    ("in", "so", "far", "as"),
    ("insofar", "as"),
    ("only", "if"),
)
_CLAUSE_ENDS = frozenset((".", ";", "?", "!"))


# -- the medium


def channel(reading: Reading, attribution: Attribution) -> str | None:
    """The medium that the text names: "Twitter", "statement", "news release"."""
    if attribution.source_token is not None:
        source = reading.tokens[attribution.source_token]
        known = medium(source)
        if known is not None and (known.kind in _CARRIERS):
            return _named(reading, source, known)
    if attribution.cue_token is None:
        return None
    cue = reading.tokens[attribution.cue_token]
    if (document := _told_in(cue)) is not None and (known := medium(document)) is not None:
        return _named(reading, document, known)
    for token in _nouns_of_clause(reading, cue, attribution):
        known = medium(token) or (common_medium(token) if _is_numbered(token) else None)
        if known is not None and known.kind in ("platform", *_CARRIERS):
            return _named(reading, token, known)
        if (outlet := outlet_of(reading, token)) is not None:
            return outlet
    return _CHANNEL_CUES.get(cue.lemma.lower())


def _told_in(cue: Token) -> Token | None:
    """The noun before a relative clause: "an ultimatum in which they demanded the repeal"."""
    while cue.dep == "conj":
        cue = cue.head
    if cue.dep != "relcl":
        return None
    through = [c for c in cue.children if c.dep == "prep" and c.lower in ("in", "by", "with")]
    return cue.head if any(c.tag == "WDT" for p in through for c in p.children) else None


def _is_numbered(token: Token) -> bool:
    """ "Resolution 384" """
    return any(c.dep == "nummod" and c.i == token.i + 1 for c in token.children)


def _nouns_of_clause(reading: Reading, cue: Token, attribution: Attribution) -> list[Token]:
    """Nouns in the cue's sentence that can name its medium, the nearest first."""
    found = []
    for token in reading.sentence_of(cue):
        if token.dep not in ("pobj", "dobj", "dative") or within(token.start, attribution.content):
            continue
        head = token.head
        if token.dep != "pobj":
            sent = medium(token)
            fits = head is cue and cue.lemma.lower() in _SENDING
            fits = fits and sent is not None and sent.kind == "document"
            told = sent is not None and sent.kind == "event" and cue.lemma.lower() in _TELLING
            fits = fits or (head is cue and (told or outlet_of(reading, token) is not None))
        else:
            fits = head.lower in _THROUGH and (
                _belongs(head, cue) or _is_trailing(reading, head, attribution)
            )
        if fits and not within(token.start, attribution.source):
            found.append(token)
    return sorted(found, key=lambda t: abs(t.i - cue.i))


def _is_trailing(reading: Reading, preposition: Token, attribution: Attribution) -> bool:
    """ "Said Beltrán, the chief negotiator of the ELN, in a message": parsed as a part of the
    source, and behind it.
    """
    before = reading.tokens[preposition.i - 1] if preposition.i else None
    if before is None or before.text != "," or attribution.source_token is None:
        return False
    return any(up.i == attribution.source_token for up in preposition.ancestors())


def _belongs(token: Token, cue: Token) -> bool:
    """Whether a preposition hangs on the cue, or on a verb that says how the speaker speaks."""
    head = token.head
    if head is cue or head is cue.head:
        return True
    return any(up is cue for up in token.ancestors()) and head.lemma.lower() in (
        "speak", "write", "say", "message", "statement", "post", "talk", "testify", "appear",
        "release", "issue", "publish",
    )  # fmt: skip


def _named(reading: Reading, noun: Token, known: Medium) -> str:
    """The service that a medium belongs to, or the medium with the nouns that say its sort."""
    if known.channel:
        return known.channel
    for token in reading.tokens[noun.left : noun.right + 1]:
        service = medium(token)
        if service is not None and service.kind == "platform":
            return service.channel
    words = [noun.lower]
    if _is_numbered(noun):
        words.append(reading.tokens[noun.i + 1].text)
    i = noun.i - 1
    while i >= 0 and reading.tokens[i].pos == "NOUN" and reading.tokens[i].dep == "compound":
        words.insert(0, reading.tokens[i].lower)
        i -= 1
    return " ".join(words)


# -- the time of speaking


def when(reading: Reading, attribution: Attribution) -> When | None:
    """The date or time that belongs to the cue, and not to what is said."""
    if attribution.cue_token is None:
        return None
    cue = reading.tokens[attribution.cue_token]
    sentence = reading.sentence_of(cue)
    for time in reading.times_in(sentence[0].start, sentence[-1].end):
        if time.kind not in (TimeKind.DATE, TimeKind.TIME):
            continue
        span = time.evidence[0]
        if within(span.start, (*attribution.content, *attribution.source)):
            continue
        head = reading.head_of(span.start, span.end)
        if head is not None and _reaches(head, cue):
            return time
    return None


def _reaches(token: Token, cue: Token) -> bool:
    """Whether no other clause stands between a time expression and the cue."""
    if token is cue:
        return True
    for up in token.ancestors():
        if up is cue:
            return True
        if up.pos == "VERB" and up.lemma.lower() not in ("speak", "release", "issue", "publish"):
            return False
    return False


# -- the condition


def condition(reading: Reading, attribution: Attribution) -> str | None:
    """The first clause of the content under which it holds, as it is worded."""
    for start, end in attribution.content:
        tokens = reading.tokens_between(start, end)
        for position, token in enumerate(tokens):
            found = _conditional(tokens, position, token)
            if found is not None:
                first, last = found
                quoted = first.quotation
                limit = end if quoted is None else reading.quotations[quoted].end
                return reading.text_of(max(start, first.start), min(end, limit, last.end))
    return None


def _conditional(
    tokens: tuple[Token, ...], position: int, token: Token
) -> tuple[Token, Token] | None:
    lower = token.lower
    if lower in _CONDITIONAL and token.dep == "mark" and token.head.dep != "ccomp":
        before = tokens[position - 1].lower if position else ""
        if before in _CONCESSIVE or token.head.pos not in ("VERB", "AUX"):
            return None
        return token, _end(tokens, token.head)
    if _is_inverted(tokens, position):
        return token, _end(tokens, token.head)
    for words in _AS_LONG_AS:
        if (
            lower == words[0]
            and tuple(t.lower for t in tokens[position : position + len(words)]) == words
        ):
            verb = _next_verb(tokens, position + len(words))
            return None if verb is None else (token, _end(tokens, verb))
    return None


def _is_inverted(tokens: tuple[Token, ...], position: int) -> bool:
    """ "Should they attack", "had it been asked": an auxiliary before its subject is an "if",
    unless a question or a fronted negation inverts them.
    """
    token, verb = tokens[position], tokens[position].head
    if token.lower not in _INVERTING or not token.dep.startswith("aux"):
        return False
    before = tokens[position - 1] if position else None
    if before is not None and (before.tag.startswith("W") or before.lower in _FRONTED):
        return False
    subjects = (c.i for c in verb.children if c.dep.startswith("nsubj") or c.dep == "expl")
    asks = any(t.text == "?" for t in tokens if t.sentence == token.sentence)
    return not asks and any(token.i < i < verb.i for i in subjects)


def _next_verb(tokens: tuple[Token, ...], position: int) -> Token | None:
    return next((t for t in tokens[position:] if t.pos in ("VERB", "AUX")), None)


def _end(tokens: tuple[Token, ...], verb: Token) -> Token:
    """The last word of the verb's clause within the content, without the mark that ends it."""
    inside = [t for t in tokens if t.i <= verb.right and t.sentence == verb.sentence] or [verb]
    while len(inside) > 1 and not any(c.isalnum() for c in inside[-1].text):
        inside.pop()
    return inside[-1]


# -- the mode


def mode(reading: Reading, content: tuple[Range, ...]) -> StatementMode:
    """Whether all, a part or none of the content stands in quotation marks.

    Marks around nothing but a name or title are no quotation, nor does it matter where a
    conjunction stands.
    """
    quoted = unquoted = 0
    for start, end in content:
        for token in reading.tokens_between(start, end):
            if not any(c.isalnum() for c in token.text):
                continue
            if token.quotation is not None and not _is_name(reading, token.quotation):
                quoted += 1
            elif token.pos not in ("CCONJ", "SCONJ"):
                unquoted += 1
    if not quoted:
        return StatementMode.INDIRECT
    return StatementMode.MIXED if unquoted else StatementMode.DIRECT


def _is_name(reading: Reading, index: int) -> bool:
    quotation = reading.quotations[index]
    words = reading.text_of(quotation.start, quotation.end).split()
    last = quotation.end - 1
    ends_sentence = last >= quotation.start and reading.text[last] in ".,!?"
    return len(words) <= 4 and not ends_sentence and all(w[:1].isupper() for w in words)
