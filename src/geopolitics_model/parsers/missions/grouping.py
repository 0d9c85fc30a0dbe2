"""One mission, however it is named."""

from __future__ import annotations

from bisect import bisect_right, insort

import attrs

from geopolitics_model import knowledge
from geopolitics_model.language import Reading
from geopolitics_model.model import MissionKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions import titles
from geopolitics_model.parsers.missions.phrase import Phrase, is_inside

_SAME_THING = (
    frozenset(
        "offensive counter-offensive counteroffensive attack assault push drive raid invasion "
        "advance march expedition invade storm".split()
    ),
    frozenset("landing land invasion disembark disembarkation come go put".split()),
    frozenset("counterattack counter-attack counteroffensive".split()),
    frozenset("siege besiege blockade".split()),
    frozenset("occupation occupy".split()),
    frozenset("intervention intervene".split()),
    frozenset("withdrawal withdraw leave pull".split()),
    frozenset("operation campaign mission effort liberation".split()),
    frozenset("force mission contingent peacekeeper deployment deploy".split()),
    frozenset("strike airstrike".split()),
)

_PERSONS = frozenset("peacekeeper observer monitor inspector".split())
_SENT = ("dobj", "nsubjpass", "nsubj")
_ANY_TASK = frozenset("mission operation campaign deployment".split())
_STRIKES = frozenset("strike airstrike sortie".split())
_ANOTHER = frozenset("second third fourth another new next renewed final last further".split())
_LEAVE = frozenset("leave withdraw pull".split())
_BODIES = frozenset("force contingent".split())
_ALIKE = 3.0
"""The agreement of "the offensive" with an offensive told before."""
_SHORTLY = 2
"""Sentences between what is told and its code name."""
_NEAREST = 20
_LATEST = 200
"""Missions last begun that a phrase may speak of; an article has a handful."""


@attrs.define(eq=False)
class Task:
    """Phrases about one mission.

    `known`: the id of the tables, if a phrase names one; `kinds`: those of all phrases.
    """

    phrases: list[Phrase] = attrs.field(factory=list)
    known: str | None = None
    kinds: set[MissionKind] = attrs.field(factory=set)
    _names: dict[str, None] = attrs.field(factory=dict)
    _ids: dict[str, dict[str, None]] = attrs.field(
        factory=lambda: {"leads": {}, "places": {}, "targets": {}}
    )
    _line: list[Phrase] = attrs.field(factory=list)

    def add(self, phrase: Phrase) -> None:
        """Note that a phrase speaks of it."""
        self.phrases.append(phrase)
        insort(self._line, phrase, key=_position)
        self.known = self.known or phrase.known
        self.kinds.add(phrase.kind)
        if phrase.name:
            self._names.setdefault(phrase.name)
        for field, ids in self._ids.items():
            ids.update(dict.fromkeys(getattr(phrase, field)))

    @property
    def names(self) -> tuple[str, ...]:
        """The proper names, in the order of the text."""
        return tuple(self._names)

    def all_of(self, field: str) -> tuple[str, ...]:
        """The ids in a field of all phrases, once each."""
        return tuple(self._ids[field])

    def around(self, phrase: Phrase) -> list[Phrase]:
        """Its phrases nearest to one, on either side; more of them would cost quadratic time."""
        i = bisect_right(self._line, _position(phrase), key=_position)
        return self._line[max(0, i - _NEAREST) : i + _NEAREST]


def _position(phrase: Phrase) -> int:
    return phrase.head.i


def group(reading: Reading, phrases: list[Phrase]) -> list[Task]:
    """The missions that phrases speak of, in the order in which they come up."""
    tasks: list[Task] = []
    for phrase in sorted(phrases, key=_firmness):
        best = max(tasks[-_LATEST:], key=lambda t: _agreement(reading, phrase, t), default=None)
        if best is not None and _agreement(reading, phrase, best)[0] > 0:
            best.add(phrase)
            _join_named(reading, phrase, best, tasks)
        elif phrase.anchored:
            tasks.append(Task())
            tasks[-1].add(phrase)
    _merge_parts(reading, tasks)
    _merge_dubbed(reading, tasks)
    tasks.sort(key=lambda t: min(p.head.i for p in t.phrases))
    return tasks


