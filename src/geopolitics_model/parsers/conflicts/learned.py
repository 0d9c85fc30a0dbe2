"""What the trigger model adds to the conflicts that rules read, and what it takes away."""

from __future__ import annotations

from collections.abc import Iterator

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import CasualtyKind, ConflictKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.nominal import tells_none
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.phrases import extent, is_definite, is_undone
from geopolitics_model.parsers.quantities import Counted
from geopolitics_model.parsers.triggers import Opinions, opinions

DOUBTED = -2.0
"""Log odds below which what the rules read tells of no conflict."""
SURE = 0.25
"""Log odds from which a word tells of a conflict that the rules have not read."""
PARTY, PLACE = 0.0, -1.5
"""Log odds from which an entity is a party of a conflict, or is where it is."""
TOLD_PLACE = -0.5
"""The same of a conflict that the rules have read, whose sentences may tell it too."""
DOUBTED_PLACE = -1.0
"""Log odds below which a place that the rules read is not where it is."""
TOLL = 0.5
"""Log odds from which a number counts its victims."""
FURTHER = 1.0
"""Log odds from which an entity is a party beside those that are read on every side."""
MARCH = -1.0
"""Log odds below which what an army does tells of no conflict, if no word of force says so."""
_UNTOLD = ConflictKind.INTRASTATE
"""The kind of a conflict that no word of the model's tells of."""
_LEVELS = {
    ConflictKind.ONE_SIDED: Level.ATTACK,
    ConflictKind.DISPUTE: Level.DISPUTE,
    ConflictKind.UNREST: Level.UNREST,
}


def phrases(reading: Reading, found: list[Phrase]) -> list[Phrase]:
    """The phrases that the rules have found, as far as the model agrees, and those that it adds."""
    opinion = opinions(reading)
    kept = [p for p in found if not _is_doubted(reading, opinion, p)]
    taken = {i for p in kept for i in range(p.start, p.end)}
    kept += opinion.further("conflicts", SURE, taken, lambda t: _phrase(reading, t))
    return sorted(kept, key=lambda p: p.head.i)


def _is_doubted(reading: Reading, opinion: Opinions, phrase: Phrase) -> bool:
    words = reading.tokens[phrase.start : phrase.end]
    told = phrase.named or phrase.move
    return not told and opinion.doubts(words, "conflicts", DOUBTED)


def _tells_none(reading: Reading, token: Token) -> bool:
    if token.pos != "VERB":
        return tells_none(token)
    return is_undone(reading, token)


def _phrase(reading: Reading, token: Token) -> tuple[Phrase, range] | None:
    """What a word names, if syntax does not deny it and a party or place is told."""
    sides, where = parties(reading, [token]), places(reading, [token])
    if _tells_none(reading, token) or not (sides or where):
        return None
    start, end = extent(reading, token)
    level = _LEVELS.get(kind(reading, [token]), Level.BATTLE if token.pos == "VERB" else Level.WAR)
    phrase = Phrase(
        token,
        level,
        start,
        end,
        attackers=sides[:1],
        targets=sides[1:2] if level is not Level.ATTACK else (),
        places=where,
        definite=is_definite(token),
        verbal=token.pos == "VERB",
    )
    return phrase, range(start, end)


def parties(reading: Reading, heads: list[Token], least: float = PARTY) -> tuple[str, ...]:
    """Who fights or quarrels in what these words tell, the surest first."""
    likely = opinions(reading).roles(heads, "conflicts.parties", least)
    return tuple(i for i in likely if who.can_fight(reading, i))


def places(reading: Reading, heads: list[Token], least: float = PLACE) -> tuple[str, ...]:
    """Where it is."""
    likely = opinions(reading).roles(heads, "conflicts.places", least)
    return tuple(i for i in likely if i.startswith("place:"))[:1]


def without_doubted(
    reading: Reading, heads: list[Token], read: list[str], sides: set[str]
) -> list[str]:
    """Of the places that the rules read those that the model does not doubt.

    Of several that are themselves the `sides` ("clashes between Chad and Libya") all stay, or none.
    """
    kept = opinions(reading).undoubted(heads, "conflicts.places", read, DOUBTED_PLACE)
    fought = sides.intersection(read)
    return [i for i in read if i in kept or (i in fought and fought.intersection(kept))]


def kind(reading: Reading, heads: list[Token]) -> ConflictKind:
    """What sort of conflict these words name together."""
    return ConflictKind(opinions(reading).choice(heads, "conflicts.kind", _UNTOLD))


def is_hostile(reading: Reading, verb: Token) -> bool:
    """Whether what an army does may tell of a conflict: it marches into a land, or home."""
    return not opinions(reading).doubts([verb], "conflicts", MARCH)


def tolls(reading: Reading, heads: list[Token]) -> Iterator[tuple[Counted, CasualtyKind, float]]:
    """What numbers count its victims, what happened to these, and how sure that is."""
    for kind in CasualtyKind:
        for item, odds in opinions(reading).counted(heads, f"conflicts.{kind.value}", TOLL):
            yield item, kind, odds
