"""`report`: articles or saved dossiers as one page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import geopolitics_model as gm
from geopolitics_model.cli.app import Failures, put, saved
from geopolitics_model.cli.parse import check, text_of


def report(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Dossiers that were saved (.json, .jsonl, .yaml, each with .gz or not), or text "
            "files in UTF-8, which are read first; - is a text on standard input."
        ),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Write to this file, whole or not at all. Default: standard output.",
        ),
    ] = None,
    title: Annotated[str | None, typer.Option(help="The heading of the page.")] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="When the text files appeared, in ISO 8601."),
    ] = None,
    pictures: Annotated[
        bool | None,
        typer.Option(
            "--pictures/--no-pictures",
            help="Timeline, network and map. Default: if the plotting library is installed.",
        ),
    ] = None,
) -> None:
    """Make one HTML page: the marked articles beside what was read from them."""
    from geopolitics_model.formats import files as formats

    check({"published": published})
    failures = Failures()
    dossiers = []
    for name in files:
        with failures.noted(name):
            dossiers.append(_dossier(name, published))
    if dossiers:
        page = gm.report(dossiers, title=title, pictures=pictures).encode()
        with failures.noted(str(output or "output")):
            if output:
                with formats.replacing(output) as file:
                    file.write(page)
            else:
                put(page)
    failures.exit()


def _dossier(name: str, published: str | None) -> gm.Dossier:
    """What a file holds: a dossier that was saved, or a text to read.

    Raises:
        FormatError: it is a saved thing, but no dossier.
    """
    from geopolitics_model.formats.files import FORMATS

    suffixes = [suffix for suffix in Path(name).suffixes if suffix != ".gz"]
    if suffixes and suffixes[-1].lower() in FORMATS:
        return saved(Path(name))
    return gm.parse(text_of(name), published=published)
