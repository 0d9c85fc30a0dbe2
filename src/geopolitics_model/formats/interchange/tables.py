"""CSV: a table for each section of a dossier, zipped as a Data Package with a Table Schema.

A cell holds a text, a number, or JSON (lists and values with fields of their own), as the types
`array` and `object` of Table Schema have it. Behind a time stand its first and last day. Only one
thing is lost: an empty text in a field that may be missing comes back as missing.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import attrs
import msgspec

from geopolitics_model.errors import FormatError
from geopolitics_model.formats.document import from_dict, to_dict
from geopolitics_model.formats.migrations import SCHEMA
from geopolitics_model.model import SECTIONS, Article, Diagnostic, Dossier, When

CLASSES: dict[str, type] = {
    "articles": Article,
    **SECTIONS,
    "times": When,
    "diagnostics": Diagnostic,
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive: the same dossier, the same bytes."""


def dumps(dossier: Dossier) -> bytes:
    """The dossier as a zipped Data Package."""
    document = to_dict(dossier)
    described = msgspec.json.format(msgspec.json.encode(_package()), indent=1)
    packed = {"datapackage.json": described}
    for name, cls in CLASSES.items():
        packed[f"{name}.csv"] = _table(cls, document[name], getattr(dossier, name)).encode()
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        for name, data in packed.items():
            files.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def loads(data: bytes) -> Dossier:
    """The dossier of a zipped Data Package that `dumps` made.

    Raises:
        FormatError: it is none.
    """
    document: dict[str, Any] = {"schema": SCHEMA}
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as files:
            for name, cls in CLASSES.items():
                text = files.read(f"{name}.csv").decode()
                rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
                document[name] = [_object(cls, row) for row in rows]
    except (zipfile.BadZipFile, KeyError, ValueError, csv.Error, msgspec.DecodeError) as problem:
        raise FormatError(f"no Data Package of a dossier: {problem}") from None
    return from_dict(document)


def _table(cls: type, rows: list[dict[str, Any]], things: tuple[Any, ...]) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([field["name"] for field in _schema(cls)["fields"]])
    for row, thing in zip(rows, things, strict=True):
        cells = []
        for field in attrs.fields(cls):
            cells.append(_cell(row[field.name], _type(field.type)[0]))
            if _is_time(field.type):
                when = getattr(thing, field.name)
                cells += [_day(when and when.earliest), _day(when and when.latest)]
        writer.writerow(cells)
    return file.getvalue()


def _cell(value: Any, kind: str) -> str:
    if value is None:
        return ""
    return msgspec.json.encode(value).decode() if kind in ("array", "object") else str(value)


def _day(day: Any) -> str:
    return day.isoformat() if day else ""


def _object(cls: type, row: dict[str, str]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for field in attrs.fields(cls):
        kind, required = _type(field.type)
        cell = row[field.name]
        if cell == "" and not (required and kind == "string"):
            read[field.name] = None
        elif kind == "string":
            read[field.name] = cell
        else:
            read[field.name] = msgspec.json.decode(cell)
    return read


def _package() -> dict[str, Any]:
    return {
        "name": "dossier",
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": name,
                "path": f"{name}.csv",
                "profile": "tabular-data-resource",
                "encoding": "utf-8",
                "dialect": {"lineTerminator": "\r\n", "doubleQuote": True},
                "schema": _schema(cls),
            }
            for name, cls in CLASSES.items()
        ],
    }


def _schema(cls: type) -> dict[str, Any]:
    fields = list(_fields(cls))
    key = {"primaryKey": "id"} if any(field["name"] == "id" for field in fields) else {}
    return {"fields": fields, "missingValues": [""], **key}


def _fields(cls: type) -> Iterator[dict[str, Any]]:
    for field in attrs.fields(cls):
        yield {"name": field.name, "type": _type(field.type)[0]}
        if _is_time(field.type):
            yield {"name": f"{field.name}_earliest", "type": "date"}
            yield {"name": f"{field.name}_latest", "type": "date"}


def _type(annotation: Any) -> tuple[str, bool]:
    """The type in Table Schema, and whether there is always a value."""
    if get_origin(annotation) is tuple:
        return "array", True
    kinds = set(get_args(annotation) or (annotation,))
    required = type(None) not in kinds
    if any(attrs.has(kind) for kind in kinds):
        return "object", required
    return ("number" if float in kinds else "string"), required


def _is_time(annotation: Any) -> bool:
    return When in (get_args(annotation) or (annotation,))
