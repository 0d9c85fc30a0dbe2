"""The slots of a statement, from attributions that are marked in the text."""

from __future__ import annotations

import pytest

from geopolitics_model.language import read
from geopolitics_model.model import Article, Diagnostic, SpeechAct, Statement, StatementMode
from geopolitics_model.parsers import entities
from geopolitics_model.parsers.statements.attribution import Attribution
from geopolitics_model.parsers.statements.reading import joined, parse, statements

from .marked import plain, statement


def told(text: str, published: str | None = None) -> Statement:
    found = statement(text, published)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("<Angela Merkel> {said} [the dam held].", ["person:angela-merkel"]),
        (
            "<Olaf Scholz>, the chancellor of Germany, {said} [the port was open].",
            ["person:olaf-scholz"],
        ),
        (
            "<The chancellor of Germany, Olaf Scholz,> {said} [the port was open].",
            ["person:olaf-scholz"],
        ),
        ("<A NATO statement> {said} [the drill had ended].", ["organisation:nato"]),
        ("<NATO's spokesman> {said} [the drill had ended].", ["organisation:nato"]),
        (
            "<NATO spokeswoman Oana Lungescu> {said} [the drill had ended].",
            ["person:oana-lungescu"],
        ),
        ("{According} to <a NATO news release>, [the ship had left].", ["organisation:nato"]),
        (
            "<The joint statement by Japan and South Korea> {said} [trade grew].",
            ["place:japan", "place:south-korea"],
        ),
        (
            "<The leaders of France and Germany> {called} for [calm].",
            ["place:france", "place:germany"],
        ),
        ("Norway was {warned} by <Sweden> that [the ice was thin].", ["place:sweden"]),
        ("<Norway> was {warned} by Sweden that [the ice was thin].", ["place:sweden"]),
        ("<Norway> was {told} that [the ice was thin].", []),
        ("<The NATO secretariat> {says} [the ice was thin].", ["organisation:nato"]),
        (
            "<Angela Merkel, overruling her ministers>, {ordered} [a new vote].",
            ["person:angela-merkel"],
        ),
        ("Angela Merkel, the guest of <NATO>, {said} [it was late].", ["person:angela-merkel"]),
        (
            "<One of them>, the former finance minister Olaf Scholz, {said} [the sea was rough].",
            ["person:olaf-scholz"],
        ),
        (
            "<The winner>, a former mayor named Olaf Scholz, {said} [the sea was rough].",
            ["person:olaf-scholz"],
        ),
        (
            "Japan and Norway signed a letter in which <they> {deplored} [the coup].",
            ["place:japan", "place:norway"],
        ),
        ("<Fishermen> {said} [the sea was rough].", []),
        ("Two ships sank. <They> {said} [the sea was rough].", []),
        ("In <a NATO report> it was {said} that [the wall was weak].", ["organisation:nato"]),
        (
            "<We, the Foreign Ministers of Japan and Norway,> {condemn} [the coup].",
            ["place:japan", "place:norway"],
        ),
    ],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    assert list(told(text).speakers) == speakers


def test_a_report_named_again_speaks_for_its_author() -> None:
    text = (
        "NATO published a report on the floods. Roads were cut for days. "
        "<The report> {said} [nine bridges were lost]."
    )
    assert told(text).speakers == ("organisation:nato",)


