"""`screen`: which articles are worth a parse."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import geopolitics_model as gm
from geopolitics_model.cli.app import SOME_FAILED, complain, put

_MOST_REASONS = 8


def screen(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Files and folders: .txt, .html, .jsonl, .csv, .tsv, .parquet, packed (.gz, .zst) "
            "or not."
        ),
    ],
    *,
    all: Annotated[
        bool, typer.Option("--all", help="Show what does not pass too, with a minus sign.")
    ] = False,
    text_column: Annotated[
        str | None, typer.Option(help="The column of the texts, if its name is not a usual one.")
    ] = None,
) -> None:
    """List the articles that names and words say are about politics: score, place, reasons."""
    from geopolitics_model.corpus import read_articles

    failures = 0
    try:
        for record in read_articles(paths, text_column=text_column):
            if record.article is None:
                failures += 1
                complain(record.diagnostics[-1].message)
                continue
            found = gm.screen(record.article.text)
            if found or all:
                sign = "+" if found else "-"
                reasons = ", ".join(found.reasons[:_MOST_REASONS])
                put(f"{sign}\t{found.score:.2f}\t{record.origin}\t{reasons}".encode())
    except (gm.errors.FormatError, gm.errors.UnknownFormat, FileNotFoundError) as problem:
        raise typer.BadParameter(str(problem), param_hint="PATHS") from None
    if failures:
        raise typer.Exit(SOME_FAILED)
