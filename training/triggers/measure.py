"""How good the trigger model is on texts that it was not trained on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from collect import Collected

from geopolitics_model.parsers.triggers import FACTS, FIRST, OUTPUTS, ROLES

Seen = tuple[Collected, np.ndarray, np.ndarray, np.ndarray]
"""An example, and what was said of its candidates as facts, of their kinds, and of its pairs."""
_LEAST = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0)


def report(seen: Sequence[Seen]) -> None:
    """Print precision and recall of words and roles, and how often kind and status are right."""
    for column, name in enumerate(FACTS):
        print(name)
        for least in _LEAST:
            print(f"  log odds >= {least:4}: {_facts(seen, column, least)}")
    for column, name in enumerate(ROLES):
        print(name)
        for least in _LEAST:
            print(f"  log odds >= {least:4}: {_roles(seen, column, least)}")
    for name in OUTPUTS:
        print(f"{name}: {_choices(seen, name)}")


def _shown(right: int, found: int, gold: int) -> str:
    p, r = right / max(1, found), right / max(1, gold)
    f1 = 2 * right / max(1, found + gold)
    return f"P {p:6.1%} R {r:6.1%} F1 {f1:6.1%} ({right} of {found}, {gold})"


def _facts(seen: Sequence[Seen], column: int, least: float) -> str:
    """A fact is found if a word in one of its phrases is; a word in no phrase is made up."""
    right = made = gold = 0
    for c, scores, _, _ in seen:
        facts = c.example.facts.get(FACTS[column])
        if facts is None:
            continue
        chosen = scores[:, column] >= least
        at = [t.start for t, hit in zip(c.found.tokens, chosen, strict=True) if hit]
        inside: set[int] = set()
        for fact in facts:
            hits = {a for a in at if any(s <= a < e for s, e in fact.spans)}
            inside |= hits
            if not fact.optional:
                gold += 1
                right += bool(hits)
        made += len(set(at) - inside)
    return _shown(right, right + made, gold)


def _roles(seen: Sequence[Seen], column: int, least: float) -> str:
    right = found = gold = 0
    for c, _, _, scores in seen:
        asked = c.roles.weight[:, column] > 0
        truth = c.roles.truth[:, column] > 0
        chosen = scores[:, column] >= least
        right += int((asked & truth & chosen).sum())
        found += int((asked & chosen).sum())
        gold += int((asked & truth).sum())
    return _shown(right, found, gold)


def _choices(seen: Sequence[Seen], name: str) -> str:
    first = FIRST[name]
    last = first + len(OUTPUTS[name])
    right = asked = 0
    for c, _, scores, _ in seen:
        for row in np.flatnonzero(c.choices[:, first:last].any(1)):
            asked += 1
            right += bool(c.choices[row, first + int(scores[row, first:last].argmax())])
    return f"{right} of {asked} right"
