"""Files: the suffix names the format, and a file is whole or not there.

A format is a module of this folder with `dumps(obj) -> bytes` and `loads(data) -> object`; to add
one, write the module and give it a line in `FORMATS`.
"""

from __future__ import annotations

import gzip
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from geopolitics_model.errors import FormatError, UnknownFormat
from geopolitics_model.formats import compression, jsonl
from geopolitics_model.model import Dossier

FORMATS = {".json": "json", ".jsonl": "jsonl", ".yaml": "yaml", ".yml": "yaml"}
"""By file suffix, the module of the format. Each may be followed by `.gz`."""


def write(obj: Any, path: str | os.PathLike[str]) -> None:
    """Write an object of the model to a file, in the format of its suffix.

    The file appears whole or not at all; one that is there already is replaced.

    Raises:
        UnknownFormat: no format has this suffix.
        InvalidValue: `obj` is no object of the model.
        OSError: the file cannot be written.
    """
    module, packed = _format(path)
    data = module.dumps(obj)
    data = data if data.endswith(b"\n") else data + b"\n"
    with replacing(path) as file:
        file.write(compression.compress(data) if packed else data)


def read(path: str | os.PathLike[str]) -> Any:
    """The object in a file, in the format of its suffix: as a rule a `Dossier`.

    The lines of a `.jsonl` file are merged into one dossier; `read_lines` keeps them apart.

    Raises:
        UnknownFormat: no format has this suffix.
        FormatError: the file is no document of this library; the message names file and path.
        OSError: the file cannot be read.
    """
    module, packed = _format(path)
    data = Path(path).read_bytes()
    try:
        return module.loads(compression.decompress(data) if packed else data)
    except FormatError as problem:
        raise FormatError(f"{os.fspath(path)}: {problem}") from None


def read_lines(path: str | os.PathLike[str]) -> Iterator[Dossier]:
    """The dossiers of a `.jsonl` or `.jsonl.gz` file, one at a time, in little memory.

    Raises:
        UnknownFormat: the file has another suffix.
        FormatError: the message names file, line and JSON path.
        OSError: the file cannot be read.
    """
    packed = _lines(path)
    try:
        with compression.opened(path) if packed else open(path, "rb") as file:
            yield from jsonl.parse_lines(file)
    except FormatError as problem:
        raise FormatError(f"{os.fspath(path)}: {problem}") from None


def write_lines(dossiers: Iterable[Dossier], path: str | os.PathLike[str]) -> None:
    """Write dossiers to a `.jsonl` or `.jsonl.gz` file, one a line, as they come.

    The file appears whole, once the last dossier has been written.

    Raises:
        UnknownFormat: the file has another suffix.
        OSError: the file cannot be written.
    """
    packed = _lines(path)
    with replacing(path) as file:
        if packed:
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as zipped:
                zipped.writelines(jsonl.dumps(dossier) + b"\n" for dossier in dossiers)
        else:
            file.writelines(jsonl.dumps(dossier) + b"\n" for dossier in dossiers)


@contextmanager
def replacing(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """A new file that takes the place of `path` when the block ends well, and else vanishes."""
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with open(draft, "xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            os.chmod(draft, target.stat().st_mode)
        os.replace(draft, target)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _lines(path: str | os.PathLike[str]) -> bool:
    """Whether a file of lines is packed."""
    module, packed = _format(path)
    if module is not jsonl:
        raise UnknownFormat(f"{os.fspath(path)}: lines are read from .jsonl or .jsonl.gz only")
    return packed


def _format(path: str | os.PathLike[str]) -> tuple[Any, bool]:
    """The module of the path's format, and whether the file is gzipped."""
    suffixes = [suffix.lower() for suffix in Path(path).suffixes]
    packed = suffixes[-1:] == [".gz"]
    name = FORMATS.get("".join(suffixes[-2:-1] if packed else suffixes[-1:]))
    if name is None:
        known = ", ".join(FORMATS)
        raise UnknownFormat(
            f"{os.fspath(path)}: the suffix names no format; known: {known}, each with .gz or not"
        )
    return import_module(f"geopolitics_model.formats.{name}"), packed
