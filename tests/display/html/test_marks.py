"""Marked text: every character stays, whatever is marked; what overlaps is cut and not lost."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from geopolitics_model.display.html.marks import Mark, Paragraph, by_paragraph, paragraphs, pieces
from geopolitics_model.display.html.text import labelled, linked
from tests.strategies import texts

LAYERS = ("pe", "og", "pl", "mi", "co", "st", "po", "cu", "ti")
bodies = st.lists(texts | st.sampled_from(["\n", "\n\n", "\r\n", " \n\t\n"]), max_size=8).map(
    "".join
)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(bodies.filter(bool))
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places), max_size=8))
    marks = [
        Mark(min(pair), max(pair), draw(st.sampled_from(LAYERS)), f"a1st{number}")
        for number, pair in enumerate(pairs)
        if pair[0] != pair[1]
    ]
    return text, marks


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


@given(marked())
def test_the_text_stays_exactly(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    markers = [(mark.start, mark.target, "S1") for mark in marks]
    anchors = {mark.end for mark in marks}
    # `unescape` reads a reference to a NUL as U+FFFD, but none is written.
    assert plain(linked(text, 0, marks, prefix="a1", anchors=anchors, markers=markers)) == text
    assert plain(labelled(text, 0, marks, {"a1st0": '<b>"&'})) == text


@given(marked())
def test_a_piece_is_under_the_same_marks_throughout(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    found = [*pieces(text, 0, marks, ())]
    assert "".join(piece.text for piece in found) == text
    for piece in found:
        for at in range(piece.start, piece.start + len(piece.text)):
            assert {*piece.marks} == {mark for mark in marks if mark.start <= at < mark.end}


@given(marked())
def test_paragraphs_keep_the_text_and_get_the_marks_that_touch_them(
    case: tuple[str, list[Mark]],
) -> None:
    text, marks = case
    parts = paragraphs(text)
    assert "".join(part.text + part.gap for part in parts) == text
    assert all(text[part.start :].startswith(part.text) for part in parts)
    for part, inside in by_paragraph(parts, marks):
        touching = {m for m in marks if m.start < part.end and m.end > part.start}
        assert {*inside} == touching


def test_paragraphs_are_between_blank_lines_or_else_lines() -> None:
    assert paragraphs("One\ntwo\n \nThree\n") == [
        Paragraph(0, "One\ntwo", "\n \n"),
        Paragraph(10, "Three\n", ""),
    ]
    assert [part.text for part in paragraphs("One\nTwo\n\n")] == ["One", "Two"]
    assert paragraphs("") == []


def test_a_name_inside_a_passage_is_a_link_and_tinted() -> None:
    text = "Ana says we leave <now>."
    marks = [Mark(9, 23, "st", "a1st1"), Mark(9, 11, "og", "a1e4"), Mark(4, 8, "cu", "a1st1")]
    html = linked(text, 0, marks, prefix="a1", anchors={9}, markers=[(9, "a1st1", "S1")])
    assert html == (
        "Ana <span class=cu>says</span> <span class=st>"
        "<a class=nst id=a1w9 href=#a1st1 aria-label=S1></a>"
        "<a class=og href=#a1e4>we</a> leave &lt;now&gt;</span>."
    )


def test_marks_that_overlap_are_cut_and_the_shorter_one_leads() -> None:
    marks = [Mark(0, 8, "pe", "long"), Mark(6, 10, "pl", "short")]
    assert labelled("abcdefghij", 0, marks, {"short": "the short one"}) == (
        '<label class="pe" for="long" title="">abcdef</label>'
        '<label class="pl" for="short" title="the short one">gh</label>'
        '<label class="pl" for="short" title="the short one">ij</label>'
    )


def test_a_carriage_return_survives_the_parser_of_a_browser() -> None:
    assert linked("a\r\nb", 0, [], prefix="a1") == "a&#13;\nb"
