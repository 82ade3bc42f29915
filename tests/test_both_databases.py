"""One `pytest` runs everything on SQLite and, beside it, once more on a real PostgreSQL."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.db import connection

from tests.conftest import unavailable
from tests.postgres import find_binaries

# What the run on PostgreSQL leaves to this one: the browser, and what starts processes of its own.
LEFT_OUT = "not browser and not outer"
ROOT = Path(__file__).parent.parent


class OtherRun:
    """The suite in a process of its own, on a throw-away PostgreSQL."""

    def __init__(self) -> None:
        self.output = tempfile.TemporaryFile("w+")  # noqa: SIM115 -- it lives as long as the run
        self.process = subprocess.Popen(
            [sys.executable, "-m", "pytest", "-p", "tests.on_postgres", "-m", LEFT_OUT, "-q"],
            cwd=ROOT,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            stdout=self.output,
            stderr=subprocess.STDOUT,
        )

    def result(self) -> tuple[int, str]:
        """Exit status and output, once it has ended."""
        status = self.process.wait()
        self.output.seek(0)
        return status, self.output.read()

    def stop(self) -> None:
        """Let it end its own server."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=30)
        self.output.close()


@pytest.mark.outer
def test_the_suite_passes_on_postgresql(request):
    if connection.vendor == "postgresql":
        pytest.skip("this is the run on PostgreSQL")
    if find_binaries() is None:
        unavailable("PostgreSQL")
    other = request.config.stash.get(OTHER_RUN, None)
    if other is None:
        pytest.skip("only a part of the suite was asked for")
    status, output = other.result()
    print(output[-8000:])  # noqa: T201
    assert status == 0
    passed = re.search(r"(\d+) passed", output)
    assert passed
    assert int(passed[1]) > 1000


OTHER_RUN = pytest.StashKey[OtherRun]()


def test_the_database_is_the_one_that_was_asked_for():
    wanted = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgresql") else "sqlite"
    assert connection.vendor == wanted
