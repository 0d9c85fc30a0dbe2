"""The command line: arguments in, library calls, output."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

import geopolitics_model as gm

DONE, SOME_FAILED, USAGE, NOT_INSTALLED, READER_GONE = 0, 1, 2, 3, 141
"""The exit codes; 141 is that of a program which SIGPIPE ends."""

EXIT_CODES = (
    "Exit codes: 0 all done, 1 a file could not be read or written (the others are done), "
    "2 wrong usage, 3 something is not installed, 141 the reader of the output went away."
)

PLAIN_WIDTH, MOST_WIDTH = 100, 140
"""The width of tables in files and pipes, and the most of a wide terminal that they take."""

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    epilog=EXIT_CODES,
    help="Read English news prose into typed objects that say where they were read.",
)
complaints = Console(stderr=True, soft_wrap=True, highlight=False)


class Format(StrEnum):
    """How dossiers are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    YAML = "yaml"


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
            self._report(name, str(problem))
        except OSError as problem:
            self._report(name, problem.strerror or str(problem))

    def _report(self, name: str, reason: str) -> None:
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


@app.command(epilog=EXIT_CODES)
def parse(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="Text files in UTF-8; - or nothing reads standard input."),
    ] = None,
    *,
    published: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="When the articles appeared, in ISO 8601 (2022-08-04). Relative dates and "
            "offices are read from it; without it nothing is guessed.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The title, to be kept with it.")] = None,
    source: Annotated[str | None, typer.Option(help="The source, to be kept with it.")] = None,
    format: Annotated[
        Format | None,
        typer.Option(
            help="Default: table on a terminal, json elsewhere. Several files become a table "
            "each, a line of jsonl each, or one merged dossier in json and yaml."
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Write to this file, whole or not at all; its suffix (.json, .jsonl, .yaml, each "
            "with .gz or not) chooses the format.",
        ),
    ] = None,
) -> None:
    """Read articles and write what they say."""
    names = files or ["-"]
    if not files and sys.stdin.isatty():
        raise typer.BadParameter("name a file, or - to type the article in", param_hint="FILES")
    written = chosen(format, output)
    about = {"published": published, "title": title, "source": source}
    check(about)
    failures = Failures()
    with failures.noted(str(output or "output")):
        write(each(names, about, failures), written, output)
    failures.exit()


@app.command(epilog=EXIT_CODES)
def show(
    files: Annotated[list[Path], typer.Argument(help="Dossiers that were saved, in any format.")],
) -> None:
    """Show saved dossiers as tables, with the words each thing was read from."""
    failures = Failures()
    for path in files:
        with failures.noted(str(path)):
            dossier = gm.read(path)
            if not isinstance(dossier, gm.Dossier):
                raise gm.errors.FormatError(f"holds a {type(dossier).__name__}, not a dossier")
            print_table(dossier)
    failures.exit()


@app.command()
def schema() -> None:
    """Print the JSON Schema of the JSON that is written."""
    import json

    put(json.dumps(gm.json_schema(), indent=2, ensure_ascii=False).encode())


@app.command()
def version() -> None:
    """Print the version."""
    put(f"geopolitics-model {gm.__version__}".encode())


def check(about: dict[str, Any]) -> None:
    """Find what is wrong with the options before the first file is read.

    Raises:
        BadParameter: `--published` is no date, or a time of day without a time zone.
    """
    from geopolitics_model.parsers.pipeline import as_article

    try:
        as_article("", **about)
    except gm.errors.InvalidValue as problem:
        raise typer.BadParameter(str(problem), param_hint="--published") from None


def chosen(format: Format | None, output: Path | None) -> Format:
    """The format that the options mean.

    Raises:
        BadParameter: the suffix of the file names another format, or none.
    """
    if output is None:
        return format or (Format.TABLE if sys.stdout.isatty() else Format.JSON)
    suffixes = [suffix.lower() for suffix in output.suffixes if suffix.lower() != ".gz"]
    named = {".json": Format.JSON, ".jsonl": Format.JSONL, ".yaml": Format.YAML}
    named[".yml"] = Format.YAML
    by_suffix = named.get(suffixes[-1]) if suffixes else None
    if format is None and by_suffix is None:
        raise typer.BadParameter(
            f"the suffix of {output} names no format; use {', '.join(named)}, each with .gz or "
            "not, or --format table",
            param_hint="--output",
        )
    if format is not None and by_suffix is not format and (by_suffix or format != Format.TABLE):
        raise typer.BadParameter(
            f"--format {format} cannot be written to {output}", param_hint="--output"
        )
    return format or by_suffix or Format.TABLE


def each(names: list[str], about: dict[str, Any], failures: Failures) -> Iterator[gm.Dossier]:
    """The dossiers of the files that can be read, with progress on stderr if they are several."""
    progress = Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=complaints,
        transient=True,
        disable=len(names) < 2 or not complaints.is_terminal,
    )
    task = progress.add_task("", total=len(names))
    for name in names:
        progress.update(task, description=name)
        progress.start()
        dossier = None
        try:
            with failures.noted(name):
                dossier = gm.parse(text_of(name), **about)
        finally:
            progress.stop()  # before anything is written to what may be the same terminal
        if dossier is not None:
            yield dossier
        progress.advance(task)


def text_of(name: str) -> str:
    """The text of a file, or of standard input; all of it is kept but a byte order mark.

    Raises:
        InvalidText: it is not UTF-8.
    """
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise gm.errors.InvalidText(f"no UTF-8 at byte {problem.start}") from None


def write(dossiers: Iterator[gm.Dossier], format: Format, output: Path | None) -> None:
    """Write dossiers in a format, to a file or to standard output; of none, nothing."""
    from geopolitics_model.formats import files, jsonl, yaml

    first = next(dossiers, None)
    if first is None:
        return  # what went wrong has been reported
    dossiers = chain([first], dossiers)
    if format is Format.TABLE and output:
        from geopolitics_model.display import render

        with files.replacing(output) as file:
            file.write("\n".join(map(render, dossiers)).encode())
    elif format is Format.TABLE:
        for i, dossier in enumerate(dossiers):
            if i:
                put(b"")
            print_table(dossier)
    elif format is Format.JSONL and output:
        files.write_lines(dossiers, output)
    elif format is Format.JSONL:
        for dossier in dossiers:
            put(gm.dumps(dossier))
    elif output:
        gm.write(jsonl.merged(dossiers), output)
    else:
        merged = jsonl.merged(dossiers)
        put(yaml.dumps(merged) if format is Format.YAML else gm.dumps(merged))


def print_table(dossier: gm.Dossier) -> None:
    """The dossier as tables: in colour and as wide as the terminal, or plain."""
    from geopolitics_model import display

    console = Console(highlight=False)
    if not console.is_terminal:
        put(display.render(dossier, PLAIN_WIDTH).encode())
        return
    console.width = min(console.width, MOST_WIDTH)
    with console.capture() as capture:
        display.show(dossier, console)
    put(capture.get().encode(sys.stdout.encoding, "replace"))


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


if __name__ == "__main__":
    main()
