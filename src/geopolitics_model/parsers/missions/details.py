"""How strong a mission is, and when it began and ended."""

from __future__ import annotations

from bisect import bisect_left

import attrs

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionKind, Quantity, Span, Strength, TimeKind, When
from geopolitics_model.parsers import intervals
from geopolitics_model.parsers.missions import learned, lexicon
from geopolitics_model.parsers.missions.grouping import Task
from geopolitics_model.parsers.missions.leads import NAMING, is_within
from geopolitics_model.parsers.missions.phrase import Phrase, verbs_of
from geopolitics_model.parsers.phrases import governing_verb, subjects, whole
from geopolitics_model.parsers.quantities import Counted
from geopolitics_model.parsers.triggers import opinions

_CONTRIBUTORS = frozenset("country nation state ally partner".split())
_BETWEEN = frozenset(
    "- – plus member allied different partner other contributing participating troop".split()
)
_RENEW = frozenset("renew extend prolong".split())
_ARMY = 100
_GROW = frozenset("grow number total swell reinforce rise expand increase".split())
_BEGIN = frozenset(
    "begin start launch open deploy establish invade land commence mount order create set found "
    "form initiate inaugurate enter arrive impose lay take assemble land "
    "come".split()
)
_END = frozenset(
    "end conclude stop withdraw complete finish fail leave expire close lift dissolve disband "
    "wind terminate cease rescind abandon lapse hand".split()
)
_HITS = frozenset(
    "kill wound injure die perish capture abduct kidnap train graduate instruct equip teach "
    "defeat destroy face fight oppose".split()
)


def strengths(reading: Reading, task: Task, counted: tuple[Counted, ...]) -> tuple[Strength, ...]:
    """Numbers of troops in the sentences of a mission, and of contributors beside them.

    What the rules read counts as far as the model agrees; it adds others that are sure.
    """
    heads = [p.head for p in task.phrases]
    read = [s for s in _read(reading, task, counted) if _agrees(reading, heads, s)]
    told = {_plain(s.quantity) for s in read}
    for item in learned.strengths(reading, heads):
        if not _is_helped(task, item) and _plain(item.quantity) not in told:
            told.add(_plain(item.quantity))
            read.append(Strength(quantity=item.quantity, evidence=(_span(reading, item),)))
    return tuple(sorted(read, key=lambda s: s.evidence[0].start))


def _is_helped(task: Task, item: Counted) -> bool:
    """Whether those who are counted are victims, pupils or refugees, not the force itself."""
    if item.noun is None:
        return item.measured
    top = whole(item.noun)
    served = {
        p.head for p in task.phrases
        if p.verbal and p.kind in (MissionKind.TRAINING, MissionKind.HUMANITARIAN)
    }  # fmt: skip
    return item.measured or _is_hit(item.noun) or (top.dep == "dobj" and top.head in served)


def _agrees(reading: Reading, heads: list[Token], strength: Strength) -> bool:
    return learned.is_strength(reading, heads, strength.evidence[0].start)


def _plain(quantity: Quantity) -> tuple[float | None, ...]:
    return quantity.value, quantity.low, quantity.high


def _read(reading: Reading, task: Task, counted: tuple[Counted, ...]) -> tuple[Strength, ...]:
    found: list[Strength] = []
    for phrase in sorted(task.phrases, key=lambda p: p.head.i):
        low, high = _reach(reading, phrase)
        here = [c for c in _within(counted, low, high) if not c.measured]
        helped = phrase.verbal and phrase.kind is MissionKind.TRAINING
        troops = [c for c in here if _counts_troops(reading, c) and not helped]
        donors = [c for c in here if c.noun is not None and _is_donor(reading, c)]
        when = next(iter(_dates(reading, phrase)), None)
        if troops:
            donor = donors[0] if donors else None
            evidence = [_span(reading, troops[0]), *([_span(reading, donor)] if donor else [])]
            found.append(
                Strength(
                    quantity=troops[0].quantity,
                    contributors=donor.quantity if donor else None,
                    when=when,
                    evidence=tuple(evidence),
                )
            )
    return tuple({(s.evidence): s for s in found}.values())


