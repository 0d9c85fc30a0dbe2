"""Time expressions of a text, and the time that they denote.

Finding (`recogniser`, over the rules of `grammar`) is apart from reading (`resolver`, with the
`timeline`): an expression is found in one pass over the characters, what it means is worked out
from the day of writing, the tense of its clause and the dates told before it.
"""

from geopolitics_model.parsers.times.parser import interval, parse, parser, resolve
from geopolitics_model.parsers.times.timeline import Telling

__all__ = ["Telling", "interval", "parse", "parser", "resolve"]
