"""Tables for a terminal: everything that was read stands there, whole, and commands nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

import geopolitics_model as gm
from geopolitics_model.display import render, words
from tests.strategies import dossiers

TEXT = (
    "Ana Ilić, president of Ruritania, warned on Monday: “We will close the border.” No one left."
)


def span(text: str) -> gm.Span:
    start = TEXT.index(text)
    return gm.Span(article=gm.Article(text=TEXT).id, start=start, end=start + len(text), text=text)


@pytest.fixture
def dossier() -> gm.Dossier:
    ana = gm.Person(
        id="person:ana-ilic",
        name="Ana Ilić",
        mentions=(
            gm.Mention(span=span("Ana Ilić")),
            gm.Mention(span=span("We"), form=gm.MentionForm.PRONOUN),
        ),
        roles=(gm.Role(title="president", place="place:ruritania", evidence=(span("president"),)),),
    )
    ruritania = gm.Place(
        id="place:ruritania",
        name="Ruritania",
        kind=gm.PlaceKind.COUNTRY,
        mentions=(gm.Mention(span=span("Ruritania")),),
    )
    monday = gm.When(
        text="Monday", kind=gm.TimeKind.DATE, value="2022-08-01", evidence=(span("Monday"),)
    )
    said = gm.Statement(
        id="statement:1",
        content="We will close the border.",
        mode=gm.StatementMode.DIRECT,
        act=gm.SpeechAct.WARN,
        speakers=("person:ana-ilic",),
        when=monday,
        source_evidence=(span("Ana Ilić"),),
        cue_evidence=(span("warned"),),
        content_evidence=(span("We will close the border."),),
    )
    policy = gm.Policy(
        id="policy:1",
        title="closing of the border",
        kind=gm.PolicyKind.MIGRATION,
        actors=("place:ruritania",),
        evidence=(span("close the border"),),
    )
    return gm.Dossier(
        articles=(gm.Article(text=TEXT, published=None),),
        persons=(ana,),
        places=(ruritania,),
        statements=(said,),
        policies=(policy,),
        times=(monday,),
        diagnostics=(gm.Diagnostic(code="odd", message="not read", span=span("No one left.")),),
    )


def test_objects_stand_with_what_is_known_and_the_words_they_are_from(dossier: gm.Dossier) -> None:
    shown = render(dossier, 140)
    assert re.search(r"^Ana Ilić +president of Ruritania +“Ana Ilić”, “We”$", shown, re.M)
    assert re.search(r"^Ruritania +country +“Ruritania”$", shown, re.M)
    assert re.search(r"^Ana Ilić +warn, direct +“Ana Ilić” \[0:8\]$", shown, re.M)
    assert "“We will close the border.”" in shown
    assert "when: 2022-08-01 (“Monday”)" in shown
    assert re.search(r"^2022-08-01 +date +“Monday” \[44:50\]$", shown, re.M)
    assert re.search(r"^odd +not read +“No one left.”", shown, re.M)
    assert shown.endswith(
        "1 persons, 1 places, 0 organisations, 0 missions, 1 statements, 1 policies, 0 conflicts\n"
    )


def test_a_decision_read_in_a_quotation_is_its_speakers_claim(dossier: gm.Dossier) -> None:
    shown = render(dossier, 140)
    assert "closing of the border" in shown
    assert "claimed by: Ana Ilić" in shown


def test_empty_sections_are_left_out(dossier: gm.Dossier) -> None:
    assert "Missions" not in render(dossier)
    assert "Missions" not in render(gm.Dossier())


def test_slices_name_their_article_when_there_are_several(dossier: gm.Dossier) -> None:
    both = dossier | gm.Dossier(articles=(gm.Article(text="Another."),))
    number = [article.text for article in both.articles].index(TEXT) + 1
    shown = render(both, 140)
    assert f"\n{3 - number}: Another." in f"\n{shown}"
    assert f"“Monday” [{number}:44:50]\n" in shown


@given(dossiers(), st.integers(60, 160))
def test_any_dossier_fits_the_width(dossier: gm.Dossier, width: int) -> None:
    assert all(cell_len(line) <= width for line in render(dossier, width).splitlines())


@given(st.text())
def test_no_text_commands_the_terminal(text: str) -> None:
    assert words.printable(text).isprintable()


def test_escape_sequences_of_an_article_are_shown_not_obeyed() -> None:
    article = gm.Article(text="\x1b[2J\x9b1mGone", title="\x1b]0;owned\x07")
    assert "\x1b" not in render(gm.Dossier(articles=(article,)))


def quantity(**known: object) -> gm.Quantity:
    return gm.Quantity(**known)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (quantity(value=3775, unit="soldiers"), "3,775 soldiers"),
        (quantity(value=13000, qualifier="approximate", unit="dead"), "about 13,000 dead"),
        (quantity(value=60, qualifier="at_least"), "at least 60"),
        (quantity(low=2000, high=3000), "2,000 to 3,000"),
        (quantity(low=24), "at least 24"),
        (quantity(high=10), "at most 10"),
        (quantity(unit="people"), "some people"),
    ],
)
def test_quantities_in_words(value: gm.Quantity, said: str) -> None:
    assert words.amount(value) == said


def test_what_was_killed_and_how_strong_in_words() -> None:
    dead = gm.Casualties(
        quantity=quantity(value=3), kind=gm.CasualtyKind.KILLED, group="two of them nurses"
    )
    assert words.casualties(dead) == "3 killed (two of them nurses)"
    force = gm.Strength(
        quantity=quantity(value=400, unit="troops"),
        contributors=quantity(value=9, unit="countries"),
        when=gm.When(text="last May", kind=gm.TimeKind.DATE, value="2021-05", bound=gm.Bound.SINCE),
    )
    assert words.strength(force) == "400 troops from 9 countries, since 2021-05 (“last May”)"
