"""Words a second of `parse`, beside bare spaCy with the same model on the same texts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import spacy
from timing import interleaved, report

import geopolitics_model as gm
from geopolitics_model.language import read
from geopolitics_model.language.spacy_reader import MODELS

SEED = Path(__file__).parents[1] / "seeds" / "seed-kosovo.txt"
COPIES = 8


def main(rounds: int = 7) -> None:
    """Measure and print."""
    text = SEED.read_text(encoding="utf-8")
    # Each copy differs in its last line, so that nothing can be remembered from the one before.
    texts = [f"{text}\n\nCopy {number}." for number in range(COPIES)]
    day = dt.date(2022, 8, 4)
    words = sum(len(text.split()) for text in texts)
    nlp = spacy.load(next(name for name in MODELS if spacy.util.is_package(name)))
    tasks = {
        "bare spaCy": lambda: list(nlp.pipe(texts)),
        "language.read": lambda: [read(text) for text in texts],
        "parse": lambda: [gm.parse(text, published=day) for text in texts],
    }
    seconds = interleaved(tasks, rounds=rounds)
    report(f"Parse of {words:,} words, {rounds} rounds", seconds, base="bare spaCy")
    for name, times in seconds.items():
        print(f"  {name:<28} {words / sorted(times)[len(times) // 2]:9.0f} words/s")


if __name__ == "__main__":
    main()
