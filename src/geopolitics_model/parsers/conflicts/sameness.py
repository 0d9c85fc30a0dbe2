"""Which phrases speak of the same conflict: event coreference by a log-linear model of pairs.

The model adds up what the facts about two phrases count (`weights/same.csv`, trained by
`training/conflicts/train.py`); phrases are then joined by average linkage: the two groups whose
pairs agree best on average, as long as some do about as likely as not (`AGREED`), and no text tells
them apart.
"""

from __future__ import annotations

import csv
import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from geopolitics_model.parsers.conflicts.pairs import (
    Described,
    Fact,
    are_apart,
    of_pair,
    of_phrase,
    tells_apart,
)

AGREED = -0.2
"""Mean log odds from which two groups of phrases speak of the same conflict: slightly below evens,
as a conflict in two pieces is worse than a battle in the wrong war."""
NEAR = 30
"""So many phrases before one it is compared with; more would cost quadratic time."""


@frozen
class Weights:
    """What each fact counts: about a pair, about its earlier and about its later phrase."""

    pair: Mapping[str, float]
    earlier: Mapping[str, float]
    later: Mapping[str, float]

    def alone(self, told: Described) -> tuple[float, float]:
        """What a phrase alone counts, as the earlier and as the later of two."""
        facts = list(of_phrase(told))
        return _sum(self.earlier, facts), _sum(self.later, facts)

    def together(self, one: Described, other: Described) -> float:
        """What a phrase and a later one count together."""
        return self.pair["always"] + _sum(self.pair, of_pair(one, other))


def _sum(weights: Mapping[str, float], facts: Iterable[Fact]) -> float:
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
    groups = {i: {i} for i in range(len(told))}
    apart = _apart(told)
    links = _links(told)
    queue = [(-odds, a, b, (odds, 1)) for a in links for b, (odds, _) in links[a].items() if a < b]
    heapq.heapify(queue)
    while queue:
        mean, a, b, link = heapq.heappop(queue)
        if -mean < AGREED:
            break
        if links.get(a, {}).get(b) != link:  # one of them has been joined to another since
            continue
        if not apart[a].isdisjoint(groups[b]):
            continue
        groups[a] |= groups.pop(b)
        apart[a] |= apart.pop(b)
        for c, (total, count) in links.pop(b).items():
            del links[c][b]
            if c == a:
                continue
            before = links[a].get(c, (0.0, 0))
            now = total + before[0], count + before[1]
            links[a][c] = links[c][a] = now
            heapq.heappush(queue, (-now[0] / now[1], min(a, c), max(a, c), now))
    return sorted(sorted(group) for group in groups.values())


def _apart(told: Sequence[Described]) -> dict[int, set[int]]:
    """Of each phrase those that the text tells apart from it, however far away."""
    found: dict[int, set[int]] = {i: set() for i in range(len(told))}
    telling = [i for i, one in enumerate(told) if tells_apart(one)]
    for n, i in enumerate(telling):
        for j in telling[:n]:
            if are_apart(told[j], told[i]):
                found[i].add(j)
                found[j].add(i)
    return found


def _links(told: Sequence[Described]) -> dict[int, dict[int, tuple[float, int]]]:
    """Of each phrase those that it is compared with: sums of log odds, and of how many pairs."""
    weights = load()
    alone = [weights.alone(one) for one in told]
    links: dict[int, dict[int, tuple[float, int]]] = {i: {} for i in range(len(told))}
    for earlier, later in compared(told):
        odds = alone[earlier][0] + alone[later][1] + weights.together(told[earlier], told[later])
        links[earlier][later] = links[later][earlier] = odds, 1
    return links


def compared(told: Sequence[Described]) -> Iterator[tuple[int, int]]:
    """The pairs of phrases, by number, that are compared: each with those shortly before it, those
    of the title, and those of the heading that it stands under."""
    title = [i for i, one in enumerate(told) if one.title]
    heading: list[int] = []
    for later, one in enumerate(told):
        first = max(0, later - NEAR)
        if one.phrase.heading and not (heading and told[heading[-1]].part == one.part):
            heading = []
        under = [i for i in heading if told[i].part == one.part]
        yield from ((i, later) for i in dict.fromkeys((*title, *under)) if i < first)
        yield from ((i, later) for i in range(first, later))
        if one.phrase.heading:
            heading.append(later)
