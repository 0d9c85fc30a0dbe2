"""A mission and its name are one, however the text puts them side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.model import MissionStatus
from geopolitics_model.parsers.missions.titles import is_same_name

NAMES = st.lists(
    st.sampled_from("Operation EUFOR Desert Storm Althea the Mali".split()), min_size=1, max_size=4
).map(" ".join)


@given(NAMES, NAMES)
def test_sameness_of_names_is_mutual_and_holds_of_one_name(one: str, other: str) -> None:
    assert is_same_name(one, one)
    assert is_same_name(one, other) is is_same_name(other, one)


def test_names_that_are_one_and_names_that_are_not() -> None:
    assert is_same_name("Operation Lightning Hammer", "Lightning Hammer")
    assert is_same_name("EUNAVFOR", "EUNAVFOR Med")
    assert not is_same_name("EUTM Mali", "EUTM Somalia")
    assert not is_same_name("Desert", "Desert Storm")


@pytest.mark.parametrize(
    "text",
    [
        "The Union gave its consent to EULEX, a mission of 1,800 policemen, on Saturday.",
        "The offensive of the Congolese army, known as Operation Shujaa, went on in Ituri.",
        "The advisory mission in Ukraine, EUAM Ukraine, was widened in April.",
        "UNSCOB kept teams of observers in Macedonia.",
    ],
)
def test_one_mission_with_its_name(text: str) -> None:
    assert len(gm.parse(text).missions) == 1


def test_missions_of_a_list_stay_apart() -> None:
    text = "The Union runs EULEX, a training mission in Mali and a naval force in the Red Sea."
    assert len(gm.parse(text).missions) > 1


_HISTORY = (
    "Fighting began in 1960 in the Congo. The United Nations sent ONUC, a force of 20,000 men. The "
    "rebels held Stanleyville until 1961. Belgium recalled its officers. The premier died in 1962. "
    "His allies fled. The army took Bukavu. The governor surrendered. The consuls left the town."
)


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ("", MissionStatus.ENDED),
        (" The force is still there. It has four bases.", MissionStatus.ACTIVE),
        (" Its soldiers crossed the river on Monday.", MissionStatus.ACTIVE),
    ],
)
def test_missions_of_a_history_are_over(more: str, status: MissionStatus) -> None:
    [mission] = [m for m in gm.parse(_HISTORY + more).missions if m.name == "ONUC"]
    assert mission.status is status
