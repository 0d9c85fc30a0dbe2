"""`parse`: articles in, dossiers out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

import geopolitics_model as gm
from geopolitics_model.cli.app import Failures, complaints, put
from geopolitics_model.cli.show import print_table


class Format(StrEnum):
    """How dossiers are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    YAML = "yaml"


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
    jobs: Annotated[
        int,
        typer.Option(
            "--jobs",
            "-j",
            min=0,
            help="Processes that share the files; 0: one a processor. The order stays.",
        ),
    ] = 1,
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
        write(each(names, about, failures, jobs), written, output)
    failures.exit()


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


def each(
    names: list[str], about: dict[str, Any], failures: Failures, jobs: int = 1
) -> Iterator[gm.Dossier]:
    """The dossiers of the files that can be read, with progress on stderr if they are several."""
    from geopolitics_model.corpus.records import Record
    from geopolitics_model.corpus.streaming import results
    from geopolitics_model.parsers.pipeline import as_article

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

    def records() -> Iterator[Record]:
        for name in names:
            progress.update(task, description=name)
            record = None
            with failures.noted(name):
                record = Record(article=as_article(text_of(name), **about), origin=name)
            if record is None:
                progress.advance(task)
            else:
                yield record

    found = results(records(), jobs=jobs, batch_size=_batch(len(names), jobs))
    while True:
        progress.start()
        try:
            result = next(found, None)
        finally:
            progress.stop()  # before anything is written to what may be the same terminal
        if result is None:
            return
        progress.advance(task)
        if result.dossier is not None:
            yield result.dossier
        for trouble in result.diagnostics:
            failures.report(str(result.origin), trouble.message)


def _batch(files: int, jobs: int) -> int:
    """Files of a batch: one for a single process, which need not read ahead; for several, so many
    that each gets some batches.
    """
    from geopolitics_model.corpus.streaming import BATCH, processors

    processes = jobs or processors()
    return 1 if processes == 1 else max(1, min(BATCH, files // (4 * processes)))


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
