"""Processes that are killed: each a fork of one that has Django set up, on this run's own test database.

To start Python and Django anew for each would cost a second of work, twenty times over.
"""

import multiprocessing
import os
from collections.abc import Callable
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from unittest import mock

from django.db import connection

ROOT = Path(__file__).parent.parent
FORKS = multiprocessing.get_context("forkserver")


def child_environment() -> dict[str, str]:
    """The child works on this run's own test database."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        url = f"sqlite:///{database['NAME']}"
    else:
        base = os.environ["DATABASE_URL"]
        url = base.rpartition("/")[0] + "/" + database["NAME"]
    return os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTHONPATH": str(ROOT)}


def start(act: Callable[..., None], *args: Any) -> BaseProcess:
    """Begin `act`, a function of a module, with these arguments in a process of its own."""
    # What the parent was started as is imported there once, and not by every child.
    FORKS.set_forkserver_preload(["pytest", "tests.booted"])
    with mock.patch.dict(os.environ, child_environment()):
        forkserver.ensure_running()
    process = FORKS.Process(target=act, args=args, daemon=True)
    process.start()
    return process
