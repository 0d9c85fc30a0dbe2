"""GraphML, for Gephi, yEd, igraph and Cytoscape; see `graph` for what is in it."""

from __future__ import annotations

import io

from geopolitics_model.extras import imported
from geopolitics_model.formats.interchange.graph import graph
from geopolitics_model.model import Dossier


def dumps(dossier: Dossier) -> bytes:
    """The dossier as GraphML in UTF-8.

    Raises:
        MissingExtra: networkx is not installed.
    """
    file = io.BytesIO()
    imported("networkx", "interchange").write_graphml_xml(graph(dossier), file)
    return file.getvalue()
