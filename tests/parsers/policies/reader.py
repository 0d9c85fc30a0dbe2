"""Texts through the parsers that policies depend on."""

from __future__ import annotations

from collections.abc import Iterable

from geopolitics_model.model import Article, Policy
from geopolitics_model.parsers import entities, policies, statements, times
from geopolitics_model.parsers.pipeline import as_article, parse_many

PARSERS = (entities.parse, times.parse, statements.parse, policies.parse)


def read(text: str, *, published: str | None = None) -> list[Policy]:
    """The policies of a text."""
    return list(next(parse_many([as_article(text, published=published)], parsers=PARSERS)).policies)


def one(text: str, *, published: str | None = None) -> Policy:
    """The only policy of a text."""
    (policy,) = read(text, published=published)
    return policy


def each(texts: Iterable[str]) -> list[list[Policy]]:
    """The policies of each of many texts, without statements."""
    articles = [Article(text=text) for text in texts]
    found = parse_many(articles, parsers=(entities.parse, policies.parse))
    return [list(dossier.policies) for dossier in found]
