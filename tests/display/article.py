"""A small dossier with something of every kind, for the tests of tables and pictures."""

from __future__ import annotations

import datetime as dt

import geopolitics_model as gm

TEXT = (
    "Ruritania and Zenda fought from 1999 until May 2003. The Alliance has run Mission Bridge in "
    "Zenda since 2004 with 300 soldiers. 'Leave at once,' envoy Ann Lee told Ruritania on 3 August "
    "2022. Ruritania adopted sanctions against Zenda in July 2022. Bo Žak warned of war."
)
ARTICLE = gm.Article(text=TEXT, published=dt.date(2022, 8, 4), title="Bridge")


def span(words: str) -> gm.Span:
    start = TEXT.index(words)
    return gm.Span(article=ARTICLE.id, start=start, end=start + len(words), text=words)


def named(words: str) -> tuple[gm.Mention, ...]:
    return (gm.Mention(span=span(words)),)


def date(words: str, value: str, bound: gm.Bound | None = None) -> gm.When:
    return gm.When(
        text=words, kind=gm.TimeKind.DATE, value=value, bound=bound, evidence=(span(words),)
    )


ALLIANCE = gm.Organisation(
    id="organisation:alliance", name="Northern Alliance", mentions=named("The Alliance")
)
GOVERNMENT = gm.Organisation(
    id="organisation:government-of-ruritania",
    name="Government of Ruritania",
    kind=gm.OrganisationKind.GOVERNMENT,
    place="place:ruritania",
)
RURITANIA = gm.Place(
    id="place:ruritania",
    name="Ruritania",
    kind=gm.PlaceKind.COUNTRY,
    mentions=named("Ruritania"),
    latitude=42.5,
    longitude=21.0,
)
ZENDA = gm.Place(
    id="place:zenda",
    name="Zenda",
    mentions=named("Zenda"),
    country="place:ruritania",
    latitude=44.0,
    longitude=20.5,
)
NOWHERE = gm.Place(id="place:nowhere", name="Nowhere")
LEE = gm.Person(
    id="person:ann-lee",
    name="Ann Lee",
    mentions=named("Ann Lee"),
    roles=(gm.Role(title="envoy", organisation=ALLIANCE.id, evidence=(span("envoy"),)),),
)
ZAK = gm.Person(id="person:bo-zak", name="Bo Žak", mentions=named("Bo Žak"))
BRIDGE = gm.Mission(
    id="mission:bridge",
    name="Mission Bridge",
    mentions=named("Mission Bridge"),
    kind=gm.MissionKind.PEACEKEEPING,
    leads=(ALLIANCE.id,),
    places=(ZENDA.id,),
    start=date("2004", "2004", gm.Bound.SINCE),
    strengths=(
        gm.Strength(
            quantity=gm.Quantity(value=300, unit="soldiers"), evidence=(span("300 soldiers"),)
        ),
    ),
)
WAR = gm.Conflict(
    id="conflict:war",
    name="war of Ruritania and Zenda",
    mentions=named("fought"),
    kind=gm.ConflictKind.INTERSTATE,
    status=gm.ConflictStatus.ENDED,
    parties=(gm.Party(members=(RURITANIA.id,)), gm.Party(members=(ZENDA.id,))),
    places=(ZENDA.id,),
    start=date("1999", "1999"),
    end=date("May 2003", "2003-05"),
)
TOLD = gm.Statement(
    id="statement:told",
    content="Leave at once",
    speakers=(LEE.id,),
    addressees=(RURITANIA.id,),
    act=gm.SpeechAct.DEMAND,
    about=(ZENDA.id,),
    when=date("3 August 2022", "2022-08-03"),
    content_evidence=(span("Leave at once"),),
    cue_evidence=(span("told"),),
)
WARNED = gm.Statement(
    id="statement:warned",
    content="war",
    speakers=(ZAK.id,),
    act=gm.SpeechAct.WARN,
    cue_evidence=(span("warned"),),
)
SANCTIONS = gm.Policy(
    id="policy:sanctions",
    title="sanctions against Zenda",
    kind=gm.PolicyKind.SANCTION,
    actors=(GOVERNMENT.id,),
    targets=(ZENDA.id,),
    status=gm.PolicyStatus.ADOPTED,
    history=(gm.StatusChange(status=gm.PolicyStatus.ADOPTED, when=date("July 2022", "2022-07")),),
    evidence=(span("sanctions"),),
)
DOSSIER = gm.Dossier(
    articles=(ARTICLE,),
    persons=(LEE, ZAK),
    places=(RURITANIA, ZENDA, NOWHERE),
    organisations=(ALLIANCE, GOVERNMENT),
    missions=(BRIDGE,),
    statements=(TOLD, WARNED),
    policies=(SANCTIONS,),
    conflicts=(WAR,),
    times=(date("May 2003", "2003-05"),),
)
