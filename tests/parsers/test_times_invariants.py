"""What holds for the times of any text."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geopolitics_model.language.numbers import numeral
from geopolitics_model.parsers.times import resolve
from geopolitics_model.parsers.times.lexicon import CODES, holidays, words
from geopolitics_model.parsers.times.notation import compile_pattern
from geopolitics_model.parsers.times.recogniser import recognise
from geopolitics_model.parsers.times.rules import RULES

DAYS = st.dates(dt.date(1700, 1, 1), dt.date(2099, 12, 31))
FORMS = st.sampled_from(
    [
        "{d:%Y-%m-%d}",
        "{d.day} {d:%B} {d.year}",
        "{d:%B} {d.day}, {d.year}",
        "{d:%A}, {d.day} {d:%B} {d.year}",
        "{d:%A}, {d:%B} {d.day}, {d.year}",
        "{d:%b}. {d.day}, {d.year}",
        "the {d.day}th of {d:%B} {d.year}",
        "{d:%B} {d.day}th, {d.year}",
        "{d.month}/{d.day}/{d.year}",
        "{d.day}.{d.month}.{d.year}",
        "{d.year} {d:%B} {d.day}",
    ]
)
WORDS = sorted(words()) + sorted(holidays()) + [
    "1", "31", "60", "99", "1998", "2,000", "1990s", "'90s", "3rd", "12:30", "2020-02-31",
    "13/13/2000", "-", ",", ".", "(", "’s", "\n\n", "troops", "٣", "²", "ſ", "İ", "9/11",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


@given(DAYS, FORMS)
def test_dates_read_back(day: dt.date, form: str) -> None:
    (when,) = resolve(f"It happened on {form.format(d=day)}.")
    assert when.value == day.isoformat()
    assert (when.earliest, when.latest) == (day, day)


@given(st.one_of(st.text(), SOUP), st.none() | st.dates())
def test_any_text_is_read(text: str, anchor: dt.date | None) -> None:
    whens = resolve(text, anchor)
    assert whens == resolve(text, anchor)
    end = 0
    for found in recognise(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(SOUP, SOUP)
def test_a_part_of_a_text_is_read_alone(before: str, text: str) -> None:
    whole = f"{before}\n\n{text}"
    start = len(before) + 2
    shifted = [(f.start - start, f.end - start, f.expression) for f in recognise(whole, start)]
    assert shifted == [(f.start, f.end, f.expression) for f in recognise(text)]


@pytest.mark.parametrize("piece", ["1 ", "one hundred and ", "a few ", "May ", "mid-", "2 to "])
def test_repetition_reads_the_same_everywhere(piece: str) -> None:
    """Bounded rules give a long repetition as many times as its parts have."""
    short = len(list(recognise(piece * 200)))
    assert len(list(recognise(piece * 2000))) == pytest.approx(10 * short, abs=10)


@given(st.integers(0, 10**9))
def test_numerals_in_figures(number: int) -> None:
    assert numeral(str(number)) == number
    assert numeral(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("twenty-one", 21),
        ("three hundred and four", 304),
        ("2.5 million", 2_500_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("3.5", 3.5),
        ("a hundred", 100),
        ("", None),
        ("troops", None),
        ("2,000 troops", None),
        ("one " * 100, None),
    ],
)
def test_numerals(text: str, number: float | None) -> None:
    assert numeral(text) == number


@given(st.text())
def test_any_text_is_a_numeral_or_not(text: str) -> None:
    assert numeral(text) is None or isinstance(numeral(text), int | float)


def test_every_word_class_is_used_by_a_rule() -> None:
    used = "".join(rule.pattern.pattern for rule in RULES)
    shapes_without_rule = {"DOTTED", "SLASH", "BREAK", "QUOTE", "POSSESSIVE"}
    looked_back_at = {"SINCE", "PERCENT", "TIMES", "OPEN", "CLOSE", "STOP"}
    looked_back_at |= {"BY", "FROM", "BETWEEN"}
    unused = {name for name, code in CODES.items() if code not in used}
    assert unused <= shapes_without_rule | looked_back_at


@pytest.mark.parametrize("pattern", ["THE ) MONTH", "THE )"])
def test_a_broken_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="cannot read"):
        compile_pattern(pattern)
