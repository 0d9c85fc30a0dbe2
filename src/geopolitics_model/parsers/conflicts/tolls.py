"""Which conflict figures of casualties belong to, and the figures that only the model sees."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Casualties, CasualtyKind
from geopolitics_model.parsers.conflicts import casualties, learned
from geopolitics_model.parsers.conflicts.casualties import Toll
from geopolitics_model.parsers.conflicts.quarrel import Quarrel
from geopolitics_model.parsers.quantities import Counted


def by_quarrel(
    reading: Reading, quarrels: list[Quarrel], tolls: Sequence[Toll]
) -> dict[int, list[Toll]]:
    """The casualties of each quarrel (by `id`): those that the rules read, and likely ones."""
    told = [q for q in quarrels if q.family != "quarrel" or len(quarrels) == 1]
    line = sorted((p.head.i, i) for i, q in enumerate(told) for p in q.phrases)
    of_wars = [(at, i) for at, i in line if told[i].family == "force"]
    out: dict[int, list[Toll]] = {}
    for toll in tolls:
        quarrel = _struck(reading, told, (line, of_wars), toll)
        if quarrel is not None:
            out.setdefault(id(quarrel), []).append(toll)
    read = [s for t in tolls for s in t.casualties.evidence]
    for quarrel, toll in _likely(reading, told):
        span = toll.casualties.evidence[0]
        if not any(s.start < span.end and span.start < s.end for s in read):
            out.setdefault(id(quarrel), []).append(toll)
    for found in out.values():
        found.sort(key=lambda t: (t.casualties.evidence[0].start, t.casualties.kind))
    return out


def _likely(reading: Reading, quarrels: list[Quarrel]) -> list[tuple[Quarrel, Toll]]:
    """What the model takes for victims, each number with what quarrel and fate it suits best."""
    best: dict[int, tuple[float, Quarrel, Counted, CasualtyKind]] = {}
    for quarrel in quarrels:
        for item, kind, odds in learned.tolls(reading, [p.head for p in quarrel.phrases]):
            if casualties.counts_none(reading, item):
                continue
            if item.start not in best or odds > best[item.start][0]:
                best[item.start] = odds, quarrel, item, kind
    return [(q, _toll(reading, item, kind)) for _, q, item, kind in best.values()]


def _toll(reading: Reading, item: Counted, kind: CasualtyKind) -> Toll:
    span = reading.span(item.start, max(item.end, item.noun.end if item.noun else item.end))
    cue = item.noun or reading.tokens_between(item.start, item.end)[-1]
    return Toll(Casualties(quantity=item.quantity, kind=kind, evidence=(span,)), cue)


def _tells(reading: Reading, at: int, cue: Token) -> bool:
    """Whether a phrase stands so near that the toll is its own, not that of the war."""
    head = reading.tokens[at]
    return head.paragraph == cue.paragraph and abs(head.sentence - cue.sentence) <= 1


_Line = list[tuple[int, int]]
"""The heads of phrases in order, each with the number of its quarrel."""


def _beside(line: _Line, at: int) -> _Line:
    """What stands nearest to a token, before and after it."""
    after = bisect_left(line, (at, -1))
    before = bisect_left(line, (line[after - 1][0], -1)) if after else len(line)
    return [*line[before : before + 1], *line[after : after + 1]]


def _struck(
    reading: Reading, quarrels: list[Quarrel], lines: tuple[_Line, _Line], toll: Toll
) -> Quarrel | None:
    """The quarrel that casualties belong to: of the same sentence, else the one last spoken of.

    `lines`: that of all quarrels, and that of the wars alone.
    """
    line, wars = lines
    cue = toll.cue
    ranked = []
    near = _beside(line, cue.i)
    if wars and not any(_tells(reading, at, cue) for at, _ in near):
        near = [min(_beside(wars, cue.i), key=lambda w: abs(w[0] - cue.i))]
    for at, i in near:
        same = reading.tokens[at].sentence == cue.sentence
        ranked.append((not same, at >= cue.i, abs(at - cue.i), i))
    return quarrels[min(ranked)[3]] if ranked else None
