"""JSON: round trips, bytes that do not change, and errors that say where."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import geopolitics_model as gm
from geopolitics_model.errors import FormatError, InvalidValue
from geopolitics_model.formats.json import _own
from tests.model.world import ARTICLE, LEE, SAID, dossier, span
from tests.strategies import dossiers, objects

FULL = dossier()
DATA = gm.dumps(FULL)


def edited(*path: str | int, value: Any = None, **keys: Any) -> bytes:
    """The document with another value at `path`, or other keys in the object there."""
    document: Any = json.loads(DATA)
    there = document
    for step in path[: -1 if keys == {} else None]:
        there = there[step]
    if keys:
        there.update(keys)
    else:
        there[path[-1]] = value
    return json.dumps(document).encode()


@given(objects())
def test_round_trip(thing: Any) -> None:
    data = gm.dumps(thing)
    again = gm.loads(data)
    assert again == thing
    assert type(again) is type(thing)
    assert gm.dumps(again) == data


@given(dossiers())
def test_what_dumps_wrote_takes_the_fast_way(made: gm.Dossier) -> None:
    data = gm.dumps(made)
    fast = _own(data)
    assert fast == made or b":-0.0" in data
    assert fast is None or gm.dumps(fast) == data


@given(dossiers())
def test_what_others_wrote_is_read_all_the_same(made: gm.Dossier) -> None:
    foreign = json.dumps(json.loads(gm.dumps(made)), indent=1, ensure_ascii=True)
    assert gm.loads(foreign) == made
    assert gm.loads(foreign.encode()) == made
    assert gm.dumps(gm.loads(foreign)) == gm.dumps(made)


@given(objects())
def test_numbers_and_booleans_come_back_as_what_they_were(thing: Any) -> None:
    assert repr(gm.loads(gm.dumps(thing))) == repr(thing)


@given(st.binary(max_size=60) | st.text(max_size=60))
def test_junk_is_refused_with_a_path(data: bytes | str) -> None:
    with pytest.raises(FormatError, match=r"^\$"):
        gm.loads(data)


SECTIONS = [name for name in json.loads(DATA) if name != "schema"]
PLACES: list[tuple[str | int, ...]] = [(name,) for name in SECTIONS]
PLACES += [(name, 0) for name in SECTIONS if json.loads(DATA)[name]]


@pytest.mark.parametrize("value", [None, True, 0, -0.0, 10**40, "", "x", [None], {}, {"": 0}])
@pytest.mark.parametrize("place", PLACES, ids=str)
def test_what_is_no_section_or_object_is_refused(place: tuple[str | int, ...], value: Any) -> None:
    data = edited(*place, value=value)
    for same in (data, _compact(data)):
        with pytest.raises(FormatError, match=rf"^\$\.{place[0]}"):
            gm.loads(same)


def _compact(data: bytes) -> bytes:
    """As `dumps` writes it."""
    return json.dumps(json.loads(data), separators=(",", ":"), ensure_ascii=False).encode()


def test_the_document() -> None:
    document = json.loads(DATA)
    assert list(document) == [
        *("schema", "articles", "persons", "places", "organisations", "missions", "statements"),
        *("policies", "conflicts", "times", "diagnostics"),
    ]
    assert document["schema"] == "geopolitics-model/1"
    assert document["articles"] == [
        {
            "id": ARTICLE.id,
            "text": ARTICLE.text,
            "title": None,
            "published": None,
            "source": None,
            "url": None,
            "language": None,
        }
    ]
    assert document["statements"][1]["content_evidence"] == [
        {"article": ARTICLE.id, "start": 24, "end": 45, "text": "The Alliance will act"}
    ]
    assert document["statements"][1]["mode"] == "direct"
    assert DATA.startswith(b'{"schema":"geopolitics-model/1","articles":[{"id":')
    assert b", " not in DATA.replace(ARTICLE.text.encode(), b"")


def test_a_lone_object() -> None:
    assert gm.dumps(span("NATO")) == (
        b'{"schema":"geopolitics-model/1","object":"Span",'
        b'"article":"%s","end":4,"start":0,"text":"NATO"}' % ARTICLE.id.encode()
    )
    assert gm.loads(gm.dumps(LEE)) == LEE


@pytest.mark.parametrize("thing", [None, 5, "x", {}, [], FULL.articles, gm.Bound.SINCE, gm.Dossier])
def test_only_objects_of_the_model_are_written(thing: Any) -> None:
    with pytest.raises(InvalidValue, match=r"^expected an object of the model, got \w+$"):
        gm.dumps(thing)


def test_a_class_of_the_same_name_is_another_class() -> None:
    stranger = type("Span", (), {})()
    with pytest.raises(InvalidValue, match="got Span"):
        gm.dumps(stranger)


@pytest.mark.parametrize(
    ("published", "written"),
    [
        (dt.date(33, 4, 3), "0033-04-03"),
        (dt.datetime(2022, 8, 4, 12, tzinfo=dt.UTC), "2022-08-04T12:00:00Z"),
        (
            dt.datetime(2022, 8, 4, 12, 0, 0, 5, dt.timezone(dt.timedelta(hours=-3.5))),
            "2022-08-04T12:00:00.000005-03:30",
        ),
    ],
)
def test_dates(published: dt.date, written: str) -> None:
    article = gm.Article(text="", published=published)
    assert json.loads(gm.dumps(article))["published"] == written
    again = gm.loads(gm.dumps(article)).published
    assert (again, type(again)) == (published, type(published))


CASES: list[tuple[bytes, str]] = [
    (b"", "$: no JSON: Expecting value: line 1 column 1 (char 0)"),
    (b"{", "$: no JSON: Expecting property name"),
    (b"[1,]", "$: no JSON: "),
    (b"{} {}", "$: no JSON: Extra data"),
    (b"\xef\xbb\xbf{}", "$: no JSON: Unexpected UTF-8 BOM"),
    (b'{"a":"\xff"}', "$: no UTF-8 at byte 6"),
    (b'{"schema":"geopolitics-model/1","articles":\x8d}', "$: no UTF-8 at byte 43"),
    ("{}".encode("utf-16"), "$: no UTF-8 at byte 0"),
    (b'{"schema":NaN}', "$: NaN is no number of JSON"),
    (b'{"schema":-Infinity}', "$: -Infinity is no number of JSON"),
    (b"[" * 100_000, "$: nested too deeply for any document of this library"),
    (b'{"a":' * 100_000, "$: nested too deeply for any document of this library"),
    (b'{"a":' + b"1" * 5000 + b"}", "$: Exceeds the limit"),
    (b"[]", "$: expected an object, got list"),
    (b'"x"', "$: expected an object, got str"),
    (b"{}", '$.schema: missing; documents of this library have "geopolitics-model/1" there'),
    (b'{"schema":"geopolitics-model/1","schema":1}', "$.schema: this key stands twice"),
    (edited(schema=1), '$.schema: expected "geopolitics-model/1", got 1'),
    (edited(object="Nonsense"), "$.object: 'Nonsense' is no class that is written by itself"),
    (edited(object="Dossier"), "$.object: 'Dossier' is no class that is written by itself"),
    (edited(object=["Span"]), "$.object: ['Span'] is no class that is written by itself"),
    (edited(object="Span"), "$.articles: unknown key; Span has article, start, end, text"),
    (edited(extra=1), "$.extra: unknown key; Dossier has articles, persons, places, "),
    (edited(**{"a b": 1}), "$['a b']: unknown key; Dossier has "),
    (edited("persons", value=None), "$.persons: expected an array, got null"),
    (edited("persons", value={}), "$.persons: expected an array, got dict {}"),
    (edited("persons", 0, value="x"), "$.persons[0]: expected an object (Person), got str 'x'"),
    (edited("persons", 0, value=None), "$.persons[0]: expected an object (Person), got null"),
    (edited("persons", 0, nick="x"), "$.persons[0].nick: unknown key; Person has id, name, "),
    (edited("persons", 0, value={"id": "x"}), "$.persons[0].name: missing; Person cannot do"),
    (edited("persons", 0, name=12), "$.persons[0].name: expected a string, got int 12"),
    (edited("persons", 0, name="\ud800"), "$.persons[0].name: holds a lone surrogate"),
    (edited("persons", 0, aliases="x"), "$.persons[0].aliases: expected an array, got str 'x'"),
    (edited("persons", 0, aliases=["x", 1]), "$.persons[0].aliases[1]: expected a string, got "),
    (
        edited("persons", 0, "mentions", 1, "span", start="5"),
        "$.persons[0].mentions[1].span.start: expected an integer, got str '5'",
    ),
    (
        edited("persons", 0, "mentions", 1, "span", start=5.0),
        "$.persons[0].mentions[1].span.start: expected an integer, got float 5.0",
    ),
    (
        edited("persons", 0, "mentions", 1, "span", start=True),
        "$.persons[0].mentions[1].span.start: expected an integer, got bool True",
    ),
    (
        edited("persons", 0, "mentions", 1, "span", start=900),
        "$.persons[0].mentions[1].span: Span.start, Span.end: 900..",
    ),
    (
        edited("persons", 0, "mentions", 1, "span", text="xxx"),
        "$.persons[0].mentions[1].span: the article has 'its' at ",
    ),
    (
        edited("persons", 0, "mentions", 1, form="verb"),
        "$.persons[0].mentions[1].form: str 'verb' is none of: name, nominal, pronoun",
    ),
    (
        edited("persons", 0, "roles", 0, organisation="x"),
        "$.persons[0].roles[0].organisation: 'x' is the id of no object here",
    ),
    (edited("places", 0, latitude="1"), "$.places[0].latitude: expected a number, got str '1'"),
    (edited("places", 0, latitude=1), "$.places[0]: Place.latitude, Place.longitude: give both"),
    (edited("places", 0, latitude=91, longitude=0), "$.places[0].latitude: 91.0 is off the "),
    (edited("statements", 1, speakers=["x"]), "$.statements[1].speakers[0]: 'x' is the id of no "),
    (edited("statements", 1, when=[]), "$.statements[1].when: expected an object (When), got list"),
    (
        edited("statements", 1, "when", "value", value="soon"),
        "$.statements[1].when.value: 'soon' is no ",
    ),
    (edited("times", 0, bound="near"), "$.times[0].bound: str 'near' is none of: before, until,"),
    (edited("articles", 0, text="x"), "$.articles[0].id: '"),
    (edited("articles", 0, published=5), "$.articles[0].published: expected a date as a string"),
    (edited("articles", 0, published="2022"), "$.articles[0].published: '2022' is no ISO 8601 "),
    (edited("articles", 0, published="2022-13-01"), "$.articles[0].published: '2022-13-01' is no "),
    (
        edited("articles", 0, published="2022-08-04T12:00:00"),
        "$.articles[0].published: 2022-08-04 12:00:00 has no time zone; give one",
    ),
    (b'{"schema":"geopolitics-model/1","times":{"a":1,"a":2}}', "$.times.a: this key stands twice"),
    (DATA[:-1] + b',"times":[]}', "$.times: this key stands twice in one object"),
    (
        DATA.replace(b'"name":"Ann Lee"', b'"name":"Lee","name":"Ann Lee"'),
        "$.persons[0].name: this key stands twice in one object",
    ),
]


@pytest.mark.parametrize(("data", "message"), CASES)
def test_errors_say_where(data: bytes, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        gm.loads(data)
    assert str(caught.value).startswith(message)


def test_keys_with_a_default_may_be_left_out() -> None:
    assert gm.loads(b'{"schema":"geopolitics-model/1"}') == gm.Dossier()
    assert gm.loads(' {"schema" : "geopolitics-model/1", "articles" : [] }\n') == gm.Dossier()
    place = b'{"schema":"geopolitics-model/1","object":"Place","id":"place:x","name":"X"}'
    assert gm.loads(place) == gm.Place(id="place:x", name="X")


def test_bytes_of_any_kind() -> None:
    assert gm.loads(bytearray(DATA)) == gm.loads(memoryview(DATA)) == FULL  # type: ignore[arg-type]
    assert gm.loads(DATA.decode()) == FULL
    assert gm.loads(b"\n" + DATA + b" \r\n\t") == FULL


def test_a_text_with_lone_surrogates() -> None:
    with pytest.raises(FormatError, match=r"^\$: the text holds lone surrogates"):
        gm.loads('{"schema":"\ud800"}')


def test_the_path_counts_in_the_order_of_the_document() -> None:
    document = json.loads(DATA)
    document["statements"].reverse()
    document["statements"][0]["speakers"] = ["x"]
    assert document["statements"][0]["id"] == SAID.id
    with pytest.raises(FormatError, match=r"^\$\.statements\[0\]\.speakers\[0\]: 'x' is"):
        gm.loads(json.dumps(document))


def test_zero_has_no_sign() -> None:
    place = b'{"country":null,"id":"a","latitude":-0.0,"longitude":1.0,"name":"a"}'
    data = b'{"schema":"geopolitics-model/1","articles":[],"persons":[],"places":[%s]}' % place
    assert str(gm.loads(data).places[0].latitude) == "0.0"
    whole = gm.dumps(gm.loads(data))
    assert gm.dumps(gm.loads(whole.replace(b'"latitude":0.0', b'"latitude":-0.0'))) == whole


def test_whole_numbers_are_written_in_one_way() -> None:
    quantity = gm.Quantity(value=5)
    data = gm.dumps(gm.Dossier(missions=(mission(quantity),)))
    assert b'"value":5,' in data or b'"value":5}' in data
    floating = data.replace(b'"value":5', b'"value":5.0')
    assert gm.dumps(gm.loads(floating)) == data


def mission(quantity: gm.Quantity) -> gm.Mission:
    return gm.Mission(id="mission:x", name="X", strengths=(gm.Strength(quantity=quantity),))
