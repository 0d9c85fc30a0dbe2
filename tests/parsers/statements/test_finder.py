"""Attributions of whole texts, by the components that ship."""

from __future__ import annotations

import pytest

from geopolitics_model.language import read
from geopolitics_model.parsers.statements import finder
from geopolitics_model.parsers.statements.attribution import Attribution
from geopolitics_model.parsers.statements.finder import find


def said(text: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of every attribution, as text."""
    parts = []
    for attribution in find(read(text)):
        source, cue, content = (
            " ... ".join(text[a:b] for a, b in ranges)
            for ranges in (attribution.source, attribution.cue, attribution.content)
        )
        parts.append((source, cue, content))
    return parts


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The minister said that the border would reopen in May.",
            "The minister",
            "the border would reopen in May",
        ),
        (
            "“We will not leave the valley,” the general said.",
            "the general",
            "We will not leave the valley",
        ),
        (
            "According to the ministry, the patrol had crossed the river.",
            "the ministry",
            "the patrol had crossed the river",
        ),
        (
            "The president urged both sides to respect the truce.",
            "The president",
            "to respect the truce",
        ),
        (
            "The two convoys were attacked near the bridge, the army said.",
            "the army",
            "The two convoys were attacked near the bridge",
        ),
        (
            "Sweden condemned the bombing of the market.",
            "Sweden",
            "the bombing of the market",
        ),
    ],
)
def test_one_statement(text: str, source: str, content: str) -> None:
    [(found_source, _, found_content)] = said(text)
    assert found_source == source
    assert found_content == content


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        (
            "The king confirmed that the army had crossed the river and accused the rebels of "
            "breaking the truce.",
            "accused",
            "The king",
        ),
        (
            "The Council stressed that those who planned the attacks must be held to account and "
            "reminded all parties of their obligations.",
            "reminded",
            "The Council",
        ),
        (
            "Diplomats were quick to point out that the treaty had no end date.",
            "to point out",
            "Diplomats",
        ),
        ("A charity that accused the army of torture was closed.", "accused", "A charity ... that"),
        ("The queen, who accused the army of torture, was deposed.", "accused", "who"),
    ],
)
def test_who_speaks(text: str, cue: str, source: str) -> None:
    assert [(s, c) for s, c, _ in said(text) if c == cue] == [(source, cue)]


def test_according_to_nobody_attributes_nothing() -> None:
    text = "“The depot was empty when we arrived,” Captain Lund said in a message, according to\n\n"
    [(source, cue, content)] = said(text + "The harbour stayed closed.")
    assert (source, cue) == ("Captain Lund", "said")
    assert content == "The depot was empty when we arrived"


def test_the_size_of_a_batch_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(
        (
            "The minister said that the border would reopen in May.",
            "“We will not leave the valley. It is ours,” the general said.",
            "According to the ministry, the patrol had crossed the river.",
        )
        * 5
    )
    whole = said(text)
    monkeypatch.setattr(finder, "AT_ONCE", 20)
    assert said(text) == whole
    assert len(whole) == 15


def test_split_quotation_is_one_attribution() -> None:
    text = "“The talks,” the envoy said, “have reached a dead end.”"
    [(source, cue, content)] = said(text)
    assert (source, cue) == ("the envoy", "said")
    assert content == "The talks ... have reached a dead end."


def test_quotation_over_paragraphs_is_one_attribution() -> None:
    text = (
        "“We came to talk about the harbour. We found open doors,” said the consul.\n\n"
        "“The harbour will be dredged. Ships will return.\n\n"
        "“And the town will live again,” the consul said."
    )
    contents = [content for _, _, content in said(text)]
    assert any("dredged" in c and "live again" in c for c in contents)


def test_release_is_one_attribution_with_a_segment_a_paragraph() -> None:
    text = (
        "Minister welcomes the opening of the canal\n\n"
        "The Minister for Trade, Joan Adair, said:\n\n"
        "The canal is a gift to both nations. It will be used by a thousand ships a year.\n\n"
        "Our engineers deserve the credit."
    )
    found = find(read(text))
    release = max(found, key=lambda a: len(a.content))
    assert [text[a:b] for a, b in release.content] == [
        "The canal is a gift to both nations. It will be used by a thousand ships a year",
        "Our engineers deserve the credit",
    ]


def test_list_belongs_to_the_clause_above_it() -> None:
    text = (
        "The commander outlined three aims of the mission.\n\n"
        "The commander explained the aims of the mission:\n\n"
        "- Protect the villages.\n\n"
        "- Train the police.\n\n"
        "The mission ends in June."
    )
    contents = [content for _, _, content in said(text)]
    assert any("Protect the villages" in c and "Train the police" in c for c in contents)
    assert not any("ends in June" in c for c in contents)


def test_narrative_says_nothing() -> None:
    text = (
        "The army crossed the river in the spring and besieged the town. The garrison held out for "
        "eleven weeks. Disease killed more men than the guns did."
    )
    assert find(read(text)) == ()


def test_offsets_lie_in_the_text_and_parents_hold_their_children() -> None:
    text = (
        "The agency reported that the rebels had threatened to execute the hostages. “Nobody "
        "knows,” said a guard, “where they are.”\n\nThe minister denied the report (again)."
    )
    reading = read(text)
    found = find(reading)
    assert found
    for attribution in found:
        _check(attribution, text, found)


def _check(attribution: Attribution, text: str, found: tuple[Attribution, ...]) -> None:
    for ranges in (attribution.content, attribution.source, attribution.cue):
        for start, end in ranges:
            assert 0 <= start < end <= len(text)
            assert not text[start].isspace()
            assert not text[end - 1].isspace()
        assert list(ranges) == sorted(ranges)
    if attribution.parent is not None:
        parent = found[attribution.parent]
        assert parent.content[0][0] <= attribution.content[0][0]
        assert attribution.content[-1][1] <= parent.content[-1][1]


def test_the_same_twice() -> None:
    text = "The envoy warned that time was short. “Go now,” he told the council."
    assert find(read(text)) == find(read(text))


@pytest.mark.parametrize("text", ["", " ", "\n\n", ":", "“", "Said.", "“”", "said: said: said:"])
def test_odd_texts(text: str) -> None:
    for attribution in find(read(text)):
        assert attribution.content
