"""Mutations of a document as a tree: bytes changed at random seldom make a document at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import atheris
import yaml

_ODD = (
    *(None, True, 0, -1, -0.0, 1e300, 10**40, "", " ", "\x00", "\ud800", "é", "X" * 99),
    *("article:x", "name", "unknown", "2022-08", "2022-13-45", "-0001", "XXXX", "12", [], {}, [[]]),
)


def _json(plain: Any) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode()


def _yaml(plain: Any) -> bytes:
    text: str = yaml.dump(plain, Dumper=yaml.CSafeDumper, sort_keys=False)
    return text.encode("utf-8", "surrogatepass")


LANGUAGES: dict[str, tuple[Callable[[bytes], Any], Callable[[Any], bytes]]] = {
    "json": (json.loads, _json),
    "yaml": (lambda data: yaml.load(data, yaml.CSafeLoader), _yaml),
}


def mutator(language: str) -> Callable[[bytes, int, int], bytes]:
    """Changes places of the tree, if the bytes are one, and else bytes; one time in four bytes."""
    loads, dumps = LANGUAGES[language]

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.random() < 3 / 4:
            try:
                root = [loads(data)]
                for _ in range(chance.randint(1, 3)):
                    _change(root, chance)
                if len(new := dumps(root[0])) <= longest:
                    return new
            except (ValueError, RecursionError, MemoryError, yaml.YAMLError, TypeError):
                pass
        return bytes(atheris.Mutate(data, longest))

    return mutate


def _change(root: list[Any], chance: Random) -> None:
    """One change at one place."""
    holders = [node for node in _nodes(root) if node]
    holder = chance.choice(holders)
    keys = list(range(len(holder))) if isinstance(holder, list) else list(holder)
    key = chance.choice(keys)
    match chance.randrange(5):
        case 0 if holder is not root:
            del holder[key]
        case 1 if isinstance(holder, list) and holder is not root:
            holder.insert(chance.randint(0, len(holder)), holder[key])
        case 2 if isinstance(holder, dict):
            names = [name for some in holders if isinstance(some, dict) for name in some]
            holder[chance.choice(names)] = holder.pop(key)
        case 3:
            other = chance.choice(holders)
            values = list(other.values()) if isinstance(other, dict) else other
            holder[key] = json.loads(json.dumps(chance.choice(values)))
        case _:
            holder[key] = _odd(holder[key], chance)


def _odd(value: Any, chance: Random) -> Any:
    """Something unlike a value, or next to it."""
    if isinstance(value, int) and chance.random() < 1 / 2:
        return value + chance.choice((-1, 1, 1000))
    if isinstance(value, str) and chance.random() < 1 / 2:
        at = chance.randint(0, len(value))
        return value[:at] + str(chance.choice(_ODD)) + value[at + chance.randint(0, 2) :]
    return chance.choice(_ODD)


def _nodes(root: Any) -> list[Any]:
    """Every list and object of a tree, the root first; once, as YAML can make a circle of them."""
    found = {id(root): root}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        for value in node.values() if isinstance(node, dict) else node:
            if isinstance(value, list | dict) and id(value) not in found:
                found[id(value)] = value
                waiting.append(value)
    return list(found.values())
