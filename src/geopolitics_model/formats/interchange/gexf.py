"""GEXF, Gephi's own format; see `graph` for what is in it."""

from __future__ import annotations

import io
import re

from geopolitics_model.extras import imported
from geopolitics_model.formats.interchange.graph import graph
from geopolitics_model.model import Dossier

_DATED = re.compile(rb' lastmodifieddate="[^"]*"')


def dumps(dossier: Dossier) -> bytes:
    """The dossier as GEXF 1.2 in UTF-8.

    networkx takes an attribute `start` or `end` for the life of a node, so they have the suffix
    `_edtf` here; and it dates the file, which is left out, as it differs from run to run.

    Raises:
        MissingExtra: networkx is not installed.
    """
    made = graph(dossier)
    for _, about in made.nodes(data=True):
        for name in ("start", "end"):
            if name in about:
                about[f"{name}_edtf"] = about.pop(name)
    file = io.BytesIO()
    imported("networkx", "interchange").write_gexf(made, file)
    return _DATED.sub(b"", file.getvalue(), count=1)
