"""From text to a `Reading`. The only floor that imports spaCy, and only when a text is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geopolitics_model.language.findings import Findings
from geopolitics_model.language.paragraphs import Paragraph
from geopolitics_model.language.quotations import Quotation
from geopolitics_model.language.reading import Name, Reading, Sentence, Token
from geopolitics_model.model import Article

__all__ = [
    "Findings",
    "Name",
    "Paragraph",
    "Quotation",
    "Reading",
    "Sentence",
    "Token",
    "read",
    "read_many",
]


def read(article: Article | str) -> Reading:
    """Read one article.

    Raises:
        MissingModel: no language model is installed.
    """
    given = article if isinstance(article, Article) else Article(text=article)
    return next(read_many([given]))


def read_many(articles: Iterable[Article]) -> Iterator[Reading]:
    """Read articles in order, several at a time.

    Raises:
        MissingModel: no language model is installed.
    """
    from geopolitics_model.language import spacy_reader

    return spacy_reader.read_many(articles)
