"""Whom "both leaders" and "the two" mean."""

from __future__ import annotations

import pytest

import geopolitics_model as gm

BOTH = ["person:joe-biden", "person:xi-jinping"]


@pytest.mark.parametrize(
    ("who", "speakers"),
    [
        ("The two leaders", BOTH),
        ("Both leaders", BOTH),
        ("The two", BOTH),
        ("Two officials", []),
        ("Two diplomats", []),
        ("Two of the men", []),
    ],
)
def test_two_who_were_named(who: str, speakers: list[str]) -> None:
    text = f"Joe Biden and Xi Jinping met in Lima. {who} said on Monday that the talks had failed."
    assert list(gm.parse(text).statements[0].speakers) == speakers


def test_not_of_three() -> None:
    text = (
        "Joe Biden, Xi Jinping and Vladimir Putin met in Lima. Both leaders said the talks failed."
    )
    assert gm.parse(text).statements[0].speakers == ()


def test_two_states() -> None:
    text = "Chile and Argentina met in Rome. The two governments promised to renounce force."
    assert gm.parse(text).statements[0].speakers == ("place:chile", "place:argentina")
