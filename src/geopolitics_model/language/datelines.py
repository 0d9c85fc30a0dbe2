"""Where a report begins behind the place, date and agency that news sets before it.

"BUJUMBURA, Aug 8 (Reuters) - Kenya on Thursday suspended ...": a parser that does not know of
datelines takes the city for one of those who act.
"""

from __future__ import annotations

import re

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?"
_AGENCY = r"\([^()\n]{2,40}\)"
_CAPITALS = r"(?![A-Z]\.?\s)[A-Z][A-Z.'’-]+(?:\s+[A-Z][A-Z.'’-]+){0,3}"
_PROPER = r"[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3}"
_DASH = r"(?:\s*(?:–|—|--)\s*|\s+-\s+)"
_DATELINE = re.compile(
    rf"\s*(?:{_CAPITALS}(?:,\s*{_PROPER})?(?:,?\s*{_DATE})?(?:\s*{_AGENCY})?{_DASH}"
    rf"|{_PROPER}(?:,\s*{_PROPER})?(?:,?\s*{_DATE}(?:\s*{_AGENCY})?(?:{_DASH}|:\s+)|\s*{_AGENCY}{_DASH}))"
    r"(?=[\"“”'‘’(]?[A-Z])"
)
"""A place in capitals and a dash; a place with a date, or an agency, and a dash or a colon."""


def end(paragraph: str) -> int:
    """The offset behind the dateline that a paragraph begins with; 0 if it begins with none."""
    found = _DATELINE.match(paragraph)
    return 0 if found is None else found.end()
