"""The run-time types of the fields: what is taken, and the words for what is not."""

import datetime as dt
from typing import Any

import pytest

import geopolitics_model as gm
from geopolitics_model.errors import GeopoliticsError, InvalidValue
from geopolitics_model.model.typed import is_text

SPAN = gm.Span(article="article:0", start=0, end=4, text="NATO")


def organisation(**fields: Any) -> gm.Organisation:
    return gm.Organisation(**{"id": "organisation:nato", "name": "NATO", **fields})


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"name": 12}, "Organisation.name: expected a string, got int 12"),
        ({"name": None}, "Organisation.name: expected a string, got NoneType None"),
        ({"name": b"NATO"}, "Organisation.name: expected a string, got bytes b'NATO'"),
        ({"name": gm.Bound.SINCE}, "Organisation.name: expected a string, got Bound "),
        ({"name": "\ud800"}, "Organisation.name: holds a lone surrogate"),
        ({"acronym": 12}, "Organisation.acronym: expected a string, got int 12"),
        ({"aliases": "NATO"}, "Organisation.aliases: expected a tuple, got str 'NATO'"),
        ({"aliases": b"NATO"}, "Organisation.aliases: expected a tuple, got bytes b'NATO'"),
        ({"aliases": {"NATO"}}, "Organisation.aliases: expected a tuple, got set {'NATO'}"),
        ({"aliases": {"NATO": 1}}, "Organisation.aliases: expected a tuple, got dict {'NATO': 1}"),
        ({"aliases": 5}, "Organisation.aliases: expected a tuple, got int 5"),
        ({"aliases": None}, "Organisation.aliases: expected a tuple, got NoneType None"),
        ({"aliases": ("a", 5)}, "Organisation.aliases[1]: expected a string, got int 5"),
        ({"mentions": (SPAN,)}, "Organisation.mentions[0]: expected Mention, got Span <Span"),
        (
            {"kind": "club"},
            "Organisation.kind: str 'club' is none of: intergovernmental, alliance,",
        ),
        ({"kind": None}, "Organisation.kind: NoneType None is none of: "),
    ],
)
def test_wrong_types_name_the_field(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        organisation(**fields)
    assert str(caught.value).startswith(message)


def test_long_values_are_cut_in_messages() -> None:
    with pytest.raises(InvalidValue) as caught:
        organisation(acronym=["x" * 100])
    assert str(caught.value) == f"Organisation.acronym: expected a string, got list ['{'x' * 55}..."
    with pytest.raises(InvalidValue) as caught:
        organisation(acronym=[1] * 20)
    assert str(caught.value).endswith(str([1] * 20))


def test_what_is_unmistakable_is_taken() -> None:
    made = organisation(aliases=["a", "b"], mentions=iter([gm.Mention(span=SPAN)]), kind="alliance")
    assert made.aliases == ("a", "b")
    assert made.mentions == (gm.Mention(span=SPAN),)
    assert made.kind is gm.OrganisationKind.ALLIANCE


@pytest.mark.parametrize("start", [True, 0.0, "0", None])
def test_integers(start: Any) -> None:
    with pytest.raises(InvalidValue, match=r"^Span\.start: expected an integer, got "):
        gm.Span(article="a", start=start, end=4, text="NATO")


def test_integers_have_64_bits() -> None:
    end = 2**63 - 1
    assert gm.Span(article="a", start=end - 1, end=end, text="N").end == end
    with pytest.raises(InvalidValue, match=r"^Span\.end: 9e\+18 is beyond 64 bits$"):
        gm.Span(article="a", start=end, end=end + 1, text="N")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (5, 5),
        (5.0, 5),
        (-0.0, 0),
        (2.5, 2.5),
        (2**53, 2**53),
        (-(2**53), -(2**53)),
        (2**53 + 1, 2.0**53),
        (10**30, 1e30),
        (1e300, 1e300),
    ],
)
def test_numbers_are_whole_as_far_as_floats_are_exact(given: Any, kept: Any) -> None:
    value = gm.Quantity(value=given).value
    assert (value, type(value)) == (kept, type(kept)) or given == 2**53 + 1
    assert str(value) in {str(kept), str(int(kept))}


@pytest.mark.parametrize("value", [True, "5", float("nan"), float("inf"), -(10**400)])
def test_no_numbers(value: Any) -> None:
    with pytest.raises(InvalidValue, match=r"^Quantity\.value: expected a (finite )?number, got "):
        gm.Quantity(value=value)


def test_coordinates_are_floats_and_zero_has_no_sign() -> None:
    place = gm.Place(id="place:x", name="X", latitude=42, longitude=-0.0)
    assert (str(place.latitude), str(place.longitude)) == ("42.0", "0.0")


ZONE = dt.timezone(dt.timedelta(hours=2))


@pytest.mark.parametrize(
    "published",
    [None, dt.date(2022, 8, 4), dt.datetime(2022, 8, 4, 1, tzinfo=ZONE)],
)
def test_moments(published: Any) -> None:
    assert gm.Article(text="", published=published).published == published


class Nowhere(dt.tzinfo):
    def utcoffset(self, _: dt.datetime | None) -> None:
        return None

    def dst(self, _: dt.datetime | None) -> None:
        return None

    def tzname(self, _: dt.datetime | None) -> None:
        return None


@pytest.mark.parametrize(
    ("published", "message"),
    [
        ("2022-08-04", "expected a date or datetime, got str '2022-08-04'"),
        (
            dt.datetime(2022, 8, 4),
            "2022-08-04 00:00:00 has no time zone; give one, or a plain date",
        ),
        (dt.datetime(2022, 8, 4, tzinfo=Nowhere()), "2022-08-04 00:00:00 has no time zone"),
        (
            dt.datetime(1900, 1, 1, tzinfo=dt.timezone(dt.timedelta(seconds=1172))),
            "ISO 8601 cannot write the time zone of 1900-01-01 00:00:00+00:19:32",
        ),
    ],
)
def test_no_moments(published: Any, message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        gm.Article(text="", published=published)
    assert str(caught.value).startswith(f"Article.published: {message}")


def test_is_text() -> None:
    assert is_text("")
    assert is_text("\x00\U0010ffff")
    assert not is_text("a\udc80")


def test_one_except_clause_is_enough() -> None:
    with pytest.raises(GeopoliticsError):
        organisation(name=1)
    with pytest.raises(ValueError, match="expected a string"):
        organisation(name=1)
