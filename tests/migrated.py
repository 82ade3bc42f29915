"""A migrated database, kept from one run to the next: to migrate an empty one costs each run seconds of work.

It is kept under a name made of whatever the migrations are made of, so another tree begins with one of its own. That
they run on an empty database is what tests/test_migrations.py and the tests that start servers see for themselves.
"""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection

from tests.postgres import find_binaries

ROOT = Path(__file__).parent.parent
KEPT = ROOT / ".pytest_cache" / "migrated"


def begin_with_it() -> None:
    """From now on the tests' database is made as a copy of the one that is kept, where there is one."""
    creation = connection.creation
    make = creation._create_test_db

    def made(*args: Any, **options: Any) -> str:
        name = make(*args, **options)
        if kept().exists():
            _fill(name)
        return name

    creation._create_test_db = made


def keep() -> None:
    """Keep the tests' database, as it was migrated, unless one is."""
    if kept().exists():
        return
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        copy = Path(folder) / "copy"
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(connection.settings_dict["NAME"])) as source:
                source.execute("VACUUM INTO ?", [str(copy)])
        else:
            _tool("pg_dump", "--format=custom", "--compress=0", f"--file={copy}", connection.settings_dict["NAME"])
        _forget_others()
        copy.replace(kept())


def kept() -> Path:
    """Where it lies, whether or not it does."""
    return KEPT / f"{_made_of()}.{connection.vendor}"


def _fill(name: str) -> None:
    if connection.vendor == "sqlite":
        shutil.copyfile(kept(), name)
    else:
        _tool("pg_restore", f"--dbname={name}", kept())


def _tool(program: str, *arguments: str | Path) -> None:
    """One of PostgreSQL's own, of the same version as the server that the tests started."""
    server = connection.settings_dict
    where = ["-h", server["HOST"], "-U", server["USER"]]
    subprocess.run([find_binaries() / program, *where, *arguments], check=True, cwd="/")


def _made_of() -> str:
    digest = hashlib.sha256(os.fsencode(find_binaries() or ""))
    for file in sorted(_files()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files() -> Iterable[Path]:
    """What migrations say, what ours may import, and the versions of everybody else's."""
    yield ROOT / "pyproject.toml"
    yield Path(__file__).parent / "settings.py"
    yield from (ROOT / "shaf").rglob("*.py")
    for app in apps.get_app_configs():
        if Path(app.path).is_relative_to(ROOT) and ".venv" not in app.path:
            yield from Path(app.path, "migrations").glob("*.py")


def _forget_others() -> None:
    """Those of other trees, the oldest first, but for the last few: one goes from branch to branch."""
    files = sorted(KEPT.glob(f"*.{connection.vendor}"), key=lambda file: file.stat().st_mtime)
    for file in files[:-3]:
        file.unlink(missing_ok=True)
