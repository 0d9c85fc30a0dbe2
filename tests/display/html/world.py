"""A small dossier with everything that a page shows."""

import geopolitics_model as gm
from geopolitics_model.model import Dossier

TEXT = (
    "Border talks\n\n"
    "Ana Ilić, president of Ruritania, warned on Monday: “We will close the border.” "
    "The Border Watch has about 300 observers there.\n\n"
    "No one left the <b>talks</b> & the dispute goes on."
)
ARTICLE = gm.Article(text=TEXT).id


def span(text: str, article: str = TEXT) -> gm.Span:
    start = article.index(text)
    return gm.Span(
        article=gm.Article(text=article).id, start=start, end=start + len(text), text=text
    )


def mention(text: str) -> gm.Mention:
    return gm.Mention(span=span(text))


MONDAY = gm.When(
    text="Monday", kind=gm.TimeKind.DATE, value="2022-08-01", evidence=(span("Monday"),)
)


def dossier(**changes: object) -> Dossier:
    """One article, and an object of every class."""
    parts: dict[str, object] = {
        "articles": (gm.Article(text=TEXT, url="https://example.org/border"),),
        "persons": (
            gm.Person(
                id="person:ana-ilic",
                name="Ana Ilić",
                mentions=(mention("Ana Ilić"), mention("We")),
                roles=(gm.Role(title="president", place="place:ruritania"),),
            ),
        ),
        "places": (
            gm.Place(
                id="place:ruritania",
                name="Ruritania",
                kind=gm.PlaceKind.COUNTRY,
                mentions=(mention("Ruritania"),),
                latitude=47.25,
                longitude=-8.5,
            ),
        ),
        "organisations": (
            gm.Organisation(id="organisation:rpu", name="Ruritanian People's Union", acronym="RPU"),
        ),
        "missions": (
            gm.Mission(
                id="mission:border-watch",
                name="Border Watch",
                kind=gm.MissionKind.OBSERVATION,
                mentions=(mention("The Border Watch"),),
                leads=("organisation:rpu",),
                strengths=(
                    gm.Strength(
                        quantity=gm.Quantity(
                            value=300, unit="observers", qualifier=gm.Qualifier.APPROXIMATE
                        ),
                        evidence=(span("about 300 observers"),),
                    ),
                ),
            ),
        ),
        "statements": (
            gm.Statement(
                id="statement:1",
                content="We will close the border.",
                mode=gm.StatementMode.DIRECT,
                act=gm.SpeechAct.WARN,
                speakers=("person:ana-ilic",),
                when=MONDAY,
                source_evidence=(span("Ana Ilić"),),
                cue_evidence=(span("warned"),),
                content_evidence=(span("We will close the border."),),
            ),
        ),
        "policies": (
            gm.Policy(
                id="policy:1",
                title="closing of the border",
                kind=gm.PolicyKind.MIGRATION,
                actors=("place:ruritania",),
                evidence=(span("close the border"),),
            ),
        ),
        "conflicts": (
            gm.Conflict(
                id="conflict:1",
                name="dispute",
                mentions=(mention("the dispute"),),
                causes=("policy:1",),
                parties=(gm.Party(side="government", members=("place:ruritania",)),),
            ),
        ),
        "times": (MONDAY,),
        "diagnostics": (
            gm.Diagnostic(code="odd", message="not understood", span=span("No one left")),
        ),
    }
    return Dossier(**(parts | changes))  # type: ignore[arg-type]
