"""Military units by number."""

from __future__ import annotations

import pytest

import geopolitics_model as gm


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Men of 40 Commando Royal Marines landed.", ["40 Commando Royal Marines"]),
        ("Typhoons of 3 (Fighter) Squadron struck.", ["3 (Fighter) Squadron"]),
        ("The 3rd Armoured Brigade advanced.", ["3rd Armoured Brigade"]),
        ("On July 3 Division commanders met.", []),
        ("In 2015 Brigade commanders met.", []),
        ("On 12 May Brigade 12 attacked.", []),
        ("In Article 5 Division heads met.", []),
        ("About 12 Air Force Squadron leaders met.", []),
    ],
)
def test_a_number_is_a_name_where_nothing_is_counted(text: str, names: list[str]) -> None:
    found = [body.name for body in gm.parse(text).organisations]
    assert [name for name in found if name[0].isdigit()] == names
