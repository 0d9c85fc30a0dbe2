"""JSON-LD 1.1 with the terms of schema.org, its context inside: nothing is fetched to read it.

| class | type in schema.org |
| -- | -- |
| `Article` | `NewsArticle` |
| `Organisation` | `Organization`, or what its kind is there (`GovernmentOrganization`, ...) |
| `Person`, `Place` | `Person`; `Place`, `Country`, `City`, ... |
| `Mission`, `Conflict` | `Event` |
| `Statement` | `Quotation` if direct, else `Claim` |
| `Policy` | `Legislation` if it is legislation, else `Action` |

What schema.org has no term for (kinds, statuses, the parties of a conflict, counts) stands under
`urn:geopolitics-model:terms:`. Where it was read is a Web Annotation selector (W3C). Lost: which of
several values of an object a span belongs to, roles' periods, and the time expressions by
themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import msgspec

from geopolitics_model.formats.interchange import schema_org
from geopolitics_model.model import Dossier, Span
from geopolitics_model.model.walk import leaves

CONTEXT = {
    "@version": 1.1,
    "@vocab": "https://schema.org/",
    "gm": "urn:geopolitics-model:terms:",
    "oa": "http://www.w3.org/ns/oa#",
}


def dumps(dossier: Dossier) -> bytes:
    """The dossier as a JSON-LD document in UTF-8."""
    return msgspec.json.encode(document(dossier))


def document(dossier: Dossier) -> dict[str, Any]:
    """The dossier as a JSON-LD document in plain dicts and lists."""
    articles = [_node(article, []) for article in dossier.articles]
    things = [_node(thing, leaves(thing)[0]) for thing in dossier]
    return {"@context": CONTEXT, "@graph": articles + things}


def _node(thing: Any, spans: Iterable[Span]) -> dict[str, Any]:
    node = {"@id": iri(thing.id), **schema_org.described(thing, reference)}
    if evidence := [_selected(span) for span in dict.fromkeys(spans)]:
        node["gm:evidence"] = evidence
    return node


def iri(id: str) -> str:
    """The IRI of an object."""
    return f"urn:geopolitics-model:{quote(id, safe=':')}"


def reference(id: str) -> dict[str, str]:
    """A reference to an object."""
    return {"@id": iri(id)}


def _selected(span: Span) -> dict[str, Any]:
    """A span as a part of its article: its place, and its words."""
    return {
        "@type": "oa:SpecificResource",
        "oa:hasSource": reference(span.article),
        "oa:hasSelector": [
            {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end},
            {"@type": "oa:TextQuoteSelector", "oa:exact": span.text},
        ],
    }
