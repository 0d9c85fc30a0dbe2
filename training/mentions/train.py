"""Train the mention component.

    python training/mentions/train.py DATA [--out FILE.npz] [--all]

DATA is the folder with `mentions_re3d.jsonl`, `mentions_politics_{train,dev}.jsonl` and
`train_polnear.jsonl`. Without `--all` the held-out part of `config.toml` is kept out and measured;
with it the politics sentences are all trained on (the held-out re3d releases never are).
"""

from __future__ import annotations

import argparse
import random
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import corpus
import numpy as np
import torch
from augment import copies, pool
from corpus import Unit
from facts import name_lists
from measure import agreement, report
from network import Network
from spacy.language import Language
from torch import Tensor

from geopolitics_model.language.mention_tagger import Tagger
from geopolitics_model.language.mentions import fingerprint
from geopolitics_model.language.name_lists import Hashes

HERE = Path(__file__).parent
OWN = ("sentences.txt", "histories.txt", "reports.txt", "affairs.txt")
ARTICLES = HERE.parent / "articles"
TABLES = HERE.parents[1] / "src" / "geopolitics_model" / "knowledge" / "data"
Settings = Mapping[str, Any]


def held_out(unit: Unit, settings: Settings) -> bool:
    """Whether the unit belongs to the part that is only measured."""
    of = unit.of
    if of.source == "re3d":
        return of.document in settings["held_re3d"]
    if of.source == "politics":
        every = settings["politics_every"]
        return of.document // settings["politics_block"] % every == every - 1
    return of.source == "news" and of.document % 30 == 0


def padded(batch: list[Unit]) -> tuple[Tensor, Tensor, Tensor]:
    """Vectors, tags and mask of units side by side."""
    longest = max(len(unit.tags) for unit in batch)
    x = torch.zeros(len(batch), longest, batch[0].vectors.shape[1])
    tags = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest)
    for i, unit in enumerate(batch):
        n = len(unit.tags)
        x[i, :n] = torch.from_numpy(unit.vectors)
        tags[i, :n] = torch.from_numpy(unit.tags)
        mask[i, :n] = 1
    return x, tags, mask


def epoch(
    units: list[Unit], number: int, settings: Settings, rng: random.Random
) -> list[list[Unit]]:
    """One epoch's batches, of units of about one length, in random order.

    Of the copies with other names each epoch sees one set.
    """
    repeat = {"re3d": settings["repeat_re3d"], "politics": 1, "own": 1}
    turn = 1 + number % settings["copies"]
    gold = [unit for unit in units if not unit.of.silver]
    pool = [u for u in gold if u.of.copy == 0 for _ in range(repeat[u.of.source])]
    pool += [unit for unit in gold if unit.of.copy == turn]
    headings = [unit for unit in gold if unit.of.copy == -1]
    pool += rng.sample(headings, int(len(headings) * settings["share_headings"]))
    news = [u for u in units if u.of.silver and 2 < len(u.tags) < settings["longest"]]
    pool += rng.sample(news, int(len(news) * settings["share_news"]))
    pool.sort(key=lambda unit: len(unit.tags) + rng.random() * 8)
    size = settings["batch"]
    batches = [pool[at : at + size] for at in range(0, len(pool), size)]
    rng.shuffle(batches)
    return batches


def fit(units: list[Unit], config: Settings) -> Network:
    """A trained network with averaged weights."""
    settings, shape = config["training"], config["network"]
    rng = random.Random(settings["seed"])
    torch.manual_seed(settings["seed"])
    network = Network(units[0].vectors.shape[1], shape["width"], shape["layers"], shape["dropout"])
    optimiser = torch.optim.AdamW(
        network.parameters(), settings["rate"], weight_decay=settings["decay"]
    )
    batches = [b for n in range(settings["epochs"]) for b in epoch(units, n, settings, rng)]
    average = {k: v.clone() for k, v in network.state_dict().items()}
    network.train()
    for step, batch in enumerate(batches):
        done = step / len(batches)
        pace = min(1, step / settings["warm_up"]) * max(0.02, 1 - done)
        for group in optimiser.param_groups:
            group["lr"] = settings["rate"] * pace
        optimiser.zero_grad()
        network.loss(*padded(batch), sequence=done >= settings["sequence_from"]).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        share = settings["average_rate"] if done > settings["average_from"] else 1.0
        for name, value in network.state_dict().items():
            average[name].lerp_(value, share)
    network.load_state_dict(average)
    return network.eval()


def save(tagger: Tagger, path: Path) -> None:
    """The weights in half precision, the lists, and the fingerprint of the model they belong to."""
    arrays = {name: array.astype(np.float16) for name, array in tagger.weights.items()}
    lists = {f"list.{name}": hashes for name, hashes in tagger.lists.items()}
    fingerprint = np.frombuffer(tagger.fingerprint.encode(), np.uint8)
    np.savez_compressed(path, fingerprint=fingerprint, **lists, **arrays)


def read(data: Path, config: Settings, nlp: Language, lists: Mapping[str, Hashes]) -> list[Unit]:
    """All units: labelled ones, their copies, and news that spaCy has labelled."""
    labelled = [part for text in corpus.re3d(data) for part in corpus.paragraphs(text)]
    labelled += corpus.politics(data)
    labelled += [text for name in OWN for text in corpus.own_sentences(HERE / name)]
    labelled += [
        part for text in corpus.articles(ARTICLES, lists) for part in corpus.paragraphs(text)
    ]
    texts = labelled + copies(labelled, pool(TABLES), config["training"])
    texts += corpus.news(data, config["corpus"]["news_every"])
    return corpus.units(texts, nlp, lists)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--all", action="store_true")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    config = tomllib.loads((HERE / "config.toml").read_text("utf-8"))
    nlp = corpus.spacy_model()
    lists = name_lists(TABLES)
    units = read(asked.data, config, nlp, lists)
    held = [unit for unit in units if held_out(unit, config["corpus"])]
    seen = [unit for unit in units if not held_out(unit, config["corpus"])]
    if asked.all:
        seen += [unit for unit in held if unit.of.source == "politics"]
    network = fit(seen, config)
    model = fingerprint(nlp)
    assert model is not None
    rounded = {k: v.astype(np.float16).astype(np.float32) for k, v in network.export().items()}
    tagger = Tagger(
        weights=rounded, layers=config["network"]["layers"], lists=lists, fingerprint=model
    )
    held = [unit for unit in held if unit.of.copy == 0]
    found = tagger.spans([unit.vectors for unit in held])
    for source in ("re3d",) if asked.all else ("re3d", "politics"):
        report(source, held, found)
    agreement(held, found)
    if asked.out:
        save(tagger, asked.out)


if __name__ == "__main__":
    main()