def _join_named(reading: Reading, phrase: Phrase, named: Task, tasks: list[Task]) -> None:
    """ "The campaign, code-named X": what was told as a campaign before is X."""
    if phrase.anchored or not phrase.definite or not named.names:
        return
    if not any(titles.is_title(reading, n, phrase) for n in named.around(phrase) if n.name):
        return
    for told in [t for t in tasks[-_LATEST:] if t is not named and not t.names]:
        if _agreement(reading, phrase, told)[0] == _ALIKE:
            for other in told.phrases:
                named.add(other)
            tasks.remove(told)
            return


def _firmness(phrase: Phrase) -> tuple[bool, bool, bool, int]:
    """Named phrases first, those that lean on others last."""
    return not phrase.name, phrase.refers is not None, not phrase.anchored, phrase.head.i


def _merge_parts(reading: Reading, tasks: list[Task]) -> None:
    """Join what the text says is part of a named mission: "strikes as part of Operation X"."""
    parts: dict[int, dict[int, Task]] = {}
    for task in tasks:
        for phrase in () if task.names else task.phrases:
            parts.setdefault(phrase.head.sentence, {})[id(task)] = task
    joined: set[int] = set()
    for whole in [t for t in tasks if t.names]:
        for name in [p for p in whole.phrases if p.name]:
            for part in parts.get(name.head.sentence, {}).values():
                here = [p for p in part.phrases if p.head.sentence == name.head.sentence]
                if id(part) not in joined and any(_is_part(reading, p, name) for p in here):
                    joined.add(id(part))
                    for phrase in part.phrases:
                        whole.add(phrase)
    tasks[:] = [task for task in tasks if id(task) not in joined]


def _merge_dubbed(reading: Reading, tasks: list[Task]) -> None:
    """ "The landing, code-named X" is the landing that the sentences before tell of."""
    told: dict[int, list[tuple[Phrase, Task]]] = {}
    for task in tasks:
        for phrase in () if task.names else task.phrases:
            told.setdefault(phrase.head.sentence, []).append((phrase, task))
    joined: set[int] = set()
    for task in [t for t in tasks if t.names and not t.known]:
        first = min(task.phrases, key=_position)
        if not (first.definite and first.name) or first.head.text in first.name.split():
            continue
        last = first.head.sentence
        near = [e for n in range(last - _SHORTLY, last + 1) for e in told.get(n, ())]
        earlier = [
            t
            for phrase, t in sorted(near, key=lambda e: _position(e[0]))
            if phrase.head.i < first.head.i and id(t) not in joined
            and _alike(first, phrase) and not _contradict(reading, first, t)
        ]  # fmt: skip
        for whole in earlier[-1:]:
            joined.add(id(whole))
            for phrase in whole.phrases:
                task.add(phrase)
    tasks[:] = [task for task in tasks if id(task) not in joined]


def _is_part(reading: Reading, phrase: Phrase, name: Phrase) -> bool:
    """Whether a sentence says "as part of", "in support of" or "under" right before the name."""
    start = phrase.head.i + 1 if phrase.verbal else phrase.end
    if phrase.head.sentence != name.head.sentence or not start <= name.start:
        return False
    between = [t.lower for t in reading.tokens[start : name.start]]
    near = between[-4:]
    under = "under" in between[-3:] and (phrase.verbal or len(between) < 12)
    named = "as" in near and bool({"known", "dubbed", "named", "called"} & set(near))
    inside = is_inside(phrase, name)
    return "part" in near or "support" in near or under or named or inside


def _agreement(reading: Reading, phrase: Phrase, task: Task) -> tuple[float, int]:
    """How well a phrase fits a mission (0: not at all), and how near it was spoken of."""
    if phrase.refers is not None and (phrase.refers in task.phrases or not phrase.verbal):
        return (5.0 if phrase.refers in task.phrases else 0.0), 0
    near = task.around(phrase)
    before = [p.head.i for p in near if p.head.i <= phrase.head.i]
    nearness = max(before, default=-1)
    if phrase.known or phrase.name:
        same = (phrase.known and phrase.known == task.known) or (
            phrase.name and any(titles.is_same_name(phrase.name, n) for n in task.names)
        )
        return (5.0 if same else _in_apposition(reading, phrase, task)), nearness
    if any(_is_one_act(phrase, other) or _is_one_act(other, phrase) for other in near):
        return 5.0, nearness
    if any(titles.is_its_deed(phrase, other) for other in near):
        return 5.0, nearness
    if phrase.verbal and not phrase.anchored:
        mine = {_lead_key(reading, i) for i in phrase.leads}
        theirs = {_lead_key(reading, i) for i in task.all_of("leads")}
        return (2.5 if before and mine & theirs else 0.0), nearness
    if task.known and _fits_tables(reading, phrase, task.known):
        return 4.0, nearness
    if _in_apposition(reading, phrase, task):
        return 4.0, nearness
    if _contradict(reading, phrase, task):
        return 0.0, nearness
    if phrase.definite and before and (not phrase.anchored or not phrase.places):
        alike = any(_alike(phrase, p) for p in near)
        if alike or (not phrase.anchored and _is_any(phrase, task)):
            return _ALIKE if alike else 1.0, nearness
    if _is_theirs(reading, phrase, task):
        return 2.5, nearness
    if not phrase.anchored:
        return 0.0, nearness
    return _same_facts(reading, phrase, task), nearness


