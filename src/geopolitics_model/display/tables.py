"""A dossier as tables for a terminal: what was read, what is known of it, and the words it is from.

Numbers in brackets are the slice of the article's text, `article.text[384:393]`; where there are
several articles, the number of the article stands before them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from geopolitics_model.display import words
from geopolitics_model.model import (
    Article,
    Conflict,
    Dossier,
    Mission,
    Organisation,
    Person,
    Place,
    Policy,
    Span,
    Statement,
    StatementMode,
)

Line = str | tuple[str, str]
"""A line of a cell: text, or a label and text; without text it is left out."""

Row = tuple[Text, Text, Text]

_Named = TypeVar("_Named", Organisation, Person, Place, Mission, Conflict)

_ENTITY_WIDTHS, _FACT_WIDTHS = (26, 34, 38), (20, 50, 28)


def show(dossier: Dossier, console: Console) -> None:
    """Print a dossier as tables, one a section; sections without objects are left out."""
    many = len(dossier.articles) > 1
    numbers = {article.id: i for i, article in enumerate(dossier.articles, 1)} if many else {}
    for article in dossier.articles:
        console.print(_heading(article, numbers.get(article.id)))
    for table in _tables(dossier, numbers):
        if table.row_count:
            console.print()
            console.print(table)
    console.print()
    console.print(Text(_summary(dossier)))


def render(dossier: Dossier, width: int = 100) -> str:
    """The same tables as plain text, in lines of at most `width` characters."""
    console = Console(width=width, color_system=None, force_terminal=False)
    with console.capture() as capture:
        show(dossier, console)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _heading(article: Article, number: int | None) -> Text:
    known = [f"{len(article.text):,} characters"]
    known += [f"published {article.published}"] if article.published else ["no date given"]
    known += [article.source] if article.source else []
    text = Text(f"{number}: " if number else "", style="dim")
    text.append(words.beginning(article), style="bold not dim")
    return text.append(f"\n{article.id} · {words.printable(' · '.join(known))}", style="dim")


def _summary(dossier: Dossier) -> str:
    return ", ".join(f"{count} {section}" for section, count in dossier.counts.items())


def _tables(dossier: Dossier, numbers: dict[str, int]) -> Iterator[Table]:
    yield _entities("Organisations", dossier, dossier.organisations, _organisation)
    yield _entities("Persons", dossier, dossier.persons, _person)
    yield _entities("Places", dossier, dossier.places, _place)
    yield _entities("Missions", dossier, dossier.missions, _mission)
    yield _statements(dossier, numbers)
    yield _policies(dossier, numbers)
    yield _entities("Conflicts", dossier, dossier.conflicts, _conflict)
    yield _times(dossier, numbers)
    yield _diagnostics(dossier, numbers)


def _table(title: str, columns: Sequence[str], widths: Sequence[int], rows: Sequence[Row]) -> Table:
    table = Table(
        title=Text.assemble((title, "bold"), (f" ({len(rows)})", "dim")),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        show_lines=any("\n" in cell.plain for row in rows for cell in row),
        expand=True,
        pad_edge=False,
    )
    for name, ratio in zip(columns, widths, strict=True):
        table.add_column(name, ratio=ratio, overflow="fold", header_style="dim")
    for row in rows:
        table.add_row(*row)
    return table


def _entities(
    title: str,
    dossier: Dossier,
    things: Iterable[_Named],
    describe: Callable[[Dossier, _Named], Iterable[Line]],
) -> Table:
    rows = [
        (
            _name(words.printable(thing.name)),
            _cell(describe(dossier, thing)),
            Text(", ".join(words.surfaces(thing.mentions))),
        )
        for thing in things
    ]
    return _table(title, ("name", "what is known", "read from"), _ENTITY_WIDTHS, rows)


def _statements(dossier: Dossier, numbers: dict[str, int]) -> Table:
    rows = [
        (
            _name(words.listed(dossier, statement.speakers) or "not known"),
            _cell(_statement(dossier, statement)),
            _sources(statement, numbers),
        )
        for statement in dossier.statements
    ]
    return _table("Statements", ("who", "says what", "read from"), _FACT_WIDTHS, rows)


def _policies(dossier: Dossier, numbers: dict[str, int]) -> Table:
    rows = [
        (
            _name(words.listed(dossier, policy.actors) or "not known"),
            _cell(_policy(dossier, policy)),
            _spans(policy.evidence, numbers),
        )
        for policy in dossier.policies
    ]
    return _table("Policies", ("who", "decides what", "read from"), _ENTITY_WIDTHS, rows)


def _times(dossier: Dossier, numbers: dict[str, int]) -> Table:
    rows = [
        (
            _name(f"{time.bound} {time.value}" if time.bound else time.value),
            Text(time.kind),
            _spans(time.evidence, numbers),
        )
        for time in dossier.times
    ]
    return _table("Times", ("value", "kind", "read from"), _ENTITY_WIDTHS, rows)


def _diagnostics(dossier: Dossier, numbers: dict[str, int]) -> Table:
    rows = [
        (
            _name(words.printable(diagnostic.code)),
            Text(words.printable(diagnostic.message)),
            _spans([diagnostic.span] if diagnostic.span else [], numbers),
        )
        for diagnostic in dossier.diagnostics
    ]
    return _table("Diagnostics", ("code", "what could not be read", "where"), _FACT_WIDTHS, rows)


def _name(text: str) -> Text:
    return Text(text, style="bold")


def _cell(lines: Iterable[Line]) -> Text:
    texts = []
    for line in lines:
        label, text = ("", line) if isinstance(line, str) else line
        if text:
            texts.append(Text.assemble((f"{label}: " if label else "", "dim"), text))
    return Text("\n").join(texts)


def _spans(spans: Iterable[Span], numbers: dict[str, int]) -> Text:
    return Text("\n").join(
        Text.assemble(words.quoted(span.text), (f" {_slice(span, numbers)}", "dim"))
        for span in spans
    )


def _sources(statement: Statement, numbers: dict[str, int]) -> Text:
    """Source and cue; of the content, which stands beside them, only where it is."""
    attribution = _spans((*statement.source_evidence, *statement.cue_evidence), numbers)
    content = " ".join(_slice(span, numbers) for span in statement.content_evidence)
    parts = [attribution, Text(f"content {content}" if content else "", style="dim")]
    return Text("\n").join(part for part in parts if part)


def _slice(span: Span, numbers: dict[str, int]) -> str:
    article = f"{numbers[span.article]}:" if numbers else ""
    return f"[{article}{span.start}:{span.end}]"


def _organisation(dossier: Dossier, organisation: Organisation) -> Iterator[Line]:
    yield words.kind(organisation.kind)
    yield "acronym", words.printable(organisation.acronym or "")
    yield "part of", words.listed(dossier, [organisation.parent])
    yield "place", words.listed(dossier, [organisation.place])


def _person(dossier: Dossier, person: Person) -> Iterator[Line]:
    yield from dict.fromkeys(words.role(dossier, role) for role in person.roles)
    yield "nationality", words.listed(dossier, [person.nationality])


def _place(dossier: Dossier, place: Place) -> Iterator[Line]:
    country = f" in {words.called(dossier, place.country)}" if place.country else ""
    yield words.kind(place.kind) + country


def _mission(dossier: Dossier, mission: Mission) -> Iterator[Line]:
    yield f"{words.kind(mission.kind)}, {words.kind(mission.status)}"
    yield "led by", words.listed(dossier, mission.leads)
    yield "place", words.listed(dossier, mission.places)
    for strength in mission.strengths:
        yield "strength", words.strength(strength)
    if mission.mandate:
        issuers = words.listed(dossier, mission.mandate.issuers)
        instrument = words.printable(mission.mandate.instrument or "")
        yield "mandate", ", ".join(part for part in (issuers, instrument) if part)
        for aim in mission.mandate.aims:
            yield "aim", words.printable(aim)
    yield "period", words.period(mission.start, mission.end)


def _statement(dossier: Dossier, statement: Statement) -> Iterator[Line]:
    content = words.printable(statement.content)
    yield f"{words.kind(statement.act)}, {words.kind(statement.mode)}"
    yield f"“{content}”" if statement.mode is StatementMode.DIRECT else content
    yield "condition", words.printable(statement.condition or "")
    yield "to", words.listed(dossier, statement.addressees)
    yield "channel", words.printable(statement.channel or "")
    yield "when", words.when(statement.when)
    yield "about", words.listed(dossier, statement.about)


def _policy(dossier: Dossier, policy: Policy) -> Iterator[Line]:
    yield f"{words.kind(policy.kind)}, {words.kind(policy.status)}"
    # The title is as a rule what stands beside it under "read from".
    if all(policy.title != span.text for span in policy.evidence):
        yield words.printable(policy.title)
    yield "target", words.listed(dossier, policy.targets)
    if len(policy.history) > 1:
        yield "history", ", then ".join(words.kind(step.status) for step in policy.history)
    yield "effective", words.when(policy.effective)
    yield "duration", words.when(policy.duration)
    yield "claimed by", words.claimants(dossier, policy.evidence)


def _conflict(dossier: Dossier, conflict: Conflict) -> Iterator[Line]:
    yield f"{words.kind(conflict.kind)}, {words.kind(conflict.status)}"
    for party in conflict.parties:
        side = f" ({words.printable(party.side)})" if party.side else ""
        yield "party", words.listed(dossier, party.members) + side
    yield "place", words.listed(dossier, conflict.places)
    yield "period", words.period(conflict.start, conflict.end)
    for casualties in conflict.casualties:
        yield "casualties", words.casualties(casualties)
    for cause in conflict.causes:
        yield "cause", words.called(dossier, cause)
    yield "mediated by", words.listed(dossier, conflict.mediators)
