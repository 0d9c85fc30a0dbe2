"""Who fights a war whose phrases do not say: whose forces it tells of, whom the article is about.

"The war was short. Report after report spoke of the Iranian tanks and the Iraqi jets" names no
party, yet tells both. Only open sides are filled, with those that are told of most. Of an attack
those did it who claim it.
"""

from __future__ import annotations

from collections.abc import Iterator

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import (
    MentionForm,
    Mission,
    MissionKind,
    Organisation,
    OrganisationKind,
    Person,
    Place,
)
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.conflicts import lexicon
from geopolitics_model.parsers.conflicts.participants import is_civil
from geopolitics_model.parsers.conflicts.quarrel import Quarrel, is_firm, key, keys
from geopolitics_model.parsers.phrases import subjects

_ENOUGH = 2
_PEACE = frozenset("peacekeeping peace training observer stabilization stabilisation joint".split())
_KEEPERS = frozenset(
    (MissionKind.PEACEKEEPING, MissionKind.OBSERVATION, MissionKind.POLICING, MissionKind.TRAINING)
)
_HISTORY = 3
"""Phrases of one war from which on an article is taken to be about it."""
_CLAIM = frozenset("claim take admit accept assume".split())
_SPOKEN_OF = 3
"""How often an article must speak of a party that is told by nothing else."""
_STRIKE = frozenset("hit strike shell bomb bombard pound shelling bombardment".split())


def add(reading: Reading, quarrels: list[Quarrel]) -> None:
    """Fill the open sides of each war."""
    _add_claimed(reading, quarrels)
    wars = [q for q in quarrels if q.family == "force"]
    if not wars:
        return
    signs = _Signs(reading, lone=len(wars) == 1)
    for quarrel in wars:
        persons = [i.startswith("person:") for side in quarrel.sides for i in side]
        if quarrel.is_war or (len(wars) == 1 and not (persons and all(persons))):
            _fill(reading, quarrel, _ranked(reading, quarrel, signs, main=quarrel is wars[0]))
    told = max(wars, key=lambda q: len(q.phrases))
    about = len(told.phrases) >= _HISTORY or any(p.heading for p in told.phrases)
    if about and told.is_war:
        _fill(reading, told, _prominent(reading))


def _add_claimed(reading: Reading, quarrels: list[Quarrel]) -> None:
    """Who claims responsibility did the attack that was told last, unless another one is named."""
    attacks = [q for q in quarrels if q.family == "attack" and not q.sides[0]]
    for token in reading.tokens if attacks else ():
        if token.lower != "responsibility" or token.head.lemma not in _CLAIM:
            continue
        doers = [i for t in subjects(token.head) for i in who.actors(reading, t)]
        groups = [i for i in doers if who.is_armed_group(reading, i)]
        before = [(p.head.i, q) for q in attacks for p in q.phrases if p.head.i < token.i]
        for id in groups if before else ():
            quarrel = max(before, key=lambda b: b[0])[1]
            quarrel.sides[0][id] = quarrel.phrases[0]


def _fill(reading: Reading, quarrel: Quarrel, ranked: list[str]) -> None:
    """Put the parties told of most where a side is open, groups against states."""
    firm = [
        [i for i, p in side.items() if is_firm(reading, i) or p.is_war] for side in quarrel.sides
    ]
    known = {key(reading, i) for side in firm for i in side}
    new = [i for i in ranked if key(reading, i) not in known]
    phrase = quarrel.phrases[0]
    for side, kept in zip(quarrel.sides, firm, strict=True):
        if kept or not new:
            continue
        side.clear()  # a commander or a unit gives way to whose it is
        side[new.pop(0)] = phrase


def _prominent(reading: Reading) -> list[str]:
    """Whom the article is about: the states and armed groups that it speaks of most.

    A state is spoken of by its organs, places and persons, too.
    """
    counts: dict[str, int] = {}
    things: list[Organisation | Person | Place] = [*reading.objects(Organisation)]
    things += [*reading.objects(Person), *reading.objects(Place)]
    for thing in things:
        group = who.is_armed_group(reading, thing.id)
        id = thing.id if group else who.country_of(reading, thing.id)
        if id and reading.object(id) is not None:
            told = sum(m.form is not MentionForm.PRONOUN for m in thing.mentions)
            counts[id] = counts.get(id, 0) + told
    least = max(_SPOKEN_OF, max(counts.values(), default=0) / 2)
    return sorted((i for i in counts if counts[i] >= least), key=lambda i: -counts[i])