def donors(reading: Reading, task: Task, counted: tuple[Counted, ...]) -> Strength | None:
    """A number of contributors that no number of troops stands with ("a 40-nation coalition")."""
    for phrase in task.phrases:
        low, high = _reach(reading, phrase)
        for item in _within(counted, low, high):
            if _is_donor(reading, item):
                return _of_donors(reading, item)
    likely = learned.contributors(reading, [p.head for p in task.phrases])
    return _of_donors(reading, likely[0]) if likely else None


def _of_donors(reading: Reading, item: Counted) -> Strength:
    """A strength of which only the contributors are told."""
    return Strength(
        quantity=Quantity(), contributors=item.quantity, evidence=(_span(reading, item),)
    )


def _within(counted: tuple[Counted, ...], low: int, high: int) -> list[Counted]:
    """The quantities that stand between two characters (`counted` is in the order of the text)."""
    first = bisect_left(counted, low, key=lambda c: c.start)
    last = bisect_left(counted, high, key=lambda c: c.start)
    return [c for c in counted[first:last] if c.end <= high]


def _reach(reading: Reading, phrase: Phrase) -> tuple[int, int]:
    """The clause of a phrase: its verb's, without clauses that are coordinated."""
    verb = phrase.head if phrase.verbal else governing_verb(phrase.head)
    low, high = phrase.start, phrase.end - 1
    if verb is not None:
        low, high = min(low, verb.left), max(high, verb.right)
    for doer in subjects(phrase.head) if phrase.verbal else ():
        # "divisions, numbering 450,000 men, rolled": the parser may hang the verb on its subject
        if doer.sentence == phrase.head.sentence and doer.left < low:
            low = doer.left
    return reading.tokens[low].start, reading.tokens[high].end


def _span(reading: Reading, item: Counted) -> Span:
    return reading.span(item.start, max(item.end, item.noun.end if item.noun else item.end))


def _counts_troops(reading: Reading, item: Counted) -> bool:
    after = reading.text_of(item.end, item.end + 8).lower()
    if after.startswith(("-strong", " strong", "-member", "-man ", "-person")):
        return True
    if item.noun is None:
        return _is_size(reading, item)
    if _is_hit(item.noun):
        return False
    if item.noun.tag == "NNPS" and (item.quantity.value or 0) >= _ARMY:
        return item.noun.dep in ("nsubj", "nsubjpass", "dobj")  # "thirteen thousand Spaniards"
    return item.noun.lemma.lower() in lexicon.people() and item.noun.tag in ("NNS", "NNPS", "NN")


def _is_size(reading: Reading, item: Counted) -> bool:
    """Whether a bare number is told as the size: "a force that grew to 80,000"."""
    number = reading.head_of(item.start, item.end)
    if number is None or number.dep not in ("pobj", "dobj") or (item.quantity.value or 0) < _ARMY:
        return False
    above = number.head.head if number.dep == "pobj" else number.head
    return above.lemma in _GROW and (number.dep == "dobj" or number.head.lower == "to")


def _is_hit(noun: Token) -> bool:
    """Whether those who are counted are victims, prisoners or pupils, not the force itself."""
    top = whole(noun)
    verb = top.head
    if verb.pos != "VERB" or verb.lemma not in _HITS:
        trained = top.dep == "pobj" and top.head.head.lower == "training"
        return trained or any(c.dep in ("acl", "amod") and c.lemma in _HITS for c in top.children)
    return top.dep in ("dobj", "nsubjpass") or verb.lemma in ("die", "perish")


def _is_donor(reading: Reading, item: Counted) -> bool:
    tokens = reading.tokens_between(item.start, item.end + 16)
    number = [t for t in tokens if t.start < item.end]
    after = reading.tokens[number[-1].i + 1 : number[-1].i + 4] if number else ()
    for token in after:
        if token.lemma.lower() in _CONTRIBUTORS:
            return True
        if token.lower not in _BETWEEN:
            return False
    return False


# -- time -------------------------------------------------------------------------------------


@attrs.define
class Period:
    """Start and end as told."""

    start: When | None = None
    end: When | None = None


