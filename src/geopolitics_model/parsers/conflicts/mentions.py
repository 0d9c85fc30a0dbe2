"""Phrases that speak of a conflict: nouns of force and quarrel, hostile verbs."""

from __future__ import annotations

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Mission, MissionKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import learned, moves, nominal, verbal
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.phrase import Phrase

_HOSTILE = frozenset("invade attack march storm enter advance push cross besiege".split())


def find(reading: Reading) -> list[Phrase]:
    """All phrases, in the order of their heads."""
    found = []
    for token in reading.tokens:
        phrase = (
            nominal.read(reading, token)
            or verbal.read(reading, token)
            or verbal.at_hands(reading, token)
        )
        if phrase is not None:
            found.append(phrase)
    found += _pushes(reading, found)
    found += moves.find(reading, found)
    for phrase in found:
        if phrase.level is Level.BATTLE and not phrase.mutual:
            ground = tuple(i for i in phrase.targets if i.startswith("place:"))
            phrase.places = tuple(dict.fromkeys(phrase.places + ground))
    return sorted(found, key=lambda p: p.head.i)


def _pushes(reading: Reading, found: list[Phrase]) -> list[Phrase]:
    """The movements of armies that the missions tell, where no word of force does."""
    taken = {i for p in found for i in range(p.start, p.end)}
    out = []
    for mission in reading.objects(Mission):
        if mission.kind is not MissionKind.COMBAT:
            continue
        for mention in mission.mentions:
            tokens = reading.tokens_between(mention.span.start, mention.span.end)
            head = reading.head_of(mention.span.start, mention.span.end)
            if not tokens or head is None or head.pos != "VERB" or verbal.is_asked(reading, head):
                continue
            apart = not taken.intersection(range(tokens[0].i, tokens[-1].i + 1))
            if apart and learned.is_hostile(reading, head):
                out.append(_push(reading, mission, head, (tokens[0].i, tokens[-1].i + 1)))
    return out


def _push(reading: Reading, mission: Mission, head: Token, at: tuple[int, int]) -> Phrase:
    mine = {who.country_of(reading, i) or i for i in mission.leads}
    countries = [c for i in mission.places if (c := who.country_of(reading, i))]
    entered = [c for c in dict.fromkeys(countries) if c not in mine and c in mission.places]
    direct = head.lemma in _HOSTILE
    return Phrase(
        head, Level.BATTLE, *at, mission.leads, tuple(entered) if direct else (), mission.places,
        verbal=True,
    )  # fmt: skip
