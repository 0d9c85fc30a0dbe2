"""A dossier made by hand with a value in every field, small enough to be known by heart."""

from __future__ import annotations

import datetime as dt
from functools import cache

import geopolitics_model as gm

TEXT = "Ann Lee said so."
ARTICLE = gm.Article(
    text=TEXT,
    title="So it is",
    published=dt.date(2022, 8, 4),
    source="An Agency",
    url="https://example.org/so",
    language="en",
)


def span(words: str) -> gm.Span:
    start = TEXT.index(words)
    return gm.Span(article=ARTICLE.id, start=start, end=start + len(words), text=words)


def when(value: str) -> gm.When:
    return gm.When(text=value, kind=gm.TimeKind.DATE, value=value)


LEE = gm.Person(
    id="person:ann-lee",
    name="Ann Lee",
    aliases=("A. Lee",),
    identifiers=(gm.Identifier(scheme="wikidata", value="Q1"),),
    mentions=(gm.Mention(span=span("Ann Lee")),),
    roles=(
        gm.Role(
            title="envoy",
            organisation="organisation:league",
            place="place:ruritania",
            start=when("2019-05"),
            end=when("2021"),
        ),
        gm.Role(title="minister"),
    ),
    nationality="place:ruritania",
)
RURITANIA = gm.Place(
    id="place:ruritania",
    name="Ruritania",
    identifiers=(gm.Identifier(scheme="iso2", value="RS"),),
    kind=gm.PlaceKind.COUNTRY,
    latitude=44.5,
    longitude=20.25,
)
ZENDA = gm.Place(
    id="place:zenda",
    name="Zenda",
    kind=gm.PlaceKind.CITY,
    country=RURITANIA.id,
    latitude=43.0,
    longitude=21.0,
)
LEAGUE = gm.Organisation(
    id="organisation:league",
    name="League",
    kind=gm.OrganisationKind.ALLIANCE,
    acronym="LG",
    place=ZENDA.id,
    parent="organisation:union",
)
UNION = gm.Organisation(id="organisation:union", name="Union", kind=gm.OrganisationKind.LEGISLATURE)
GUARD = gm.Mission(
    id="mission:guard",
    name="Guard",
    kind=gm.MissionKind.PEACEKEEPING,
    status=gm.MissionStatus.ACTIVE,
    leads=(LEAGUE.id,),
    places=(ZENDA.id, RURITANIA.id),
    mandate=gm.Mandate(issuers=(UNION.id,), instrument="Resolution 1", aims=("keep the peace",)),
    strengths=(
        gm.Strength(
            quantity=gm.Quantity(
                low=250, high=350, unit="troops", qualifier=gm.Qualifier.APPROXIMATE
            ),
            when=when("2020"),
            evidence=(span("so"),),
        ),
    ),
    start=when("1999"),
    end=when("2025-06-30"),
)
FEUD = gm.Conflict(
    id="conflict:feud",
    name="Feud",
    kind=gm.ConflictKind.INTERSTATE,
    status=gm.ConflictStatus.ACTIVE,
    parties=(
        gm.Party(side="A", members=(RURITANIA.id,)),
        gm.Party(members=(LEAGUE.id,)),
    ),
    places=(ZENDA.id,),
    start=when("2020"),
    end=when("2021"),
    casualties=(
        gm.Casualties(
            quantity=gm.Quantity(value=30, unit="people"),
            kind=gm.CasualtyKind.KILLED,
            group="civilians",
            evidence=(span("said"),),
        ),
    ),
    causes=("policy:law",),
    mediators=(UNION.id,),
)
SAID = gm.Statement(
    id="statement:said",
    content="so",
    speakers=(LEE.id,),
    act=gm.SpeechAct.WARN,
    mode=gm.StatementMode.INDIRECT,
    condition="if it rains",
    addressees=(UNION.id,),
    channel="a letter",
    when=when("2022-08-03"),
    about=(RURITANIA.id,),
    content_evidence=(span("so"),),
)
LAW = gm.Policy(
    id="policy:law",
    title="Law on Zenda",
    kind=gm.PolicyKind.LEGISLATION,
    status=gm.PolicyStatus.IN_FORCE,
    actors=(UNION.id,),
    targets=(ZENDA.id,),
    effective=when("2021-01-01"),
    duration=gm.When(text="two years", kind=gm.TimeKind.DURATION, value="P2Y"),
)
BAN = gm.Policy(
    id="policy:ban",
    title="ban on Ruritania",
    kind=gm.PolicyKind.SANCTION,
    status=gm.PolicyStatus.ADOPTED,
    actors=(UNION.id,),
    targets=(RURITANIA.id,),
    effective=when("2021-02"),
)


@cache
def dossier() -> gm.Dossier:
    return gm.Dossier(
        articles=(ARTICLE,),
        persons=(LEE,),
        places=(RURITANIA, ZENDA),
        organisations=(LEAGUE, UNION),
        missions=(GUARD,),
        conflicts=(FEUD,),
        statements=(SAID,),
        policies=(LAW, BAN),
    )
