"""Methods that objects of the model offer and a higher floor implements.

`dossier.to_dict()` reads well, but the model must not import the formats. So the methods name
their implementation here, in one table, and it is looked up when they are first called. This is
the only place that names a higher floor.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

IMPLEMENTATIONS = {
    "to_dict": "geopolitics_model.formats",
    "from_dict": "geopolitics_model.formats",
    "write": "geopolitics_model.formats",
    "to_html": "geopolitics_model.display.html",
    "to_pandas": "geopolitics_model.display.frames",
    "to_polars": "geopolitics_model.display.frames",
    "timeline": "geopolitics_model.display.timeline:chart",
    "network": "geopolitics_model.display.network:chart",
    "map": "geopolitics_model.display.map:chart",
}
"""Per method its module, where the function has the same name or is named after the colon."""


@cache
def implementation(name: str) -> Any:
    """The function of this name on the floor that implements it."""
    module, _, function = IMPLEMENTATIONS[name].partition(":")
    return getattr(import_module(module), function or name)
