"""How far a corpus has come, on stderr."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from geopolitics_model.corpus.records import Result


def counted(results: Iterator[Result], total: int | None) -> Iterator[Result]:
    """The results, with a line that counts them, those that failed, and their speed."""
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TaskProgressColumn(show_speed=True),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    ) as progress:
        task = progress.add_task("articles", total=total)
        failures = 0
        for result in results:
            failures += result.dossier is None
            told = f"articles, {failures} failed" if failures else "articles"
            progress.update(task, advance=1, description=told)
            yield result
