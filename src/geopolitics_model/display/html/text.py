"""Marked text as HTML: links where each mark has a page to lead to, labels in a notebook."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from markupsafe import Markup, escape

from geopolitics_model.display.html.marks import Mark, Piece, escaped, pieces

NAMES = ("pe", "og", "pl", "mi", "co")
"""What is marked as a name: it leads to the card of what it names."""

FACTS = ("st", "po")
"""What is marked as a passage: it is tinted, and may hold names."""

_KINDS = {"st": "Statement", "po": "Policy", "mi": "Mission", "co": "Conflict"}


def linked(
    text: str,
    offset: int,
    marks: Iterable[Mark],
    *,
    prefix: str,
    cuts: Collection[int] = (),
    markers: Iterable[tuple[int, str, str]] = (),
) -> Markup:
    """The text with its names as links, its passages tinted, and what stands in `markers`.

    A place of `cuts` gets an element with the id `prefix` + "w" + offset. A marker is an offset,
    the id of what it leads to, and its number; it is an empty link, whose number is not part of
    the text.
    """
    waiting: dict[int, list[Markup]] = {}
    for at, target, number in markers:
        waiting.setdefault(at, []).append(_marker(target, number))
    parts: list[str] = []
    for piece in pieces(text, offset, marks, {*cuts, *waiting}):
        parts += waiting.pop(piece.start, ())
        id = f' id="{prefix}w{piece.start}"' if piece.start in cuts else ""
        parts.append(_piece(piece, id))
    return Markup("").join(map(Markup, parts))


def _marker(target: str, number: str) -> Markup:
    layer = target.lstrip("a0123456789")[:2]
    return Markup('<a class="n {}" href="#{}" data-n="{}" aria-label="{} {}"></a>').format(
        layer, target, number, _KINDS[layer], number[1:]
    )


def _piece(piece: Piece, id: str) -> Markup:
    inner = escaped(piece.text)
    if not piece.marks and not id:
        return inner
    name = next((mark for mark in piece.marks if mark.layer in NAMES), None)
    time = next((mark for mark in piece.marks if mark.layer == "ti"), None)
    fact = next((mark for mark in piece.marks if mark.layer in FACTS), None)
    classes = [name.layer] if name else []
    classes += ["ti"] if time and not name else []
    classes += sorted({mark.layer for mark in piece.marks} & {*FACTS, "cu"})
    attributes = f' class="{" ".join(classes)}"' if classes else ""
    attributes += id
    if fact and not name:
        attributes += f' data-f="{fact.target}"'
    if name:
        return Markup(f'<a{attributes} href="#{name.target}">{inner}</a>')
    if time:
        attributes += f' title="{escape(time.target)}"'
    return Markup(f"<span{attributes}>{inner}</span>")


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
    layers = names | ({mark.layer for mark in piece.marks} & {*FACTS, "cu"})
    classes = " ".join(sorted(layers))
    lines = [titles.get(chosen.target, "")] if chosen else []
    lines += [time.target] if time else []
    title = escape("\n".join(line for line in lines if line))
    if chosen is None:
        return Markup(f'<span class="{classes}" title="{title}">{inner}</span>')
    return Markup(
        f'<label class="{classes}" for="{escape(chosen.target)}" title="{title}">{inner}</label>'
    )
