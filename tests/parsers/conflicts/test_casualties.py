"""Casualties: figures apart from their noun, of several sources, and what is no toll."""

from __future__ import annotations

import pytest

import geopolitics_model as gm


def tolls(text: str) -> list[tuple[str, float | None, float | None, float | None]]:
    return [
        (c.kind.value, c.quantity.value, c.quantity.low, c.quantity.high)
        for conflict in gm.parse(text).conflicts
        for c in conflict.casualties
    ]


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("The war in Yemen cost 120 Saudi and 45 Emirati lives.", "killed", [120, 45]),
        ("The war in Yemen ended with the loss of forty men.", "killed", [40]),
        ("France lost 500 men and Spain 1,200 in the war in Morocco.", "killed", [500, 1200]),
        ("Some 900 soldiers were taken prisoner in the war in Yemen.", "captured", [900]),
        ("The death toll of the war in Yemen rose to 4,500.", "killed", [4500]),
        ("Some 5,000 soldiers fell in the war in Yemen.", "killed", [5000]),
        (
            "More than a million people were forced to leave their homes by the war in Yemen.",
            "displaced",
            [1000000],
        ),
    ],
)
def test_figures(text: str, kind: str, values: list[int]) -> None:
    assert [(k, v) for k, v, *_ in tolls(text)] == [(kind, v) for v in values]


def test_figures_of_several_sources_stand_side_by_side() -> None:
    found = tolls(
        "The UN says 500 people have died in the war in Yemen; the ministry puts the number at 387."
    )
    assert [v for _, v, *_ in found] == [500, 387]
    found = tolls(
        "The ministry put the dead of the war in Yemen at 1,654, a figure that later research has "
        "reduced to between 150 and 300."
    )
    assert found == [("killed", 1654, None, None), ("killed", None, 150, 300)]


def test_deaths_in_a_range() -> None:
    assert tolls("Deaths in the war in Yemen are put at between two and three million.") == [
        ("killed", None, 2000000, 3000000)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels freed 300 prisoners in the war in Yemen.",
        "The war in Yemen left many dead, said Omar Said, 34, a farmer.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert not [v for _, v, *_ in tolls(text) if v]


def test_part_of_the_victims_is_not_counted_again() -> None:
    text = "The bombing of a market in Kabul killed 30 people, six children among them."
    assert [v for _, v, *_ in tolls(text)] == [30]
