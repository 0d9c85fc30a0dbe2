"""Who takes part in the facts of an example: what the pairs of trigger and entity should say."""

from __future__ import annotations

from typing import Any

import numpy as np
from attrs import define
from examples import Fact, bare

from geopolitics_model.language import Reading, Token
from geopolitics_model.model import Organisation, Person, Place
from geopolitics_model.parsers.triggers import ROLES
from geopolitics_model.parsers.triggers.participants import Pairs, pairs


@define
class Roles:
    """truth: of each pair (row) and role (column) 1 where it holds; weight: 0 where nobody says."""

    pairs: Pairs
    truth: np.ndarray
    weight: np.ndarray


def names_of(reading: Reading) -> dict[str, set[str]]:
    """What each entity is called in its article."""
    found = {}
    for cls in (Organisation, Person, Place):
        for thing in reading.objects(cls):
            names = {bare(thing.name), *map(bare, thing.aliases)}
            names |= {bare(m.span.text) for m in thing.mentions if m.form != "pronoun"}
            found[thing.id] = names - {""}
    return found


def _references(value: Any) -> list[str]:
    if value in (None, "?"):
        return []
    return [
        str(v)
        for side in (value if isinstance(value, list) else [value])
        for v in (side if isinstance(side, list) else [side])
    ]


def roles(
    reading: Reading, marked: list[tuple[str, Token, Fact]], same: dict[str, set[str]]
) -> Roles:
    """Of each marked trigger (class, word, fact) who takes part; `same`: see `Example`."""
    found = pairs(reading, [token for _, token, _ in marked])
    names = names_of(reading)
    truth = np.zeros((len(found.entity), len(ROLES)), np.float32)
    weight = np.zeros_like(truth)
    for row, (number, id) in enumerate(zip(found.trigger, found.entity, strict=True)):
        kind, _, fact = marked[number]
        for column, role in enumerate(ROLES):
            cls, _, field = role.partition(".")
            value = fact.entry.get(field)
            references = _references(value)
            if cls == kind and value != "?" and "?" not in references:
                weight[row, column] = 1
                truth[row, column] = any(_means(r, names[id], same) for r in references)
    return Roles(found, truth, weight)


def _means(reference: str, names: set[str], same: dict[str, set[str]]) -> bool:
    """Whether one of the choices of a reference is a name of an entity."""
    choices = {bare(choice) for choice in reference.split("|")}
    return bool(names & choices.union(*(same.get(c, ()) for c in choices)))
