"""Plain dicts to objects, as `from_dict` does it."""

import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.errors import FormatError
from geopolitics_model.formats import from_dict, to_dict
from geopolitics_model.formats.structure import structure
from tests.model.world import LEE, dossier
from tests.strategies import dossiers, objects

FULL = dossier()


@given(dossiers())
def test_round_trip(made: gm.Dossier) -> None:
    plain = made.to_dict()
    assert gm.Dossier.from_dict(plain) == made
    assert plain == made.to_dict()


@given(objects())
def test_the_same_document_as_in_json(thing: Any) -> None:
    assert to_dict(thing) == json.loads(gm.dumps(thing))


def test_keys_in_the_order_of_the_fields() -> None:
    assert list(FULL.to_dict()["persons"][0]["mentions"][0]["span"]) == [
        *("article", "start", "end", "text")
    ]
    assert list(to_dict(LEE))[:4] == ["schema", "object", "id", "name"]


@given(objects())
def test_plain_all_through(thing: Any) -> None:
    waiting: list[Any] = [to_dict(thing)]
    while waiting:
        value = waiting.pop()
        assert type(value) in (dict, list, str, int, float, type(None))
        waiting += value.values() if isinstance(value, dict) else ()
        waiting += value if isinstance(value, list) else ()


def test_tuples_are_taken_for_arrays() -> None:
    plain = FULL.to_dict()
    plain["persons"] = tuple(plain["persons"])
    assert from_dict(plain) == FULL


def test_the_argument_is_left_alone() -> None:
    plain = FULL.to_dict()
    from_dict(plain)
    assert plain == FULL.to_dict()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({5: 1}, "$[5]: unknown key; Dossier has articles, "),
        ({"times": {1, 2}}, "$.times: expected an array, got set {1, 2}"),
        ({"times": None}, "$.times: expected an array, got null"),
        ({"places": [LEE]}, "$.places[0]: expected an object (Place), got Person <Person name="),
        ({"k" * 100: 1}, f"$.{'k' * 100}: unknown key"),
        ({" " * 100: 1}, f"$['{' ' * 59}]: unknown key"),
    ],
)
def test_errors_say_where(change: dict[Any, Any], message: str) -> None:
    with pytest.raises(FormatError) as caught:
        from_dict(FULL.to_dict() | change)
    assert str(caught.value).startswith(message)


def test_arrays_are_read_no_further_than_the_first_fault() -> None:
    class Watched(list[Any]):
        seen = 0

        def __iter__(self) -> Iterator[Any]:
            for item in super().__iter__():
                self.seen += 1
                yield item

    persons = Watched([*FULL.to_dict()["persons"], *[5] * 100])
    with pytest.raises(FormatError, match=r"^\$\.persons\[1\]: expected an object \(Person\)"):
        from_dict(FULL.to_dict() | {"persons": persons})
    assert persons.seen == 2


def test_a_fault_of_the_program_is_not_laid_on_the_document() -> None:
    @attrs.frozen
    class Broken:
        def __attrs_post_init__(self) -> None:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        structure(Broken, {})


def test_numbers_that_json_cannot_hold() -> None:
    place = {"id": "place:x", "name": "X", "latitude": float("nan"), "longitude": 0.0}
    with pytest.raises(FormatError, match=r"^\$\.places\[0\]\.latitude: expected a finite number"):
        from_dict({"schema": "geopolitics-model/1", "places": [place]})


def test_long_values_are_cut_in_messages() -> None:
    with pytest.raises(FormatError) as caught:
        from_dict({"schema": "geopolitics-model/1", "persons": "x" * 1000})
    assert str(caught.value) == f"$.persons: expected an array, got str '{'x' * 59}"


def test_a_lone_object_is_no_dossier() -> None:
    with pytest.raises(FormatError, match=r"^\$\.object: expected a dossier, got Person$"):
        gm.Dossier.from_dict(to_dict(LEE))
