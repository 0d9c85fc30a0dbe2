"""Train the trigger model: which words name facts, and who takes part in them.

    python training/triggers/train.py --out FILE.npz [--cross] [--only values]

`--cross` measures on passages that each network has not seen, in turn, before the model that ships
is trained on all.
"""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from collect import Collected, collect
from examples import Example, articles, news, passages
from measure import Seen, report
from networks import Network, fit
from roles import Roles
from slots import Slots
from torch import Tensor
from torch.nn import functional

from geopolitics_model.parsers.triggers import FACTS, FIRST, OUTPUTS, ROLES, SLOTS, WIDTH
from geopolitics_model.parsers.triggers import features as of_words
from geopolitics_model.parsers.triggers import participants as of_pairs
from geopolitics_model.parsers.triggers import slots as of_slots
from geopolitics_model.parsers.triggers.model import Model, one_hot, unpack

HERE = Path(__file__).parent
OWN = HERE.parent
Settings = Mapping[str, Any]
SECTIONS = ("facts", "choices", "roles", "values")
"""The sorts of networks, in the order in which they are trained."""


def examples(
    gold: Path | None, names: Sequence[str], data: Path | None = None, every: int = 1
) -> list[Example]:
    """Our own articles that may be trained on, our passages, other articles by name."""
    held = set((OWN / "articles" / "held_out.txt").read_text(encoding="utf-8").split())
    found = list(articles(OWN / "articles", without=held))
    if gold is not None:
        found += articles(gold, only=set(names))
    found += passages(
        OWN / "conflicts" / "passages.yaml", classes=("missions", "conflicts"), fresh=False
    )
    for path in sorted((OWN / "passages").glob("*.yaml")):
        found += passages(path)
    if data is not None:
        marked = OWN / "polnear" / "policies.jsonl"
        found += news(data / "train_polnear.jsonl", marked, every)
    return found


def of_facts(read: Sequence[Collected], mean: np.ndarray, scale: np.ndarray) -> dict[str, Tensor]:
    """The candidates of all examples as tensors."""
    dense = [np.hstack((c.found.means, (c.vectors - mean) / scale)) for c in read]
    sorts = [one_hot(c.found.sorts, of_words.WIDTH) for c in read]
    return {
        "rows": torch.from_numpy(np.concatenate([c.found.words for c in read]).astype(np.int64)),
        "dense": torch.from_numpy(np.concatenate(dense).astype(np.float32)),
        "sorts": torch.from_numpy(np.concatenate(sorts)),
        "truth": torch.from_numpy(np.concatenate([c.truth for c in read])),
        "weight": torch.from_numpy(np.concatenate([c.weight for c in read])),
        "choices": torch.from_numpy(np.concatenate([c.choices for c in read])),
    }


def of_roles(read: Sequence[Collected]) -> dict[str, Tensor]:
    """The pairs of words and entities of all examples as tensors."""
    return _of_pairs([c.roles for c in read], of_pairs.WIDTH)


def of_values(read: Sequence[Collected]) -> dict[str, Tensor]:
    """The pairs of words and values of all examples as tensors."""
    return _of_pairs([c.slots for c in read], of_slots.WIDTH)


def _of_pairs(told: Sequence[Roles | Slots], width: int) -> dict[str, Tensor]:
    parts = [p for p in told if len(p.truth)]
    rows = np.concatenate([p.pairs.words for p in parts]).astype(np.int64)
    return {
        "rows": torch.from_numpy(rows),
        "dense": torch.zeros(len(rows), 0),
        "sorts": torch.from_numpy(np.concatenate([one_hot(p.pairs.sorts, width) for p in parts])),
        "truth": torch.from_numpy(np.concatenate([p.truth for p in parts])),
        "weight": torch.from_numpy(np.concatenate([p.weight for p in parts])),
    }


def _binary(scores: Tensor, batch: dict[str, Tensor]) -> Tensor:
    loss = functional.binary_cross_entropy_with_logits(scores, batch["truth"], reduction="none")
    return (loss * batch["weight"]).sum() / len(scores)


def of_choices(tensors: dict[str, Tensor]) -> dict[str, Tensor]:
    """Of the tensors of candidates those that name facts whose kind or status is told."""
    told = tensors["choices"].any(1)
    return {name: tensor[told] for name, tensor in tensors.items()}


