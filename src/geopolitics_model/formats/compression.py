"""Gzip: the same bytes in, the same bytes out; and no bomb is unpacked."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, cast

from geopolitics_model.errors import FormatError

_FREE = 1 << 24
_RATIO = 200
"""Text with its offsets shrinks to a tenth; up to 16 MiB anything goes, beyond that no file may
grow more than this."""


def compress(data: bytes) -> bytes:
    """Without time stamp and file name, which would differ from run to run."""
    return gzip.compress(data, mtime=0)


def decompress(data: bytes) -> bytes:
    """The bytes that were compressed.

    Raises:
        FormatError: this is no whole gzip file, or it unpacks to more than any document would.
    """
    limit = _FREE + _RATIO * len(data)
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            unpacked = file.read(limit + 1)
    except (OSError, EOFError, zlib.error) as problem:
        raise FormatError(f"no whole gzip file: {problem}") from None
    if len(unpacked) > limit:
        raise FormatError(f"unpacks to more than {limit} bytes, which no document does")
    return unpacked


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """The bytes of a gzip file as they are unpacked, for a file that is read line by line.

    Raises:
        FormatError: while it is read, if it is damaged or unpacks to more than documents would.
        OSError: the file cannot be read.
    """
    limit = _FREE + _RATIO * os.stat(path).st_size
    with (
        gzip.open(path) as file,
        io.BufferedReader(Unpacked(file, limit), 1 << 17) as unpacked,
    ):
        yield cast(BinaryIO, unpacked)


class Unpacked(io.RawIOBase):
    """What comes out of a decompressor, up to a limit in bytes.

    Reading it raises a `FormatError` beyond the limit, and where the packed bytes are damaged.
    """

    def __init__(self, inner: Any, limit: int) -> None:
        self._inner = inner
        self._limit = limit
        self._given = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the next bytes go, and say how far; 0 is the end."""
        view = memoryview(buffer)
        try:
            data = self._inner.read1(len(view))  # what there is, if it ends early
        except (OSError, EOFError, zlib.error) as problem:
            raise FormatError(f"damaged: {problem}") from None
        except Exception as problem:  # zstandard's own error, which is no OSError
            if type(problem).__name__ != "ZstdError":
                raise
            raise FormatError(f"damaged: {problem}") from None
        self._given += len(data)
        if self._given > self._limit:
            raise FormatError(f"unpacks to more than {self._limit} bytes, which no text does")
        view[: len(data)] = data
        return len(data)
