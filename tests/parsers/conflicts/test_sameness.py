"""Which phrases speak of the same conflict: groups, weights, what is told apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.language import Reading
from geopolitics_model.parsers import conflicts, peoples
from geopolitics_model.parsers.conflicts import grouping, learned, mentions, sameness
from geopolitics_model.parsers.conflicts.pairs import (
    Described,
    are_apart,
    described,
    of_pair,
    of_phrase,
)
from geopolitics_model.parsers.pipeline import PARSERS

SENTENCES = (
    "Second Chechen War",
    "Russian troops entered Chechnya on 1 October 1999.",
    "The fighting killed at least 5,000 civilians in Grozny.",
    "The first war had ended in 1996 with the withdrawal of Russia.",
    "In 2004 gunmen seized a school in Beslan and killed 334 people.",
    "The dispute between Georgia and Russia over the Pankisi gorge went on.",
    "Ethiopia and Eritrea fought a war over Badme.",
    "The siege of the capital lasted until February 2000.",
    "Protesters clashed with the police in Tbilisi.",
    "Militants attacked a convoy near Vedeno, and the army shelled the town.",
)
texts = st.lists(st.sampled_from(SENTENCES), max_size=12).map("\n\n".join)


def read(text: str) -> list[Described]:
    """The phrases of a text as they are compared."""
    found: list[Described] = []

    def collect(reading: Reading) -> tuple[()]:
        reading = reading.knowing(reading.found.extended(peoples.acting(reading)))
        phrases = learned.phrases(reading, mentions.find(reading))
        grouping.name_enemy(reading, phrases)
        found.extend(described(reading, phrases, grouping.families(reading, phrases)))
        return ()

    gm.parse(text, parsers=(*PARSERS[: PARSERS.index(conflicts.parse)], collect))
    return found


def all_pairs(told: list[Described]) -> Iterator[tuple[Described, Described]]:
    return ((one, other) for n, other in enumerate(told) for one in told[:n])


@settings(max_examples=25)
@given(texts)
def test_every_phrase_is_in_one_group(text: str) -> None:
    told = read(text)
    groups = sameness.clusters(told)
    assert sorted(i for group in groups for i in group) == list(range(len(told)))
    assert sameness.clusters(read(text)) == groups


def test_every_fact_is_weighed() -> None:
    told = read("\n\n".join(SENTENCES))
    weights = sameness.load()
    pairs = list(all_pairs(told))
    assert len(pairs) > 20
    alone = {name for one in told for name, _ in of_phrase(one)}
    together = {name for pair in pairs for name, _ in of_pair(*pair)}
    assert alone <= set(weights.earlier) & set(weights.later)
    assert together <= set(weights.pair)


TOGETHER = (
    "The Yom Kippur War began in 1973. The October War, as Arabs call it, ended on 25 October.",
    "The Korean War began in 1950. The Fatherland War, as the North calls it, ended in 1953.",
    "The Chaco War began in 1932. The Chaco War ended in 1935.",
    "The first war in Chechnya ended in 1996. The war cost many lives.",
    "The Korean War began in 1950. The War in Korea ended in 1953.",
    "The Second World War began in 1939. World War II ended in 1945.",
    "The Second Chechen War began in 1999. Russian forces attacked Grozny in December 1999.",
    "The Falklands War\n\nArgentina invaded the islands.\n\nThe Air War\n\nA ship was sunk.",
)
APART = (
    "A bloody war in Kosovo ended in 1999. NATO leaders discussed the fight against terrorism.",
    "The first war in Chechnya ended in 1996. The second war began in 1999.",
    "World War I killed millions. World War II began in 1939.",
    "The Indo-Pakistani War of 1965 ended. The Indo-Pakistani War of 1971 began in December.",
    "The Chaco War began in 1932. The War of the Pacific had ended in 1884.",
    "The Chaco War between Bolivia and Paraguay began in 1932. "
    "The War of the Pacific between Bolivia and Chile began in 1879.",
    "The Soviet–Afghan War began in 1979. The Anglo-Afghan War of 1839 ended in a disaster.",
    "The war between Ethiopia and Tigray ended. The war between Russia and Chechnya ended.",
    "Hezbollah attacked Israeli troops. The PKK attacked Turkish soldiers.",
    "Gunmen killed 160 villagers in Mali. A bomb killed 60 people in a mosque in Pakistan.",
)


@pytest.mark.parametrize("text", TOGETHER)
def test_one_conflict_by_several_phrases(text: str) -> None:
    assert not any(are_apart(*pair) for pair in all_pairs(read(text)))
    assert len(gm.parse(text).conflicts) == 1


@pytest.mark.parametrize("text", APART)
def test_what_a_text_tells_apart_is_never_joined(text: str) -> None:
    assert any(are_apart(*pair) for pair in all_pairs(read(text)))
    assert len(gm.parse(text).conflicts) > 1


def test_what_is_told_apart_stays_so_however_far_away() -> None:
    battles = "\n\n".join(f"Iraqi troops shelled Abadan on {day} May 1982." for day in range(1, 31))
    text = f"The Iran–Iraq War began in 1980.\n\n{battles}\n\nThe Gulf War began in 1991."
    told = read(text)
    assert len(told) > sameness.NEAR
    first, last = 0, len(told) - 1
    assert are_apart(told[first], told[last])
    assert not any({first, last} <= set(group) for group in sameness.clusters(told))
