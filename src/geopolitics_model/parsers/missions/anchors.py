"""Whether a noun stands for some mission: what must be said with it, by the table of nouns."""

from __future__ import annotations

from collections.abc import Callable

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import MissionKind
from geopolitics_model.parsers import actors as who
from geopolitics_model.parsers.missions import lexicon
from geopolitics_model.parsers.missions.phrase import SENDING, Phrase
from geopolitics_model.parsers.missions.routes import is_somewhere
from geopolitics_model.parsers.phrases import direct_objects, is_unreal, objects_of, subjects, whole
from geopolitics_model.parsers.places import where

HOSTILE = frozenset(
    "defeat destroy eliminate degrade liberate retake recapture seize capture free drive counter "
    "expel crush oust clear fight combat dislodge deliver".split()
)
LIGHT = frozenset(
    "launch dispatch conduct carry mount stage begin start open run lead undertake execute command "
    "wage "
    "commence continue resume maintain establish deploy send fly perform make respond "
    "order authorise authorize impose lay".split()
)
_PLURAL = ("NNS", "NNPS")
_STANDING = frozenset(
    "task expeditionary peacekeeping peace stabilisation stabilization intervention protection "
    "multinational naval maritime regional reaction expanded standby stand interim joint hybrid "
    "observer police security assistance support amphibious invasion african international".split()
)
_SET_UP = LIGHT | frozenset("set create form assemble dispatch establish authorise lead".split())
_WARLIKE = frozenset(
    "military bombing air aerial ground combat naval submarine encirclement pacification guerrilla "
    "counterinsurgency counter-insurgency land desert strategic".split()
)
_FLY = frozenset("conduct carry launch fly execute perform deliver".split())
_OF_TOWNS = frozenset("siege blockade bombardment storming encirclement".split())
_FIGHTERS = frozenset(
    "rebel insurgent guerrilla militant partisan separatist loyalist regular army junta".split()
)
_STRIKING = frozenset("raid assault bombardment".split())


def hold(reading: Reading, phrase: Phrase, needs: str) -> bool:
    """Whether all that `needs` asks for is there. What has a proper name needs nothing else."""
    if is_unreal(phrase.head):
        return False
    return bool(phrase.name) or _CHECKS[needs](reading, phrase)


def aims(noun: Token) -> list[Token]:
    """What it is to do: "an operation to free the city", also across "launched"."""
    found = [c for c in noun.children if c.dep in ("acl", "relcl")]
    above = noun.head
    if noun.dep == "dobj" and above.lemma in LIGHT:
        found += [
            c
            for c in above.children
            if c.dep in ("xcomp", "advcl") and c.i > noun.i and c.tag == "VB"
        ]
    return found


def _beside(noun: Token) -> set[str]:
    return {c.lower for c in noun.children if c.i < noun.i}


def _leaving(reading: Reading, phrase: Phrase) -> bool:
    """Whether an army leaves a country: "the American withdrawal from Niger"."""
    troops = any(t.lemma.lower() in lexicon.troops() for t in objects_of(phrase.head, ("of",)))
    states = any(who.is_state(reading, i) or who.is_union(reading, i) for i in phrase.leads)
    return (troops or states) and bool(phrase.places)


def _kept(reading: Reading, phrase: Phrase) -> bool:  # noqa: ARG001
    """Whether somebody has troops somewhere: "Turkey maintains a garrison there"."""
    top = whole(phrase.head)
    bodies = any(not i.startswith("person:") for i in phrase.leads)
    return bodies and (bool(phrase.places) or (top.dep == "dobj" and top.head.lemma in LIGHT))


def _taught(reading: Reading, phrase: Phrase) -> bool:
    """Whether soldiers of others are trained: "the British training of Ukrainian soldiers"."""
    pupils = objects_of(phrase.head, ("of", "for"))
    troops = any(t.lemma.lower() in lexicon.troops() for t in pupils)
    ids = [i for t in pupils for i in who.actors(reading, t)]
    bodies = any(who.is_military(reading, i) for i in ids)
    where = bool(phrase.places) and (bodies or bool(ids))
    return (troops or bodies) and (bool(phrase.leads) or where)


