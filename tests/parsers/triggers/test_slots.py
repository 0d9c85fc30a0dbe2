"""Which dates and numbers the trigger model takes for those of a fact."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.language import Reading, read_many
from geopolitics_model.model import Article
from geopolitics_model.parsers import entities, statements, times
from geopolitics_model.parsers.triggers import SLOTS, opinions, slots

WORDS = (
    "war troops died killed in since until 1999 May Monday two 300 thousand percent , . the of and "
    "between from to 12 years began ended sent soldiers".split()
)


def reading(text: str) -> Reading:
    (read,) = read_many([Article(text=text)])
    for parser in (entities.parse, times.parse, statements.parse):
        read = read.knowing(read.found.extended(parser(read)))
    return read


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_any_words_give_columns_within_bounds_and_finite_odds(text: str) -> None:
    read = reading(text)
    found = slots.pairs(read, list(read.tokens))
    near = slots.values(read)
    assert found.sorts.size == 0 or -1 <= found.sorts.min() <= found.sorts.max() < slots.WIDTH
    assert all(0 <= v.start < v.end <= len(text) for v in near)
    assert all((v.when is None) != (v.counted is None) for v in near)
    for slot in SLOTS:
        odds = opinions(read).values(read.tokens, slot)
        assert set(odds) <= {v.start for v in near}
        assert all(np.isfinite(value) for value in odds.values())


@settings(max_examples=25)
@given(st.lists(st.sampled_from(WORDS), min_size=4, max_size=30).map(" ".join), st.floats(-3, 3))
def test_a_time_is_as_sure_as_asked_and_the_surest(text: str, least: float) -> None:
    read = reading(text)
    odds = opinions(read).values(read.tokens, "conflicts.start")
    found = opinions(read).time(read.tokens, "conflicts.start", least)
    whens = [v.start for v in slots.values(read) if v.when is not None and v.start in odds]
    if found is None:
        assert all(odds[at] < least for at in whens)
    else:
        assert odds[found.evidence[0].start] == max(odds[at] for at in whens) >= least


def test_what_the_rules_read_counts_more_and_stays_where_the_model_has_no_opinion() -> None:
    read = reading("The war began in 1999. " + "Nothing happened. " * 9 + "A truce was signed.")
    began, signed = (next(t for t in read.tokens if t.text == w) for w in ("began", "signed"))
    (when,) = read.times_in(0, len(read.text))
    start = when.evidence[0].start
    alone = opinions(read).values([began], "conflicts.start")[start]
    told = opinions(read).values([began], "conflicts.start", start)[start]
    assert told > alone
    assert opinions(read).time([signed], "conflicts.start", 99, when) is when
    assert opinions(read).time([began], "conflicts.start", 99, when) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Fighting between Chad and the FACT rebels erupted in April 2021.", "2021-04", None),
        (
            "Chad fought Libya over the Aouzou strip. The war lasted from 1978 to 1987.",
            "1978",
            "1987",
        ),
    ],
)
def test_when_a_war_began_and_ended(text: str, start: str, end: str | None) -> None:
    wars = gm.parse(text).conflicts
    assert start in {c.start.value for c in wars if c.start}
    assert end is None or end in {c.end.value for c in wars if c.end}


def test_victims_of_whom_no_table_says_what_befell_them() -> None:
    text = "Rebels attacked the garrison of Moundou in Chad. Some 40 soldiers were cut down."
    tolls = [(t.kind, t.quantity.value) for c in gm.parse(text).conflicts for t in c.casualties]
    assert ("killed", 40) in tolls


def test_what_a_policy_is_in_force_for() -> None:
    (policy,) = gm.parse("Kenya closed its border with Somalia for 90 days.").policies
    assert policy.duration is not None
    assert policy.duration.value == "P90D"
