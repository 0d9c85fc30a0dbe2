"""Pronouns and common nouns: whom they mean by gender, kind, syntax and nearness, or nobody."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from tests.parsers.entities.world import find


@pytest.mark.parametrize(
    ("text", "pronoun", "ids"),
    [
        ("Anton Tarvek spoke. He left.", "He", {"person:anton-tarvek"}),
        ("Mrs. Maria Tarvek met Mr. Anton Grulm. She left.", "She", {"person:maria-tarvek"}),
        ("Mrs. Maria Tarvek met Mr. Anton Grulm. He left.", "He", {"person:anton-grulm"}),
        ("Anton Tarvek praised his envoy.", "his", {"person:anton-tarvek"}),
        ("NATO met. It will pay.", "It", {"organisation:nato"}),
        ("Chad closed its border.", "its", {"place:chad"}),
        ("He left.", "He", set()),
        ("Chad spoke. He left.", "He", set()),
        ("NATO met. It was clear that they would pay.", "It", set()),
        ("Mrs. Maria Tarvek spoke. He left.", "He", set()),
        ("Maria Tarvek met Anton Grulm. She left.", "She", {"person:maria-tarvek"}),
        ("Maria Tarvek met Anton Grulm. He left.", "He", {"person:anton-grulm"}),
    ],
)
def test_pronouns(text: str, pronoun: str, ids: set[str]) -> None:
    assert find(text).at(pronoun) == ids


def test_a_pronoun_is_not_the_subject_of_its_own_clause() -> None:
    found = find("Anton Grulm waited. Anton Tarvek praised him.")
    assert found.at("him") == {"person:anton-grulm"}


def test_nobody_is_remembered_for_long() -> None:
    far = "Anton Tarvek spoke. " + "Snow fell on the roads. " * 12 + "He left."
    assert find(far).at("He") == set()


@pytest.mark.parametrize(
    ("text", "words", "ids"),
    [
        ("Hezbollah denied it. The group left.", "The group", {"organisation:hezbollah"}),
        ("Hezbollah denied it. The armed group left.", "The armed group",
         {"organisation:hezbollah"}),
        ("Hezbollah denied it. A group left.", "group", set()),
        ("Hezbollah denied it. The group of experts left.", "The group", set()),
        ("Hezbollah denied it. The city was quiet.", "The city", set()),
        ("Shells fell on Aleppo. The city was quiet.", "The city", {"place:aleppo"}),
        ("Chad voted. The country was quiet.", "The country", {"place:chad"}),
        ("The Rwandan Patriotic Front attacked. Chad waited. The front vowed to win.", "The front",
         {"organisation:rwandan-patriotic-front"}),
        ("The Ministry of Defence denied it. Soldiers fled. The ministry was silent.",
         "The ministry", {"organisation:ministry-of-defence"}),
    ],
)  # fmt: skip
def test_common_nouns(text: str, words: str, ids: set[str]) -> None:
    assert find(text).at(words) == ids


def test_the_form_of_a_mention_is_told() -> None:
    found = find("NATO met in the morning. Then it voted, and the alliance paid.")
    forms = {m.span.text: m.form for m in found["organisation:nato"].mentions}
    assert forms["NATO"] is gm.MentionForm.NAME
    assert forms["the alliance"] is gm.MentionForm.NOMINAL


def test_a_reflexive_means_the_subject_of_its_clause() -> None:
    found = find("Angela Merkel praised Emmanuel Macron, and Emmanuel Macron defended himself.")
    assert found.at("himself") == {"person:emmanuel-macron"}
    found = find("Boris Johnson left. Emmanuel Macron, however, has found himself alone.")
    assert found.at("himself") == {"person:emmanuel-macron"}