def _is_one_act(phrase: Phrase, whole: Phrase) -> bool:
    """Whether a phrase is what is sent, the end or the means: "sent troops to attack the port"."""
    above = phrase.head.head
    if whole.verbal and above is whole.head and phrase.head.dep in _SENT:
        return True
    if above.lower == "of" and above.head is whole.head and phrase.head.lemma in _PERSONS:
        return True  # "a mission of seventy observers"
    if phrase.verbal and whole.verbal:
        same = phrase.head.dep == "conj" and phrase.kind is whole.kind is MissionKind.TRAINING
        aim = phrase.head.dep in ("xcomp", "advcl") and phrase.head.tag == "VB"
        if whole.start <= phrase.head.i < whole.end and phrase.head is not whole.head:
            return not phrase.leads or bool(set(phrase.leads) & set(whole.leads))
        return (above is whole.head and (same or aim)) or _is_task_of(phrase, whole)
    stands_for = phrase.head.dep == "pobj" and above.lower in ("for", "on")
    return (
        whole.verbal
        and stands_for
        and above.head is whole.head
        and not phrase.is_event
        and not phrase.name
    )


def _is_task_of(phrase: Phrase, whole: Phrase) -> bool:
    """Whether those who are sent do it where they are: "are in Somalia, where they train X"."""
    first = phrase.head
    while first.dep == "conj" and not first.is_root:
        first = first.head
    inside = first.dep == "relcl" and whole.start <= first.head.i <= whole.head.right
    training = phrase.kind is MissionKind.TRAINING and whole.head.i < phrase.head.i
    return training and inside and any(c.lower == "they" for c in first.children)


def _is_any(phrase: Phrase, task: Task) -> bool:
    """Whether "the mission", or "the force" of one that keeps the peace or trains, may be it."""
    before = [c for c in phrase.head.children if c.i < phrase.head.i]
    if any(c.text[:1].isupper() and c.dep in ("amod", "compound", "nmod") for c in before):
        return False  # "the Angolan mission" is the one before only if more is told
    standing = MissionKind.COMBAT not in task.kinds
    return phrase.head.lemma in _ANY_TASK or (standing and phrase.head.lemma in _BODIES)


def _in_apposition(reading: Reading, phrase: Phrase, task: Task) -> float:
    """ "Operation X, the operation to ...": side by side, one names the other."""
    for other in task.around(phrase):
        if titles.is_title(reading, phrase, other) or titles.is_title(reading, other, phrase):
            return 4.0
        agent = other.head.dep == "pobj" and other.head.head.lower == "by"
        inside = phrase.start <= other.head.i < phrase.end and not agent
        if inside and phrase.head.lemma in _ANY_TASK and other.name:
            return 4.0
    return 0.0


def _fits_tables(reading: Reading, phrase: Phrase, known: str) -> bool:
    """Whether a description agrees with what the tables say of a mission named in the article."""
    thing = knowledge.get(known)
    if thing is None or not (phrase.leads and phrase.places) or phrase.verbal:
        return False
    countries = {who.country_of(reading, i) or i for i in phrase.places}
    leads = {*thing.leads} if hasattr(thing, "leads") else set()
    places = {*thing.places} if hasattr(thing, "places") else set()
    vague = phrase.kind is MissionKind.OTHER or phrase.head.lemma in _ANY_TASK
    alike = vague or phrase.kind is getattr(thing, "kind", None)
    return bool(leads & set(phrase.leads)) and bool(countries & places) and alike


