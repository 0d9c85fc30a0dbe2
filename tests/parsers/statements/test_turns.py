"""Who goes on speaking without a cue."""

from __future__ import annotations

from geopolitics_model.language import read
from geopolitics_model.parsers.statements.finder import find

TRANSCRIPT = """Remarks after the meeting in Vienna

FOREIGN MINISTER VEGA: We have asked the Council to meet. We expect a decision this week.

It will not be easy.

QUESTION: Will you go to Geneva?

FOREIGN MINISTER VEGA: I will not."""


def said(text: str) -> list[tuple[str, str]]:
    """Source and content of each attribution."""
    return [
        (
            " ".join(text[start:end] for start, end in found.source),
            " / ".join(text[start:end] for start, end in found.content),
        )
        for found in find(read(text))
    ]


def test_turns_of_a_transcript() -> None:
    assert said(TRANSCRIPT) == [
        (
            "FOREIGN MINISTER VEGA",
            "We have asked the Council to meet. We expect a decision this week"
            " / It will not be easy",
        ),
        ("", "Will you go to Geneva"),
        ("FOREIGN MINISTER VEGA", "I will not"),
    ]


def test_one_name_and_a_colon_make_no_transcript() -> None:
    text = "BREAKING: The bridge at Korva has fallen.\n\nTwo trains were on it."
    assert not [content for source, content in said(text) if "trains" in content]


def test_a_quoted_paragraph_below_goes_on() -> None:
    text = (
        "“Our patience is not endless,” the prime minister warned.\n\n"
        "“If the strait is closed, we shall open it.”\n\n"
        "“That is all I have to say.”"
    )
    assert [source for source, _ in said(text)] == ["the prime minister"] * 3


def test_a_quoted_paragraph_below_what_nobody_said_is_nobodys() -> None:
    text = "The square was empty when the lorries came.\n\n“Bread and peace.”"
    assert said(text) == []


def test_who_is_asked_does_not_ask() -> None:
    text = "Asked whether talks would resume, Mr. Okoye answered, “Not this year.”"
    assert ("Mr. Okoye", "whether talks would resume") not in said(text)
    assert ("Mr. Okoye", "Not this year.") in said(text)
