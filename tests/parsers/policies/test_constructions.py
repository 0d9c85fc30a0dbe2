"""What tells a policy besides a plain clause, and what only looks like one."""

from __future__ import annotations

import pytest

from .reader import one, read


@pytest.mark.parametrize(
    ("text", "kind", "status", "actors"),
    [
        # an infinitive that came about
        ("The raid prompted Chad to declare war on Libya.", "military", "adopted", ["chad"]),
        ("Chad was the first state to recognise Croatia.", "recognition", "adopted", ["chad"]),
        # light verbs
        ("Spain took steps to support Moldova.", "aid", "in_force", ["spain"]),
        ("Spain responded with a freeze on Libyan assets.", "sanction", "adopted", ["spain"]),
        # what a package, a round, a withdrawal is of
        ("Spain vetoed a package of sanctions on Iran.", "sanction", "rejected", ["spain"]),
        ("Chad's withdrawal from the League angered Libya.", "membership", "adopted", ["chad"]),
        # under a report or another decision
        ("Spain continued to reject the treaty.", "agreement", "rejected", ["spain"]),
        ("Chad applied to join the union.", "membership", "proposed", ["chad"]),
        ("Spain offered to mediate between Chad and Libya.", "diplomacy", "proposed", ["spain"]),
        # what goes on since a time
        ("Spain has armed Chad since May.", "military", "in_force", ["spain"]),
        # nobody is said to have done it
        ("The elections were postponed until March.", "other", "postponed", []),
        ("The province was annexed in 1908.", "other", "adopted", []),
    ],
)
def test_constructions(text: str, kind: str, status: str, actors: list[str]) -> None:
    policy = one(text)
    assert (policy.kind, policy.status) == (kind, status)
    assert [a.partition(":")[2] for a in policy.actors] == actors


@pytest.mark.parametrize(
    "text",
    [
        "Spanish troops pressed back the defenders.",
        "The regiment stopped a Libyan offensive in the south.",
        "Chad began a siege to force a surrender.",
        "Chad signed no treaty with Libya.",
        "The payoff term runs out in May.",
    ],
)
def test_movements_fights_purposes_and_nothing_are_none(text: str) -> None:
    assert not read(text)


def test_it_is_the_state_of_the_sentence_before() -> None:
    found = read("Kosovo declared independence in 2008. Serbia has never recognised it.")
    assert found[1].status == "rejected"
    assert found[1].targets == ("place:kosovo",)


def test_they_are_the_leaders_of_the_sentence_before() -> None:
    policy = one("NATO leaders met in Madrid. They adopted a new strategy.")
    assert policy.actors == ("organisation:nato",)


def test_the_two_governments_are_those_named_together_before() -> None:
    policy = one(
        "Chad and Libya had quarrelled for years. In May the two governments signed a pact."
    )
    assert policy.actors == ("place:chad", "place:libya")


def test_a_step_behind_is_no_change() -> None:
    policy = one("Canada imposed sanctions on Iran. Canada has agreed to impose sanctions on Iran.")
    assert [change.status for change in policy.history] == ["adopted"]
    assert len(policy.evidence) == 2
