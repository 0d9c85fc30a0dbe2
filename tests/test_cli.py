"""The program, as it is called: output, complaints, exit codes."""

import gzip
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import geopolitics_model as gm
from geopolitics_model import cli
from geopolitics_model.cli.app import DONE, NOT_INSTALLED, READER_GONE, SOME_FAILED, USAGE
from geopolitics_model.cli.show import PLAIN_WIDTH
from geopolitics_model.corpus import work

SEED = Path(__file__).parents[1] / "seeds" / "seed-kosovo.txt"
SENTENCE = "Germany's chancellor said on Monday that Berlin would send 300 soldiers to Mali."


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(SENTENCE)
    return path


@pytest.fixture
def junk(tmp_path: Path) -> Path:
    path = tmp_path / "junk.txt"
    path.write_bytes(b"\xff\xfe\x00\x01")
    return path


def test_the_seed_as_tables_shows_every_section() -> None:
    result = run("parse", SEED, "--published", "2022-08-04", "--format", "table")
    assert result.exit_code == DONE
    assert result.stderr == ""
    for section in ("Organisations", "Persons", "Places", "Missions", "Statements", "Policies"):
        assert f"\n{section} (" in result.stdout
    assert "\nConflicts (" in result.stdout
    assert "“Stoltenberg”" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= PLAIN_WIDTH


def test_a_pipe_gets_json(article: Path) -> None:
    result = run("parse", article, "--published", "2022-08-04", "--title", "T", "--source", "S")
    assert result.exit_code == DONE
    assert result.stdout_bytes.count(b"\n") == 1
    expected = gm.parse(SENTENCE, published="2022-08-04", title="T", source="S")
    assert gm.loads(result.stdout_bytes) == expected


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input(arguments: tuple[str, ...]) -> None:
    result = run("parse", *arguments, stdin=SENTENCE)
    assert gm.loads(result.stdout_bytes).articles[0].text == SENTENCE


def test_the_text_is_kept_but_for_a_byte_order_mark() -> None:
    result = run("parse", stdin=b"\xef\xbb\xbfOne.\r\n\r\nTwo.\n")
    assert gm.loads(result.stdout_bytes).articles[0].text == "One.\r\n\r\nTwo.\n"


def test_yaml_on_standard_output(article: Path) -> None:
    result = run("parse", article, "--format", "yaml")
    assert result.stdout.startswith("schema: geopolitics-model/1\n")


