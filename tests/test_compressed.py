"""A compressed text is read no further than somebody asks, and comes out as it went in."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zlib_ng import zlib_ng

from shaf.db import compressed
from shaf.db.compressed import whole_lines

LONG = b"\n".join(b"%d " % n * 40 for n in range(2000))


@given(st.binary() | st.lists(st.sampled_from([b"a", b"\n", b"bc" * 1500])).map(b"".join))
def test_runs_of_whole_lines_are_the_text(text):
    runs = list(whole_lines(zlib.compress(text) if text else b""))
    assert b"".join(runs) == text
    assert all(run.endswith(b"\n") for run in runs[:-1])
    assert b"\n" not in runs[-1]


def test_no_more_is_inflated_than_is_asked_for(monkeypatch):
    inflated, real = [], zlib_ng.decompressobj

    class Counting:
        def __init__(self) -> None:
            self.real = real()

        def __getattr__(self, name: str) -> object:
            return getattr(self.real, name)

        def decompress(self, *arguments: object) -> bytes:
            inflated.append(self.real.decompress(*arguments))
            return inflated[-1]

    deflated = zlib.compress(LONG)
    monkeypatch.setattr(compressed.zlib_ng, "decompressobj", Counting)
    assert next(whole_lines(deflated)).startswith(b"0 0 ")
    assert 0 < sum(map(len, inflated)) <= compressed.PIECE


@pytest.mark.parametrize("kept", [3, 500, -5])
def test_what_breaks_off_is_an_error(kept):
    with pytest.raises(zlib_ng.error):
        list(whole_lines(zlib.compress(LONG)[:kept]))
