"""Names to entities: the tables' id where the name and its context decide, a new one otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from geopolitics_model import knowledge
from geopolitics_model.language import Reading
from geopolitics_model.model import MentionForm
from geopolitics_model.model.ids import entity_id
from geopolitics_model.parsers.entities import people
from geopolitics_model.parsers.entities.cast import Cast, Draft
from geopolitics_model.parsers.entities.lexicon import organisation_nouns, place_nouns
from geopolitics_model.parsers.entities.register import Organisations
from geopolitics_model.parsers.entities.surface import Surface

_ACRONYM = re.compile(r"[A-Z][A-Za-z]?[A-Z&.-]*[A-Z]s?|[A-Z]{2,}")
_ELSEWHERE = ("mission:", "conflict:")


def link(reading: Reading, surfaces: Iterable[Surface]) -> Cast:
    """The cast that the names make: places and organisations first, then persons."""
    cast = Cast(reading)
    names = [s for s in surfaces if not _is_elsewhere(s)]
    focus = _countries(cast, names)
    organisations = Organisations()
    for surface in names:
        if surface.label == "place":
            _place(cast, surface, focus)
        elif surface.label == "organisation":
            _organisation(cast, organisations, surface, focus)
    people.link(cast, [s for s in names if s.label == "person"], focus)
    return cast


def _is_elsewhere(surface: Surface) -> bool:
    """Missions and conflicts have parsers of their own."""
    return bool(surface.candidates) and surface.candidates[0].startswith(_ELSEWHERE)


def _countries(cast: Cast, surfaces: Iterable[Surface]) -> Counter[str]:
    """How often each country is named without ambiguity: the context that decides the others.

    A group or party that goes by one plain word or two letters is what has to be decided.
    """
    found: Counter[str] = Counter()
    for surface in surfaces:
        if len(surface.candidates) == 1:
            id = surface.candidates[0]
            text = cast.text(surface.first, surface.last)
            if id.startswith("place:") or not _is_vague(text, knowledge.get(id)):
                found[knowledge.country_of(id) or id] += 1
    return found


def _chosen(candidates: tuple[str, ...], focus: Counter[str]) -> str | None:
    """Of several, the first whose country the article is about; else the likeliest."""
    if len(candidates) > 1:
        for id in candidates:
            if focus[id] or focus[knowledge.country_of(id) or ""]:
                return id
    return candidates[0] if candidates else None


def _place(cast: Cast, surface: Surface, focus: Counter[str]) -> None:
    text = cast.text(surface.first, surface.last)
    id = _chosen(tuple(c for c in surface.candidates if c.startswith("place:")), focus)
    if id is None:
        listed = tuple(c for c in knowledge.find_ids(text) if c.startswith("place:"))
        id = _chosen(listed, focus)
        if id and len(listed) > 1 and not focus[knowledge.country_of(id) or ""]:
            id = listed[0]
    form = MentionForm.NOMINAL if surface.adjectival else MentionForm.NAME
    draft = known(cast, id) or _new_place(cast, text)
    if surface.metonym:
        cast.capitals[draft.id] = surface.metonym
    cast.mention(draft, surface.first, surface.last, form)


def _new_place(cast: Cast, text: str) -> Draft:
    words = text.lower().split()
    nouns = place_nouns()
    kind = nouns.get(words[-1]) or nouns.get(words[0])
    return cast.draft(entity_id("place", text), "place", text, kind)


def _organisation(
    cast: Cast, organisations: Organisations, surface: Surface, focus: Counter[str]
) -> None:
    text = cast.text(surface.first, surface.last)
    acronym = bool(_ACRONYM.fullmatch(text))
    short = _is_short_form(text, acronym=acronym)
    draft = organisations.find(text, acronym=acronym) if short else None
    if draft is None:
        draft = known(cast, _listed(surface, text, focus) or _government(text))
    if draft is None:
        draft = organisations.find(text, acronym=acronym)
    if draft is None:
        draft = cast.draft(entity_id("organisation", text), "organisation", text, _kind(text))
    organisations.add(draft)
    if acronym and text != draft.name:
        draft.acronym = draft.acronym or text
    cast.mention(draft, surface.first, surface.last, MentionForm.NAME)
    _whole(cast, organisations, surface, draft)


def _whole(cast: Cast, organisations: Organisations, surface: Surface, part: Draft) -> None:
    """ "The Permanent Council of the OSCE" names two bodies: the one, and the one it belongs to."""
    tokens = cast.reading.tokens
    for i in range(surface.first + 1, surface.last - 1):
        if tokens[i].lower != "of" or tokens[i + 1].lower != "the":
            continue
        first = i + 2
        text = cast.text(first, surface.last) if first < surface.last else ""
        ids = [id for id in knowledge.find_ids(text) if id.startswith("organisation:")]
        whole = known(cast, ids[0]) if len(ids) == 1 else None
        if whole is not None and whole is not part:
            organisations.add(whole)
            cast.mention(whole, first, surface.last, MentionForm.NAME)
            for inner in range(first, surface.last):
                cast.keep(inner, part)
        return


def _is_short_form(text: str, *, acronym: bool) -> bool:
    """What an article says for a name that it has told before: initials, or "the League"."""
    return (acronym and len(text) > 2) or text.lower() in organisation_nouns()


def _listed(surface: Surface, text: str, focus: Counter[str]) -> str | None:
    """The organisation of the tables that a name means, if any."""
    listed = tuple(c for c in surface.candidates if c.startswith("organisation:"))
    if not listed and not text.islower():
        listed = tuple(c for c in knowledge.find_ids(text) if c.startswith("organisation:"))
    return _chosen(tuple(id for id in listed if not _is_far(id, text, focus)), focus)


def _government(text: str) -> str | None:
    """ "Nigeria Military Government": a government whatever stands between it and its state."""
    noun = organisation_nouns().get(text.rsplit(maxsplit=1)[-1].lower())
    if noun is None or noun.canonical != "government":
        return None
    states = [n.id for m in knowledge.match(text) for n in m.names if n.id.startswith("place:")]
    return knowledge.government(states[0]) if states else None


def _is_far(id: str, text: str, focus: Counter[str]) -> bool:
    """What shares a plain word ("Union", "Front") and is not of this article, nor its country."""
    entity = knowledge.get(id)
    if not _is_vague(text, entity) or text == getattr(entity, "name", ""):
        return False
    home = knowledge.country_of(id)
    if home is None and text.lower() not in organisation_nouns():
        return False
    most = max(focus.values(), default=0)
    return focus[home or id] * 2 <= (most if home else 0)


def _is_vague(text: str, entity: knowledge.Entity | None) -> bool:
    """Whether a name says little: one plain word of a group or body, or two letters."""
    if " " in text:
        return False
    if text.lower() in organisation_nouns():
        return True
    is_group = getattr(entity, "kind", None) in ("armed_group", "party")
    few_letters = len(text.replace(".", "")) <= 4
    return is_group and (few_letters or (text.isalpha() and not text.isupper()))


def known(cast: Cast, id: str | None) -> Draft | None:
    """A draft of an entity of the tables."""
    if id is None:
        return None
    if id in cast.drafts:
        return cast.drafts[id]
    entity = knowledge.get(id)
    if entity is None:
        return None
    draft = cast.draft(id, id.partition(":")[0], entity.name, getattr(entity, "kind", None))
    draft.acronym = getattr(entity, "acronym", None)
    return draft


def _kind(text: str) -> str | None:
    """What the head noun of a name says: the last word, or the last before "of" or "for"."""
    head = re.split(r" (?:of|for|on|in) ", text.lower())[0].split()
    nouns = organisation_nouns()
    for words in (" ".join(head[-2:]), head[-1] if head else ""):
        if noun := nouns.get(words.rstrip(".")):
            return noun.kind
    return None
