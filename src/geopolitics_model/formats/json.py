"""JSON: compact, in UTF-8, without NaN or Infinity.

What `dumps` wrote is read by a fast decoder and believed only if writing it again gives the same
bytes. Everything else (written by hand, by others, by older versions, or wrong) is read by the
strict builder, which also finds the words for what is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

import attrs
import msgspec

from geopolitics_model.errors import FormatError, InvalidDossier
from geopolitics_model.formats.document import encode, from_document
from geopolitics_model.formats.migrations import SCHEMA
from geopolitics_model.formats.structure import Misfit, step, structure
from geopolitics_model.model import Article, Dossier

_START = f'{{"schema":"{SCHEMA}","articles":'.encode()


def dumps(obj: Any) -> bytes:
    """An object of the model as a JSON document: the same object, the same bytes.

    Raises:
        InvalidValue: `obj` is no object of the model.
    """
    return encode(obj)


def loads(data: bytes | str) -> Any:
    """The object that a JSON document holds: as a rule a `Dossier`.

    Raises:
        FormatError: the data is no JSON, or no document of this library: unknown or missing keys,
            wrong types, ids that point nowhere. The message starts with the JSON path.
    """
    if isinstance(data, str):
        try:
            data = data.encode()
        except UnicodeEncodeError:
            raise FormatError("$: the text holds lone surrogates, which no file can") from None
    data = bytes(data).strip(b" \t\r\n")
    if data.startswith(_START) and (dossier := _own(data)) is not None:
        return dossier
    return from_document(_parse(data))


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    fields = [
        (field.name, msgspec.Raw if field.name == "articles" else field.type)
        for field in attrs.fields(Dossier)
    ]
    envelope = msgspec.defstruct("Envelope", [("schema", str), *fields], forbid_unknown_fields=True)
    return msgspec.json.Decoder(envelope)


def _own(data: bytes) -> Dossier | None:
    """The dossier, if these are the very bytes that `dumps` writes for it."""
    try:
        envelope = _decoder().decode(data)
        sections = {field.name: getattr(envelope, field.name) for field in attrs.fields(Dossier)}
        # The decoder has no notion of "a date or a datetime", and articles are few.
        articles = msgspec.json.decode(envelope.articles, type=list)
        sections["articles"] = [structure(Article, article) for article in articles]
        dossier = Dossier(**sections)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, FormatError, InvalidDossier):
        return None
    # The decoder knows nothing of keys that are unknown or stand twice, and makes no difference
    # between 0.0 and -0.0; in such bytes something is not as it is written.
    return dossier if dumps(dossier) == data and b":-0.0" not in data else None


def _parse(data: bytes) -> Any:
    """Plain JSON values, strictly after RFC 8259."""
    try:
        return json.loads(data.decode(), object_pairs_hook=_object, parse_constant=_refuse_constant)
    except FormatError:
        raise
    except UnicodeDecodeError as problem:
        raise FormatError(f"$: no UTF-8 at byte {problem.start}") from None
    except json.JSONDecodeError as problem:
        raise FormatError(f"$: no JSON: {problem}") from None
    except RecursionError:
        raise FormatError("$: nested too deeply for any document of this library") from None
    except ValueError as problem:  # an integer of thousands of digits
        raise FormatError(f"$: {problem}") from None


def _object(pairs: Iterable[tuple[str, Any]]) -> Any:
    result: dict[str, Any] = {}
    for key, value in pairs:
        if key in result:
            return Misfit(f"{step(key)}: this key stands twice in one object")
        result[key] = value
    return result


def _refuse_constant(name: str) -> Any:
    raise FormatError(f"$: {name} is no number of JSON")
