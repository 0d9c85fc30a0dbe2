"""`show`: saved dossiers as tables."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

import geopolitics_model as gm
from geopolitics_model.cli.app import Failures, put, saved

PLAIN_WIDTH, MOST_WIDTH = 100, 140
"""The width of tables in files and pipes, and the most of a wide terminal that they take."""


def show(
    files: Annotated[list[Path], typer.Argument(help="Dossiers that were saved, in any format.")],
) -> None:
    """Show saved dossiers as tables, with the words each thing was read from."""
    failures = Failures()
    for path in files:
        with failures.noted(str(path)):
            print_table(saved(path))
    failures.exit()


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
