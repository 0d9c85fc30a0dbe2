"""Subjects, objects and policies that a clause does not name itself."""

from __future__ import annotations

import pytest

import geopolitics_model as gm
from geopolitics_model.model import PolicyKind, TimeKind
from tests.parsers.lexicons import tables_alone

from .reader import one, read


def names(ids: tuple[str, ...]) -> list[str]:
    return [i.partition(":")[2] for i in ids]


@pytest.mark.parametrize(
    ("text", "kind", "status", "actors", "targets"),
    [
        # the parser took the subject into the phrase before it
        ("In the meantime Denmark has suspended its own talks with Rwanda.", "diplomacy",
         "suspended", ["denmark"], ["rwanda"]),
        # the past was taken for a base form
        ("The United States, for its part, cut its ties with Chad on Thursday.", "diplomacy",
         "adopted", ["united-states"], ["chad"]),
        # "had" was taken for the main verb
        ("Syria had meanwhile, on 10 April, shut the border with Iraq.", "migration", "adopted",
         ["syria"], ["iraq"]),
        # an object behind a time
        ("Norway extended until 30 June 2024 the embargo on Iran.", "sanction", "adopted",
         ["norway"], ["iran"]),
        # a passive with its subject behind it
        ("Among those blacklisted are Rosatom and two banks.", "sanction", "adopted", [],
         ["rosatom"]),
        # what a sum is of
        ("Canada froze 600 million dollars in Iranian assets.", "sanction", "adopted", ["canada"],
         ["iran"]),
        # of whose request
        ("Chad turned down a request by NATO.", "diplomacy", "rejected", ["chad"], ["nato"]),
        # who is promised, allowed, ordered
        ("Romania has promised Moldova to triple its purchases.", "trade", "announced",
         ["romania"], ["moldova"]),
        # what shall be
        ("NATO resolved that the embargo on Libya be lifted.", "sanction", "repealed", ["nato"],
         ["libya"]),
        # who leads a side signs pacts, without a title too
        ("Philip entered into a compact with Hannibal.", "agreement", "agreed",
         ["philip", "hannibal"], ["hannibal"]),
        # a refusal in a report of the past
        ("Spain would not receive the envoy of Morocco.", "diplomacy", "rejected", ["spain"],
         ["morocco"]),
        # a ban is of the field of what is banned
        ("Spain imposed a ban on imports from Chad.", "trade", "adopted", ["spain"], ["chad"]),
        ("The ministry of Mali said it had recalled the ambassador to Chad.", "diplomacy",
         "adopted", None, ["chad"]),
        # a list whose second name the parser takes for an apposition
        ("Benin, Niger and Togo closed their borders to Libya.", "migration", "adopted",
         ["benin", "niger", "togo"], ["libya"]),
        # whom numbers and bare offices stand for
        ("Peru met Chile and Bolivia met Spain. Later Togo and Benin spoke. The two countries "
         "severed ties with Ghana.", "diplomacy", "adopted", ["togo", "benin"], ["ghana"]),
        ("Chad is poor. Chad is large. The cabinet lifted the embargo on Togo.", "sanction",
         "repealed", ["chad"], ["togo"]),
        # a passive without an agent: the union or the capital that is named
        ("Niger was suspended from the African Union.", "membership", "suspended",
         ["au"], ["niger"]),
        ("The United Nations met. Arms exports to Chad were banned by Resolution 1234.", "trade",
         "adopted", ["un"], ["chad"]),
    ],
)  # fmt: skip
def test_clauses(
    text: str, kind: str, status: str, actors: list[str] | None, targets: list[str]
) -> None:
    policy = one(text)
    assert (policy.kind, policy.status) == (kind, status)
    if actors is not None:
        assert names(policy.actors) == actors
    assert names(policy.targets) == targets


def test_who_follows_suit_does_what_was_done() -> None:
    first, second = read("Denmark recognised Croatia in 2010. Norway followed suit in 2011.")
    assert (second.kind, second.status) == ("recognition", "adopted")
    assert names(second.actors) == ["norway"]
    assert second.targets == first.targets
    assert second.effective is not None
    assert second.effective.value == "2011"


def test_who_follows_suit_with_a_ban_does_that() -> None:
    text = "Canada recalled its ambassador to Iran. Japan followed suit with an embargo on oil."
    assert [policy.kind for policy in read(text)] == ["diplomacy", "sanction"]


def test_it_is_the_agreement_named_before() -> None:
    _, second = read("Chad proposed a truce with Libya in May, but Libya rejected it in June.")
    assert (second.kind, second.status) == ("agreement", "rejected")
    assert names(second.actors) == ["libya"]


def test_clauses_of_a_resolution_are_of_the_body_that_passed_it() -> None:
    text = (
        "The European Union,\n\n1. Takes note of the report;\n\n2. Decides to extend the embargo "
        "on Chad for a period of six months;\n\n3. Endorses the closure of the border."
    )
    found = read(text)
    assert {policy.actors for policy in found} == {("organisation:eu",)}
    assert found[0].duration is not None
    assert found[0].duration.value == "P6M"


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The border with Chad was closed by presidential decree.", []),
        ("The border with Chad was closed by royal decree in May.", []),
        ("The border with Chad was closed by Libya.", ["libya"]),
    ],
)
def test_a_decree_is_no_actor(text: str, actors: list[str]) -> None:
    assert names(one(text).actors) == actors


def test_how_long_stands_before_what_lasts_too() -> None:
    policy = one("Chad and Libya agreed on a 72-hour truce.")
    assert policy.duration is not None
    assert policy.duration.value == "PT72H"


