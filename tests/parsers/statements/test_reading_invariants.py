"""What holds of any attributions whatever, sensible or not."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from geopolitics_model.language import Reading, read
from geopolitics_model.model import Statement
from geopolitics_model.parsers.statements.attribution import Attribution
from geopolitics_model.parsers.statements.reading import statements

TEXT = (
    "“The dam will hold if we pump,” the mayor said on Monday, “and nobody must leave.”\n\n"
    "He did not say who would pay. Oslo's envoy, in a letter to the council: no more delays!\n\n"
    'According to "the report, nine wells are dry, and she called on all to "save water.'
)


@cache
def reading() -> Reading:
    return read(TEXT)


@st.composite
def attributions(draw: st.DrawFn) -> list[Attribution]:
    places = st.integers(0, len(TEXT))
    words = st.none() | st.integers(0, len(reading().tokens) - 1)
    out = []
    for i in range(draw(st.integers(1, 4))):
        cuts = sorted(draw(st.lists(places, min_size=2, max_size=6, unique=True)))
        pairs = tuple((a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b)
        parent = draw(st.none() | st.integers(0, i - 1)) if i else None
        out.append(Attribution(pairs, (), (), draw(words), draw(words), 1.0, parent))
    return out


@settings(max_examples=150, deadline=None)
@given(attributions())
def test_statements_stand_in_the_text_once_each_and_always_the_same(
    given: list[Attribution],
) -> None:
    found = list(statements(reading(), given))
    assert found == list(statements(reading(), given))
    spoken = [f for f in found if isinstance(f, Statement)]
    assert len(spoken) == len(found)
    assert len({s.id for s in spoken}) == len(spoken) <= len(given)
    for item in spoken:
        assert item.content == " ".join(span.text for span in item.content_evidence)
        for span in item.evidence:
            assert TEXT[span.start : span.end] == span.text
        if item.condition is not None:
            assert item.condition in TEXT
