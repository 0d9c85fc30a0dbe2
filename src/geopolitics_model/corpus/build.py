"""Articles into a corpus on disk, resumable after a kill at any moment."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from geopolitics_model.corpus.corpus import Corpus
from geopolitics_model.corpus.records import Input, Record, Result, as_record
from geopolitics_model.corpus.store import BATCH, Batch, Store
from geopolitics_model.corpus.streaming import results
from geopolitics_model.corpus.tables import Entry
from geopolitics_model.errors import CorpusError, InvalidValue
from geopolitics_model.formats import dumps
from geopolitics_model.model import Article
from geopolitics_model.parsers.pipeline import PARSERS, Parser


def build(
    articles: Iterable[Input],
    folder: str | os.PathLike[str],
    *,
    jobs: int = 1,
    batch_size: int = BATCH,
    progress: bool = False,
    parsers: Sequence[Parser] = PARSERS,
) -> Corpus:
    """Read articles and keep what they say in a folder of Parquet files.

    The folder may be new, empty, or have a part of these articles in it already: from a run that
    was stopped, or from when there were fewer. Those are not read again; the run goes on behind
    them. A folder is complete up to the last batch of `batch_size` articles, whatever happens: a
    run that is killed loses the batch that it was at, and no other.

    Args:
        articles: as for `gm.parse_many`; in the same order each time.
        folder: where the corpus is kept.
        jobs: processes that share the work.
        batch_size: articles kept at a time; that of a corpus which is there already stays.
        progress: whether to show a line on stderr.
        parsers: as for `gm.parse`.

    Raises:
        CorpusError: the folder has other articles, or something else in it, or another process
            writes to it.
        InvalidValue: `batch_size` is less than 1.
        MissingExtra: pyarrow or filelock is not installed.
        OSError: a file cannot be written.
    """
    if batch_size < 1:
        raise InvalidValue(f"batch_size: {batch_size} is less than 1")
    store = Store.made(Path(folder), batch_size)
    with store.locked():
        records = map(as_record, articles)
        batches = list(store.batches())
        for batch in batches:
            _pass_over(records, batch, store)
        first = sum(batch.dossiers for batch in batches)
        found = results(records, jobs=jobs, progress=progress, parsers=parsers)
        for number, group in enumerate(_groups(found, store.batch_size), len(batches)):
            entries = [_entry(result, first) for result in group]
            store.write(number, entries, _digest(result.article for result in group))
    return Corpus(folder)


def _pass_over(records: Iterator[Record], batch: Batch, store: Store) -> None:
    """Take the articles of a batch off the input.

    Raises:
        CorpusError: they are others.
    """
    group = list(islice(records, batch.dossiers))
    if len(group) < batch.dossiers or _digest(r.article for r in group) != batch.digest:
        raise CorpusError(
            f"{store.folder} was built from other articles: they differ between the "
            f"{batch.first + 1}th and the {batch.first + batch.dossiers}th; build into a new folder"
        )


def _digest(articles: Iterable[Article | None]) -> str:
    """What identifies these articles: a hash of all that is known of them."""
    digest = hashlib.sha256()
    for article in articles:
        digest.update(b"\n" if article is None else dumps(article) + b"\n")
    return digest.hexdigest()


def _groups(found: Iterator[Result], size: int) -> Iterator[list[Result]]:
    while group := list(islice(found, size)):
        yield group


def _entry(result: Result, first: int) -> Entry:
    return Entry(
        number=first + result.index,
        dossier=result.to_dossier(),
        origin=result.origin,
        key=result.key,
    )
