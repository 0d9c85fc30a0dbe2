"""What the trigger model says of words, and what the parsers make of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.language import Reading, read_many
from geopolitics_model.model import Article, Organisation, Person, Place
from geopolitics_model.parsers import entities, triggers
from geopolitics_model.parsers.triggers import FACTS, ROLES, opinions
from geopolitics_model.parsers.triggers.model import one_hot

TEXT = (
    "Chad sent 400 soldiers to Togo in May. The United Nations imposed an embargo on Libya, whose "
    "army fights the rebels of the Popular Front in the Sahel."
)
WORDS = (
    "Chad Togo sent imposed embargo war troops to the of in on , . the army was who said".split()
)


def reading(text: str) -> Reading:
    (read,) = read_many([Article(text=text)])
    return read.knowing(read.found.extended(entities.parse(read)))


def test_the_words_that_name_facts_are_likelier_than_others() -> None:
    found = opinions(reading(TEXT))
    named = {fact: [t.text for t in found.surest(fact, 0)] for fact in FACTS}
    assert "imposed" in named["policies"]
    assert "sent" in named["missions"]
    assert "fights" in named["conflicts"]
    assert "May" not in {word for words in named.values() for word in words}


def test_an_opinion_is_formed_once_and_shared() -> None:
    read = reading(TEXT)
    assert opinions(read) is opinions(read.knowing(read.found))


def test_no_opinion_of_what_is_no_candidate() -> None:
    read = reading(TEXT)
    comma = next(t for t in read.tokens if t.text == ",")
    assert not opinions(read).doubts([comma], "policies", 99)
    assert opinions(read).choice([comma], "policies.kind", "none") == "none"
    assert opinions(read).roles([comma], "policies.actors", -99) == {}


def test_of_a_state_and_its_government_in_one_phrase_one_is_who_and_one_is_where() -> None:
    read = reading("The Kremlin sent 400 soldiers to Togo.")
    sent = next(t for t in read.tokens if t.text == "sent")
    assert next(iter(opinions(read).roles([sent], "missions.leads", 0))).startswith("organisation:")
    assert all(id.startswith("place:") for id in opinions(read).roles([sent], "missions.places", 0))


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_words_give_finite_and_equal_opinions(text: str) -> None:
    first, second = reading(text), reading(text)
    named: tuple[Organisation | Person | Place, ...]
    named = (*first.objects(Organisation), *first.objects(Person), *first.objects(Place))
    known = {thing.id for thing in named}
    for fact in FACTS:
        assert [t.i for t in opinions(first).surest(fact, -99)] == [
            t.i for t in opinions(second).surest(fact, -99)
        ]
    for role in ROLES:
        odds = opinions(first).roles(first.tokens, role, -99)
        assert odds == opinions(second).roles(second.tokens, role, -99)
        assert set(odds) <= known
        assert all(np.isfinite(value) for value in odds.values())


@given(st.lists(st.lists(st.integers(-1, 6), min_size=3, max_size=3), max_size=5))
def test_one_hot_sets_the_columns_and_nothing_else(columns: list[list[int]]) -> None:
    rows = one_hot(np.array(columns, np.int32).reshape(-1, 3), 7)
    assert rows.shape == (len(columns), 7)
    for row, wanted in zip(rows, columns, strict=True):
        assert set(np.flatnonzero(row)) == set(wanted) - {-1}


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("Denmark mothballed its embassy in Chad in May.", "diplomacy", "denmark", "chad"),
        ("Japan shelved its tariffs on Chilean copper.", "trade", "japan", "chile"),
    ],
)
def test_a_policy_told_by_a_verb_of_no_table(text: str, kind: str, actor: str, target: str) -> None:
    (policy,) = gm.parse(text).policies
    assert policy.kind == kind
    assert (policy.actors, policy.targets) == ((f"place:{actor}",), (f"place:{target}",))


@pytest.mark.parametrize(
    "text",
    [
        "Denmark has not mothballed its embassy in Chad.",
        "If Japan shelved its tariffs on copper, prices would fall.",
        "Will Japan mothball its embassy in Chile?",
        "Japan met Chile on Friday.",
    ],
)
def test_what_did_not_happen_is_not_added(text: str) -> None:
    assert [p for p in gm.parse(text).policies if p.status not in ("rejected",)] == []


def test_the_weights_that_ship_have_networks_of_each_sort() -> None:
    found = triggers.model.load()
    assert found.facts
    assert found.choices
    assert found.roles