def add_attacked(reading: Reading, quarrels: list[Quarrel]) -> None:
    """The state on whose ground another one strikes, if no group is said to be its enemy."""
    for quarrel in [q for q in quarrels if q.family == "force"]:
        one, other = quarrel.sides
        states = one and not other and all(who.is_state(reading, i) for i in one)
        struck = [p for p in quarrel.phrases if p.places and p.head.lemma in _STRIKE]
        if not states or not struck or any(p.generic_enemy for p in quarrel.phrases):
            continue
        mine = keys(reading, one)
        theirs = {who.country_of(reading, i) for p in struck for i in p.places} - mine - {None}
        if len(theirs) == 1 and (id := theirs.pop()) and reading.object(id) is not None:
            other[id] = struck[0]


class _Signs:
    """Who has forces, and where the article says so: read once for all its wars."""

    def __init__(self, reading: Reading, *, lone: bool) -> None:
        self.all = list(_forces(reading, lone=lone))
        self._by_paragraph: dict[int, list[int]] = {}
        for i, (token, _) in enumerate(self.all):
            self._by_paragraph.setdefault(token.paragraph, []).append(i)

    def within(self, paragraphs: set[int]) -> list[tuple[Token, str]]:
        """Those of some paragraphs, in the order of all."""
        return [self.all[i] for i in sorted(i for p in paragraphs for i in self._of(p))]

    def _of(self, paragraph: int) -> list[int]:
        return self._by_paragraph.get(paragraph, [])


def _ranked(reading: Reading, quarrel: Quarrel, signs: _Signs, *, main: bool) -> list[str]:
    """The actors whose forces are told of, those told of most first.

    Of one's forces beside the war a word is enough, elsewhere it takes more; of a war that is not
    the first one told only what stands beside it counts.
    """
    here = {p.head.paragraph for p in quarrel.phrases}
    weights: dict[str, int] = {}
    ids: dict[str, str] = {}
    for token, id in signs.all if main else signs.within(here):
        if _may_be(reading, id):
            mine = key(reading, id)
            weights[mine] = weights.get(mine, 0) + 1 + (token.paragraph in here)
            ids.setdefault(mine, id)
    ranked = sorted((k for k in weights if weights[k] >= _ENOUGH), key=lambda k: -weights[k])
    if any(who.is_armed_group(reading, i) for i in ids.values()):
        return [ids[k] for k in ranked]  # against a group the army as told, else its state
    return [k if reading.object(k) is not None else ids[k] for k in ranked]


def _may_be(reading: Reading, id: str) -> bool:
    return who.can_fight(reading, id) and is_firm(reading, id) and not is_civil(reading, id)


def _forces(reading: Reading, *, lone: bool) -> Iterator[tuple[Token, str]]:
    """Each word for forces with whose they are; armed groups and armies by their names.

    A group is named for much else: unless the war is the only one told, its name counts beside it.
    """
    keepers = _peacekeepers(reading)
    for token in reading.tokens:
        own = reading.entity(token)
        thing = reading.object(own) if own else None
        if own and isinstance(thing, Organisation):
            last = (
                token.i + 1 == len(reading.tokens)
                or reading.entity(reading.tokens[token.i + 1]) != own
            )
            armed = thing.kind in (OrganisationKind.MILITARY, OrganisationKind.ARMED_GROUP)
            named = lone or thing.kind is OrganisationKind.MILITARY
            if last and armed and named and own not in keepers:
                yield token, own
            continue
        if token.lemma.lower() not in lexicon.words("forces") or token.pos not in ("NOUN", "PROPN"):
            continue
        if not {c.lower for c in token.children} & _PEACE:
            for id in who.actors(reading, token):
                if id not in keepers and not id.startswith("person:"):
                    yield token, id


def _peacekeepers(reading: Reading) -> set[str]:
    """The organisations that only keep the peace."""
    return {
        i for m in reading.objects(Mission) if m.kind in _KEEPERS for i in m.leads
        if not who.is_state(reading, i)
    }  # fmt: skip
