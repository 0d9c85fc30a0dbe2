"""Pages to open: the founding article, and a hundred like it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import geopolitics_model as gm
from geopolitics_model.model import Dossier

SEED = Path(__file__).parents[2] / "seeds" / "seed-kosovo.txt"


@cache
def seed() -> Dossier:
    """What is read from the founding article."""
    return gm.parse(SEED.read_text(encoding="utf-8"), published="2022-08-04")


@cache
def edition(number: int) -> Dossier:
    """The same article with another last line, and so with facts of its own."""
    article = seed().articles[0]
    other = gm.Article(
        text=f"{article.text}\n\nEdition {number}.",
        title=f"Edition {number}",
        published=article.day,
    )
    data = json.dumps(seed().to_dict() | {"articles": []})
    data = data.replace(article.id, other.id)
    data = re.sub(r"\b(statement|policy|conflict):", rf"\1:{number}-", data)
    articles = Dossier(articles=(other,)).to_dict()["articles"]
    return Dossier.from_dict(json.loads(data) | {"articles": articles})


@cache
def page(editions: int = 0, *, pictures: bool = False) -> str:
    """The report of the founding article, or of so many editions of it."""
    dossiers = [edition(number) for number in range(1, editions + 1)]
    return gm.report(dossiers or seed(), pictures=pictures)