def _choice(scores: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Of each output the log loss of the admissible values."""
    total = scores.sum() * 0
    for name, first in FIRST.items():
        last = first + len(OUTPUTS[name])
        right = batch["choices"][:, first:last]
        told = right.any(1)
        if told.any():
            chosen = torch.log_softmax(scores[told, first:last], 1).masked_fill(~right[told], -1e9)
            total = total - torch.logsumexp(chosen, 1).sum() / len(scores)
    return total


def train(
    read: Sequence[Collected], config: Settings, only: Sequence[str] = SECTIONS
) -> dict[str, np.ndarray]:
    """The arrays of a model, or of some sections of it."""
    vectors = np.concatenate([c.vectors for c in read])
    mean, scale = vectors.mean(0), vectors.std(0) + 1e-3
    arrays: dict[str, np.ndarray] = {}
    if "facts" in only:
        arrays |= {"mean": mean, "scale": scale}
    words = of_facts(read, mean, scale)
    around = len(of_words.ROLES)
    unmeasured = [c for c in read if not c.example.measures]
    for section, tensors, roles, outputs, loss in (
        ("facts", words, around, len(FACTS), _binary),
        ("choices", of_choices(words), around, WIDTH, _choice),
        ("roles", of_roles(read), of_pairs.WORDS, len(ROLES), _binary),
        ("values", of_values(unmeasured), of_slots.WORDS, len(SLOTS), _binary),
    ):
        for member in range(config["members"] if section in only else 0):
            torch.manual_seed(config["seed"] + member)
            network = Network(
                roles,
                tensors["dense"].shape[1],
                tensors["sorts"].shape[1],
                outputs,
                config[section],
            )
            fit(network, tensors, loss, config[section])
            arrays |= {f"{section}{member}/{k}": v for k, v in network.export().items()}
    return {name: array.astype(np.float16) for name, array in arrays.items()}


def as_model(arrays: Mapping[str, np.ndarray]) -> Model:
    """The model as the library reads it."""
    return unpack({k: v.astype(np.float32) for k, v in arrays.items()})


def cross(read: Sequence[Collected], config: Settings) -> None:
    """Measure on the fresh passages, each fold by a model trained on all others."""
    fresh = [i for i, c in enumerate(read) if c.example.fresh]
    order = np.random.default_rng(config["seed"]).permutation(fresh)
    seen: list[Seen] = []
    for fold in range(config["folds"]):
        left = set(order[fold :: config["folds"]].tolist())
        model = as_model(train([c for i, c in enumerate(read) if i not in left], config))
        for i in sorted(left):
            c = read[i]
            columns = model.seen(c.found, c.vectors)
            facts, kinds = model.of_candidates(*columns), model.of_kinds(*columns)
            seen.append((c, facts, kinds, model.of_pairs(c.roles.pairs)))
    report(seen)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument(
        "--dossiers", type=Path, help="a further folder of articles with dossiers in YAML"
    )
    options.add_argument("--names", default="", help="which of them, separated by commas")
    options.add_argument("--data", type=Path, help="the folder that holds train_polnear.jsonl")
    options.add_argument("--out", type=Path)
    options.add_argument(
        "--cross", action="store_true", help="measure on passages left out in turn"
    )
    options.add_argument(
        "--only", choices=SECTIONS, help="train this sort of network anew, keep the others of --out"
    )
    args = options.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    config = tomllib.loads((HERE / "config.toml").read_text(encoding="utf-8"))
    texts = examples(args.dossiers, args.names.split(","), args.data, config["news_every"])
    read = list(collect(texts))
    print(f"{len(read)} texts, {sum(len(c.found.tokens) for c in read)} candidates")
    for column, name in enumerate(FACTS):
        told = sum(int((c.truth * (c.weight > 0))[:, column].sum()) for c in read)
        print(f"  {name}: {told} words that name one")
    if args.cross:
        cross(read, config)
    if args.out:
        kept = dict(np.load(args.out)) if args.only else {}
        new = train(read, config, (args.only,) if args.only else SECTIONS)
        np.savez_compressed(args.out, **(kept | new))
        print(f"{args.out}: {args.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
