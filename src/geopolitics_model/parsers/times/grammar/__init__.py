"""The grammar of time expressions, a family of rules a file. Of rules that match at the same
place the longest match counts, then the one that stands first.
"""

from geopolitics_model.parsers.times.grammar import (
    calendar,
    clock,
    durations,
    ordinals,
    ranges,
    relative,
    sets,
    vague,
)

__all__ = ["calendar", "clock", "durations", "ordinals", "ranges", "relative", "sets", "vague"]
