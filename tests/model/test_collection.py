"""Filters: they chain, resolve names as people use them, and never lose what a tuple is."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import warnings
from typing import Any

import attrs
import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.errors import InvalidValue, UnknownNameWarning
from geopolitics_model.model import SECTIONS
from geopolitics_model.model.collection import Collection
from tests.display.article import (
    ALLIANCE,
    ARTICLE,
    BRIDGE,
    DOSSIER,
    LEE,
    RURITANIA,
    SANCTIONS,
    TOLD,
    WAR,
    WARNED,
    ZAK,
    ZENDA,
)
from tests.strategies import dossiers

SAID = DOSSIER.statements


@given(dossiers())
def test_a_section_is_a_tuple_in_all_that_matters(dossier: gm.Dossier) -> None:
    for section in SECTIONS:
        things = getattr(dossier, section)
        assert isinstance(things, Collection)
        assert things == tuple(things)
        assert hash(things) == hash(tuple(things))
        assert type(things[:1]) is type(things)
        assert things.where(lambda _: True) == things
        assert things.where(lambda _: False) == ()
    assert gm.loads(gm.dumps(dossier)) == dossier
    assert copy.deepcopy(dossier) == pickle.loads(pickle.dumps(dossier)) == dossier


def test_fields_are_still_declared_as_tuples() -> None:
    fields = attrs.fields_dict(gm.Dossier)
    assert fields["statements"].type == tuple[gm.Statement, ...]
    made = gm.Dossier(persons=[LEE, ZAK], organisations=[ALLIANCE], articles=(ARTICLE,))
    assert made.persons == (LEE, ZAK)


def test_filters_chain() -> None:
    assert SAID.by("Ann Lee").to("Ruritania").about("Zenda").on("2022-08") == (TOLD,)
    assert SAID.by("Ann Lee").by("Bo Žak") == ()
    assert SAID.by("Ann Lee", "Bo Žak") == SAID
    assert SAID.saying("AT  once") == (TOLD,)


@pytest.mark.parametrize("name", ["Ann Lee", "ann lee", "Lee", "person:ann-lee", LEE])
def test_names_are_resolved_as_people_use_them(name: Any) -> None:
    assert SAID.by(name) == (TOLD,)


def test_accents_may_be_left_out() -> None:
    assert SAID.by("Zak") == SAID.by("Bo Zak") == (WARNED,)


def test_a_country_means_its_government_too_but_an_id_only_itself() -> None:
    assert DOSSIER.policies.by("Ruritania") == (SANCTIONS,)
    assert DOSSIER.policies.by("place:ruritania") == ()
    assert SAID.to("Government of Ruritania") == (TOLD,)


def test_what_is_not_there_gives_nothing_and_a_slip_of_the_pen_a_warning() -> None:
    with pytest.warns(UnknownNameWarning, match="'Ann Leee'; did you mean Ann Lee"):
        assert SAID.by("Ann Leee") == ()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert SAID.by("Atlantis") == ()


def test_missions_policies_and_conflicts_have_filters_of_their_own() -> None:
    assert DOSSIER.missions.by("Northern Alliance").in_("Zenda") == (BRIDGE,)
    assert DOSSIER.missions.in_("Ruritania") == (BRIDGE,), "Zenda lies in Ruritania"
    assert DOSSIER.policies.towards("Zenda") == (SANCTIONS,)
    assert DOSSIER.conflicts.between("Zenda", "Ruritania") == (WAR,)
    assert DOSSIER.conflicts.between("Zenda") == (WAR,)
    assert DOSSIER.conflicts.between("Zenda", "Zenda") == ()
    assert DOSSIER.conflicts.between("Zenda", "Ann Lee") == ()
    assert DOSSIER.conflicts.in_("Ruritania") == (WAR,)
    assert DOSSIER.conflicts.mediated_by("Ann Lee") == ()
    assert DOSSIER.persons.of("Northern Alliance") == (LEE,)
    assert DOSSIER.organisations.of("Ruritania").named("Government of Ruritania")
    assert DOSSIER.places.in_("Ruritania") == (ZENDA,)


@pytest.mark.parametrize(
    ("section", "when", "found"),
    [
        ("statements", "2022-08-03", (TOLD,)),
        ("statements", dt.date(2022, 8, 4), (WARNED,)),
        ("statements", "2022-08", (TOLD, WARNED)),
        ("statements", "2022-08-04/..", (WARNED,)),
        ("statements", "2021", ()),
        ("policies", "2022-07-15", (SANCTIONS,)),
        ("policies", "2022-08", ()),
        ("missions", "2010", (BRIDGE,)),
        ("missions", "2003", ()),
        ("conflicts", "2001", (WAR,)),
        ("conflicts", "2003-06", ()),
        ("places", "2022", ()),
    ],
)
def test_on_a_day(section: str, when: str | dt.date, found: tuple[Any, ...]) -> None:
    assert getattr(DOSSIER, section).on(when) == found


@pytest.mark.parametrize("when", ["PXD", "PAST_REF", "August"])
def test_on_no_day(when: str) -> None:
    with pytest.raises(InvalidValue):
        SAID.on(when)


def test_where_knows_the_fields() -> None:
    assert SAID.where(act="warn") == SAID.where(act=gm.SpeechAct.WARN) == (WARNED,)
    assert SAID.where(act=("warn", "demand")) == SAID
    assert SAID.where(speakers="Ann Lee", act="warn") == ()
    assert SAID.where(when="2022") == (TOLD,)
    assert SAID.where(when=None) == (WARNED,)
    assert SAID.where(addressees=None, content="WAR") == (WARNED,)
    assert SAID.where(lambda said: said.when, act="demand") == (TOLD,)


def test_where_refuses_what_can_never_be() -> None:
    with pytest.raises(InvalidValue, match="no field 'speker'; did you mean speakers"):
        SAID.where(speker="Ann Lee")
    with pytest.raises(InvalidValue, match="act: 'shout' is none of: assert, "):
        SAID.where(act="shout")


def test_by_article() -> None:
    other = gm.Article(text="Zenda.", url="https://example.org/zenda")
    mention = gm.Mention(span=gm.Span(article=other.id, start=0, end=5, text="Zenda"))
    castle = gm.Place(id="place:castle", name="Castle", mentions=(mention,))
    both = DOSSIER | gm.Dossier(articles=(other,), places=(castle,))
    for key in (other, other.id, "https://example.org/zenda"):
        assert both.places.from_article(key) == (castle,)
    assert both.places.from_article("Bridge") == (RURITANIA, ZENDA)


def test_a_collection_says_what_it_is_on_one_line() -> None:
    assert repr(SAID) == "<Statements: 2>"
