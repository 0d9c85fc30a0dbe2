"""Known names in running text."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geopolitics_model import knowledge
from geopolitics_model.knowledge import Match


def surfaces(text: str) -> list[str]:
    return [match.surface for match in knowledge.match(text)]


def only(text: str) -> Match:
    (match,) = knowledge.match(text)
    return match


def test_longest_name_wins() -> None:
    assert surfaces("Officials of the United Nations Security Council and South Sudan met.") == [
        "United Nations Security Council",
        "South Sudan",
    ]


@pytest.mark.parametrize(
    "text", ["Iranology is old.", "subIran", "NATOlogy", "He visited Chadwick.", "the serbian way"]
)
def test_no_part_of_a_word(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is for us to say who will help the US and the WHO.", ["US", "WHO"]),
        ("Nato and Unicef agreed, but nato and unicef are no names.", ["Nato", "Unicef"]),
        ("The U.S. and the U.K. signed.", ["U.S.", "U.K."]),
        ("WHO SAID SO? IS IT US?", []),
        ("RUSSIA AND UKRAINE MEET IN GENEVA", ["RUSSIA", "UKRAINE", "GENEVA"]),
        ("Al-Qaeda denied it; al-Qaeda too.", ["Al-Qaeda", "al-Qaeda"]),
    ],
)
def test_case(text: str, found: list[str]) -> None:
    assert surfaces(text) == found


def test_kinds() -> None:
    serbian = only("the Serbian side")
    assert ("place:serbia", "adjective") in serbian.names
    assert only("most Serbs").kind == "demonym"
    pristina = only("Pristina decided")
    assert pristina.candidates[0] == "place:pristina"
    assert ("organisation:government-of-kosovo", "capital_metonym") in pristina.names
    assert only("Georgia").candidates[:2] == ("place:georgia", "place:georgia-us-state")


@pytest.mark.parametrize(
    ("text", "surface", "id"),
    [
        (
            "the Bolivian government said",
            "Bolivian government",
            "organisation:government-of-bolivia",
        ),
        (
            "the Government of Mongolia said",
            "Government of Mongolia",
            "organisation:government-of-mongolia",
        ),
        ("the parliament of the Maldives", "Maldives", "place:maldives"),
        (
            "Estonian Defence Ministry",
            "Estonian Defence Ministry",
            "organisation:ministry-of-defence-of-estonia",
        ),
        ("THE PERUVIAN ARMY", "PERUVIAN ARMY", "organisation:army-of-peru"),
        ("a U.S. Navy ship", "U.S. Navy", "organisation:us-navy"),
        ("European army", "European", "place:europe"),
    ],
)
def test_bodies_of_states(text: str, surface: str, id: str) -> None:
    match = only(text)
    assert (match.surface, match.candidates[0]) == (surface, id)


def test_weak_names_are_marked() -> None:
    assert only("Nice words").weak
    assert not only("in Warsaw").weak
    assert not only("the IS fighters").weak


@pytest.mark.parametrize("accents", ["NFC", "NFD"])
def test_accents_and_typographic_marks(accents: Literal["NFC", "NFD"]) -> None:
    text = unicodedata.normalize(
        accents, "Vučić: Aleksandar Vučić, the People’s Protection Units, Côte d’Ivoire"
    )
    found = surfaces(text)
    assert [unicodedata.normalize("NFC", surface) for surface in found] == [
        "Aleksandar Vučić",
        "People’s Protection Units",
        "Côte d’Ivoire",
    ]
    assert surfaces("Aleksandar Vucic, Cote d'Ivoire") == ["Aleksandar Vucic", "Cote d'Ivoire"]


def test_line_break_inside_a_name() -> None:
    assert only("the European\nUnion").candidates == ("organisation:eu",)


PIECES = [
    *[
        "NATO",
        "Kosovo",
        "Vučić",
        "Vuc\u030cic\u0301",
        "İstanbul",
        "U.S.",
        "’s",
        " of ",
        "the ",
        "\n",
    ],
    *[
        "Government",
        " government",
        "Serbian",
        "ß",
        "ﬁ",
        "👩‍🚀",
        "IS",
        "Aleksandar ",
        "Straße",
        "\u0301",
    ],
]


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=20).map("".join))
def test_offsets_always_hold(text: str) -> None:
    reached = 0
    for match in knowledge.match(text):
        assert match.start >= reached
        assert match.end > match.start
        assert text[match.start : match.end] == match.surface
        assert match.names
        reached = match.end
    for title in knowledge.titles(text):
        assert text[title.start : title.end] == title.surface


def test_every_id_exists() -> None:
    text = "Kosovo, Serbian, Pristina, NATO, KFOR, Kosovo War, Jens Stoltenberg, Syrian army, Nile"
    matches = knowledge.match(text)
    assert len(matches) >= 9
    for match in matches:
        for id in match.candidates:
            assert knowledge.get(id) is not None
