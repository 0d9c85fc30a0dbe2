"""Write the page "How good is it?" from real runs: `make scorecard EVAL=DIR`.

DIR holds the scorers, which read texts labelled by hand that are not part of the package. Without
DIR only what the repository holds is measured, and the page keeps the other figures of the last
run that had it, with its date and commit.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import Any

import jinja2
import tables

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "docs" / "quality.json"
PAGE = ROOT / "docs" / "quality.md"
HERE = Path(__file__).parent


def measured(run: dict[str, str], scorers: Path | None) -> dict[str, Any]:
    """The run with the lines that it printed."""
    command = [sys.executable]
    for part in run["command"].split():
        if part == "ASIDE" and scorers:
            command += map(str, aside(scorers.parent / "gold"))
        elif part in ("HELD", "NATURAL"):
            command += [
                str(p) for p in held_out() if p.stem.startswith("nat") == (part == "NATURAL")
            ]
        else:
            command.append(part.replace("EVAL", str(scorers)))
    print(f"{run['name']} ...", file=sys.stderr, flush=True)
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return {**run, "about": about(), "lines": done.stdout.splitlines()}


def aside(gold: Path) -> list[Path]:
    """Every second article by name, without the founding one, which all have read."""
    return [path for path in sorted(gold.glob("*.yaml"))[1::2] if "seed" not in path.name]


def held_out() -> list[Path]:
    """Our own articles that measure only."""
    folder = ROOT / "training" / "articles"
    names = (folder / "held_out.txt").read_text(encoding="utf-8").split()
    return [folder / f"{name}.yaml" for name in names]


def about() -> dict[str, str]:
    """When, of which commit and on what machine."""

    def git(*arguments: str) -> str:
        command = ["git", *arguments]
        return subprocess.run(
            command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
        ).stdout.strip()

    changed = git("status", "--porcelain", "--", "src", "benchmarks")
    return {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "commit": git("rev-parse", "--short=10", "HEAD") + (" with changes" if changed else ""),
        "python": platform.python_version(),
        "machine": f"{os.cpu_count()} processors, {platform.machine()}, {platform.system()}",
        "load": f"{os.getloadavg()[1]:.1f}",
    }


def page(figures: list[dict[str, Any]]) -> str:
    """The page, as Markdown."""
    environment = jinja2.Environment(
        trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined, autoescape=False
    )
    environment.filters["table"] = tables.markdown
    template = environment.from_string((HERE / "quality.md.jinja").read_text())
    return template.render(runs=figures).rstrip() + "\n"


def main() -> None:
    """Measure, and write the figures and the page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, metavar="DIR", help="the folder of the scorers")
    options.add_argument("--page-only", action="store_true", help="the page from kept figures")
    given = options.parse_args()
    scorers = given.eval.resolve() if given.eval else None
    kept = {run["name"]: run for run in json.loads(FIGURES.read_text())} if FIGURES.exists() else {}
    runs = tomllib.loads((HERE / "runs.toml").read_text())["run"]
    for run in runs:
        if given.page_only or (scorers is None and "EVAL" in run["command"]):
            continue
        kept[run["name"]] = measured(run, scorers)
    figures = [kept[run["name"]] for run in runs if run["name"] in kept]
    FIGURES.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")
    PAGE.write_text(page(figures))
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
