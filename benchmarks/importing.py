"""Import of the library over an empty interpreter. Goal: at most 40 ms."""

from __future__ import annotations

import statistics
import subprocess
import sys
from functools import partial

from timing import interleaved, report

STATEMENTS = {
    "empty interpreter": "pass",
    "import geopolitics_model": "import geopolitics_model",
    "and the model (gm.Dossier)": "import geopolitics_model as gm; gm.Dossier",
    "and the formats (gm.loads)": "import geopolitics_model as gm; gm.loads",
    "import attrs, cattrs": "import attrs, cattrs",
}


def main(rounds: int = 15) -> None:
    """Measure and print."""

    def run(code: str) -> None:
        subprocess.run([sys.executable, "-c", code], check=True)

    tasks = {name: partial(run, code) for name, code in STATEMENTS.items()}
    seconds = interleaved(tasks, rounds=rounds)
    report(f"Import, {rounds} rounds", seconds, base="empty interpreter")
    empty = seconds["empty interpreter"]
    for name, times in list(seconds.items())[1:]:
        over = statistics.median(t - e for t, e in zip(times, empty, strict=True))
        print(f"  {name:<28} {1000 * over:9.2f} ms over an empty interpreter")


if __name__ == "__main__":
    main()
