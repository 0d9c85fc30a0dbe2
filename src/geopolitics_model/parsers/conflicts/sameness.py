"""Which phrases speak of the same conflict: event coreference by a log-linear model of pairs.

The model adds up what the facts about two phrases count (`weights/same.csv`, trained by
`training/conflicts/train.py`); phrases are then joined by average linkage: the two groups whose
pairs agree best on average, as long as there are any that rather agree than not.
"""

from __future__ import annotations

import csv
import heapq
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from geopolitics_model.parsers.conflicts.pairs import Described, Fact, are_apart, of_pair, of_phrase

AGREED = -0.2
"""Mean log odds from which two groups of phrases speak of the same conflict."""
NEAR = 30
"""So many phrases before one it is compared with; more would cost quadratic time."""
APART = -100.0
"""Log odds of what a text tells apart itself."""
LEADING = 10
"""So many phrases of the title and of headings are compared with all others."""


@frozen
class Weights:
    """What each fact counts: about a pair, about its earlier and about its later phrase."""

    pair: Mapping[str, float]
    earlier: Mapping[str, float]
    later: Mapping[str, float]

    def odds(self, one: Described, other: Described) -> float:
        """Log odds that a phrase and a later one speak of the same conflict."""
        if are_apart(one, other):
            return APART
        return (
            self.pair["always"]
            + _sum(self.earlier, of_phrase(one))
            + _sum(self.later, of_phrase(other))
            + _sum(self.pair, of_pair(one, other))
        )


def _sum(weights: Mapping[str, float], facts: Iterator[Fact]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in facts)


@cache
def load() -> Weights:
    """The weights that ship with the package, read once."""
    table = files("geopolitics_model.parsers.conflicts").joinpath("weights", "same.csv")
    found: dict[str, dict[str, float]] = {"pair": {}, "earlier": {}, "later": {}}
    for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
        found[row["of"]][row["fact"]] = float(row["weight"])
    return Weights(**found)


def clusters(told: Sequence[Described]) -> list[list[int]]:
    """The phrases, by number, in groups that speak of one conflict each; in order of the text."""
    groups = {i: [i] for i in range(len(told))}
    links = _links(told)
    queue = [(-odds, a, b, (odds, 1)) for a in links for b, (odds, _) in links[a].items() if a < b]
    heapq.heapify(queue)
    while queue:
        mean, a, b, link = heapq.heappop(queue)
        if -mean < AGREED:
            break
        if links.get(a, {}).get(b) != link:  # one of them has been joined to another since
            continue
        groups[a] += groups.pop(b)
        for c, (total, count) in links.pop(b).items():
            del links[c][b]
            if c == a:
                continue
            before = links[a].get(c, (0.0, 0))
            links[a][c] = links[c][a] = total + before[0], count + before[1]
        for c, (total, count) in links[a].items():
            heapq.heappush(queue, (-total / count, min(a, c), max(a, c), (total, count)))
    return sorted(sorted(group) for group in groups.values())


def _links(told: Sequence[Described]) -> dict[int, dict[int, tuple[float, int]]]:
    """Of each phrase those that it is compared with: sums of log odds, and of how many pairs."""
    weights = load()
    leading = [i for i, d in enumerate(told) if d.title or d.phrase.heading][:LEADING]
    links: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in range(len(told))}
    for later in range(len(told)):
        first = max(0, later - NEAR)
        for earlier in (*(i for i in leading if i < first), *range(first, later)):
            odds = weights.odds(told[earlier], told[later])
            links[earlier][later] = links[later][earlier] = odds, 1
    return links
