"""Who of an article goes by which name: looked up without going through everybody."""

from __future__ import annotations

import re
from bisect import bisect_left, insort

import attrs

from geopolitics_model import knowledge
from geopolitics_model.model.ids import slug
from geopolitics_model.parsers.entities.cast import Draft
from geopolitics_model.parsers.entities.lexicon import organisation_nouns

_PARTICLE = re.compile(r"^(?:al|el|bin|ibn|ben|abu|de|da|van|von|der)[- ]", re.IGNORECASE)
_SMALL = frozenset(("the", "of", "for", "and", "in", "on", "to", "a", "an", "de", "la"))
_NEAREST = 20
"""How many earlier mentions of a name are looked through for one of the right gender."""
_LONGEST = 20
"""Words of a name that a short form of it is looked for among."""


@attrs.define
class Organisations:
    """The organisations of an article by name, last words and initials; the latest of each."""

    _called: dict[tuple[str, str], tuple[int, Draft]] = attrs.field(factory=dict)
    _known: set[str] = attrs.field(factory=set)

    def add(self, draft: Draft) -> None:
        """Remember an organisation, unless it is there already."""
        if draft.id in self._known:
            return
        self._known.add(draft.id)
        entry = (len(self._known), draft)
        name = draft.name.casefold()
        self._called["name", name] = entry
        end = len(name)
        for _ in range(_LONGEST):
            end = name.rfind(" ", 0, end)
            if end < 0:
                break
            self._called["end", name[end + 1 :]] = entry
        for word in name.split()[1:-1]:
            if len(word) > 4 and word not in organisation_nouns():
                self._called["word", word] = entry
        for letters in initials(draft.name):
            self._called["initials", letters] = entry
        if (stem := _stem(draft)) is not None:
            self._called["initials", stem] = entry

    def find(self, text: str, *, acronym: bool) -> Draft | None:
        """The latest organisation that a form means: its name, its last words, its initials."""
        folded = text.casefold()
        keys = [("name", folded)]
        if len(text) > 3:
            keys += [("end", folded), ("word", folded)]
        if acronym:
            keys.append(("initials", text.replace(".", "")))
        found = [self._called[key] for key in keys if key in self._called]
        return max(found, key=lambda entry: entry[0])[1] if found else None


def _stem(draft: Draft) -> str | None:
    """ "CJTF" of "CJTF-OIR", "MNF" of "MNF-I"; not "ISIS" of "ISIS-K", which is another group's."""
    stem, hyphen, _ = (draft.acronym or "").partition("-")
    if not hyphen:
        return None
    rivals = (knowledge.get(id) for id in knowledge.find_ids(stem) if id != draft.id)
    return None if any(getattr(r, "kind", None) == draft.kind for r in rivals) else stem


def initials(name: str) -> tuple[str, str]:
    """The first letters of all words of a name, and of its longer words only."""
    words = re.findall(r"\w+", name)
    heavy = [w for w in words if w.lower() not in _SMALL]
    return "".join(w[0] for w in words).upper(), "".join(w[0] for w in heavy).upper()


@attrs.define
class Persons:
    """The persons of an article by full name, and by each of its words where they are named."""

    _drafts: dict[str, Draft] = attrs.field(factory=dict)
    _full: dict[tuple[str, str], Draft] = attrs.field(factory=dict)
    _places: dict[tuple[str, bool], list[tuple[int, str]]] = attrs.field(factory=dict)

    def add(self, draft: Draft, first: int) -> None:
        """Remember that a person is named at token `first`."""
        if draft.id not in self._drafts:
            self._drafts[draft.id] = draft
            self._full.setdefault(_ends(draft.name), draft)
        words = [core(word) for word in draft.name.split()]
        for word in dict.fromkeys(words):
            insort(self._places.setdefault((word, word == words[-1]), []), (first, draft.id))

    def same_name(self, text: str) -> Draft | None:
        """The person with the same first and last name, whatever stands between."""
        return self._full.get(_ends(text))

    def called(self, text: str, first: int, gender: str = "") -> Draft | None:
        """The person whose last (or else any) name it is; the nearest before token `first`.

        `gender`: what the form of address tells; who is known to be of another is not meant.
        """
        for last in (True, False):
            places = self._places.get((core(text), last), [])
            before = max(1, bisect_left(places, (first, "")))
            near = [*reversed(places[max(0, before - _NEAREST) : before]), *places[before:][:1]]
            for _, id in near:
                draft = self._drafts[id]
                if not gender or draft.gender in ("", gender):
                    return draft
        return None


def _ends(name: str) -> tuple[str, str]:
    words = slug(name).split("-")
    return words[0], words[-1]


def core(name: str) -> str:
    """A name to compare by: `al-Abadi`, `Abadi` and `Al-Abadi's` are one."""
    return slug(_PARTICLE.sub("", re.sub(r"['’]s?$", "", name)))
