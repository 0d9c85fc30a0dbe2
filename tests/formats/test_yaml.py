"""YAML: the same documents, and nothing that only YAML can say."""

from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.errors import FormatError, InvalidValue
from geopolitics_model.formats import to_dict, yaml
from tests.model.world import LEE, dossier
from tests.strategies import NASTY, dossiers, objects

FULL = dossier()
TEXT = yaml.dumps(FULL).decode()


@given(objects())
def test_round_trip(thing: Any) -> None:
    data = yaml.dumps(thing)
    again = yaml.loads(data)
    assert again == thing
    assert yaml.dumps(again) == data
    assert gm.dumps(again) == gm.dumps(thing)


@given(dossiers())
def test_any_reader_of_yaml_finds_the_same_document(made: gm.Dossier) -> None:
    assert pyyaml.safe_load(yaml.dumps(made)) == made.to_dict()


@pytest.mark.parametrize("text", NASTY)
def test_strings_stay_strings(text: str) -> None:
    person = gm.Person(id="person:x", name=text)
    assert yaml.loads(yaml.dumps(person)) == person


def test_people_can_read_it() -> None:
    assert TEXT.startswith("schema: geopolitics-model/1\narticles:\n- text: ")
    person = yaml.dumps(gm.Person(id="person:x", name="Đoković")).decode()
    assert person.startswith(
        "schema: geopolitics-model/1\nobject: Person\nid: person:x\nname: Đoković\naliases: []\n"
    )


def test_plain_scalars_are_those_of_yaml_1_2() -> None:
    document = (
        "schema: geopolitics-model/1\nobject: Person\nid: person:x\nname: NO\n"
        "aliases: [yes, on, 2022-08-04, 1:30, 0x1F, 1_000]\nnationality: ~\n"
    )
    assert yaml.loads(document) == gm.Person(
        id="person:x", name="NO", aliases=("yes", "on", "2022-08-04", "1:30", "0x1F", "1_000")
    )
    place = (
        "schema: geopolitics-model/1\nobject: Place\nid: a\nname: a\nlatitude: %s\nlongitude: 1e1"
    )
    assert yaml.loads(place % "-.5").latitude == -0.5
    assert yaml.loads(place % "+12").latitude == 12
    published = "schema: geopolitics-model/1\narticles:\n- {text: a, published: 2022-08-04}"
    assert str(yaml.loads(published).articles[0].published) == "2022-08-04"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "$: expected an object, got NoneType"),
        ("[", "$: no YAML: while parsing a flow"),
        ("a: b: c", "$: no YAML: mapping values are not allowed"),
        ("a: 1\n---\nb: 2", "$: no YAML: expected a single document"),
        (b"\xff", "$: no UTF-8 at byte 0"),
        ("[" * 5_000, "$: n"),
        ("a: \x00", "$: no YAML: "),
        ("- &a [x]\n- *a", "$: line 1: aliases are not read"),
        ("a: 1\nb: 2\na: 3", "$: line 3: the key 'a' stands twice"),
        ("a: 1\n5: 2", "$: line 2: a key is no string"),
        ("a: 1\n? [x]\n: 2", "$: line 2: a key is no string"),
        ("a: 1\nnull: 2", "$: line 2: a key is no string"),
        ("!!python/object/apply:os.system ['true']", "$: no YAML: could not determine a constr"),
        ("!!set {a, b}", "$: expected an object, got set"),
        ("a: !!int x", "$: no YAML: invalid literal"),
        (
            TEXT.replace("name: Ann Lee", "name: 12"),
            "$.persons[0].name: expected a string, got int",
        ),
        (TEXT + "extra: 1\n", "$.extra: unknown key"),
        (TEXT.replace("name: Ann Lee", "name: ~"), "$.persons[0].name: expected a string, got Non"),
    ],
)
def test_errors_say_where(data: bytes | str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        yaml.loads(data)
    assert str(caught.value).startswith(message)


def test_a_few_aliases_do_not_become_billions() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    with pytest.raises(FormatError, match="aliases are not read"):
        yaml.loads("\n".join(lines))


def test_only_objects_of_the_model_are_written() -> None:
    with pytest.raises(InvalidValue, match="expected an object of the model"):
        yaml.dumps(to_dict(LEE))
