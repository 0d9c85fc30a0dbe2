"""Who says what: attributions are found by what was learned, and read by rule."""

from geopolitics_model.parsers.statements.reading import parse

__all__ = ["parse"]
