"""The mention component's names, without what its small network cannot tell from a name.

Eras, weapons, operations and things that are called by their initials stand in capitals
like names; offices and ranks stand before names; common nouns follow them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from geopolitics_model import knowledge
from geopolitics_model.language import Reading, Token
from geopolitics_model.language.mention_tagger import is_a_person
from geopolitics_model.parsers.entities.headlines import Headlines
from geopolitics_model.parsers.entities.lexicon import (
    PEERS,
    event_nouns,
    factions,
    honorifics,
    organisation_nouns,
    peoples,
)
from geopolitics_model.parsers.entities.surface import Surface
from geopolitics_model.parsers.times.lexicon import WEEKDAYS

_COMMON = ("NOUN", "ADJ")
_DETERMINERS = frozenset(("the", "a", "an"))
_POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
_ATTRIBUTIVE = frozenset(("compound", "amod", "nmod", "poss"))
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_COLLECTIVE = frozenset(("military", "armed_group", "party"))
_PLURAL_NAMES = ("NNPS", "NNS")
_SMALL = frozenset(("a", "an", "and", "for", "in", "of", "on", "the"))
_CONFESSIONS = frozenset(("catholic", "catholics", "orthodox"))
_CREEDS = ("ism", "isms", "phobia")
_PEOPLES = ("ans", "enes", "ines", "ites")
_ROMAN = re.compile(r"[IVXL]+")
_CHAPTERS = frozenset(
    ("annex", "article", "chapter", "part", "phase", "section", "title", "volume")
)
_ERAS = frozenset(("bc", "ad", "bce", "ce", "b.c.", "a.d.", "b.c", "a.d"))
_CODENAMES = frozenset(("operation", "operations", "codename", "codenamed", "code-named"))
_OFFICES = frozenset(("bureau", "department", "directorate", "ministry", "office"))
_DESIGNATION = re.compile(r"[A-Z][A-Za-z]{0,3}-\d+[A-Za-z]*|\d+s?|[A-Z]+-?\d+-[A-Z\d]+")
"""Types of weapons and vehicles ("AK-47", "F-16C", "T-34s"), and numbers by themselves."""


def names(reading: Reading, known: Sequence[Surface]) -> list[Surface]:
    """What the component found, trimmed to the name, without what is no name of anybody.

    `known` are the tables' names in the same text: what they know is not doubted.
    """
    cleaner = _Cleaner(reading, known)
    found = (cleaner.surface(name.start, name.end, name.label) for name in reading.names)
    return [surface for surface in found if surface is not None]


class _Cleaner:
    """The rules, with what the whole text tells about single words."""

    def __init__(self, reading: Reading, known: Sequence[Surface]) -> None:
        self._tokens = reading.tokens
        self._headlines = Headlines(reading)
        self._initials = common_initials(reading.tokens)
        self._national = {s.last - 1 for s in known if s.adjectival}
        self._listed = {i for s in known for i in range(s.first, s.last)}
        self._owners = {i for s in known if s.label == "place" for i in range(s.first, s.last)}
        self._persons = {s.last: s.first for s in known if s.label == "person"}
        self._given: dict[str, set[str]] = {}
        for n in reading.names:
            if n.label == "person" and n.end - n.start > 1:
                surname = self._tokens[n.end - 1].lower
                self._given.setdefault(surname, set()).add(self._tokens[n.start].lower)
        self._surnames = self._given.keys()
        self._acting = {
            self._tokens[n.end - 1].lower
            for n in reading.names
            if n.label == "organisation" and self._tokens[n.end - 1].dep not in _ATTRIBUTIVE
        }

    def surface(self, first: int, last: int, label: str) -> Surface | None:
        """One name of the component, or `None` if it is none."""
        first, last = self._trimmed(first, last)
        if first >= last:
            return None
        if label == "organisation":
            first, last = self._trimmed(self._after_owner(first, last), last)
            first, last = self._after_people(first, last), self._portfolio(first, last)
        elif label == "person":
            first = self._after_opening(first, last)
        if label == "person":
            first, last = self._headlines.person(self._after_rank(first, last), last)
        if label == "organisation" and first < last and self._is_office(first, last):
            return None
        core = self._core(first, last)
        if first >= core or core - 1 in self._national:
            return None
        if core < last:
            return self._described(first, core, last, label)
        words = self._tokens[first:last]
        lower = [w.lower for w in words]
        if self._is_common(words, label) or _is_event(lower, label) or _is_numbered(lower):
            return None
        if len(words) == 1 and self._is_people(words[0], label):
            return None
        if self._is_thing(first, last) or self._is_region(first, last, label):
            return None
        if label == "organisation" and first and _ORDINAL.fullmatch(self._tokens[first - 1].text):
            first -= 1
        return Surface(first, last, label, trained=True)

    def _trimmed(self, first: int, last: int) -> tuple[int, int]:
        tokens = self._tokens
        for i in range(first + 1, last):
            if tokens[i].sentence != tokens[first].sentence:
                last = i
                break
        while first < last and (
            tokens[first].lower in _DETERMINERS
            or not any(c.isalnum() for c in tokens[first].text)
            or (tokens[first].pos == "ADJ" and tokens[first].text.islower())
            or tokens[first].lower in _ERAS
        ):
            first += 1
        while first < last and (
            tokens[last - 1].text in _POSSESSIVES or tokens[last - 1].lower in _ERAS
        ):
            last -= 1
        if last - first > 2 and _is_time(tokens[last - 2], tokens[last - 1]):
            last -= 2
        return first, last

    def _core(self, first: int, last: int) -> int:
        """The end of a name without the common nouns after it ("Obama administration")."""
        tokens = self._tokens
        while (
            last - first > 1 and tokens[last - 1].pos in _COMMON and tokens[last - 1].text.islower()
        ):
            last -= 1
        while last - first > 1 and tokens[last - 1].lower in _SMALL:
            last -= 1
        return last

    def _after_owner(self, first: int, last: int) -> int:
        """ "Lee's Army of Northern Virginia", "Germany's Bundestag": the owner is no part of it."""
        for i in range(first + 1, last - 1):
            if self._tokens[i].text in _POSSESSIVES:
                owner = self._tokens[i - 1]
                named = owner.lower in self._surnames or bool(knowledge.surname(owner.text))
                if i - 1 in self._owners or (named and i - first <= 2):
                    return i + 1
        return first

    def _after_people(self, first: int, last: int) -> int:
        """ "Iraqi, Coalition troops": a list of owners, of which the name is the last."""
        comma = last - first > 2 and self._tokens[first + 1].text == ","
        return first + 2 if comma and first in self._national else first

    def _portfolio(self, first: int, last: int) -> int:
        """ "Ministry", of a "Ministry of Defence": what it is for belongs to the name."""
        tokens = self._tokens
        noun = tokens[first].lower in _OFFICES and last - first == 1
        if not noun or last + 1 >= len(tokens) or tokens[last].lower != "of":
            return last
        end = last + 1
        while end < len(tokens) and tokens[end].text[0].isupper() and tokens[end].pos == "PROPN":
            end += 1
        return end if end > last + 1 else last

    def _after_opening(self, first: int, last: int) -> int:
        """ "Longtime Clinton aides": a word with a capital only for it opens the sentence."""
        tokens = self._tokens
        opens = first == 0 or tokens[first - 1].sentence != tokens[first].sentence
        given = self._given.get(tokens[last - 1].lower, set())
        surname = last - first == 2 and bool(given - {tokens[first].lower})
        known = is_a_person(tokens[first].text) or first in self._listed
        return first + 1 if opens and surname and not known else first

    def _after_rank(self, first: int, last: int) -> int:
        """ "Emperor Bao Dai", "Gen. Hale": ranks and forms of address are no part of a name.

        "The Duke of Beaufort" goes by his title, inside of what the component found or before it;
        "the King of Prussia" is an office.
        """
        tokens = self._tokens
        start = max(first, self._persons.get(last, first))
        while start < last and (words := _rank(tokens[start:last])):
            start += words
        if last - start == 1 and len(tokens[start].text) == 1:
            return first  # "Gen Z"
        if start == last and all(t.text.endswith(".") for t in tokens[first:last]):
            return last
        if start and start < last and tokens[start].lower == "of":
            return start - 1 if tokens[start - 1].lower in PEERS else last
        return start if start < last else first

    def _described(self, first: int, core: int, last: int, label: str) -> Surface:
        """ "Obama administration" is a person's, "Tawhid brigade" a name with its common noun."""
        noun = organisation_nouns().get(self._tokens[core].lower)
        body = Surface(first, core, label, trained=True)
        if label != "organisation" or noun is None or self._listed & set(range(first, core)):
            return body
        word = self._tokens[core - 1]
        if noun.canonical == "government":
            if word.lower in self._surnames or knowledge.surname(word.text):
                return Surface(first, core, "person", trained=True)
            return Surface(first, core + 1, label, trained=True)
        if not noun.described and noun.kind not in _COLLECTIVE:
            return body
        if word.lower in self._acting or word.lower in organisation_nouns():
            return body
        return Surface(first, last if self._is_body(last - 1) else core + 1, label, trained=True)

    def _is_body(self, i: int) -> bool:
        noun = organisation_nouns().get(self._tokens[i].lower)
        return noun is not None and noun.described

    def _is_common(self, words: Sequence[Token], label: str) -> bool:
        """Plurals that only a sentence's start capitalises, peoples, and abbreviated ranks."""
        only = words[0]
        if words[-1].lower in _CONFESSIONS and len(words) < 3:
            return True
        if _is_joint("".join(w.text for w in words)):
            return True
        if len(words) > 1 or only.i in self._listed:
            return False
        if only.lower.endswith(_CREEDS):
            return True
        if only.lower in honorifics() or only.lower + "." in honorifics():
            return True
        if label == "person" and only.tag.startswith("JJ") and only.dep == "amod":
            return True
        people = label == "person" and only.tag in _PLURAL_NAMES
        if people and only.lower not in self._surnames and self._before(only.i) not in honorifics():
            return only.lower.endswith("s")
        return only.tag == "NNS" and not only.text.isupper()

    def _is_office(self, first: int, last: int) -> bool:
        """ "The High Representative" is an office, "Foreign Ministers of Chad" are several,
        "coast guard" is a state's, if it is told whose.
        """
        text = " ".join(t.text for t in self._tokens[first:last])
        many = text.split(" of ")[0]
        if many.endswith("s") and knowledge.title(many.removesuffix("s")):
            return first not in self._listed
        if self._listed & set(range(first, last)):
            return False
        common = self._tokens[last - 1].text.islower() and text.lower() in organisation_nouns()
        return common or bool(knowledge.title(text))

    def _is_people(self, only: Token, label: str) -> bool:
        """ "The Saguntines", "a Tuareg uprising": peoples have names, and are nobody who acts."""
        if only.i in self._listed or only.lower in factions():
            return False
        if {only.lower, only.lower.removesuffix("s")} & peoples():
            return True
        many = only.lower.endswith(_PEOPLES) and self._before(only.i) == "the"
        if many and only.lower not in self._surnames:
            return True
        opens = only.i == 0 or self._tokens[only.i - 1].sentence != only.sentence
        noun = only.head
        before_noun = only.dep in _ATTRIBUTIVE and noun.i > only.i and noun.text.islower()
        known = only.lower in self._surnames or is_a_person(only.text)
        return label == "person" and opens and before_noun and not known

    def _is_thing(self, first: int, last: int) -> bool:
        """Weapons, operations, and what has initials in lower case."""
        tokens = self._tokens
        if self._listed & set(range(first, last)):
            return False
        only = tokens[first] if last - first == 1 else None
        if _DESIGNATION.fullmatch(tokens[first].text):
            return True
        if only is not None and (only.text in self._initials or self._is_counted(only)):
            return True
        return self._before(first) in _CODENAMES

    def _is_region(self, first: int, last: int, label: str) -> bool:
        """ "Confederate Virginia", "Greeks of the Aegean": a place with an adjective, a people."""
        if label != "organisation" or last - first < 2:
            return False
        words = self._tokens[first:last]
        people = words[0].tag in _PLURAL_NAMES and words[1].lower == "of"
        sited = first not in self._listed and last - 1 in self._owners
        return people or (sited and not _has_body(words))

    def _is_counted(self, token: Token) -> bool:
        """ "A UAV", "two IEDs": initials of things; an organisation there is but one."""
        if not token.text.rstrip("s").isupper() or token.dep in _ATTRIBUTIVE:
            return False
        return any(c.dep == "nummod" or c.lower in ("a", "an") for c in token.children)

    def _before(self, i: int) -> str:
        return self._tokens[i - 1].lower if i else ""


