"""Drafts to objects of the model, with what the tables know of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geopolitics_model import knowledge
from geopolitics_model.model import (
    Mention,
    MentionForm,
    Organisation,
    OrganisationKind,
    Person,
    Place,
    PlaceKind,
    Role,
)
from geopolitics_model.parsers.entities.cast import Cast, Draft, RoleDraft

_ORGANISATION_KINDS = frozenset(OrganisationKind)
_PLACE_KINDS = frozenset(PlaceKind)


def build(cast: Cast) -> Iterator[Organisation | Person | Place]:
    """The objects of all drafts that are mentioned. References go to entities of the article."""
    for draft in cast.drafts.values():
        if draft.mentions:
            entity = knowledge.get(draft.id)
            if draft.label == "organisation":
                yield _organisation(cast, draft, entity)
            elif draft.label == "person":
                yield _person(cast, draft, entity)
            else:
                yield _place(cast, draft, entity)


def _common(cast: Cast, draft: Draft, entity: knowledge.Entity | None) -> dict[str, object]:
    reading, tokens = cast.reading, cast.reading.tokens
    mentions = tuple(
        Mention(span=reading.span(tokens[first].start, tokens[last - 1].end), form=form)
        for (first, last), form in sorted(draft.mentions.items())
    )
    called = {m.span.text for m in mentions if m.form is MentionForm.NAME} - {draft.name}
    return {
        "id": draft.id,
        "name": draft.name,
        "aliases": tuple(sorted(called)),
        "identifiers": entity.identifiers if entity else (),
        "mentions": mentions,
    }


def _present(cast: Cast, id: str | None) -> str | None:
    draft = cast.drafts.get(id) if id else None
    return draft.id if draft and draft.mentions else None


def _organisation(cast: Cast, draft: Draft, entity: knowledge.Entity | None) -> Organisation:
    known = entity if isinstance(entity, Organisation) else None
    return Organisation(
        **_common(cast, draft, entity),  # type: ignore[arg-type]
        kind=OrganisationKind(draft.kind) if draft.kind in _ORGANISATION_KINDS else "other",  # type: ignore[arg-type]
        acronym=draft.acronym,
        place=_present(cast, known.place if known else None),
        parent=_present(cast, known.parent if known else None),
    )


def _person(cast: Cast, draft: Draft, entity: knowledge.Entity | None) -> Person:
    same: dict[tuple[str, str | None], list[RoleDraft]] = {}
    for role in draft.roles:
        same.setdefault((role.title.lower(), _present(cast, role.of)), []).append(role)
    return Person(
        **_common(cast, draft, entity),  # type: ignore[arg-type]
        roles=tuple(_role(cast, of, told) for (_, of), told in same.items()),
        nationality=_present(cast, entity.nationality if isinstance(entity, Person) else None),
    )


def _role(cast: Cast, of: str | None, told: Sequence[RoleDraft]) -> Role:
    is_place = of is not None and cast.drafts[of].label == "place"
    return Role(
        title=told[0].title,
        organisation=None if is_place else of,
        place=of if is_place else None,
        evidence=tuple(cast.reading.span(role.start, role.end) for role in told),
    )


def _place(cast: Cast, draft: Draft, entity: knowledge.Entity | None) -> Place:
    known = entity if isinstance(entity, Place) else None
    return Place(
        **_common(cast, draft, entity),  # type: ignore[arg-type]
        kind=PlaceKind(draft.kind) if draft.kind in _PLACE_KINDS else PlaceKind.OTHER,
        country=_present(cast, known.country if known else None),
        latitude=known.latitude if known else None,
        longitude=known.longitude if known else None,
    )
