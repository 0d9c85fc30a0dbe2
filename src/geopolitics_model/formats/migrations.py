"""Documents of older schema versions, made into documents of the present one.

Reading goes in three steps: `identify` says which version a document has, `migrate` brings it to
the present one, `structure` builds the objects. A change of the schema raises `VERSION` and adds
one step to `MIGRATIONS`; the steps of the versions before stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from geopolitics_model.errors import FormatError
from geopolitics_model.formats.structure import Misfit

NAME = "geopolitics-model"
VERSION = 1
SCHEMA = f"{NAME}/{VERSION}"
"""The value of the key "schema" of every document that this release writes."""

Document = dict[str, Any]

MIGRATIONS: dict[int, Callable[[Document], Document]] = {}
"""By version: the step from it to the next. It returns a new document and leaves the given one
alone, and need not care for the key "schema"."""


def identify(document: Any) -> int:
    """The schema version of a document.

    Raises:
        FormatError: it is none of this library's, or of a later version than this release knows.
    """
    if isinstance(document, Misfit):
        raise FormatError(f"${document}")
    if not isinstance(document, dict):
        raise FormatError(f"$: expected an object, got {type(document).__name__}")
    if "schema" not in document:
        raise FormatError(f'$.schema: missing; documents of this library have "{SCHEMA}" there')
    schema = document["schema"]
    name, _, version = schema.partition("/") if isinstance(schema, str) else ("", "", "")
    if name != NAME or not (version.isascii() and version.isdigit() and len(version) < 10):
        raise FormatError(f'$.schema: expected "{SCHEMA}", got {schema!r:.60}')
    if int(version) > VERSION:
        raise FormatError(
            f"$.schema: version {version} is newer than this release, which knows {VERSION}; "
            "upgrade geopolitics_model to read it"
        )
    return int(version)


def migrate(document: Document, version: int) -> Document:
    """The document at the present version, step by step from `version`.

    Raises:
        FormatError: there is no step from some version on, or the document is none of its version.
    """
    for step in range(version, VERSION):
        if step not in MIGRATIONS:
            raise FormatError(f"$.schema: there is no way from version {step} to {step + 1}")
        try:
            document = MIGRATIONS[step](document)
        except (LookupError, TypeError, ValueError, AttributeError) as problem:
            raise FormatError(f"$: this is no document of version {step}: {problem!r}") from problem
    return document
