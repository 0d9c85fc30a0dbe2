"""How a text gives a mission its name: "a force of 900, KFOR", "known as Operation X"."""

from __future__ import annotations

from geopolitics_model.language import Reading
from geopolitics_model.model import MissionKind
from geopolitics_model.parsers.missions.phrase import Phrase
from geopolitics_model.parsers.phrases import subjects

_CALLED = frozenset("name call dub codename code-name title know".split())
_CLAUSE = 25
"""Words back from a name in brackets to the verb or noun that it names."""
_PLAIN = frozenset(("operation", "exercise", "the"))
_ACRONYM = 4
"""Letters from which a name in capitals stands for itself whatever follows it."""


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are one: "Operation Lightning Hammer" and "Lightning Hammer"; "EUNAVFOR"
    and "EUNAVFOR Med".
    """
    a, b = sorted((_telling(one), _telling(other)), key=len)
    if a == b:
        return True
    short = "".join(a)
    return bool(a) and b[: len(a)] == a and short.isupper() and len(short) >= _ACRONYM


def _telling(name: str) -> list[str]:
    """The words of a name without those that all have; in small letters unless an acronym."""
    words = [w for w in name.split() if w.lower() not in _PLAIN]
    return [w if w.isupper() else w.lower() for w in words]


def is_title(reading: Reading, name: Phrase, noun: Phrase) -> bool:
    """Whether one stands beside the other as its name: "a force of 900, KFOR", "code-named X"."""
    if _is_bracketed(name, noun) or _is_set_off(reading, name, noun):
        return True
    if _is_short(reading, name, noun):
        return True
    if name.head.dep == "appos":
        above = name.head.head
        return above is noun.head or (above.dep == "pobj" and above.head.head is noun.head)
    called = name.head.head
    if called.lower == "as" and name.head.dep == "pobj":
        called = called.head  # "known as X"
    return (
        name.name is not None
        and called.lemma.lower() in _CALLED
        and called.dep == "acl"
        and (called.head is noun.head or _is_within(noun, called.head.i))
    )


def _is_within(noun: Phrase, at: int) -> bool:
    return not noun.verbal and noun.head.i <= at < noun.end


def _is_bracketed(name: Phrase, told: Phrase) -> bool:
    """Whether the name in brackets closes what is told: "stormed the port (Operation X)"."""
    near = name.start - _CLAUSE <= told.head.i < name.start
    return name.bracketed and not told.name and near and told.head.sentence == name.head.sentence


def _is_short(reading: Reading, name: Phrase, noun: Phrase) -> bool:
    """Whether one is the other's short name in brackets: "the Training Mission (EUTM Mali)"."""
    if name.name is None or noun.verbal or noun.head.i >= name.start:
        return False
    opened = name.start > 0 and reading.tokens[name.start - 1].text == "("
    return opened and name.start - 1 <= noun.end <= name.end + 1


def _is_set_off(reading: Reading, name: Phrase, noun: Phrase) -> bool:
    """Whether commas set one off behind the other, and no list goes on: "EULEX, a mission of"."""
    if name.name is None or noun.name is not None or noun.verbal:
        return False
    first, last = sorted((name, noun), key=lambda p: p.start)
    if last.start - first.end != 1 or reading.tokens[first.end].text != ",":
        return False
    listed = last is noun and reading.tokens[noun.start].pos != "DET"
    after = reading.tokens[last.end : last.end + 2]
    goes_on = any(t.lower in ("and", "or") for t in after)
    return not listed and not goes_on and first.head.sentence == last.head.sentence


def is_its_deed(deed: Phrase, name: Phrase) -> bool:
    """Whether a named mission is who sends, keeps or trains: "UNSCOB kept teams in Epirus"."""
    if not deed.verbal or name.name is None or deed.kind is MissionKind.COMBAT:
        return False
    doers = subjects(deed.head)
    return any(name.head is d or (name.head.dep == "appos" and name.head.head is d) for d in doers)
