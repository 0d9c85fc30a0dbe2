"""A few short articles that have something of every class in them."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

import geopolitics_model as gm

_TEXTS = (
    "Serbia's president Aleksandar Vucic said on Monday that KFOR has 3,800 soldiers in Kosovo.",
    "NATO said KFOR, its mission in Kosovo, has 4,500 soldiers from 28 countries.",
    "At least 30 people were killed in clashes between Armenia and Azerbaijan on Tuesday, "
    "the Armenian defence ministry said.",
    "About 50 people died in the clashes between Armenia and Azerbaijan, Azerbaijan said.",
    "The European Union imposed sanctions on Belarus. “We warned Minsk,” Josep Borrell said.",
    "",
    "Peru recalled its ambassador from Mexico after Mexico offered asylum to Lilia Paredes.",
)


def articles(number: int) -> list[gm.Article]:
    """So many articles, all different, a day apart."""
    return [
        gm.Article(
            text=f"{_TEXTS[i % len(_TEXTS)]}\n\nNumber {i}.",
            title=f"Article {i}",
            published=dt.date(2022, 8, 1) + dt.timedelta(days=i),
            source=f"Agency {i % 3}",
        )
        for i in range(number)
    ]


@cache
def _built() -> tempfile.TemporaryDirectory[str]:
    from geopolitics_model import corpus

    folder = tempfile.TemporaryDirectory()
    corpus.build(articles(20), folder.name, batch_size=8)
    return folder


def copy_of_a_corpus(folder: Path) -> Path:
    """A corpus of 20 articles in batches of 8, the caller's own."""
    shutil.copytree(_built().name, folder / "corpus", copy_function=shutil.copy)
    return folder / "corpus"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder but the lock."""
    return {
        os.fspath(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }
