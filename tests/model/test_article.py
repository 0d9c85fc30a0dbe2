"""Articles: the text as given, its id, its day."""

import datetime as dt

import pytest

import geopolitics_model as gm
from geopolitics_model.errors import InvalidValue

EAST = dt.timezone(dt.timedelta(hours=2))


def test_the_id_is_a_hash_of_the_text() -> None:
    # echo -n "abc" | sha256sum
    assert gm.Article(text="abc").id == "article:ba7816bf8f01cfea"
    assert gm.Article(text="abc", id="article:ba7816bf8f01cfea").text == "abc"
    assert gm.Article(text="abc", title="A").id == gm.Article(text="abc").id


def test_the_id_of_another_text() -> None:
    with pytest.raises(InvalidValue, match=r"^Article\.id: 'article:0' is not the id of this text"):
        gm.Article(text="abc", id="article:0")


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (None, None),
        (dt.date(2022, 8, 4), dt.date(2022, 8, 4)),
        (dt.datetime(2022, 8, 4, 0, 30, tzinfo=EAST), dt.date(2022, 8, 4)),
    ],
)
def test_the_day_is_that_of_the_place_of_publication(
    published: dt.date | None, day: dt.date | None
) -> None:
    assert gm.Article(text="", published=published).day == day


def test_a_moment_in_another_time_zone_is_another_value() -> None:
    here = gm.Article(text="", published=dt.datetime(2022, 8, 4, 14, tzinfo=EAST))
    there = gm.Article(text="", published=dt.datetime(2022, 8, 4, 12, tzinfo=dt.UTC))
    assert here.published == there.published
    assert here != there
    assert here == gm.Article(text="", published=here.published)
