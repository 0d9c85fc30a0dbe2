"""Scores on held-out units, in the one convention: same span and label."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus import Unit

Spans = Sequence[tuple[int, int, str]]


def f1(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1, in per cent."""
    precision = 100 * right / found if found else 0.0
    recall = 100 * right / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def count(pairs: Iterable[tuple[Spans, Spans]]) -> tuple[int, int, int]:
    """How many spans are right, found and gold."""
    right = found = gold = 0
    for mine, theirs in pairs:
        right += len(set(mine) & set(theirs))
        found += len(mine)
        gold += len(theirs)
    return right, found, gold


def report(source: str, units: list[Unit], found: list[Spans]) -> None:
    """Print the score of one source."""
    pairs = [(f, u.spans) for u, f in zip(units, found, strict=True) if u.of.source == source]
    _show(source, pairs)


def agreement(units: list[Unit], found: list[Spans]) -> None:
    """Print how far the component agrees with spaCy's own `ner` on other news."""
    pairs = [(f, u.spans) for u, f in zip(units, found, strict=True) if u.of.silver]
    _show("news, agreement with spaCy", pairs)


def _show(what: str, pairs: list[tuple[Spans, Spans]]) -> None:
    precision, recall, both = f1(*count(pairs))
    print(f"{what}: P {precision:.1f}  R {recall:.1f}  F1 {both:.1f}", flush=True)
