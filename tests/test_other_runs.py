"""One `pytest` runs the whole suite: on SQLite here, and beside it, in processes of their own, what drives a browser,
the desk on SQLite, and, in two halves, what databases may answer differently once more on a real PostgreSQL.

None waits for another, so no core waits for work. The halves take what the others leave: a browser has time limits.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.db import connection

from tests.browser.finding import find_chromium
from tests.conftest import unavailable
from tests.postgres import find_binaries

# What the runs on PostgreSQL leave to this one: the browser, and what starts processes of its own.
ON_POSTGRESQL = ("-p", "tests.on_postgres", "-m", "not browser and not outer")
HALVES = {"PostgreSQL, the desk": ["tests/desk"], "PostgreSQL, all else": ["--ignore=tests/desk"]}
DESK, CHROMIUM = "SQLite, the desk", "Chromium"
ROOT = Path(__file__).parent.parent


class OtherRun:
    """A part of the suite in a process of its own. `patient`: it runs when no other would."""

    def __init__(self, *arguments: str, patient: bool = False, **environment: str) -> None:
        self.arguments, self.environment = arguments, environment
        self.before = ["nice", "-n", "10"] if patient else []
        self.process: subprocess.Popen | None = None
        self.summary: list[str] = []

    def start(self) -> None:
        self.output = tempfile.TemporaryFile("w+")  # noqa: SIM115 -- it lives as long as the run
        self.process = subprocess.Popen(
            [*self.before, sys.executable, "-m", "pytest", *self.arguments, "-q"],
            cwd=ROOT,
            env=os.environ | self.environment,
            stdout=self.output,
            stderr=subprocess.STDOUT,
        )

    def result(self) -> tuple[int, str]:
        """Exit status and output, once it has ended."""
        status = self.process.wait()
        self.output.seek(0)
        said = self.output.read()
        self.summary = said.rpartition(" short test summary info ")[2].splitlines()[1:] or said.splitlines()[-1:]
        return status, said

    def stop(self) -> None:
        """Let it end its own server or browser."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=30)
        self.output.close()


OTHER_RUNS = pytest.StashKey[dict[str, OtherRun]]()


def possible_runs(*, nightly: bool) -> dict[str, OtherRun]:
    """What can be run beside the run on SQLite on this machine."""
    runs = {}
    when = ["--nightly"] if nightly else []
    if connection.vendor == "sqlite":
        if find_binaries():
            runs |= {half: OtherRun(*ON_POSTGRESQL, *when, *where, patient=True) for half, where in HALVES.items()}
        runs[DESK] = OtherRun("tests/desk", "-m", "not browser", *when, SHAF_TEST_DB=_beside("desk"))
        if find_chromium():
            runs[CHROMIUM] = OtherRun("tests/browser", "-m", "browser", *when, SHAF_TEST_DB=_beside("browser"))
    return runs


def _beside(run: str) -> str:
    """A database for another run on SQLite."""
    database = Path(connection.settings_dict["TEST"]["NAME"])
    return str(database.with_stem(f"{database.stem}-{run}"))


def is_given_away(item: pytest.Item, runs: dict[str, OtherRun]) -> bool:
    """Whether one of the other runs does it."""
    if item.get_closest_marker("browser"):
        return CHROMIUM in runs
    return DESK in runs and item.path.is_relative_to(ROOT / "tests" / "desk")


@pytest.mark.outer
@pytest.mark.waits
@pytest.mark.parametrize(
    ("what", "find", "least"),
    [
        ("PostgreSQL, the desk", find_binaries, 240),
        ("PostgreSQL, all else", find_binaries, 270),
        (DESK, lambda: True, 2000),
        (CHROMIUM, find_chromium, 100),
    ],
)
def test_the_other_run_passes(request, what, find, least):
    if connection.vendor == "postgresql":
        pytest.skip("this is the run on PostgreSQL")
    if find() is None:
        unavailable(what)
    run = request.config.stash.get(OTHER_RUNS, {}).get(what)
    if run is None:
        pytest.skip("only a part of the suite was asked for")
    status, output = run.result()
    print(output[-8000:])  # noqa: T201
    assert status == 0
    passed = re.search(r"(\d+) passed", output)
    assert passed
    assert int(passed[1]) > least


def test_the_database_is_the_one_that_was_asked_for():
    wanted = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgresql") else "sqlite"
    assert connection.vendor == wanted
