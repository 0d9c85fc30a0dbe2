"""The Python blocks of a page, and what they print.

What a block prints stands at its end, as comments. `python -m tests.docs_examples` writes it
there; read what it wrote.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

_BLOCK = re.compile(r"^```python\n(?P<code>.*?)(?P<output>(?:^#[^\n]*\n)*)^```$", re.M | re.S)


class Block(NamedTuple):
    """What a block of a page says it prints, and what it does print."""

    page: Path
    line: int
    said: str
    printed: str
    where: tuple[int, int]


def blocks(page: Path) -> list[Block]:
    """Run the blocks of a page from top to bottom, in one namespace and an empty folder."""
    text = page.read_text()
    names: dict[str, Any] = {"__name__": "__main__"}
    done = []
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        os.symlink(ROOT / "seeds", "seeds")
        for found in _BLOCK.finditer(text):
            line = text.count("\n", 0, found.start()) + 2
            # Blank lines before the code make the line numbers of an error those of the page.
            code = compile("\n" * (line - 1) + found["code"], str(page), "exec")
            with redirect_stdout(StringIO()) as printed:
                exec(code, names)
            comments = "".join(
                f"# {row}".rstrip() + "\n" for row in printed.getvalue().splitlines()
            )
            done.append(Block(page, line, found["output"], comments, found.span("output")))
    return done


def update(page: Path) -> None:
    """Write what the blocks print into the page."""
    text = page.read_text()
    for block in reversed(blocks(page)):
        start, end = block.where
        text = text[:start] + block.printed + text[end:]
    page.write_text(text)


if __name__ == "__main__":
    for path in map(Path, sys.argv[1:] or PAGES):
        update(path.resolve())
