"""Persons: full names, surnames after them, and what stands before a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from geopolitics_model import knowledge
from geopolitics_model.language.mention_tagger import is_a_person
from geopolitics_model.model import MentionForm, Person
from geopolitics_model.model.ids import entity_id
from geopolitics_model.parsers.entities.cast import Cast, Draft
from geopolitics_model.parsers.entities.lexicon import honorific
from geopolitics_model.parsers.entities.register import Persons
from geopolitics_model.parsers.entities.surface import Surface

_ARTICLES = frozenset(("al", "el", "ar", "as", "ad", "an", "ash", "at", "az"))
_SUFFIX = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))


def link(cast: Cast, surfaces: Sequence[Surface], focus: Counter[str]) -> None:
    """Give every name of a person its draft; full names first, surnames refer to them."""
    full = [s for s in surfaces if len(_parts(cast, s)) > 1]
    short = [s for s in surfaces if len(_parts(cast, s)) <= 1]
    persons = Persons()
    for surface in full:
        _add(cast, persons, _full(cast, persons, surface), surface)
    for surface in short:
        _add(cast, persons, _short(cast, persons, surface, focus), surface)


def _add(cast: Cast, persons: Persons, draft: Draft, surface: Surface) -> None:
    draft.gender = draft.gender or gender_before(cast, surface.first) or _given(cast, surface)
    cast.mention(draft, surface.first, surface.last, MentionForm.NAME)
    persons.add(draft, surface.first)


def gender_before(cast: Cast, first: int) -> str:
    """The gender that the form of address before a name tells, or the empty string."""
    return honorific(cast.reading.tokens, first) or ""


def _given(cast: Cast, surface: Surface) -> str:
    """The gender that the given name of a full name tells, or the empty string."""
    whole = surface.last - surface.first > 1
    return knowledge.gender(cast.reading.tokens[surface.first].text) if whole else ""


def _parts(cast: Cast, surface: Surface) -> list[str]:
    tokens = cast.reading.tokens[surface.first : surface.last]
    words = [t.lower for t in tokens if any(c.isalnum() for c in t.text)]
    return [w for w in words if w not in _SUFFIX and w.strip("-") not in _ARTICLES]


def _full(cast: Cast, persons: Persons, surface: Surface) -> Draft:
    text = cast.text(surface.first, surface.last)
    listed = [c for c in surface.candidates if c.startswith("person:")]
    if listed and (entity := knowledge.get(listed[0])):
        return cast.draft(listed[0], "person", entity.name)
    return persons.same_name(text) or cast.draft(entity_id("person", text), "person", text)


def _short(cast: Cast, persons: Persons, surface: Surface, focus: Counter[str]) -> Draft:
    text = cast.text(surface.first, surface.last)
    draft = persons.called(text, surface.first, gender_before(cast, surface.first))
    if draft is not None:
        return draft
    listed = _listed(cast, surface, text, focus) or _mononym(surface, text)
    if listed and (entity := knowledge.get(listed)):
        return cast.draft(listed, "person", entity.name)
    return cast.draft(entity_id("person", text), "person", text)


def _mononym(surface: Surface, text: str) -> str | None:
    """Who is known by one name only, as the ancients are ("Livy"), or of no state of today."""
    listed = [id for id in surface.candidates if id.startswith("person:")]
    entity = knowledge.get(listed[0]) if len(listed) == 1 else None
    if not isinstance(entity, Person):
        return None
    given = is_a_person(text) and not entity.name.endswith(text)
    ancient = entity.nationality is None and not given  # "Nicholas" is anybody's
    return listed[0] if " " not in entity.name or ancient else None


def _listed(cast: Cast, surface: Surface, text: str, focus: Counter[str]) -> str | None:
    """The office holder that a surname means: by the title before it, or by country and date.

    Of several of a country who share it, the one in office that day; otherwise nobody.
    """
    on = cast.reading.article.day
    tokens = cast.reading.tokens
    for width in (3, 2, 1):
        begin = surface.first - width
        if begin >= 0 and tokens[begin].sentence == tokens[surface.first].sentence:
            titled = cast.text(begin, surface.last)
            offices = knowledge.title(cast.text(begin, surface.first))
            if offices and (found := knowledge.find_ids(titled, on=on)):
                persons = [id for id in found if id.startswith("person:")]
                local = [id for id in persons if focus[knowledge.country_of(id) or ""]]
                if local or len(persons) == 1:
                    return (local or persons)[0]
    local = [id for id in knowledge.surname(text, on=on) if focus[knowledge.country_of(id) or ""]]
    ruling = [id for id in local if on is not None and knowledge.offices(id, on=on)]
    if len(local) != 1 and len(ruling) != 1:
        return None
    return (ruling if len(ruling) == 1 else local)[0]
