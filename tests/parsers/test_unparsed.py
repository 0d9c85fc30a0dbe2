"""Subjects that the parser took into another phrase."""

from __future__ import annotations

import pytest

import geopolitics_model as gm


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Portugal broke off relations, and the Security Council, in Resolution 384, called "
            "upon Indonesia to withdraw its forces.",
            "organisation:unsc",
        ),
        (
            "Bloomberg: The Lithuanian foreign ministry said on Thursday that it regretted the "
            "expulsion.",
            "organisation:ministry-of-foreign-affairs-of-lithuania",
        ),
        (
            "Maduro shelved a plan which Brazil's minister, Celso Amorim, had denounced as "
            '"a needless provocation".',
            "person:celso-amorim",
        ),
        (
            "The Security Council met again. Resolution 161, adopted on 21 February, urged the use "
            "of force.",
            "organisation:unsc",
        ),
        (
            "Reuters reported that Hamas leaders had met in Doha and rejected the Israeli offer.",
            "organisation:hamas",
        ),
        (
            "In London, Prime Minister David Cameron confirmed that three Britons had been killed, "
            "blamed the terrorists and promised help.",
            "person:david-cameron",
        ),
    ],
)
def test_speaker(text: str, speaker: str) -> None:
    assert gm.parse(text).statements[-1].speakers == (speaker,)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Macron visited Chad and in N'Djamena said France would leave.", "person:macron"),
        ("Hungary blocked the deal and unlike Poland refused to send weapons.", "place:hungary"),
    ],
)
def test_what_a_preposition_governs_says_nothing(text: str, speaker: str) -> None:
    assert gm.parse(text).statements[0].speakers == (speaker,)


def test_second_of_two_verbs() -> None:
    text = (
        "France and Russia withheld recognition, and in February 1893 Menelik, having repaid the "
        "loan, denounced the treaty with Italy."
    )
    denounced = gm.parse(text).policies[-1]
    assert "person:menelik-ii" in denounced.actors
    assert "place:france" not in denounced.actors
