"""From a quarrel to a `Conflict`: its kind, status, name and link to the tables."""

from __future__ import annotations

from collections import Counter

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading
from geopolitics_model.model import (
    Casualties,
    Conflict,
    ConflictKind,
    ConflictStatus,
    Identifier,
    Mention,
    MentionForm,
    Party,
    Person,
    Place,
    PlaceKind,
    Span,
)
from geopolitics_model.model.ids import fact_id, slug
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import learned
from geopolitics_model.parsers.conflicts.lexicon import Level
from geopolitics_model.parsers.conflicts.phrase import Phrase
from geopolitics_model.parsers.conflicts.quarrel import Quarrel, key
from geopolitics_model.parsers.conflicts.times import Period
from geopolitics_model.parsers.places import places_in, without_containers

_THEATRES = 4
"""Countries of a war that are told as its places: those most often fought in."""
_OFTEN = 3
"""Phrases that must tell of an unknown place for it to count beside a country."""
_DONE = frozenset("coup putsch oust depose topple seize".split())
_CIVIL = frozenset("civil insurgency insurrection rebellion revolt counter-revolution".split())


@attrs.frozen
class Circumstances:
    """What is read besides the phrases: when, at what cost, why, and who mediates."""

    period: Period
    casualties: tuple[Casualties, ...]
    causes: tuple[str, ...]
    mediators: tuple[str, ...]


def conflict(reading: Reading, quarrel: Quarrel, around: Circumstances) -> Conflict:
    """The object that all of this makes."""
    period = around.period
    mentions = _mentions(reading, quarrel)
    kind = _kind(reading, quarrel)
    parties = _parties(reading, quarrel, kind, around.mediators)
    parties = _with_likely(reading, quarrel, kind, parties)
    taken = {i for p in parties for i in p.members}
    places = _places(reading, quarrel)
    known = _known(reading, quarrel, period)
    name = _name(reading, quarrel)
    start, end = period.start, period.end
    return Conflict(
        id=known[0] if known else _id(quarrel, mentions),
        name=name,
        identifiers=known[1] if known else (),
        mentions=mentions,
        kind=kind,
        status=_status(quarrel, kind, period),
        parties=parties,
        places=places,
        start=start,
        end=end,
        casualties=around.casualties,
        causes=around.causes,
        mediators=tuple(m for m in around.mediators if m not in taken),
    )


def _id(quarrel: Quarrel, mentions: tuple[Mention, ...]) -> str:
    if quarrel.name:
        return f"conflict:{slug(quarrel.name)}"
    return fact_id("conflict", [m.span for m in mentions])


def _mentions(reading: Reading, quarrel: Quarrel) -> tuple[Mention, ...]:
    spans: dict[tuple[int, int], MentionForm] = {}
    for phrase in sorted(quarrel.phrases, key=lambda p: (p.start, -p.end)):
        first, last = reading.tokens[phrase.start], reading.tokens[phrase.end - 1]
        form = MentionForm.NAME if phrase.named else MentionForm.NOMINAL
        spans.setdefault((first.start, last.end), form)
    return tuple(Mention(span=reading.span(*at), form=form) for at, form in spans.items())


def _name(reading: Reading, quarrel: Quarrel) -> str:
    """The proper name; else the phrase that says most of the parties and places."""
    if quarrel.name:
        return quarrel.name
    best = max(
        quarrel.phrases,
        key=lambda p: (len(p.parties) + len(p.places), not p.verbal, -p.head.i),
    )
    tokens = reading.tokens[best.start : best.end]
    if len(tokens) > 1 and tokens[0].lower in ("the", "a", "an", "this", "these"):
        tokens = tokens[1:]
    return reading.text_of(tokens[0].start, tokens[-1].end)


def _kind(reading: Reading, quarrel: Quarrel) -> ConflictKind:
    """What words for it say; else what the model takes it for."""
    if quarrel.family == "attack":
        return ConflictKind.ONE_SIDED
    if quarrel.family == "quarrel" and any(p.level is Level.DISPUTE for p in quarrel.phrases):
        return ConflictKind.DISPUTE
    if _says_civil(reading, quarrel):
        return ConflictKind.INTRASTATE
    if quarrel.family == "force" and _is_of_states(reading, quarrel):
        return ConflictKind.INTERSTATE
    likely = learned.kind(reading, [p.head for p in quarrel.phrases])
    if likely is ConflictKind.INTRASTATE and _fights_with_others(reading, quarrel):
        return ConflictKind.INTERNATIONALISED_INTRASTATE
    return likely


def _is_of_states(reading: Reading, quarrel: Quarrel) -> bool:
    """Whether a war is said to be between states, and nobody else fights in it: "the Iran–Iraq
    War", "war between X and Y"."""
    wars = [p for p in quarrel.phrases if p.is_war and (p.mutual or p.named)]
    return (
        bool(wars)
        and all(p.mutual and p.head.lemma.lower() == "war" and not _is_proxy(p) for p in wars)
        and all(side and all(_is_country(reading, i) for i in side) for side in quarrel.sides)
    )


