"""`read_articles`: articles out of files and folders, by the suffix of each file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from geopolitics_model.corpus.records import Record, lost
from geopolitics_model.corpus.sources import pages, tables
from geopolitics_model.corpus.sources.columns import Columns, Defaults
from geopolitics_model.corpus.sources.packed import PACKINGS
from geopolitics_model.errors import FormatError, InvalidText, MissingColumn, UnknownFormat
from geopolitics_model.parsers.pipeline import as_article

READERS = {
    ".txt": pages.text,
    ".html": pages.html,
    ".htm": pages.html,
    **tables.READERS,
}
"""The reader of each suffix; all but `.parquet`, which is packed inside, with .gz or .zst too."""


def read_articles(
    paths: str | Path | Iterable[str | Path],
    *,
    text_column: str | None = None,
    published_column: str | None = None,
    title_column: str | None = None,
    source_column: str | None = None,
    url_column: str | None = None,
    id_column: str | None = None,
    published: dt.date | dt.datetime | str | None = None,
    source: str | None = None,
    encoding: str | None = None,
) -> Iterator[Record]:
    """The articles in files and folders, one by one; hand them to `parse_many`.

    A `.txt` file is an article; so is an `.html` page, of which trafilatura takes the text, title
    and date. `.jsonl`, `.csv`, `.tsv` and `.parquet` hold an article a row; their columns are
    those that are named, or that have a usual name (`text`, `content`, `body`; `published`,
    `date`; `title`, `headline`; ...). All may be packed with gzip (`.gz`) or Zstandard (`.zst`).
    A folder is read with all below it, in the order of the names; other files in it are passed
    over. `published` and `source` hold for articles without their own. Text is UTF-8, unless
    `encoding` or a byte order mark says otherwise; of a `.txt` file the encoding is guessed.

    A record or file that cannot be read comes as a `Record` without an article, whose diagnostic
    names file and line. Nothing is kept in memory but the record (at most 64 MiB) that is read.

    Raises:
        MissingColumn: a column that is needed is not there; the message lists those that are.
        FormatError: a folder holds nothing to read.
        UnknownFormat: a file that is named has a suffix without a reader.
        FileNotFoundError: it is not there.
        MissingExtra: pyarrow, trafilatura or zstandard is needed and not installed.
    """
    columns = Columns(
        text=text_column,
        published=published_column,
        title=title_column,
        source=source_column,
        url=url_column,
        key=id_column,
    )
    moment = as_article("", published=published).published
    defaults = Defaults(published=moment, source=source)
    given = [paths] if isinstance(paths, str | Path) else paths
    # Files are looked for at once, so that a misspelt name is told before the first is read.
    files = [file for path in given for file in _files(Path(path))]
    return (record for file in files for record in _records(file, columns, defaults, encoding))


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        if not path.exists():
            raise FileNotFoundError(f"there is no {path}")
        if _suffix(path) not in READERS:
            raise UnknownFormat(
                f"{path}: no reader for this suffix; there are {', '.join(READERS)}, "
                f"each packed ({', '.join(PACKINGS)}) or not"
            )
        return [path]
    found = [
        file
        for file in sorted(path.rglob("*"))
        if _suffix(file) in READERS
        and file.is_file()
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
    ]
    if not found:
        raise FormatError(f"{path} holds no file with a suffix that is read: {', '.join(READERS)}")
    return found


def _suffix(path: Path) -> str:
    """The suffix that names the format."""
    name = path.with_suffix("") if path.suffix.lower() in PACKINGS else path
    return name.suffix.lower()


def _records(
    path: Path, columns: Columns, defaults: Defaults, encoding: str | None
) -> Iterator[Record]:
    """The records of a file, and one without an article where it cannot be read any further."""
    last = None
    try:
        for record in READERS[_suffix(path)](path, columns, defaults, encoding):
            last = record.origin
            yield record
    except MissingColumn as problem:
        raise MissingColumn(f"{path}: {problem}") from None
    except (FormatError, InvalidText, OSError) as problem:
        where = f"{path} (after {last})" if last else str(path)
        yield lost(where, getattr(problem, "strerror", None) or problem)
