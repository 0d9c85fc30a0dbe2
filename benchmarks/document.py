"""The benchmark document: 200 entities and 800 facts, made by arithmetic, the same every time.

Its shape is that of a dossier merged from twenty long articles: entities are mentioned several
times, facts have evidence, times, quantities and references. The words mean nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import cycle
from typing import Any

import geopolitics_model as gm

PERSONS, PLACES, ORGANISATIONS = 80, 60, 60
MISSIONS, STATEMENTS, POLICIES, CONFLICTS = 40, 560, 150, 50
ARTICLES, SENTENCES = 20, 40

_SYLLABLES = (
    *("ba", "ko", "mi", "ra", "ste", "lu", "ven", "dor"),
    *("ta", "ži", "no", "pre", "ska", "il", "or"),
)


def document() -> gm.Dossier:
    """A dossier of exactly 1,000 objects in 20 articles."""
    texts = [_text(number) for number in range(ARTICLES)]
    articles = tuple(
        gm.Article(
            text=" ".join(text),
            title=f"Report {number}",
            published=dt.date(2022, 1, 1) + dt.timedelta(days=number),
            language="en",
        )
        for number, text in enumerate(texts)
    )
    spans = cycle([s for a, t in zip(articles, texts, strict=True) for s in _spans(a, t)])
    return gm.Dossier(articles=articles, **_entities(spans), **_facts(spans))


def _name(number: int) -> str:
    syllables = [_SYLLABLES[(number // 15**place) % 15] for place in range(3)]
    return "".join(syllables).capitalize()


def _text(number: int) -> list[str]:
    """Phrases: a source, a cue and a content for each sentence."""
    phrases: list[str] = []
    for i in range(number * SENTENCES, (number + 1) * SENTENCES):
        words = " ".join(_name(7 * i + j).lower() for j in range(12 + i % 9))
        phrases += [f"Minister {_name(i)}", "said that", f"{words}."]
    return phrases


def _spans(article: gm.Article, phrases: list[str]) -> Iterator[gm.Span]:
    start = 0
    for phrase in phrases:
        end = start + len(phrase)
        yield gm.Span(article=article.id, start=start, end=end, text=phrase)
        start = end + 1


def _entities(spans: Iterator[gm.Span]) -> dict[str, Any]:
    def common(prefix: str, number: int) -> dict[str, Any]:
        name = f"{_name(number)} {_name(3 * number + 1)}"
        return {
            "id": f"{prefix}:{number}",
            "name": name,
            "aliases": (name[:5], name.upper()),
            "identifiers": (gm.Identifier(scheme="wikidata", value=f"Q{1000 + number}"),),
            "mentions": tuple(
                gm.Mention(span=next(spans), form=form)
                for form in (*[gm.MentionForm.NAME] * 3, *gm.MentionForm)
            ),
        }

    return {
        "persons": tuple(
            gm.Person(
                **common("person", i),
                roles=(
                    gm.Role(
                        title="minister",
                        organisation=f"organisation:{i % ORGANISATIONS}",
                        place=f"place:{i % PLACES}",
                        start=_when(i, spans),
                        evidence=(next(spans),),
                    ),
                ),
                nationality=f"place:{i % PLACES}",
            )
            for i in range(PERSONS)
        ),
        "places": tuple(
            gm.Place(
                **common("place", i),
                kind=gm.PlaceKind.CITY,
                country="place:0",
                latitude=i + 0.25,
                longitude=i - 0.5,
            )
            for i in range(PLACES)
        ),
        "organisations": tuple(
            gm.Organisation(
                **common("organisation", i),
                kind=gm.OrganisationKind.GOVERNMENT_BODY,
                place=f"place:{i}",
            )
            for i in range(ORGANISATIONS)
        ),
    }


def _facts(spans: Iterator[gm.Span]) -> dict[str, Any]:
    def person(i: int) -> tuple[str, ...]:
        return (f"person:{i % PERSONS}",)

    def organisations(i: int) -> tuple[str, ...]:
        return tuple(f"organisation:{(i + j) % ORGANISATIONS}" for j in range(1 + i % 3))

    def place(i: int) -> tuple[str, ...]:
        return (f"place:{i % PLACES}",)

    def mentions() -> tuple[gm.Mention, ...]:
        return (
            gm.Mention(span=next(spans)),
            gm.Mention(span=next(spans), form=gm.MentionForm.NOMINAL),
        )

    def quantity(i: int) -> gm.Quantity:
        return gm.Quantity(value=100 * i, unit="soldiers", evidence=(next(spans),))

    return {
        "missions": tuple(
            gm.Mission(
                id=f"mission:{i}",
                name=f"Operation {_name(i)}",
                mentions=mentions(),
                kind=gm.MissionKind.PEACEKEEPING,
                status=gm.MissionStatus.ACTIVE,
                leads=organisations(i),
                places=place(i),
                mandate=gm.Mandate(
                    issuers=organisations(i + 1), instrument=f"S/RES/{i}", evidence=(next(spans),)
                ),
                strengths=(gm.Strength(quantity=quantity(i), evidence=(next(spans),)),),
                start=_when(i, spans),
            )
            for i in range(MISSIONS)
        ),
        "statements": tuple(
            gm.Statement(
                id=f"statement:{i:012x}",
                content=_name(i) * 12,
                speakers=person(i),
                addressees=organisations(i) if i % 3 == 0 else (),
                about=organisations(i) + place(i),
                when=_when(i, spans) if i % 4 == 0 else None,
                source_evidence=(next(spans),),
                cue_evidence=(next(spans),),
                content_evidence=(next(spans),),
            )
            for i in range(STATEMENTS)
        ),
        "policies": tuple(
            gm.Policy(
                id=f"policy:{i:012x}",
                title=f"The {_name(i)} plan",
                kind=gm.PolicyKind.SANCTION,
                actors=organisations(i),
                targets=place(i),
                status=gm.PolicyStatus.ADOPTED,
                history=(gm.StatusChange(status=gm.PolicyStatus.ADOPTED, when=_when(i, spans)),),
                effective=_when(i, spans),
                evidence=(next(spans), next(spans)),
            )
            for i in range(POLICIES)
        ),
        "conflicts": tuple(
            gm.Conflict(
                id=f"conflict:{i}",
                name=f"{_name(i)} war",
                mentions=mentions(),
                kind=gm.ConflictKind.INTERSTATE,
                status=gm.ConflictStatus.ACTIVE,
                parties=tuple(
                    gm.Party(members=organisations(i + j), evidence=(next(spans),))
                    for j in range(2)
                ),
                places=place(i),
                casualties=(gm.Casualties(quantity=quantity(i), kind=gm.CasualtyKind.KILLED),),
                causes=(f"policy:{i:012x}",),
            )
            for i in range(CONFLICTS)
        ),
        "times": tuple(_when(i, spans) for i in range(400)),
    }


def _when(number: int, spans: Iterator[gm.Span]) -> gm.When:
    day = dt.date(2020, 1, 1) + dt.timedelta(days=number % 365)
    span = next(spans)
    return gm.When(text=span.text, kind=gm.TimeKind.DATE, value=day.isoformat(), evidence=(span,))
