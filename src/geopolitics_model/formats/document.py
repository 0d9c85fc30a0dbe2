"""What every format writes: the plain document of an object of the model.

A dossier's document is the key "schema" and a key for each of its fields. That of any other
object has a key "object" with the name of its class, and then its fields. Fields are never left
out, so that a reader may rely on every key.
"""

from __future__ import annotations

from typing import Any

import attrs
import msgspec

from geopolitics_model import model
from geopolitics_model.errors import FormatError, InvalidValue
from geopolitics_model.formats.migrations import SCHEMA, Document, identify, migrate
from geopolitics_model.formats.structure import converter, structure
from geopolitics_model.model import Dossier

CLASSES: dict[str, type] = {
    name: value for name in model.__all__ if attrs.has(value := getattr(model, name))
}
"""By its name, every class of the model that a document may hold."""

DOSSIER_FIELDS = tuple(field.name for field in attrs.fields(Dossier))

_encode = msgspec.json.Encoder(order="sorted").encode


def encode(obj: Any) -> bytes:
    """The document of `obj` as compact JSON in UTF-8: the same object, the same bytes.

    Within objects keys are sorted, which is how they can be written fastest.

    Raises:
        InvalidValue: `obj` is no object of the model.
    """
    if isinstance(obj, Dossier):
        sections = [f'"{name}":'.encode() + _encode(getattr(obj, name)) for name in DOSSIER_FIELDS]
        return msgspec.json.encode(_head(obj))[:-1] + b"," + b",".join(sections) + b"}"
    return msgspec.json.encode(_head(obj))[:-1] + b"," + _encode(obj)[1:]


def _head(obj: Any) -> Document:
    """The keys that stand before the fields."""
    name = type(obj).__name__
    if CLASSES.get(name) is not type(obj):
        raise InvalidValue(f"expected an object of the model, got {name}")
    return {"schema": SCHEMA} if isinstance(obj, Dossier) else {"schema": SCHEMA, "object": name}


def to_dict(obj: Any) -> Document:
    """The document of `obj` in plain dicts, lists, strings and numbers, its keys in the order of
    the fields.

    Raises:
        InvalidValue: `obj` is no object of the model.
    """
    document: Document = _head(obj) | converter.unstructure(obj)
    return document


def from_document(document: Any) -> Any:
    """The object that a document of this or an earlier version holds.

    Raises:
        FormatError: it is no such document; the message starts with the JSON path.
    """
    document = migrate(document, identify(document))
    fields = {key: value for key, value in document.items() if key != "schema"}
    if "object" not in fields:
        return structure(Dossier, fields)
    name = fields.pop("object")
    cls = CLASSES.get(name) if isinstance(name, str) else None
    if cls is None or cls is Dossier:
        raise FormatError(f"$.object: {name!r:.60} is no class that is written by itself")
    return structure(cls, fields)


def from_dict(document: Document) -> Dossier:
    """The dossier that `to_dict` made a document of.

    Raises:
        FormatError: it is no document of a dossier; the message starts with the JSON path.
    """
    obj = from_document(document)
    if not isinstance(obj, Dossier):
        raise FormatError(f"$.object: expected a dossier, got {type(obj).__name__}")
    return obj