def _is_proxy(phrase: Phrase) -> bool:
    return any(c.lower == "proxy" for c in phrase.head.children)


def _fights_with_others(reading: Reading, quarrel: Quarrel) -> bool:
    """Whether several states fight groups side by side (the definition of UCDP)."""
    for one, other in (quarrel.sides, quarrel.sides[::-1]):
        states = {key(reading, i) for i in other if who.is_state(reading, i)}
        if one and len(states) > 1 and all(who.is_armed_group(reading, i) for i in one):
            return True
    return False


def _says_civil(reading: Reading, quarrel: Quarrel) -> bool:
    for phrase in quarrel.phrases:
        words = {t.lower for t in reading.tokens[phrase.start : phrase.end]}
        if phrase.head.lemma.lower() in _CIVIL or (phrase.head.lower == "war" and "civil" in words):
            return True
    return False


def _parties(
    reading: Reading, quarrel: Quarrel, kind: ConflictKind, mediators: tuple[str, ...]
) -> tuple[Party, ...]:
    sides = quarrel.sides[:1] if kind is ConflictKind.ONE_SIDED else quarrel.sides
    out = []
    for side in sides:
        members = _without_leaders(reading, list(side))
        if members:
            evidence = {
                reading.span(reading.tokens[p.start].start, reading.tokens[p.end - 1].end)
                for id, p in side.items()
                if id in members
            }
            ordered = tuple(sorted(evidence, key=lambda s: (s.start, s.end)))
            out.append(Party(members=tuple(members), evidence=ordered))
    if kind is ConflictKind.DISPUTE and len(out) < 2:
        taken = {i for p in out for i in p.members}
        between = {key(reading, i) for i in mediators}
        return tuple(out) + _rivals(reading, quarrel, taken, between)
    return tuple(out)


def _with_likely(
    reading: Reading, quarrel: Quarrel, kind: ConflictKind, parties: tuple[Party, ...]
) -> tuple[Party, ...]:
    """The parties, on a side that nobody is read to be on the likeliest, and who is sure beside."""
    sides = 1 if kind is ConflictKind.ONE_SIDED else 2
    taken = {key(reading, i) for p in parties for i in p.members}
    out = list(parties)
    heads = [p.head for p in quarrel.phrases]
    sure = learned.parties(reading, heads, learned.FURTHER)
    for id in learned.parties(reading, heads):
        if (len(out) < sides or id in sure) and key(reading, id) not in taken:
            taken.add(key(reading, id))
            out.append(Party(members=(id,), evidence=(_nearest(reading, quarrel, id),)))
    return tuple(out)


def _nearest(reading: Reading, quarrel: Quarrel, id: str) -> Span:
    """The mention of an entity that stands nearest to where the quarrel is told."""
    at = [p.head.start for p in quarrel.phrases]
    mentions: list[Span] = [m.span for m in reading.object(id).mentions]
    return min(mentions, key=lambda s: (min(abs(s.start - a) for a in at), s.start))


def _rivals(
    reading: Reading, quarrel: Quarrel, taken: set[str], mediators: set[str]
) -> tuple[Party, ...]:
    """Who quarrels, if no phrase says: the countries that its sentences place it between."""
    known = {key(reading, i) for i in taken} | mediators
    out = []
    for phrase in quarrel.phrases:
        tokens = reading.sentence_of(phrase.head)
        for id in reading.entities_in(tokens[0].start, tokens[-1].end):
            country = who.country_of(reading, id) if id.startswith("place:") else None
            if who.is_state(reading, id) and not id.startswith("place:"):
                country = who.country_of(reading, id)
            if country and country not in known and reading.object(country) is not None:
                known.add(country)
                span = reading.span(tokens[0].start, tokens[-1].end)
                out.append(Party(members=(country,), evidence=(span,)))
    return tuple(out[: 2 - min(len(taken), 2)])


def _without_leaders(reading: Reading, ids: list[str]) -> list[str]:
    """A side without the persons who lead it, if it is named itself."""
    bodies = [i for i in ids if not isinstance(reading.object(i), Person)]
    countries = {who.country_of(reading, i) for i in bodies} | {None}
    leaders = [i for i in ids if i not in bodies and who.country_of(reading, i) not in countries]
    return bodies + leaders if bodies else ids


