"""Which dates and numbers fill the slots of facts: what pairs of word and value should say."""

from __future__ import annotations

from typing import Any

import numpy as np
from attrs import define
from examples import Fact

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import CasualtyKind
from geopolitics_model.parsers.triggers import SLOTS
from geopolitics_model.parsers.triggers.slots import Pairs, Value, pairs, values

_TIMES = ("start", "end", "effective", "duration")
_FATES = tuple(CasualtyKind)


@define
class Slots:
    """truth: of each pair (row) and slot (column) 1 where the value fills it; weight: 0 where
    nobody says, or where a date can fill no slot of numbers.
    """

    pairs: Pairs
    truth: np.ndarray
    weight: np.ndarray


def slots(reading: Reading, marked: list[tuple[str, Token, Fact]]) -> Slots:
    """Of each marked trigger (class, word, fact) which values near it fill its slots."""
    marked = [m for m in marked if not m[2].optional]
    found = pairs(reading, [token for _, token, _ in marked])
    near = values(reading)
    truth = np.zeros((len(found.value), len(SLOTS)), np.float32)
    weight = np.zeros_like(truth)
    told = [_told(kind, fact.entry) for kind, _, fact in marked]
    for row, (number, at) in enumerate(zip(found.trigger, found.value, strict=True)):
        for column, slot in enumerate(SLOTS):
            choices = told[number].get(slot)
            is_time = slot.partition(".")[2] in _TIMES
            if choices is not None and is_time == (near[at].when is not None):
                weight[row, column] = 1
                truth[row, column] = any(_means(c, _written(near[at])) for c in choices)
    return Slots(found, truth, weight)


def _told(kind: str, entry: dict[str, Any]) -> dict[str, list[str]]:
    """The admissible values of each slot of a fact; those that nobody could tell are left out."""
    found: dict[str, list[str]] = {}
    for slot in SLOTS:
        cls, _, name = slot.partition(".")
        if cls != kind:
            continue
        choices = _tolls(entry, name) if name in _FATES else _choices(entry.get(name))
        if "?" not in choices:
            found[slot] = choices
    return found


def _tolls(entry: dict[str, Any], fate: str) -> list[str]:
    tolls = entry.get("casualties")
    if tolls is None:
        return []
    if not isinstance(tolls, list):
        return ["?"]
    told = [t for t in tolls if isinstance(t, dict) and {"kind", "value"} <= t.keys()]
    return [_number(t["value"]) for t in told if fate in str(t["kind"]).split("|")]


def _choices(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [] if value is None else [value]
    return [c for v in listed for c in _number(v).split("|")]


def _number(value: Any) -> str:
    if isinstance(value, list):
        return f"{value[0]:g}-{value[1]:g}"
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _means(choice: str, value: str) -> bool:
    """Whether a value is what was noted; "1998 ?" is any day of that year."""
    return choice == value or (choice.endswith(" ?") and value.startswith(choice[:-1]))


def _written(value: Value) -> str:
    if value.when is not None:
        return value.when.value
    if value.counted is None:
        return ""
    told = value.counted.quantity
    if told.value is not None:
        return f"{told.value:g}"
    return f"{told.low:g}-{told.high:g}" if None not in (told.low, told.high) else ""
