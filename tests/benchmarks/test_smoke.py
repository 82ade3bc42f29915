"""The benchmarks run; what they measure is asserted nowhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.outer


def printed(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_small_run_prints_every_kind():
    said = printed("tests.benchmarks", "--sizes", "30", "--rounds", "1")
    for kind in ("report", "list, deep", "topic of one report", "home", "feed, JSON", "search, nothing"):
        assert f"\n{kind} " in said


def test_a_small_run_at_the_socket_prints_every_kind():
    said = printed("tests.benchmarks", "--wire", "--sizes", "30", "--rounds", "1", "--seconds", "0.02")
    for kind in ("page, gzip", "list, 304", "feed", "page, not kept", "search, not kept"):
        assert f"\n{kind} " in said
    assert re.search(r"30 editions: \d+ MiB", said)


def test_nothing_is_stale():
    said = printed("tests.benchmarks.freshness", "--times", "3")
    found = re.findall(r"(.*): (\d+) of (\d+) answers stale", said)
    assert {"published", "withdrawn", "renamed", "begun by the clock"} <= {kind for kind, _stale, _asked in found}
    assert all(int(stale) == 0 < int(asked) for _kind, stale, asked in found)
