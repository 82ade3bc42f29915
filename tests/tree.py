"""A tree of the product, run as an installation runs it: a process for each command."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.test_rooms import ROOT

PARTS = ("articles", "authors", "shaf", "templates", "locale", "tests")
LEFT_OUT = shutil.ignore_patterns("browser", "benchmarks")


@dataclass(frozen=True)
class Tree:
    root: Path

    def copy(self, to: Path) -> "Tree":
        """Copy it, what is compiled of it, and those of its tests that make what the others need."""
        for part in PARTS:
            shutil.copytree(self.root / part, to / part, ignore=LEFT_OUT)
        shutil.copy(self.root / "manage.py", to)
        return Tree(to)

    def manage(self, database: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
        """Run a command on the database at this URL, under the tests' settings where no others are named."""
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"} | environment
        environment["DATABASE_URL"] = database
        if self.root != ROOT:
            # What is compiled of a copy goes with it.
            environment.pop("PYTHONPYCACHEPREFIX", None)
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.run(
            command, cwd=self.root, env=environment, capture_output=True, text=True, check=False, timeout=300
        )

    def call(self, database: str, function: str, *arguments: Any, **environment: str) -> Any:
        """Return what `function` of a module answers there: `tests.evolution.newsroom.open_up`. In JSON both ways."""
        module, _dot, name = function.rpartition(".")
        code = (
            f"import json; from {module} import {name}; "
            f"print('\\n' + json.dumps({name}(*json.loads({json.dumps(arguments)!r}))))"
        )
        ran = self.manage(database, "shell", "-v0", "-c", code, **environment)
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout.splitlines()[-1])

    def edit(self, file: Path, old: str, new: str) -> None:
        """Replace what stands exactly once in a file of the tree."""
        text = (self.root / file).read_text()
        assert text.count(old) == 1, f"{file}: {old!r} stands there {text.count(old)} times"
        (self.root / file).write_text(text.replace(old, new))


THIS = Tree(ROOT)
