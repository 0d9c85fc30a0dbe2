"""The stages of training, from marked examples to packed weights."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import train_cues
import train_ranker
import train_tagger
from attrs import define, field
from examples import Example
from labels import Gold, find_cues, golds, targets, token_labels

from geopolitics_model.parsers.statements.candidates import collect
from geopolitics_model.parsers.statements.cues import CueModel, Rates
from geopolitics_model.parsers.statements.description import Describer
from geopolitics_model.parsers.statements.finder import likely, survey
from geopolitics_model.parsers.statements.grid import Grid, quotation_states
from geopolitics_model.parsers.statements.selection import gather, promising
from geopolitics_model.parsers.statements.tagger import Tagger
from geopolitics_model.parsers.statements.weights import words_to_array

if TYPE_CHECKING:
    from geopolitics_model.language.reading import Reading


@define
class Learned:
    """Weights of the parts, as they come out of training."""

    rates: Rates
    cues: CueModel
    taggers: list[dict[str, np.ndarray]]
    rankers: list[dict[str, np.ndarray]]


@define
class Prepared:
    """An example with its reading, its attributions, and its grid under out-of-fold cue scores."""

    example: Example
    reading: Reading
    golds: list[Gold]
    grid: Grid | None = None
    scores: dict[int, float] = field(factory=dict)


def prepare(
    examples: list[Example], read: Callable[[str], Reading], dropped: frozenset[str]
) -> list[Prepared]:
    out = []
    for example in examples:
        reading = read(example.text)
        out.append(Prepared(example, reading, golds(example, reading, dropped)))
    return out


def learn_cues(parts: list[Prepared], config: dict[str, Any]) -> tuple[Rates, CueModel]:
    """The cue model on everything; and on each part the scores of a model that has not seen it."""
    rates = train_cues.rates([p.reading for p in parts], [p.golds for p in parts])
    states = [quotation_states(p.reading) for p in parts]
    rows = [
        train_cues.rows(p.reading, p.golds, s, rates, p.example.nested)
        for p, s in zip(parts, states, strict=True)
    ]
    weights = [p.example.weight for p in parts]
    folds = config["folds"]
    for fold in range(folds):
        rest = [i for i in range(len(parts)) if i % folds != fold]
        model = train_cues.fit([rows[i] for i in rest], [weights[i] for i in rest], config["seed"])
        for i in range(fold, len(parts), folds):
            scores = train_cues.score(model, rows[i])
            cues = likely(rows[i].tokens, scores, config["prune"])
            whole = survey(parts[i].reading, states[i], cues, len(parts[i].reading.tokens))
            parts[i].grid, parts[i].scores = next(whole, (None, {}))
    for part in parts:
        if part.grid is not None:
            part.golds = find_cues(part.golds, part.reading, part.grid, part.scores)
    return rates, train_cues.fit(rows, weights, config["seed"])


def fold_rates(parts: list[Prepared], folds: int) -> list[Rates]:
    """Rates that each part has not contributed to."""
    per_fold = []
    for fold in range(folds):
        rest = [p for i, p in enumerate(parts) if i % folds != fold]
        per_fold.append(train_cues.rates([p.reading for p in rest], [p.golds for p in rest]))
    return [per_fold[i % folds] for i in range(len(parts))]


def learn_tagger(
    parts: list[Prepared], shared: dict[str, Any], own: dict[str, Any]
) -> dict[str, np.ndarray]:
    """One tagger; `own`: its seed, epochs and sizes, beside the settings that all share."""
    everything = []
    for p in parts:
        if p.scores:
            labels = token_labels(p.example, p.golds, p.grid)
            everything += train_tagger.units(p.grid, sorted(p.scores), labels, p.example.weight)
    tokens = sum(len(u.features) for u in everything)
    print(f"  {len(everything)} paragraphs, {tokens} tokens", flush=True)
    return train_tagger.fit(everything, **shared, **own)


_jobs: list[tuple[list[Prepared], dict[str, Any]]] = []
"""What the worker processes train on; they inherit it when they are forked."""


def _learn_one(number: int, shared: dict[str, Any]) -> dict[str, np.ndarray]:
    parts, own = _jobs[number]
    return learn_tagger(parts, shared, own)


def learn_taggers(
    jobs: list[tuple[list[Prepared], dict[str, Any]]], shared: dict[str, Any], processes: int
) -> list[dict[str, np.ndarray]]:
    """A tagger a job (what to train on, and its own settings), some at a time."""
    _jobs[:] = jobs
    with multiprocessing.get_context("fork").Pool(processes, maxtasksperchild=1) as pool:
        return pool.starmap(_learn_one, [(i, shared) for i in range(len(jobs))], chunksize=1)


def halves(parts: list[Prepared], seed: int) -> tuple[list[Prepared], list[Prepared]]:
    order = list(parts)
    random.Random(seed).shuffle(order)
    return order[0::2], order[1::2]


def ranker_rows(
    parts: list[Prepared],
    rates: list[Rates],
    numbers: dict[str, int],
    tagger: dict[str, np.ndarray],
) -> list[train_ranker.Rows]:
    """Descriptions, targets and weights of all candidates, by a tagger that has not seen these
    parts.
    """
    run = Tagger({k: v.astype(np.float32) for k, v in tagger.items()})
    out = []
    for p, rate in zip(parts, rates, strict=True):
        if not p.scores:
            continue
        cues = sorted(p.scores)
        tags = run(p.grid, cues)
        rows, counts, _ = gather(p.grid, promising(p.scores, tags), tags)
        if not rows:
            continue
        candidates = collect(rows)
        outside = Rates(rate.cue, rate.speaker, numbers)
        categories, values = Describer(p.grid, p.scores, outside, tags)(candidates, counts)
        labels = token_labels(p.example, p.golds, p.grid)
        y, known = targets(candidates, p.golds, p.grid, labels.unknown)
        weight = known * p.example.weight
        out.append(train_ranker.Rows(categories, values, y, weight, candidates.cue))
    return out


def learn_rankers(
    parts: list[train_ranker.Rows], config: dict[str, Any]
) -> list[dict[str, np.ndarray]]:
    """Rankers that differ in their seed only; their mean is steadier than each of them."""
    rows = train_ranker.joined(parts)
    print(f"  {len(rows.y)} candidates, {(rows.y > 0).sum()} right", flush=True)
    seeds = range(config["seed"], config["seed"] + config["rankers"])
    return [train_ranker.fit(rows, seed=seed, **config["ranker"]) for seed in seeds]


def learn(parts: list[Prepared], config: dict[str, Any]) -> Learned:
    """Everything, in order; the ranker learns from taggers that have each seen the other half
    only.
    """
    began = time.time()
    rates, cues = learn_cues(parts, config)
    print(f"cue model: {time.time() - began:.0f} s", flush=True)
    one, other = halves(parts, config["seed"])
    outside = {id(p): r for p, r in zip(parts, fold_rates(parts, config["folds"]), strict=True)}
    jobs = list(zip((one, other), config["halves"], strict=True))
    jobs += [(parts, own) for own in config["taggers"]]
    first, second, *taggers = learn_taggers(jobs, config["tagger"], config["processes"])
    rows = []
    for unseen, tagger in ((other, first), (one, second)):
        rows += ranker_rows(unseen, [outside[id(p)] for p in unseen], rates.number, tagger)
    rankers = learn_rankers(rows, config)
    print(f"all parts: {time.time() - began:.0f} s", flush=True)
    return Learned(rates, cues, taggers, rankers)


def pack(learned: Learned, thresholds: tuple[float, ...]) -> dict[str, np.ndarray]:
    """Named arrays for the archive, in half precision."""
    rates = learned.rates
    lemmas, speakers = list(rates.cue), list(rates.speaker)
    half = np.float16
    arrays: dict[str, np.ndarray] = {
        "rates/lemmas": words_to_array(lemmas),
        "rates/cue": np.array([rates.cue[w] for w in lemmas], half),
        "rates/frequent": np.array([len(rates.number)], np.int32),
        "rates/speakers": words_to_array(speakers),
        "rates/speaker": np.array([rates.speaker[w] for w in speakers], half),
        "cues/hashed": learned.cues.hashed.astype(half),
        "cues/dense": learned.cues.dense.astype(half),
        "cues/bias": np.array([learned.cues.bias], np.float32),
        "thresholds": np.array(thresholds, np.float32),
    }
    for i, tagger in enumerate(learned.taggers):
        arrays |= {f"tagger{i}/{name}": value.astype(half) for name, value in tagger.items()}
    for i, ranker in enumerate(learned.rankers):
        arrays |= {
            f"ranker{i}/{name}": value.astype(np.float32 if name in ("mean", "scale") else half)
            for name, value in ranker.items()
        }
    return arrays
