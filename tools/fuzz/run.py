"""Coverage-guided fuzzing: `make fuzz TARGET=json MINUTES=30`.

The targets are the readers of untrusted bytes: json, yaml, text, page (HTML of any text) and
files (the readers of a corpus).

A target takes bytes, and may answer or raise an error of the library's own hierarchy. Anything
else is a finding: the input is kept in the folder of findings, and a test of it belongs beside
the fix. Seeds start the campaign; they are small, and are kept in `tools/fuzz/seeds`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris
import sentences
import trees

with atheris.instrument_imports(include=["geopolitics_model"]):
    import geopolitics_model as gm
    from geopolitics_model import errors
    from geopolitics_model.formats import json, yaml

    gm.report(gm.parse("NATO said so."))  # what is imported late is instrumented too
    list(gm.corpus.read_articles([Path(__file__).parent / "seeds" / "text"]))

HERE = Path(__file__).parent
LONGEST = 6_000
"""Bytes of an input: a small dossier is 3,000, and what grows with length is the business of
benchmarks/scaling.py."""


def json_document(data: bytes) -> None:
    """What is read as JSON is written as JSON that reads the same."""
    found = json.loads(data)
    assert json.loads(json.dumps(found)) == found


def yaml_document(data: bytes) -> None:
    """The same for YAML."""
    found = yaml.loads(data)
    assert yaml.loads(yaml.dumps(found)) == found


def article(data: bytes) -> None:
    """Any text becomes a dossier, whose words stand in the text."""
    text = data.decode("utf-8", "surrogateescape" if data[:1] > b"\x80" else "replace")
    dossier = gm.parse(text)
    assert not [d for d in dossier.diagnostics if d.code == "parser-failed"], dossier.diagnostics
    assert json.loads(json.dumps(dossier)) == dossier


def report_page(data: bytes) -> None:
    """The page of any text shows it and runs nothing of it."""
    text = data.decode("utf-8", "replace")
    assert gm.report(gm.parse(text)).count("<script") == gm.report(gm.parse("")).count("<script")


SUFFIXES = (".txt", ".jsonl", ".csv", ".tsv", ".html", ".jsonl.gz", ".csv.zst", ".parquet")


def corpus_file(data: bytes) -> None:
    """A file of any kind gives records, each an article or a diagnostic; the first byte chooses
    the kind.
    """
    suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else ".txt"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{suffix}"
        path.write_bytes(data[1:])
        for record in gm.corpus.read_articles(path):
            assert record.article is not None or record.diagnostics


TARGETS: dict[str, Callable[[bytes], None]] = {
    "json": json_document,
    "yaml": yaml_document,
    "text": article,
    "page": report_page,
    "files": corpus_file,
}

MUTATORS = {
    "json": trees.mutator("json"),
    "yaml": trees.mutator("yaml"),
    "text": sentences.mutator(),
    "page": sentences.mutator(),
}


def guarded(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target, whose clear errors are answers."""

    def run(data: bytes) -> None:
        try:
            target(data)
        except errors.GeopoliticsError:
            return

    return run


def main() -> None:
    """Run a campaign."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("target", choices=TARGETS)
    options.add_argument("--minutes", type=float, default=1)
    options.add_argument("--found", type=Path, default=Path("out/fuzz"), metavar="DIR")
    given = options.parse_args()
    corpus = given.found / given.target
    corpus.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            sys.argv[0],
            str(corpus),
            str(HERE / "seeds" / given.target),
            f"-max_total_time={int(60 * given.minutes)}",
            f"-max_len={LONGEST}",
            f"-artifact_prefix={corpus}-finding-",
            "-timeout=60",
            "-print_final_stats=1",
        ],
        guarded(TARGETS[given.target]),
        **({"custom_mutator": MUTATORS[given.target]} if given.target in MUTATORS else {}),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