def period(reading: Reading, task: Task) -> Period:
    """When a mission began and ended: single pushes by the date of their verb."""
    out = Period()
    for phrase in sorted(task.phrases, key=lambda p: p.head.i):
        for verb in _clauses(phrase):
            dates = _dated(reading, phrase, verb)
            _range(reading, dates, verb, out)
            for when in sorted(dates, key=_vagueness):
                bound = when.bound.value if when.bound else ""
                opens = bound in ("", "before", "about") and _begins(phrase, verb)
                renewed = verb is not None and verb.lemma in _RENEW
                if (bound == "since" and not renewed) or (out.start is None and opens):
                    out.start = out.start or when
                elif bound == "until" or (verb is not None and verb.lemma in _END):
                    out.end = out.end or when
    heads = [p.head for p in task.phrases]
    out.start, out.end = opinions(reading).period(heads, "missions", out.start, out.end)
    if out.end is not None and out.end is out.start:
        out.end = None
    first = out.start.earliest if out.start else None
    last = out.end.latest if out.end else None
    if first and last and last < first:
        out.end = None
    return out


def _range(reading: Reading, dates: list[When], verb: Token | None, out: Period) -> None:
    """What a clause bounds on both sides: "kept observers there between 1994 and 2000"."""
    if verb is not None and verb.lemma in _HITS:
        return
    told_both = next(intervals.ranges(reading, dates), None)
    if told_both is not None and out.start is None and out.end is None:
        out.start, out.end = told_both


def _clauses(phrase: Phrase) -> list[Token | None]:
    """The verbs that tell of a mission: its own or the one above, and those of its clauses."""
    if phrase.verbal:
        return [phrase.head]
    head = phrase.head
    below = [c for c in head.children if c.dep in ("relcl", "acl") and c.pos == "VERB"]
    for token in head.subtree():  # "the mission in Mali, which was established in 2013"
        if token.dep == "relcl" and token.head is not head and token.lemma in _BEGIN | _END:
            below.append(token)
    verbs = verbs_of(head)
    above = verbs[0] if verbs else None
    below += verbs[1:]
    if above is not None and above.lemma in NAMING and (over := governing_verb(above)) is not None:
        below.append(over)  # "were escorted in what was known as Operation X"
    return [above, *below]


def _vagueness(when: When) -> int:
    """How much of a date is left open: the exact ones first."""
    return when.value.count("X") * 10 - len(when.value)


def _begins(phrase: Phrase, verb: Token | None) -> bool:
    if phrase.is_event:
        return verb is None or verb.lemma not in _END
    if verb is None or verb.lemma in _END:
        return False
    if phrase.head.dep == "nsubj" and any(c.dep == "dobj" for c in verb.children):
        return False  # "the force launched an operation" begins the operation
    return verb.lemma in _BEGIN or is_within(phrase)


def _dates(reading: Reading, phrase: Phrase) -> list[When]:
    """The dates of all clauses of a phrase."""
    return [when for verb in _clauses(phrase) for when in _dated(reading, phrase, verb)]


def _dated(reading: Reading, phrase: Phrase, verb: Token | None) -> list[When]:
    """The dates of one clause."""
    low, high = _reach(reading, phrase)
    if verb is not None:
        low, high = (
            min(low, reading.tokens[verb.left].start),
            max(high, reading.tokens[verb.right].end),
        )
    found = []
    for when in reading.times_in(low, high):
        if when.kind is TimeKind.DATE and when.value[:1] in "0123456789X-":
            token = reading.head_of(when.evidence[0].start, when.evidence[0].end)
            above = governing_verb(token) if token is not None else None
            if above is None or above is verb or verb is None:
                found.append(when)
    return found or (_only_date(reading, phrase) if phrase.is_event and not phrase.definite else [])


def _only_date(reading: Reading, phrase: Phrase) -> list[When]:
    """The date of the sentence, if it has only one and tells it before the phrase."""
    tokens = reading.sentence_of(phrase.head)
    dates = [
        w
        for w in reading.times_in(tokens[0].start, tokens[-1].end)
        if w.kind is TimeKind.DATE and w.value[:1] in "0123456789X-"
    ]
    alone = len(dates) == 1 and dates[0].evidence[0].start < phrase.head.start
    return dates if alone else []
