"""Missions speak and are spoken to by the names that the tables know."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model import knowledge

ACRONYMS = sorted(
    match.surface
    for mission in knowledge.missions()
    for match in knowledge.match(mission.aliases[0] if mission.aliases else "")
    if match.candidates == (mission.id,) and not match.weak and match.surface.isupper()
)


def test_there_are_many() -> None:
    assert len(ACRONYMS) > 20


@given(st.sampled_from(ACRONYMS or ["KFOR"]))
def test_a_force_speaks(name: str) -> None:
    dossier = gm.parse(f"{name} said on Monday that two of its soldiers had been wounded.")
    (said,) = dossier.statements
    (id,) = said.speakers
    assert id in knowledge.find_ids(name)
    assert id in {mission.id for mission in dossier.missions}


def test_a_force_is_spoken_to_and_has_spokesmen() -> None:
    dossier = gm.parse("The ministers urged UNIFIL to stay. A UNIFIL spokesman said it would.")
    urged, said = dossier.statements
    assert urged.addressees == said.speakers == ("mission:unifil",)


def test_a_headquarters_comes_before_its_mission() -> None:
    dossier = gm.parse("CJTF-OIR said in a release that it had struck a bridge near Mosul.")
    assert [said.speakers for said in dossier.statements] == [("organisation:cjtf-oir",)]
    assert "mission:cjtf-oir" in {mission.id for mission in dossier.missions}