def test_the_date_of_what_is_done_at_the_same_time() -> None:
    policy = one("On 30 April 1982 Canada changed sides, suspending arms sales to Chad.")
    assert policy.effective is not None
    assert policy.effective.value == "1982-04-30"


@pytest.mark.parametrize(
    "text",
    [
        "The landing force compelled the governor to capitulate.",
        "The minister refused to be drawn on the matter.",
        "The two ministers agreed to remain in contact.",
        "My grandmother ordered a new stove, and my grandfather did the same.",
        "The coach dropped two players, and the team lost the match.",
        "Scientists have suspended their trial after two volunteers fell ill.",
        "The band put off its concerts in Lisbon until the autumn.",
        "The novel ends in a truce between two brothers who share a house.",
        "She put her signature to the letter and set it aside.",
        "The patient rejected the diet, but later agreed to try it for six months.",
        "The judge adjourned the trial until Monday.",
        "The museum extended its exhibition of landscapes until May.",
        "The ship entered the port at dawn and unloaded its cargo.",
        "Farmers had an armed guard and two dogs.",
    ],
)  # fmt: skip
def test_other_prose_tells_of_no_policies(text: str) -> None:
    assert not read(text)


def test_what_lasts_until_something_is_done_came_to_that() -> None:
    text = "The fighting went on until Ethiopia and Eritrea signed a treaty of peace in Asmara."
    assert one(text).actors == ("place:ethiopia", "place:eritrea")
    assert not read("The fighting would not end until Ethiopia and Eritrea signed a treaty.")
    wished = read("The embargo stays until Ethiopia and Eritrea sign a treaty of peace.")
    assert PolicyKind.AGREEMENT not in {policy.kind for policy in wished}


@pytest.mark.parametrize(
    "text",
    [
        "Hamas demands a ceasefire agreement guaranteed by the United States.",
        "Lionel Messi signed a two-year deal with Inter Miami in the United States.",
    ],
)
def test_what_is_wanted_and_what_is_private(text: str) -> None:
    assert not read(text)


def test_what_is_conferred_is_given() -> None:
    assert one("The Union conferred the status of a candidate on Moldova in June.").targets == (
        "place:moldova",
    )


def test_a_bill_that_another_signs_is_still_one() -> None:
    with tables_alone():
        policy = one("Parliament passed a bill that President Lee signed in May.")
    assert len(policy.evidence) == 2


def test_the_same_state_by_its_capital_is_one_target() -> None:
    text = "Chad recalls ambassador from Tehran.\n\nChad recalled its ambassador from Iran."
    assert len(one(text).evidence) == 2


def test_a_list_of_sanctions_goes_on_without_its_actor() -> None:
    with tables_alone():
        first, second = read("Canada blacklisted Rosatom in May. Also designated was Hezbollah.")
    assert second.actors == first.actors
    assert names(second.targets) == ["hezbollah"]


def test_who_revokes_visas_does_not_lift_sanctions() -> None:
    first, second = read(
        "Canada imposed sanctions on Iran. Canada also revoked the visas of three officials."
    )
    assert (first.status, second.status) == ("adopted", "repealed")


def test_a_truce_is_no_treaty_torn_up_before() -> None:
    found = read("Chad tore up the treaty with Libya in 1980. The truce took effect in 1988.")
    assert [policy.status for policy in found] == ["repealed", "in_force"]


def test_a_sentence_has_a_verb_even_where_it_was_taken_for_a_participle() -> None:
    policy = one("The cabinet prolonged by six months the mission of 300 soldiers in Mali.")
    assert policy.status == "adopted"
    assert policy.duration is not None
    assert policy.duration.value == "P6M"


def test_whose_ban_it_is_that_takes_effect() -> None:
    policy = one("Canada's ban on Iranian crude entered into force on 5 December.")
    assert names(policy.actors) == ["canada"]


def test_an_object_behind_times_and_places() -> None:
    text = (
        "Having concluded with Spain, on 12 March, a treaty of alliance, Portugal closed its ports."
    )
    assert any(
        policy.kind == "agreement" and "place:spain" in policy.targets for policy in read(text)
    )


def test_a_coordinated_passive_shares_its_subject() -> None:
    text = (
        "The mandate of the mission expires in May and was last prolonged by the Security Council."
    )
    assert any("organisation:unsc" in policy.actors for policy in read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The company and its founder agreed to a settlement.",
        "Leaders struck business deals.",
        "Zorblat then agreed to be acquired by another company.",
        "Israel imports 40 percent of its oil from Azerbaijan.",
    ],
)
def test_private_deals_are_no_policies(text: str) -> None:
    assert not read(text)


def test_a_policy_holds_as_of_a_day_whatever_the_hour() -> None:
    [policy] = gm.parse(
        "Moldova this morning summoned the Russian ambassador.", published="2022-10-10"
    ).policies
    assert policy.effective is not None
    assert policy.effective.value == "2022-10-10"
    assert policy.effective.kind is TimeKind.DATE


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        # the author of a communiqué
        (
            "We, the foreign ministers of Chad and Niger, met in Niamey on Monday.\n\n"
            "We agreed to close the border to armed groups.",
            {"place:chad", "place:niger"},
        ),
        # a part of the world is not who a minister for it speaks for
        (
            'The Minister for Africa, Helena Marchmont, said: "We have decided to end the arms '
            'embargo."',
            {"person:helena-marchmont"},
        ),
    ],
)
def test_we(text: str, actors: set[str]) -> None:
    assert set(gm.parse(text).policies[-1].actors) == actors
