"""All speed benchmarks: `python benchmarks/run.py [roundtrip] [importing] [parsing] [knowing]`.

Each compares with a baseline measured in turns with it, so only the ratios carry over to other
machines. Nothing here is run by the tests.
"""

from __future__ import annotations

import sys
from importlib import import_module

BENCHMARKS = ("roundtrip", "importing", "parsing", "knowing")


def main(names: list[str]) -> None:
    """Run the benchmarks of these names, or all."""
    for unknown in set(names) - set(BENCHMARKS):
        sys.exit(f"no benchmark {unknown!r}; there are: {', '.join(BENCHMARKS)}")
    for name in names or BENCHMARKS:
        import_module(name).main()


if __name__ == "__main__":
    main(sys.argv[1:])
