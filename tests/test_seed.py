"""The document the project started from, read end to end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import geopolitics_model as gm
from geopolitics_model.model.walk import references

SEED = Path(__file__).parents[1] / "seeds" / "seed-kosovo.txt"


@pytest.fixture(scope="module")
def dossier() -> gm.Dossier:
    return gm.parse(SEED.read_text(encoding="utf-8"), published="2022-08-04")


def test_nothing_failed(dossier: gm.Dossier) -> None:
    assert dossier.diagnostics == ()


@pytest.mark.parametrize(
    "id",
    ["organisation:nato", "place:kosovo", "place:serbia", "place:ukraine", "place:tunisia",
     "place:mauritania", "organisation:islamic-state", "person:jens-stoltenberg",
     "person:albin-kurti"],
)  # fmt: skip
def test_who_and_where(dossier: gm.Dossier, id: str) -> None:
    assert dossier[id].mentions


def test_stoltenberg_heads_nato(dossier: gm.Dossier) -> None:
    roles = {(r.title.lower(), r.organisation) for r in dossier["person:jens-stoltenberg"].roles}
    assert ("secretary general", "organisation:nato") in roles


def test_kurti_is_prime_minister_of_kosovo(dossier: gm.Dossier) -> None:
    roles = {(r.title.lower(), r.place) for r in dossier["person:albin-kurti"].roles}
    assert ("prime minister", "place:kosovo") in roles


def test_the_alliance_is_nato(dossier: gm.Dossier) -> None:
    called = {m.span.text.lower(): m.form for m in dossier["organisation:nato"].mentions}
    assert called["north atlantic alliance"] is gm.MentionForm.NAME
    assert any(text.endswith("alliance") for text in called)


def test_kfor_is_a_mission_of_nato_in_kosovo(dossier: gm.Dossier) -> None:
    kfor = dossier["mission:kfor"]
    assert "organisation:nato" in kfor.leads
    assert "place:kosovo" in kfor.places
    (strength,) = kfor.strengths
    assert (strength.quantity.value, strength.quantity.unit) == (3775, "soldiers")
    assert strength.contributors is not None
    assert strength.contributors.value == 28


def test_stoltenberg_speaks(dossier: gm.Dossier) -> None:
    own = [s for s in dossier.statements if "person:jens-stoltenberg" in s.speakers]
    assert any("biggest strategic crisis" in s.content for s in own)
    assert any(s.act is gm.SpeechAct.WARN for s in own)
    (message,) = [s for s in dossier.statements if s.content.startswith("I talked with")]
    assert message in own
    assert message.cue_evidence[0].text == "said"


def test_the_postponement_is_a_policy_of_a_month(dossier: gm.Dossier) -> None:
    postponed = [p for p in dossier.policies if p.status is gm.PolicyStatus.POSTPONED]
    assert len(postponed) == 3  # the permits, the plates, and the decision to put both off
    assert {p.effective.value for p in postponed if p.effective} == {"2022-09-01"}
    assert "P1M" in {p.duration.value for p in postponed if p.duration}


def test_the_war_left_13_000_dead(dossier: gm.Dossier) -> None:
    tolls = [c for conflict in dossier.conflicts for c in conflict.casualties]
    assert 13_000 in {c.quantity.value for c in tolls}


def test_every_fact_stands_in_the_text(dossier: gm.Dossier) -> None:
    text = SEED.read_text(encoding="utf-8")
    spans = list(_spans(dossier.to_dict()))
    assert len(spans) > 100
    assert all(text[s["start"] : s["end"]] == s["text"] for s in spans)


def test_every_reference_leads_somewhere(dossier: gm.Dossier) -> None:
    for section in ("organisations", "persons", "places", "missions", "statements", "policies",
                    "conflicts"):  # fmt: skip
        for thing in getattr(dossier, section):
            assert all(dossier[id] for _, id in references(thing))


def _spans(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"article", "start", "end", "text"} <= value.keys():
            yield value
        for part in value.values():
            yield from _spans(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _spans(part)


def test_two_processes_with_other_hash_seeds_give_the_same_bytes(dossier: gm.Dossier) -> None:
    program = (
        "import sys, geopolitics_model as gm; text = open(sys.argv[1], encoding='utf-8').read();"
        "sys.stdout.buffer.write(gm.dumps(gm.parse(text, published='2022-08-04')))"
    )
    outputs = [
        subprocess.run(
            [sys.executable, "-c", program, str(SEED)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1] == gm.dumps(dossier)
