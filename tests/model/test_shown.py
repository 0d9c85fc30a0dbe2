"""One line for every object, whatever stands in it; every field for who asks for more."""

from io import StringIO
from typing import Any

import attrs
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
