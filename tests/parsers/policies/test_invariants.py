"""What holds of any text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from geopolitics_model.model import PolicyKind
from geopolitics_model.parsers import tables

from .reader import each

ROWS = [
    row["example"]
    for table in ("frames", "acts", "nominals", "decisions")
    for row in tables.rows("geopolitics_model.parsers.policies", table)
]
sentences = st.lists(st.sampled_from(ROWS), min_size=1, max_size=4)


@settings(deadline=None, max_examples=20)
@given(sentences)
def test_evidence_stands_in_the_text_and_history_ends_in_the_status(parts: list[str]) -> None:
    text = " ".join(parts)
    (found,) = each([text])
    assert len({policy.id for policy in found}) == len(found)
    for policy in found:
        assert policy.evidence
        assert policy.history[-1].status is policy.status
        if policy.kind is not PolicyKind.AGREEMENT:  # the partner of a pact is both
            assert not set(policy.actors) & set(policy.targets)
        for span in policy.evidence:
            assert text[span.start : span.end] == span.text


@settings(deadline=None, max_examples=10)
@given(sentences)
def test_the_same_text_gives_the_same_policies(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    first, second = each([text, text])
    assert first == second


@settings(deadline=None, max_examples=20)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    each([text])
