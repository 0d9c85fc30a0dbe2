"""Where a report begins behind the place, date and agency that news sets before it.

"BUJUMBURA, Aug 8 (Reuters) - Kenya on Thursday suspended ...": a parser that does not know of
datelines takes the city for one of those who act.
"""

from __future__ import annotations

import re

from geopolitics_model import knowledge

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = rf"(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?:,?\s+\d{{4}})?"
_AGENCY = r"\([^()\d\n]{2,40}\)"
_CAPITALS = r"(?![A-Z]\.?\s)[A-Z][A-Z.'’-]+(?:\s+[A-Z][A-Z.'’-]+){0,3}"
_PROPER = r"[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3}"
_DASH = r"(?:\s*(?:–|—|--)\s*|\s+-\s+)"
_BEGINS = r"(?=[\"“”'‘’(]?[A-Z])"
_SIGNED = re.compile(
    rf"\s*(?P<place>{_PROPER})(?:,\s*{_PROPER})?"
    rf"(?:,?\s*(?P<date>{_DATE})(?:\s*{_AGENCY})?(?:{_DASH}|:\s+)|\s*{_AGENCY}{_DASH}){_BEGINS}"
)
"""A place with a date, or an agency, and a dash or a colon: "ADDIS ABABA, 30 November:"."""
_BARE = re.compile(
    rf"\s*(?P<place>{_CAPITALS})(?:,\s*{_PROPER})?\s+(?:–|—|--|-)\s+{_BEGINS}"
    r"(?!(?:[^.!?\n]|\.(?!\s))*\s(?:–|—|--|-)\s)"
)
"""A place in capitals and a dash that no second one closes: "KHARTOUM —"."""


def end(paragraph: str, *, written: bool = True) -> int:
    """The offset behind the dateline that a paragraph begins with; 0 if it begins with none.

    `written`: whether the day of writing is known otherwise; if it is not, a date stays in the
    sentence, of which it tells when.
    """
    signed = _SIGNED.match(paragraph)
    found = signed or _BARE.match(paragraph)
    if found is None or (signed and signed["date"] and not written):
        return 0
    return found.end() if _may_be_place(found["place"]) else 0


def _may_be_place(name: str) -> bool:
    """Whether a name is in capitals and not only that of a body, or is one of a place."""
    kinds = {id.partition(":")[0] for id in knowledge.find_ids(name)}
    return "place" in kinds or (name.isupper() and not kinds)
