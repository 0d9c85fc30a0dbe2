"""Ratios of times measured side by side, so that a busy machine slows all of them alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping


def interleaved(
    tasks: Mapping[str, Callable[[], object]], *, rounds: int
) -> dict[str, list[float]]:
    """Seconds of each task, round by round, after one round to warm up."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            took = time.perf_counter() - start
            if number:
                seconds[name].append(took)
    return seconds


def report(title: str, seconds: Mapping[str, list[float]], *, base: str) -> None:
    """Print the median of each task, and of its ratio to `base` in the same round, with spread."""
    print(title)
    for name, times in seconds.items():
        ratios = sorted(t / b for t, b in zip(times, seconds[base], strict=True))
        low, _, high = statistics.quantiles(ratios, n=4)
        print(
            f"  {name:<28} {1000 * statistics.median(times):9.2f} ms"
            f"   ratio {statistics.median(ratios):5.2f}  (quartiles {low:.2f} to {high:.2f})"
        )
