"""What is worth a parse: politics, war and diplomacy, in few words or within much else."""

import csv
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model import knowledge

POLITICS = [
    "Russia and Ukraine agreed on a ceasefire on Sunday, the foreign ministry in Kyiv said.",
    "Lawmakers voted on Tuesday to reject the treaty that the president had signed in Geneva.",
    "The rebels shelled the town for two days; forty civilians were killed and hundreds fled.",
    "NATO will keep its troops in Kosovo, the alliance's secretary general told reporters.",
]
OTHER = [
    "Preheat the oven to 200 degrees. Mix flour, butter and sugar, and bake for forty minutes.",
    "The function returns a list of all keys. If the argument is missing, an error is raised.",
    "Her second novel tells of a lighthouse keeper and his daughter, and of a winter without end.",
    "Install the package, open the settings and choose a theme; the page reloads at once.",
]


@pytest.mark.parametrize("text", POLITICS)
def test_politics_passes(text: str) -> None:
    found = gm.screen(text)
    assert found
    assert found.score >= 1
    assert all(reason in text for reason in found.reasons)


@pytest.mark.parametrize("text", [*OTHER, " ".join(OTHER * 40), "", "\n"])
def test_other_text_does_not(text: str) -> None:
    assert not gm.screen(text)


def test_a_page_of_politics_in_a_long_document_is_enough() -> None:
    much = " ".join(OTHER * 60)
    assert gm.screen(f"{much}\n\n{' '.join(POLITICS * 3)}\n\n{much}")


def test_words_count_only_as_words_and_once() -> None:
    assert gm.screen("Award softwares stewards upstate").reasons == ()
    once, often = gm.screen("Iran and war."), gm.screen("Iran, Iran, Iranian war and war.")
    assert once.reasons == often.reasons == ("Iran", "war")


@pytest.mark.parametrize("around", ['"{}"', "\n{}\n", "({})", "{}'s", "“{}”", "{}-born"])
def test_names_stand_beside_any_mark(around: str) -> None:
    assert gm.screen(around.format("Kosovo")).reasons == ("Kosovo",)


@given(st.text(max_size=300), st.sampled_from(POLITICS))
def test_any_text_is_screened_and_what_passes_says_why(text: str, politics: str) -> None:
    assert gm.screen(text).score >= 0
    both = gm.screen(f"{politics} {text}")
    assert set(both.reasons) >= set(gm.screen(politics).reasons)
    assert bool(both) == (both.score >= 1)


def test_names_of_the_users_own_tables_count(tmp_path: Path) -> None:
    table = "id,name,kind\norganisation:quux-front,Quux Front,armed_group\n"
    (tmp_path / "organisations.csv").write_text(table, encoding="utf-8")
    text = "The Quux Front met."
    assert gm.screen(text).reasons == ()
    try:
        knowledge.load(tmp_path)
        assert gm.screen(text).reasons == ("Quux Front",)
    finally:
        knowledge.reset()


def test_the_table_of_words_is_in_order() -> None:
    path = files("geopolitics_model.corpus").joinpath("data").joinpath("signals.csv")
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    assert len(rows) > 250
    assert len({row["word"] for row in rows}) == len(rows)
    assert {row["points"] for row in rows} == {"1", "2"}
    assert {row["stem"] for row in rows} == {"yes", "no"}
