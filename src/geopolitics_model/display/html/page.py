"""The report: a page that stands alone, opens without network and runs nothing of an article."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from markupsafe import Markup

from geopolitics_model.display import words
from geopolitics_model.display.html.environment import asset, colours, environment
from geopolitics_model.display.html.figures import Figure, figures
from geopolitics_model.display.html.marks import Mark
from geopolitics_model.display.html.sections import (
    ENTITIES,
    Entry,
    Row,
    Section,
    Sections,
    inside,
)
from geopolitics_model.display.html.text import linked
from geopolitics_model.formats.jsonl import merged
from geopolitics_model.model import Article, Dossier, Span

_ALIGNED = re.compile(r"\t|   ")
"""White space that holds columns together: it is shown as it is."""

_SPACE = re.compile(r"[ \t\n\r]+")
"""What the page's script makes one space of."""

_LEGEND = ("statement", "policy", "mission", "conflict", "person", "organisation", "place", "time")


def report(
    dossiers: Dossier | Iterable[Dossier], *, title: str | None = None, pictures: bool | None = None
) -> str:
    """One or more dossiers as one HTML page: the marked articles beside what was read from them.

    The page holds everything it needs, asks no other host for anything and works as a file. The
    articles of several dossiers stand in the order given, those of one by date. `title` is the
    page's heading; without it, it is made from the articles. The timeline, the network and the
    map are drawn if the plotting library is installed; `pictures=True` insists on them and
    `pictures=False` leaves them out.

    Write it with `Path("page.html").write_text(page, encoding="utf-8")`.

    Raises:
        MissingExtra: `pictures=True`, and the plotting library is not installed.
    """
    given = [dossiers] if isinstance(dossiers, Dossier) else list(dossiers)
    dossier = merged(given)
    sections = Sections(dossier, _in_order(given))
    everything = [*sections]
    script = asset("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = environment().get_template("page.html")
    return page.render(
        title=title or _title(everything),
        sections=everything,
        unplaced=sections.unplaced,
        unread=[found for found in dossier.diagnostics if found.span is None],
        figures=_figures(dossier, pictures),
        totals=_totals(dossier),
        legend=_LEGEND,
        entities=_choices(dossier, sections, everything),
        words=_marked,
        places=_places,
        said=_said if len(everything) > 1 else _whole,
        link=_link,
        safe_url=_safe_url,
        style=asset("page.css"),
        colours=colours(),
        script=script,
        digest=digest,
    )


def _in_order(dossiers: list[Dossier]) -> list[Article]:
    """The articles, each once: of several dossiers as given, of one by date."""
    found: dict[str, Article] = {}
    for dossier in dossiers:
        for article in sorted(dossier.articles, key=lambda a: (str(a.published or ""), a.id)):
            found.setdefault(article.id, article)
    return [*found.values()]


def _title(sections: list[Section]) -> str:
    if len(sections) == 1:
        return sections[0].name
    return f"{len(sections)} articles" if sections else "An empty dossier"


def _figures(dossier: Dossier, wanted: bool | None) -> list[Figure]:
    return [] if wanted is False else figures(dossier, insist=bool(wanted))


def _totals(dossier: Dossier) -> dict[str, int]:
    names = {"policies": "policy"}
    totals = {names.get(name, name.rstrip("s")): count for name, count in dossier.counts.items()}
    return totals | {"time": len(dossier.times)}


def _choices(
    dossier: Dossier, sections: Sections, everything: list[Section]
) -> list[tuple[str, list[tuple[int, str, int]]]]:
    """Per class the entities to filter by: number, name and how many facts have to do with it."""
    facts: dict[int, int] = {}
    for section in everything:
        for row in section.rows:
            for entry in row.entries:
                for number in entry.about:
                    facts[number] = facts.get(number, 0) + 1
    choices = []
    for name in ENTITIES:
        found = [
            (number, words.called(dossier, thing.id), facts[number])
            for thing in getattr(dossier, name)
            if (number := sections.numbers[thing.id]) in facts
        ]
        if found:
            choices.append((name, sorted(found, key=lambda choice: (choice[1].casefold(), choice))))
    return choices


def _marked(section: Section, row: Row) -> Markup:
    """The paragraphs of a row with their marks, links and markers."""
    markers = [(entry.spans[0].start, entry.target, entry.number) for entry in row.entries]

    def part_of(text: str, start: int, marks: list[Mark]) -> Markup:
        end = start + len(text)
        here = [marker for marker in markers if start <= marker[0] < end]
        return linked(text, start, marks, prefix=section.id, anchors=section.anchors, markers=here)

    html = Markup("")
    for part, marks in row.paragraphs:
        html += Markup('<p class="as-is">' if _ALIGNED.search(part.text) else "<p>")
        html += part_of(part.text, part.start, marks) + Markup("</p>")
        # Seldom, but something may have been read from white space.
        html += part_of(part.gap, part.start + len(part.text), marks)
    return html


def _link(section: Section, spans: Iterable[Span]) -> str:
    """The element that holds the beginning of the first of the spans; empty if none is here."""
    at = section.anchor(spans)
    return "" if at is None else f"{section.id}w{at}"


def _places(section: Section, spans: Iterable[Span]) -> str:
    """The spans in this article as "384-393,400-420"."""
    return ",".join(f"{span.start}-{span.end}" for span in inside(section.article, spans))


def _said(section: Section, entry: Entry) -> Markup:
    """The attributes by which the script knows the marked words that are the body of a card.

    The class is "w", or "q" if they stand in quotation marks; `data-w` has their place unless it
    is that of the whole entry. Empty if the body says something else.
    """
    here = inside(section.article, entry.spans)
    for spans in (here, *([span] for span in here)):
        text = " ".join(_SPACE.sub(" ", span.text) for span in spans)
        name = {text: "w", f"“{text}”": "q"}.get(entry.card.body)
        if name:
            place = "" if spans is here else f" data-w={_places(section, spans)}"
            return Markup(f" class={name}{place}")
    return Markup("")


def _whole(section: Section, entry: Entry) -> Markup:  # noqa: ARG001
    """A page of one article is short: its cards say everything, without a script too."""
    return Markup("")


def _safe_url(url: str | None) -> str | None:
    """An address that leads to a page and nowhere else: `javascript:` is none."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
