"""What the knowledge base costs: loading it, its memory, and a parse with it over one without."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from unittest import mock

from timing import interleaved, report

import geopolitics_model as gm
from geopolitics_model import knowledge
from geopolitics_model.language import Reading, read
from geopolitics_model.parsers.pipeline import dossier

SEED = Path(__file__).parents[1] / "seeds" / "seed-kosovo.txt"
_FRESH = """
import time
from pathlib import Path
from geopolitics_model import knowledge, model
def resident(): return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
before, start = resident(), time.perf_counter()
knowledge.find("NATO")
found = time.perf_counter() - start
memory, start = resident() - before, time.perf_counter()
knowledge.match("NATO")
print(f"  first find {1000 * found:6.0f} ms, {memory:5.1f} MB;"
      f" matcher {1000 * (time.perf_counter() - start):6.0f} ms,"
      f" {resident() - before:5.1f} MB in all")
"""


def main(rounds: int = 9) -> None:
    """Measure and print."""
    print("Knowledge in a fresh process, three times")
    for _ in range(3):
        subprocess.run([sys.executable, "-c", _FRESH], check=True)
    article = gm.Article(text=SEED.read_text(encoding="utf-8"), published=dt.date(2022, 8, 4))
    tasks = {
        "parse without knowledge": lambda: _blind(read(article)),
        "parse": lambda: dossier(read(article)),
    }
    report("Parse of the seed", interleaved(tasks, rounds=rounds), base="parse without knowledge")


def _blind(reading: Reading) -> object:
    """A parse in which the tables have no names; all else is as always."""
    with (
        mock.patch.object(knowledge, "match", return_value=[]),
        mock.patch.object(knowledge, "find_ids", return_value=()),
        mock.patch.object(knowledge, "get", return_value=None),
    ):
        return dossier(reading)


if __name__ == "__main__":
    main()
