"""A capital is a town where things are, and a government where it acts."""

from __future__ import annotations

import pytest

from tests.parsers.entities.world import find

GOVERNMENT = {"organisation:government-of-russia"}


@pytest.mark.parametrize(
    "text",
    [
        "Moscow rejected the offer.",
        "Moscow and Minsk signed the treaty.",
        "Moscow’s decision surprised nobody.",
        "The talks between Moscow and Kyiv failed.",
        "The treaty was rejected by Moscow.",
        "They warned Moscow twice.",
    ],
)
def test_it_acts(text: str) -> None:
    assert find(text).at("Moscow") == GOVERNMENT


@pytest.mark.parametrize(
    "text",
    [
        "He lives in Moscow.",
        "A train from Moscow arrived.",
        "Drones flew over Moscow.",
        "Moscow is a cold city.",
        "Moscow’s streets were empty.",
        "They visited Moscow.",
    ],
)
def test_it_is_a_town(text: str) -> None:
    assert find(text).at("Moscow") == {"place:moscow"}


def test_it_may_be_both_in_one_text() -> None:
    found = find("Moscow rejected the offer. He lives in Moscow.")
    assert found.at("Moscow", 0) == GOVERNMENT
    assert found.at("Moscow", 1) == {"place:moscow"}


def test_a_town_that_is_no_capital_is_a_town() -> None:
    assert not any(id.startswith("organisation") for id in find("Aleppo fell silent.").ids)


def test_it_is_a_town_in_a_dateline() -> None:
    found = find("MOSCOW, 3 May: The council met and took up the question of the islands.")
    assert found.at("MOSCOW") == {"place:moscow"}


def test_antiquity_has_no_governments_of_today() -> None:
    found = find("Rome declared war in 264 BC. Rome sent envoys to Messana.")
    assert not any(id.startswith("organisation") for id in found.ids)


def test_a_building_is_a_place_where_something_is_in_it() -> None:
    found = find("The treaty was signed in the Kremlin. The Kremlin denied the report.")
    assert found.at("Kremlin", 0) == {"place:kremlin"}
    assert found.at("Kremlin", 1) == {"organisation:kremlin"}
