"""Gzip without time stamps and without bombs."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geopolitics_model.errors import FormatError
from geopolitics_model.formats.compression import compress, decompress


@given(st.binary())
def test_round_trip(data: bytes) -> None:
    assert decompress(compress(data)) == data
    assert compress(data) == compress(data)
    assert compress(data)[4:8] == bytes(4)  # the time stamp


def test_what_gzip_wrote_is_read() -> None:
    assert decompress(gzip.compress(b"a") + gzip.compress(b"b")) == b"ab"


@pytest.mark.parametrize("data", [b"x", b"\x1f\x8b", compress(b"a" * 99)[:-9], b"\x1f\x8b\x08" * 9])
def test_no_whole_file(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"^no whole gzip file: "):
        decompress(data)


def test_small_files_may_shrink_as_they_like() -> None:
    zeros = bytes(1 << 24)
    assert decompress(compress(zeros)) == zeros


def test_no_bomb_is_unpacked() -> None:
    bomb = compress(bytes(40 << 20))
    limit = (1 << 24) + 200 * len(bomb)
    with pytest.raises(FormatError, match=rf"^unpacks to more than {limit} bytes"):
        decompress(bomb)
