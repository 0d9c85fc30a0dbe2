"""Draws the page of the architecture out of the code, when the site is built.

The floors are those that the contracts of import-linter allow; the numbers on the arrows are the
imports that there are.
"""

from __future__ import annotations

import ast
import tomllib
from collections import Counter
from html import escape
from pathlib import Path
from typing import Any

import grimp

ROOT = Path(__file__).parents[2]
PACKAGE = "geopolitics_model"
WIDE, HIGH, GAP = 720, 56, 34
PICTURE, TABLES = "<!-- picture of the floors -->", "<!-- tables of the files -->"


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Called by mkdocs for each page: puts in what stands for the picture and the tables."""
    if PICTURE not in markdown:
        return markdown
    rows = floors()
    return markdown.replace(PICTURE, picture(rows)).replace(TABLES, tables(rows))


def floors() -> list[list[str]]:
    """The folders by floor, from the top."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(c["layers"] for c in contracts if c["type"] == "layers")
    return [[name.strip(" ()") for name in layer.split(":")] for layer in layers]


def picture(rows: list[list[str]]) -> str:
    """The floors as boxes, and how many imports go from each down to which."""
    counts = imports()
    height = len(rows) * (HIGH + GAP)
    parts = [
        f'<svg class="floors" viewBox="0 0 {WIDE} {height}" role="img" aria-labelledby="floors">',
        f'<title id="floors">The floors of {PACKAGE}; imports only go down</title>',
    ]
    place: dict[str, int] = {}
    for y, row in enumerate(rows):
        for x, name in enumerate(row):
            place[name] = y
            wide = WIDE / len(row)
            parts.append(
                f'<g transform="translate({x * wide + 4:.0f} {y * (HIGH + GAP) + 4})">'
                f'<rect width="{wide - 8:.0f}" height="{HIGH}" rx="6"/>'
                f'<text x="14" y="24" class="name">{escape(name)}</text>'
                f'<text x="14" y="43">{escape(below(counts, name))}</text></g>'
            )
        if y:
            at = y * (HIGH + GAP) - GAP + 8
            parts.append(f'<path d="M{WIDE / 2} {at} v{GAP - 12} m-5 -6 l5 6 l5 -6"/>')
    return "".join(parts) + "</svg>"


def below(counts: Counter[tuple[str, str]], name: str) -> str:
    """What a folder imports, most first."""
    found = [(n, lower) for (upper, lower), n in counts.items() if upper == name != lower]
    said = ", ".join(f"{lower} {n}" for n, lower in sorted(found, reverse=True)[:3])
    return f"imports {said}" if said else "imports nothing of the house"


def imports() -> Counter[tuple[str, str]]:
    """How many imports there are between folders."""
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    counts: Counter[tuple[str, str]] = Counter()
    for module in graph.modules:
        for other in graph.find_modules_directly_imported_by(module):
            if module.count(".") and other.count("."):
                counts[module.split(".")[1], other.split(".")[1]] += 1
    return counts


def tables(rows: list[list[str]]) -> str:
    """Every file, in its own words."""
    parts = []
    for name in (name for row in rows for name in row):
        at = ROOT / "src" / PACKAGE / name
        files = sorted(at.rglob("*.py")) if at.is_dir() else [at.with_suffix(".py")]
        parts.append(f"## {name}\n\n| file | |\n| -- | -- |")
        for path in files:
            said = first_sentence(path)
            if said:
                parts[-1] += f"\n| `{path.relative_to(at.parent)}` | {said} |"
    return "\n\n".join(parts)


def first_sentence(path: Path) -> str:
    """The first line of a file's docstring."""
    said = ast.get_docstring(ast.parse(path.read_text())) or ""
    return said.partition("\n\n")[0].replace("\n", " ").replace("|", "\\|")
