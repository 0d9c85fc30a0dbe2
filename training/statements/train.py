"""Train the statement finder: `python training/statements/train.py DATA [--dossiers FOLDER
--names A,B] --out FILE`.
"""

from __future__ import annotations

import argparse
import os
import tomllib
from itertools import product
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import torch
from examples import Example, bracketed, dossiers, lexicon, passages, polnear
from labels import not_speech
from measure import Tally
from stages import Prepared, learn, pack, prepare

from geopolitics_model.language import read
from geopolitics_model.parsers import tables
from geopolitics_model.parsers.statements.finder import find_with
from geopolitics_model.parsers.statements.weights import unpack

HERE = Path(__file__).resolve().parent
ARTICLES = HERE.parent / "articles"
PASSAGES = HERE.parent / "passages"
COMPLETE = "q*.yaml"
"""The files of passages whose statements are all marked."""


def examples(
    data: Path, folder: Path | None, names: list[str], config: dict
) -> tuple[list[Example], list[Example]]:
    """Articles to train on and articles held out."""
    articles = list(polnear(data / "train_polnear.jsonl"))
    every = config["held_out"]
    train = [e for i, e in enumerate(articles) if i % every]
    own = [e for path in sorted((HERE / "sentences").glob("*.txt")) for e in bracketed(path)]
    own += list(lexicon(tables.rows("geopolitics_model.parsers.statements", "acts")))
    own += list(dossiers(ARTICLES, own_articles()))
    own += [e for p in sorted(PASSAGES.glob(COMPLETE)) for e in passages(p) if is_trained(e.name)]
    own += list(dossiers(folder, names)) if folder else []
    for example in own:
        example.weight = config["own_weight"]
    return train + own, articles[::every]


def is_trained(passage: str) -> bool:
    """Whether a passage is trained on: every fifth measures, see `training/triggers`."""
    return int(passage[-3:]) % 5 > 0


def own_articles() -> list[str]:
    """The names of our own articles that may be trained on."""
    held_out = set((ARTICLES / "held_out.txt").read_text(encoding="utf-8").split())
    return [name for p in sorted(ARTICLES.glob("*.yaml")) if (name := p.stem) not in held_out]


def tune(
    held_out: list[Prepared], arrays: dict[str, np.ndarray], config: dict
) -> tuple[float, ...]:
    """The thresholds with the best mean of content F1 and, twice, speech F1 on the held-out
    articles.
    """
    best: tuple[float, tuple[float, ...]] = (0.0, first_limits(config))
    for choose, fall_back, doubt in product((0.55, 0.6, 0.65, 0.7), (0.9, 0.97), (0.8, 0.85)):
        limits = (config["prune"], choose, config["nest"], fall_back, doubt, config["act"])
        components = unpack(arrays | {"thresholds": np.array(limits, np.float32)})
        tally = Tally()
        for p in held_out:
            tally.add(p.example, find_with(p.reading, components))
        print(f"{limits}: {tally}", flush=True)
        best = max(best, (tally.content_f1() + 2 * tally.speech_f1(), limits))
    return best[1]


def first_limits(config: dict) -> tuple[float, ...]:
    """Thresholds before they are tuned."""
    return (config["prune"], 0.65, config["nest"], 0.97, 0.85, config["act"])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path, help="the folder that holds train_polnear.jsonl")
    options.add_argument("--dossiers", type=Path, help="a folder of articles with dossiers in YAML")
    options.add_argument("--names", default="", help="which of them, separated by commas")
    options.add_argument("--out", type=Path, required=True)
    args = options.parse_args()
    torch.set_num_threads(1)
    config = tomllib.loads((HERE / "config.toml").read_text(encoding="utf-8"))
    dropped = not_speech(HERE / "not_speech.csv")
    train, held_out = examples(
        args.data, args.dossiers, args.names.split(",") if args.names else [], config
    )
    learned = learn(prepare(train, read, dropped), config)
    arrays = pack(learned, first_limits(config))
    thresholds = tune(prepare(held_out, read, dropped), arrays, config)
    np.savez_compressed(args.out, **pack(learned, thresholds))
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
