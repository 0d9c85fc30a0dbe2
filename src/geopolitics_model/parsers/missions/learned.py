"""What the trigger model adds to the missions that rules read, and what it takes away."""

from __future__ import annotations

from collections.abc import Iterator

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionKind
from geopolitics_model.parsers.missions.phrase import Phrase, may_lead
from geopolitics_model.parsers.phrases import extent, is_definite, is_undone, is_unreal, modal_of
from geopolitics_model.parsers.quantities import Counted
from geopolitics_model.parsers.triggers import Opinions, opinions

DOUBTED, ANCHORED = -2.0, -2.7
"""Log odds below which what the rules read is no mission; the same if they read who and where."""
SURE = 0.75
"""Log odds from which a word names a mission that the rules have not read."""
LEAD, PLACE = -0.5, -1.0
"""Log odds from which an entity leads a mission, or is where it plays."""
FURTHER = 0.5
"""The same of a second one."""
STRENGTH, CONTRIBUTORS = 0.5, 0.0
"""Log odds from which a number is that of those who serve in it, or of who sends them."""
_PARTS = ("nsubj", "nsubjpass", "dobj")
_POSSIBLE = frozenset("would could might may should can".split())


def phrases(reading: Reading, found: list[Phrase]) -> list[Phrase]:
    """The phrases that the rules have found, as far as the model agrees, and those that it adds."""
    opinion = opinions(reading)
    doubted = {id(p) for p in found if _is_doubted(reading, opinion, p)}
    kept = [
        p
        for p in found
        if id(p) not in doubted and (p.refers is None or id(p.refers) not in doubted)
    ]
    taken = {i for p in kept for i in range(p.start, p.end)}
    taken |= {t.i for p in kept if p.verbal for t in _parts(p.head)}
    kept += opinion.further("missions", SURE, taken, lambda t: _phrase(reading, t))
    again = {p.head.lemma: p.head.i for p in kept if p.definite}
    for phrase in kept:
        if _is_title(reading, phrase) and again.get(phrase.head.lemma, 0) <= phrase.head.i:
            phrase.anchored = False
    return sorted(kept, key=lambda p: (p.head.i, p.start))


def _is_title(reading: Reading, phrase: Phrase) -> bool:
    """Whether a heading without a verb names a war or what the part below tells one by one.

    What goes on with "the intervention" is told of it.
    """
    if phrase.name or phrase.known or phrase.verbal or phrase.kind is not MissionKind.COMBAT:
        return False
    if not reading.paragraphs[phrase.head.paragraph].heading:
        return False
    sentence = reading.sentences[phrase.head.sentence]
    inside = reading.tokens[sentence.start : sentence.end]
    return not any(t.pos in ("VERB", "AUX") for t in inside)


def _parts(verb: Token) -> Iterator[Token]:
    """What belongs to a verb that tells a mission: who is deployed tells no second one."""
    yield from (c for c in verb.children if c.dep in _PARTS)
    if verb.dep == "xcomp":  # "observers were to be deployed"
        yield from (c for c in verb.head.children if c.dep in _PARTS)


def _is_doubted(reading: Reading, opinion: Opinions, phrase: Phrase) -> bool:
    words = reading.tokens[phrase.start : phrase.end]
    named = phrase.known is not None or phrase.name is not None or phrase.refers is not None
    least = ANCHORED if phrase.leads and phrase.places else DOUBTED
    return not named and opinion.doubts(words, "missions", least)


def _is_not_done(reading: Reading, token: Token) -> bool:
    """Whether it is denied, asked or only possible."""
    if token.pos != "VERB":
        return is_unreal(token)
    return is_undone(reading, token) or modal_of(token) in _POSSIBLE


def _phrase(reading: Reading, token: Token) -> tuple[Phrase, range] | None:
    """What a word names, if syntax does not deny it and somebody or some place is told."""
    runs, where = leads(reading, [token]), places(reading, [token])
    if _is_not_done(reading, token) or not (runs or where):
        return None
    start, end = extent(reading, token)
    phrase = Phrase(
        token,
        start,
        end,
        kind(reading, [token]),
        leads=runs,
        places=where,
        definite=is_definite(token),
        verbal=token.pos == "VERB",
    )
    return phrase, range(start, end)


def leads(reading: Reading, heads: list[Token]) -> tuple[str, ...]:
    """Who runs what these words name."""
    likely = opinions(reading).roles(heads, "missions.leads", LEAD)
    return _surest({i: odds for i, odds in likely.items() if may_lead(reading, i)})


def places(reading: Reading, heads: list[Token]) -> tuple[str, ...]:
    """Where it plays."""
    likely = opinions(reading).roles(heads, "missions.places", PLACE)
    return _surest({i: odds for i, odds in likely.items() if i.startswith("place:")})


def _surest(likely: dict[str, float]) -> tuple[str, ...]:
    """The first, and those that are sure beside it."""
    return tuple(i for n, (i, odds) in enumerate(likely.items()) if n == 0 or odds >= FURTHER)


def kind(reading: Reading, heads: list[Token]) -> MissionKind:
    """What sort of mission these words name together."""
    return MissionKind(opinions(reading).choice(heads, "missions.kind", MissionKind.OTHER))


def strengths(reading: Reading, heads: list[Token]) -> list[Counted]:
    """How many serve in it, surest first."""
    return [c for c, _ in opinions(reading).counted(heads, "missions.strength", STRENGTH)]


def is_strength(reading: Reading, heads: list[Token], start: int) -> bool:
    """Whether a number that the rules take for its strength is one, as far as the model knows."""
    odds = opinions(reading).values(heads, "missions.strength", start)
    return odds.get(start, STRENGTH) >= STRENGTH


def contributors(reading: Reading, heads: list[Token]) -> list[Counted]:
    """How many states and bodies contribute, surest first."""
    slot = "missions.contributors"
    return [c for c, _ in opinions(reading).counted(heads, slot, CONTRIBUTORS)]
