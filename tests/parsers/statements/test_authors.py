"""Whose the "we" of a text is, by how it opens."""

from __future__ import annotations

import pytest

import geopolitics_model as gm

MINISTERS = "The visa restrictions announced today bar five judges of that court from entry."


@pytest.mark.parametrize(
    ("opening", "speakers"),
    [
        (
            "Visa Restrictions\n\nPress Statement\nMarco Rubio, Secretary of State\n\n",
            "marco-rubio",
        ),
        ("Statement by Foreign Minister Penny Wong\n\n", "penny-wong"),
        ("Remarks of Jens Stoltenberg in Berlin\n\n", "jens-stoltenberg"),
        ("Joint statement by NATO and the European Union\n\n", "nato eu"),
        ("Joint communiqué of the 56th ASEAN Foreign Ministers’ Meeting\n\n", "asean"),
        ("NATO statement falls short of what was promised\n\n", ""),
        ("Jens Stoltenberg says the allies bar five judges\n\n", ""),
        ("Five judges of the court are barred from entry\n\n", ""),
    ],
)
def test_by_the_lines_above(opening: str, speakers: str) -> None:
    dossier = gm.parse(f"{opening}{MINISTERS}\n\nWe call on the junta to release all prisoners.")
    assert [id.partition(":")[2] for id in dossier.statements[-1].speakers] == speakers.split()


def test_by_the_first_sentence() -> None:
    dossier = gm.parse(
        "We, the leaders of Chad and Niger, met in Abuja. We agreed to reopen the border on 5 May."
    )
    assert dossier.statements[-1].speakers == ("place:chad", "place:niger")


def test_not_inside_a_quotation() -> None:
    dossier = gm.parse(
        f"Marco Rubio, Secretary of State\n\n{MINISTERS}\n\n“We demand that they leave,” it said."
    )
    assert all(said.speakers != ("person:marco-rubio",) for said in dossier.statements)


@pytest.mark.parametrize(
    "heading", ["Netanyahu, Gaza and the ceasefire", "Letter from Istanbul", "Rubio, one year on"]
)
def test_what_is_no_author(heading: str) -> None:
    dossier = gm.parse(f"{heading}\n\n{MINISTERS}\n\nI believe that the war will go on.")
    assert dossier.statements[-1].speakers == ()
