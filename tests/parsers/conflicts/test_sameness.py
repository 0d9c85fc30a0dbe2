"""Which phrases speak of the same conflict: groups, weights, what is told apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.language import Reading
from geopolitics_model.parsers import conflicts
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
        phrases = learned.phrases(reading, mentions.find(reading))
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
    assert groups == sorted(groups)
    assert groups == sameness.clusters(told)


def test_every_fact_is_weighed() -> None:
    told = read("\n\n".join(SENTENCES))
    weights = sameness.load()
    pairs = list(all_pairs(told))
    assert len(pairs) > 20
    alone = {name for one in told for name, _ in of_phrase(one)}
    together = {name for pair in pairs for name, _ in of_pair(*pair)}
    assert alone <= set(weights.earlier) | set(weights.later)
    assert together <= set(weights.pair)


def test_the_odds_are_the_sum_of_what_the_facts_count() -> None:
    told = read("\n\n".join(SENTENCES))
    weights = sameness.load()
    one, other = next(pair for pair in all_pairs(told) if not are_apart(*pair))
    parts = [
        (weights.pair, of_pair(one, other)),
        (weights.earlier, of_phrase(one)),
        (weights.later, of_phrase(other)),
    ]
    total = sum(table.get(name, 0) * value for table, facts in parts for name, value in facts)
    assert weights.odds(one, other) == pytest.approx(total + weights.pair["always"])


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The first war in Chechnya ended in 1996. The second war began in 1999.", True),
        ("The Chaco War began in 1932. The War of the Pacific had ended in 1884.", True),
        ("The Chaco War began in 1932. The Chaco War ended in 1935.", False),
        ("The first war in Chechnya ended in 1996. The war cost many lives.", False),
    ],
)
def test_what_is_numbered_or_named_otherwise_is_apart(text: str, apart: bool) -> None:
    one, other = read(text)[0], read(text)[-1]
    assert are_apart(one, other) is apart
    assert (len(gm.parse(text).conflicts) > 1) is apart
