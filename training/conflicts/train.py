"""Train which phrases speak of the same conflict: a logistic regression over pairs of phrases.

    python training/conflicts/train.py [--out FILE.csv] [--cross]

Trained on our own articles and passages that may be trained on; `--cross` measures on texts left
out in turn. Needs scikit-learn and PyYAML.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

import geopolitics_model as gm
from geopolitics_model.language import Reading
from geopolitics_model.parsers import conflicts, peoples
from geopolitics_model.parsers.conflicts import grouping, learned, mentions
from geopolitics_model.parsers.conflicts.pairs import (
    Described,
    are_apart,
    described,
    of_pair,
    of_phrase,
)
from geopolitics_model.parsers.conflicts.sameness import AGREED, compared
from geopolitics_model.parsers.pipeline import PARSERS

OWN = Path(__file__).parents[1]
STRENGTH = 0.02
"""Of the regularisation: the inverse of what weights cost."""
FOLDS = 5
WHOLE = 2.0
"""A pair of an article counts so many times one of a passage: articles are what is read."""
MEASURES = "05"
"""Passages whose names end so only measure."""

Facts = dict[str, float]
Pair = tuple[Facts, bool, float]
"""What is known of two phrases, whether they speak of one conflict, and how much that counts."""


def texts() -> Iterator[tuple[str, str | None, list[dict[str, Any]], float]]:
    """Text, day, conflicts and weight of each article and passage that may be trained on."""
    held = set((OWN / "articles" / "held_out.txt").read_text(encoding="utf-8").split())
    for path in sorted((OWN / "articles").glob("*.yaml")):
        if path.stem not in held:
            gold = yaml.safe_load(path.read_text(encoding="utf-8"))
            text = (path.parent / gold["article"]).read_text(encoding="utf-8")
            yield text, gold.get("published"), gold.get("conflicts") or [], WHOLE
    for path in sorted((OWN / "passages").glob("*.yaml")):
        for row in yaml.safe_load(path.read_text(encoding="utf-8")):
            if row["name"][-1] not in MEASURES and row.get("conflicts"):
                yield row["text"], row.get("published"), row["conflicts"], 1.0


def read(text: str, published: str | None) -> list[Described]:
    """The phrases about conflicts in a text, as the library compares them."""
    found: list[Described] = []

    def collect(reading: Reading) -> tuple[()]:
        armies = peoples.acting(reading)
        reading = reading.knowing(reading.found.extended(armies))
        phrases = learned.phrases(reading, mentions.find(reading))
        grouping.name_enemy(reading, phrases)
        found.extend(described(reading, phrases, grouping.families(reading, phrases)))
        return ()

    before = PARSERS[: PARSERS.index(conflicts.parse)]
    gm.parse(text, published=published and str(published), parsers=(*before, collect))
    return found


def places(text: str, evidence: str | list[str]) -> list[tuple[int, int]]:
    """Everywhere some phrases stand."""
    found = []
    for phrase in [evidence] if isinstance(evidence, str) else evidence:
        start = text.find(phrase)
        while start >= 0:
            found.append((start, start + len(phrase)))
            start = text.find(phrase, start + 1)
    return found


def spoken_of(told: Described, marked: Sequence[Sequence[tuple[int, int]]]) -> int | None:
    """Which of the annotated conflicts a phrase speaks of: whose evidence its head stands in, the
    shortest first."""
    at = told.phrase.head.start
    holding = [(b - a, n) for n, spans in enumerate(marked) for a, b in spans if a <= at < b]
    return min(holding)[1] if holding else None


def pairs_of(
    text: str, published: str | None, gold: list[dict[str, Any]], weight: float
) -> list[Pair]:
    """The pairs of phrases of a text that the model has to decide and that both speak of annotated
    conflicts."""
    told = read(text, published)
    marked = [places(text, entry["evidence"]) for entry in gold]
    of = [spoken_of(one, marked) for one in told]
    return [
        (facts(told[i], told[j]), of[i] == of[j], weight)
        for i, j in compared(told)
        if of[i] is not None and of[j] is not None and not are_apart(told[i], told[j])
    ]


def facts(one: Described, other: Described) -> Facts:
    """All facts about a pair, with those about either phrase."""
    found = {f"pair: {name}": value for name, value in of_pair(one, other)}
    found |= {f"earlier: {name}": value for name, value in of_phrase(one)}
    return found | {f"later: {name}": value for name, value in of_phrase(other)}


def fit(pairs: Sequence[Pair]) -> tuple[dict[str, float], float]:
    """What each fact counts, and what every pair starts with."""
    table = DictVectorizer(sparse=False)
    columns = table.fit_transform([known for known, _, _ in pairs])
    scaler = StandardScaler().fit(columns)
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    counts = [weight for _, _, weight in pairs]
    model.fit(scaler.transform(columns), [same for _, same, _ in pairs], sample_weight=counts)
    weights = model.coef_[0] / scaler.scale_
    always = float(model.intercept_[0] - weights @ scaler.mean_)
    return dict(zip(table.get_feature_names_out(), map(float, weights), strict=True)), always


def odds(model: tuple[dict[str, float], float], told: Facts) -> float:
    """Log odds by a model that has just been trained."""
    weights, always = model
    return always + sum(weights.get(name, 0.0) * value for name, value in told.items())


def cross(by_text: Sequence[list[Pair]]) -> None:
    """Print the share of pairs that are told right in texts left out in turn."""
    order = np.random.default_rng(1).permutation(len(by_text))
    right = told = same = 0
    for fold in range(FOLDS):
        left = set(order[fold::FOLDS].tolist())
        model = fit([p for i in range(len(by_text)) if i not in left for p in by_text[i]])
        for known, truth, _ in (p for i in left for p in by_text[i]):
            right += (odds(model, known) > AGREED) == truth
            same += truth
            told += 1
    print(f"{right} of {told} pairs right, {same} are the same")


def main() -> None:
    """Train, measure if asked, write the weights."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--out", type=Path)
    options.add_argument("--cross", action="store_true", help="measure on texts left out in turn")
    args = options.parse_args()
    by_text = [found for found in (pairs_of(*text) for text in texts()) if found]
    print(f"{len(by_text)} texts, {sum(map(len, by_text))} pairs")
    if args.cross:
        cross(by_text)
    if args.out:
        weights, always = fit([p for pairs in by_text for p in pairs])
        with args.out.open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(("of", "fact", "weight"))
            table.writerow(("pair", "always", f"{always:.3f}"))
            for name, weight in sorted(weights.items()):
                table.writerow((*name.split(": ", 1), f"{weight:.3f}"))


if __name__ == "__main__":
    main()