def _any(reading: Reading, phrase: Phrase) -> bool:  # noqa: ARG001
    return True


def _union(reading: Reading, phrase: Phrase) -> bool:
    return any(who.is_union(reading, i) for i in phrase.leads)


def _owner(reading: Reading, phrase: Phrase) -> bool:
    noun = phrase.head
    told = bool(_beside(noun) & set(lexicon.kinds()))
    if noun.lemma in SENDING and (sent := _sent(noun)):
        return any(_is_given(reading, t) for t in sent) or bool(phrase.places)
    anyones = any(c.dep == "poss" and c.pos in ("NOUN", "PROPN") for c in noun.children)
    if anyones and noun.lemma in ("mission", "operation", "deployment", "offensive"):
        return True
    if any(who.is_armed_group(reading, i) for i in phrase.targets):
        return True
    if _is_launched(noun) or _is_counted(noun) or _is_of_town(noun) or _is_begun(noun):
        return True
    if noun.lemma in _STRIKING and not phrase.leads:
        return False
    joined = noun.i > 0 and reading.tokens[noun.i - 1].text in ("-", "‑")  # "counter-offensive"
    certain = joined or any(c.dep in ("det", "amod", "compound", "poss") for c in noun.children)
    where = bool(phrase.places) or (phrase.is_event and is_somewhere(reading, noun))
    anchored = bool(phrase.leads) or (where and certain)
    return anchored or (told and (phrase.definite or anyones))


def _is_begun(noun: Token) -> bool:
    """Whether it is told to begin, or troops are gathered for it: "an airlift begun in May"."""
    above = noun.head
    if noun.dep == "nsubj" and _opens(above) and not any(c.dep == "dobj" for c in above.children):
        return True
    if any(c.dep in ("acl", "relcl") and c.lemma in _BEGUN for c in noun.children):
        return True
    ready = noun.dep == "pobj" and above.lower in ("for", "in", "into") and above.head.pos == "VERB"
    sent = direct_objects(above.head) if ready else []
    return any(t.lemma.lower() in lexicon.troops() for t in sent)


_BEGUN = frozenset("begin launch start mount open stage unleash initiate undertake".split())


def _is_of_town(noun: Token) -> bool:
    """Whether it is of a town, even of one that the tables do not know: "the siege of X"."""
    towns = objects_of(noun, ("of",)) if noun.lemma in _OF_TOWNS else []
    return any(t.pos == "PROPN" for t in towns)


def _is_counted(noun: Token) -> bool:
    """Whether it is told how many go with it: "an expedition of 5,000 men", "60,000 strong"."""
    men = [t for t in objects_of(noun, ("of",)) if t.lemma.lower() in lexicon.people()]
    if any(c.dep == "nummod" for t in men for c in t.children):
        return True
    return any(c.lower == "strong" and c.i > noun.i for c in noun.children)


def _sent(noun: Token) -> list[Token]:
    """The troops that are sent: "the deployment of 600 soldiers"."""
    troops = lexicon.troops() | {"force"}
    return [t for t in objects_of(noun, ("of",)) if t.lemma.lower() in troops]


def _is_given(reading: Reading, troops: Token) -> bool:
    """Whether it is said how many they are, or whose."""
    return any(c.dep == "nummod" for c in troops.children) or bool(who.actors(reading, troops))


def _is_launched(noun: Token) -> bool:
    """Whether troops that have no name launch it: "rebel forces launched an offensive"."""
    top = whole(noun)
    if top.dep != "dobj" or top.head.lemma not in LIGHT:
        return False
    troops = lexicon.troops() | _FIGHTERS
    return any(t.lemma.lower() in troops for t in subjects(top.head))


def _opens(verb: Token) -> bool:
    return verb.lemma in ("begin", "start", "open")


def _military(reading: Reading, phrase: Phrase) -> bool:
    armed = _beside(phrase.head) & _WARLIKE
    if armed and phrase.head.dep == "nsubj" and _opens(phrase.head.head):
        return True
    return (
        _is_launched(phrase.head)
        or _is_invading(reading, phrase)
        or any(c.lemma in HOSTILE for c in aims(phrase.head))
        or any(who.can_fight(reading, i) for i in phrase.targets)
        or (bool(armed) and bool(phrase.leads or phrase.places))
    )


