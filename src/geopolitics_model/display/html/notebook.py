"""What a notebook shows of an object, a collection or a dossier: `_repr_html_`.

No script, no network, styles that stay inside: colours are those of the notebook, whether it is
light or dark, and tints that stand out from either. A click on marked text chooses a radio button
beside it, which shows its card; with the keyboard the cards are gone through by the arrow keys.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import count
from typing import Any

import attrs
from markupsafe import Markup

from geopolitics_model.display import palette, words
from geopolitics_model.display.html.cards import Card, card
from geopolitics_model.display.html.environment import asset, environment
from geopolitics_model.display.html.marks import escaped, paragraphs
from geopolitics_model.display.html.sections import LAYERS, Entry, Section, Sections
from geopolitics_model.display.html.text import labelled
from geopolitics_model.model import SECTIONS, Article, Dossier, Span, Statement

MOST_ROWS = 50
"""The rows of a table that are shown; a notebook keeps all output in its file."""

MOST_CHARACTERS = 20_000
"""The text of an article that is shown."""

_CLASSES = tuple(SECTIONS.values())
_shown = count(1)


def to_html(thing: Any) -> str:
    """An object, a collection or a dossier as HTML that a notebook can put anywhere."""
    template = environment().get_template("notebook.html")
    html = template.render(
        _content(thing), style=asset("notebook.css"), colours=_colours(), layers=LAYERS
    )
    # Two outputs of one notebook must not share ids, and the same run gives the same ids.
    token = f"gm{hashlib.sha256(html.encode()).hexdigest()[:6]}-{next(_shown)}"
    return html.replace(_TOKEN, token)


_TOKEN = "gm\N{REPLACEMENT CHARACTER}id"


def _content(thing: Any) -> dict[str, Any]:
    if isinstance(thing, Dossier):
        return _dossier(thing) if thing.articles else _objects([*thing], thing)
    if isinstance(thing, tuple):
        lookup = getattr(thing, "lookup", None)
        return _objects(thing, Known(lookup.objects if lookup else thing))
    if isinstance(thing, _CLASSES):
        return {"view": "card", "card": card(thing, Known([thing]))}
    if isinstance(thing, Article):
        return {"view": "article", "name": words.beginning(thing), "meta": _meta(thing)} | _text(
            thing
        )
    return {"view": "value", "name": type(thing).__name__, "fields": _fields(thing)}


class Known:
    """The objects that are known where there is no dossier to ask."""

    def __init__(self, objects: Iterable[Any]) -> None:
        self._objects = {thing.id: thing for thing in objects if hasattr(thing, "id")}

    def __contains__(self, id: object) -> bool:
        return id in self._objects

    def __getitem__(self, id: str) -> Any:
        return self._objects[id]

    def statements_at(self, span: Span) -> tuple[Statement, ...]:
        """The statements whose content covers `span`."""
        return tuple(
            thing
            for thing in self._objects.values()
            if isinstance(thing, Statement)
            for content in thing.content_evidence
            if content.article == span.article
            and content.start <= span.start
            and span.end <= content.end
        )


def _dossier(dossier: Dossier) -> dict[str, Any]:
    """The first article, marked, and the others by name."""
    sections = Sections(dossier, dossier.articles)
    first = next(iter(sections))
    entries = [entry for row in first.rows for entry in row.entries] + first.entities
    titles = {f"{_TOKEN}-{entry.target}": _title(entry) for entry in entries}
    marked = Markup("")
    for part, marks in _shown_paragraphs(first):
        ours = [
            mark if mark.layer == "ti" else mark._replace(target=f"{_TOKEN}-{mark.target}")
            for mark in marks
        ]
        marked += Markup("<p>") + labelled(part.text, part.start, ours, titles) + Markup("</p>")
    return {
        "view": "dossier",
        "token": _TOKEN,
        "name": first.name if len(dossier.articles) == 1 else f"{len(dossier.articles)} articles",
        "meta": _summary(dossier),
        "marked": marked,
        "cut": len(first.article.text) > MOST_CHARACTERS,
        "entries": entries,
        "title": _title,
        "others": [(words.beginning(a), _meta(a)) for a in dossier.articles[:MOST_ROWS]],
        "more": len(dossier.articles) - MOST_ROWS,
        "here": first.name,
    }


def _shown_paragraphs(section: Section) -> Iterable[Any]:
    for row in section.rows:
        for part, marks in row.paragraphs:
            if part.start < MOST_CHARACTERS:
                yield part, marks


def _title(entry: Entry) -> str:
    """A card on one line: "statement: Ana Ilić, warn, direct"."""
    known = ", ".join(value.text for value in entry.card.title)
    return f"{entry.card.layer}: {known}, {entry.card.note}"


def _objects(things: Sequence[Any], known: words.Names) -> dict[str, Any]:
    """A table: a row an object, or for values without a card a row each of its fields."""
    shown = things[:MOST_ROWS]
    cards = [card(thing, known) for thing in shown if isinstance(thing, _CLASSES)]
    plain = [] if len(cards) == len(shown) else [(_brief(thing), _fields(thing)) for thing in shown]
    sections = [name for name, kind in SECTIONS.items() if any(isinstance(t, kind) for t in shown)]
    return {
        "view": "table",
        "cards": [] if plain else cards,
        "rows": plain,
        "body": any(card.body for card in cards),
        "name": ", ".join(sections),
        "size": len(things),
        "more": len(things) - MOST_ROWS,
        "read_from": _read_from,
    }


def _read_from(card: Card) -> str:
    """The different words and where each stands first; of a long list the beginning."""
    found: dict[str, Span] = {}
    for span in card.spans:
        found.setdefault(span.text, span)
    some = [f"{_excerpt(span.text)} [{span.start}:{span.end}]" for span in found.values()]
    text = ", ".join(some[:3])
    return f"{text} and {len(some) - 3} more" if len(some) > 3 else text


def _excerpt(text: str) -> str:
    return words.quoted(text if len(text) <= 40 else f"{text[:38].rstrip()}…")


def _text(article: Article) -> dict[str, Any]:
    parts = [p for p in paragraphs(article.text) if p.start < MOST_CHARACTERS]
    marked = Markup("").join(Markup("<p>{}</p>").format(escaped(part.text)) for part in parts)
    return {"marked": marked, "cut": len(article.text) > MOST_CHARACTERS}


def _meta(article: Article) -> str:
    known = [str(article.day or ""), words.printable(article.source or "")]
    return " · ".join([part for part in known if part] + [f"{len(article.text):,} characters"])


def _summary(dossier: Dossier) -> str:
    counts = [f"{number} {section}" for section, number in dossier.counts.items() if number]
    return ", ".join(counts) or "nothing was read"


def _fields(thing: Any) -> list[tuple[str, str]]:
    """The fields of any value that say something."""
    fields = attrs.fields(type(thing)) if attrs.has(type(thing)) else ()
    values = [(field.name, getattr(thing, field.name)) for field in fields]
    return [(name, _brief(value)) for name, value in values if value is not None and value != ()]


def _brief(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(_brief(item) for item in value[:20])
    if isinstance(value, Span):
        return f"{words.quoted(value.text)} [{value.start}:{value.end}]"
    return words.printable(str(value))


@cache
def _colours() -> Markup:
    """The palette between light and dark: lines that stand out from white and from black."""
    lines = []
    for name, shades in palette.COLOURS.items():
        light, dark = (
            [int(shade[i : i + 2], 16) for i in (1, 3, 5)] for shade in (shades.light, shades.dark)
        )
        middle = [round(0.6 * a + 0.4 * b) for a, b in zip(light, dark, strict=True)]
        lines.append(f"--{LAYERS[name.lower()]}:#{bytes(middle).hex()}")
    return Markup(";".join(lines))
