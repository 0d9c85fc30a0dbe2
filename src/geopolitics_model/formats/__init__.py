"""The model to bytes and back, one file per format; schema versions and migrations."""

from geopolitics_model.formats.document import from_dict, to_dict
from geopolitics_model.formats.files import read, read_lines, write, write_lines
from geopolitics_model.formats.interchange import export
from geopolitics_model.formats.json import dumps, loads
from geopolitics_model.formats.schema import json_schema

__all__ = [
    "dumps",
    "export",
    "from_dict",
    "json_schema",
    "loads",
    "read",
    "read_lines",
    "to_dict",
    "write",
    "write_lines",
]
