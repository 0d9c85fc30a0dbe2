"""From text to the model: one parser a class, each a plain function from a `Reading` to objects."""

from geopolitics_model.parsers.pipeline import PARSERS, Parser, parse, parse_many

__all__ = ["PARSERS", "Parser", "parse", "parse_many"]
