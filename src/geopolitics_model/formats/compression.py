"""Gzip: the same bytes in, the same bytes out; and no bomb is unpacked."""

from __future__ import annotations

import gzip
import io
import zlib

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
