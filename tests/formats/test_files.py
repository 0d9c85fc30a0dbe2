"""Files: suffixes, atomic writing, lines."""

import gzip
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import geopolitics_model as gm
from geopolitics_model.errors import FormatError, InvalidValue, UnknownFormat
from geopolitics_model.formats import read_lines, write_lines
from geopolitics_model.formats.files import replacing
from tests.model.world import LEE, dossier
from tests.strategies import dossiers

FULL = dossier()
SUFFIXES = [".json", ".jsonl", ".yaml", ".yml", ".json.gz", ".jsonl.gz", ".yaml.gz", ".JSON"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_round_trip(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.b{suffix}"
    FULL.write(path)
    assert gm.read(path) == FULL
    first = path.read_bytes()
    gm.write(FULL, str(path))
    assert path.read_bytes() == first
    assert gm.read(str(path)) == FULL
    assert os.listdir(tmp_path) == [path.name]
    plain = gzip.decompress(first) if suffix.endswith(".gz") else first
    assert plain.endswith(b"\n")
    assert not plain.endswith(b"\n\n")


@given(made=dossiers())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_dossier(tmp_path: Path, made: gm.Dossier) -> None:
    for suffix in (".json", ".jsonl.gz", ".yaml"):
        made.write(tmp_path / f"a{suffix}")
        assert gm.read(tmp_path / f"a{suffix}") == made


@pytest.mark.parametrize("name", ["a", "a.txt", "json", "a.gz", "a.json.zip", "a.json.gz.gz", ""])
def test_unknown_suffixes(tmp_path: Path, name: str) -> None:
    for use in (FULL.write, gm.read):
        with pytest.raises(UnknownFormat) as caught:
            use(tmp_path / name)
        assert str(caught.value) == (
            f"{tmp_path / name}: the suffix names no format; "
            "known: .json, .jsonl, .yaml, .yml, each with .gz or not"
        )
    assert os.listdir(tmp_path) == []


def test_lone_objects_in_files(tmp_path: Path) -> None:
    gm.write(LEE, tmp_path / "lee.yaml")
    assert gm.read(tmp_path / "lee.yaml") == LEE


@pytest.mark.parametrize("suffix", [".json", ".json.gz", ".yaml", ".jsonl"])
def test_errors_name_the_file(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    data = b'{"schema": 1}'
    path.write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    with pytest.raises(FormatError) as caught:
        gm.read(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert "$.schema: expected " in str(caught.value)


def test_a_file_that_is_no_gzip_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json.gz"
    path.write_bytes(b"{}")
    with pytest.raises(FormatError, match=r"a\.json\.gz: no whole gzip file"):
        gm.read(path)


def test_a_missing_file_is_the_systems_matter(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        gm.read(tmp_path / "a.json")
    with pytest.raises(FileNotFoundError):
        FULL.write(tmp_path / "none" / "a.json")


def interrupted(path: Path) -> None:
    with replacing(path) as file:
        file.write(b"half")
        raise KeyboardInterrupt


def test_what_cannot_be_written_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    FULL.write(path)
    before = path.read_bytes()
    with pytest.raises(InvalidValue):
        gm.write(5, path)
    with pytest.raises(KeyboardInterrupt):
        interrupted(path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.json"]


def test_all_is_on_the_disk_before_the_old_file_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, steps = tmp_path / "a.json", []
    fsync, replace = os.fsync, os.replace

    def noted_fsync(file: int) -> None:
        steps.append(f"{os.fstat(file).st_size} bytes")
        fsync(file)

    def noted_replace(draft: str, target: str) -> None:
        steps.append("replaced")
        replace(draft, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(os, "replace", noted_replace)
    FULL.write(path)
    assert steps == [f"{path.stat().st_size} bytes", "replaced"]


def test_the_old_file_keeps_its_rights_and_its_links(tmp_path: Path) -> None:
    path, link = tmp_path / "a.json", tmp_path / "link.json"
    FULL.write(path)
    assert path.stat().st_mode & 0o777 == 0o666 & ~_umask()
    path.chmod(0o600)
    link.symlink_to(path)
    gm.Dossier().write(link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o600
    assert gm.read(path) == gm.Dossier()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz"])
def test_lines_one_by_one(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    dossiers = [FULL, gm.Dossier(), gm.Dossier(articles=(gm.Article(text="b"),))]
    write_lines(iter(dossiers), path)
    assert list(read_lines(path)) == dossiers
    assert gm.read(path) == FULL | dossiers[2]
    first = path.read_bytes()
    write_lines(dossiers, path)
    assert path.read_bytes() == first
    write_lines([], path)
    assert list(read_lines(path)) == []


def test_lines_that_fail_half_way_leave_no_file(tmp_path: Path) -> None:
    def failing() -> object:
        yield FULL
        raise RuntimeError

    for suffix in (".jsonl", ".jsonl.gz"):
        with pytest.raises(RuntimeError):
            write_lines(failing(), tmp_path / f"a{suffix}")  # type: ignore[arg-type]
    assert os.listdir(tmp_path) == []


def test_lines_are_of_one_format_only(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat, match=r"a\.json: lines are read from \.jsonl or \.jsonl\.gz"):
        list(read_lines(tmp_path / "a.json"))
    with pytest.raises(UnknownFormat):
        write_lines([], tmp_path / "a.yaml.gz")


def test_errors_in_lines_name_file_line_and_path(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(gm.dumps(FULL) + b"\n\n{}\n")
    lines = read_lines(path)
    assert next(lines) == FULL
    with pytest.raises(FormatError) as caught:
        next(lines)
    assert str(caught.value).startswith(f"{path}: line 3: $.schema: missing")
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(gm.dumps(FULL))[:-20])
    with pytest.raises(FormatError, match=r"b\.jsonl\.gz: "):
        list(read_lines(tmp_path / "b.jsonl.gz"))
    (tmp_path / "c.jsonl.gz").write_bytes(b"no gzip")
    with pytest.raises(FormatError, match=r"c\.jsonl\.gz: "):
        list(read_lines(tmp_path / "c.jsonl.gz"))


@pytest.mark.parametrize("filler", [b" ", b"\n", b'"'], ids=["one line", "many lines", "a string"])
def test_lines_are_no_bomb(tmp_path: Path, filler: bytes) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(gm.dumps(FULL) + b"\n" + filler * (40 << 20)))
    limit = (1 << 24) + 200 * path.stat().st_size
    lines = read_lines(path)
    assert next(lines) == FULL
    with pytest.raises(FormatError, match=rf"a\.jsonl\.gz: unpacks to more than {limit} bytes"):
        next(lines)
