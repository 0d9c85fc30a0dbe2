"""Marked text as HTML: links where each mark has a page to lead to, labels in a notebook."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby

from markupsafe import Markup, escape

from geopolitics_model.display.html.marks import Mark, Piece, escaped, pieces

NAMES = ("pe", "og", "pl", "mi", "co")
"""What is marked as a name: it leads to the card of what it names."""

FACTS = ("st", "po", "cu")
"""What is marked as a passage: it is tinted or bold, and may hold names."""


def linked(
    text: str,
    offset: int,
    marks: Iterable[Mark],
    *,
    prefix: str,
    anchors: Collection[int] = (),
    markers: Iterable[tuple[int, str, str]] = (),
) -> Markup:
    """The text with its names as links, its passages tinted, and what stands in `markers`.

    A piece that begins at one of `anchors` gets an element with the id `prefix` + "w" + offset. A
    marker is an offset, the id of what it leads to, and its number; it is an empty link, whose
    number is not part of the text.
    """
    waiting: dict[int, list[tuple[str, str]]] = {}
    for at, target, number in markers:
        waiting.setdefault(at, []).append((target, number))
    parts: list[Markup] = []
    cut = pieces(text, offset, marks, {*anchors, *waiting})
    for classes, run in groupby(cut, key=_passage):
        inner = Markup("")
        for piece in run:
            id = f" id={prefix}w{piece.start}" if piece.start in anchors else ""
            for target, number in waiting.pop(piece.start, ()):
                inner += _marker(target, number, id)
                id = ""
            inner += _piece(piece, id)
        parts.append(Markup(f"<span class={classes}>{inner}</span>") if classes else inner)
    return Markup("").join(parts)


def _passage(piece: Piece) -> str:
    """The classes of the passages that a piece is in, as the value of an attribute."""
    layers = sorted({mark.layer for mark in piece.marks}.intersection(FACTS))
    return f'"{" ".join(layers)}"' if len(layers) > 1 else "".join(layers)


def _marker(target: str, number: str, id: str) -> Markup:
    layer = target.lstrip("a0123456789")[:2]
    # Unquoted attributes: a page of a hundred articles has twenty thousand of them.
    return Markup(f"<a class=n{layer}{id} href=#{target} aria-label={number}></a>")


def _piece(piece: Piece, id: str) -> Markup:
    inner = escaped(piece.text)
    name = next((mark for mark in piece.marks if mark.layer in NAMES), None)
    if name:
        return Markup(f"<a class={name.layer}{id} href=#{name.target}>{inner}</a>")
    time = next((mark for mark in piece.marks if mark.layer == "ti"), None)
    if time:
        return Markup(f'<span class=ti{id} title="{escape(time.target)}">{inner}</span>')
    return Markup(f"<span{id}>{inner}</span>") if id else inner


def labelled(text: str, offset: int, marks: Iterable[Mark], titles: dict[str, str]) -> Markup:
    """The text with each marked piece as the label of a control: a click shows its card.

    `titles` has, by target, what hovering over the piece shows.
    """
    return Markup("").join(_label(piece, titles) for piece in pieces(text, offset, marks, ()))


def _label(piece: Piece, titles: dict[str, str]) -> Markup:
    inner = escaped(piece.text)
    chosen = next((mark for mark in piece.marks if mark.layer in NAMES), None) or next(
        (mark for mark in piece.marks if mark.layer != "ti"), None
    )
    time = next((mark for mark in piece.marks if mark.layer == "ti"), None)
    if chosen is None and time is None:
        return inner
    names = {chosen.layer} if chosen and chosen.layer in NAMES else {"ti"} if time else set()
    layers = names | {mark.layer for mark in piece.marks}.intersection(FACTS)
    classes = " ".join(sorted(layers))
    lines = [titles.get(chosen.target, "")] if chosen else []
    lines += [time.target] if time else []
    title = escape("\n".join(line for line in lines if line))
    if chosen is None:
        return Markup(f'<span class="{classes}" title="{title}">{inner}</span>')
    return Markup(
        f'<label class="{classes}" for="{escape(chosen.target)}" title="{title}">{inner}</label>'
    )
