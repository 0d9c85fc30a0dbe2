"""Time expressions in news, in histories, and without a day of writing."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from geopolitics_model.language import read
from geopolitics_model.model import Article, When
from geopolitics_model.model.vocabularies import Bound, TimeKind
from geopolitics_model.parsers.times import Telling, interval, parse, parser, resolve

TABLE = Path(__file__).parent / "data" / "news_times.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))

HISTORY = (
    "The war began on 3 May 1921. In June the rebels took the port, and by 6 August the "
    "north had fallen. Two weeks later, on 20 August, a truce was signed. It had been offered in "
    "1919. In September it broke down. The following year the army returned: on 4 January 1922 "
    "it crossed the river. That same day the capital fell. In the summer of 1923 peace came, "
    "after negotiations that had gone on since 1922."
)


def whens(text: str, published: dt.date | None = None) -> list[When]:
    return list(parse(read(Article(text=text, published=published))))


def values(text: str, published: dt.date | None = None) -> list[tuple[str, str]]:
    return [(when.text, when.value) for when in whens(text, published)]


@pytest.mark.parametrize("row", ROWS, ids=[row["text"][:60] for row in ROWS])
def test_news(row: dict[str, str]) -> None:
    published = dt.date.fromisoformat(row["published"]) if row["published"] else None
    expected = [tuple(pair.split("=", 1)) for pair in row["expected"].split(";") if pair]
    assert values(row["text"], published) == expected


def test_history_goes_on_from_the_last_date() -> None:
    assert [value for _, value in values(HISTORY, dt.date(2009, 12, 19))] == [
        "1921-05-03",
        "1921-06",
        "1921-08-06",
        "1921-W33",
        "1921-08-20",
        "1919",
        "1921-09",
        "1922",
        "1922-01-04",
        "1922-01-04",
        "1923-22",
        "1922",
    ]


def test_caller_chooses_the_telling() -> None:
    text = "The treaty was signed in 1921. In June the rebels took the port."
    reading = read(Article(text=text, published=dt.date(2013, 3, 22)))
    news = [when.value for when in parser(Telling.NEWS)(reading)]
    narrative = [when.value for when in parser(Telling.NARRATIVE)(reading)]
    assert news == ["1921", "2012-06"]
    assert narrative == ["1921", "1921-06"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # what tells which thing is meant is no step of the story
        ("In July 1788 the king, whom the constitution of 1772 forbade to make war, dressed his "
         "men as Cossacks. In September he lost.", "1788-09"),
        # nor is a look back
        ("In February 1733 the king died. The powers had agreed on a successor the year before. "
         "In September the diet met.", "1733-09"),
        # what a story goes on from, though it goes back
        ("The treaty was signed in June 1919. The crisis of July 1914 led to war. In August "
         "Germany invaded Belgium.", "1914-08"),
        # nor is that up to which something lasted
        ("The airlift opened on 5 November 1975 and grew until 36,000 men were there in April "
         "1976. On 11 November the republic was proclaimed.", "1975-11-11"),
        # a season is a time of the year that a story has come to
        ("Observers were killed on 20 July 1998. The advance in the autumn of 1996 had alarmed "
         "Moscow. On 23 December a deal was signed.", "1996-12-23"),
    ],
)  # fmt: skip
def test_a_story_goes_on_from_where_it_is(text: str, told: str) -> None:
    whens = parser(Telling.NARRATIVE)(read(Article(text=text)))
    assert [when.value for when in whens][-1] == told


def test_nothing_is_invented_without_a_publication_date() -> None:
    text = "Yesterday the council met. It meets again on 4 May, next week and in the summer."
    assert [value for _, value in values(text)] == [
        "PAST_REF",
        "XXXX-05-04",
        "XXXX-WXX",
        "XXXX-22",
    ]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The rules hold until September 1.", Bound.UNTIL),
        ("It has been independent since 2008.", Bound.SINCE),
        ("They must leave by June.", Bound.BEFORE),
        ("Nothing changed after 1999.", Bound.AFTER),
        ("The fort was built around 1200.", Bound.ABOUT),
        ("He stayed for about two years.", Bound.ABOUT),
        ("The vote was held in 2008.", None),
    ],
)
def test_bounds(text: str, bound: Bound | None) -> None:
    (when,) = whens(text, dt.date(2013, 3, 22))
    assert when.bound is bound


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("in 2008", TimeKind.DATE),
        ("at 3 p.m. on Friday", TimeKind.TIME),
        ("on Monday night", TimeKind.TIME),
        ("for two years", TimeKind.DURATION),
        ("every two years", TimeKind.SET),
    ],
)
def test_kinds(text: str, kind: TimeKind) -> None:
    (when,) = resolve(text, dt.date(2013, 3, 22))
    assert when.kind is kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("499-493 BC", ["-0498", "-0492"]),
        ("AD 70", ["0070"]),
        ("the fourth century BC", ["-0399/-0300"]),
        ("the twentieth century", ["19XX"]),
        ("the 470s BC", ["-0478/-0469"]),
        ("1957-60", ["1957", "1960"]),
        ("April to June 1968", ["1968-04", "1968-06"]),
        ("the spring and early summer of 1943", ["1943-21", "1943-22"]),
        ("30 July to 2 August 2022", ["2022-07-30", "2022-08-02"]),
        ("twelve to eighteen months", ["P12M", "P18M"]),
        ("Easter Monday 2024", ["2024-04-01"]),
        ("Thanksgiving 2021", ["2021-11-25"]),
        ("Memorial Day 2023", ["2023-05-29"]),
        ("31 February 2020", []),
        ("29 February 2020", ["2020-02-29"]),
        ("half a century", ["P50Y"]),
        ("the last week of May 2012", ["2012-W22"]),
        ("the last day of 2012", ["2012-12-31"]),
        ("a dozen years", ["P12Y"]),
        ("twenty-one days", ["P21D"]),
    ],
)
def test_forms(text: str, expected: list[str]) -> None:
    assert [when.value for when in resolve(text)] == expected


def test_interval_joins_the_ends_of_a_range() -> None:
    first, last = whens("It takes place from 2 to 5 August 2022.")
    when = interval(first, last)
    assert when.value == "2022-08-02/2022-08-05"
    assert (when.earliest, when.latest) == (dt.date(2022, 8, 2), dt.date(2022, 8, 5))
    assert when.evidence == first.evidence + last.evidence
