"""Dossiers for other tools: written in their formats, and checked by their libraries.

A format is a module with `dumps(dossier) -> bytes` and a line in `FORMATS`. What is lost on the
way stands at the head of each.
"""

from geopolitics_model.formats.interchange.files import FORMATS, dumps, export, format_of

__all__ = ["FORMATS", "dumps", "export", "format_of"]
