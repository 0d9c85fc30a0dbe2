"""`parse`: an article through the language model and all parsers, into a `Dossier`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import attrs

from geopolitics_model.errors import InvalidText, InvalidValue
from geopolitics_model.language import Reading, read_many
from geopolitics_model.language.threads import one_thread
from geopolitics_model.model import SECTIONS, Article, Diagnostic, Dossier, When
from geopolitics_model.model.merge import join
from geopolitics_model.model.typed import is_text
from geopolitics_model.model.walk import references, without_references
from geopolitics_model.parsers import conflicts, entities, missions, policies, statements, times

Parser = Callable[[Reading], Iterable[Any]]
"""Reads objects of the model, `When`s and `Diagnostic`s out of a `Reading`."""


PARSERS: tuple[Parser, ...] = (
    entities.parse,
    times.parse,
    statements.parse,
    missions.parse,
    policies.parse,
    conflicts.parse,
)
"""The parsers in their order: each sees in `reading.found` what those before it returned."""

_CLASSES = frozenset((*SECTIONS.values(), When, Diagnostic))
"""What a parser may return."""


def parse(
    text: str | Article,
    *,
    published: dt.date | dt.datetime | str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
    parsers: Sequence[Parser] = PARSERS,
) -> Dossier:
    """Read an article.

    `text` is kept exactly as given; all offsets count its characters. `published` anchors
    relative dates ("on Tuesday") and offices ("the president"); a string is read as ISO 8601.
    Without it nothing is invented. `parsers` may be any functions from a `Reading` to objects.

    Raises:
        InvalidText: `text` is no text (binary data, lone surrogates).
        InvalidValue: `published` is no date.
        MissingModel: no language model is installed.
    """
    article = as_article(text, published=published, title=title, source=source, url=url)
    return next(parse_many([article], parsers=parsers))


def parse_many(
    articles: Iterable[Article | str], *, parsers: Sequence[Parser] = PARSERS
) -> Iterator[Dossier]:
    """Read articles one after the other, lazily and in order; see `parse`."""
    readings = read_many(map(as_article, articles))
    while True:
        with one_thread():
            reading = next(readings, None)
            if reading is None:
                return
            read = dossier(reading, parsers)
        yield read


def as_article(
    text: str | Article,
    *,
    published: dt.date | dt.datetime | str | None = None,
    title: str | None = None,
    source: str | None = None,
    url: str | None = None,
) -> Article:
    """An `Article` of a text and what is known of it; what is given replaces what it has.

    Raises:
        InvalidText, InvalidValue: see `parse`.
    """
    given = {
        "published": _moment(published),
        "title": title,
        "source": source,
        "url": url,
    }
    known: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if isinstance(text, Article):
        return attrs.evolve(text, **known)
    if not isinstance(text, str):
        raise InvalidText(f"expected a string or an Article, got {type(text).__name__}")
    if not is_text(text):
        raise InvalidText(
            "the text holds lone surrogates; decode the file with its true encoding, "
            "or with errors='replace'"
        )
    return Article(text=text, language="en", **known)


def _moment(value: dt.date | dt.datetime | str | None) -> dt.date | dt.datetime | None:
    if not isinstance(value, str):
        return value
    try:
        return (
            dt.date.fromisoformat(value) if len(value) <= 10 else dt.datetime.fromisoformat(value)
        )
    except ValueError:
        raise InvalidValue(f"published: {value!r} is no ISO 8601 date, like 2022-08-04") from None


def dossier(reading: Reading, parsers: Sequence[Parser] = PARSERS) -> Dossier:
    """What the parsers read, each after the other, as a `Dossier`.

    A parser that fails costs its own objects only and leaves a `Diagnostic`.
    """
    reading = reading.knowing(reading.found.extended(reading.diagnostics))
    for parser in parsers:
        found: list[Any] = []
        try:
            found.extend(map(_object, parser(reading)))
        except Exception as problem:  # a bug of one parser must not lose the article
            found.append(
                Diagnostic(
                    code="parser-failed",
                    message=f"{parser.__module__}: {type(problem).__name__}: {problem}",
                )
            )
        reading = reading.knowing(reading.found.extended(found))
    return _assembled(reading.article, reading.found.items)


def _object(item: Any) -> Any:
    if type(item) not in _CLASSES:
        raise InvalidValue(f"returned {item!r}, which is no object of a dossier")
    return item


def _assembled(article: Article, items: Sequence[Any]) -> Dossier:
    by_id: dict[str, Any] = {}
    loose: dict[type, list[Any]] = {When: [], Diagnostic: []}
    for item in items:
        if type(item) in loose:
            loose[type(item)].append(item)
        else:
            by_id[item.id] = join(by_id[item.id], item) if item.id in by_id else item
    things = [_closed(thing, by_id, loose[Diagnostic]) for thing in by_id.values()]
    sections: dict[str, Any] = {
        section: [thing for thing in things if type(thing) is cls]
        for section, cls in SECTIONS.items()
    }
    return Dossier(
        articles=(article,),
        times=tuple(loose[When]),
        diagnostics=tuple(loose[Diagnostic]),
        **sections,
    )


def _closed(thing: Any, known: dict[str, Any], diagnostics: list[Diagnostic]) -> Any:
    """The thing without references to objects that nobody returned; each leaves a diagnostic."""
    dangling = {id for _, id in references(thing) if id not in known}
    if not dangling:
        return thing
    diagnostics.append(
        Diagnostic(
            code="dangling-reference",
            message=f"{thing.id} refers to {', '.join(sorted(dangling))}, which nobody returned",
        )
    )
    return without_references(thing, dangling)
