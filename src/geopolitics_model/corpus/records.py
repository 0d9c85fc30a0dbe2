"""What goes into a corpus run and what comes out of it, article by article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from geopolitics_model.errors import GeopoliticsError, InvalidText
from geopolitics_model.model import Article, Diagnostic, Dossier
from geopolitics_model.parsers.pipeline import as_article

ARTICLE_KEYS = ("text", "title", "published", "source", "url")
"""The keys of a dictionary that make an article; others are left alone."""


@attrs.frozen(kw_only=True)
class Record:
    """An article as it was found, or why there is none.

    `origin` says where it stands ("news.jsonl:17"), `key` is the user's own id of it, both only if
    known. `diagnostics` say what could not be read of it: a date, or everything; then `article` is
    `None`.
    """

    article: Article | None
    origin: str | None = None
    key: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


@attrs.frozen(kw_only=True)
class Result:
    """What became of a record.

    `index` is its position in the input, counted from 0; `article`, `origin` and `key` are those
    of the record. `dossier` is `None` if there is no article, or if it could not be parsed.
    `diagnostics` say why, and what could not be read of the record; what could not be read of the
    text is in `dossier.diagnostics`.
    """

    index: int
    article: Article | None
    dossier: Dossier | None
    diagnostics: tuple[Diagnostic, ...] = ()
    origin: str | None = None
    key: str | None = None

    def to_dossier(self) -> Dossier:
        """The dossier with all diagnostics; if there is none, one of the article alone."""
        if self.dossier is not None:
            if not self.diagnostics:
                return self.dossier
            told = (*self.dossier.diagnostics, *self.diagnostics)
            return attrs.evolve(self.dossier, diagnostics=told)
        articles = () if self.article is None else (self.article,)
        return Dossier(articles=articles, diagnostics=self.diagnostics)


Input = Article | str | Mapping[str, Any] | Record
"""What is taken for an article: a text, a dictionary with the fields of an `Article`, a `Record`"""


def as_record(item: Input) -> Record:
    """A record of whatever stands for an article; what cannot be one becomes a diagnostic."""
    if isinstance(item, Record):
        return item
    try:
        if not isinstance(item, Mapping):
            return Record(article=as_article(item))
        known = {name: item[name] for name in ARTICLE_KEYS if item.get(name) is not None}
        if "text" not in known:
            raise InvalidText(f"the record has no 'text'; its keys: {', '.join(map(str, item))}")
        return Record(article=as_article(**known))
    except (GeopoliticsError, TypeError) as problem:
        return Record(article=None, diagnostics=(unreadable(str(problem)),))


def unreadable(reason: str) -> Diagnostic:
    """Why a record is no article."""
    return Diagnostic(code="unreadable-record", message=reason)


def lost(origin: str, reason: object) -> Record:
    """A record of which nothing can be read."""
    return Record(article=None, origin=origin, diagnostics=(unreadable(f"{origin}: {reason}"),))
