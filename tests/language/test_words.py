"""The vectors of words."""

from __future__ import annotations

import numpy as np

from geopolitics_model.language import words


def near(word: str, other: str) -> float:
    table = words.load()
    one, two = (table.vectors[table.row(w)] for w in (word, other))
    return float(one @ two / np.linalg.norm(one) / np.linalg.norm(two))


def test_words_of_one_use_lie_near_each_other() -> None:
    assert near("moratorium", "ban") > near("moratorium", "goal")
    assert near("battalion", "regiment") > near("battalion", "tariff")
    assert near("recognise", "recognize") > near("recognise", "withdraw")


def test_the_first_known_form_counts_and_nothing_is_row_nought() -> None:
    table = words.load()
    assert table.row("xxqz", "war") == table.row("war") > 0
    assert table.row("xxqz") == 0
    assert not table.vectors[0].any()
    assert len(table.vectors) == len(np.unique(table.vectors, axis=0))