@pytest.mark.parametrize(
    ("text", "addressees"),
    [
        ("<Iran> {told} Turkey that [the pass was shut].", ["place:turkey"]),
        ("<Iran> {urged} Turkey [to open the pass].", ["place:turkey"]),
        ("<Iran> {called} on Turkey [to open the pass].", ["place:turkey"]),
        ("<Iran> {asked} Turkey for [more water].", ["place:turkey"]),
        ("<Iran> {thanked} Turkey for [its help].", ["place:turkey"]),
        ("<Iran> {issued} a warning to Turkey that [the pass was shut].", ["place:turkey"]),
        ("In a letter to Turkey, <Iran> {said} [the pass was shut].", ["place:turkey"]),
        ("Turkey was {told} by <Iran> that [the pass was shut].", ["place:turkey"]),
        (
            "<Angela Merkel>, speaking before the United Nations, {said} [it was late].",
            ["organisation:un"],
        ),
        (
            "<Emmanuel Macron> talked with Angela Merkel {to insist} on [a vote].",
            ["person:angela-merkel"],
        ),
        ("<Iran> {thanked} [Turkey for its help].", ["place:turkey"]),
        ("<Iran> {accused} Turkey of [closing the pass].", []),
        ("<Iran> {condemned} [Turkey's closing of the pass].", []),
        ("<Iran> {agreed} with Turkey that [the pass was shut].", []),
        ("<Iran> {told} reporters that [the pass was shut].", []),
        ("<Iran> {told} the BBC that [the pass was shut].", ["organisation:bbc"]),
    ],
)
def test_addressees(text: str, addressees: list[str]) -> None:
    assert list(told(text).addressees) == addressees


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ('"[The dam will hold]," <Angela Merkel> {wrote} on Twitter.', "Twitter"),
        (
            '"[The dam will hold]," <Angela Merkel> {said} in a message on her Twitter account.',
            "Twitter",
        ),
        ('"[The dam will hold]," <Angela Merkel> {tweeted}.', "Twitter"),
        ("<Angela Merkel> {said} in a statement on Monday [the dam would hold].", "statement"),
        (
            "<Angela Merkel> {said} in an interview with the BBC that [the dam would hold].",
            "interview",
        ),
        (
            "Speaking at a news conference in Oslo, <Angela Merkel> {said} [the dam would hold].",
            "news conference",
        ),
        ("<The report by NATO> {said} [the dam would hold].", "report"),
        ("{According} to <a NATO press release>, [the dam would hold].", "press release"),
        ("<Angela Merkel> {told} the Washington Post [the dam would hold].", "Washington Post"),
        ("<Angela Merkel> {said} on Sky News [the dam would hold].", "Sky News"),
        ("<Angela Merkel> {said} in a post on X [the dam would hold].", "X"),
        ("In its ruling, <the court> {said} [the dam was safe].", "ruling"),
        ("<Angela Merkel> {told} Malcolm X [the dam would hold].", None),
        ("<Angela Merkel> {made} a call for [calm].", None),
        ("<Angela Merkel> {said} [the report on the dam was wrong].", None),
    ],
)
def test_channels(text: str, channel: str | None) -> None:
    assert told(text).channel == channel


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("<Iran> {said} [it would answer if its ships were stopped].", "if its ships were stopped"),
        (
            "<Iran> {said} [the pass stays shut unless the guns fall silent].",
            "unless the guns fall silent",
        ),
        ('"[If they attack, we will answer]," <Iran> {said}.', "If they attack"),
        (
            "<Iran> {warned} [that it would enter the war should the troops cross the river].",
            "should the troops cross the river",
        ),
        (
            "<Iran> {said} [the request, had it been received, would have been refused].",
            "had it been received",
        ),
        (
            "<Iran> {promised} [free passage as long as the truce lasts].",
            "as long as the truce lasts",
        ),
        (
            "<Iran> {agreed} [to talk provided that the ships leave].",
            "provided that the ships leave",
        ),
        ("<Iran> {said} [it would talk even if the ships stayed].", None),
        ("<Iran> {said} [it did not know if the ships had left].", None),
        ("<Iran> {said} [few ships, if any, had left].", None),
        (
            '<Iran> {said} [it was "ready to act if the truce fails" in the strait].',
            "if the truce fails",
        ),
    ],
)
def test_conditions(text: str, condition: str | None) -> None:
    assert told(text).condition == condition


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ('"[The dam will hold]," <she> {said}.', StatementMode.DIRECT),
        ("“[The dam will hold],” <she> {said}, “[and so will we].”", StatementMode.DIRECT),
        ("<She> {said} [the dam would hold].", StatementMode.INDIRECT),
        ('<She> {said} [the dam would "surely hold"].', StatementMode.MIXED),
        ('<She> {said} [the "Grand Dam" would hold].', StatementMode.INDIRECT),
    ],
)
def test_modes(text: str, mode: StatementMode) -> None:
    assert told(text).mode is mode


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("<Iran> {said} on Sunday that [the pass was shut].", "2024-05-05"),
        ("<Iran> {said} in a report published on 2 May that [the pass was shut].", "2024-05-02"),
        ("<Iran> {said} that [the pass was shut on Sunday].", None),
        ("<Iran>, which closed the pass on Sunday, {said} [it was sorry].", None),
    ],
)
def test_the_time_of_speaking_is_that_of_the_cue(text: str, value: str | None) -> None:
    found = told(text, "2024-05-10").when
    assert (found and found.value) == value


