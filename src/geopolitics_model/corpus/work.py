"""What is done with a batch of articles, in this process or in a worker."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from geopolitics_model import knowledge
from geopolitics_model.errors import MissingModel
from geopolitics_model.language import read
from geopolitics_model.language.threads import one_thread
from geopolitics_model.model import Article, Diagnostic, Dossier
from geopolitics_model.parsers.pipeline import Parser, dossier

Outcome = Dossier | Diagnostic
"""A dossier, or why there is none."""

_LOOK = 1.0
"""Seconds between two looks of a worker at whether the main process is still there."""


def outcomes(articles: Iterable[Article], parsers: Sequence[Parser]) -> Iterator[Outcome]:
    """The outcome of each article, in order; an article that fails costs no other.

    Raises:
        MissingModel: no language model is installed.
    """
    for article in articles:
        with one_thread():
            outcome = _outcome(article, parsers)
        yield outcome


def _outcome(article: Article, parsers: Sequence[Parser]) -> Outcome:
    try:
        return dossier(read(article), parsers)
    except MissingModel:
        raise
    except Exception as problem:  # whatever it is, the corpus goes on
        return failed(f"{type(problem).__name__}: {problem}")


def failed(reason: str) -> Diagnostic:
    """Why an article has no dossier."""
    return Diagnostic(code="article-failed", message=reason)


def in_worker(articles: Sequence[Article], parsers: Sequence[Parser]) -> list[Outcome]:
    """A worker's task."""
    return list(outcomes(articles, parsers))


def prepare_worker(layers: Sequence[Path], parent: int) -> None:
    """Set a worker up: the user's tables of knowledge; an end when its parent has ended.

    Ctrl-C goes to all processes of a terminal; only the main one answers it, and ends the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    for layer in layers:
        knowledge.load(layer)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)
