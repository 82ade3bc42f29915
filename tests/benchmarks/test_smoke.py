"""The benchmark runs; what it measures is asserted nowhere."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.outer
def test_a_small_run_prints_every_kind():
    command = [sys.executable, "-m", "tests.benchmarks", "--sizes", "30", "--rounds", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    for kind in ("report", "list, deep", "topic of one report", "home", "feed, JSON", "search, nothing"):
        assert f"\n{kind} " in done.stdout
