"""Peoples that act as their states, and people who do not."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from geopolitics_model.language import read
from geopolitics_model.parsers import peoples


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
