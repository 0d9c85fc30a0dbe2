"""The published JSON Schema, made from the classes of the model."""

from __future__ import annotations

import datetime as dt
import inspect
from enum import Enum
from typing import Any, get_args, get_origin

import attrs

from geopolitics_model.errors import InvalidValue
from geopolitics_model.formats.document import CLASSES
from geopolitics_model.formats.migrations import SCHEMA
from geopolitics_model.model import Dossier

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    dt.date: {"type": "string", "format": "date"},
    dt.datetime: {"type": "string", "format": "date-time"},
}


def json_schema(kind: type = Dossier) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the document that `dumps` writes for a `kind`.

    Raises:
        InvalidValue: `kind` is no class of the model.
    """
    name = kind.__name__
    if CLASSES.get(name) is not kind:
        raise InvalidValue(f"json_schema: {name} is no class of the model")
    definitions: dict[str, Any] = {}
    body = _object(kind, definitions)
    head: dict[str, Any] = {"schema": {"const": SCHEMA}}
    if kind is not Dossier:
        head["object"] = {"const": name}
    return {
        "$schema": DIALECT,
        "$id": f"urn:geopolitics-model:schema:{SCHEMA.partition('/')[2]}:{name}",
        **body,
        "properties": head | body["properties"],
        "required": [*head, *body.get("required", ())],
        "$defs": dict(sorted(definitions.items())),
    }


def _object(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    fields = attrs.fields(cls)
    return {
        "title": cls.__name__,
        "description": inspect.cleandoc(cls.__doc__ or "").partition("\n\nRaises:")[0],
        "type": "object",
        "properties": {field.name: _type(field.type, definitions) for field in fields},
        "required": [field.name for field in fields if field.default is attrs.NOTHING],
        "additionalProperties": False,
    }


def _type(annotation: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if get_origin(annotation) is tuple:
        return {"type": "array", "items": _type(get_args(annotation)[0], definitions)}
    if alternatives := get_args(annotation):
        return {"anyOf": [_type(kind, definitions) for kind in alternatives]}
    return _reference(annotation, definitions)


def _reference(cls: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = cls.__name__
    if name not in definitions:
        definitions[name] = {}  # before its fields, which may come back to it
        definitions[name] = _choice(cls) if issubclass(cls, Enum) else _object(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _choice(enum: type[Enum]) -> dict[str, Any]:
    return {
        "title": enum.__name__,
        "description": inspect.cleandoc(enum.__doc__ or ""),
        "type": "string",
        "enum": [member.value for member in enum],
    }