def _alike(phrase: Phrase, other: Phrase) -> bool:
    a, b = phrase.head.lemma.lower(), other.head.lemma.lower()
    return a == b or any(a in words and b in words for words in _SAME_THING)


def _contradict(reading: Reading, phrase: Phrase, task: Task) -> bool:
    """Whether leads or places tell them apart."""
    mine = {_lead_key(reading, i) for i in phrase.leads}
    theirs = {_lead_key(reading, i) for i in task.all_of("leads")}
    if mine and theirs and not mine & theirs:
        return True
    if phrase.kind not in task.kinds and MissionKind.OTHER not in (phrase.kind, *task.kinds):
        return True
    here, there = set(phrase.places), set(task.all_of("places"))
    event = phrase.is_event and any(p.is_event for p in task.around(phrase))
    return bool(event and here and there and not here & there)


def _is_theirs(reading: Reading, phrase: Phrase, task: Task) -> bool:
    """Whether "its mission" is what the same sentence tells of the same lead."""
    own = any(c.tag == "PRP$" for c in phrase.head.children)
    if not own or phrase.head.lemma not in _ANY_TASK | _BODIES | _PERSONS:
        return False
    mine = {_lead_key(reading, i) for i in phrase.leads}
    return any(
        p.head.sentence == phrase.head.sentence
        and p.head.i < phrase.head.i
        and mine & {_lead_key(reading, i) for i in p.leads}
        for p in task.around(phrase)
    )


def _goes_on(reading: Reading, phrase: Phrase, task: Task) -> bool:
    """Whether a movement is a step of the push told in the same paragraph: same army, no break."""
    if not (phrase.verbal and phrase.leads):
        return False
    mine = {_lead_key(reading, i) for i in phrase.leads}
    for other in task.around(phrase):
        theirs = {_lead_key(reading, i) for i in other.leads}
        if other.is_event and other.head.paragraph == phrase.head.paragraph and mine & theirs:
            return True
    return False


def _is_told_again(reading: Reading, phrase: Phrase, task: Task) -> bool:
    """Whether "Lee's invasion of the North" is the invasion told before, not a second one."""
    words = {c.lower for c in phrase.head.children}
    whose = any(c.dep == "poss" for c in phrase.head.children)
    if phrase.verbal or not whose or words & _ANOTHER:
        return False
    before = [p for p in task.around(phrase) if p.head.i < phrase.head.i and _alike(phrase, p)]
    mine = {_lead_key(reading, i) for i in phrase.leads}
    theirs = {_lead_key(reading, i) for i in task.all_of("leads")}
    places = set(phrase.places) & set(task.all_of("places"))
    return bool(before and places and (mine & theirs or not theirs))


def _same_country(reading: Reading, phrase: Phrase, task: Task) -> bool:
    here = {who.country_of(reading, i) or i for i in phrase.places}
    return bool(here & {who.country_of(reading, i) or i for i in task.all_of("places")})


def _lead_key(reading: Reading, id: str) -> str:
    return (who.country_of(reading, id) or id) if who.is_state(reading, id) else id


def _same_facts(reading: Reading, phrase: Phrase, task: Task) -> float:
    """Two descriptions are one mission if lead and target, or lead and place, are the same."""
    if phrase.is_event and not phrase.definite and phrase.head.lemma not in _LEAVE:
        if _is_told_again(reading, phrase, task):
            return 2.5
        return 2.0 if _goes_on(reading, phrase, task) else 0.0
    mine = {_lead_key(reading, i) for i in phrase.leads}
    theirs = {_lead_key(reading, i) for i in task.all_of("leads")}
    leads = not mine or not theirs or bool(mine & theirs)
    places = bool(set(phrase.places) & set(task.all_of("places")))
    targets = bool(set(phrase.targets) & set(task.all_of("targets")))
    if targets and leads:
        return 2.0
    if mine & theirs and phrase.head.lemma in _STRIKES and _alike(phrase, task.phrases[-1]):
        return 2.0  # the strikes of one day and another are one campaign
    if mine & theirs and phrase.head.lemma in _LEAVE and _same_country(reading, phrase, task):
        return 2.5
    if places and (not mine or not theirs) and _alike(phrase, task.phrases[0]):
        return 2.0
    return 2.0 if leads and places and mine and theirs else 0.0
