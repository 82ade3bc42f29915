"""One `pytest` runs everything on SQLite and, from here, once more on a real PostgreSQL."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from tests.conftest import unavailable
from tests.postgres import find_binaries


@pytest.mark.outer
def test_the_suite_passes_on_postgresql(request):
    if connection.vendor == "postgresql":
        pytest.skip("this is the run on PostgreSQL")
    if request.config.args != request.config.getini("testpaths") and not os.environ.get("ON_POSTGRES"):
        pytest.skip("only a part of the suite was asked for")
    if find_binaries() is None:
        unavailable("PostgreSQL")
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.on_postgres", "-m", "not browser and not outer", "-q"],
        cwd=Path(__file__).parent.parent,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    print(run.stdout[-6000:], run.stderr[-2000:])  # noqa: T201
    assert run.returncode == 0
    passed = re.search(r"(\d+) passed", run.stdout)
    assert passed
    assert int(passed[1]) > 100


def test_the_database_is_the_one_that_was_asked_for():
    wanted = "postgresql" if os.environ.get("DATABASE_URL", "").startswith("postgresql") else "sqlite"
    assert connection.vendor == wanted
