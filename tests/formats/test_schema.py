"""The published JSON Schema validates what `dumps` writes, and refuses what `loads` refuses."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given

import geopolitics_model as gm
from geopolitics_model.errors import FormatError, InvalidValue
from tests.model.world import dossier
from tests.strategies import CLASSES, dossiers, objects

VALIDATORS = {
    cls: jsonschema.Draft202012Validator(
        gm.json_schema(cls), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    for cls in CLASSES
}
DOSSIER = VALIDATORS[gm.Dossier]


@pytest.mark.parametrize("cls", CLASSES)
def test_the_schema_is_one(cls: type) -> None:
    schema = gm.json_schema(cls)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:geopolitics-model:schema:1:{cls.__name__}"
    assert list(schema["$defs"]) == sorted(schema["$defs"])


def test_each_kind_of_field_has_its_type() -> None:
    def types(cls: type, field: str) -> list[str]:
        choice = gm.json_schema(cls)["properties"][field]["anyOf"]
        return sorted(kind.get("format", kind["type"]) for kind in choice)

    assert types(gm.Article, "title") == ["null", "string"]
    assert types(gm.Article, "published") == ["date", "date-time", "null"]
    assert types(gm.Quantity, "value") == ["integer", "null", "number"]
    properties = gm.json_schema(gm.Quantity)["properties"]
    assert properties["qualifier"] == {"$ref": "#/$defs/Qualifier"}
    assert properties["evidence"] == {"type": "array", "items": {"$ref": "#/$defs/Span"}}


@given(dossiers())
def test_validates_dossiers(made: gm.Dossier) -> None:
    DOSSIER.validate(json.loads(gm.dumps(made)))


@given(objects())
def test_validates_lone_objects(thing: Any) -> None:
    VALIDATORS[type(thing)].validate(json.loads(gm.dumps(thing)))


def test_the_default_is_the_dossier() -> None:
    schema = gm.json_schema()
    assert schema == gm.json_schema(gm.Dossier)
    assert schema["required"] == ["schema"]
    assert schema["properties"]["schema"] == {"const": "geopolitics-model/1"}
    assert "object" not in schema["properties"]
    assert gm.json_schema(gm.Span)["required"] == [
        *("schema", "object", "article", "start", "end", "text")
    ]
    assert gm.json_schema(gm.Span)["properties"]["object"] == {"const": "Span"}
    mention = schema["$defs"]["Mention"]
    assert mention["required"] == ["span"]
    assert mention["additionalProperties"] is False
    assert schema["$defs"]["MentionForm"]["enum"] == ["name", "nominal", "pronoun"]


def test_descriptions_are_the_docstrings_without_what_they_raise() -> None:
    place = gm.json_schema(gm.Place)["description"]
    assert place.startswith("A country, region, city, water or landmark.\n\n`country` is")
    assert place.endswith("north and east positive.")
    assert gm.json_schema()["$defs"]["Bound"]["description"].startswith("On which side")


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["schema"], "geopolitics-model/2"),
        (["extra"], 1),
        (["persons"], {}),
        (["persons", 0, "name"], 12),
        (["persons", 0, "nick"], "x"),
        (["persons", 0, "aliases"], "x"),
        (["persons", 0, "mentions", 0, "span", "start"], "5"),
        (["persons", 0, "mentions", 0, "form"], "verb"),
        (["places", 0, "latitude"], "1"),
        (["statements", 1, "when"], []),
        (["articles", 0, "published"], 2022),
    ],
)
def test_refuses_what_loads_refuses(path: list[Any], value: Any) -> None:
    document = json.loads(gm.dumps(dossier()))
    DOSSIER.validate(document)
    there = document
    for step in path[:-1]:
        there = there[step]
    there[path[-1]] = value
    assert not DOSSIER.is_valid(document)
    with pytest.raises(FormatError):
        gm.loads(json.dumps(document))


@pytest.mark.parametrize("kind", [int, gm.Bound, type("Span", (), {})])
def test_only_for_classes_of_the_model(kind: type) -> None:
    with pytest.raises(InvalidValue, match=rf"^json_schema: {kind.__name__} is no class of the"):
        gm.json_schema(kind)