def _is_invading(reading: Reading, phrase: Phrase) -> bool:
    """Whether somebody's campaign is against a place: "Grant's campaign against Vicksburg"."""
    against = objects_of(phrase.head, ("against", "into"))
    return bool(phrase.leads) and any(where(reading, t) is not None for t in against)


def _force(reading: Reading, phrase: Phrase) -> bool:
    noun = phrase.head
    regular = any(
        not (who.is_armed_group(reading, i) or i.startswith("person:")) for i in phrase.leads
    )
    top = whole(noun)
    launched = top.dep == "dobj" and top.head.lemma in LIGHT and not phrase.leads
    return (regular or launched) and bool(phrase.places or phrase.targets)


def _air(reading: Reading, phrase: Phrase) -> bool:  # noqa: ARG001
    armed = bool(_beside(phrase.head) & {"air", "aerial", "missile", "drone"})
    several = phrase.head.tag in _PLURAL
    top = whole(phrase.head)
    flown = top.dep in ("dobj", "nsubjpass") and top.head.lemma in _FLY
    return several and bool(phrase.leads) and (armed or flown or bool(phrase.targets))


def _plural(reading: Reading, phrase: Phrase) -> bool:  # noqa: ARG001
    someones = any(c.dep in ("poss", "compound", "amod") for c in phrase.head.children)
    whose = bool(phrase.leads) or someones
    return phrase.head.tag in _PLURAL and whose and bool(phrase.places or phrase.targets)


def _police(reading: Reading, phrase: Phrase) -> bool:  # noqa: ARG001
    return "police" in _beside(phrase.head)


def _troop(reading: Reading, phrase: Phrase) -> bool:  # noqa: ARG001
    before = {c.lemma.lower() for c in phrase.head.children if c.i < phrase.head.i}
    return bool(before & {"troop", "military", "force", "soldier"})


def _strength(reading: Reading, phrase: Phrase) -> bool:
    noun = phrase.head
    near = [t for t in noun.subtree() if t.i < noun.i]
    if any(c.dep in ("nummod", "amod") and c.text[:1].isdigit() for c in near if not _is_year(c)):
        return True
    bodies = noun.lower in ("force", "contingent")
    if bodies and any(t.pos == "NUM" for t in objects_of(noun, ("of",))):
        return True  # "a force of 8,000"
    if bodies and _beside(noun) & _STANDING:
        top = whole(noun)
        made = top.dep in ("dobj", "nsubjpass") and top.head.lemma in _SET_UP
        return made or bool(phrase.leads and phrase.places)
    known = phrase.definite and noun.lower == "force"  # "the UN force", not "UN forces"
    return bodies and _union(reading, phrase) and (known or bool(phrase.places))


def _tasked(reading: Reading, phrase: Phrase) -> bool:
    """Whether a state, union or army sends men to watch or train: "a British training team".

    A "London-based monitoring group" is nobody's.
    """
    beside = _beside(phrase.head)
    kinds = {lexicon.kinds().get(word) for word in beside}
    based = any(t.lower == "based" for t in phrase.head.subtree())
    sent = any(who.is_state(reading, i) or who.is_union(reading, i) for i in phrase.leads)
    return bool(kinds & _WATCHING) and (sent or "military" in beside) and not based


_WATCHING = frozenset((MissionKind.OBSERVATION, MissionKind.TRAINING, MissionKind.PEACEKEEPING))


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == 4


_CHECKS: dict[str, Callable[[Reading, Phrase], bool]] = {
    "any": _any,
    "union": _union,
    "owner": _owner,
    "military": _military,
    "force": _force,
    "air": _air,
    "plural": _plural,
    "police": _police,
    "troop": _troop,
    "strength": _strength,
    "leaving": _leaving,
    "taught": _taught,
    "kept": _kept,
    "tasked": _tasked,
}
"""The values of the column `needs` of `data/nouns.csv`."""
