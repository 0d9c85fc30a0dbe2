"""Files as streams of bytes, unpacked on the way: gzip and Zstandard, but no bomb."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from geopolitics_model.errors import FormatError
from geopolitics_model.extras import imported
from geopolitics_model.formats.compression import Unpacked

PACKINGS = (".gz", ".zst")
LONGEST_RECORD = 1 << 26
"""Bytes of an article, with all that stands beside it in its line; what is longer is no article."""
_FREE = 1 << 26
_RATIO = 200
"""News shrinks to a quarter, logs to a fiftieth; a file that grows more than this is a trap."""


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked if its suffix says that it is packed.

    Raises:
        FormatError: while it is read, if it is damaged or unpacks to more than any text would.
        MissingExtra: it is packed with Zstandard, and that is not installed.
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        if path.suffix.lower() not in PACKINGS:
            yield file
            return
        limit = _FREE + _RATIO * path.stat().st_size
        with io.BufferedReader(Unpacked(_unpacked(path, file), limit), 1 << 17) as unpacked:
            yield cast(BinaryIO, unpacked)


def _unpacked(path: Path, file: BinaryIO) -> Any:
    if path.suffix.lower() == ".gz":
        return gzip.GzipFile(fileobj=file)
    zstandard = imported("zstandard", "corpus")
    decompressor = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    return decompressor.stream_reader(file, read_across_frames=True)


def lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file, none longer than an article could be.

    Raises:
        FormatError: a line is longer.
    """
    while line := file.readline(LONGEST_RECORD + 1):
        if len(line) > LONGEST_RECORD:
            raise FormatError(f"a record of more than {LONGEST_RECORD} bytes")
        yield line


def whole(file: BinaryIO) -> bytes:
    """All of a file that is an article.

    Raises:
        FormatError: it is longer than an article could be.
    """
    data = file.read(LONGEST_RECORD + 1)
    if len(data) > LONGEST_RECORD:
        raise FormatError(f"more than {LONGEST_RECORD} bytes, which no article has")
    return data
