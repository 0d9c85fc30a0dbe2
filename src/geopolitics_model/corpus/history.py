"""One entity across many articles: who it is, what it says over time, which figures contradict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from geopolitics_model.errors import UnknownId
from geopolitics_model.model import (
    Article,
    CasualtyKind,
    Conflict,
    Dossier,
    Mission,
    Quantity,
    Span,
    Statement,
    When,
)
from geopolitics_model.model.merge import join


@attrs.frozen(kw_only=True)
class Said:
    """A statement and the article that reports it.

    `day` is the day of speaking if the text gives one, else that of publication.
    """

    statement: Statement
    article: Article | None
    day: dt.date | None


@attrs.frozen(kw_only=True)
class Figure:
    """A number that an article gives for a mission or a conflict.

    `subject` is the id of the mission or conflict; `kind` is None for the strength of a mission.
    `claimed_by` holds the ids of those in whose words it stands; it is empty if the article says
    so itself. `day` is the day it holds for if the text gives one, else that of publication.
    """

    subject: str
    quantity: Quantity
    kind: CasualtyKind | None
    group: str | None
    evidence: tuple[Span, ...]
    article: Article | None
    claimed_by: tuple[str, ...]
    day: dt.date | None


@attrs.frozen(kw_only=True)
class History:
    """What many articles say of one object.

    `object` is the join of what each says. `statements` are those in which it speaks, `about`
    those that are about it, `figures` those of it or of the missions that it leads and the
    conflicts that it is a party of; each in the order of time, contradictions side by side.
    """

    object: Any
    statements: tuple[Said, ...]
    about: tuple[Said, ...]
    figures: tuple[Figure, ...]


def history(id: str, dossiers: Iterable[Dossier]) -> History:
    """The history of the object of this id in dossiers of single articles.

    Raises:
        UnknownId: none of them has it.
    """
    there = [dossier for dossier in dossiers if id in dossier]
    if not there:
        raise UnknownId(f"no object of the id {id!r} in these dossiers")
    said = [one for dossier in there for one in _said(dossier)]
    return History(
        object=_joined([dossier[id] for dossier in there]),
        statements=_in_time(one for one in said if id in one.statement.speakers),
        about=_in_time(one for one in said if id in one.statement.about),
        figures=_in_time(figure for dossier in there for figure in _figures(dossier, id)),
    )


def _joined(objects: list[Any]) -> Any:
    """The join of all; neighbours first, or long lists of mentions would be copied each time."""
    while len(objects) > 1:
        pairs = zip(objects[::2], objects[1::2], strict=False)
        objects = [join(a, b) for a, b in pairs] + objects[len(objects) // 2 * 2 :]
    return objects[0]


def _said(dossier: Dossier) -> Iterator[Said]:
    for statement in dossier.statements:
        article = _article(dossier, statement.evidence)
        yield Said(statement=statement, article=article, day=_day(statement.when, article))


def _figures(dossier: Dossier, id: str) -> Iterator[Figure]:
    for mission in dossier.missions:
        if id == mission.id or id in mission.leads:
            for strength in mission.strengths:
                yield _figure(dossier, mission, strength)
    for conflict in dossier.conflicts:
        if id == conflict.id or any(id in party.members for party in conflict.parties):
            for casualties in conflict.casualties:
                yield _figure(dossier, conflict, casualties)


def _figure(dossier: Dossier, subject: Mission | Conflict, given: Any) -> Figure:
    evidence = given.evidence or given.quantity.evidence
    article = _article(dossier, evidence)
    claims = dossier.statements_at(evidence[0]) if evidence else ()
    return Figure(
        subject=subject.id,
        quantity=given.quantity,
        kind=getattr(given, "kind", None),
        group=getattr(given, "group", None),
        evidence=evidence,
        article=article,
        claimed_by=tuple(dict.fromkeys(id for claim in claims for id in claim.speakers)),
        day=_day(getattr(given, "when", None), article),
    )


def _article(dossier: Dossier, evidence: tuple[Span, ...]) -> Article | None:
    return dossier[evidence[0].article] if evidence else None


def _day(when: When | None, article: Article | None) -> dt.date | None:
    stated = when.earliest if when else None
    return stated or (article.day if article else None)


def _in_time(things: Iterable[Any]) -> tuple[Any, ...]:
    """By day; those of unknown day last; else in the order of the articles."""
    return tuple(sorted(things, key=lambda thing: thing.day or dt.date.max))
