"""From attributions to `Statement`s: who says it to whom, how, when and under what condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from geopolitics_model.model import Diagnostic, SpeechAct, Statement
from geopolitics_model.model.ids import fact_id
from geopolitics_model.parsers.statements import addressees, circumstances, finder, participants
from geopolitics_model.parsers.statements.acts import Sense, frame_of, sense_of
from geopolitics_model.parsers.statements.participants import Spoken
from geopolitics_model.parsers.statements.performatives import act_by_content

if TYPE_CHECKING:
    from geopolitics_model.language import Reading, Token
    from geopolitics_model.parsers.statements.attribution import Attribution, Range

_UNWILLING = frozenset("refuse decline fail neglect omit avoid forget".split())
_TALKING = frozenset("converse debate deliberate discuss speak talk".split())
_ABOUT = frozenset("about concerning on over regarding".split())
_WHEN_NEGATED = {SpeechAct.AGREE: SpeechAct.REJECT}
"""Acts whose absence is an act as well; a negated cue of any other says nothing."""
_CONNECTIVES = frozenset(("ADV", "CCONJ", "PUNCT"))
_LEAD_IN = 3
"""How many words and marks may lead in to a quotation."""
_MARKS = "\"“”„«»'‘’ \t\r\n"


def parse(reading: Reading) -> Iterator[Statement | Diagnostic]:
    """The statements of an article, in the order of their contents.

    What cannot be read leaves a `Diagnostic` of code ``statement-unread``.
    """
    yield from statements(reading, finder.find(reading))


def statements(
    reading: Reading, attributions: Iterable[Attribution]
) -> Iterator[Statement | Diagnostic]:
    """The statements of some attributions; the parts that share a cue are one statement."""
    seen: set[str] = set()
    earlier: list[Spoken] = []
    for attribution in joined(attributions):
        try:
            found = statement(reading, attribution, earlier)
        except (ValueError, LookupError) as problem:
            start, end = attribution.content[0] if attribution.content else (0, 0)
            earlier.append(Spoken(attribution, ()))
            yield Diagnostic(
                code="statement-unread",
                message=f"{type(problem).__name__}: {problem}",
                span=reading.span(start, end),
            )
            continue
        earlier.append(Spoken(attribution, () if found is None else found.speakers))
        if found is not None and found.id not in seen:
            seen.add(found.id)
            yield found


def joined(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Attributions in which those that share a cue and stand at the same depth are one.

    `parent` is an index into what is returned.
    """
    out: list[Attribution] = []
    place_of: list[int | None] = []
    by_cue: dict[tuple[int, int | None], int] = {}
    for attribution in attributions:
        parent = attribution.parent
        if parent is not None:
            parent = place_of[parent] if parent < len(place_of) else None
        cue = attribution.cue_token
        place = None if cue is None else by_cue.get((cue, parent))
        if place is None:
            place = len(out)
            out.append(evolve(attribution, parent=parent))
            if cue is not None:
                by_cue[cue, parent] = place
        elif not _overlap(out[place].content, attribution.content):
            content = tuple(sorted({*out[place].content, *attribution.content}))
            out[place] = evolve(out[place], content=content)
        place_of.append(place)
    return out


def _overlap(some: tuple[Range, ...], others: tuple[Range, ...]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)


def statement(
    reading: Reading, attribution: Attribution, earlier: Sequence[Spoken] = ()
) -> Statement | None:
    """The statement of one attribution; `None` for what the text says was not said.

    `earlier`: the attributions before it with their speakers, to whom "the report", "according to
    which" and "I" may go back.

    Raises:
        InvalidValue: the attribution does not stand in the article.
    """
    content = tuple(
        bare for start, end in attribution.content if (bare := _bare(reading, start, end))
    )
    if not content:
        return None
    attribution = evolve(attribution, content=content)
    cue = None if attribution.cue_token is None else reading.tokens[attribution.cue_token]
    if cue is not None and _is_topic(reading, cue, content):
        return None
    sense = sense_of(reading, cue, content)
    act = _act(reading, cue, sense, content)
    if act is None:
        return None
    evidence = tuple([reading.span(start, end) for start, end in content])
    speakers = participants.speakers(reading, attribution, sense, earlier)
    about = dict.fromkeys(id for start, end in content for id in reading.entities_in(start, end))
    return Statement(
        id=fact_id("statement", evidence),
        content=" ".join(span.text for span in evidence),
        speakers=speakers,
        mode=circumstances.mode(reading, content),
        act=act,
        condition=circumstances.condition(reading, attribution),
        addressees=addressees.addressees(reading, attribution, sense, speakers),
        channel=circumstances.channel(reading, attribution),
        when=circumstances.when(reading, attribution),
        about=tuple(about),
        source_evidence=tuple([reading.span(*r) for r in attribution.source]),
        cue_evidence=tuple([reading.span(*r) for r in attribution.cue]),
        content_evidence=evidence,
    )


def _bare(reading: Reading, start: int, end: int) -> Range | None:
    """The range without white space, the marks of a quotation and a connective before it.

    The "Thus" of 'Thus, "we left"' is the reporter's.
    """
    text = reading.text
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    tokens = reading.tokens_between(start, end)
    inside = next((t for t in tokens if t.quotation is not None and t.pos != "PUNCT"), None)
    if inside is not None and inside.quotation is not None:
        quotation = reading.quotations[inside.quotation]
        before = [t for t in tokens if t.end <= quotation.outer_start]
        leads_in = all(t.pos in _CONNECTIVES for t in before) and len(before) <= _LEAD_IN
        if quotation.outer_end >= end > quotation.start >= start and leads_in:
            start, end = quotation.start, min(end, quotation.end)
    return (start, end) if any(c not in _MARKS for c in text[start:end]) else None


def _is_topic(reading: Reading, cue: Token, content: tuple[Range, ...]) -> bool:
    """Whether the text says only what was spoken about ("spoke about the decisions")."""
    if cue.lemma.lower() not in _TALKING or frame_of(reading, content) != "object":
        return False
    first = reading.tokens_between(*content[0])[0]
    before = reading.tokens[first.i - 1].lower if first.i else ""
    return before in _ABOUT or first.lower in _ABOUT or before == cue.lower


def _act(
    reading: Reading, cue: Token | None, sense: Sense, content: tuple[Range, ...]
) -> SpeechAct | None:
    """The act; `None` for a cue that is negated, so that nothing was said."""
    act = act_by_content(reading, content) if sense.neutral else sense.act
    if cue is None or not _is_negated(cue):
        return act
    return _WHEN_NEGATED.get(sense.act)


def _is_negated(cue: Token) -> bool:
    """Whether the text says that the cue did not take place ("did not say", "refused to say")."""
    if any(c.dep == "neg" or c.lower in ("never", "nor") for c in cue.children):
        return True
    head = cue.head
    return cue.dep in ("xcomp", "pcomp") and head.lemma.lower() in _UNWILLING