def common_initials(tokens: Sequence[Token]) -> frozenset[str]:
    """Initials in brackets that stand for common words: "improvised explosive device (IED)"."""
    found = set()
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        letters = token.text.rstrip("s")
        if before.text == "(" and after.text == ")" and letters.isupper() and letters.isalpha():
            words = tokens[max(0, before.i - 2 * len(letters)) : before.i]
            if _spells([word.text for word in words], letters):
                found |= {letters, letters + "s"}
    return frozenset(found)


def _spells(words: Sequence[str], letters: str) -> bool:
    """Whether the last words, all in lower case, begin with the letters (small words may not)."""
    wanted = list(letters.lower())
    for word in reversed(words):
        if not wanted:
            return True
        if not word.islower():
            return False
        if word[0] == wanted[-1]:
            wanted.pop()
        elif len(word) > 3:
            return False
    return not wanted


def _is_joint(text: str) -> bool:
    """ "NATO-KFOR": initials of two bodies."""
    parts = re.split("[-/]", text)
    known = (part.isupper() and knowledge.find_ids(part) for part in parts)
    return len(parts) > 1 and all(
        ids and not any(id.startswith("person:") for id in ids) for ids in known
    )


def _is_event(words: Sequence[str], label: str) -> bool:
    """ "The Madrid Summit", "Battle of Verdun", "Operation Torch", "the Holocaust"."""
    events = event_nouns()
    last = words[-1] if words[-1] in events else words[-1].removesuffix("s")
    headed = len(words) > 2 and words[1] == "of" and words[0] in events
    named = last in events and not (label == "person" and events[last])
    return named or headed or "operation" in words


