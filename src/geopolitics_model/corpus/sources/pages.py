"""An article a file: plain text, or a web page without all that stands around its article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from geopolitics_model.corpus.records import Record
from geopolitics_model.corpus.sources import packed
from geopolitics_model.corpus.sources.columns import Columns, Defaults
from geopolitics_model.corpus.sources.encodings import decoded
from geopolitics_model.errors import FormatError
from geopolitics_model.extras import imported

_DATES = {"original_date": True, "extensive_search": False}
"""The day of publication, not of a change; from what the page states, not from any date in it."""


def text(
    path: Path,
    columns: Columns,  # noqa: ARG001
    defaults: Defaults,
    encoding: str | None,
) -> Iterator[Record]:
    """The whole file is the article."""
    with packed.opened(path) as file:
        yield defaults.record(str(path), {"text": decoded(packed.whole(file), encoding)})


def html(
    path: Path,
    columns: Columns,  # noqa: ARG001
    defaults: Defaults,
    encoding: str | None,
) -> Iterator[Record]:
    """The article of a page, as trafilatura finds it, with its title, date, site and address.

    Raises:
        FormatError: there is no article in the page.
        MissingExtra: trafilatura is not installed.
    """
    trafilatura = imported("trafilatura", "corpus")
    with packed.opened(path) as file:
        data = packed.whole(file)
    found = trafilatura.bare_extraction(
        decoded(data, encoding) if encoding else data,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )
    if found is None or not (found.text or "").strip():
        raise FormatError("no article is found in the page")
    values = {
        "text": found.text,
        "title": found.title,
        "published": found.date,
        "source": found.sitename,
        "url": found.url,
    }
    yield defaults.record(str(path), values)
