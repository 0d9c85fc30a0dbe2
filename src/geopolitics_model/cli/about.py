"""`schema` and `version`: what the program says about itself."""

from __future__ import annotations

import json

import geopolitics_model as gm
from geopolitics_model.cli.app import put


def schema() -> None:
    """Print the JSON Schema of the JSON that is written."""
    put(json.dumps(gm.json_schema(), indent=2, ensure_ascii=False).encode())


def version() -> None:
    """Print the version."""
    put(f"geopolitics-model {gm.__version__}".encode())