def _has_body(words: Sequence[Token]) -> bool:
    """Whether a name has the common noun of an organisation, or a preposition inside."""
    nouns = organisation_nouns()
    return any(w.lower in nouns or w.lower in ("in", "of", "for", "de", "and", "&") for w in words)


def _is_numbered(words: Sequence[str]) -> bool:
    """ "Route 14", "Phase 2", "Law 10/59": things in a row; units are bodies ("Task Force 121")."""
    if len(words) == 2 and words[0] in _CHAPTERS and _ROMAN.fullmatch(words[1].upper()):
        return True
    thing = words[0] not in organisation_nouns() and words[0] != "unit"
    return len(words) > 1 and thing and all(word[0].isdigit() for word in words[1:])


def _rank(tokens: Sequence[Token]) -> int:
    """How many tokens of a rank or form of address some tokens begin with: "Lance Corporal"."""
    two = " ".join(t.lower for t in tokens[:2])
    if len(tokens) > 1 and two in honorifics():
        return 2
    return int(tokens[0].lower in honorifics() or tokens[0].text == ".")


def _is_time(preposition: Token, noun: Token) -> bool:
    """ "In 1999", "on Monday": when, and no part of a name."""
    dated = preposition.lower == "in" and noun.text.isdigit()
    return dated or (preposition.lower == "on" and noun.lower in WEEKDAYS)
