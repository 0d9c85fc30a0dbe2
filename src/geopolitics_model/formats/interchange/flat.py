"""The fields of an object that fit into one cell each, for formats that know nothing deeper."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Any

import attrs

from geopolitics_model.model import When


def scalars(thing: Any) -> dict[str, str | int | float]:
    """The single values of an object's fields; those that are not known are left out.

    A time gives its value in EDTF and, under `_earliest` and `_latest`, its first and last day.
    """
    flat: dict[str, str | int | float] = {}
    for field in attrs.fields(type(thing)):
        value = getattr(thing, field.name)
        if isinstance(value, When):
            flat[field.name] = value.value
            for name in ("earliest", "latest"):
                if (day := getattr(value, name)) is not None:
                    flat[f"{field.name}_{name}"] = day.isoformat()
        elif isinstance(value, Enum):
            flat[field.name] = str(value.value)
        elif isinstance(value, dt.date):
            flat[field.name] = value.isoformat()
        elif isinstance(value, str | int | float):
            flat[field.name] = value
    return flat
