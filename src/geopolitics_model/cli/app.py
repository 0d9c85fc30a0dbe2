"""What all commands share: the program, its exit codes, complaints and output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import typer
from rich.console import Console

import geopolitics_model as gm

DONE, SOME_FAILED, USAGE, NOT_INSTALLED, READER_GONE = 0, 1, 2, 3, 141
"""The exit codes; 141 is that of a program which SIGPIPE ends."""

EXIT_CODES = (
    "Exit codes: 0 all done, 1 a file could not be read or written (the others are done), "
    "2 wrong usage, 3 something is not installed, 141 the reader of the output went away."
)

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    epilog=EXIT_CODES,
    help="Read English news prose into typed objects that say where they were read.",
)
complaints = Console(stderr=True, soft_wrap=True, highlight=False)


class Failures:
    """Reports what went wrong with one file and lets the rest go on."""

    def __init__(self) -> None:
        self.count = 0

    @contextmanager
    def noted(self, name: str) -> Iterator[None]:
        """Report an error that concerns the file `name` only."""
        try:
            yield
        except (gm.errors.MissingModel, gm.errors.MissingExtra):
            raise
        except gm.errors.GeopoliticsError as problem:
            self.report(name, str(problem))
        except OSError as problem:
            self.report(name, problem.strerror or str(problem))

    def report(self, name: str, reason: str) -> None:
        """Say what is wrong with the file `name`."""
        self.count += 1
        complain(reason if reason.startswith(f"{name}: ") else f"{name}: {reason}")

    def exit(self) -> None:
        """End the program with an error if there was one."""
        if self.count:
            raise typer.Exit(SOME_FAILED)


def complain(message: str) -> None:
    """A line on stderr."""
    from geopolitics_model.display import words

    complaints.print(f"geopolitics-model: {words.printable(message)}", markup=False)


def saved(path: Path) -> gm.Dossier:
    """The dossier that a file holds.

    Raises:
        FormatError: it holds something else.
        OSError: the file cannot be read.
    """
    dossier = gm.read(path)
    if not isinstance(dossier, gm.Dossier):
        raise gm.errors.FormatError(f"holds a {type(dossier).__name__}, not a dossier")
    return dossier


def put(data: bytes) -> None:
    """Write to standard output, and end quietly if nobody reads it any more."""
    try:
        sys.stdout.buffer.write(data if data.endswith(b"\n") else data + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at its end, which must not fail again.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(READER_GONE) from None


def main() -> None:
    """The program `geopolitics-model`."""
    try:
        app()
    except gm.errors.GeopoliticsError as problem:
        complain(str(problem))
        sys.exit(NOT_INSTALLED)