def test_several_files_are_merged_in_json_and_lines_in_jsonl(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("France and Mali signed an agreement.")
    merged = gm.loads(run("parse", article, other).stdout_bytes)
    assert {a.text for a in merged.articles} == {SENTENCE, other.read_text()}
    lines = run("parse", article, other, "--format", "jsonl").stdout_bytes.splitlines()
    assert [gm.loads(line).articles[0].text for line in lines] == [SENTENCE, other.read_text()]


def test_one_bad_file_is_reported_and_the_rest_done(
    article: Path, junk: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "missing.txt"
    result = run("parse", junk, missing, tmp_path, article)
    assert result.exit_code == SOME_FAILED
    assert gm.loads(result.stdout_bytes).articles[0].text == SENTENCE
    assert result.stderr.splitlines() == [
        f"geopolitics-model: {junk}: no UTF-8 at byte 0",
        f"geopolitics-model: {missing}: No such file or directory",
        f"geopolitics-model: {tmp_path}: Is a directory",
    ]


def test_several_processes_give_the_same_in_the_same_order(
    article: Path, junk: Path, tmp_path: Path
) -> None:
    files = [junk, article]
    for number in range(5):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(f"The minister met {number + 2} envoys in Paris on Monday.")
    about = ("--published", "2022-08-04", "--source", "S", "--format", "jsonl")
    alone = run("parse", *files, *about)
    shared = run("parse", *files, *about, "--jobs", "2")
    assert shared.stdout_bytes == alone.stdout_bytes
    assert shared.stderr == alone.stderr == f"geopolitics-model: {junk}: no UTF-8 at byte 0\n"
    assert shared.exit_code == SOME_FAILED


def test_an_article_that_no_parser_can_read_costs_no_other(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text("Fail.")

    def outcome(article: gm.Article, parsers: object) -> object:
        return work.failed("ValueError: no") if article.text == "Fail." else known(article, parsers)

    known: Any = work._outcome
    monkeypatch.setattr(work, "_outcome", outcome)
    result = run("parse", bad, article)
    assert result.exit_code == SOME_FAILED
    assert result.stderr == f"geopolitics-model: {bad}: ValueError: no\n"
    assert gm.loads(result.stdout_bytes).articles[0].text == SENTENCE


@pytest.mark.parametrize(
    "name", ["d.json", "d.json.gz", "d.jsonl", "d.jsonl.gz", "d.yaml", "d.YML"]
)
def test_output_by_suffix(article: Path, tmp_path: Path, name: str) -> None:
    result = run("parse", article, "--output", tmp_path / name)
    assert (result.exit_code, result.stdout) == (DONE, "")
    assert gm.read(tmp_path / name) == gm.parse(SENTENCE)
    assert name.endswith(".gz") == (tmp_path / name).read_bytes().startswith(gzip.compress(b"")[:2])


def test_tables_into_a_file(article: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    run("parse", article, SEED, "--format", "table", "-o", path)
    assert path.read_text().count("Places (") == 2
    assert "\x1b" not in path.read_text()


def test_nothing_is_written_when_nothing_was_read(junk: Path, tmp_path: Path) -> None:
    for name in ("d.json", "d.jsonl"):
        assert run("parse", junk, "-o", tmp_path / name).exit_code == SOME_FAILED
        assert not (tmp_path / name).exists()


def test_an_output_that_cannot_be_written(article: Path, tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "d.json"
    result = run("parse", article, "--output", path)
    assert result.exit_code == SOME_FAILED
    assert result.stderr == f"geopolitics-model: {path}: No such file or directory\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("parse", SEED, "--published", "yesterday"),
        ("parse", SEED, "--jobs", "-1"),
        ("parse", SEED, "--published", "2022-08-04T10:00"),
        ("parse", SEED, "--output", "dossier.xml"),
        ("parse", SEED, "--output", "dossier"),
        ("parse", SEED, "--output", "dossier.yaml", "--format", "json"),
        ("parse", SEED, "--output", "dossier.json", "--format", "table"),
        ("parse", SEED, "--output", "dossier.txt", "--format", "json"),
        ("parse", SEED, "--format", "xml"),
        ("show",),
        ("nonsense",),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == USAGE
    assert result.stdout == ""
    assert "Usage:" in result.stderr


def test_show_what_was_saved(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    gm.write(gm.parse(SENTENCE), path)
    result = run("show", path)
    assert result.exit_code == DONE
    assert "“Germany's”" in result.stdout or "“Germany”" in result.stdout


def test_show_goes_on_after_a_file_that_is_no_dossier(tmp_path: Path) -> None:
    person, broken, good = (tmp_path / f"{name}.json" for name in ("person", "broken", "good"))
    gm.write(gm.Person(id="person:x", name="X"), person)
    broken.write_text('{"schema": "geopolitics-model/1", "nonsense": []}')
    gm.write(gm.parse(SENTENCE), good)
    result = run("show", person, broken, good)
    assert result.exit_code == SOME_FAILED
    first, second = result.stderr.splitlines()
    assert first == f"geopolitics-model: {person}: holds a Person, not a dossier"
    assert second.startswith(f"geopolitics-model: {broken}: $.nonsense: unknown key")
    assert "Places (" in result.stdout


def test_schema() -> None:
    assert json.loads(run("schema").stdout) == gm.json_schema()


def test_version() -> None:
    assert run("version").stdout == f"geopolitics-model {gm.__version__}\n"


def test_help_names_the_exit_codes() -> None:
    for arguments in (("--help",), ("parse", "--help"), ("show", "--help")):
        text = " ".join(run(*arguments).stdout.split())
        assert "Exit codes: 0 all done" in text


PROGRAM = [sys.executable, "-m", "geopolitics_model.cli"]


def test_a_reader_that_leaves_is_no_accident() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    program = subprocess.run(
        [*PROGRAM, "schema"], stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert (program.returncode, program.stderr) == (READER_GONE, b"")


def test_a_missing_language_model_is_said_once(article: Path) -> None:
    code = (
        "import sys; from geopolitics_model import cli; "
        "from geopolitics_model.language import spacy_reader; "
        "spacy_reader.MODELS = ('a_model_that_nobody_made',); "
        f"sys.argv[1:] = ['parse', {str(article)!r}, {str(article)!r}]; cli.main()"
    )
    program = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert program.returncode == NOT_INSTALLED
    assert program.stdout == b""
    assert program.stderr.count(b"geopolitics-model: ") == 1
    assert b"pip install" in program.stderr


def on_a_terminal(*arguments: str | Path) -> str:
    """What a terminal of 100 columns gets, output and complaints together."""
    main_end, program_end = pty.openpty()
    program = subprocess.Popen(
        [*PROGRAM, *map(str, arguments)],
        stdout=program_end,
        stderr=program_end,
        env={**os.environ, "COLUMNS": "100", "TERM": "xterm-256color"},
    )
    os.close(program_end)
    received = b""
    try:
        while chunk := os.read(main_end, 65536):
            received += chunk
    except OSError:  # Linux says so when the program has ended
        pass
    finally:
        os.close(main_end)
        program.wait()
    return received.decode()


def test_a_terminal_gets_tables_and_progress(article: Path, junk: Path) -> None:
    alone = on_a_terminal("parse", article)
    assert "Places (" in alone.replace("\x1b[2m", "").replace("\x1b[0m", "").replace("\x1b[1m", "")
    assert "0/1" not in alone
    several = on_a_terminal("parse", article, junk)
    assert f"{junk}: no UTF-8 at byte 0" in several.replace("\r\n", "")
    assert "/2" in several
