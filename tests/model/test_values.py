"""Spans, mentions, identifiers, quantities, casualties, diagnostics."""

from typing import Any

import pytest

import geopolitics_model as gm
from geopolitics_model.errors import InvalidValue


def test_a_span_fills_its_range() -> None:
    span = gm.Span(article="article:0", start=0, end=1, text="👩")
    assert (span.start, span.end, span.text) == (0, 1, "👩")


@pytest.mark.parametrize(("start", "end", "text"), [(3, 3, ""), (5, 4, "x"), (-1, 1, "xy")])
def test_an_empty_or_negative_range(start: int, end: int, text: str) -> None:
    message = rf"^Span\.start, Span\.end: {start}\.\.{end} is an empty or negative range$"
    with pytest.raises(InvalidValue, match=message):
        gm.Span(article="article:0", start=start, end=end, text=text)


@pytest.mark.parametrize("text", ["", "NAT", "NATO!"])
def test_a_text_of_another_length(text: str) -> None:
    message = rf"^Span\.text: {len(text)} characters cannot fill 2\.\.6$"
    with pytest.raises(InvalidValue, match=message):
        gm.Span(article="article:0", start=2, end=6, text=text)


def test_a_mention_is_by_name_unless_said_otherwise() -> None:
    span = gm.Span(article="article:0", start=0, end=4, text="NATO")
    assert gm.Mention(span=span).form is gm.MentionForm.NAME
    assert gm.Mention(span=span, form=gm.MentionForm.PRONOUN).form == "pronoun"


@pytest.mark.parametrize(("scheme", "value"), [("", "Q7184"), ("wikidata", "")])
def test_an_identifier_has_scheme_and_value(scheme: str, value: str) -> None:
    with pytest.raises(InvalidValue, match=r"^Identifier\.scheme, Identifier\.value: neither may"):
        gm.Identifier(scheme=scheme, value=value)


@pytest.mark.parametrize(
    "figures", [{"value": 60}, {"low": 5, "high": 5}, {"low": 24}, {"high": 9.5}, {}]
)
def test_quantities(figures: dict[str, Any]) -> None:
    quantity = gm.Quantity(**figures, unit="soldiers", qualifier=gm.Qualifier.AT_LEAST)
    none = {"value": None, "low": None, "high": None}
    assert {name: getattr(quantity, name) for name in none} == none | figures
    assert (quantity.unit, quantity.qualifier) == ("soldiers", "at_least")
    assert gm.Quantity().qualifier is gm.Qualifier.EXACT


@pytest.mark.parametrize("given", [{"low": 1}, {"high": 1}, {"low": 0, "high": 0}])
def test_a_figure_excludes_a_range(given: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue, match=r"^Quantity\.value: a figure and a range exclude each"):
        gm.Quantity(value=0, **given)


def test_a_range_is_in_order() -> None:
    with pytest.raises(InvalidValue, match=r"^Quantity\.low, Quantity\.high: 6 is above 5$"):
        gm.Quantity(low=6, high=5)


def test_casualties_and_diagnostics() -> None:
    quantity = gm.Quantity(value=3)
    killed = gm.Casualties(quantity=quantity, kind=gm.CasualtyKind.KILLED)
    assert (killed.quantity, killed.group, killed.evidence) == (quantity, None, ())
    diagnostic = gm.Diagnostic(code="quotation-open", message="no closing mark")
    assert diagnostic.span is None
