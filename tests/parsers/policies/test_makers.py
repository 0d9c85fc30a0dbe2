"""Who decides where no name stands before the verb: both sides of a deal, summits."""

from __future__ import annotations

import pytest

import geopolitics_model as gm


def makers(text: str) -> list[tuple[str, ...]]:
    return [policy.actors for policy in gm.parse(text).policies]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A French-Russian treaty was signed in 1892.", ("place:france", "place:russia")),
        (
            "The US-UK-Australia pact was signed in 2021.",
            ("place:united-states", "place:united-kingdom", "place:australia"),
        ),
        ("A Franco-British arms embargo was imposed.", ("place:france", "place:united-kingdom")),
        ("The Sino-Soviet treaty of 1950 expired.", ("place:china", "place:soviet-union")),
        (
            "Rwanda sent police to Mozambique. "
            "The agreements signed between the two countries in 2018 remain in force.",
            ("place:rwanda", "place:mozambique"),
        ),
        (
            "The agreements signed between Rwanda and Mozambique in 2018 remain in force.",
            ("place:rwanda", "place:mozambique"),
        ),
    ],
)
def test_both_sides_of_a_deal(text: str, actors: tuple[str, ...]) -> None:
    assert actors in makers(text)


def test_one_state_before_a_treaty_is_not_both_sides() -> None:
    assert all(len(actors) < 2 for actors in makers("A French treaty was signed in 1892."))


def test_a_summit_decides_for_who_holds_it() -> None:
    text = "The ECOWAS summit in Abuja opened. The summit lifted the sanctions on Niger."
    assert ("organisation:ecowas",) in makers(text)


@pytest.mark.parametrize(
    "text",
    [
        "NATO and the EU each hold a summit. NATO met. The summit banned imports of oil.",
        "A NATO summit opened. The business summit in Davos opened. The summit banned imports.",
        "A NATO summit was held. The summit between Kishida and Yoon banned imports of coal.",
    ],
)
def test_a_summit_of_nobody_in_particular_decides_for_no_union(text: str) -> None:
    assert ("organisation:nato",) not in makers(text)


ARTICLE = "Burundi's army took power. Burundi's neighbours met, and Burundi was isolated. "


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("The United States suspended its military aid.", ("place:burundi",)),
        ("Tanzania imposed sanctions.", ("place:burundi",)),
        ("Tanzania closed its embassy.", ()),
        ("Japan's government approved a package of aid to households.", ()),
        ("Kenya recognised the need for reform.", ()),
    ],
)
def test_aid_and_sanctions_concern_the_state_that_the_article_is_about(
    text: str, targets: tuple[str, ...]
) -> None:
    found = {policy.targets for policy in gm.parse(ARTICLE + text).policies}
    assert found <= {targets}
    assert found or not targets
