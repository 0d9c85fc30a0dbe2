"""The country that an article is about, for what is told without an owner: "the prime minister"."""

from __future__ import annotations

from collections import Counter

from geopolitics_model.parsers.entities.cast import Cast


def home(cast: Cast) -> str | None:
    """The country that more than half of all namings of countries belong to."""
    counts: Counter[str] = Counter()
    for draft in cast.drafts.values():
        if draft.label == "place" and (country := cast.country(draft)) is not None:
            counts[country] += len(draft.mentions)
    if not counts:
        return None
    country, most = counts.most_common(1)[0]
    return country if 2 * most > counts.total() and country in cast.drafts else None
