"""Who decided what, towards whom, as of when, and whether it stands."""

from __future__ import annotations

import itertools

import pytest

import geopolitics_model as gm
from tests.parsers.lexicons import tables_alone

from .reader import one, read


@pytest.mark.parametrize(
    ("text", "kind", "status", "actors", "targets"),
    [
        ("Denmark recognised Croatia.", "recognition", "adopted", ["denmark"], ["croatia"]),
        ("Croatia was recognised by Denmark.", "recognition", "adopted", ["denmark"], ["croatia"]),
        ("Norway has never recognised Somaliland.", "recognition", "rejected", ["norway"], None),
        ("Canada refused to lift sanctions on Iran.", "sanction", "in_force", ["canada"], ["iran"]),
        ("Canada agreed to lift sanctions on Iran.", "sanction", "repealed", ["canada"], ["iran"]),
        ("Canada promised to lift sanctions on Iran.", "sanction", "announced", ["canada"], None),
        ("Ghana will send troops to Gambia.", "military", "announced", ["ghana"], ["gambia"]),
        ("Poland expelled two Russian diplomats.", "diplomacy", "adopted", ["poland"], None),
        ("Sanctions were imposed on Mali by Canada.", "sanction", "adopted", ["canada"], ["mali"]),
        ("France and Spain signed a treaty.", "agreement", "adopted", ["france", "spain"], []),
        ("Ghana's decision to recognise Croatia drew protests.", "recognition", "adopted",
         ["ghana"], ["croatia"]),
    ],
)  # fmt: skip
def test_slots(
    text: str, kind: str, status: str, actors: list[str], targets: list[str] | None
) -> None:
    with tables_alone():
        policy = one(text)
    assert (policy.kind, policy.status) == (kind, status)
    assert [a.partition(":")[2] for a in policy.actors] == actors
    if targets is not None:
        assert [t.partition(":")[2] for t in policy.targets] == targets


@pytest.mark.parametrize(
    "text",
    [
        "The European Union should impose sanctions on Belarus.",
        "If Canada lifted the embargo on Iran, prices would fall.",
        "Did Canada impose sanctions on Iran?",
        "The bishop hopes that Canada will lift the embargo on Iran.",
        "The minister called on Canada to lift the embargo on Iran.",
        "Rebels captured the bridge and advanced on the town.",
        "Anna Berg decided to write a book about the war.",
        "Microsoft signed an agreement with a supplier.",
        "Canada did not decide to send troops to Mali.",
    ],
)
def test_hopes_conditions_questions_and_deeds_are_no_policies(text: str) -> None:
    assert all(policy.status in ("rejected", "proposed") for policy in read(text))


def test_who_campaigns_in_an_undated_text_holds_no_office_by_a_table() -> None:
    promise = "Donald Trump promised to lift the sanctions against Iran."
    campaign = f"The crowds were large. The Trump campaign had hired buses. {promise}"
    assert not read(campaign)
    assert [p.status for p in gm.parse(campaign, published="2018-05-08").policies] == ["announced"]
    war = f"The crowds were large. Trump's campaign in Iraq had cost millions. {promise}"
    assert [p.status for p in read(war)] == ["announced"]


def test_coordinated_decisions_are_told_one_by_one() -> None:
    found = read(
        "Ghana recognised Croatia, expelled two Russian diplomats and imposed an embargo on Mali."
    )
    assert [policy.kind for policy in found] == ["recognition", "diplomacy", "sanction"]
    assert {policy.actors for policy in found} == {("place:ghana",)}
    spans = [policy.evidence[0] for policy in found]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_infinitives_of_one_decision_are_policies_of_their_own() -> None:
    found = read("Ghana decided to recognise Croatia and to close its border with Togo.")
    assert [policy.kind for policy in found] == ["recognition", "migration"]


def test_a_postponement_changes_what_was_decided() -> None:
    text = (
        "Ghana's decision to impose a ban on fishing angered the villages. Under pressure, the "
        "government of Ghana decided to postpone the entry into force of the rules until 1 "
        "October."
    )
    first = read(text, published="2021-07-20")[0]
    assert first.status == "postponed"
    assert [change.status for change in first.history] == ["adopted", "postponed"]
    assert first.effective is not None
    assert first.effective.value == "2021-10-01"
    assert len(first.evidence) == 2


def test_a_policy_told_twice_is_one_with_two_pieces_of_evidence() -> None:
    policy = one(
        "Canada imposed sanctions on Iran. Prices rose. Canada has imposed sanctions on Iran."
    )
    assert len(policy.evidence) == 2


def test_different_targets_are_different_policies() -> None:
    assert len(read("Canada imposed sanctions on Iran. Canada imposed sanctions on Mali.")) == 2


def test_we_is_the_body_that_the_speaker_leads() -> None:
    text = (
        "Jens Stoltenberg, the Secretary General of NATO, spoke in Oslo. “We have agreed to "
        "invite Georgia to join the Alliance,” Stoltenberg said."
    )
    policy = one(text, published="2022-08-04")
    assert policy.actors == ("organisation:nato",)
    assert policy.targets == ("place:georgia",)


def test_dates_and_durations() -> None:
    policy = one("On 3 May 1921 Norway imposed an embargo on Spain for six months.")
    assert policy.effective is not None
    assert policy.effective.value == "1921-05-03"
    assert policy.duration is not None
    assert policy.duration.value == "P6M"
