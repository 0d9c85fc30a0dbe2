"""`export`: saved dossiers in the formats of other tools."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import geopolitics_model as gm
from geopolitics_model.cli.app import Failures, put, saved

Target = StrEnum("Target", ["ftm", "jsonld", "graphml", "gexf", "csv", "geojson"])
"""The formats; a test holds them against `formats.interchange.FORMATS`, which is slow to load."""


def export(
    files: Annotated[
        list[Path], typer.Argument(help="Dossiers that were saved; several are merged.")
    ],
    *,
    to: Annotated[
        Target | None, typer.Option(help="The format. Default: what the suffix of --output names.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="Write to this file, whole or not at all: .ftm.json, .jsonld, .graphml, .gexf, "
            ".csv.zip, .geojson. Default: standard output.",
        ),
    ] = None,
) -> None:
    """Write saved dossiers for FollowTheMoney, Gephi, a triple store, a map or a spreadsheet."""
    from geopolitics_model.formats import interchange, jsonl

    if to is Target.csv and output is None:
        raise typer.BadParameter("the tables are a .zip; name a file", param_hint="--output")
    chosen = str(to) if to else _by_suffix(output)
    failures = Failures()
    dossiers = []
    for path in files:
        with failures.noted(str(path)):
            dossiers.append(saved(path))
    if dossiers:
        merged = jsonl.merged(dossiers)
        with failures.noted(str(output or "output")):
            if output:
                gm.export(merged, output, to=chosen)
            else:
                put(interchange.dumps(merged, chosen))
    failures.exit()


def _by_suffix(output: Path | None) -> str:
    """The format that the suffix of the file names.

    Raises:
        BadParameter: there is no file, or its suffix names none.
    """
    from geopolitics_model.formats import interchange

    if output is None:
        raise typer.BadParameter("name a format, or a file to write to", param_hint="--to")
    try:
        return interchange.format_of(output)
    except gm.errors.UnknownFormat as problem:
        raise typer.BadParameter(str(problem), param_hint="--output") from None
