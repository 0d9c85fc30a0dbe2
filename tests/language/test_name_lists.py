"""Lists of names as hashes, and the features that say which list a token stands in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geopolitics_model.language.mention_tagger import load
from geopolitics_model.language.name_lists import (
    PHRASE_LISTS,
    WIDTH,
    WORD_LISTS,
    features,
    fold,
    name_hashes,
)

LISTS = {name: name_hashes([]) for name in (*WORD_LISTS, *PHRASE_LISTS)} | {
    "given": name_hashes(["Žarko", "Paris"]),
    "place": name_hashes(["Paris", "Port-au-Prince", "São Tomé"]),
}
GIVEN = WORD_LISTS.index("given")
PLACE = len(WORD_LISTS) + 3 * PHRASE_LISTS.index("place")


def test_fold_drops_case_accents_and_punctuation() -> None:
    assert fold("Žarko") == fold("ZARKO") == "zarko"
    assert fold("Ba'ath") == "baath"
    assert fold("-") == ""


def test_a_word_can_stand_in_several_lists() -> None:
    rows = features(["Paris", "slept"], LISTS)
    assert set(np.flatnonzero(rows[0])) == {GIVEN, PLACE}
    assert not rows[1].any()


@pytest.mark.parametrize(
    "words", [["Port", "-", "au", "-", "Prince"], ["Port-au-Prince"], ["PORT", "AU", "PRINCE"]]
)
def test_a_name_is_found_however_it_is_cut(words: list[str]) -> None:
    rows = features(words, LISTS)
    first = PLACE if len(words) == 1 else PLACE + 1
    assert rows[0, first]
    assert all(rows[i, PLACE + 2] for i in range(1, len(words)))


def test_no_name_runs_over_a_comma_or_starts_small() -> None:
    assert not features(["São", ",", "Tomé"], LISTS)[:, PLACE:].any()
    assert not features(["paris"], LISTS).any()


@given(st.lists(st.text(st.sampled_from("PpaAéris-’.tT"), min_size=1, max_size=8), max_size=12))
def test_a_row_a_token_and_the_same_row_in_any_context_after_it(words: list[str]) -> None:
    rows = features(words, LISTS)
    assert rows.shape == (len(words), WIDTH)
    longer = features([*words, ","], LISTS)
    assert np.array_equal(longer[:-1], rows)
    assert not longer[-1].any()


def test_the_lists_that_ship_know_names_of_many_regions() -> None:
    lists = load().lists
    for name in ("Ouagadougou", "Deir ez - Zor", "Yekaterinburg", "Da Nang"):
        assert features(name.split(), lists)[0, PLACE : PLACE + 2].any(), name
    for name in ("Vladimir", "Mohammed", "Ngozi", "Carlos"):
        assert features([name], lists)[0, GIVEN], name
