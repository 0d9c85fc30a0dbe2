"""The files of a corpus: what is in the folder, and how a batch gets there whole or not at all.

    DIR/corpus.json                the version of this layout, and the number of dossiers a batch
    DIR/statements/000000.parquet  a folder a table, a file a batch
    DIR/_batches/000000.json       the record of a batch, written when all its files are there

Files appear by renaming. A batch counts once its record is there; files without one are the rest
of a run that was killed, and the next run writes them anew, with the same names and bytes. Names
that begin with `_` or `.` are passed over by Arrow, Spark and pandas when they read a folder.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import attrs

import geopolitics_model
from geopolitics_model.corpus.tables import TABLES, Entry, counted, to_tables
from geopolitics_model.errors import CorpusError
from geopolitics_model.extras import imported
from geopolitics_model.formats import files

LAYOUT = "geopolitics-model-corpus/1"
"""The value of the key "layout" of `corpus.json`."""

BATCH = 1000
"""Dossiers of a batch: what is in memory at once, and what a kill can cost."""

_HEAD = "corpus.json"
_RECORDS = "_batches"
_LOCK = ".lock"


@attrs.frozen(kw_only=True)
class Batch:
    """The record of a batch.

    `digest` identifies its articles, `rows` counts the rows of each table, `version` is that of
    the library which read them.
    """

    number: int
    first: int
    dossiers: int
    digest: str
    rows: dict[str, int]
    version: str = geopolitics_model.__version__


@attrs.frozen
class Store:
    """A folder with a corpus."""

    folder: Path
    batch_size: int

    @classmethod
    def opened(cls, folder: Path) -> Store:
        """The store that is there.

        Raises:
            CorpusError: there is none, or one of a layout that this release does not know.
        """
        head = _loaded(folder / _HEAD, f"{folder} is no corpus; `corpus build` makes one")
        if head.get("layout") != LAYOUT:
            raise CorpusError(f"{folder / _HEAD}: the layout is {head.get('layout')}, not {LAYOUT}")
        return cls(folder, head["batch_size"])

    @classmethod
    def made(cls, folder: Path, batch_size: int) -> Store:
        """The store that is there, or else a new one with batches of this size.

        Raises:
            CorpusError: the folder has something else in it.
        """
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / _HEAD).exists():
            others = [p.name for p in folder.iterdir() if not p.name.startswith(".")]
            if others:
                raise CorpusError(f"{folder} is neither empty nor a corpus: it has {min(others)}")
            _dump({"layout": LAYOUT, "batch_size": batch_size}, folder / _HEAD)
        for name in (_RECORDS, *TABLES):
            (folder / name).mkdir(exist_ok=True)
        return cls.opened(folder)

    def batches(self) -> Iterator[Batch]:
        """The records of the batches that are whole, in order.

        Raises:
            CorpusError: a record is broken, or one is missing between others.
        """
        first = 0
        for number, path in enumerate(sorted((self.folder / _RECORDS).glob("*.json"))):
            record = _loaded(path, f"{path} is missing")
            try:
                batch = Batch(**record)
            except TypeError as problem:
                raise CorpusError(f"{path}: {problem}") from None
            if (batch.number, batch.first) != (number, first):
                raise CorpusError(f"{path}: expected batch {number} from dossier {first} on")
            first += batch.dossiers
            yield batch

    def path(self, table: str, batch: Batch) -> Path:
        """The file of a table with the rows of a batch."""
        return self.folder / table / f"{batch.number:06}.parquet"

    def write(self, number: int, entries: list[Entry], digest: str) -> Batch:
        """Write a batch: its files, and then its record.

        Raises:
            OSError: a file cannot be written.
        """
        tables = to_tables(entries)
        batch = Batch(
            number=number,
            first=entries[0].number,
            dossiers=len(entries),
            digest=digest,
            rows=counted(tables),
        )
        for name, table in tables.items():
            with files.replacing(self.path(name, batch)) as file:
                file.write(_packed(table))
        _dump(attrs.asdict(batch), self.folder / _RECORDS / f"{number:06}.json")
        return batch

    @contextmanager
    def locked(self) -> Iterator[None]:
        """The only writer of the folder, as long as the block lasts; drafts of a dead one go.

        Raises:
            CorpusError: another process writes to it.
        """
        filelock = imported("filelock", "corpus")
        try:
            with filelock.FileLock(self.folder / _LOCK, timeout=0):
                for draft in self.folder.glob("**/.*.tmp"):
                    with suppress(FileNotFoundError):
                        draft.unlink()
                yield
        except filelock.Timeout:
            raise CorpusError(f"another process is building {self.folder}") from None

    def read(self, batch: Batch, names: Iterable[str] = TABLES) -> dict[str, Any]:
        """The tables of a batch.

        Raises:
            CorpusError: a file is missing or broken.
        """
        parquet = imported("pyarrow.parquet", "corpus")
        tables = {}
        for name in names:
            path = self.path(name, batch)
            try:
                # Not as a dataset: the folder's name would become a column.
                table = parquet.ParquetFile(path).read()
            except (OSError, imported("pyarrow", "corpus").ArrowInvalid) as problem:
                raise CorpusError(f"{path}: {problem}") from None
            if table.num_rows != batch.rows[name]:
                raise CorpusError(f"{path}: {table.num_rows} rows, not {batch.rows[name]}")
            tables[name] = table
        return tables


def _packed(table: Any) -> bytes:
    """The table as the bytes of a Parquet file: the same table, the same bytes."""
    sink = imported("pyarrow", "corpus").BufferOutputStream()
    imported("pyarrow.parquet", "corpus").write_table(
        table, sink, compression="zstd", compression_level=9, write_statistics=True
    )
    data: bytes = sink.getvalue().to_pybytes()
    return data


def _dump(document: Mapping[str, Any], path: Path) -> None:
    with files.replacing(path) as file:
        file.write(json.dumps(document, indent=1).encode() + b"\n")


def _loaded(path: Path, missing: str) -> dict[str, Any]:
    try:
        document = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise CorpusError(missing) from None
    except ValueError as problem:
        raise CorpusError(f"{path}: no JSON: {problem}") from None
    if not isinstance(document, dict):
        raise CorpusError(f"{path}: expected an object")
    return document
