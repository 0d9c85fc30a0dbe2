"""A small article and the objects read from it, for the tests of this folder."""

from __future__ import annotations

from typing import Any

import geopolitics_model as gm

TEXT = (
    "NATO warned Ruritania. 'The Alliance will act,' its envoy Ann Lee said in Zenda in May 2022."
)
ARTICLE = gm.Article(text=TEXT)


def span(words: str, article: gm.Article = ARTICLE) -> gm.Span:
    start = article.text.index(words)
    return gm.Span(article=article.id, start=start, end=start + len(words), text=words)


def named(words: str) -> gm.Mention:
    return gm.Mention(span=span(words))


NATO = gm.Organisation(
    id="organisation:nato",
    name="NATO",
    aliases=("North Atlantic Treaty Organization",),
    acronym="N.A.T.O.",
    mentions=(named("NATO"), gm.Mention(span=span("The Alliance"), form=gm.MentionForm.NOMINAL)),
    kind=gm.OrganisationKind.ALLIANCE,
)
RURITANIA = gm.Place(
    id="place:ruritania",
    name="Ruritania",
    mentions=(named("Ruritania"),),
    kind=gm.PlaceKind.COUNTRY,
)
ZENDA = gm.Place(id="place:zenda", name="Zenda", mentions=(named("Zenda"),), country=RURITANIA.id)
LEE = gm.Person(
    id="person:ann-lee",
    name="Ann Lee",
    mentions=(named("Ann Lee"), gm.Mention(span=span("its"), form=gm.MentionForm.PRONOUN)),
    roles=(gm.Role(title="envoy", organisation=NATO.id, evidence=(span("envoy"),)),),
)
MAY = gm.When(text="May 2022", kind=gm.TimeKind.DATE, value="2022-05", evidence=(span("May 2022"),))
WARNED = gm.Statement(
    id="statement:warned",
    speakers=(NATO.id,),
    content="Ruritania",
    act=gm.SpeechAct.WARN,
    source_evidence=(span("NATO"),),
    cue_evidence=(span("warned"),),
    content_evidence=(span("Ruritania"),),
)
SAID = gm.Statement(
    id="statement:said",
    speakers=(LEE.id,),
    content="The Alliance will act",
    mode=gm.StatementMode.DIRECT,
    when=MAY,
    source_evidence=(span("its envoy Ann Lee"),),
    cue_evidence=(span("said"),),
    content_evidence=(span("The Alliance will act"),),
)


def dossier(**sections: Any) -> gm.Dossier:
    """All of the above, with other sections where given."""
    return gm.Dossier(
        **{
            "articles": (ARTICLE,),
            "organisations": (NATO,),
            "places": (ZENDA, RURITANIA),
            "persons": (LEE,),
            "statements": (SAID, WARNED),
            "times": (MAY,),
            **sections,
        }
    )
