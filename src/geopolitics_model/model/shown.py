"""How objects of the model show themselves: on one line, and in a notebook.

The one line says what matters and leaves out what does not fit; nothing is lost by it, as
`rich.pretty.pprint(thing)` (or `attrs.asdict`) shows every field.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs

from geopolitics_model.late import implementation

WIDTH = 100
"""The most characters that a `repr` has."""

_LONGEST_TEXT = 32
_FIRST = ("name", "speakers", "actors", "act", "content", "title", "text", "value", "code")
_LEFT_OUT = frozenset({"identifiers", "aliases", "evidence"})


class Shown:
    """Gives every class of the model its `repr` and its display in a notebook."""

    __slots__ = ()

    def __repr__(self) -> str:
        """On one line of at most 100 characters: `<Person name='Ana Ilić' roles=1 ...>`."""
        start = f"<{type(self).__name__}"
        for part in _parts(self):
            if len(start) + len(part) + 5 > WIDTH:
                return f"{start} …>"
            start += f" {part}"
        return f"{start}>"

    def __rich_repr__(self) -> Iterator[tuple[str, Any, Any]]:
        """Every field that differs from its default, for `rich`."""
        for field in attrs.fields(type(self)):  # type: ignore[arg-type]
            yield field.name, getattr(self, field.name), field.default

    def _repr_html_(self) -> str:
        """The card, table or marked text that a notebook shows."""
        html: str = implementation("to_html")(self)
        return html


def _parts(thing: Any) -> Iterator[str]:
    names = [field.name for field in attrs.fields(type(thing))]
    first = [name for name in _FIRST if name in names]
    rest = [name for name in names if name not in first and name not in _LEFT_OUT]
    for name in [*first, *rest]:
        value = getattr(thing, name)
        if value is not None and value != ():
            yield f"{name}={_shown(value)}"


def _shown(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return repr(value if len(value) <= _LONGEST_TEXT else value[: _LONGEST_TEXT - 1] + "…")
    if isinstance(value, tuple):
        return _shown(value[0]) if len(value) == 1 and isinstance(value[0], str) else _count(value)
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    if attrs.has(type(value)):
        return _shown(getattr(value, "value", None) or getattr(value, "text", "…"))
    return f"{value:.6g}" if isinstance(value, float) else _integer(value)


def _count(value: tuple[Any, ...]) -> str:
    return str(len(value))


def _integer(value: Any) -> str:
    return str(value) if abs(value) < 10**20 else f"{float(value):.3e}"
