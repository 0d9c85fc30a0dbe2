"""The command line: arguments in, library calls, output.

A file a command, named after it; they are registered here, in the order in which `--help` lists
them.
"""

from geopolitics_model.cli import corpus
from geopolitics_model.cli.about import schema, version
from geopolitics_model.cli.app import EXIT_CODES, app, main
from geopolitics_model.cli.export import export
from geopolitics_model.cli.parse import parse
from geopolitics_model.cli.report import report
from geopolitics_model.cli.screen import screen
from geopolitics_model.cli.show import show

__all__ = ["app", "main"]

app.command(epilog=EXIT_CODES)(parse)
app.command(epilog=EXIT_CODES)(show)
app.command(epilog=EXIT_CODES)(report)
app.command(epilog=EXIT_CODES)(export)
app.command(epilog=EXIT_CODES)(screen)
app.add_typer(corpus.app, name="corpus")
app.command()(schema)
app.command()(version)
