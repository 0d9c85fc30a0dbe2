"""Whose words the paragraphs of a resolution are."""

from __future__ import annotations

import pytest

from geopolitics_model.language import read
from geopolitics_model.model import Article
from geopolitics_model.parsers import entities
from geopolitics_model.parsers.statements.resolutions import issuer


def issuer_at(text: str, verb: str) -> tuple[str, ...]:
    reading = read(Article(text=text))
    reading = reading.knowing(reading.found.extended(tuple(entities.parse(reading))))
    token = reading.token_at(text.index(verb))
    assert token is not None
    return issuer(reading, token)


RESOLUTION = """The African Union met on Monday.

The Security Council,

Recalling its earlier resolutions on Chad,

1. Strongly condemns the attack;

2. Requests all states to help."""


@pytest.mark.parametrize("verb", ["Recalling", "condemns", "Requests"])
def test_a_clause_without_a_subject_is_the_body_that_stands_alone_before(verb: str) -> None:
    assert issuer_at(RESOLUTION, verb) == ("organisation:unsc",)


def test_the_body_may_be_called_by_its_noun_alone() -> None:
    text = RESOLUTION.replace("The Security Council,", "Council,").replace(
        "The African Union", "The Security Council"
    )
    assert issuer_at(text, "condemns") == ("organisation:unsc",)


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council met.\n\nStrongly condemns the attack.",
        "The Security Council,\n\nIt rained.\n\nChad condemns the attack.",
        "Condemns the attack.",
    ],
)
def test_else_nobody_is(text: str) -> None:
    assert issuer_at(text, "ondemns") == ()
