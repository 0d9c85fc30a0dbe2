"""`corpus build`, `corpus query`, `corpus info`: many articles, kept in a folder."""

from __future__ import annotations

import csv
import io
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

import geopolitics_model as gm
from geopolitics_model.cli.app import EXIT_CODES, Failures, complain, complaints, put
from geopolitics_model.cli.parse import check
from geopolitics_model.cli.show import MOST_WIDTH, PLAIN_WIDTH

app = typer.Typer(no_args_is_help=True, help="Keep what many articles say in a folder, and ask it.")

Folder = Annotated[Path, typer.Argument(help="The folder of a corpus.")]
Column = typer.Option(metavar="NAME", help="The column of tables that holds it.")


class Answer(StrEnum):
    """How the answer to a query is written."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


@app.command(epilog=EXIT_CODES)
def build(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            help="Folders and files: .txt, .html, .jsonl, .csv, .tsv, .parquet; with .gz or .zst."
        ),
    ],
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The folder of the corpus, new or begun.")
    ],
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Processes; 0: one a processor.")
    ] = 1,
    batch_size: Annotated[
        int, typer.Option(min=1, help="Articles of a batch: what is in memory, and a file's rows.")
    ] = 1000,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="For articles without a date of their own, in ISO 8601."),
    ] = None,
    source: Annotated[
        str | None, typer.Option(help="For articles without a source of their own.")
    ] = None,
    text_column: Annotated[str | None, Column] = None,
    published_column: Annotated[str | None, Column] = None,
    title_column: Annotated[str | None, Column] = None,
    source_column: Annotated[str | None, Column] = None,
    url_column: Annotated[str | None, Column] = None,
    id_column: Annotated[str | None, Column] = None,
    encoding: Annotated[str | None, typer.Option(help="Of texts that are not UTF-8.")] = None,
) -> None:
    """Read articles and keep what they say as Parquet files; run it again to go on."""
    check({"published": published, "source": source})
    failures = Failures()
    with failures.noted(str(output)):
        articles = gm.corpus.read_articles(
            inputs,
            text_column=text_column,
            published_column=published_column,
            title_column=title_column,
            source_column=source_column,
            url_column=url_column,
            id_column=id_column,
            published=published,
            source=source,
            encoding=encoding,
        )
        built = gm.corpus.build(
            articles, output, jobs=jobs, batch_size=batch_size, progress=complaints.is_terminal
        )
        lost = len(built) - built.counts["articles"]
        if lost:
            complain(f"{output}: {lost} could not be read; see the table diagnostics")
        put(_summary(built).encode())
    failures.exit()


@app.command(epilog=EXIT_CODES)
def query(
    sql: Annotated[str, typer.Argument(help='For instance "SELECT * FROM said LIMIT 10".')],
    folder: Folder,
    *,
    format: Annotated[
        Answer | None, typer.Option(help="Default: table on a terminal, csv elsewhere.")
    ] = None,
) -> None:
    """Ask a corpus in SQL: a view for each table, and `entities`, `said` and `figures`."""
    failures = Failures()
    with failures.noted(str(folder)):
        with gm.Corpus(folder) as corpus:
            found = corpus.query(sql)
        chosen = format or (Answer.TABLE if sys.stdout.isatty() else Answer.CSV)
        put(_WRITERS[chosen](found))
    failures.exit()


@app.command(epilog=EXIT_CODES)
def info(folder: Folder) -> None:
    """Say what is in a corpus."""
    failures = Failures()
    with failures.noted(str(folder)):
        put(_summary(gm.Corpus(folder)).encode())
    failures.exit()


def _summary(corpus: gm.Corpus) -> str:
    counts = {name: count for name, count in corpus.counts.items() if name != "dossiers"}
    size = sum(path.stat().st_size for path in corpus.folder.rglob("*") if path.is_file())
    lines = [f"{name:14}{count:12,}" for name, count in counts.items()]
    return "\n".join([*lines, f"{'bytes':14}{size:12,}"])


def _table(found: Any) -> bytes:
    console = Console(highlight=False)
    console.width = min(console.width, MOST_WIDTH) if console.is_terminal else PLAIN_WIDTH
    table = Table(box=None, pad_edge=False)
    for name in found.column_names:
        table.add_column(name, overflow="fold")
    for row in found.to_pylist():
        table.add_row(*(_printed(value) for value in row.values()))
    with console.capture() as capture:
        console.print(table)
    return capture.get().encode(sys.stdout.encoding, "replace")


def _printed(value: Any) -> str:
    from rich.markup import escape

    from geopolitics_model.display import words

    return escape(words.printable(str(_cell(value))))


def _csv(found: Any) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(found.column_names)
    writer.writerows([_cell(value) for value in row.values()] for row in found.to_pylist())
    return file.getvalue().encode()


def _cell(value: Any) -> Any:
    """A plain value as it is, what is nested as JSON."""
    import msgspec

    if value is None:
        return ""
    return msgspec.json.encode(value).decode() if isinstance(value, (list, dict)) else value


def _jsonl(found: Any) -> bytes:
    import msgspec

    return b"".join(msgspec.json.encode(row) + b"\n" for row in found.to_pylist())


_WRITERS = {Answer.TABLE: _table, Answer.CSV: _csv, Answer.JSONL: _jsonl}
