"""Which column of a table is the text, which the date: as the user says, or by usual names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from email.utils import parsedate_to_datetime
from typing import Any

import attrs

from geopolitics_model.corpus.records import Record, unreadable
from geopolitics_model.errors import FormatError, GeopoliticsError, MissingColumn
from geopolitics_model.model import Article, Diagnostic
from geopolitics_model.parsers.pipeline import as_article

USUAL = {
    "text": ("text", "maintext", "content", "body", "article", "article_text", "full_text"),
    "published": (
        *("published", "published_at", "date", "date_publish", "publish_date", "published_date"),
        *("publication_date", "pub_date", "pubdate", "datetime", "timestamp"),
    ),
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "source_domain", "domain"),
    "url": ("url", "link"),
    "key": ("id", "key", "article_id", "doc_id", "uid"),
}
"""The usual names, likeliest first; capitals do not matter. `key` is the user's own id."""


@attrs.frozen(kw_only=True)
class Columns:
    """The names of the columns; `None`: by their usual names."""

    text: str | None = None
    published: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None
    key: str | None = None

    def among(self, names: Sequence[str]) -> dict[str, str]:
        """The column of each field that a table with these columns has.

        Raises:
            MissingColumn: a column that was named is not there, or none is the text.
        """
        found: dict[str, str] = {}
        folded = {name.strip().lower(): name for name in reversed(names)}
        for field, usual in USUAL.items():
            named = getattr(self, field)
            if named is not None and named not in names:
                raise MissingColumn(f"no column {named!r}; there are: {_listed(names)}")
            column = named or next((folded[name] for name in usual if name in folded), None)
            if column is not None:
                found[field] = column
        if "text" not in found:
            raise MissingColumn(
                f"no column is named like a text; there are: {_listed(names)}; "
                "name it with text_column (--text-column)"
            )
        return found


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(repr, names)) or "none"


@attrs.frozen(kw_only=True)
class Defaults:
    """What holds for articles that say nothing else."""

    published: dt.date | dt.datetime | None = None
    source: str | None = None

    def record(self, origin: str, values: Mapping[str, Any], *noted: Diagnostic) -> Record:
        """The record of the values of an article's fields, and of its `key`."""
        diagnostics = list(noted)
        known = {name: _text(values.get(name)) for name in ("title", "source", "url", "key")}
        key = known.pop("key")
        known["source"] = known["source"] or self.source
        published = self.published
        if _text(values.get("published")) is not None:
            published = moment(values["published"])
            if published is None:
                reason = f"{origin}: published: {values['published']!r} is no date"
                diagnostics.append(Diagnostic(code="unreadable-date", message=reason))
        article: Article | None = None
        text = values.get("text")
        try:
            if not isinstance(text, str) or not text.strip():
                raise FormatError(f"the text is {'empty' if text in (None, '') else repr(text)}")
            article = as_article(text, published=published, **known)
        except GeopoliticsError as problem:
            diagnostics.append(unreadable(f"{origin}: {problem}"))
        return Record(article=article, origin=origin, key=key, diagnostics=tuple(diagnostics))


def _text(value: Any) -> str | None:
    """A value as text; what is empty or no number (pandas' way to say so) is none."""
    if value is None or value != value:  # noqa: PLR0124 - so is NaN, and only that
        return None
    return str(value).strip() or None


def moment(value: Any) -> dt.date | dt.datetime | None:
    """The date in a table's cell: a date, ISO 8601, or as in the head of a mail (RFC 5322).

    A time of day without a time zone is left out, as nobody can say when it was. Dates of which
    it is not sure what is the day and what the month ("03/05/2024") are none.
    """
    if isinstance(value, dt.datetime):
        return value if value.tzinfo else value.date()
    if isinstance(value, dt.date):
        return value
    text = str(value).strip()
    for read in (dt.date.fromisoformat, dt.datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text)
        except ValueError:
            continue
        return moment(found)
    return None
