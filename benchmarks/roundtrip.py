"""Load plus dump of the benchmark document, beside `orjson` on the same plain dicts.

Goal: at most 4 times, with all validation on.
"""

from __future__ import annotations

import orjson
from document import document
from timing import interleaved, report

import geopolitics_model as gm


def main(rounds: int = 61) -> None:
    """Measure and print."""
    data = gm.dumps(document())
    foreign = orjson.dumps(orjson.loads(data), option=orjson.OPT_INDENT_2)
    tasks = {
        "orjson, plain dicts": lambda: orjson.dumps(orjson.loads(data)),
        "loads + dumps": lambda: gm.dumps(gm.loads(data)),
        "loads": lambda: gm.loads(data),
        "loads, written by others": lambda: gm.loads(foreign),
    }
    report(
        f"Round trip of 1,000 objects, {len(data):,} bytes, {rounds} rounds",
        interleaved(tasks, rounds=rounds),
        base="orjson, plain dicts",
    )


if __name__ == "__main__":
    main()