@pytest.mark.parametrize(
    "text",
    [
        "<Iran> did not {say} [whether the pass was shut].",
        "<Iran> never {said} [the pass was shut].",
        "<Iran> refused to {say} [whether the pass was shut].",
        "<Iran> did not {announce} [a new fee].",
        "<Iran> did not {rule} out [a new fee].",
        "<Iran> {spoke} about [the new fee].",
        "<Iran> and Norway {discussed} [the new fee].",
    ],
)
def test_what_was_not_said_is_no_statement(text: str) -> None:
    assert statement(text) is None


def test_acts_that_are_acts_when_negated_or_declined() -> None:
    assert told("<Iran> did not {agree} [to open the pass].").act is SpeechAct.REJECT
    assert told("<Iran> {refused} [to comment].").act is SpeechAct.REJECT
    assert told("<Iran> {denied} that [the pass was shut].").act is SpeechAct.DENY


def test_what_a_statement_is_about_stands_in_its_content() -> None:
    found = told("<Iran> {told} Turkey that [Norway and NATO had left Norway].")
    assert found.about == ("place:norway", "organisation:nato")


def test_segments_are_joined_by_a_space_and_each_is_evidence() -> None:
    found = told('"[The dam]," <she> {said}, "[will hold.]"')
    assert found.content == "The dam will hold."
    assert [span.text for span in found.content_evidence] == ["The dam", "will hold."]
    assert [span.text for span in found.cue_evidence] == ["said"]
    assert [span.text for span in found.source_evidence] == ["she"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ('[Thus, "the dam will hold]," <she> {said}.', "the dam will hold"),
        ('[In May "the dam will hold"], <she> {said}.', 'In May "the dam will hold"'),
        ('["The dam" will hold], <she> {said}.', '"The dam" will hold'),
    ],
)
def test_what_leads_in_to_a_quotation_is_no_part_of_it(text: str, content: str) -> None:
    assert told(text).content == content


def test_outer_marks_are_no_part_of_the_content() -> None:
    assert told('[ "The dam will hold." ] <she> {said}.').content == "The dam will hold."


def attribution(content: tuple[int, int], cue: int, parent: int | None = None) -> Attribution:
    return Attribution((content,), (), (), cue, None, 1.0, parent)


def test_contents_of_one_cue_are_one_statement() -> None:
    first, second, other = attribution((0, 4), 7), attribution((9, 14), 7), attribution((9, 14), 8)
    assert [a.content for a in joined([first, second])] == [((0, 4), (9, 14))]
    assert len(joined([first, other])) == 2
    nested = joined([first, second, attribution((10, 12), 8, parent=1)])
    assert [a.parent for a in nested] == [None, 0]


def test_i_in_a_quotation_is_who_is_quoted() -> None:
    bare, ranges = plain('"[I told you that the dam held]," Angela Merkel said. Snow fell.')
    reading = read(bare)
    reading = reading.knowing(reading.found.extended(entities.parse(reading)))
    outer, inner = ranges["["][0], (bare.index("the dam"), ranges["["][0][1])
    token = {t.text: t.i for t in reading.tokens}
    found = list(
        statements(
            reading,
            [
                Attribution((outer,), (), (), token["said"], token["Merkel"], 1.0, None),
                Attribution((inner,), (), (), token["told"], token["I"], 1.0, 0),
            ],
        )
    )
    assert [s.speakers for s in found if isinstance(s, Statement)] == [
        ("person:angela-merkel",)
    ] * 2


def test_an_attribution_that_does_not_fit_costs_itself_only() -> None:
    reading = read("She said the dam held. He said it broke.")
    good = attribution((9, 21), 1)
    broken = Attribution(((28, 38),), (), (), 9999, None, 1.0, None)
    found = list(statements(reading, [good, broken]))
    assert [type(f) for f in found] == [Statement, Diagnostic]
    assert isinstance(found[1], Diagnostic)
    assert found[1].code == "statement-unread"


@pytest.mark.parametrize(
    ("second", "speakers"),
    [
        ("We urge Mali to investigate.", ["place:norway"]),
        ('"We urge Mali to investigate," an envoy said.', []),
    ],
)
def test_we_in_a_release_are_those_who_spoke_last(second: str, speakers: list[str]) -> None:
    article = Article(text=f"Norway condemns the attack on the convoy.\n\n{second}")
    reading = read(article)
    reading = reading.knowing(reading.found.extended(entities.parse(reading)))
    told = [s for s in parse(reading) if isinstance(s, Statement) and "investigate" in s.content]
    assert [list(s.speakers) for s in told][-1:] == [speakers]
