"""One line for every object, whatever stands in it; every field for who asks for more."""

import datetime as dt
from io import StringIO
from typing import Any

import attrs
import pytest
from hypothesis import given
from rich.console import Console

import geopolitics_model as gm
from geopolitics_model.model.shown import WIDTH
from tests.strategies import objects


@given(objects())
def test_the_repr_is_one_short_line(thing: Any) -> None:
    shown = repr(thing)
    assert shown.startswith(f"<{type(thing).__name__}")
    assert shown.endswith(">")
    assert len(shown) <= WIDTH
    assert shown.splitlines() == [shown]


def test_it_says_what_matters() -> None:
    ana = gm.Person(id="person:ana", name="Ana Ilić", roles=(gm.Role(title="president"),))
    assert repr(ana) == "<Person name='Ana Ilić' id='person:ana' roles=1>"
    said = gm.Statement(
        id="statement:1",
        content="We will leave.",
        speakers=("person:ana",),
        act=gm.SpeechAct.WARN,
    )
    assert repr(said).startswith("<Statement speakers='person:ana' act=warn content='We will le")
    assert repr(gm.Dossier(persons=(ana,))) == "<Dossier persons=1>"
    assert repr(gm.Dossier()) == "<Dossier>"


MAY = gm.When(text="May 2022", kind=gm.TimeKind.DATE, value="2022-05")


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (gm.Quantity(value=3800, unit="troops"), "value=3800 unit='troops' qualifier=exact"),
        (gm.Quantity(value=-(10**25)), "value=-1e+25 qualifier=exact"),
        (gm.Quantity(low=2.5, high=1e6), "low=2.5 high=1000000 qualifier=exact"),
        (MAY, "text='May 2022' value='2022-05' kind=date"),
        (gm.Strength(quantity=gm.Quantity(value=5), when=MAY), "quantity=5 when='2022-05'"),
        (gm.Role(title="x" * 32), f"title='{'x' * 32}'"),
        (gm.Role(title="x" * 33), f"title='{'x' * 31}…'"),
        (gm.Party(members=("place:x",)), "members='place:x'"),
        (gm.Party(members=("place:x", "place:y")), "members=2"),
        (
            gm.Place(id="place:x", name="X", latitude=44.123456789, longitude=-20.0),
            "name='X' id='place:x' kind=other latitude=44.1235 longitude=-20",
        ),
        (
            gm.Article(text="x", published=dt.date(2022, 8, 4)),
            "text='x' published=2022-08-04 id='article:2d711642b726b044'",
        ),
    ],
)
def test_each_kind_of_value_in_few_characters(thing: Any, shown: str) -> None:
    assert repr(thing) == f"<{type(thing).__name__} {shown}>"


def test_what_does_not_fit_is_left_out_at_a_field() -> None:
    article = gm.Article(title="x" * 32, text="x" * 32, source="x" * 32)
    assert repr(article) == f"<Article title='{'x' * 32}' text='{'x' * 32}' …>"


def test_rich_shows_every_field() -> None:
    span = gm.Span(article="article:1", start=3, end=5, text="We")
    statement = gm.Statement(id="statement:1", content="x" * 80, source_evidence=(span,))
    console = Console(file=StringIO(), width=200)
    console.print(statement)
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "x" * 80 in shown
    assert "start=3" in shown
    everything = {name for name, _, _ in statement.__rich_repr__()}
    assert everything == {field.name for field in attrs.fields(gm.Statement)}
