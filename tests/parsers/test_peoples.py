"""Peoples that act as their states, and people who do not."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from geopolitics_model.language import read
from geopolitics_model.parsers import peoples
from geopolitics_model.parsers.tables import rows


def states(text: str) -> list[str]:
    return [place.id for place in peoples.acting(read(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Germans attacked Verdun.", ["place:germany"]),
        ("The Soviets were pushed back by the Finns.", ["place:soviet-union", "place:finland"]),
        ("Two Russians were wounded.", []),
        ("The dead were mostly Kosovar Albanians.", []),
        ("The German army attacked Verdun.", []),
    ],
)
def test_acting(text: str, expected: list[str]) -> None:
    assert sorted(states(text)) == sorted(expected)


def test_mentions_are_the_peoples() -> None:
    (place,) = peoples.acting(read("The Germans attacked Verdun, but the Germans failed."))
    assert [m.span.text for m in place.mentions] == ["Germans", "Germans"]


def test_only_those_that_a_fact_refers_to_come_into_the_dossier() -> None:
    assert "place:germany" in {p.id for p in gm.parse("The Germans attacked Verdun.").places}
    assert gm.parse("The Germans like football.").places == ()


@pytest.mark.parametrize("row", rows("geopolitics_model.parsers", "combining_forms"), ids=str)
def test_every_combining_form_stands_for_its_state(row: dict[str, str]) -> None:
    found = {m.span.text: p.id for p in peoples.joined(read(row["example"])) for m in p.mentions}
    assert found[row["form"]] == row["place"]
    assert len(found) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Soviet-Afghan War lasted nine years.", ["place:afghanistan", "place:soviet-union"]),
        ("A Polish–Soviet truce was signed.", ["place:poland", "place:soviet-union"]),
        ("The Anglo-Saxon chronicle was written by monks.", []),
        ("The Indo-Pacific strategy was published.", []),
        ("The Chad–backed rebels withdrew.", []),
        (
            "An Anglo-Franco-Israeli force landed.",
            ["place:france", "place:israel", "place:united-kingdom"],
        ),
        ("A Franco-era law was repealed.", []),
    ],
)
def test_joined(text: str, expected: list[str]) -> None:
    assert sorted(place.id for place in peoples.joined(read(text))) == expected


def test_joined_states_act() -> None:
    (policy,) = gm.parse("A Franco-Russian treaty was signed in 1892.").policies
    assert policy.actors == ("place:france", "place:russia")
    (mission,) = gm.parse("The Anglo-French landing at Suez failed.").missions
    assert mission.leads == ("place:united-kingdom", "place:france")
