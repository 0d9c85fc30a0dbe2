"""A reading's lookups, and `Findings` against a search through everything."""

from __future__ import annotations

from functools import cache

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.language import Findings, Reading, read

TEXT = (
    "Talks resume\n"
    "Serbia and Kosovo signed the old treaty on Tuesday. “We will keep it,” the envoy said.\n"
    "Nobody in Tirana believed him."
)
ARTICLE = gm.Article(text=TEXT)


@cache
def read_once() -> Reading:
    return read(ARTICLE)


@pytest.fixture
def reading() -> Reading:
    return read_once()


def test_token_at_finds_the_token_of_a_character(reading: Reading) -> None:
    for offset, character in enumerate(TEXT):
        token = reading.token_at(offset)
        assert (token is None) == character.isspace()
        assert token is None or token.start <= offset < token.end
    assert reading.token_at(len(TEXT)) is None
    assert reading.token_at(-1) is None


@given(st.integers(0, len(TEXT)), st.integers(1, len(TEXT)))
def test_tokens_between_are_those_that_overlap(start: int, length: int) -> None:
    end = start + length
    expected = [t for t in read_once().tokens if t.start < end and start < t.end]
    assert list(read_once().tokens_between(start, end)) == expected


def test_spans_say_what_stands_there(reading: Reading) -> None:
    span = reading.span(13, 19)
    assert (span.article, span.text) == (ARTICLE.id, "Serbia")
    assert reading.span_of(reading.tokens[:2]).text == "Talks resume"
    assert reading.text_of(13, 19) == "Serbia"


def test_the_head_of_a_range_heads_its_other_tokens(reading: Reading) -> None:
    start = TEXT.index("the old treaty")
    head = reading.head_of(start, start + len("the old treaty"))
    assert head is not None
    assert head.text == "treaty"
    assert reading.head_of(12, 13) is None


def test_a_sentence_is_given_by_any_of_its_tokens(reading: Reading) -> None:
    token = reading.token_at(TEXT.index("Nobody"))
    assert token is not None
    assert [t.text for t in reading.sentence_of(token)][-3:] == ["believed", "him", "."]


def test_what_was_found_is_seen_in_a_new_reading_only(reading: Reading) -> None:
    place = mentioned("place:serbia", gm.Place, (13, 19))
    later = reading.knowing(reading.found.extended([place]))
    token = reading.tokens[2]
    assert (reading.place(token), later.place(token)) == (None, "place:serbia")
    assert later.entity(token) == "place:serbia"
    assert later.objects(gm.Place) == (place,)
    assert (later.object("place:serbia"), later.object("place:x")) == (place, None)


def test_a_noun_phrase_refers_to_its_conjuncts_too(reading: Reading) -> None:
    found = [
        mentioned("place:serbia", gm.Place, (13, 19)),
        mentioned("place:k", gm.Place, (24, 30)),
    ]
    later = reading.knowing(Findings(tuple(found)))
    assert later.entities_of(reading.tokens[2]) == ("place:serbia", "place:k")
    assert later.entities_of(reading.tokens[4]) == ("place:k",)


def test_an_actor_comes_before_a_place(reading: Reading) -> None:
    found = (
        mentioned("place:s", gm.Place, (13, 19)),
        mentioned("organisation:s", gm.Organisation, (13, 19)),
    )
    later = reading.knowing(Findings(found))
    token = reading.tokens[2]
    assert (later.entity(token), later.place(token)) == ("organisation:s", "place:s")
    assert later.entities_in(0, len(TEXT)) == ("organisation:s",)


def mentioned(id: str, cls: type, *ranges: tuple[int, int]) -> gm.Place | gm.Organisation:
    mentions = tuple(gm.Mention(span=span(*r), form=gm.MentionForm.NAME) for r in ranges)
    made: gm.Place | gm.Organisation = cls(
        id=id,
        name=id,
        mentions=mentions,
        kind="other" if cls is gm.Organisation else "country",
    )
    return made


def span(start: int, end: int) -> gm.Span:
    return gm.Span(article=ARTICLE.id, start=start, end=end, text=TEXT[start:end])


ranges = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda r: (r[0], r[0] + r[1]))


@st.composite
def findings(draw: st.DrawFn) -> Findings:
    """Up to five entities with mentions that overlap as they like, and times."""
    things: list[object] = []
    for number, cls in enumerate(
        draw(st.lists(st.sampled_from([gm.Place, gm.Organisation]), max_size=5))
    ):
        own = draw(st.lists(ranges, min_size=1, max_size=1))
        things.append(mentioned(f"{cls.__name__.lower()}:{number}", cls, *own))
    for start, end in draw(st.lists(ranges, max_size=5)):
        things.append(
            gm.When(
                text=TEXT[start:end],
                kind=gm.TimeKind.DATE,
                value="2022",
                evidence=(span(start, end),),
            )
        )
    return Findings(tuple(things))


@given(findings(), ranges)
def test_lookups_equal_a_search_through_everything(
    found: Findings, wanted: tuple[int, int]
) -> None:
    start, end = wanted

    def covering(cls: type[gm.Place] | type[gm.Organisation]) -> tuple[int, set[str]] | None:
        sizes = [
            (m.span.end - m.span.start, thing.id)
            for thing in found.of(cls)
            for m in thing.mentions
            if m.span.start <= start and end <= m.span.end
        ]
        least = min(sizes, default=(0, ""))[0]
        return (least, {id for size, id in sizes if size == least}) if sizes else None

    place, actor = covering(gm.Place), covering(gm.Organisation)
    assert found.place(start, end) in (place[1] if place else {None})
    best = actor or place
    assert found.actor(start, end) in (best[1] if best else {None})

    things: tuple[gm.Place | gm.Organisation, ...]
    things = (*found.of(gm.Place), *found.of(gm.Organisation))
    extents = {t.id: {(m.span.start, m.span.end) for m in t.mentions} for t in things}
    inside = {id for id, own in extents.items() if any(start <= a and b <= end for a, b in own)}
    got = found.within(start, end)
    assert len(got) == len(set(got))
    assert set(got) <= inside
    taken: set[tuple[int, int]] = set().union(*(extents[id] for id in got))
    assert all(extents[id] <= taken for id in inside - set(got))

    times = [w for w in found.of(gm.When) if start <= w.evidence[0].start]
    expected = [w for w in times if w.evidence[0].end <= end]
    assert sorted(map(id_of, found.times_within(start, end))) == sorted(map(id_of, expected))


def id_of(when: gm.When) -> tuple[int, int]:
    return when.evidence[0].start, when.evidence[0].end


def test_findings_are_never_changed() -> None:
    found = Findings()
    assert found.extended([1, 2]).items == (1, 2)
    assert found.items == ()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.items = (1,)  # type: ignore[misc]
