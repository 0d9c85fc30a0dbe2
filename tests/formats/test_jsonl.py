"""JSON Lines: a dossier a line."""

from functools import reduce
from operator import or_

import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.errors import FormatError
from geopolitics_model.formats import jsonl
from tests.model.world import LEE, dossier
from tests.strategies import families

FULL = dossier()
LINE = jsonl.dumps(FULL)


@given(families(3))
def test_lines_are_merged(family: tuple[gm.Dossier, ...]) -> None:
    data = b"\n".join(map(jsonl.dumps, family))
    assert jsonl.loads(data) == reduce(or_, family)
    assert tuple(jsonl.parse_lines(data.split(b"\n"))) == family


@pytest.mark.parametrize("size", range(6))
def test_merging_any_number(size: int) -> None:
    places = [gm.Place(id=f"place:{n}", name=str(n)) for n in range(size)]
    dossiers = [gm.Dossier(places=(place,)) for place in places]
    assert jsonl.merged(dossiers) == gm.Dossier(places=tuple(places))


def test_a_dossier_is_one_line() -> None:
    odd = gm.Dossier(articles=(gm.Article(text="a\nb\r\x85\u2028"),))
    assert b"\n" not in jsonl.dumps(odd)
    assert jsonl.loads(jsonl.dumps(odd)) == odd


def test_blank_lines_are_passed_over() -> None:
    assert jsonl.loads(b"") == gm.Dossier()
    assert jsonl.loads(b"\n\r\n" + LINE + b"\r\n \n" + LINE + b"\n") == FULL


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (LINE + b"\n\n{}", "line 3: $.schema: missing"),
        (b"x", "line 1: $: no JSON"),
        (LINE + b"\n" + gm.dumps(LEE), "line 2: expected a dossier, got Person"),
    ],
)
def test_errors_name_the_line(data: bytes, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        jsonl.loads(data)
    assert str(caught.value).startswith(message)
