"""Clashes that came long before the war that is told: "a skirmish in December 1928".

They name no war of their own and join the one that is told, but an analyst keeps them apart: the
war began later. Their sides are those of the war, unless they name others.
"""

from __future__ import annotations

from geopolitics_model.language import Reading
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.conflicts.quarrel import Quarrel, join
from geopolitics_model.parsers.conflicts.times import dates_of

_APART = 2
"""How many years lie between a clash and the war that it is no part of."""


def split(reading: Reading, quarrels: list[Quarrel]) -> list[tuple[Quarrel, Quarrel]]:
    """Take the earlier clashes out of the quarrels of force: each with the war it stood in."""
    return [
        (_alone(reading, phrase, quarrel), quarrel)
        for quarrel in quarrels
        if quarrel.family == "force"
        for phrase in _early(reading, quarrel)
        if phrase in quarrel.phrases
    ]


def inherit(apart: list[tuple[Quarrel, Quarrel]]) -> None:
    """Give the sides of the war to the clashes that name none."""
    for clash, war in apart:
        if not any(clash.sides):
            clash.sides[0].update(war.sides[0])
            clash.sides[1].update(war.sides[1])


def _early(reading: Reading, quarrel: Quarrel) -> list[Phrase]:
    own = ((p, _own_year(reading, p)) for p in quarrel.phrases if _is_new(p))
    new = [(p, year) for p, year in own if year is not None]
    if not new:
        return []
    here = {p.head.sentence for p, _ in new}
    others = (p for p in quarrel.phrases if p.head.sentence not in here)
    rest = [year for p in others for year in _years(reading, p)]
    day = reading.article.day
    if not rest and day is not None and len(new) < len(quarrel.phrases):
        rest = [day.year]
    return [p for p, year in new if rest and year <= min(rest) - _APART]


def _is_new(phrase: Phrase) -> bool:
    """Whether a noun brings up a clash not spoken of so far."""
    return not (phrase.verbal or phrase.definite or phrase.named)


def _own_year(reading: Reading, phrase: Phrase) -> int | None:
    """The year that stands in the phrase itself."""
    low, high = reading.tokens[phrase.start].start, reading.tokens[phrase.end - 1].end
    own = [w for w in reading.times_in(low, high) if w.text[-4:].isdigit() and w.earliest]
    return own[0].earliest.year if own and own[0].earliest else None


def _years(reading: Reading, phrase: Phrase) -> list[int]:
    return [w.earliest.year for w in dates_of(reading, phrase) if w.earliest]


def _alone(reading: Reading, phrase: Phrase, quarrel: Quarrel) -> Quarrel:
    """The clash, and what its sentence tells of nobody else."""
    clash = Quarrel(quarrel.family)
    for part in [p for p in quarrel.phrases if p.head.sentence == phrase.head.sentence]:
        if part is phrase or not (part.parties or part.definite):
            quarrel.remove(part)
            join(reading, part, clash)
    return clash
