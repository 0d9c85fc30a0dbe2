"""The tables of fields in the reference: for attrs classes only.

griffe-fieldz makes them for named tuples too, but gets their types and defaults wrong.
"""

from __future__ import annotations

from typing import Any

import attrs
from griffe import Object
from griffe_fieldz import FieldzExtension


class AttrsFields(FieldzExtension):
    """Adds the fields of an attrs class to its docstring, as parameters."""

    def _inject_fields(self, griffe_obj: Object, runtime_obj: Any) -> None:
        if attrs.has(runtime_obj):
            super()._inject_fields(griffe_obj, runtime_obj)
