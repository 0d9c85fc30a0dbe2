"""Objects of the model in words, for every kind of display."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import Any, Protocol

from geopolitics_model.model import (
    Article,
    Casualties,
    Mention,
    Quantity,
    Role,
    Span,
    Statement,
    Strength,
    When,
)

_QUALIFIERS = {"approximate": "about ", "at_least": "at least ", "at_most": "at most "}


class Names(Protocol):
    """What knows the objects that others refer to: a dossier, or a part of one."""

    def __contains__(self, id: object) -> bool: ...
    def __getitem__(self, id: str) -> Any: ...
    def statements_at(self, span: Span) -> tuple[Statement, ...]:
        """The statements whose content covers `span`."""


def printable(text: str) -> str:
    """The text on one line, without characters that would command a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in _line(text))


def _line(text: str) -> str:
    return " ".join(text.split())


def quoted(text: str) -> str:
    """The text on one line and in quotation marks."""
    return f"“{printable(text)}”"


def kind(value: str) -> str:
    """A value of a vocabulary as a reader would write it: `armed_group` is "armed group"."""
    return str(value).replace("_", " ")


def called(dossier: Names, id: str) -> str:
    """What to call the object of this id in a list: its acronym, name or title.

    Where the dossier does not know it, as when one object is shown alone, its id must do.
    """
    if id not in dossier:
        return printable(id)
    thing = dossier[id]
    for field in ("acronym", "name", "title", "content"):
        if name := getattr(thing, field, None):
            return printable(name)
    return id


def beginning(article: Article) -> str:
    """What to call an article: its title, or the first words of its first line."""
    if article.title:
        return printable(article.title)
    first = article.text[:400].strip().partition("\n")[0]
    return shorten(printable(first), 70, placeholder=" …") or "an empty text"


def listed(dossier: Names, ids: Iterable[str | None]) -> str:
    """The objects of these ids, by name; `None` is passed over."""
    return ", ".join(called(dossier, id) for id in ids if id)


def when(value: When | None) -> str:
    """A time with its bound, and the words it was read from."""
    if value is None:
        return ""
    bound = f"{value.bound} " if value.bound else ""
    return f"{bound}{value.value} ({quoted(value.text)})"


def period(start: When | None, end: When | None) -> str:
    """From when to when, or an empty string."""
    parts = [f"from {when(start)}" if start else "", f"to {when(end)}" if end else ""]
    return " ".join(part for part in parts if part)


def figure(quantity: Quantity) -> str:
    """A quantity without its unit: "about 13,000", "2,000 to 3,000", "some"."""
    low, high = quantity.low, quantity.high
    if quantity.value is not None:
        number = f"{quantity.value:,}"
    elif low is not None and high is not None:
        number = f"{low:,} to {high:,}"
    elif low is not None:
        return f"at least {low:,}"
    elif high is not None:
        return f"at most {high:,}"
    else:
        number = "some"
    return _QUALIFIERS.get(quantity.qualifier, "") + number


def amount(quantity: Quantity) -> str:
    """A quantity with its unit: "3,775 soldiers"."""
    return f"{figure(quantity)} {printable(quantity.unit or '')}".rstrip()


def strength(value: Strength) -> str:
    """How many people, from how many contributors, as of when."""
    of = f" from {amount(value.contributors)}" if value.contributors else ""
    at = f", {when(value.when)}" if value.when else ""
    return f"{amount(value.quantity)}{of}{at}"


def casualties(value: Casualties) -> str:
    """How many people were killed, wounded and so on, and who they were."""
    group = f" ({printable(value.group)})" if value.group else ""
    return f"{figure(value.quantity)} {kind(value.kind)}{group}"


def role(dossier: Names, value: Role) -> str:
    """An office with what it belongs to."""
    of = listed(dossier, [value.organisation, value.place])
    dates = period(value.start, value.end)
    return printable(value.title) + (f" of {of}" if of else "") + (f", {dates}" if dates else "")


def claimants(dossier: Names, evidence: Iterable[Span]) -> str:
    """Who claims what was read from these spans; empty as soon as the article says it itself."""
    claims: list[tuple[Statement, ...]] = [dossier.statements_at(span) for span in evidence]
    if not claims or not all(claims):
        return ""
    ids = dict.fromkeys(id for covering in claims for s in covering for id in s.speakers)
    return listed(dossier, ids) or "someone not named"


def surfaces(mentions: Iterable[Mention]) -> Iterator[str]:
    """The different words of the mentions, in the order of the text, each with how often."""
    for text, times in Counter(quoted(mention.span.text) for mention in mentions).items():
        yield f"{text} ×{times}" if times > 1 else text