def _places(reading: Reading, quarrel: Quarrel) -> tuple[str, ...]:
    """The places of the phrases, for a war one in each country; else those of its sentences."""
    heads = [p.head for p in quarrel.phrases]
    places = [i for i in quarrel.places if isinstance(reading.object(i), Place)]
    sides = {i for side in quarrel.sides for i in side}
    places = learned.without_doubted(reading, heads, places, sides)
    likely = list(learned.places(reading, heads, learned.TOLD_PLACE))
    places = places or likely or _located(reading, quarrel)
    if quarrel.family == "attack":
        return without_containers(reading, places)
    by_country: dict[str, str] = {}
    counts: dict[str, int] = {}
    told = Counter(who.country_of(reading, i) for i in quarrel.places)
    for place in places:
        country = who.country_of(reading, place) or place
        known = reading.object(country) is not None
        # a clash in one town only, "the war in South Ossetia": not all of the country
        lone = country != place and place in quarrel.places and told[country] == 1
        whole = known and not (lone or _is_region_of(reading, quarrel, place))
        by_country.setdefault(country, country if whole else place)
        counts[country] = counts.get(country, 0) + sum(place in p.places for p in quarrel.phrases)
    if any(_is_country(reading, c) for c in by_country):
        lost = [c for c in by_country if _is_spot(reading, c) and counts[c] < _OFTEN]
        by_country = {c: place for c, place in by_country.items() if c not in lost}
    if len(by_country) > _THEATRES:
        ranked = sorted(by_country, key=lambda c: (-counts[c], list(by_country).index(c)))
        by_country = {c: by_country[c] for c in ranked[:_THEATRES]}
    return tuple(dict.fromkeys(by_country.values()))


def _is_region_of(reading: Reading, quarrel: Quarrel, place: str) -> bool:
    """Whether a war is said to be in a region: "the war in South Ossetia", not all of Georgia."""
    kind = getattr(reading.object(place), "kind", None)
    if kind not in (PlaceKind.TERRITORY, PlaceKind.REGION, PlaceKind.ADMIN_AREA):
        return False
    whole = [p for p in quarrel.phrases if p.is_war and p.places]
    return bool(whole) and all(p.places == (place,) for p in whole)


def _is_country(reading: Reading, id: str) -> bool:
    thing = reading.object(id)
    return isinstance(thing, Place) and thing.kind is PlaceKind.COUNTRY


def _is_spot(reading: Reading, id: str) -> bool:
    """Whether it is a town or spot that the tables do not know: it lies in a country told of."""
    thing = reading.object(id)
    spots = (PlaceKind.CITY, PlaceKind.LANDMARK, PlaceKind.OTHER)
    return isinstance(thing, Place) and thing.kind in spots


_SAY = frozenset(
    "say tell speak announce declare report warn state meet talk write vote arrive sign conclude "
    "initial hold convene negotiate".split()
)
"""What is done in a place other than that of the fighting: "said in Geneva"."""
_WHERE = frozenset("in across throughout inside at near".split())


def _located(reading: Reading, quarrel: Quarrel) -> list[str]:
    """Where a quarrel is, if its phrases do not say: the places after "in" in its sentences."""
    found: dict[str, int] = {}
    heads = {p.head.sentence: p.head for p in reversed(quarrel.phrases)}
    for head in heads.values():
        for token in reading.sentence_of(head):
            if token.dep == "prep" and token.lower in _WHERE and token.head.lemma not in _SAY:
                for place in places_in(reading, token):
                    found.setdefault(place, abs(token.i - head.i))
    return sorted(found, key=lambda i: (found[i], i))


def _status(quarrel: Quarrel, kind: ConflictKind, period: Period) -> ConflictStatus:
    if all(p.head.lemma.lower() in _DONE for p in quarrel.phrases):
        return ConflictStatus.ENDED  # a coup is over in a day
    if period.truce and not (period.ended or period.past):
        return ConflictStatus.CEASEFIRE
    if period.ended or period.past:
        return ConflictStatus.ENDED
    if kind is ConflictKind.DISPUTE:
        return ConflictStatus.TENSE
    return ConflictStatus.ACTIVE


def _known(
    reading: Reading, quarrel: Quarrel, period: Period
) -> tuple[str, tuple[Identifier, ...]] | None:
    """The conflict of the tables, if parties, place and day leave only one."""
    if quarrel.family != "force":
        return None
    groups = [i for side in quarrel.sides for i in side if who.is_armed_group(reading, i)]
    states = [
        s for side in quarrel.sides for i in side if who.is_state(reading, i)
        and (c := who.country_of(reading, i)) and (s := knowledge.government(c))
    ]  # fmt: skip
    day = period.start.earliest if period.start and period.start.earliest else reading.article.day
    if day is None:
        return None
    found: set[str] = set()
    pairs: list[tuple[str, str | None]] = [(g, p) for g in groups for p in quarrel.places]
    pairs = pairs or [(s, None) for s in states]
    for party, place in pairs:
        country = who.country_of(reading, place) if place else None
        found |= {c.id for c in knowledge.conflicts(place=country, party=party, on=day)}
    if not groups and states:
        shared = [
            {c.id for c in knowledge.conflicts(party=s, on=day)} for s in dict.fromkeys(states)
        ]
        found = set.intersection(*shared) if len(shared) > 1 else set()
    if len(found) != 1:
        return None
    thing = knowledge.get(found.pop())
    return (thing.id, thing.identifiers) if isinstance(thing, Conflict) else None
